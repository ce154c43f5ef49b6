package prose

import "strings"

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

// Diff compares two texts word by word. Old spans are Keep or Delete and
// joined are a; new spans are Keep or Insert and joined are b. Words count
// as equal across styles of quotation mark and of digit grouping and with
// accents composed or not, so the kept text of a and b may differ in those.
// Blanks between changed words go with them. The only error is ErrCapped,
// with spans that are right.
func Diff(a, b string) (old, new []Span, err error) {
	ta, tb := Tokens(a), Tokens(b)
	na, nb := number(ta, tb)
	var r runs
	r.compare(na, nb, 0)
	if r.capped {
		err = ErrCapped
	}
	return spans(a, ta, r.list, Insert), spans(b, tb, r.list, Delete), err
}

// spans gives one text as spans. Runs that stand in the other alone are
// passed over.
func spans(text string, tokens []string, runs []run, other Op) []Span {
	var out []Span
	begin, start, end := 0, 0, 0 // of the last span, of this one
	put := func(op Op) {
		n := len(out)
		if n > 0 && out[n-1].Op == op {
			out[n-1].Text = text[begin:end]
			return
		}
		begin = start
		out = append(out, Span{op, text[start:end]})
	}
	for _, r := range runs {
		if r.op == other {
			continue
		}
		start = end
		for _, t := range tokens[:r.n] {
			end += len(t)
		}
		tokens = tokens[r.n:]
		put(r.op)
	}
	return joinRuns(text, out)
}

// joinRuns puts changed words that only blanks separate into one span.
func joinRuns(text string, in []Span) []Span {
	out := in[:0]
	begin, end := 0, 0 // of the last span that is out; where it ends
	for i, s := range in {
		end += len(s.Text)
		n := len(out)
		if n > 0 && (s.Op == out[n-1].Op || s.Op == Keep && i+1 < len(in) && in[i+1].Op == out[n-1].Op && blank(s.Text)) {
			out[n-1].Text = text[begin:end]
			continue
		}
		begin = end - len(s.Text)
		out = append(out, s)
	}
	return out
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// Same reports whether two texts have the same words, without regard to
// case, blanks, quotation marks and digit grouping.
func Same(a, b string) bool { return fold(a) == fold(b) }

func fold(s string) string {
	var keys []string
	for _, t := range Tokens(strings.ToLower(s)) {
		if k := key(t); k != " " {
			keys = append(keys, k)
		}
	}
	return strings.Join(keys, " ")
}
