package table

import (
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/wording"
)

// markWords marks the words that differ inside values, terms and wordings. In
// a comparison of two it does so on both sides; of more, in the later versions
// only, because the first differs from each in its own way.
func markWords(out *Row, r compare.Row, words bool) {
	base := r.Cells[0]
	for i, c := range r.Cells[1:] {
		cell := &out.Cells[i+1]
		both := len(r.Cells) == 2
		switch {
		case c.Kind == compare.Reworded:
			markWording(&out.Cells[0], cell, firstWording(base.Reading), both, words)
		case c.Kind != compare.Changed || c.NoDetails || len(base.Contents) != 1 || len(c.Contents) != 1:
		case c.Terms:
			cell.Lines[0].Spans = termSpans(c.Contents[0], c.Gained, prose.Insert)
			if both {
				out.Cells[0].Lines[0].Spans = termSpans(base.Contents[0], c.Lost, prose.Delete)
			}
		case markable(base.Contents[0].Value, c.Contents[0].Value):
			markValue(&out.Cells[0], cell, base.Contents[0], c.Contents[0], both, words)
		}
	}
}

// markable: the step tells of two numbers, and a date is read whole.
func markable(a, b plan.Value) bool {
	return !(a.HasNumber() && b.HasNumber()) && (a.Date == "" || b.Date == "")
}

// termSpans is a content with some of its terms marked.
func termSpans(k compare.Content, terms []compare.Term, op prose.Op) []prose.Span {
	spans := []prose.Span{{Op: prose.Keep, Text: wording.Lead(k) + k.Value.String()}}
	for i, t := range k.Terms {
		if i > 0 || !k.Value.IsZero() {
			spans = append(spans, prose.Span{Op: prose.Keep, Text: ", "})
		}
		mark := prose.Keep
		if slices.ContainsFunc(terms, func(other compare.Term) bool { return other.Text == t.Text }) {
			mark = op
		}
		spans = append(spans, prose.Span{Op: mark, Text: t.Text})
	}
	return append(spans, prose.Span{Op: prose.Keep, Text: wording.Tail(k)})
}

// markValue marks the words that differ in two contents.
func markValue(from, to *Cell, a, b compare.Content, both, words bool) {
	old, new, long := diff(wording.Body(a), wording.Body(b), words)
	switch {
	case long:
		to.Lines = append(to.Lines, plain(Remark, wording.TooLong))
	case new != nil:
		to.Lines[0].Spans = around(b, new)
		if both {
			from.Lines[0].Spans = around(a, old)
		}
	}
}

func around(k compare.Content, spans []prose.Span) []prose.Span {
	out := slices.Clone(spans)
	if lead := wording.Lead(k); lead != "" {
		out = append([]prose.Span{{Op: prose.Keep, Text: lead}}, out...)
	}
	if tail := wording.Tail(k); tail != "" {
		out = append(out, prose.Span{Op: prose.Keep, Text: tail})
	}
	return out
}

// markWording marks the words that differ in the texts of two versions, and
// puts the first version's words into its cell to hold the other against.
func markWording(from, to *Cell, was string, both, words bool) {
	if wordingOf(from) == nil {
		from.Lines = append(from.Lines, plain(Wording, was))
	}
	a, b := wordingOf(from), wordingOf(to)
	if b == nil {
		return
	}
	old, new, long := diff(was, b.Text(), words)
	switch {
	case long:
		to.Lines = append(to.Lines, plain(Remark, wording.TooLong))
	case new != nil:
		b.Spans = new
		if both {
			a.Spans = old
		}
	}
}

func wordingOf(c *Cell) *Line {
	for i := range c.Lines {
		if c.Lines[i].Role == Wording {
			return &c.Lines[i]
		}
	}
	return nil
}

// maxMarked is how many bytes of two texts are compared word by word; the
// work grows with their square.
const maxMarked = 40 << 10

// minKept is the share of a text that must be kept for marks inside it to
// help rather than to cover it.
const minKept = 0.3

// diff marks what differs between two texts; nils where too little is kept,
// unless words are asked for.
func diff(from, to string, words bool) (old, new []prose.Span, long bool) {
	if len(from)+len(to) > maxMarked {
		return nil, nil, true
	}
	old, new, err := prose.Diff(from, to)
	if err != nil {
		return nil, nil, true
	}
	kept := 0
	for _, s := range new {
		if s.Op == prose.Keep {
			kept += len(strings.TrimSpace(s.Text))
		}
	}
	if !words && float64(kept) < minKept*float64(max(len(from), len(to))) {
		return nil, nil, false
	}
	return old, new, false
}
