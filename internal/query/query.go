// Package query holds what a question asks, as it was read: it can be answered without
// the question's words, and printed as the command that shows the same.
package query

import (
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Kind is what a question wants to know; most have cues of their own.
type Kind = lexicon.CueKind

const (
	Value      Kind = "value"             // what a version says
	Verify          = lexicon.CueVerify   // whether it is so
	Compare         = lexicon.CueCompare  // what differs between versions
	Same            = lexicon.CueSame     // what does not
	Added           = lexicon.CueAdded    // what a later version adds
	Gone            = lexicon.CueGone     // what it leaves out
	Open            = lexicon.CueOpen     // what is in brackets
	Unknown         = lexicon.CueUnknown  // what nobody has reported
	Search          = lexicon.CueSearch   // who says so, in which words
	Disputed        = lexicon.CueDisputed // which sources contradict each other
	History         = lexicon.CueHistory  // a field through time
	Origin          = lexicon.CueOrigin   // where it comes from
	Uptake          = lexicon.CueUptake   // whose wording the outcome has
	Point      Kind = "point"             // what a point says
	Follow     Kind = "follow"            // where a point went
	WhichPoint Kind = "which-point"       // which point is about it
	Events          = lexicon.CueEvents   // what happened between two days
	Overview        = lexicon.CueOverview // a version, or all, in short
	Author     Kind = "author"            // who wrote a version: the value of a field of it
	Glossary   Kind = "glossary"          // what a word of the program means
	Why             = lexicon.CueWhy      // a cue: what the reason is
	Outside         = lexicon.CueBeyond   // not understood, or not in the records
)

// Query is how a question was read. It can be run without the question.
type Query struct {
	Kind     Kind
	Versions []*plan.Record // drafts, in the order named; nil: none is named
	Records  []*plan.Record // positions and events that are named
	Fields   []*plan.Field  // asked about, best first
	Also     []*plan.Field  // what else it asks about: "A and B"
	Points   []int
	Part     string
	From, To plan.Date // days asked about
	Words    string    // for a search
	All      bool      // asked of every draft
	Led      bool      // its first field is that of the question before it
	Newest   bool      // asked for the latest on its fields
	By       string    // whose words are asked for, as an option of search; "": nobody's
	Holder   string    // alias group of the party whose position is asked about; "": nobody's
	Alone    bool      // what is new means what no other has, not what changed
}

// Asked are the fields that a query is about, and those that it asks about beside
// them; where no draft is named, only the best of the first.
func (q *Query) Asked() []*plan.Field {
	out := slices.Clone(q.Fields)
	if len(q.Named()) == 0 || q.Through() {
		out = out[:min(1, len(out))]
	}
	for _, f := range q.Also {
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// Named are those that a query names, drafts first.
func (q *Query) Named() []*plan.Record { return slices.Concat(q.Versions, q.Records) }

// OfFields reports whether a query may be about certain fields, and not about drafts or events as
// a whole.
func (q *Query) OfFields() bool {
	return slices.Contains([]Kind{Value, Verify, Compare, History, Origin}, q.Kind)
}

// Through reports whether a query is of a field through time.
func (q *Query) Through() bool { return q.Kind == History || q.Kind == Origin }

// Lists reports whether a query is answered by a list of differences.
func (q *Query) Lists() bool {
	return slices.Contains([]Kind{Same, Added, Gone, Open, Unknown}, q.Kind)
}

// Asks reports whether a query is about a record: where it names drafts, about those.
func (q *Query) Asks(v *plan.Record) bool {
	return len(q.Versions) == 0 || slices.Contains(q.Named(), v)
}

// First reports whether a query asks what a draft has that none before it had.
func (q *Query) First() bool { return q.Kind == Added && len(q.Versions) == 1 && !q.Alone }

// Differences are the kinds of difference that a list is of; nil: all that are news.
func (q *Query) Differences() []compare.Kind {
	if q.Kind == Added && q.Alone {
		return []compare.Kind{compare.Added}
	}
	return map[Kind][]compare.Kind{Same: {compare.Same}, Added: {compare.Added, compare.Changed, compare.Severed, compare.Open, compare.Disputed}, Gone: {compare.Removed, compare.Severed, compare.Disputed},
		Open: {compare.Open}, Unknown: {compare.Unknown}}[q.Kind]
}

// Wants reports whether a list has a kind of difference.
func (q *Query) Wants(kind compare.Kind) bool {
	if kind == compare.Reworded {
		kind = compare.Same
	}
	of := q.Differences()
	return slices.Contains(of, kind) || of == nil && kind != compare.Same && kind != compare.Unknown
}

// Misses reports whether a record is an event of other days than those asked
// about, or any record where one end is open.
func (q *Query) Misses(v *plan.Record) bool {
	open := v.Date != "" && (q.From == plan.Earliest || q.To == plan.Latest)
	return (v.Kind == plan.Event || open) && q.From != "" && !v.Date.Within(q.From.First(), q.To.Last())
}

// Covers reports whether a record is of some days; where they are several, also one of
// which less is known than the day.
func (q *Query) Covers(v *plan.Record) bool {
	return v.Date.Within(q.From.First(), q.To.Last()) || q.From != q.To && lexicon.Overlaps(v.Date, q.From+"/"+q.To)
}

// Command is what shows the view of a query on a library: it compares some drafts, and a
// point is of the first of them.
func (q *Query) Command(lib *plan.Library, compared []*plan.Record, of *plan.Record, open []*plan.Field) string {
	ids := IDs(q.Named())
	fields := spelled(lib, q.Asked())
	days := ""
	if q.From != "" && q.From != plan.Earliest {
		days = " --from " + q.From.First()
	}
	if q.From != "" && q.To != plan.Latest {
		days += " --to " + q.To.Last()
	}
	sides := IDs(compared)
	diff := "diff " + strings.Join(sides, " ")
	switch {
	case q.Kind == Glossary && (lexicon.HowTo(search.Words(q.Words)) || lexicon.OfProgram(search.Words(q.Words))):
		return "help ask"
	case q.Kind == Glossary:
		return "help states"
	case (q.Kind == Point || q.Kind == Follow) && len(q.Points) > 0:
		return "show " + of.ID + " " + strconv.Itoa(q.Points[0]) + map[bool]string{true: " --follow"}[q.Kind == Follow]
	case q.Kind == Events && q.From != "":
		return "versions --kind all" + days
	case q.Kind == Events && len(ids) > 1:
		all := slices.SortedFunc(slices.Values(q.Named()), lexicon.InTime)
		return "versions --kind event --from " + all[0].Date.First() + " --to " + all[len(all)-1].Date.Last()
	case q.Kind == Events && len(ids) == 1:
		return "show " + ids[0]
	case q.Kind == Overview && len(ids) == 0:
		return "versions"
	case q.Kind == Overview:
		return "show " + ids[0]
	case q.By != "":
		return "search " + q.By
	case q.Kind == Search:
		return "search " + strconv.Quote(q.Words)
	case q.Kind == Open && len(q.Versions) == 0:
		return "history " + spelled(lib, open)
	case q.First():
		return "origin " + ids[0]
	case q.Lists():
		return diff + " --kind " + strings.Join(pick.Each(q.Differences(), func(k compare.Kind) string { return string(k) }), ",")
	case q.Kind == Uptake && len(sides) == 3:
		return "uptake " + strings.Join(sides, " ")
	case fields == "":
		return diff
	case q.Through() || len(ids) == 0:
		return "history " + fields + days
	case len(ids) == 1 && q.Kind != Compare:
		return "show " + ids[0] + " " + fields
	case q.Kind != Compare:
		diff = "diff " + strings.Join(ids, " ")
	}
	return diff + " --topic " + fields
}

// spelled are fields as an option takes them: a topic where all that is told of it is meant.
func spelled(lib *plan.Library, fields []*plan.Field) string {
	if t := lib.TopicOf(fields); t != nil {
		return t.ID
	}
	return strings.Join(pick.Each(fields, func(f *plan.Field) string { return f.ID }), ",")
}

// IDs are those of some records.
func IDs(records []*plan.Record) []string {
	return pick.Each(records, func(v *plan.Record) string { return v.ID })
}
