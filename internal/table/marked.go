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
	base, first, both := r.Cells[0], &out.Cells[0], len(r.Cells) == 2
	for i, c := range r.Cells[1:] {
		cell := &out.Cells[i+1]
		switch {
		case c.Kind == compare.Reworded:
			was := firstWording(base.Reading)
			if wordingOf(first) == nil { // to hold the other against
				first.say(Wording, was)
			}
			if line := wordingOf(cell); line != nil {
				markLines(cell, compared{wordingOf(first), was, compare.Content{}}, compared{line, line.Text(), compare.Content{}}, both, words)
			}
		case c.Kind != compare.Changed || c.NoDetails || len(base.Contents) != 1 || len(c.Contents) != 1:
		case c.Terms:
			cell.Lines[0].Spans = termSpans(c.Contents[0], c.Gained, prose.Insert)
			if both {
				first.Lines[0].Spans = termSpans(base.Contents[0], c.Lost, prose.Delete)
			}
		case markable(base.Contents[0].Value, c.Contents[0].Value):
			a, b := base.Contents[0], c.Contents[0]
			markLines(cell, compared{&first.Lines[0], wording.Body(a), a}, compared{&cell.Lines[0], wording.Body(b), b}, both, words)
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

// compared is a line, that of its text which is compared, and what is around it.
type compared struct {
	line *Line
	text string
	of   compare.Content
}

// maxMarked is how many bytes of two texts are compared word by word; the
// work grows with their square.
const maxMarked = 40 << 10

// minKept is the share of a text that must be kept for marks inside it to
// help rather than to cover it.
const minKept = 0.3

// markLines marks what differs; nothing where too little is kept and words are
// not asked for.
func markLines(cell *Cell, was, is compared, both, words bool) {
	var old, new []prose.Span
	err := prose.ErrCapped
	if len(was.text)+len(is.text) <= maxMarked {
		old, new, err = prose.Diff(was.text, is.text)
	}
	if err != nil {
		cell.say(Remark, wording.TooLong)
		return
	}
	kept := 0
	for _, s := range new {
		if s.Op == prose.Keep {
			kept += len(strings.TrimSpace(s.Text))
		}
	}
	if !words && float64(kept) < minKept*float64(max(len(was.text), len(is.text))) {
		return
	}
	is.line.Spans = around(is.of, new)
	if both {
		was.line.Spans = around(was.of, old)
	}
}

func around(k compare.Content, spans []prose.Span) []prose.Span {
	kept := func(text string) []prose.Span {
		if text == "" {
			return nil
		}
		return []prose.Span{{Op: prose.Keep, Text: text}}
	}
	return slices.Concat(kept(wording.Lead(k)), spans, kept(wording.Tail(k)))
}

func wordingOf(c *Cell) *Line {
	for i := range c.Lines {
		if c.Lines[i].Role == Wording {
			return &c.Lines[i]
		}
	}
	return nil
}
