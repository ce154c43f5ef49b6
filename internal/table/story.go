package table

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// Timeline is one field through time, ready to be drawn.
type Timeline struct {
	Field   string
	Title   string
	Topic   string
	Unit    string  // of its numbers; "" for percent and for words
	Largest float64 // of all numbers; 0 if there are none
	Entries []Moment
	Undated []Moment
}

// Moment is one record's say at one time.
type Moment struct {
	ID   string
	Kind plan.RecordKind
	Date string // "" if unknown
	// First and Last are the days between which it lies, as YYYY-MM-DD; ""
	// if unknown.
	First, Last string
	State       plan.State
	Items       []MomentItem
	Step        string // from the last plain number before: "+200,000 (+33.3 %) from us-28"
}

// MomentItem is one thing said, with its number where it has one.
type MomentItem struct {
	Line
	HasNumber bool
	Number    float64
	Bound     plan.Bound
}

// Story is a list of timelines with the sources they cite.
type Story struct {
	Head  []string
	Lines []Timeline
	Notes []Note
}

// FromHistories lays out fields through time.
func FromHistories(lib *plan.Library, hs []compare.History, ev compare.Evidence, hidden int) *Story {
	b := &builder{lib: lib, number: map[string]int{}, table: &Table{}}
	s := &Story{Head: EvidenceText(lib, ev, hidden)}
	for _, h := range hs {
		t := Timeline{Field: h.Field.ID, Title: h.Field.Title, Topic: h.Topic.Title, Unit: h.Field.Unit}
		for _, e := range h.Entries {
			t.Entries = append(t.Entries, b.moment(&t, h.Field, e))
		}
		for _, e := range h.Undated {
			t.Undated = append(t.Undated, b.moment(&t, h.Field, e))
		}
		s.Lines = append(s.Lines, t)
	}
	s.Notes = b.table.Notes
	return s
}

func (b *builder) moment(t *Timeline, field *plan.Field, e compare.Entry) Moment {
	m := Moment{ID: e.Record.ID, Kind: e.Record.Kind, State: e.State}
	if e.Date != "" {
		m.Date, m.First, m.Last = compare.DateText(e.Date), e.Date.First(), e.Date.Last()
	}
	if e.Step != nil {
		m.Step = compare.DeltaText(e.Step) + " from " + e.From.ID
	}
	for _, k := range e.Contents {
		text := compare.ContentText(k)
		if e.State == plan.Disputed {
			text = b.sideText(k)
		}
		item := MomentItem{Line: plain(Item, text, b.cite(e.Record.ID, field.ID, k.Claims)...)}
		if v := k.Value; v.HasNumber && k.State != plan.Omitted { // a number that is denied has no bar
			item.HasNumber, item.Number, item.Bound = true, v.Number, v.Bound
			t.Largest = max(t.Largest, v.Number)
		}
		m.Items = append(m.Items, item)
	}
	if len(m.Items) == 0 {
		m.Items = []MomentItem{{Line: plain(Main, compare.StateWords(e.State), b.citeWitness(e.Record.ID, field.ID, e.Reading)...)}}
	}
	return m
}

// FromOrigins lays out where each content of a version first stood.
func FromOrigins(lib *plan.Library, version *plan.Record, os []compare.Origin, ev compare.Evidence, hidden int) *Table {
	b := &builder{lib: lib, number: map[string]int{}, table: &Table{Columns: []Column{column(version)}}}
	counts := map[string]int{}
	var order []string
	for _, o := range os {
		sec := b.section(o.Topic, []*plan.Record{version})
		cell := Cell{State: o.Content.State, Lines: []Line{plain(Main, compare.ContentText(o.Content), b.cite(version.ID, o.Field.ID, o.Content.Claims)...)}}
		cell.Lines = append(cell.Lines, plain(Item, originText(version, o)))
		for _, d := range o.Different {
			cell.Lines = append(cell.Lines, plain(Remark, "different in "+d.Record.ID+": "+compare.ReadingText(d.Reading), b.citeReading(d.Record.ID, o.Field.ID, d.Reading)...))
		}
		if len(o.Unknown) > 0 {
			cell.Lines = append(cell.Lines, plain(Remark, "not reported for "+ids(o.Unknown)))
		}
		sec.Rows = append(sec.Rows, Row{Field: o.Field.ID, Title: o.Field.Title, Cells: []Cell{cell}})
		first := o.First[0].ID
		if counts[first] == 0 {
			order = append(order, first)
		}
		counts[first]++
	}
	slices.SortStableFunc(order, func(x, y string) int { return lib.Record(x).Date.Compare(lib.Record(y).Date) })
	var parts []string
	for _, id := range order {
		parts = append(parts, fmt.Sprintf("%s %d", id, counts[id]))
	}
	b.table.Head = EvidenceText(lib, ev, hidden)
	if parts != nil {
		b.table.Summary = []string{"First stood in: " + strings.Join(parts, " · ") + "."}
	}
	return b.table
}

func originText(version *plan.Record, o compare.Origin) string {
	if o.First[0].ID == version.ID {
		return "first here, as far as known"
	}
	parts := make([]string, len(o.First))
	for i, r := range o.First {
		parts[i] = "in " + r.ID + ", " + compare.DateText(r.Date)
		if slices.Contains(o.Disputed, r) {
			parts[i] += " (disputed there)"
		}
		if len(r.By) > 0 {
			parts[i] += ", put forward by " + strings.Join(r.By, ", ")
		}
	}
	return "first " + strings.Join(parts, "; and ")
}

func ids(records []*plan.Record) string {
	out := make([]string, len(records))
	for i, r := range records {
		out[i] = r.ID
	}
	return strings.Join(out, ", ")
}

func (b *builder) citeReading(version, field string, r compare.Reading) []int {
	var claims []*plan.Claim
	for _, k := range r.Contents {
		claims = append(claims, k.Claims...)
	}
	if claims == nil {
		return b.citeWitness(version, field, r)
	}
	return b.cite(version, field, claims)
}

// FromUptake lays out whose values an outcome has.
func FromUptake(lib *plan.Library, u, shown *compare.UptakeTable) *Table {
	b := &builder{lib: lib, number: map[string]int{}, table: &Table{}}
	for i, v := range u.Versions {
		c := column(v)
		c.Title = [3]string{"base: ", "proposal: ", "outcome: "}[i] + c.Title
		b.table.Columns = append(b.table.Columns, c)
	}
	c := &compare.Comparison{Versions: u.Versions}
	for _, r := range shown.Rows {
		b.row(c, r.Row)
		sec := &b.table.Sections[len(b.table.Sections)-1]
		last := &sec.Rows[len(sec.Rows)-1]
		last.Label = string(r.Kind)
	}
	b.table.Summary = []string{UptakeCounts(u.Count("")) + "."}
	for i := range lib.Topics {
		if t := &lib.Topics[i]; len(u.Count(t.ID)) > 0 {
			b.table.Summary = append(b.table.Summary, "  "+t.Title+": "+UptakeCounts(u.Count(t.ID)))
		}
	}
	b.table.Head = EvidenceText(lib, u.Evidence, u.Hidden)
	return b.table
}

// UptakeCounts is "20 kept · 4 coincides".
func UptakeCounts(count map[compare.Uptake]int) string {
	var parts []string
	for _, k := range compare.Uptakes {
		if n := count[k]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, k))
		}
	}
	return strings.Join(parts, " · ")
}

// FromTrails lays out where a point went.
func FromTrails(lib *plan.Library, from *plan.Record, trails []compare.Trail, ev compare.Evidence, hidden int) *Table {
	b := &builder{lib: lib, number: map[string]int{}, table: &Table{Head: EvidenceText(lib, ev, hidden), Columns: []Column{column(from)}}}
	for _, t := range trails {
		title := fmt.Sprintf("%s, %s: %s", t.Version.ID, compare.DateText(t.Version.Date), trailText(t))
		sec := Section{ID: t.Version.ID, Title: title, Points: []string{""}}
		sec.Note = trailNote(t)
		for _, r := range t.Rows {
			if r.Kind == compare.Unknown && r.Cells[1].State == plan.Lacuna {
				continue // the note has counted it
			}
			cell := b.cell(r.Field.ID, r.Cells[0], r.Cells[1])
			if r.Kind != compare.Same {
				was := from.ID + " has: " + compare.ReadingText(r.Cells[0].Reading)
				cell.Lines = append(cell.Lines, plain(Remark, was, b.citeReading(from.ID, r.Field.ID, r.Cells[0].Reading)...))
			}
			sec.Rows = append(sec.Rows, Row{Field: r.Field.ID, Title: r.Field.Title, Kind: r.Kind, Cells: []Cell{cell}})
		}
		b.table.Sections = append(b.table.Sections, sec)
	}
	return b.table
}

// trailNote says why the points are linked, and how many fields survive.
func trailNote(t compare.Trail) string {
	count := map[compare.Kind]int{}
	for _, r := range t.Rows {
		count[r.Kind]++
	}
	var parts []string
	for _, k := range append([]compare.Kind{compare.Same}, compare.Kinds...) {
		if n := count[k]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, compare.KindWords(k)))
			count[k] = 0
		}
	}
	note := fmt.Sprintf("of its %d fields: %s", len(t.Rows), strings.Join(parts, ", "))
	if len(t.Rows) == 0 {
		note = "no field of it is reported"
	}
	if t.Link != nil {
		note += "; " + strings.Join(t.Link.Why, "; ")
	}
	return note
}

func trailText(t compare.Trail) string {
	if t.Link == nil {
		if t.Relation == "deleted" {
			return "gone, every field is known to be absent"
		}
		return "no corresponding point is known"
	}
	return pointWords(t.Link.To) + ", " + string(t.Relation)
}

// Numbers is how many of the moments have a number.
func (t *Timeline) Numbers() int {
	n := 0
	for _, m := range append(slices.Clone(t.Entries), t.Undated...) {
		if slices.ContainsFunc(m.Items, func(i MomentItem) bool { return i.HasNumber }) {
			n++
		}
	}
	return n
}

// Until is the timeline without what came after a day, of which nobody knew
// by then; the empty date leaves all.
func (t Timeline) Until(day plan.Date) Timeline {
	if day != "" {
		t.Entries = slices.DeleteFunc(slices.Clone(t.Entries), func(m Moment) bool { return m.First > day.Last() })
	}
	return t
}
