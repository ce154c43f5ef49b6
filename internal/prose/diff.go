package prose

import (
	"errors"
	"fmt"
	"strings"

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
	ta, tb := Tokens(a), Tokens(b)
	codes := map[string]rune{}
	encode := func(tokens []string) ([]rune, error) {
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
	ca, err := encode(ta)
	if err != nil {
		return nil, nil, err
	}
	cb, err := encode(tb)
	if err != nil {
		return nil, nil, err
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a timeout would make the result depend on the clock
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(ca, cb, false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			old = appendSpan(old, Keep, ta[i:i+n])
			new = appendSpan(new, Keep, tb[j:j+n])
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			old = appendSpan(old, Delete, ta[i:i+n])
			i += n
		case diffmatchpatch.DiffInsert:
			new = appendSpan(new, Insert, tb[j:j+n])
			j += n
		}
	}
	if i != len(ta) || j != len(tb) {
		return nil, nil, errors.New("comparing two texts word by word: the difference does not cover both")
	}
	return joinRuns(old), joinRuns(new), nil
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

func appendSpan(spans []Span, op Op, tokens []string) []Span {
	text := strings.Join(tokens, "")
	if text == "" {
		return spans
	}
	if n := len(spans); n > 0 && spans[n-1].Op == op {
		spans[n-1].Text += text
		return spans
	}
	return append(spans, Span{op, text})
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
