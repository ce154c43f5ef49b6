package table

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// Options choose what a table of a comparison shows.
type Options struct {
	// Words marks differing words even where little of a text was kept.
	Words bool
	// Total is the comparison before rows were left out, for the closing
	// line; nil if none were.
	Total *compare.Comparison
	// Aside puts the rows that only Total has into the table too, marked as
	// such. Sources are numbered as they are without them.
	Aside bool
	// ByPoint puts rows, ordered by ByPoint, in sections by the points of
	// the first version instead of by topic.
	ByPoint bool
	// Paper is for readers who have no program at hand: the closing lines
	// speak of no flags.
	Paper bool
}

// FromComparison lays out a comparison.
func FromComparison(lib *plan.Library, c *compare.Comparison, opt Options) *Table {
	b := &builder{lib: lib, opt: opt, number: map[string]int{}, table: &Table{}}
	for _, v := range c.Versions {
		b.table.Columns = append(b.table.Columns, column(v))
	}
	total := opt.Total
	if total == nil {
		total = c
	}
	b.rows(c, total)
	b.table.Summary = summary(total, c, opt.Paper)
	b.table.Head = EvidenceText(lib, c.Evidence, c.Hidden)
	return b.table
}

func column(v *plan.Record) Column {
	return Column{ID: v.ID, Label: v.Label, Title: v.Title, Date: compare.DateText(v.Date), Known: compare.KnownText(v), By: strings.Join(v.By, ", ")}
}

type builder struct {
	lib    *plan.Library
	opt    Options
	table  *Table
	number map[string]int                                 // source ID -> index in Notes + 1
	split  map[*plan.Record]map[string][]plan.FieldClaims // claims of a record by topic ID
}

func (b *builder) section(topic *plan.Topic, versions []*plan.Record) *Section {
	if n := len(b.table.Sections); n > 0 && b.table.Sections[n-1].ID == topic.ID {
		return &b.table.Sections[n-1]
	}
	s := Section{ID: topic.ID, Title: topic.Title}
	for _, v := range versions {
		s.Points = append(s.Points, NumberList(compare.TopicPoints(b.about(v, topic), topic)))
	}
	b.table.Sections = append(b.table.Sections, s)
	return &b.table.Sections[len(b.table.Sections)-1]
}

// NumberList writes sorted numbers with runs drawn together: "1-3, 7".
func NumberList(points []int) string {
	var parts []string
	for i := 0; i < len(points); {
		j := i
		for j+1 < len(points) && points[j+1] == points[j]+1 {
			j++
		}
		part := strconv.Itoa(points[i])
		if j > i {
			part += "-" + strconv.Itoa(points[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

func (b *builder) row(c *compare.Comparison, r compare.Row) {
	s := b.section(r.Topic, c.Versions)
	s.Rows = append(s.Rows, b.rowOf(r))
}

func (b *builder) rowOf(r compare.Row) Row {
	out := Row{Field: r.Field.ID, Title: r.Field.Title, Unit: r.Field.Unit, Kind: r.Kind}
	base := r.Cells[0]
	for _, cell := range r.Cells {
		out.Cells = append(out.Cells, b.cell(r.Field.ID, base, cell))
	}
	b.mark(&out, r)
	return out
}

// cell words one cell.
func (b *builder) cell(field string, base, c compare.Cell) Cell {
	out := Cell{State: c.State, Kind: c.Kind}
	r := c.Reading
	switch {
	case r.State == plan.Disputed:
		head := compare.StateWords(r.State)
		if c.Changed {
			head = "changed; how is disputed"
		}
		out.Lines = append(out.Lines, plain(Main, head))
		if c.Changed && len(base.Contents) == 1 && base.State == plan.Present {
			out.Lines = append(out.Lines, plain(Remark, "no report keeps "+compare.ContentText(base.Contents[0])))
		}
		for _, k := range r.Contents {
			out.Lines = append(out.Lines, plain(Item, b.sideText(k), b.cite(c.Version.ID, field, k.Claims)...))
		}
	case len(r.Contents) > 1:
		head := "[ not agreed ]"
		if r.State == plan.Present {
			head = "told in several ways"
		}
		out.Lines = append(out.Lines, plain(Main, head))
		for _, k := range r.Contents {
			text, notes := compare.ContentText(k), b.cite(c.Version.ID, field, k.Claims)
			if text == head { // who says only that it is open
				out.Lines[0].Notes = notes
				continue
			}
			out.Lines = append(out.Lines, plain(Item, text, notes...))
		}
	case len(r.Contents) == 1:
		out.Lines = append(out.Lines, plain(Main, compare.ContentText(r.Contents[0]), b.cite(c.Version.ID, field, r.Contents[0].Claims)...))
	default:
		out.Lines = append(out.Lines, plain(Main, compare.StateWords(r.State), b.citeWitness(c.Version.ID, field, r)...))
	}
	b.remarks(&out, field, base, c)
	b.evidence(&out, c)
	return out
}

// sideText words one side of a dispute: how many independent sources stand
// behind it, and what they say.
func (b *builder) sideText(k compare.Content) string {
	if n := compare.Independent(b.lib, k.Claims); n > 1 {
		return fmt.Sprintf("%d independent sources say: %s", n, compare.ContentText(k))
	}
	return "1 says: " + compare.ContentText(k)
}

func (b *builder) remarks(out *Cell, field string, base, c compare.Cell) {
	if d := compare.DeltaText(c.Delta); d != "" {
		out.Lines = append(out.Lines, plain(Step, d))
	}
	if c.Kind == compare.Reworded {
		if words := firstWording(c.Reading); words != "" {
			out.Lines = append(out.Lines, wordingLine(words))
		}
	}
	if c.Difference.Told && c.Kind == compare.Changed && len(out.Lines) > 0 && !strings.Contains(out.Lines[0].Text(), "how is not reported") {
		out.Lines = append(out.Lines, plain(Remark, "a source says that it changed, not how"))
	}
	if c.Kind == compare.Disputed && c.State != plan.Disputed {
		out.Lines = append(out.Lines, plain(Remark, base.Version.ID+" is disputed here"))
	}
	if c.Qualified {
		out.Lines = append(out.Lines, plain(Remark, "the same value, qualified otherwise than in "+base.Version.ID))
	}
	if c.Variant {
		out.Lines = append(out.Lines, plain(Remark, "another copy has the same as "+base.Version.ID))
	}
	for _, k := range c.Others() {
		out.Lines = append(out.Lines, plain(Variant, "also: "+compare.ContentText(k), b.cite(c.Version.ID, field, k.Claims)...))
	}
}

func firstWording(r compare.Reading) string {
	for _, k := range r.Contents {
		for _, c := range k.Claims {
			if c.Wording {
				return c.Phrase
			}
		}
	}
	return ""
}

// cite numbers the sources of claims.
func (b *builder) cite(version, field string, claims []*plan.Claim) []int {
	var out []int
	for _, c := range claims {
		if n := b.note(c.Source, Use{Version: version, Field: field, Claim: c}); n > 0 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

func (b *builder) citeWitness(version, field string, r compare.Reading) []int {
	var out []int
	if r.State != plan.Omitted {
		return nil
	}
	for _, s := range r.Witness {
		if n := b.note(s, Use{Version: version, Field: field, Witness: true}); n > 0 {
			out = append(out, n)
		}
	}
	return out
}

func (b *builder) note(source string, use Use) int {
	n := b.number[source]
	if n == 0 {
		s := b.lib.Source(source)
		if s == nil {
			return 0
		}
		n = len(b.table.Notes) + 1
		b.number[source] = n
		b.table.Notes = append(b.table.Notes, Note{Number: n, Source: s})
	}
	note := &b.table.Notes[n-1]
	note.Uses = append(note.Uses, use)
	return n
}
