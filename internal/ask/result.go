package ask

import (
	"slices"

	"plandiff/internal/evidence"
	"plandiff/internal/finding"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/telling"
	"plandiff/internal/wording"
)

// Status says how far the records answer a question.
type Status string

const (
	Answered    Status = "answered"
	Partly      Status = "partly-reported" // some of what was asked for is not reported
	NotReported Status = "not-reported"    // none of it is
	OutOfScope  Status = "out-of-scope"    // not understood, or not what the records are about
)

// Answer is what the records say to one question.
type Answer struct {
	Question string
	Status   Status
	Query    query.Query
	Command  string // that shows the same; "" if there is none
	// Text is the first paragraph: what can be quoted, at most two sentences.
	Text     string
	lead     string            // its first sentence, without the full stop
	shorten  func(room int)    // writes that anew
	Findings []finding.Finding // the view, cut to the fields asked about
	// Notes are lines about the answer that rest on no claim.
	Notes    []string
	Assumed  []string // what had to be guessed, in words for the reader
	Why      []string // reasons for the reading, for those who ask
	Evidence evidence.Filter
	Hidden   int
}

// with joins the answers to two questions, of each its first sentence, shorter where there
// is no room for both.
func (a *Answer) with(b *Answer, question string) *Answer {
	if room, m, n := mostText-3, telling.Length(a.lead), telling.Length(b.lead); m+n > room {
		a.shorten(max(room/2, room-n))
		b.shorten(room - telling.Length(a.lead))
	}
	out := *a
	out.Question, out.Text = question, a.lead+". "+wording.FirstUpper(b.lead)+"."
	out.Findings = finding.Once(pick.Firstly(slices.Concat(a.Findings, b.Findings), func(f finding.Finding) bool { return !f.Related }))
	out.Notes, out.Assumed, out.Why = slices.Concat(a.Notes, b.Notes), slices.Compact(slices.Concat(a.Assumed, b.Assumed)), slices.Concat(a.Why, b.Why)
	if a.Status != b.Status {
		out.Status = Partly
	}
	return &out
}

// onlyNearest makes of all that an answer found but the nearest that is reported.
func (a *Answer) onlyNearest() Status {
	for i := range a.Findings {
		a.Findings[i].Nearest = a.Findings[i].State != plan.Lacuna
	}
	return NotReported
}
