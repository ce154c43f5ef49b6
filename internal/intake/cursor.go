package intake

import "unicode/utf8"

// cursor goes through the start of a block. end is where the printed label
// ends.
type cursor struct {
	s      string
	i, end int
}

func (c *cursor) rune() rune {
	if c.i >= len(c.s) {
		return 0
	}
	if b := c.s[c.i]; b < utf8.RuneSelf {
		return rune(b)
	}
	r, _ := utf8.DecodeRuneInString(c.s[c.i:])
	return r
}

func (c *cursor) next() {
	if c.i < len(c.s) {
		_, n := utf8.DecodeRuneInString(c.s[c.i:])
		c.i += n
	}
}

func (c *cursor) blanks() bool {
	start := c.i
	for r := c.rune(); isBlank(r); r = c.rune() {
		c.next()
	}
	return c.i > start
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\u00a0' || r == '\u2009' || r == '\u202f' || r == '\u3000' || r == '\u2003' || r == '\u2002'
}

// brackets skips square brackets and blanks, for labels inside brackets.
func (c *cursor) brackets() {
	for c.i < len(c.s) && c.s[c.i] == '[' {
		c.i++
		c.blanks()
	}
}

func (c *cursor) done() bool { return c.i >= len(c.s) }
