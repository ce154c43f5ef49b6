package ask

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Session answers questions on one library, and keeps what the last one was
// about for the next.
type Session struct {
	index *index
	ev    evidence.Filter
	last  *reading
	// within: the question at hand is the second half of one
	within bool
}

// New makes a session on a library, with the evidence that is admitted.
func New(lib *plan.Library, ev evidence.Filter) *Session {
	return &Session{index: newIndex(lib), ev: ev}
}

// Ask answers one question. It never fails: what it cannot read or answer
// gets the status OutOfScope and says why.
func (s *Session) Ask(text string) *Answer {
	if why := unreadable(text); why != "" {
		return s.outside(&reading{question: &question{x: s.index}, ev: s.ev}, shorten(text), why)
	}
	text = prose.Clean(text)
	if short := s.unadorned(text); short != text {
		return s.ask(short).asked(text)
	}
	return s.ask(text)
}

func (s *Session) ask(text string) *Answer {
	if a := s.led(text); a != nil {
		return a
	}
	if a := s.askBoth(text); a != nil {
		return a
	}
	a := s.askOne(text)
	if a.Status != OutOfScope || s.foreign(text) {
		return a
	}
	for _, part := range append(askingParts(text), reported(text)) {
		if part == "" {
			continue
		}
		if b := s.askOne(part); b.Status != OutOfScope {
			b.Understood.Assumed = append(b.Understood.Assumed, fmt.Sprintf("asked is %q", part))
			return b.asked(text)
		}
	}
	return a
}

// foreign reports whether a text is for other records beyond doubt: it asks for
// a judgement, or names a subject of other questions.
func (s *Session) foreign(text string) bool {
	r := s.read(text, s.ev)
	r.Intent = r.intent()
	return r.beyond() != "" || slices.ContainsFunc(r.words, func(t token) bool { return elsewhere[t.text] })
}

// askOne answers a question that asks one thing.
func (s *Session) askOne(text string) *Answer {
	r := s.read(text, s.ev)
	if again := r.insteadOf(s.last); again != "" {
		a := s.askOne(again)
		a.Understood.Assumed = append(a.Understood.Assumed, goesOn)
		return a.asked(text)
	}
	r.Intent = r.intent()
	s.followUp(r)
	a := s.answer(r)
	if a.Status == OutOfScope && s.last != nil && !r.continued && len(r.words) <= 9 && r.beyond() == "" {
		if again := s.again(text); again != nil {
			r, a = again, s.answer(again)
		}
	}
	a.Question, a.Evidence, a.Hidden = text, r.ev, r.hidden
	a.Understood = r.Understood
	if a.Status == OutOfScope {
		a.Understood = Understood{Intent: None, Assumed: r.mended(), Why: r.Why}
	}
	if a.Status != OutOfScope {
		s.last = r
		r.answered = slices.DeleteFunc(slices.Clone(a.Findings), func(f Finding) bool { return f.Nearest })
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

// mended are the slips of typing that were put right.
func (r *reading) mended() []string {
	if r.question == nil {
		return nil
	}
	return r.fixed
}
