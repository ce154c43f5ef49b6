package intake

import (
	"unicode/utf8"

	"plandiff/internal/prose"
)

// changed builds the text of a block from plain and edited runs, cleaning
// each, and keeps where the edits are.
type changed struct {
	buf     []byte
	pending []byte // plain text not cleaned yet
	changes []Change
}

// openEdit is an element that edits what stands in it.
type openEdit struct {
	name         string
	edit         Edit
	author, date string
}

func (c *changed) plain(s string) { c.pending = append(c.pending, s...) }

// settle cleans what is pending. A blank between two runs stays one blank.
func (c *changed) settle() {
	if len(c.pending) == 0 {
		return
	}
	c.put(string(c.pending))
	c.pending = c.pending[:0]
}

func (c *changed) put(s string) {
	if lead := leadBlank(s); lead && len(c.buf) > 0 && c.buf[len(c.buf)-1] != ' ' {
		c.buf = append(c.buf, ' ')
	}
	t := prose.Clean(s)
	c.buf = append(c.buf, t...)
	if t != "" && trailBlank(s) {
		c.buf = append(c.buf, ' ')
	}
}

// edit adds a changed run: its words stand in the text in the reading that
// has them.
func (c *changed) edit(e Edit, words, author, date string, rejected bool) {
	c.settle()
	clean := prose.Clean(words)
	if clean == "" {
		if e.gone() == rejected {
			c.plain(words)
		}
		return
	}
	if e.gone() != rejected {
		c.note(Change{Edit: e, Start: len(c.buf), End: len(c.buf), Words: clean, Author: author, Date: date}, words)
		return
	}
	start := len(c.buf)
	if leadBlank(words) && start > 0 && c.buf[start-1] != ' ' {
		start++
	}
	c.put(words)
	c.note(Change{Edit: e, Start: start, End: start + len(clean), Words: clean, Author: author, Date: date}, words)
}

// note keeps a change, joined to the one before it where both are one: Word
// cuts runs at every spelling mark. Long ones are not joined further, so that
// the work stays in proportion.
func (c *changed) note(n Change, raw string) {
	if k := len(c.changes) - 1; k >= 0 {
		last := &c.changes[k]
		gap := n.Start - last.End
		if len(last.Words) < 4096 && last.Edit == n.Edit && last.Author == n.Author && last.Date == n.Date && (gap == 0 || gap == 1 && c.buf[last.End] == ' ') {
			if gap == 1 || leadBlank(raw) || n.Start == n.End && last.spaced {
				last.Words += " "
			}
			last.Words += n.Words
			last.End = n.End
			last.spaced = trailBlank(raw)
			return
		}
	}
	n.spaced = trailBlank(raw)
	c.changes = append(c.changes, n)
}

// done is the text, without blanks at its ends, and its changes.
func (c *changed) done() (string, []Change) {
	c.settle()
	text := prose.Clean(string(c.buf))
	for i := range c.changes {
		c.changes[i].Start = min(c.changes[i].Start, len(text))
		c.changes[i].End = min(c.changes[i].End, len(text))
		c.changes[i].spaced = false
	}
	changes := c.changes
	c.buf, c.changes = c.buf[:0], nil
	return text, changes
}

func leadBlank(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isBlank(r) && r != '\u00a0' || r == '\n'
}

func trailBlank(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == ' ' || r == '\t' || r == '\n'
}
