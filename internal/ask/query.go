package ask

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/search"
)

// How far below the best a cell or field may score and still be a part of the
// answer, in units of log odds.
const (
	cellMargin   = 1.6
	farMargin    = 2   // for a record of another kind to be told in place of the draft named
	knownMargin  = 1.0 // for a field of which the drafts named say something
	recordMargin = 8   // for a cell of a position or event that is named
	mostFields   = 4
	mostCells    = 8
)

// compile decides what kind of answer a question wants, and of what.
func (s *Session) compile(r *reading) *Query {
	q := &Query{Part: r.Part, Points: r.Points, All: r.AsksAll(), Versions: slices.Clone(r.asked.Drafts)}
	q.Records = slices.DeleteFunc(slices.Clone(r.Records), func(v *plan.Record) bool { return v.Kind == plan.Draft })
	s.addParties(r, q)
	second, lacking := r.Lacking() // what the one has beyond the other
	if q.Alone = lacking && len(q.Versions) == 2; q.Alone && second {
		slices.Reverse(q.Versions)
	} else if !q.Alone && (r.lists() || has(r.cues, Overview)) {
		slices.SortStableFunc(q.Versions, lexicon.InTime)
	}
	r.cells = s.ranker.Rank(&r.asked)
	if q.From, q.To = r.Span(); q.From == "" && has(r.cues, Events) {
		q.From, q.To = s.lexicon.Around(r.Named, r.terms, r.isCue)
	}
	if q.Kind = s.kind(r, q); r.continued && r.kind != "" && q.Kind == Value {
		q.Kind = r.kind
	}
	if q.From != "" && q.Versions == nil { // the days decide which events count
		r.cells = slices.DeleteFunc(r.cells, func(c rank.Cell) bool { return q.misses(c.Record) })
	}
	if q.Kind == Follow || q.Kind == Compare && !q.Alone {
		slices.SortStableFunc(q.Versions, lexicon.InTime)
	}
	if q.Kind == History && r.Has("first * last") { // from the first draft to the last
		q.Versions, r.asked.Drafts = nil, nil
		r.cells = s.ranker.Rank(&r.asked)
	}
	if q.Kind == History || q.Kind == Origin {
		q.From, q.To = r.Through(q.Versions)
	}
	if q.Kind == Events && q.From == "" && len(q.Records) == 0 && r.latest() {
		q.From, q.To = lexicon.Earliest, lexicon.Latest
	}
	if q.Kind == Events && r.day != "" {
		q.From, q.To = lexicon.Earliest, r.day
	}
	if q.Fields = s.fields(r, q); q.Kind == Compare && r.broad() {
		q.Fields = nil
	}
	if q.Kind == Value || q.Kind == Verify || q.Kind == Compare && q.Fields != nil || q.Kind == History {
		q.Also = s.alsoAsked(r, q)
	}
	q.Words, q.Alone = r.text, q.Alone || r.Has("alone", "only")
	return q
}

// addParties takes a party that stands alone for its draft, where another
// draft is named, the question compares, or the party is said to change something.
func (s *Session) addParties(r *reading, q *Query) {
	comparing := r.lists()
	together := len(q.Versions) + len(r.Parties)
	alone := len(q.Versions) == 0 && len(r.Parties) == 1 && (r.empty() || r.Has("what did", "how did") && r.Has("chang")) && !r.continued // it is all that is asked about, or does the changing
	if !alone && (together < 2 || len(r.Parties) == 0 || (!comparing || len(q.Versions) > 1) && (together < 3 || !strings.ContainsAny(r.text, ",:")) || len(q.Versions) == 0 && !comparing) {
		return
	}
	for _, p := range r.Parties {
		for _, v := range s.lexicon.Pick(s.lexicon.PlansNamed(p), false) {
			if !slices.Contains(q.Versions, v) {
				q.Versions = append(q.Versions, v)
				r.asked.Drafts, r.asked.Records = append(r.asked.Drafts, v), append(r.asked.Records, v)
			}
		}
	}
	r.asked.Match = s.index.Match(slices.DeleteFunc(s.subject(r), func(t search.Term) bool {
		group, _, ok := s.index.Alias(t.Words)
		return ok && slices.Contains(r.Parties, group)
	}))
	s.findVoice(r)
}

// broad reports whether a question is about no field in particular.
func (r *reading) broad() bool {
	if !slices.ContainsFunc(r.asked.Match.Terms, func(t search.Term) bool { return !t.Unknown && !r.isCue(t.Words[0].Start) }) {
		return true
	}
	var most float32
	for _, f := range r.asked.Fields {
		most = max(most, f[rank.Pooled], f[rank.Field])
	}
	return most < broadBelow
}

// broadBelow is the share of a question's words that some field must meet for
// the question to be about a field.
const broadBelow = 0.3

func (r *reading) isCue(start int) bool {
	return slices.ContainsFunc(r.cues, func(c cue) bool { return r.Words[c.from].Start <= start && start < r.Words[c.to-1].End })
}

// kind tells the kinds apart, in the order in which that can be done.
func (s *Session) kind(r *reading, q *Query) Kind {
	const half = 0.5 // of a question, so that it is about a field
	broad := r.broad()
	switch {
	case len(q.Points) > 0 && (len(q.Versions) > 1 || (r.Has("where", "end up", "becom", "became", "went", "go") || has(r.cues, Events))):
		return Follow
	case len(q.Points) > 0 && (len(q.Versions) > 0 || broad):
		return Point
	case r.quote != "", r.profile:
		return Search
	case s.glossary(r) != nil:
		return Glossary
	case broad && len(q.Versions) == 0 && r.latest():
		return Events
	case broad && q.Alone:
		return Added
	case r.whichPoint():
		return WhichPoint
	case has(r.cues, Disputed):
		return Disputed
	case (broad || r.Has("how * know") && len(q.Versions) > 0) && has(r.cues, Unknown):
		return Unknown
	case broad && has(r.cues, Open):
		return Open
	case has(r.cues, Uptake) && len(q.Versions) > 0 && (!broad || !r.Has("not") && s.uptake(&Query{Kind: Uptake, Versions: q.Versions}) != nil):
		return Uptake
	case broad && (has(r.cues, Same) || has(r.cues, Uptake) && !r.Has("not")):
		return Same
	case broad && has(r.cues, Added):
		return Added
	case broad && (has(r.cues, Gone) || has(r.cues, Uptake) && r.Has("not")):
		return Gone
	case !broad && has(r.cues, Origin) && !has(r.cues, Events) && r.inText() && r.cells[0].Field.Topic.About == plan.AboutText:
		return Origin
	case !broad && len(q.Versions) == 0 && r.Has("chang") && r.inText():
		return History
	case broad && len(q.Versions) == 0 && (r.day != "" || q.From != "" && has(r.cues, History)):
		return Events
	case q.From != "" && len(q.Versions) == 0 && s.happened(r, q) && r.asked.Shape[rank.Says] == 0 && r.asked.Voice == 0:
		return Events
	case has(r.cues, Events) && (broad || q.From != "" && len(r.Dates) == 0 || q.From != "" && s.certain(r, r.cells[0].Field.Field) == 0):
		return Events
	case r.continued && r.kind == WhichPoint && r.Has("where"):
		return WhichPoint
	case !broad && r.Has("where") && r.Has("go", "went", "end up") && r.inText(), !broad && (has(r.cues, History) || q.To == lexicon.Latest) && r.inText(), !broad && len(q.Versions)+len(q.Records) > 1 && r.Has("from") && r.Has("to"):
		return History
	case len(q.Versions) == 0 && len(q.Records) > 0 && (r.asked.Shape == rank.Vector{}) && !lexicon.YesNo(r.Words) && q.Records[0].Kind == plan.Event && s.certain(r, r.cells[0].Field.Field) == 0 && r.asked.Voice == 0:
		return Events // what a meeting came to
	case broad && has(r.cues, Overview) && !r.lists() && len(q.Versions) > 1:
		return Overview
	case len(q.Versions) > 1, has(r.cues, Compare) && len(q.Versions) > 0, has(r.cues, Compare) && broad:
		return Compare
	case broad && (q.All || s.ev.AsOf != "" || r.Plans()) && len(q.Versions) == 0:
		return Overview
	case has(r.cues, Overview) && (broad || len(q.Versions) > 0 && r.asked.Fields[s.ranker.At(r.cells[0].Field.Field)][rank.Field] < half), broad && len(q.Versions)+len(q.Records) > 0 && r.asked.Shape == rank.Vector{}:
		return Overview
	case has(r.cues, Search) && !r.byDraft():
		return Search
	case lexicon.YesNo(r.Words) || has(r.cues, Verify):
		return Verify
	}
	return Value
}

// latest reports whether a question asks for what happened last.
func (r *reading) latest() bool { return r.Has("latest", "news") }

// misses reports whether a record is an event of other days than those asked
// about, or any record where one end is open.
func (q *Query) misses(v *plan.Record) bool {
	open := v.Date != "" && (q.From == lexicon.Earliest || q.To == lexicon.Latest)
	return (v.Kind == plan.Event || open) && q.From != "" && !v.Date.Within(q.From.First(), q.To.Last())
}

// happened reports whether an event of the days asked about answers best, and no
// field by itself.
func (s *Session) happened(r *reading, q *Query) bool {
	i := slices.IndexFunc(r.cells, func(c rank.Cell) bool { return !q.misses(c.Record) })
	return i >= 0 && r.cells[i].Record.Kind == plan.Event && s.certain(r, r.cells[i].Field.Field) == 0
}

// whichPoint reports whether a question asks for the number of a point.
func (r *reading) whichPoint() bool {
	asks, several := r.AsksPoint()
	return asks && !(several && (r.lists() || has(r.cues, Disputed)))
}

// byDraft reports whether "according to" is said of a draft.
func (r *reading) byDraft() bool {
	return slices.ContainsFunc(r.cues, func(c cue) bool {
		return c.kind == Search && r.Words[c.from].Stem == "accord" && slices.Contains(r.Used[c.to:min(c.to+3, len(r.Used))], true)
	})
}

// whole are the features that tell whether the records cover a question.
func (r *reading) whole(cells []rank.Cell) rank.Vector {
	around := rank.Around{Cue: r.isCue, Dated: len(r.Dates) > 0, Records: len(r.Records) > len(r.asked.Drafts), Broad: r.lists() || has(r.cues, Overview) || has(r.cues, Disputed)}
	for _, c := range r.cues {
		if c.kind == Outside {
			around.Beyond++
		}
	}
	return rank.Outside(&r.asked, cells, around)
}

// outside reports whether a question is about something else.
func (s *Session) outside(r *reading, q *Query) bool {
	if r.quote != "" || q.Kind == Glossary || q.Kind == Overview && len(q.Versions)+len(q.Records) == 0 {
		return false
	}
	v, named := r.whole(r.cells), len(q.Versions)+len(q.Records) > 0
	return len(r.cells) == 0 || has(r.cues, Outside) && r.broad() && !named || rank.Dot(&s.ranker.Model.Outside, &v) > 0
}

// lists reports whether a question asks for all of a sort.
func (r *reading) lists() bool {
	return slices.ContainsFunc([]Kind{Compare, Same, Added, Gone, Open, Unknown, Uptake}, func(k Kind) bool { return has(r.cues, k) })
}

// inText reports whether the best field is about the text or the document.
func (r *reading) inText() bool {
	return len(r.cells) > 0 && (r.cells[0].Field.Topic.About == plan.AboutText || r.cells[0].Field.Topic.About == plan.AboutDocument)
}

// topic are the fields of the topic about the text that a question is about, those
// that drafts say most of first: whose name is what it says, or stands in it beside
// words that no field has. nil where it is about a field.
func (s *Session) topic(r *reading) []*plan.Field {
	const part = 0.4 // of a question, in the name of a topic
	if r.asked.Shape != (rank.Vector{}) {
		return nil // who, when and how much ask for a field
	}
	whole := r.asked.Match.Whole(r.isCue)
	named := slices.ContainsFunc(r.asked.Fields, func(v rank.Vector) bool { return v[rank.Whole] > part })
	var out []*plan.Field
	for i := range s.index.Fields {
		f := &s.index.Fields[i]
		inside := !named && r.asked.Fields != nil && r.asked.Fields[i][rank.TopicName] > part
		if (whole[f.Theme] || inside) && f.Topic.About == plan.AboutText {
			out = append(out, f.Field)
		}
	}
	r.wide = out != nil && !named
	slices.SortStableFunc(out, func(a, b *plan.Field) int { return s.ranker.Weight(b) - s.ranker.Weight(a) })
	return out
}

// certain is 1 where a field has nearly all of a question in its own words.
func (s *Session) certain(r *reading, f *plan.Field) int {
	const nearly = 0.7
	if r.asked.Fields[s.ranker.At(f)][rank.Field] >= nearly {
		return 1
	}
	return 0
}

// untold is the field of the text that has nearly all of a question in its own
// words, and of which no record says anything; nil if another has as much.
func (s *Session) untold(r *reading) *plan.Field {
	order, _ := s.ranker.Fields(&r.asked)
	f := &s.index.Fields[order[0]]
	if f.Topic.About != plan.AboutText || s.certain(r, f.Field) == 0 || s.certain(r, r.cells[0].Field.Field) > 0 ||
		slices.ContainsFunc(s.index.Claims, func(c search.Claim) bool { return c.Of == f.Unit }) {
		return nil
	}
	return f.Field
}

// fields are those asked about: the best, and those that come near it. Where
// drafts are named, fields are judged by themselves, so that silence can be
// told; else by their best cells.
func (s *Session) fields(r *reading, q *Query) []*plan.Field {
	var out []*plan.Field
	topic := s.topic(r)
	add := func(f *plan.Field) {
		if most := map[bool]int{false: mostFields, true: 2 * mostFields}[topic != nil && len(q.Versions) == 1]; !slices.Contains(out, f) && len(out) < most {
			out = append(out, f)
		}
	}
	if topic != nil { // its fields, most reported first
		for _, f := range topic {
			if len(q.Versions) == 0 || slices.ContainsFunc(q.Versions, func(v *plan.Record) bool { return len(v.Claims(f.ID)) > 0 }) {
				add(f)
			}
		}
		if out != nil {
			return out
		}
	}
	if len(q.Versions) > 0 {
		order, scores := s.ranker.Fields(&r.asked)
		top := math.Inf(-1)
		for _, c := range r.cells {
			if c.Claims == nil || !slices.Contains(q.Versions, c.Record) {
				continue
			}
			if top = max(top, c.Score); c.Score < top-cellMargin {
				break
			}
			if scores[s.ranker.At(c.Field.Field)] > scores[order[0]]-knownMargin {
				add(c.Field.Field)
			}
		}
		order = slices.DeleteFunc(order, func(f int) bool {
			about := s.index.Fields[f].Topic.About
			return about != plan.AboutText && about != plan.AboutDocument && r.asked.Fields[f][rank.Titled] == 0
		})
		for _, f := range order {
			if scores[f] < scores[order[0]]-cellMargin {
				break
			}
			add(s.index.Fields[f].Field)
		}
		slices.SortStableFunc(out, func(a, b *plan.Field) int { return s.certain(r, b) - s.certain(r, a) })
		if !slices.ContainsFunc(out, func(f *plan.Field) bool {
			return slices.ContainsFunc(q.Versions, func(v *plan.Record) bool { return len(v.Claims(f.ID)) > 0 })
		}) { // silence is told of what the question names
			title := func(f *plan.Field) float32 {
				v := r.asked.Fields[s.ranker.At(f)]
				return v[rank.Title] + v[rank.Topic]/2
			}
			slices.SortStableFunc(out, func(a, b *plan.Field) int { return cmp.Compare(title(b), title(a)) })
		}
		return out
	}
	if f := s.untold(r); f != nil {
		return []*plan.Field{f}
	}
	for _, c := range r.cells {
		if c.Score < r.cells[0].Score-cellMargin {
			break
		}
		add(c.Field.Field)
	}
	return out
}
