package prose

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Op tells what became of a span.
type Op int

const (
	Keep Op = iota
	Delete
	Insert
)

// Span is a run of text with one fate.
type Span struct {
	Op   Op
	Text string
}

const (
	// firstCode is the first rune that stands for a token: beyond the basic
	// plane, so that no code is a surrogate half.
	firstCode = 0x10000
	// maxTokens is how many distinct tokens have a code: to U+10FFFF.
	maxTokens = 0x10ffff - firstCode + 1
)

// Diff compares two texts word by word. Old spans are Keep or Delete and
// joined are a; new spans are Keep or Insert and joined are b. Words count
// as equal across styles of quotation mark and of digit grouping, so the
// kept text of a and b may differ in those. Blanks between changed words go
// with them. It fails where the texts have
// more than 1,048,576 distinct tokens.
func Diff(a, b string) (old, new []Span, err error) {
	inline, err := Inline(a, b)
	if err != nil {
		return nil, nil, err
	}
	old, new = Sides(inline)
	return old, new, nil
}

// Sides are the two texts of changes, each with its own words marked.
func Sides(changes []Change) (old, new []Span) {
	for _, c := range changes {
		if c.Op != Insert {
			old = appendSpan(old, Span{c.Op, c.was})
		}
		if c.Op != Delete {
			new = appendSpan(new, c.Span)
		}
	}
	return joinRuns(old), joinRuns(new)
}

// Both are the two texts of changes in one.
func Both(changes []Change) []Span {
	out := make([]Span, len(changes))
	for i, c := range changes {
		out[i] = c.Span
	}
	return out
}

// Change is a run of two texts taken together: kept words as the second has
// them, words of the first that are gone, words of the second that are new.
type Change struct {
	Span
	was string // kept words as the first text has them
}

// Inline compares two texts as Diff does, and gives both in one: what is gone
// stands before what is new in its place. It fails as Diff does.
func Inline(a, b string) ([]Change, error) {
	ta, tb := Tokens(a), Tokens(b)
	codes := map[string]rune{}
	ca, err := encode(codes, ta)
	if err != nil {
		return nil, err
	}
	cb, err := encode(codes, tb)
	if err != nil {
		return nil, err
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a timeout would make the result depend on the clock
	var out []Change
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(ca, cb, false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			out = append(out, Change{Span{Keep, strings.Join(tb[j:j+n], "")}, strings.Join(ta[i:i+n], "")})
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			out = append(out, Change{Span{Delete, strings.Join(ta[i:i+n], "")}, ""})
			out[len(out)-1].was = out[len(out)-1].Text
			i += n
		case diffmatchpatch.DiffInsert:
			out = append(out, Change{Span: Span{Insert, strings.Join(tb[j:j+n], "")}})
			j += n
		}
	}
	if i != len(ta) || j != len(tb) {
		return nil, errors.New("comparing two texts word by word: the difference does not cover both")
	}
	return out, nil
}

// encode gives every distinct token a code, beside those that others have.
func encode(codes map[string]rune, tokens []string) ([]rune, error) {
	out := make([]rune, len(tokens))
	for i, t := range tokens {
		k := key(t)
		c, ok := codes[k]
		if !ok {
			if len(codes) == maxTokens {
				return nil, fmt.Errorf("comparing two texts word by word: more than %d different words", maxTokens)
			}
			c = firstCode + rune(len(codes))
			codes[k] = c
		}
		out[i] = c
	}
	return out, nil
}

// joinRuns puts changed words that only blanks separate into one span.
func joinRuns(spans []Span) []Span {
	var out []Span
	for i, s := range spans {
		n := len(out)
		switch {
		case n > 0 && out[n-1].Op == s.Op:
			out[n-1].Text += s.Text
		case n > 0 && s.Op == Keep && strings.TrimSpace(s.Text) == "" && i+1 < len(spans) && spans[i+1].Op == out[n-1].Op:
			out[n-1].Text += s.Text
		default:
			out = append(out, s)
		}
	}
	return out
}

func appendSpan(spans []Span, s Span) []Span {
	if s.Text == "" {
		return spans
	}
	if n := len(spans); n > 0 && spans[n-1].Op == s.Op {
		spans[n-1].Text += s.Text
		return spans
	}
	return append(spans, s)
}

// Same reports whether two texts have the same words, without regard to
// case, blanks, quotation marks and digit grouping.
func Same(a, b string) bool { return Key(a) == Key(b) }

// Key is what two texts are compared by, word for word: folded, and numbers
// without their grouping.
func Key(s string) string {
	var keys []string
	for _, t := range Tokens(Fold(s)) {
		if k := key(t); k != " " {
			keys = append(keys, k)
		}
	}
	return strings.Join(keys, " ")
}

// Equal reports whether a word diff of two texts would find no change.
func Equal(a, b string) bool { return a == b || fold2(a) == fold2(b) }

func fold2(s string) string {
	var keys []string
	for _, t := range Tokens(strings.TrimSpace(s)) {
		keys = append(keys, key(t))
	}
	return strings.Join(keys, "\x00")
}
