// Package finding holds what one record says of one field, as an answer tells it: with how it
// differs from another, the claims that are asked about, and how well it meets a question.
package finding

import (
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Finding is what one record says of one field.
type Finding struct {
	Record *plan.Record
	Topic  *plan.Topic
	Field  *plan.Field
	compare.Reading
	// Difference is from the first version of a comparison; the zero
	// Difference elsewhere.
	compare.Difference
	Base *compare.Cell // what the difference is from; nil where there is none
	// Nearest: not what was asked for, but the nearest thing that is reported.
	Nearest bool
	// Related: on the same matter, beside what was asked for.
	Related bool
	Only    []*plan.Claim     // those that a question is about, where not all are
	Score   float64           // in log odds; 0 where it was not judged
	Beyond  float32           // weight of a question that it says beyond its names
	Exact   bool              // the words of the sources are asked for
	Aside   bool              // Picked is only told of in outline
	Picked  []compare.Content // its contents in the order in which they are told; nil: as they are
}

// Gone reports whether a record is known not to have what a finding is on.
func (f *Finding) Gone() bool { return f.State == plan.Deleted || f.State == plan.Omitted }

// Without reports whether a record is known not to have what a question asks about, or has it so
// in each of the accounts that disagree: "no X" is of X alone, where the question has its words.
func (f *Finding) Without(has func(text string) bool) bool {
	return f.Gone() || f.State == plan.Disputed && !slices.ContainsFunc(f.Contents, func(k compare.Content) bool {
		part, no := strings.CutPrefix(k.Value.String(), "no ")
		return k.State != plan.Deleted && k.State != plan.Omitted && !(no && has(part))
	})
}

// Says reports whether a finding has a content, and not but one near or beside what was asked.
func (f *Finding) Says() bool { return len(f.Contents) > 0 && !f.Nearest && !f.Related }

// Within reports whether all that a finding says are lists, of nothing but some items.
func (f *Finding) Within(items []string) bool {
	return !slices.ContainsFunc(f.Contents, func(k compare.Content) bool {
		return k.Value.Items == nil || slices.ContainsFunc(k.Value.Items, func(item string) bool { return !slices.Contains(items, item) })
	})
}

// Claimed are the claims that a finding's contents rest on.
func (f *Finding) Claimed() []*plan.Claim {
	return slices.Concat(pick.Each(f.Contents, func(k compare.Content) []*plan.Claim { return k.Claims })...)
}

// Outlined are those that tell of it in outline.
func (f *Finding) Outlined() []*plan.Claim {
	return pick.Keep(f.Claims, func(c *plan.Claim) bool { return c.Outline && Relied(c) })
}

// Shown are the claims that an answer lists for a finding.
func (f *Finding) Shown() []*plan.Claim {
	if f.Only != nil {
		return f.Only
	}
	return f.Claims
}

// Told are what a finding says, or those of its claims that are asked about.
func (f *Finding) Told() []compare.Content {
	switch {
	case f.Picked != nil:
		return f.Picked
	case f.Only == nil:
		return f.Contents
	}
	return compare.ContentsOf(f.Only)
}

// Cited are the claims that a finding's words rest on.
func (f *Finding) Cited() (out []*plan.Claim) {
	if f.Only != nil {
		return f.Only
	}
	for _, k := range f.Told() {
		out = append(out, k.Claims...)
	}
	return out
}

// Narrow keeps of what a document is told by, the best first, where a question asks for an outlet,
// what says clearly more of it than the rest.
func (f *Finding) Narrow(outlet bool, said func([]*plan.Claim) float32) {
	const clearly = 1.5 // times as much
	if !outlet || f.Topic.About != plan.AboutDocument || f.State != plan.Present {
		return
	}
	if best := said(f.Picked[0].Claims); best > 0 && best > clearly*said(f.Picked[len(f.Picked)-1].Claims) {
		f.Picked = pick.Keep(f.Picked, func(k compare.Content) bool { return said(k.Claims)*clearly > best })
	}
}

// Has reports whether what a finding rests on has a word, by its stem.
func (f *Finding) Has(stem string) bool {
	return slices.ContainsFunc(f.Cited(), func(c *plan.Claim) bool {
		return slices.ContainsFunc(search.Words(c.Value.String()+" "+c.Phrase), func(w search.Word) bool { return w.Stem == stem })
	})
}

// Names reports whether one of some alias groups stands in what a finding is about or says: it is
// not who says it.
func (f *Finding) Names(x *search.Index, parties []string) bool {
	text := f.Topic.Title + " " + f.Field.Title
	for _, k := range f.Contents {
		text += " " + k.Value.String()
	}
	return slices.ContainsFunc(x.Groups(search.Words(text)), func(g string) bool { return slices.Contains(parties, g) })
}

// SaysAs reports whether two findings have a value in common.
func (f *Finding) SaysAs(g *Finding) bool {
	return slices.ContainsFunc(f.Contents, func(k compare.Content) bool {
		return slices.ContainsFunc(g.Contents, func(l compare.Content) bool { return k.Value.String() == l.Value.String() })
	})
}

// Relied reports whether the records rely on a claim: one set aside as wrong is nobody's word,
// whoever printed it.
func Relied(c *plan.Claim) bool { return c.Rank != plan.Deprecated }

// Those are the findings that a test keeps.
func Those(in []Finding, keep func(*Finding) bool) []*Finding {
	var out []*Finding
	for i := range in {
		if f := &in[i]; keep(f) {
			out = append(out, f)
		}
	}
	return out
}

// At is the place of a field of a record among findings; -1: it is not there.
func At(in []Finding, v *plan.Record, f *plan.Field) int {
	return slices.IndexFunc(in, func(g Finding) bool { return g.Record == v && g.Field == f })
}

// Once keeps the first of each field of a record, with the best score of it.
func Once(in []Finding) []Finding {
	var out []Finding
	for _, f := range in {
		if i := At(out, f.Record, f.Field); i < 0 {
			out = append(out, f)
		} else {
			out[i].Score = max(out[i].Score, f.Score)
		}
	}
	return out
}

// Records are the records of findings, each once, in their order.
func Records(fs []*Finding) (out []*plan.Record) {
	for _, f := range fs {
		if !slices.Contains(out, f.Record) {
			out = append(out, f.Record)
		}
	}
	return out
}

// Row are the cells of a row of a comparison.
func Row(row compare.Row) []Finding {
	return pick.Each(row.Cells, func(c compare.Cell) Finding {
		return Finding{Record: c.Version, Topic: row.Topic, Field: row.Field, Reading: c.Reading, Difference: c.Difference, Base: &row.Cells[0]}
	})
}

// Unmatched are what the text of one of two versions compared says where nothing is known of the
// other, its base; none of no comparison.
func Unmatched(c *compare.Comparison, of int) []Finding {
	var out []Finding
	if c == nil {
		return nil
	}
	for _, row := range c.Rows {
		if f := Row(row)[of]; f.Says() && row.Topic.About == plan.AboutText && row.Cells[1-of].State == plan.Lacuna {
			f.Related, f.Difference, f.Base = true, compare.Difference{}, &row.Cells[1-of]
			out = append(out, f)
		}
	}
	return out
}
