package ask

import (
	"plandiff/internal/evidence"
	"plandiff/internal/finding"
	"plandiff/internal/query"
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
