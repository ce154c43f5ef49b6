package ask

import (
	"fmt"
	"slices"
	"strings"
)

// A question may ask two things: "who leads the talks, and since when?". Each
// is answered for itself, the second as one that goes on from the first.

// led answers a question that a statement leads in; nil where there is none. A
// statement that names nothing here is left aside: "for my paper: who ...".
func (s *Session) led(text string) *Answer {
	before := s.last
	for _, mark := range []string{": ", " - ", ". ", "; ", ", "} {
		lead, rest, ok := strings.Cut(text, mark)
		if !ok || asksOutright(lead) || mark == ", " && !personal(lead) {
			continue
		}
		if asksOutright(rest) && s.aside(lead, mark == ": " || mark == ", ") {
			return s.askOne(rest).asked(text)
		}
		if mark == ". " || mark == "; " {
			if a := s.afterward(lead, rest, text); a != nil {
				return a.asked(text)
			}
			s.last = before
		}
	}
	return nil
}

// bidding words begin a question that bids for something.
var bidding = []string{"give", "tell", "list", "show"}

// afterward answers a question as one that goes on from the statement before
// it, where it bids for something, points back at what the statement names, or
// where both together get no answer; nil elsewhere: "I hear that Geneva rewrote
// it. Give me the differences".
func (s *Session) afterward(lead, rest, text string) *Answer {
	bids := slices.ContainsFunc(bidding, func(w string) bool { return begins(rest, w) })
	if len(split(lead)) < 4 || len(split(rest)) < 3 || !bids && !asksOutright(rest) {
		return nil
	}
	r, own := s.read(lead, s.ev), s.read(rest, s.ev)
	back := r.Named && !own.Named && own.has("they", "them", "these", "those")
	if !bids && !back && s.askOne(text).Status != OutOfScope || !r.Named && len(r.chosen) == 0 {
		return nil
	}
	r.Intent = r.intent()
	s.last = r
	a := s.askOne(rest)
	if a.Status == OutOfScope {
		return nil
	}
	a.Understood.Assumed = without(a.Understood.Assumed, goesOn)
	a.Understood.Why = append(a.Understood.Why, fmt.Sprintf("%q leads it in", lead))
	return a
}

// aside reports whether a text names nothing that the records know: "for my
// seminar paper". A preamble may say of who asks what it likes.
func (s *Session) aside(text string, preamble bool) bool {
	r := s.read(text, s.ev)
	number := slices.ContainsFunc(r.words, func(t token) bool { return t.isNum && t.number > 100 })
	return !r.Named && len(r.bare) == 0 && r.when == nil && (len(r.chosen) == 0 || preamble && personal(text)) && len(r.words) > 1 && r.cited == "" && !number
}

// courtesies begin a question without being part of it.
var courtesies = []string{"can you please", "could you please", "would you please", "can you", "could you", "please"}

// unadorned is a question without "could you" before what it bids for, and
// without a last clause that speaks of who asks: "..., I need it for my notes".
func (s *Session) unadorned(text string) string {
	for _, c := range courtesies {
		if rest := strings.TrimSpace(text[min(len(c), len(text)):]); begins(text, c) && slices.ContainsFunc(bidding, func(w string) bool { return begins(rest, w) }) {
			text = rest
			break
		}
	}
	for _, hedge := range []string{", if any,", ", if anything,", ", if at all,"} {
		text = strings.Replace(text, hedge, "", 1)
	}
	for _, mark := range []string{"? ", ". "} { // "..., or not? I read two different things"
		if i := strings.Index(text, mark); i > 0 && asksOutright(text) && personal(text[i+2:]) && len(split(text[:i])) > 2 {
			text = text[:i+1]
		}
	}
	if i := strings.LastIndex(text, ", "); i > 0 && personal(text[i+2:]) && len(split(text[:i])) > 2 && s.aside(text[i+2:], true) {
		text = text[:i]
	}
	return text
}

// personal reports whether a text speaks of who asks: "I have a seminar
// tomorrow".
func personal(text string) bool {
	words := split(text)
	return len(words) > 0 && slices.Contains([]string{"i", "ive", "im", "id", "we", "weve", "my", "our", "were"}, words[0])
}

// reported is the question that somebody is said to ask: "my editor wants to
// know who ..."; "" if there is none.
func reported(text string) string {
	low := lowered(text)
	for _, verb := range []string{" know ", " wonder ", " wondering ", " ask ", " asks ", " asking ", " asked ", " tell me ", " find out ", " check "} {
		if i := strings.Index(low, verb); i >= 0 && asksOutright(text[i+len(verb):]) {
			return text[i+len(verb):]
		}
	}
	return ""
}

// askingParts are the parts of a text between commas that ask something, where it
// has more than one: "what was it that he said, he was so nice about it".
func askingParts(text string) []string {
	var out []string
	if strings.Contains(lowered(text), "according to ") {
		return nil // who says it belongs to what is asked
	}
	parts := strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ';' || c == '!' })
	for _, p := range parts {
		if p = strings.TrimSpace(p); len(parts) > 1 && asksOutright(p) && len(split(p)) > 3 {
			out = append(out, p)
		}
	}
	return out
}

// asked is an answer to a question that was put in more words.
func (a *Answer) asked(text string) *Answer {
	a.Question = text
	return a
}

// parting are the places between two questions in one sentence, those that
// need no comma last.
var parting = []string{"? and ", " - ", " – ", " — ", "? ", ". and ", "; and ", ", and ", ", or ", "; ", ", ", " and "}

// halves cuts a question that asks two things; ok is false where it asks one.
// Both halves begin with a word that asks, so "according to X, who ..." and
// lists of names stay whole; so does ", who" without an "and", which goes on
// about a name.
func halves(text string) (first, second string, ok bool) {
	if text = strings.TrimSpace(text); !asksOutright(text) {
		return "", "", false
	}
	low := lowered(text)
	for _, mark := range parting {
		for from := 0; ; {
			i := strings.Index(low[from:], mark)
			if i < 0 {
				break
			}
			i += from
			from = i + len(mark)
			first, second = text[:i], text[from:]
			relative := mark == ", " && !slices.ContainsFunc(yesNoWords, func(w string) bool { return begins(second, w) })
			if !relative && asksOutright(second) && len(split(first)) > 2 && len(split(second)) > 1 && (mark != " and " || opensClause(second)) {
				return first, second, true
			}
		}
	}
	return "", "", false
}

// lowered writes the letters of ASCII small, so that places in it are places in
// the text.
func lowered(text string) string {
	b := []byte(text)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// asksOutright reports whether a text begins with a word that asks.
func asksOutright(text string) bool {
	return slices.ContainsFunc(yesNoWords, func(w string) bool { return begins(text, w) }) ||
		slices.ContainsFunc(interrogatives, func(w string) bool { return begins(text, w) })
}

var interrogatives = []string{"what", "who", "whose", "whom", "when", "where", "which", "why", "how", "on what", "on which", "in what", "in which", "by whom", "to whom", "by how much", "at what", "under what", "from what", "with what", "for what", "for how long", "since when", "until when", "for whom", "with whom", "between which", "between whom", "among which", "under which", "to which", "from which", "with which", "by which", "for which"}

// opensClause reports whether a text that follows a mere "and" is a question
// of its own, and no further part of the same: "what and who" is one.
func opensClause(text string) bool {
	words := split(text)
	return len(words) > 1 && slices.Contains(interrogatives, words[0])
}

// begins reports whether a text begins with a word, in any case.
func begins(text, w string) bool {
	return len(text) > len(w) && strings.EqualFold(text[:len(w)], w) && !isLetter(text[len(w)])
}

// askBoth answers the halves of a question one after the other; nil where it
// has but one, or where either gets no answer of its own.
func (s *Session) askBoth(text string) *Answer {
	one, two, ok := halves(text)
	if !ok {
		return nil
	}
	before := s.last
	first := s.askOne(one)
	if first.Status == OutOfScope {
		s.last = before
		return nil
	}
	s.within = true
	second := s.askOne(two)
	s.within = false
	if !adds(second, first) && second.Status == Answered {
		switch second.Understood.Intent {
		case Conflict, WhoSays, Quote: // these tell it all over again
			second.Question, second.Understood.Assumed = text, without(second.Understood.Assumed, goesOn)
			return second
		}
	}
	if !adds(second, first) || second.Status == OutOfScope || second.Understood.AsOf != first.Understood.AsOf || second.Status == NotReported && first.Status == NotReported {
		s.last = before
		return nil
	}
	return first.with(second, text)
}

// adds reports whether an answer holds a finding that another one does not.
func adds(a, to *Answer) bool {
	return slices.ContainsFunc(a.Findings, func(f Finding) bool { return !to.holds(f) })
}

// holds reports whether an answer has a finding on the same field of the same
// record.
func (a *Answer) holds(f Finding) bool {
	return slices.ContainsFunc(a.Findings, func(o Finding) bool {
		return o.Record.ID == f.Record.ID && o.Field.ID == f.Field.ID && o.Nearest == f.Nearest
	})
}

// with joins the answers to the two halves of a question.
func (a *Answer) with(b *Answer, question string) *Answer {
	out := *a
	out.Question = question
	out.Text = strings.TrimSpace(a.Text) + " " + strings.TrimSpace(b.Text)
	out.Findings = slices.Clone(a.Findings)
	for _, f := range b.Findings {
		if !a.holds(f) {
			out.Findings = append(out.Findings, f)
		}
	}
	out.Notes = union(a.Notes, b.Notes)
	if a.Status != b.Status {
		out.Status = Partly
	}
	u, v := a.Understood, b.Understood
	u.Versions, u.Fields, u.Topics = union(u.Versions, v.Versions), union(u.Fields, v.Fields), union(u.Topics, v.Topics)
	u.Assumed = union(u.Assumed, without(v.Assumed, goesOn))
	u.Why = slices.Concat(u.Why, []string{fmt.Sprintf("the question asks two things; of the second, %q:", b.Question)}, v.Why)
	out.Understood = u
	out.Hidden = max(a.Hidden, b.Hidden)
	return &out
}

// union is a list with what another one adds to it.
func union[T comparable](a, b []T) []T {
	out := slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// without is a list without one of its lines.
func without(list []string, line string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == line })
}
