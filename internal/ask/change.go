package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// rows compares versions in the chosen fields, or in all where none is.
func (r *reading) rows(versions []*plan.Record) *compare.Comparison {
	ids := make([]string, len(versions))
	for i, v := range versions {
		ids[i] = v.ID
	}
	c, err := compare.Compare(r.seen, ids)
	if err != nil {
		return &compare.Comparison{}
	}
	return c.Select(func(row compare.Row) bool {
		if len(r.chosen) > 0 {
			return slices.ContainsFunc(r.chosen, func(s scored) bool { return s.field.ID == row.Field.ID })
		}
		return row.Topic.About == plan.AboutText || row.Topic.About == plan.AboutDocument && row.Field.Kind.Numeric()
	})
}

// rowFindings are the cells of a row as findings, each with its difference.
func rowFindings(row compare.Row) []Finding {
	var out []Finding
	for _, c := range row.Cells {
		out = append(out, Finding{Record: c.Version, Topic: row.Topic, Field: row.Field, Reading: c.Reading, Difference: c.Difference})
	}
	return out
}

// change tells what differs between versions.
func (r *reading) change() *Answer {
	if slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind == plan.Event }) {
		return r.value()
	}
	if who := r.holders(); !r.Named && len(who) > 1 && r.month != "" {
		if fs := r.between(who); fs != nil {
			return &Answer{Status: Answered, Text: r.tell(fs), Findings: fs, Notes: claimNotes(fs)}
		}
	}
	if who := r.sameHolder(); who != nil {
		if fs := r.between(who); fs != nil {
			return &Answer{Status: Answered, Text: r.tell(fs), Findings: fs, Notes: claimNotes(fs)}
		}
	}
	if cells := r.alongside(); cells != nil {
		return r.found(cells)
	}
	if cells := r.opposed(); cells != nil {
		return r.found(cells)
	}
	if !r.Named || r.bareNames != 0 {
		if cells := r.accounts(); cells != nil {
			return r.found(cells)
		}
	}
	versions := slices.Clone(r.compared())
	versions = append(versions, r.alsoCompared(versions)...)
	slices.SortStableFunc(versions, func(a, b *plan.Record) int { return a.Date.Compare(b.Date) })
	r.Versions = versions
	c := r.rows(versions)
	if len(r.chosen) > 0 {
		return r.changeOf(versions, c)
	}
	differing := c.Select(differs)
	a := &Answer{Status: Answered, Text: r.changeText(versions, c, differing)}
	for _, row := range differing.Rows {
		a.Findings = append(a.Findings, rowFindings(row)...)
	}
	if len(differing.Rows) == 0 {
		a.Status = NotReported
	}
	a.Notes = append(a.Notes, "plandiff diff "+ids(versions)+" shows every difference side by side")
	return a
}

func ids(rs []*plan.Record) string {
	out := make([]string, len(rs))
	for i, r := range rs {
		out[i] = r.ID
	}
	return strings.Join(out, " ")
}

// changeText sums a comparison up: the counts, and the fields that differ.
func (r *reading) changeText(versions []*plan.Record, all, differing *compare.Comparison) string {
	var out []string
	for i, v := range versions[1:] {
		names := map[compare.Kind][]string{}
		unknown, same := 0, 0
		for _, row := range all.Rows {
			switch k := row.Cells[i+1].Kind; k {
			case compare.Unknown:
				unknown++
			case compare.Same:
				same++
			default:
				names[k] = append(names[k], row.Field.Title)
			}
		}
		var parts []string
		for _, k := range compare.Kinds {
			if n := names[k]; n != nil {
				parts = append(parts, fmt.Sprintf("%d %s (%s)", len(n), wording.Kind(k).Word, few(n, 4)))
			}
		}
		line := fmt.Sprintf("From %s to %s: ", label(versions[0]), label(v))
		if parts == nil {
			line += "no difference that the sources carry"
		} else {
			line += strings.Join(parts, "; ")
		}
		line += fmt.Sprintf("; %s the same; %d unknown, because one side is %s.", countOf(same, "field"), unknown, silentText)
		out = append(out, line)
	}
	return strings.Join(out, " ")
}

func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun + " is"
	}
	return fmt.Sprintf("%d %ss are", n, noun)
}

// few lists the first names and says how many more there are.
func few(names []string, most int) string {
	if len(names) > most+1 {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

// changeOf tells what differs in the fields that were asked about.
func (r *reading) changeOf(versions []*plan.Record, c *compare.Comparison) *Answer {
	var fs []Finding
	known := func(row compare.Row) bool {
		return slices.ContainsFunc(row.Cells, func(c compare.Cell) bool { return c.State != plan.Lacuna })
	}
	for _, row := range c.Rows {
		if known(row) {
			fs = append(fs, rowFindings(row)...)
		}
	}
	if fs == nil {
		return r.silence(versions, r.cells(versions))
	}
	if asked := r.has("change", "changed", "changes", "differ", "differs", "difference", "compare", "compared", "different"); !slices.ContainsFunc(c.Rows, differs) || asked && len(c.Rows) == 1 && len(versions) == 2 {
		fs = append(fs, r.beside(versions, c.Rows)...)
	}
	groups := byField(fs)
	slices.SortStableFunc(groups, func(a, b []Finding) int { return r.telling(b) - r.telling(a) })
	if !r.wholeTopic() { // fields asked for by name keep their order
		slices.SortStableFunc(groups, func(a, b []Finding) int { return r.order(a[0].Field) - r.order(b[0].Field) })
	}
	var out []string
	fs = nil
	for i, g := range groups {
		fs = append(fs, g...)
		if i < tellMost {
			out = append(out, r.changeSentence(g))
		} else if i == tellMost {
			out = append(out, plural(len(groups)-i, "field")+" more below.")
		}
	}
	return &Answer{Text: strings.Join(out, " "), Findings: fs, Status: r.changeStatus(groups)}
}

// beside are the rows that differ on the subject of rows that do not: the
// same place, but whose forces?
func (r *reading) beside(versions []*plan.Record, rows []compare.Row) []Finding {
	chosen := r.chosen
	r.chosen = nil
	all := r.rows(versions)
	r.chosen = chosen
	var fs []Finding
	for _, row := range all.Rows {
		same := func(o compare.Row) bool { return o.Field.ID == row.Field.ID }
		if differs(row) && !slices.ContainsFunc(rows, same) && slices.ContainsFunc(rows, func(o compare.Row) bool { return o.Field.Prefix() == row.Field.Prefix() }) && len(byField(fs)) < 2 {
			fs = append(fs, rowFindings(row)...)
			r.chosen = append(r.chosen, scored{topic: row.Topic, field: row.Field, aside: true})
		}
	}
	return fs
}

func (r *reading) order(f *plan.Field) int {
	return slices.IndexFunc(r.chosen, func(s scored) bool { return s.field.ID == f.ID })
}

// telling ranks rows: differences before sameness, sameness before silence.
func (r *reading) telling(g []Finding) int {
	best := 0
	for _, f := range g[1:] {
		switch f.Kind {
		case compare.Unknown:
			best = max(best, 0)
		case compare.Same:
			best = max(best, 1)
		default:
			best = max(best, 2)
		}
	}
	return best
}

func (r *reading) changeStatus(groups [][]Finding) Status {
	known, unknown := 0, 0
	for i, g := range groups {
		for _, f := range g[1:] {
			if f.Kind != compare.Unknown {
				known++
			} else if i == 0 || r.wholeTopic() {
				unknown++
			}
		}
	}
	switch {
	case known == 0:
		if slices.ContainsFunc(groups[0], func(f Finding) bool { return f.State != plan.Lacuna }) {
			return Partly
		}
		return NotReported
	case unknown > 0 && len(r.chosen) <= 3:
		return Partly
	}
	return Answered
}

// changeSentence tells one field side by side, and how the later versions
// differ from the first.
func (r *reading) changeSentence(g []Finding) string {
	text := strings.TrimSuffix(r.sentence(g[0].Field.Title, g), ".")
	var kinds []string
	for _, f := range g[1:] {
		k := wording.Kind(f.Kind).Word
		switch {
		case f.Kind == compare.Unknown:
			k = "whether it changed is not known"
		case f.Kind == compare.Disputed && f.HowDisputed:
			k = "changed, but how is disputed"
		case f.Delta != nil:
			k += ", " + wording.Step(f.Delta)
		}
		if len(g) > 2 {
			k = f.Record.ID + ": " + k
		}
		kinds = append(kinds, k)
	}
	return fmt.Sprintf("%s (%s).", text, strings.Join(kinds, "; "))
}
