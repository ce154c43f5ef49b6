package ask

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Status says how far the records answer a question.
type Status string

const (
	Answered    Status = "answered"
	Partly      Status = "partly-reported" // some of what was asked for is not reported
	NotReported Status = "not-reported"    // none of it is
	OutOfScope  Status = "out-of-scope"    // not understood, or not what the records are about
)

// Intent is what a question wants to know.
type Intent string

const (
	Value      Intent = "value"       // what a version says
	YesNo      Intent = "yes-no"      // whether it says so
	Mention    Intent = "mention"     // whether it speaks of it
	Change     Intent = "change"      // what differs between versions
	Same       Intent = "same"        // what does not
	Added      Intent = "new"         // what later versions add
	Gone       Intent = "gone"        // what they leave out
	Brackets   Intent = "brackets"    // what is not agreed
	Unknown    Intent = "unknown"     // what nobody has reported
	WhoSays    Intent = "who-says"    // who says so
	Quote      Intent = "quote"       // in which words, and whether they are the text's
	Conflict   Intent = "conflict"    // which sources contradict each other
	Timeline   Intent = "history"     // how a field moved over time
	Origin     Intent = "origin"      // who proposed it first
	Uptake     Intent = "uptake"      // whose wording the outcome has
	Follow     Intent = "follow"      // where a point went
	WhichPoint Intent = "which-point" // which point is about it
	PointText  Intent = "point"       // what a point says
	Events     Intent = "events"      // what happened, who met
	Stance     Intent = "stance"      // who backs or rejects it
	Number     Intent = "number"      // where a number comes from
	Identify   Intent = "identify"    // which version a name means
	None       Intent = "none"        // not understood
)

// Understood is how a question was read.
type Understood struct {
	Intent   Intent
	Versions []*plan.Record
	// Named: the question itself names the versions; else they are those a
	// comparison or an overview shows.
	Named  bool
	Topics []*plan.Topic
	Fields []*plan.Field
	Point  int
	AsOf   plan.Date
	// Assumed are things that had to be guessed, in words for the reader.
	Assumed []string
	// Why are the reasons for the reading, for those who ask.
	Why []string
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
	// Nearest: not what was asked for, but the nearest thing that is reported.
	Nearest bool
	// Only are the claims that the question is about, where it is not about
	// all of them.
	Only []*plan.Claim
	// Beside are claims that are told besides those of the reading: another
	// copy's, a weak source's, a vaguer report's.
	Beside []*plan.Claim
}

// Answer is what the records say to one question.
type Answer struct {
	Question   string
	Status     Status
	Understood Understood
	Text       string // one or two sentences that can be quoted
	Findings   []Finding
	// Notes are lines about the answer that rest on no claim: points that
	// correspond, what the records cover.
	Notes    []string
	Evidence evidence.Filter
	Hidden   int
}

// confine leaves of a finding the claims that are kept, as its Only; it reports
// whether there are any.
func (f *Finding) confine(keep func(*plan.Claim) bool) bool {
	f.Only = nil
	for _, c := range f.Claims {
		if keep(c) {
			f.Only = append(f.Only, c)
		}
	}
	return f.Only != nil
}

// Shown are the claims that an answer lists for a finding.
func (f *Finding) Shown() []*plan.Claim {
	if f.Only != nil {
		return append(slices.Clip(f.Only), f.Beside...)
	}
	return f.Claims
}
