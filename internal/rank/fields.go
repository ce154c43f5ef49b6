package rank

import (
	"math"
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Margin is how far below the best a cell or field may score and still be a part of
// the answer, in units of log odds.
const Margin = 1.6

// Meant are the fields that a question is about: the best, and those that come near
// it; of a topic its fields, as far as the drafts named say something of them.
// Where drafts are named, fields are judged by themselves, so that silence can be
// told; else by their best cells. It needs Rank, and sets Topic and Wide.
func (a *Asked) Meant() []*plan.Field {
	a.findTopic()
	return a.numbers(a.persons(a.meant()))
}

func (a *Asked) meant() []*plan.Field {
	const most = 4
	var out []*plan.Field
	for _, f := range a.Topic {
		if len(a.Drafts) == 0 || a.reported(f) {
			out = append(out, f)
		}
	}
	switch {
	case out != nil && len(a.Drafts) > 0:
		return out // a part of them would be told for the whole
	case out != nil:
		return out[:min(most, len(out))]
	case len(a.Drafts) > 0:
		return a.ofDrafts(most)
	}
	if f := a.Untold(); f != nil {
		return []*plan.Field{f}
	}
	for _, c := range a.Cells {
		if c.Score < a.Cells[0].Score-Margin || len(out) == most {
			break
		}
		if !slices.Contains(out, c.Field.Field) {
			out = append(out, c.Field.Field)
		}
	}
	return out
}

// reported reports whether one of the drafts named says something of a field.
func (a *Asked) reported(f *plan.Field) bool {
	return slices.ContainsFunc(a.Drafts, func(v *plan.Record) bool { return len(v.Claims(f.ID)) > 0 })
}

// ofDrafts are the fields that a question asks the drafts named about: first the one
// that has nearly all of it, then those of which they say something, then those that
// meet it by themselves.
func (a *Asked) ofDrafts(most int) []*plan.Field {
	var out []*plan.Field
	add := func(f *plan.Field) {
		if !slices.Contains(out, f) && len(out) < most {
			out = append(out, f)
		}
	}
	order, scores := a.by.Fields(a)
	if text := pick.Drop(order, func(f int) bool {
		about := a.by.Index.Fields[f].Topic.About
		return about != plan.AboutText && about != plan.AboutDocument && a.Fields[f][Titled] == 0
	}); len(text) > 0 {
		order = text
	}
	if best := a.by.Index.Fields[order[0]].Field; a.Certain(best) {
		add(best) // though they say nothing of it
	}
	top := math.Inf(-1)
	for _, c := range a.Cells {
		if c.Claims == nil || !slices.Contains(a.Drafts, c.Record) {
			continue
		}
		if top = max(top, c.Score); c.Score < top-Margin {
			break
		}
		if scores[a.by.At(c.Field.Field)] > scores[order[0]]-Margin {
			add(c.Field.Field)
		}
	}
	for _, f := range order {
		if scores[f] < scores[order[0]]-Margin {
			break
		}
		add(a.by.Index.Fields[f].Field)
	}
	return a.together(out, most)
}

// findTopic finds the fields of the topic about the text that a question is about,
// those that drafts say most of first: whose name is what it says and is no field's,
// or stands in it beside words that no field has. None where it is about a field.
func (a *Asked) findTopic() {
	const part, all = 0.4, 0.9 // of a question, in the name of a topic; in the title of a field
	a.Topic, a.Wide = nil, false
	if a.Shape[Who]+a.Shape[When] == 0 && a.Shape[Amount] > 0 && len(a.Drafts) == 1 {
		a.Topic = a.chapter()
	}
	if a.Shape[Who]+a.Shape[When]+a.Shape[Amount] > 0 {
		return // they ask for a field
	}
	if a.Topic = a.prefixed(); a.Topic != nil {
		a.Wide = a.meaning // it is told by all of it
		return
	}
	whole := a.Match.Whole(a.Cue)
	titles := func(f search.Field) bool {
		return a.Subject.Cover(search.Place{Unit: f.Unit, Zone: search.Title}) > all
	}
	named := slices.ContainsFunc(a.Fields, func(v Vector) bool { return v[Whole] > part }) || slices.ContainsFunc(a.by.Index.Fields, titles)
	titled := map[search.Unit]bool{}
	for n := range a.by.Index.Names {
		if of, _ := a.Match.Name(n); of > 0.99 && a.by.Index.Names[n].Title {
			titled[a.by.Index.Names[n].Owner] = true
		}
	}
	alone := a.alone()
	for _, f := range a.by.Index.Fields {
		closer := a.closer(f) || alone[f.Unit]
		if named = named || closer; closer || whole[f.Unit] && !titled[f.Theme] { // its own name, and not the topic's title
			delete(whole, f.Theme)
		}
	}
	for i, f := range a.by.Index.Fields {
		if (whole[f.Theme] || !named && a.Fields[i][TopicName] > part) && f.Topic.About == plan.AboutText {
			a.Topic = append(a.Topic, f.Field)
		}
	}
	a.Wide = a.Topic != nil && !named
	if a.Topic == nil && (len(a.Drafts) == 1 || a.meaning) {
		a.Topic = a.chapter()
		a.Wide = a.Topic != nil && len(a.Drafts) == 0
	}
	slices.SortStableFunc(a.Topic, func(f, g *plan.Field) int { return a.by.Weight(g) - a.by.Weight(f) })
}

// closer reports whether the title of a field has as much of a question as that of its topic, at least
// two words, and the topic's has a word that the question lacks, and lacks no more of it.
func (a *Asked) closer(f search.Field) bool {
	lacks := func(title string) (n int) {
		for _, w := range search.Words(title) {
			if !w.Common() && !slices.ContainsFunc(a.Match.Terms, func(t search.Term) bool { return t.Words[0].Stem == w.Stem }) {
				n++
			}
		}
		return n
	}
	in := func(u search.Unit) (n int) {
		for i := range a.Subject.Terms {
			if a.Subject.Strength(i, u, search.Title) > 0.9 {
				n++
			}
		}
		return n
	}
	most := lacks(f.Topic.Title)
	return most > 0 && in(f.Unit) > 1 && in(f.Unit) == in(f.Theme) && lacks(f.Field.Title) <= most
}

// alone are the fields of which a word of a question stands in the names, and in those of no other
// field of its topic and not in the topic's: "the duration of the guarantees" is not all about them.
func (a *Asked) alone() map[search.Unit]bool {
	const sure, half = 0.9, 0.5
	out := map[search.Unit]bool{}
	for t, term := range a.Subject.Terms {
		if w := term.Words[0]; lexicon.PlanNoun(w.Text) || lexicon.Offers(w.Text) || a.by.Side(a.Subject, t) || a.Cue(w.Start) || term.Alias || a.capital(term) { // a name tells no field
			continue
		}
		has := func(of search.Unit) float32 {
			return max(a.Subject.Strength(t, of, search.Title), a.Subject.Strength(t, of, search.Synonyms))
		}
		in := map[search.Unit][]search.Unit{} // by topic, the fields that have it
		for _, f := range a.by.Index.Fields {
			if has(f.Unit) >= half {
				in[f.Theme] = append(in[f.Theme], f.Unit)
			}
		}
		for topic, fields := range in {
			out[fields[0]] = out[fields[0]] || len(fields) == 1 && has(fields[0]) >= sure && has(topic) < half
		}
	}
	return out
}

// OfTopic reports whether a question is about a topic of the text as a whole.
func (a *Asked) OfTopic() bool {
	a.findTopic()
	return a.Topic != nil
}

// Counts reports whether a field that holds numbers has about as much of a question as
// another one.
func (a *Asked) Counts(than *plan.Field) bool {
	const about = 0.54
	return slices.ContainsFunc(a.Cells, func(c Cell) bool {
		f := c.Field.Field
		return c.Claims != nil && f.Kind.Numeric() && a.Of(f)[Field] >= about*a.Of(than)[Field]
	})
}

// Talks is the field about talks of which some words have a whole name, most of them, and
// how much of them the names of each field have; nil if they have no such name.
func (s *Ranker) Talks(m *search.Match) (best *plan.Field, share func(*plan.Field) float32) {
	const whole, half = 0.99, 0.5
	var most float32 = half
	for n := range s.Index.Names {
		i, ok := s.at[s.Index.Names[n].Owner]
		if of, meets := m.Name(n); ok && of >= whole && meets > most && s.Index.Fields[i].Topic.About == plan.AboutTalks {
			best, most = s.Index.Fields[i].Field, meets
		}
	}
	return best, func(f *plan.Field) float32 {
		u := s.Index.Fields[s.At(f)]
		return m.Cover(names(u.Unit, u.Theme)[:2]...)
	}
}

// Untold is the field of the text that has nearly all of a question in its own
// words, and of which no record says anything; nil if another has as much.
func (a *Asked) Untold() *plan.Field {
	order, _ := a.by.Fields(a)
	if len(order) == 0 {
		return nil
	}
	f := &a.by.Index.Fields[order[0]]
	if f.Topic.About != plan.AboutText || !a.Certain(f.Field) || a.Clear() ||
		slices.ContainsFunc(a.by.Index.Claims, func(c search.Claim) bool { return c.Of == f.Unit }) {
		return nil
	}
	return f.Field
}

// Also are the fields, three at most and another than the first, that parts of a
// question are about where it asks about several things: "the grain, and free use
// of the river". A part that no field has most of is none.
func (a *Asked) Also(first *plan.Field) (out []*plan.Field) {
	const clearly = 0.2                               // more, in its title
	const enough, half, part, most = 0.7, 0.5, 0.3, 3 // of a part, in a name of its field, or in its title and all that it is, and of a name; fields
	parts := a.Parts()
	if len(parts) < 2 {
		return nil
	}
	for _, terms := range parts {
		asked := *a
		asked.Match, asked.Voice = a.by.Index.Match(terms), 0
		if strings.Contains(a.Text, " or ") && a.by.somebody(asked.Match) { // "who wrote it, the one or the other"
			continue
		}
		a.by.Rank(&asked)
		i := slices.IndexFunc(asked.Cells, func(c Cell) bool {
			if a.Drafts == nil {
				return c.Claims != nil && c.Field.Topic.About == plan.AboutText
			}
			return c.Claims != nil && slices.Contains(a.Drafts, c.Record)
		})
		if i < 0 || len(out) == most {
			continue
		}
		said := func(f *plan.Field) bool { // it is what a draft that is named says
			return slices.ContainsFunc(asked.Cells, func(c Cell) bool {
				return c.Field.Field == f && c.Field.Topic.About == plan.AboutText && slices.Contains(a.Drafts, c.Record) && c.Claims != nil && c.Feats[Value] >= enough
			})
		}
		meets := func(f *plan.Field) bool {
			v := asked.Of(f)
			return said(f) || v[Whole] >= enough || v[Title] >= half && v[Field] >= enough && v[Name] >= part
		}
		for k, c := range asked.Cells[i:] { // of what comes near, what its names meet, and who it is
			near := c.Claims != nil && c.Score > asked.Cells[i].Score-Margin && (a.Drafts == nil || slices.Contains(a.Drafts, c.Record))
			if near && meets(c.Field.Field) && (a.Shape[Who] == 0 || c.Feats[Who] > 0) {
				i += k
				break
			}
		}
		fields := []*plan.Field{asked.Cells[i].Field.Field}
		if asked.Subject = asked.Match; len(a.Drafts) > 0 {
			if several := pick.Keep(asked.prefixed(), a.reported); len(several) > 1 { // it names a group of fields
				fields = several[:2]
			}
		}
		for _, f := range fields {
			if (meets(f) || len(fields) > 1) && (!meets(first) || asked.Of(f)[Title] > asked.Of(first)[Title]+clearly) && !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// somebody reports whether all that a match has names those who put records forward.
func (s *Ranker) somebody(m *search.Match) bool {
	for i := range m.Terms {
		if !m.Terms[i].Alias || !slices.ContainsFunc(s.Index.Lib.Records, func(r *plan.Record) bool {
			return m.Strength(i, s.Index.RecordUnit(r.ID), search.By) == 1
		}) {
			return false
		}
	}
	return true
}

// names are where the names of a field and of its topic stand.
func names(field, topic search.Unit) []search.Place {
	const all = 12 // with what a claim has
	return append(make([]search.Place, 0, all), search.Place{Unit: field, Zone: search.Title}, search.Place{Unit: field, Zone: search.Synonyms}, search.Place{Unit: topic, Zone: search.Title}, search.Place{Unit: topic, Zone: search.Synonyms})
}

// Twins are the other fields of the text that bear the very name by which a question asks
// for one: a region may be two. Of one topic a name that has half of the question is enough,
// where that does not ask who, when or how much.
func (a *Asked) Twins(first *plan.Field) []*plan.Field {
	const all, half = 0.99, 0.5
	topic, _ := a.by.Index.Lib.Field(first.ID)
	least := map[bool]float32{true: half, false: all}[a.Shape[Who]+a.Shape[When]+a.Shape[Amount] == 0]
	var out []*plan.Field
	found := false
	for n := range a.by.Index.Names {
		i, ok := a.by.at[a.by.Index.Names[n].Owner]
		if of, meets := a.Subject.Name(n); !ok || of < all || meets < least || meets < all && a.by.Index.Fields[i].Topic != topic || a.by.Index.Fields[i].Topic.About != plan.AboutText {
			continue
		}
		if f := a.by.Index.Fields[i].Field; f == first {
			found = true
		} else if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	if !found {
		return nil
	}
	return out
}

// Alike adds to fields those whose title has all of a question's subject as the first
// one's has, most reported first: "frozen assets" are the fate of all of them, and the
// sum for one side. None where the question asks who, when or how much.
func (a *Asked) Alike(fields []*plan.Field) []*plan.Field {
	const all, most = 0.99, 4
	has := func(f *plan.Field) bool {
		return a.Subject.Cover(search.Place{Unit: a.by.Index.FieldUnit(f.ID), Zone: search.Title}) >= all
	}
	if len(fields) == 0 || !has(fields[0]) || a.Shape[Who]+a.Shape[When]+a.Shape[Amount] > 0 {
		return fields
	}
	out := pick.Keep(fields, has)
	known := len(out)
	for _, f := range a.by.Index.Fields {
		if (f.Topic.About == plan.AboutText || f.Topic.About == plan.AboutDocument) && has(f.Field) && !slices.Contains(out, f.Field) && (len(a.Drafts) == 0 || a.reported(f.Field)) {
			out = append(out, f.Field)
		}
	}
	slices.SortStableFunc(out[known:], func(f, g *plan.Field) int { return a.by.Weight(g) - a.by.Weight(f) })
	return out[:min(max(most, known), len(out))]
}
