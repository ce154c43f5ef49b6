package table

import (
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// mark marks the words that differ inside values and wordings. In a
// comparison of two it does so on both sides; of more, in the later versions
// only, because the first differs from each in its own way.
func (b *builder) mark(out *Row, r compare.Row) {
	for i, c := range r.Cells[1:] {
		if c.Kind != compare.Changed && c.Kind != compare.Reworded {
			continue
		}
		if c.Kind == compare.Changed && (c.Told || !markable(r.Cells[0].Contents[0].Value, c.Contents[0].Value)) {
			continue
		}
		if c.Kind == compare.Reworded {
			out.Cells[0].Lines = appendWording(out.Cells[0].Lines, firstWording(r.Cells[0].Reading))
		}
		from, to := &out.Cells[0].Lines[0], &out.Cells[i+1].Lines[0]
		if c.Kind == compare.Reworded {
			from, to = wordingOf(out.Cells[0].Lines), wordingOf(out.Cells[i+1].Lines)
		}
		if len(from.Text())+len(to.Text()) > maxMarked {
			out.Cells[i+1].Lines = append(out.Cells[i+1].Lines, plain(Remark, "too long to mark word by word"))
			continue
		}
		old, new := b.diff(from.Text(), to.Text())
		if new == nil {
			continue
		}
		to.Spans = new
		if len(r.Cells) == 2 {
			from.Spans = old
		}
	}
}

// markable: the step tells of two numbers, and a date is read whole.
func markable(a, b plan.Value) bool {
	return !(a.HasNumber && b.HasNumber) && (a.Date == "" || b.Date == "")
}

// appendWording adds the first version's words once, to hold a reworded
// version against.
func appendWording(lines []Line, words string) []Line {
	if wordingOf(lines) != nil {
		return lines
	}
	return append(lines, wordingLine(words))
}

func wordingLine(words string) Line { return plain(Remark, wordedAs+"“"+words+"”") }

const wordedAs = "worded: "

func wordingOf(lines []Line) *Line {
	for i := range lines {
		if lines[i].Role == Remark && strings.HasPrefix(lines[i].Text(), wordedAs) {
			return &lines[i]
		}
	}
	return nil
}

// maxMarked is how many bytes of two values are compared word by word; the
// work grows with their square.
const maxMarked = 40 << 10

// minKept is the share of a text that must be kept for marks inside it to
// help rather than to cover it.
const minKept = 0.3

// diff marks what differs between two texts; nils if too little is kept.
func (b *builder) diff(from, to string) (old, new []prose.Span) {
	old, new, err := prose.Diff(from, to)
	if err != nil {
		return nil, nil
	}
	kept := 0
	for _, s := range new {
		if s.Op == prose.Keep {
			kept += len(strings.TrimSpace(s.Text))
		}
	}
	if !b.opt.Words && float64(kept) < minKept*float64(max(len(from), len(to))) {
		return nil, nil
	}
	return old, new
}
