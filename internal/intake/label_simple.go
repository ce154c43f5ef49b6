package intake

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// simple reads labels without a name: "1.", "1)", "(a)", "IV.", "1.2.3",
// "V1.2.3", "3.1 - ", "5、".
func (c *cursor) simple(heading bool) (label, bool) {
	save := c.i
	fail := func() (label, bool) { c.i = save; return label{}, false }
	if c.rune() == '(' || c.rune() == '（' {
		return c.paren()
	}
	if comps := c.numbers(false); comps != nil {
		return c.afterNumber(comps, heading, save)
	}
	start := c.i
	for unicode.IsLetter(c.rune()) && c.i-start < 16 {
		c.next()
	}
	word := c.s[start:c.i]
	if word == "" {
		return fail()
	}
	// "V1.2.3": a prefix letter on a path of at least two numbers.
	if utf8.RuneCountInString(word) == 1 && unicode.IsUpper(c.runeAt(start)) {
		if comps := c.numbers(false); len(comps) >= 2 {
			comps[0] = word + comps[0]
			return c.afterNumber(comps, heading, save)
		}
		c.i = start + len(word)
	}
	class, ok := letterClass(word)
	if !ok {
		return fail()
	}
	mark := c.rune()
	if mark != ')' && mark != '.' {
		return fail()
	}
	c.next()
	c.end = c.i
	if !c.done() && !c.blanks() {
		return fail()
	}
	l := label{comps: []string{word}, style: class + string(mark)}
	if class == "a" || class == "б" {
		l.weak = mark == '.'
	} else {
		l.weak = !heading && mark == '.' && utf8.RuneCountInString(word) == 1
	}
	return l, true
}

func (c *cursor) runeAt(at int) rune {
	r, _ := utf8.DecodeRuneInString(c.s[at:])
	return r
}

// letterClass tells lists of letters apart by script and case: a and A stand
// for Latin, Roman numerals among them.
func letterClass(word string) (string, bool) {
	r, n := utf8.DecodeRuneInString(word)
	same := strings.Count(word, word[:n])*n == len(word) && len(word) <= 2*n
	if roman(word) == 0 && !same || word != strings.ToLower(word) && word != strings.ToUpper(word) {
		return "", false
	}
	upper := unicode.IsUpper(r)
	switch {
	case r < 0x80 && upper:
		return "A", true
	case r < 0x80:
		return "a", true
	case unicode.Is(unicode.Cyrillic, r) && upper:
		return "Б", true
	case unicode.Is(unicode.Cyrillic, r):
		return "б", true
	case unicode.Is(unicode.Arabic, r):
		return "أ", true
	case unicode.Is(unicode.Greek, r):
		return "α", true
	}
	return "", false
}

// paren reads "(a)", "(1)", "(iv)", "（一）" is read by cjk.
func (c *cursor) paren() (label, bool) {
	save := c.i
	c.next()
	start := c.i
	style := ""
	if d, ok := c.digits(); ok {
		suffix := c.suffix()
		if c.close() {
			return label{comps: []string{d + suffix}, style: "(1)"}, true
		}
	}
	c.i = start
	for unicode.IsLetter(c.rune()) && c.i-start < 16 {
		c.next()
	}
	word := c.s[start:c.i]
	if word != "" {
		if n, ok := cjkNumber(word); ok && c.close() {
			return label{comps: []string{strconv.Itoa(n)}, style: "(一)"}, true
		}
		class, ok := letterClass(word)
		style = "(" + class + ")"
		if ok && c.close() {
			return label{comps: []string{word}, style: style}, true
		}
	}
	c.i = save
	return label{}, false
}

// close reads the round bracket that ends a label, and what sets it apart.
func (c *cursor) close() bool {
	if c.rune() != ')' && c.rune() != '）' {
		return false
	}
	c.next()
	c.end = c.i
	return c.done() || c.blanks() || c.rune() > 0x2e80 || c.rune() == '['
}

// afterNumber decides whether a number at the start of a block is a label, by
// what follows it.
func (c *cursor) afterNumber(comps []string, heading bool, save int) (label, bool) {
	l := label{comps: comps, style: "1" + strings.Repeat(".1", len(comps)-1)}
	c.end = c.i
	mark := c.rune()
	switch mark {
	case '.', ')', ':', '、', '．', '）':
		c.next()
		c.end = c.i
		if c.done() || c.blanks() || mark == '、' || mark == '．' || mark == '）' || mark == '.' && c.rune() > 0x2e80 || mark != ':' && c.rune() == '[' {
			l.style += string(mark)
			l.weak = len(comps) == 1 && (len(comps[0]) > 3 || mark == ':')
			if len(comps) > 1 && mark == '.' {
				l.style = strings.TrimSuffix(l.style, ".") // "1.1" and "1.1." are one
			}
			return l, true
		}
	default:
		if c.done() {
			l.weak = true
			return l, heading || len(comps) > 1
		}
		if !c.blanks() {
			if len(comps) > 1 && c.rune() > 0x2e80 { // Chinese sets no blank
				return l, true
			}
			break
		}
		// "3.1 - Policy", "1 – Scope"
		if r := c.rune(); strings.ContainsRune("-–—:", r) {
			c.next()
			if c.blanks() {
				l.weak = len(comps) == 1 && !heading
				return l, true
			}
			break
		}
		if len(comps) > 1 {
			l.weak = !heading && len(comps) == 2 && measured(c.s[c.i:])
			return l, true
		}
		l.weak = true
		word, _, _ := strings.Cut(c.s[c.i:], " ")
		if heading || titled(c.s[c.i:]) && month(strings.ToLower(word)) == 0 {
			return l, true
		}
	}
	c.i = save
	return label{}, false
}

// measured: what follows makes a quantity of the number, "1.5 million".
func measured(rest string) bool {
	word, _, _ := strings.Cut(rest, " ")
	switch strings.ToLower(strings.Trim(word, ".,;")) {
	case "million", "billion", "trillion", "percent", "per", "%", "°c", "млн", "млрд", "км", "km", "m", "million,", "millions", "milliards", "процента", "процентов":
		return true
	}
	return false
}

// titled reports whether a text reads as a title: short, begun by a capital
// or in a script without case, and not ended like a sentence.
func titled(s string) bool {
	if !short(s) {
		return false
	}
	for _, r := range s {
		if unicode.IsLetter(r) {
			return !unicode.IsLower(r)
		}
		if unicode.IsDigit(r) {
			return false
		}
	}
	return false
}

// short: a few words that are not ended like a sentence.
func short(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 160 || strings.Count(s, " ") > 13 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return !strings.ContainsRune(".;:,!?。；：，、؛،…-–—", last)
}
