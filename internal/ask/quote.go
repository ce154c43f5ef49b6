package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// quote tells in which words sources give what they claim, and whether those
// are the text's own.
func (r *reading) quote() *Answer {
	var fs []Finding
	if fs = r.citing(); fs != nil {
		return r.cites(fs)
	}
	if len(r.prior) > 0 {
		fs = r.prior
	} else if fs = r.echoed(); fs != nil {
		r.Versions = recordsOf(fs) // it names them by what they are told of
	} else if cells := r.accounts(); cells != nil {
		fs = r.found(cells).Findings
	} else {
		r.refit()
		r.strayed()
		fs = r.claimed()
	}
	if h := r.numberHandle(); h != nil {
		if of := holding(h, fs); of != nil {
			fs = of
		}
	}
	if len(fs) == 0 {
		if len(r.chosen) > 0 {
			return r.silence(r.scope(), r.cells(r.scope()))
		}
		return nil
	}
	var lines []string
	for i, f := range fs {
		if i == 4 {
			break
		}
		lines = append(lines, r.quoteLine(f))
	}
	return &Answer{Text: strings.Join(lines, " "), Findings: fs}
}

// citing are the findings whose sources have the words that the question has
// in quotation marks: those of the versions named, or of any record.
func (r *reading) citing() []Finding {
	if r.cited == "" {
		return nil
	}
	var all, named []Finding
	for _, v := range r.x.lib.Records {
		r.each(v, func(f Finding) {
			if !f.confine(func(c *plan.Claim) bool { return sharesRun(split(c.Phrase), strings.Fields(r.cited)) }) {
				return
			}
			all = append(all, f)
			if slices.ContainsFunc(r.Versions, sameRecord(v)) {
				named = append(named, f)
			}
		})
	}
	if named != nil {
		return named
	}
	return all
}

// echoed are the findings whose sources say what "who said that very little of
// it was left?" tells in nearly the same words; nil where it asks of nobody's
// words, or where none does.
func (r *reading) echoed() []Finding {
	if !r.has("who said", "who says", "who was it", "who told", "whose words", "who claimed") || len(r.bare) > 0 {
		return nil
	}
	asked := map[string]bool{}
	for i, t := range r.words {
		if r.taken&(1<<i) == 0 {
			asked[r.x.root(t.text)] = true
		}
	}
	share := func(phrase string) float64 {
		same, all := 0.0, 0.0
		for w := range eachWord(phrase) {
			weight := 1.0
			if skip(w) {
				weight = 0
			} else if silent[w] || plainEnglish[w] {
				weight = 0.25
			}
			if all += weight; asked[r.x.root(w)] {
				same += weight
			}
		}
		if same < 1.5 {
			return 0
		}
		return same / all
	}
	best := 0.5
	var out []Finding
	for _, v := range r.x.lib.Records {
		r.each(v, func(f Finding) {
			told := 0.0
			for _, c := range f.Claims {
				told = max(told, share(c.Phrase))
			}
			switch {
			case told > best:
				best, out = told, []Finding{f}
			case told == best && out != nil:
				out = append(out, f)
			}
		})
	}
	return out
}

// sharesRun reports whether two passages have a run of words in common: all of
// the shorter one, or five.
func sharesRun(a, b []string) bool {
	need := min(len(a), len(b), 5)
	if need == 0 {
		return false
	}
	text := " " + strings.Join(a, " ") + " "
	for i := 0; i+need <= len(b); i++ {
		if strings.Contains(text, " "+strings.Join(b[i:i+need], " ")+" ") {
			return true
		}
	}
	return false
}

// cites tells which sources have the words of a passage, and whether they
// give them as the text's own.
func (r *reading) cites(fs []Finding) *Answer {
	var lines []string
	for _, f := range fs {
		var parts []string
		for _, c := range f.Only[:min(len(f.Only), 3)] {
			what := ""
			switch {
			case c.Basis == plan.BasisText || c.Basis == plan.BasisQuoted:
				what = ", given as words of the text"
			case f.Record.Kind == plan.Draft:
				what = ", the source's own words, not the text's"
			}
			parts = append(parts, fmt.Sprintf("“%s”%s (%s, %s)", c.Phrase, what, r.publisher(c), wording.Basis(c.Basis)))
		}
		lines = append(lines, fmt.Sprintf("%s in %s: %s", f.Field.Title, label(f.Record), strings.Join(parts, "; ")))
	}
	if n := len(lines); n > 4 {
		lines = append(lines[:4], plural(n-4, "finding")+" more below")
	}
	a := &Answer{Text: strings.Join(lines, ". ") + ".", Findings: fs}
	if r.Named && !slices.ContainsFunc(r.Versions, sameRecord(fs[0].Record)) {
		a.Status = NotReported
		a.Text = fmt.Sprintf("Whether these words stand in %s is %s. They are reported elsewhere: %s", labels(r.Versions), silentText, a.Text)
		asNearest(fs)
	}
	return a
}

// holding keeps the findings that hold a number.
func holding(h *handle, fs []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(fs), func(f Finding) bool {
		return !slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return h.matches(c.Value) })
	})
}

func (r *reading) quoteLine(f Finding) string {
	lead := fmt.Sprintf("%s in %s", f.Field.Title, label(f.Record))
	var text, told *plan.Claim
	claims := deciding(f.Reading)
	for _, c := range claims {
		if c.Phrase == "" {
			continue
		}
		if (c.Basis == plan.BasisText || c.Basis == plan.BasisQuoted) && text == nil {
			text = c
		} else if told == nil {
			told = c
		}
	}
	switch {
	case text != nil:
		return fmt.Sprintf("%s: quoted, “%s” (%s, %s).", lead, text.Phrase, r.publisher(text), wording.Basis(text.Basis))
	case told != nil:
		return fmt.Sprintf("%s: not a quote of the text; the source's own words are “%s” (%s, %s).", lead, told.Phrase, r.publisher(told), wording.Basis(told.Basis))
	case len(claims) > 0:
		return fmt.Sprintf("%s: no words are quoted in these sources; it is told as %s (%s, %s).", lead, wording.Reading(f.Reading), r.publisher(claims[0]), wording.Basis(claims[0].Basis))
	case f.State == plan.Lacuna:
		return lead + ": " + silentText + "."
	}
	return lead + ": " + wording.Reading(f.Reading) + "."
}
