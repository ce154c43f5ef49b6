package table

import (
	"cmp"
	"fmt"
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/wording"
)

// FromOrigins lays out where each content of a version first stood.
func FromOrigins(o *compare.Origins) *Tree {
	b := newBuilder(o.View, "origin", o.Hidden, o.Version)
	b.tree.Title = o.Version.ID + ": " + o.Version.Title
	counts := map[*plan.Record]int{}
	var firsts []*plan.Record
	for _, x := range o.Contents {
		b.originRow(o.Version, x)
		if counts[x.First[0]] == 0 {
			firsts = append(firsts, x.First[0])
		}
		counts[x.First[0]]++
	}
	slices.SortStableFunc(firsts, func(x, y *plan.Record) int { return x.Date.Compare(y.Date) })
	foot := wording.NothingReported
	if len(firsts) > 0 {
		foot = "First appeared in: " + prose.Join(firsts, " · ", func(r *plan.Record) string { return fmt.Sprintf("%s %d", r.ID, counts[r]) }) + "."
	}
	b.tree.Foot = []Line{plain(Remark, foot)}
	return b.done()
}

func (b *builder) originRow(version *plan.Record, o compare.Origin) {
	sec := b.topicSection([]*plan.Record{version}, o.Topic)
	field := o.Field.ID
	cell := Cell{Version: version.ID, State: o.Content.State, Value: o.Content.Value, Text: wording.Content(o.Content)}
	cell.say(Value, cell.Text, b.cite(version.ID, field, o.Content.Claims)...)
	cell.say(Account, wording.Origin(version, o))
	if o.Reading.State == plan.Disputed {
		cell.State = plan.Disputed
		cell.say(Remark, wording.OneAccount(version.ID, o.Reading), b.citeReading(version.ID, field, o.Reading)...)
	}
	for _, d := range o.Different {
		cell.say(Remark, wording.DifferentIn(d), b.citeReading(d.Record.ID, field, d.Reading)...)
	}
	if len(o.Unknown) > 0 {
		cell.say(Remark, wording.NotReportedFor(o.Unknown))
	}
	cell.Claims = pick.Each(o.Content.Claims, func(c *plan.Claim) Claim { return Claim{Claim: c, Decides: true, Text: wording.Claim(c)} })
	row := fieldRow(compare.Row{Topic: o.Topic, Field: o.Field}, cell)
	row.Origin = &o
	sec.Rows = append(sec.Rows, row)
}

// FromUptake lays out whose values an outcome has; keep chooses by kind; nil: all.
func FromUptake(u *compare.UptakeTable, keep func(compare.Uptake) bool) *Tree {
	b := newBuilder(u.View, "uptake", u.Hidden, u.Versions...)
	for i, role := range [...]string{"base", "proposal", "outcome"} {
		b.tree.Columns[i].Role = role
	}
	b.tree.Grids = []Grid{b.uptakeGrid(u)}
	for i, r := range u.Rows {
		if keep != nil && !keep(r.Kind) {
			continue
		}
		row := b.row(r.Row, false)
		row.Number, row.Mark, row.Uptake = i+1, wording.Uptake(r.Kind), r.Kind
		row.Word = row.Mark.Word
		s := b.topicSection(u.Versions, r.Topic)
		s.Rows = append(s.Rows, row)
	}
	return b.done()
}

// uptakeGrid counts the fields of each kind, in all and by topic.
func (b *builder) uptakeGrid(u *compare.UptakeTable) Grid {
	g := Grid{ID: "counts", Columns: []GridColumn{{Title: "Topic", Wide: true}}}
	for _, k := range compare.Uptakes {
		g.Columns = append(g.Columns, GridColumn{Title: wording.Uptake(k).Word, Short: wording.UptakeShort(k), Right: true})
	}
	b.tree.Uptakes = map[string]map[string]int{}
	line := func(id, title string) {
		counts := u.Count(id)
		b.tree.Uptakes[id] = map[string]int{}
		for _, k := range compare.Uptakes {
			b.tree.Uptakes[id][string(k)] = counts[k]
		}
		g.count(id, title, pick.Each(compare.Uptakes, func(k compare.Uptake) int { return counts[k] }))
	}
	line("", "all topics")
	seen := map[string]bool{}
	for _, r := range u.Rows {
		if !seen[r.Topic.ID] {
			seen[r.Topic.ID] = true
			line(r.Topic.ID, r.Topic.Title)
		}
	}
	return g
}

// Draft is one draft among those in time.
type Draft struct {
	*plan.Record
	Known  string   // how well, in words
	Text   bool     // a source reproduces its text
	From   []string // other drafts here that it was made from
	Chosen bool     // one of the versions compared
}

// FromDrafts lays out the drafts that the evidence tells of, dated ones in order
// and then undated ones; those that are compared are marked, and stay even where
// it tells of nothing in them.
func FromDrafts(c *compare.Comparison) []Draft {
	chosen := plan.IDs(c.Versions)
	drafts := pick.Drop(c.View.Drafts(), func(r *plan.Record) bool {
		return !slices.Contains(chosen, r.ID) && r.ClaimCount() == 0 && !c.View.Filter.IsZero()
	})
	there := map[string]bool{}
	for _, r := range drafts {
		there[r.ID] = true
	}
	slices.SortStableFunc(drafts, func(x, y *plan.Record) int { return cmp.Or(x.Date.Compare(y.Date), cmp.Compare(x.ID, y.ID)) })
	return pick.Each(drafts, func(r *plan.Record) Draft {
		from := pick.Keep(r.Follows, func(id string) bool { return there[id] })
		return Draft{r, wording.Known(c.View, r), compare.KnownAs(r) == plan.KnownText, from, slices.Contains(chosen, r.ID)}
	})
}
