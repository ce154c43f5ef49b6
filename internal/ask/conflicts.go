package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// Where sources contradict each other on one field.

// accord is how far the sources behind findings agree. What does not decide,
// or is noted beside, may still say something else.
func (r *reading) accord(fs []Finding) string {
	for _, g := range byField(fs) {
		said := map[string]bool{}
		for _, f := range g {
			if f.State != plan.Lacuna && f.Record.Kind == plan.Position {
				said[r.said(f)] = true
			}
		}
		if len(said) > 1 {
			return "They do not hold the same. "
		}
	}
	if slices.ContainsFunc(fs, func(f Finding) bool { return r.otherCopy(f) != nil }) {
		return "The sources that decide here do not contradict each other, but another copy or report has something else, told beside it below. "
	}
	if claimNotes(fs) != nil {
		return "No contradiction between the sources is recorded here; note what is said beside it below. "
	}
	return "No source here contradicts another on this. "
}

// contrary are claims that do not decide, as another or a weaker source gives
// them, and that say something else.
func (r *reading) contrary(fs []Finding) []*plan.Claim {
	var out []*plan.Claim
	for _, f := range fs {
		told := deciding(f.Reading)
		for _, c := range f.Claims {
			same := func(k compare.Content) bool { return wording.Content(k) == wording.Claim(c) }
			if len(out) < 3 && !slices.Contains(told, c) && !c.Outline && !slices.ContainsFunc(f.Contents, same) {
				out = append(out, c)
			}
		}
	}
	return out
}

// disputedNear is the disputed finding that fits a question nearly as well as
// the best match does; nil if there is none.
func (r *reading) disputedNear() *Finding {
	if r.Point > 0 || r.continued {
		return nil
	}
	ranked, _ := r.ranked()
	for i := range ranked {
		m := &ranked[i]
		if m.score < ranked[0].score*0.6 || m.cover < 0.4*r.content() {
			return nil
		}
		if f := r.findingOf(m); f.State == plan.Disputed {
			return &f
		}
	}
	return nil
}

// deniers tells who denies what a question names: a number, or the fields that
// it is about; nil where it does not ask that, or nobody does.
func (r *reading) deniers() *Answer {
	somebody := r.begins("did", "does", "has") && r.doer != 0 && r.has("deny", "denied", "denies") && !r.continued
	if !somebody && (r.continued || !r.begins("who denies", "who denied", "who disputes", "who disputed", "who has denied")) {
		return nil
	}
	var h *handle
	if i := slices.IndexFunc(r.words, func(t token) bool { return t.isNum }); i >= 0 {
		h = &handle{token: r.words[i], place: i}
	}
	out := r.withClaim(func(f *plan.Field, c *plan.Claim) bool {
		if somebody && !slices.ContainsFunc(r.bare, func(m mention) bool { return m.mask == r.doer && r.goesBy(c.By, m) }) {
			return false
		}
		return c.Denies && (h != nil && h.matches(c.Value) || h == nil && r.about(f))
	})
	if out == nil && (somebody || h != nil || len(r.chosen) > 0) {
		who := "Who denies it"
		if somebody {
			who = "That " + r.phraseOf(r.doer) + " denied it"
		}
		return &Answer{Status: NotReported, Text: fmt.Sprintf("%s is %s.", who, silentText)}
	}
	if out == nil {
		return nil
	}
	r.Versions = recordsOf(out)
	var lines []string
	for _, f := range out[:min(len(out), tellMost)] {
		lines = append(lines, fmt.Sprintf("%s in %s: %s; others say: %s.", f.Field.Title, label(f.Record), r.accordingTo(f.Only), r.othersSay(f)))
	}
	return &Answer{Status: Answered, Text: strings.Join(lines, " "), Findings: out}
}

// about reports whether a question speaks for a field, be it less than for others.
func (r *reading) about(f *plan.Field) bool {
	return slices.ContainsFunc(r.all, func(s scored) bool { return s.field.ID == f.ID && s.score > r.all[0].score*0.4 })
}

// conflicts tells where sources contradict each other.
func (r *reading) conflicts() *Answer {
	if a := r.deniers(); a != nil {
		return a
	}
	if len(r.prior) > 0 {
		a := &Answer{Status: Answered, Findings: slices.Clone(r.prior), Text: r.tell(r.prior)}
		if r.differing(a); len(a.Findings) > len(r.prior) {
			return a
		}
	}
	var fs []Finding
	var cells []cell
	if r.Point == 0 {
		if cells = r.opposed(); cells == nil || r.has("who denied", "who denies", "who disputed", "who disputes") || r.mask(func(t token) bool { return reporting[t.text] }) != 0 {
			cells = r.accounts()
		}
	}
	if r.Point > 0 {
		fs = r.ofPoint()
	} else if cells != nil {
		fs = r.found(cells).Findings
	} else if len(r.chosen) > 0 {
		r.refit()
		fs = r.claimed()
	} else {
		if r.strays != nil {
			return nil
		}
		for _, kind := range [3]plan.RecordKind{plan.Draft, plan.Position, plan.Event} {
			for _, v := range r.x.lib.OfKind(kind) {
				if !r.Named || slices.Contains(r.Versions, v) {
					r.each(v, func(f Finding) { fs = append(fs, f) })
				}
			}
		}
	}
	disputed := slices.DeleteFunc(slices.Clone(fs), func(f Finding) bool { return f.State != plan.Disputed })
	var told *Answer
	if len(disputed) == 0 {
		beyondDoubt := len(r.chosen) > 0 && r.chosen[0].score >= sure && r.contrary(fs) != nil
		if told = r.quarrelsOn(); told == nil && !beyondDoubt {
			if f := r.disputedNear(); f != nil {
				disputed = []Finding{*f}
			}
		}
	}
	if len(disputed) > 0 {
		var lines []string
		for i, f := range disputed {
			if i == 5 {
				lines = append(lines, plural(len(disputed)-i, "dispute")+" more below.")
				break
			}
			lines = append(lines, fmt.Sprintf("%s in %s is %s.", f.Field.Title, label(f.Record), r.said(f)))
		}
		lead := ""
		if yesNoStart(r.question) {
			lead = "Yes. "
		}
		return &Answer{Status: Answered, Text: lead + strings.Join(lines, " "), Findings: disputed}
	}
	if told != nil {
		return told
	}
	if len(fs) == 0 || !slices.ContainsFunc(fs, func(f Finding) bool { return f.State != plan.Lacuna }) {
		if len(r.chosen) > 0 {
			return r.silence(r.scope(), r.cells(r.scope()))
		}
		return &Answer{Status: NotReported, Text: "No contradiction between sources is reported there."}
	}
	if len(r.chosen) == 0 && r.Point == 0 {
		fs = nil
	}
	a := &Answer{Status: Answered, Findings: fs, Notes: claimNotes(fs)}
	a.Text = strings.TrimSpace(r.accord(fs) + r.tell(fs))
	for _, c := range r.contrary(fs) {
		if text := wording.Claim(c); !strings.Contains(a.Text, text) {
			a.Text += fmt.Sprintf(" Against it: %s (%s).", text, r.besideBy(c))
		}
	}
	return a
}
