package rank

import (
	"slices"
	"strings"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// This file tells which fields go together: those of one chapter, of one group by their IDs, and
// those that hold the people of a body.

// Related are fields of the text, four at most and half of them where no draft is named, of which
// some drafts say nearly as much that a question asks about as of any; those that are told already
// left out.
func (a *Asked) Related(drafts []*plan.Record, told []*plan.Field) []*plan.Field {
	const near, least, most = 0.65, 0.3, 4 // of the most that one says, and of a question; fields
	room := most
	if len(a.Drafts) == 0 {
		room = most / 2
	}
	cells := pick.Keep(a.Cells, func(c Cell) bool {
		return c.Claims != nil && c.Field.Topic.About == plan.AboutText && slices.Contains(drafts, c.Record)
	})
	meets := func(c Cell) float32 { return max(c.Feats[Field], c.Feats[Claim]) }
	if f := told[0]; !slices.ContainsFunc(drafts, func(v *plan.Record) bool { return len(v.Claims(f.ID)) > 0 }) { // what others tell of it there
		meets = func(c Cell) float32 { return c.Feats[Pooled] }
	}
	best := float32(least)
	for _, f := range told {
		best = max(best, near*a.Of(f)[Field])
	}
	for _, c := range cells {
		best = max(best, near*meets(c))
	}
	var out []*plan.Field
	said := map[string]bool{} // by a draft, whatever of: one field with it is enough
	for _, c := range cells {
		k := c.Claims[0].Claim
		what := c.Record.ID + " " + k.Value.String()
		if f := c.Field.Field; len(out) < room && a.Voice == 0 && meets(c) >= best && !slices.Contains(told, f) && !slices.Contains(out, f) && (k.Value.IsZero() || !said[what]) {
			out, said[what] = append(out, f), true
		}
	}
	return out
}

// persons puts before a field that holds no people, where a question asks who they are, those
// of its topic that do and whose title has all of that field's: "who sits on the council" is
// told by its members and its chair.
func (a *Asked) persons(fields []*plan.Field) []*plan.Field {
	if len(fields) == 0 || !a.whom || a.by.holdsPeople(fields[0]) {
		return fields
	}
	topic, _ := a.by.Index.Lib.Field(fields[0].ID)
	var out []*plan.Field
	for i := range topic.Fields {
		_, f := a.by.Index.Lib.Field(topic.Fields[i].ID)
		if f != fields[0] && strings.Contains(strings.ToLower(f.Title), strings.ToLower(fields[0].Title)) && a.by.holdsPeople(f) && (len(a.Drafts) == 0 || a.reported(f)) {
			out = append(out, f)
		}
	}
	a.Led = len(out) > 0
	return pick.Firstly(append(out, fields...), func(f *plan.Field) bool { return f.Kind == plan.List })
}

// numbers puts before a field that holds none, where a question asks how many, one of its topic
// that does, meets it nearly as well, and is told by the record that meets it best.
func (a *Asked) numbers(fields []*plan.Field) []*plan.Field {
	const nearly = 0.6
	if len(fields) == 0 || a.Shape[Amount] == 0 || fields[0].Kind.Numeric() || len(a.Cells) == 0 {
		return fields
	}
	topic, _ := a.by.Index.Lib.Field(fields[0].ID)
	for i := range topic.Fields {
		_, f := a.by.Index.Lib.Field(topic.Fields[i].ID)
		if f.Kind.Numeric() && a.Of(f)[Field] >= nearly*a.Of(fields[0])[Field] && len(a.Cells[0].Record.Claims(f.ID)) > 0 {
			a.Led = true
			return append([]*plan.Field{f}, pick.Drop(fields, func(g *plan.Field) bool { return g == f })...)
		}
	}
	return fields
}

// holdsPeople reports whether a field is a list, or some record has one of those for its value
// who stand in a list.
func (s *Ranker) holdsPeople(f *plan.Field) bool {
	return f.Kind == plan.List || slices.ContainsFunc(s.Index.Claims, func(c search.Claim) bool {
		return c.Field == f && s.actors[strings.ToLower(c.Claim.Value.Text)]
	})
}

// together adds to fields those of the group of the first by which a draft that is named says more
// of what a question asks for: "the part of it that they hold".
func (a *Asked) together(out []*plan.Field, most int) []*plan.Field {
	first := out[0].Prefix()
	for _, c := range a.Cells {
		if c.Claims == nil || !slices.Contains(a.Drafts, c.Record) || c.Field.Field.Prefix() != first || slices.Contains(out, c.Field.Field) || len(out) == most {
			continue
		}
		for i := range a.Subject.Terms {
			if slices.ContainsFunc(c.Claims, func(k search.Claim) bool {
				return a.Subject.Strength(i, k.Unit, search.Value) > 0.9 && a.Subject.Strength(i, k.Of, search.Title) == 0 && !a.by.Side(a.Subject, i)
			}) && !slices.Contains(out, c.Field.Field) {
				out = append(out, c.Field.Field)
			}
		}
	}
	return out
}

// chapter are the fields of the topic whose title is that of the field that a question is
// about, so that it stands for all of them; nil if it is about none such.
func (a *Asked) chapter() (out []*plan.Field) {
	const all = 0.99
	zones := map[bool]int{true: 2, false: 1}[a.Shape[Amount] > 0] // "how much land", in other names of it
	for _, f := range a.by.Index.Fields {
		if f.Field.Title == f.Topic.Title && f.Topic.About == plan.AboutText && a.Subject.Total > 0 && a.Subject.Cover(names(f.Unit, f.Theme)[:zones]...) >= all {
			for i := range f.Topic.Fields {
				_, g := a.by.Index.Lib.Field(f.Topic.Fields[i].ID)
				out = append(out, g)
			}
		}
	}
	return out
}

// prefixed are the fields about the text whose IDs begin with the subject of a question,
// several at least: "frozen assets" are frozen-assets.status and frozen-assets.remainder.
// One that has that for its title stands for a few.
func (a *Asked) prefixed() []*plan.Field {
	const few = 3
	var subject []string
	for _, t := range a.Subject.Terms {
		if group, _, ok := a.by.Index.Alias(t.Words); !ok || !a.by.names.Party(group) && !a.by.people[group] {
			subject = append(subject, t.Words[0].Stem)
		}
	}
	groups := map[string][]*plan.Field{}
	for _, f := range a.by.Index.Fields {
		words := search.Words(f.Field.Prefix())
		met := 0
		for _, w := range words {
			if slices.Contains(subject, w.Stem) {
				met++
			}
		}
		if f.Topic.About == plan.AboutText && met == len(subject) && 2*met >= len(words) && met > 0 {
			groups[f.Field.Prefix()] = append(groups[f.Field.Prefix()], f.Field)
		}
	}
	for _, fields := range groups {
		titled := slices.ContainsFunc(fields, func(f *plan.Field) bool {
			return !slices.ContainsFunc(search.Words(f.Title), func(w search.Word) bool {
				return !w.Common() && !slices.ContainsFunc(a.Match.Terms, func(t search.Term) bool { return t.Words[0].Stem == w.Stem })
			})
		})
		if len(groups) == 1 && (len(fields) > few || len(fields) > 1 && !titled) {
			slices.SortStableFunc(fields, func(f, g *plan.Field) int { return a.by.Weight(g) - a.by.Weight(f) })
			return fields
		}
	}
	return nil
}
