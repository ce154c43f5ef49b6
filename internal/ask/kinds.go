package ask

import (
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
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

// Status says how far the records answer a question.
type Status string

const (
	Answered    Status = "answered"
	Partly      Status = "partly-reported" // some of what was asked for is not reported
	NotReported Status = "not-reported"    // none of it is
	OutOfScope  Status = "out-of-scope"    // not understood, or not what the records are about
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

// asked are the fields that a query is about, and those that it asks about beside
// them; where no draft is named, only the best of the first.
func (q *Query) asked() []*plan.Field {
	out := slices.Clone(q.Fields)
	if len(q.records()) == 0 || q.through() {
		out = out[:min(1, len(out))]
	}
	for _, f := range q.Also {
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// records are those that a query names, drafts first.
func (q *Query) records() []*plan.Record { return slices.Concat(q.Versions, q.Records) }

// through reports whether a query is of a field through time.
func (q *Query) through() bool { return q.Kind == History || q.Kind == Origin }

// lists reports whether a query is answered by a list of differences.
func (q *Query) lists() bool {
	return slices.Contains([]Kind{Same, Added, Gone, Open, Unknown}, q.Kind)
}

// asks reports whether a query is about a record: where it names drafts, about those.
func (q *Query) asks(v *plan.Record) bool {
	return len(q.Versions) == 0 || slices.Contains(q.records(), v)
}

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
	Only    []*plan.Claim // those that the question is about, where not all are
	score   float64
	exact   bool              // the words of the sources are asked for
	aside   bool              // told is only told of in outline
	told    []compare.Content // its contents, those first that have most of the question
}

// gone reports whether a record is known not to have what a finding is on.
func (f *Finding) gone() bool { return f.State == plan.Deleted || f.State == plan.Omitted }

// says reports whether a finding has a content, and not but one near what was asked.
func (f *Finding) says() bool { return len(f.Contents) > 0 && !f.Nearest }

// content are the claims that a finding's contents rest on.
func (f *Finding) content() []*plan.Claim {
	return slices.Concat(pick.Each(f.Contents, func(k compare.Content) []*plan.Claim { return k.Claims })...)
}

// outline are those that tell of it in outline.
func (f *Finding) outline() []*plan.Claim {
	return pick.Keep(f.Claims, func(c *plan.Claim) bool { return c.Outline && relied(c) })
}

// Shown are the claims that an answer lists for a finding.
func (f *Finding) Shown() []*plan.Claim {
	if f.Only != nil {
		return f.Only
	}
	return f.Claims
}

// those are the findings that a test keeps.
func those(in []Finding, keep func(*Finding) bool) []*Finding {
	var out []*Finding
	for i := range in {
		if f := &in[i]; keep(f) {
			out = append(out, f)
		}
	}
	return out
}

// Answer is what the records say to one question.
type Answer struct {
	Question string
	Status   Status
	Query    Query
	Command  string // that shows the same; "" if there is none
	// Text is the first paragraph: what can be quoted, at most two sentences.
	Text     string
	lead     string         // its first sentence, without the full stop
	shorten  func(room int) // writes that anew
	Findings []Finding      // the view, cut to the fields asked about
	// Notes are lines about the answer that rest on no claim.
	Notes    []string
	Assumed  []string // what had to be guessed, in words for the reader
	Why      []string // reasons for the reading, for those who ask
	Evidence evidence.Filter
	Hidden   int
}

// command is what shows the view of a query.
func (s *Session) command(q *Query) string {
	ids := idsOf(q.records())
	fields := s.spelled(q.asked())
	days := ""
	if q.From != "" && q.From != plan.Earliest {
		days = " --from " + q.From.First()
	}
	if q.From != "" && q.To != plan.Latest {
		days += " --to " + q.To.Last()
	}
	sides := idsOf(s.comparing(q))
	diff := "diff " + strings.Join(sides, " ")
	switch {
	case q.Kind == Glossary && (lexicon.HowTo(search.Words(q.Words)) || lexicon.OfProgram(search.Words(q.Words))):
		return "help ask"
	case q.Kind == Glossary:
		return "help states"
	case (q.Kind == Point || q.Kind == Follow) && len(q.Points) > 0:
		return "show " + s.pointVersion(q).ID + " " + strconv.Itoa(q.Points[0]) + map[bool]string{true: " --follow"}[q.Kind == Follow]
	case q.Kind == Events && q.From != "":
		return "versions --kind all" + days
	case q.Kind == Events && len(ids) > 1:
		of := slices.SortedFunc(slices.Values(q.records()), lexicon.InTime)
		return "versions --kind event --from " + of[0].Date.First() + " --to " + of[len(of)-1].Date.Last()
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
		return "history " + s.spelled(s.ranker.Open)
	case q.first():
		return "origin " + ids[0]
	case q.lists():
		return diff + " --kind " + strings.Join(pick.Each(q.differences(), func(k compare.Kind) string { return string(k) }), ",")
	case q.Kind == Uptake && len(sides) == 3:
		return "uptake " + strings.Join(sides, " ")
	case fields == "":
		return diff
	case q.through() || len(ids) == 0:
		return "history " + fields + days
	case len(ids) == 1 && q.Kind != Compare:
		return "show " + ids[0] + " " + fields
	case q.Kind != Compare:
		diff = "diff " + strings.Join(ids, " ")
	}
	return diff + " --topic " + fields
}

// spelled are fields as an option takes them: a topic where all that is told of it is meant.
func (s *Session) spelled(fields []*plan.Field) string {
	if t := s.seen.TopicOf(fields); t != nil {
		return t.ID
	}
	return strings.Join(pick.Each(fields, func(f *plan.Field) string { return f.ID }), ",")
}
