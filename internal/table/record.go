package table

import (
	"cmp"
	"fmt"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/wording"
)

// FromRecord lays out one record: its points in their order, then what has no
// known point, by topic. Claims that did not decide are shown with why.
func FromRecord(s *compare.RecordReading) *Tree {
	b := newBuilder(s.View, "show", s.Hidden, s.Record)
	b.tree.Title = s.Record.ID + ": " + s.Record.Title
	b.tree.Known = b.known(s.Record)
	b.tree.Known.Points = s.Points
	if !s.Part {
		b.tree.Grids = []Grid{b.factsGrid(s.Record)}
	}
	rows := map[string][]compare.Row{}
	for _, r := range s.Rows {
		point := ""
		for _, c := range r.Cells[0].Claims {
			point = cmp.Or(point, c.PointName()) // the first that is known
		}
		rows[point] = append(rows[point], r)
	}
	for _, p := range s.Points {
		if name := p.Name(); name != "" {
			b.tree.Sections = append(b.tree.Sections, Section{ID: name, Title: strings.TrimSuffix("Point "+name+": "+p.Title, ": "),
				Points: []string{""}, Note: pointNote(s.Record, p), Rows: pick.Each(rows[name], b.singleRow)})
		}
	}
	for _, r := range rows[""] {
		sec, _ := b.section(r.Topic.ID, r.Topic.Title)
		sec.Rows = append(sec.Rows, b.singleRow(r))
	}
	if len(b.tree.Sections) == 0 {
		b.tree.Foot = append(b.tree.Foot, plain(Remark, wording.NothingReported))
	}
	return b.done()
}

func pointNote(r *plan.Record, p plan.Point) string {
	notes := []string{""}
	switch {
	case p.Unread:
		notes[0] = "nobody has read this point"
	case p.Placeholder:
		notes[0] = "the number is kept and the text struck"
	case r.ReadWhole(p.Number):
		notes[0] = "text known"
	}
	if len(p.Parts) > 0 {
		notes = append(notes, "parts "+strings.Join(p.Parts, ", "))
	}
	for _, l := range p.From {
		notes = append(notes, l.Version+" "+wording.PointText(prose.Ranges(l.Points)))
	}
	return prose.Listed(" · ", notes...)
}

// singleRow words a field of one record, with claims that did not decide, and notes.
func (b *builder) singleRow(r compare.Row) Row {
	c := r.Cells[0]
	field := r.Field.ID
	cell := b.cell(field, c, c)
	for _, claim := range c.Claims {
		if why := wording.NotDeciding(c.Reading, claim); why != "" {
			cell.say(OtherCopy, why+": "+wording.Claim(claim), b.cite(cell.Version, field, []*plan.Claim{claim})...)
		}
	}
	b.notes(&cell, field)
	return fieldRow(r, cell)
}

// notes are those of the records on the claims of a cell.
func (b *builder) notes(out *Cell, field string) {
	for _, c := range out.Claims {
		if c.Note != "" {
			out.say(Note, "note: "+c.Note, b.cite(out.Version, field, []*plan.Claim{c.Claim})...)
		}
	}
}

// factsGrid is what a record says of itself, with the sources of it; what has
// none is the records' own word.
func (b *builder) factsGrid(r *plan.Record) Grid {
	g := Grid{ID: "facts", Columns: []GridColumn{{Title: ""}, {Title: "", Wide: true}}}
	add := func(key, lead, text string) {
		if text != "" {
			g.Rows = append(g.Rows, GridRow{ID: key, Wraps: key != "names", Cells: []GridCell{{Text: lead}, {Text: text, Cites: b.citeCards(r.AttestedBy(key), aboutItself, r.ID+" "+key)}}})
		}
	}
	date := wording.Date(r.Date)
	if r.DateNote != "" {
		date += " (" + r.DateNote + ")"
	}
	add("date", "date", date)
	add("by", "by", strings.Join(r.By, ", "))
	add("parties", "parties", strings.Join(r.Parties, ", "))
	add("known", "known", wording.Known(b.view, r))
	add("known_note", "", r.KnownNote)
	add("status", "status", r.Status)
	add("follows", "follows", strings.Join(r.Follows, ", "))
	add("accompanies", "side of", r.Accompanies)
	add("concerns", "concerns", strings.Join(r.Concerns, ", "))
	add("names", "called", strings.Join(r.Names, ", "))
	add("note", "note", r.Note)
	return g
}

// FromTrails lays out where a point went: a section a later version.
func FromTrails(f *compare.Followed) *Tree {
	from := f.Record
	b := newBuilder(f.View, "follow", f.Hidden, from)
	b.tree.Known = b.known(from)
	b.tree.Known.Points = []plan.Point{f.Point}
	b.tree.Title = fmt.Sprintf("%s point %d: %s", from.ID, f.Point.Number, f.Point.Title)
	for _, t := range f.Trails {
		sec, _ := b.section(t.Version.ID, t.Version.ID+", "+wording.Date(t.Version.Date)+": "+wording.Trail(t))
		sec.Note, sec.Trail = wording.TrailNote(t), &t
		for _, r := range t.Rows {
			if r.Kind == compare.Unknown && r.Cells[1].State == plan.Lacuna {
				continue // the note has counted it
			}
			cell := b.cell(r.Field.ID, r.Cells[0], r.Cells[1])
			if r.Kind != compare.Same {
				cell.say(Remark, wording.Was(from.ID, r.Cells[0].Reading), b.citeReading(from.ID, r.Field.ID, r.Cells[0].Reading)...)
			}
			row := fieldRow(r, cell)
			row.Word = wording.RowWord(r.Kind, r.Terms)
			sec.Rows = append(sec.Rows, row)
		}
	}
	if len(f.Trails) == 0 {
		b.tree.Foot = []Line{plain(Remark, wording.NoLaterDraft)}
	}
	return b.done()
}
