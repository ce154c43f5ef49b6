package ask

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
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
	beyond  float32           // weight of a question that it says beyond its names
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
	Query    query.Query
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
