package ask

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Session answers questions on one library, and keeps what the last one was
// about for the next.
type Session struct {
	index *index
	ev    compare.Evidence
	last  *reading
}

// New makes a session on a library, with the evidence that is admitted.
func New(lib *plan.Library, ev compare.Evidence) *Session {
	return &Session{index: newIndex(lib), ev: ev}
}

// Ask answers one question. It never fails: what it cannot read or answer
// gets the status OutOfScope and says why.
func (s *Session) Ask(text string) *Answer {
	if why := unreadable(text); why != "" {
		return s.outside(&reading{question: &question{x: s.index}, ev: s.ev}, shorten(text), why)
	}
	text = prose.Clean(text)
	r := s.read(text, s.ev)
	r.Intent = r.intent()
	s.followUp(r)
	a := s.answer(r)
	a.Question, a.Evidence, a.Hidden = text, r.ev, r.hidden
	a.Understood = r.Understood
	if a.Status == OutOfScope {
		a.Understood = Understood{Intent: None, Assumed: r.mended(), Why: r.Why}
	}
	if a.Status != OutOfScope {
		s.last = r
	}
	return a
}

// unreadable says what keeps a text from being a question; "" if nothing does.
func unreadable(text string) string {
	if len(text) > maxBytes {
		return "The question is too long to be read: it may have up to 2,000 characters."
	}
	letters, latin := 0, 0
	text = prose.Clean(text)
	for _, c := range text {
		if unicode.IsLetter(c) && c != utf8.RuneError {
			letters++
			if unicode.Is(unicode.Latin, c) {
				latin++
			}
		}
	}
	switch {
	case letters == 0 && !strings.ContainsAny(text, "0123456789"):
		return "There is no question."
	case letters > 0 && latin*2 < letters:
		return "The question is not in the Latin alphabet; questions are read in English."
	}
	return ""
}

func shorten(text string) string {
	const most = 200
	if len(text) > 4*most {
		text = text[:4*most]
	}
	text = prose.Clean(strings.ToValidUTF8(text, ""))
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// followUp fills in from the question before what an elliptical one leaves
// out: "and in the 20 points?", "who says so?".
func (s *Session) followUp(r *reading) {
	last := s.last
	if last == nil || !r.elliptical() {
		return
	}
	took := false
	if len(r.chosen) == 0 && r.Point == 0 && len(last.Fields) > 0 {
		r.chosen, r.Fields, r.Topics, took = last.chosen, last.Fields, last.Topics, true
	}
	if len(r.Versions) == 0 && r.AsOf == "" || r.AsOf != "" && len(r.Versions) == 0 {
		if len(last.Versions) > 0 {
			r.Versions, r.Named, took = last.Versions, last.Named, true
		}
	}
	if r.Point == 0 && last.Point > 0 && len(r.chosen) == 0 {
		r.Point, took = last.Point, true
	}
	if !took {
		return
	}
	r.continued = true
	r.Intent = r.intent()
	same := r.begins("same for", "same question", "and same")
	if same || r.Intent == None || r.Intent == Identify || r.Intent == Events || r.Intent == Value && keeps(last.Intent) {
		r.Intent = last.Intent
	}
	if r.Intent == Change && len(r.Versions) == 1 && len(last.Versions) > 0 && last.Versions[0] != r.Versions[0] {
		r.Versions = []*plan.Record{last.Versions[0], r.Versions[0]}
	}
	r.Assumed = append(r.Assumed, "the question goes on from the one before it")
	r.why("follow-up: what it leaves out is taken from the question before")
}

// keeps reports whether a follow-up without a cue of its own repeats an
// intent.
func keeps(i Intent) bool {
	switch i {
	case Change, Mention, YesNo, WhichPoint, Follow, Gone, Added, Same, Brackets, Value:
		return true
	}
	return false
}

// elliptical reports whether a question leans on the one before: it begins
// like a continuation, or points back and has no subject of its own.
func (r *reading) elliptical() bool {
	if r.begins("and", "what about", "how about", "same for", "same question", "but", "also", "ok and", "then", "or") {
		return true
	}
	if len(r.chosen) > 0 && r.Named {
		return false
	}
	if r.has("that", "it", "this", "so", "they", "those", "there", "them", "then", "these") && len(r.chosen) == 0 && (len(r.strays) == 0) {
		return true
	}
	bare := len(r.chosen) == 0 && len(r.strays) == 0
	switch r.Intent {
	case WhoSays, Quote, Conflict, Timeline, Origin, Uptake, Value, WhichPoint, None, Identify, Follow:
		return bare && len(r.words) <= 6
	}
	return false
}

// mended are the slips of typing that were put right.
func (r *reading) mended() []string {
	if r.question == nil {
		return nil
	}
	return r.fixed
}
