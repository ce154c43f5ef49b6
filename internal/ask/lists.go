package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// lists tells what is the same, new or gone in later versions.
func (r *reading) lists() *Answer {
	if r.speaker != 0 && !r.continued {
		said := r.best(func(m *match) bool { return m.zones[zoneBy]&r.speaker == r.speaker && !m.lacuna })
		if said != nil && r.weigh(said.mask) >= 0.4*r.content() {
			return r.found([]cell{{Finding: r.findingOf(said), score: said.score, mask: said.mask}})
		}
	}
	if r.Intent == Same {
		if cells := r.alongside(); cells != nil {
			return r.found(cells)
		}
		if fs := r.shared(); fs != nil {
			return &Answer{Status: Answered, Text: r.tell(fs), Findings: fs, Notes: claimNotes(fs)}
		}
	}
	if len(r.Versions) < 2 && !r.has("point", "points", "clause", "clauses", "provisions") {
		if cells := r.accounts(); cells != nil && r.weigh(cells[0].mask) >= r.total*0.6 && r.subjectful(cells[0].mask&^r.taken, 0) {
			return r.found(cells)
		}
	}
	if len(r.chosen) > 0 && !r.wholeTopic() && r.chosen[0].topic.About != plan.AboutDocument {
		return r.change()
	}
	if len(r.chosen) > 0 && r.chosen[0].topic.About != plan.AboutText {
		r.chosen = nil
	}
	versions := r.compared()
	slices.SortStableFunc(versions, func(a, b *plan.Record) int { return a.Date.Compare(b.Date) })
	c := r.rows(versions).Select(func(row compare.Row) bool { return row.Topic.About == plan.AboutText })
	want, noun := map[Intent][]compare.Kind{Same: {compare.Same, compare.Reworded}, Added: {compare.Added}, Gone: {compare.Removed}}[r.Intent],
		map[Intent]string{Same: "the same", Added: "new", Gone: "gone"}[r.Intent]
	a := &Answer{}
	var lines []string
	total := 0
	for i, v := range versions[1:] {
		var names, valued, maybe []string
		unknown := 0
		for _, row := range c.Rows {
			cell := row.Cells[i+1]
			text := row.Field.Title
			switch {
			case slices.Contains(want, cell.Kind):
				names = append(names, text)
				valued = append(valued, text+" ("+r.said(rowFindings(compare.Row{Topic: row.Topic, Field: row.Field, Cells: []compare.Cell{cell}})[0])+")")
				a.Findings = append(a.Findings, rowFindings(compare.Row{Topic: row.Topic, Field: row.Field, Cells: []compare.Cell{row.Cells[0], cell}})...)
			case r.Intent == Gone && cell.State == plan.Disputed && slices.ContainsFunc(cell.Contents, func(k compare.Content) bool { return gone(k.State) }):
				maybe = append(maybe, text)
				a.Findings = append(a.Findings, rowFindings(compare.Row{Topic: row.Topic, Field: row.Field, Cells: []compare.Cell{row.Cells[0], cell}})...)
			case cell.Kind == compare.Unknown && row.Cells[0].State != plan.Lacuna:
				unknown++
			}
		}
		total += len(names) + len(maybe)
		if len(names) <= 4 && r.Intent != Gone {
			names = valued
		}
		lines = append(lines, r.listLine(versions[0], v, noun, names, maybe, unknown))
	}
	a.Text = strings.Join(lines, " ")
	if notes := r.pointNotes(versions); r.Intent != Same && r.mask(func(t token) bool { return t.text == "points" || t.text == "point" })&^r.taken != 0 && notes != nil {
		a.Text = "By number: " + strings.Join(notes, "; ") + ". By subject: " + a.Text
		total++
	} else {
		a.Notes = append(a.Notes, notes...)
	}
	a.Status = Answered
	if total == 0 && len(r.chosen) > 0 {
		return r.change()
	}
	if differing := c.Select(differs); total == 0 && r.Intent != Same && len(differing.Rows) > 0 && len(differing.Rows) <= 6 {
		a.Status = Partly
		a.Text += " Changed, though: "
		for _, row := range differing.Rows {
			fs := rowFindings(row)
			a.Findings = append(a.Findings, fs...)
			a.Text += r.changeSentence(fs) + " "
		}
		a.Text = strings.TrimSpace(a.Text)
	} else if total == 0 {
		a.Status = NotReported
		if a.Findings = r.counts(versions); a.Findings != nil {
			a.Text += " The nearest that is reported, which is not the same: " + r.sentence(a.Findings[0].Field.Title, a.Findings)
		}
	}
	return a
}

// differs: a row in which versions are known to differ.
func differs(row compare.Row) bool { return row.Kind != compare.Same && row.Kind != compare.Unknown }

func (r *reading) listLine(base, v *plan.Record, noun string, names, maybe []string, unknown int) string {
	line := fmt.Sprintf("From %s to %s", label(base), label(v))
	switch {
	case len(names) > 0:
		most := 16
		if r.has("list", "all", "every", "everything") {
			most = len(names)
		}
		line += fmt.Sprintf(", known to be %s: %s", noun, few(names, most))
	case len(maybe) == 0:
		line += fmt.Sprintf(", what is %s is %s", noun, silentText)
	}
	if len(maybe) > 0 {
		line += fmt.Sprintf("; gone by some reports and disputed: %s", few(maybe, 6))
	}
	if unknown > 0 {
		line += fmt.Sprintf("; %s of the first not reported for the second, so nothing is said of them", countOf(unknown, "field"))
	}
	return line + "."
}

// counts are the numbers of points, the nearest thing to a list of what went.
func (r *reading) counts(versions []*plan.Record) []Finding {
	var out []Finding
	for t := range r.seen.Topics {
		topic := &r.seen.Topics[t]
		for f := range topic.Fields {
			if field := &topic.Fields[f]; topic.About == plan.AboutDocument && field.Kind == plan.Count {
				for _, v := range versions {
					if fi := r.finding(v, topic, field); fi.State != plan.Lacuna {
						fi.Nearest = true
						out = append(out, fi)
					}
				}
			}
		}
	}
	return out
}

// brackets tells what is not agreed, and what sources say of who decides.
func (r *reading) brackets() *Answer {
	versions := r.Versions
	if !r.Named {
		versions = r.overview()
		r.Versions = versions
	}
	if len(r.chosen) > 0 && r.chosen[0].topic.About == plan.AboutText && r.chosen[0].strong|r.chosen[0].whole != 0 {
		fs := r.cells(versions)
		if !slices.ContainsFunc(fs, func(f Finding) bool { return f.State != plan.Lacuna }) {
			return r.silence(versions, fs)
		}
		a := &Answer{Text: r.tell(fs), Findings: fs, Notes: claimNotes(fs)}
		r.deciders(a)
		return a
	}
	a := &Answer{Status: Answered}
	var lines []string
	var direct []Finding
	for _, s := range r.chosen {
		for _, v := range versions {
			if f := r.finding(v, s.topic, s.field); f.State != plan.Lacuna {
				direct = append(direct, f)
			}
		}
	}
	for _, v := range versions {
		var names, perhaps []string
		r.each(v, func(f Finding) {
			i := slices.IndexFunc(f.Contents, func(k compare.Content) bool { return k.State == plan.Bracketed })
			if f.Topic.About != plan.AboutText || i < 0 {
				return
			}
			a.Findings = append(a.Findings, f)
			if slices.ContainsFunc(f.Contents[i].Claims, func(c *plan.Claim) bool { return !c.Hedged }) {
				names = append(names, f.Field.Title)
			} else {
				perhaps = append(perhaps, f.Field.Title)
			}
		})
		if names != nil {
			lines = append(lines, fmt.Sprintf("In brackets in %s: %s.", label(v), few(names, 8)))
		}
		if perhaps != nil {
			more := ""
			if names == nil {
				more = fmt.Sprintf("What is in brackets in %s is %s. ", label(v), silentText)
				a.Status = Partly
			}
			lines = append(lines, fmt.Sprintf("%sPossibly not agreed in %s: %s.", more, label(v), few(perhaps, 8)))
		}
		r.each(v, func(f Finding) { // what is told of the document as a whole
			open := func(s string) bool { return slices.Contains(bracketCues, s) }
			if f.Topic.About == plan.AboutDocument && slices.ContainsFunc(f.Field.Synonyms, open) && !slices.ContainsFunc(direct, func(d Finding) bool { return d.Field == f.Field && d.Record.ID == v.ID }) {
				direct = append(direct, f)
			}
		})
	}
	for _, g := range byField(direct) {
		lines = append(lines, r.sentence(g[0].Field.Title, g))
	}
	a.Findings = append(a.Findings, direct...)
	a.Text, a.Notes = strings.Join(lines, " "), claimNotes(a.Findings)
	r.deciders(a)
	if a.Findings == nil {
		a.Status = NotReported
		a.Text = fmt.Sprintf("What is in brackets in %s is %s.", labels(versions), silentText)
	}
	return a
}

// deciders adds what is noted beside brackets, where a question asks who is to
// settle them.
func (r *reading) deciders(a *Answer) {
	if r.has(decidingCues...) && a.Notes != nil {
		a.Text += " Noted of them: " + strings.Join(a.Notes[:min(len(a.Notes), 3)], "; ") + "."
	}
}

// each derives every field of a record that has a claim.
func (r *reading) each(v *plan.Record, do func(Finding)) {
	seen := r.admitted(v)
	for t := range r.seen.Topics {
		topic := &r.seen.Topics[t]
		for f := range topic.Fields {
			if len(seen.Claims(topic.Fields[f].ID)) > 0 {
				do(r.finding(v, topic, &topic.Fields[f]))
			}
		}
	}
}

// withClaim are the findings with a claim that is kept, confined to such claims:
// those of the versions named, or of any record where none is.
func (r *reading) withClaim(keep func(*plan.Field, *plan.Claim) bool) []Finding {
	var out []Finding
	for _, v := range r.x.lib.Records {
		if r.Named && !slices.ContainsFunc(r.Versions, sameRecord(v)) {
			continue
		}
		r.each(v, func(f Finding) {
			if f.confine(func(c *plan.Claim) bool { return keep(f.Field, c) }) {
				out = append(out, f)
			}
		})
	}
	return out
}

// claimNotes are what records note beside the claims of findings: who is to
// decide, for example.
func claimNotes(fs []Finding) []string {
	var out []string
	for _, f := range fs {
		for _, c := range f.Claims {
			if c.Note != "" && len(out) < 6 {
				out = append(out, fmt.Sprintf("%s, %s: %s", f.Record.ID, f.Field.Title, c.Note))
				break
			}
		}
	}
	return out
}
