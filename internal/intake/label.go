package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// label is the number at the start of a block.
type label struct {
	printed string   // as it stands there: "Article 3bis", "(a)"
	comps   []string // normalised: ["3bis"], ["1", "2", "3"], ["a"]
	unit    unit     // rank 0: no named unit
	style   string   // labels of one list have one style: "1.", "(a)", "§"
	bullet  bool
	// weak: the label needs its neighbours to be believed: a bare number, a
	// large number, one capital letter.
	weak bool
	size int // bytes of the block that it takes, blanks after it included
	open string
}

// maxLabel is how far into a block a label may reach.
const maxLabel = 64

// parseLabel reads the label that a block begins with. heading relaxes what
// must stand after it. Square brackets before a label are kept in open.
func parseLabel(s string, heading bool) (label, bool) {
	c := cursor{s: s}
	c.brackets()
	open := s[:c.i]
	l, ok := c.bullet()
	if !ok {
		l, ok = c.named(heading)
	}
	if !ok {
		l, ok = c.cjk()
	}
	if !ok {
		l, ok = c.simple(heading)
	}
	if !ok || c.i > maxLabel {
		return label{}, false
	}
	l.open = open
	l.printed = strings.TrimSpace(s[len(open):c.end])
	c.blanks()
	l.size = c.i
	return l, true
}

const bulletMarks = "-–—•*·▪▫○●◦‣⁃□■➢►✓§"

func (c *cursor) bullet() (label, bool) {
	r := c.rune()
	if r < 0x80 && r != '-' && r != '*' && r != 'o' || r != 'o' && !strings.ContainsRune(bulletMarks, r) {
		return label{}, false
	}
	save := c.i
	c.next()
	c.end = c.i
	// "§" is a bullet in a font of signs, and no bullet before a number.
	if !c.blanks() || c.done() || r == '§' && !unicode.IsLetter(c.rune()) {
		c.i = save
		return label{}, false
	}
	if r == 'o' && !unicode.IsUpper(c.rune()) { // Word's second bullet, or a word
		c.i = save
		return label{}, false
	}
	return label{bullet: true, style: string(r), weak: r == 'o'}, true
}

// named reads "Article 3bis", "§ 4", "No. 7", "المادة 5", "article premier".
func (c *cursor) named(heading bool) (label, bool) {
	save := c.i
	fail := func() (label, bool) { c.i = save; return label{}, false }
	word, ok := c.unitWord()
	if !ok {
		return fail()
	}
	u, _ := unitOf(word)
	l := label{unit: u, style: word}
	before := c.i
	if c.rune() == '.' {
		c.i++
	}
	c.blanks()
	c.end = before
	spaced := c.i > before || word == "§" || word == "№"
	comps := c.numbers(true)
	if comps == nil || !spaced {
		return fail()
	}
	l.comps = comps
	c.end = c.i
	closed := false
	for c.rune() == ']' { // "[Article 3bis]"
		c.i++
		c.end = c.i
		closed = true
	}
	if !heading && !closed && !c.nameEnds(l.unit.holds) {
		return fail()
	}
	c.separator()
	return l, true
}

// unitWord reads the name of a unit, folded.
func (c *cursor) unitWord() (string, bool) {
	start := c.i
	if r := c.rune(); r == '§' || r == '№' {
		c.next()
		return string(r), true
	}
	for n := 0; n < 16; n++ {
		if r := c.rune(); !unicode.IsLetter(r) && r != '-' && !unicode.Is(unicode.Mn, r) {
			break
		}
		c.next()
	}
	if c.i-start < 1 || c.i-start > 32 {
		return "", false
	}
	first, _ := utf8.DecodeRuneInString(c.s[start:])
	word := c.s[start:c.i]
	if unicode.IsLower(first) {
		return "", false // "article 5 of the treaty": a reference, not a label
	}
	if _, ok := unitOf(word); ok {
		return word, true
	}
	word = strings.ToLower(word)
	_, ok := unitOf(word)
	return word, ok
}

// nameEnds reports whether what follows a named label lets it be one: its
// block ends, a mark parts it from the words, or a capital begins them.
func (c *cursor) nameEnds(holds bool) bool {
	save := c.i
	defer func() { c.i = save }()
	if c.done() || strings.ContainsRune(".:)–—-", c.rune()) || c.rune() == '：' {
		return true
	}
	if !c.blanks() {
		return false
	}
	r := c.rune()
	if strings.ContainsRune("–—-:[(*", r) {
		return true
	}
	rest := c.s[c.i:]
	if numberedName.MatchString(rest) && citesBelow(rest) {
		return false
	}
	short := len(rest) < 120 && !strings.HasSuffix(rest, ".")
	switch {
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return true
	case unicode.IsLower(r):
		return false
	}
	return short || r > 0x2e80 // no case: Arabic, Chinese
}

// numberedName is a word and a number, as in "Abs. 3" and "Paragraph 2".
var numberedName = regexp.MustCompile(`^\pL+\.? ?[0-9]`)

// citesBelow: what follows "Article 7" names a provision inside it; so the
// article is spoken of, and does not begin here.
func citesBelow(rest string) bool {
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	u, ok := unitOf(strings.ToLower(rest[:end]))
	return ok && u.rank >= rankPoint
}

// separator skips what stands between a label and its words.
func (c *cursor) separator() {
	end := c.i
	for {
		c.blanks()
		r := c.rune()
		if r == 0 || !strings.ContainsRune(".:–—-)：", r) {
			break
		}
		c.next()
		if r == '.' || r == ')' || r == ':' || r == '：' {
			end = c.i
		}
	}
	if strings.TrimSpace(c.s[c.end:end]) != "" && end > c.end && !strings.ContainsRune(c.s[c.end:end], ']') {
		c.end = end
	}
}

// numbers reads the number of a label, with the parts that dots and round
// brackets add: "4", "3bis", "4.1", "10(c)", "IV", "A". nil if there is none.
// words admits numbers that only a named label may have.
func (c *cursor) numbers(words bool) []string {
	first, ok := c.number(words)
	if !ok {
		return nil
	}
	comps := []string{first}
	for len(comps) < 9 {
		save := c.i
		switch {
		case c.rune() == '.':
			c.i++
			part, ok := c.part()
			if !ok {
				c.i = save
				return comps
			}
			if repeat(part) > 0 { // "7.bis"
				comps[len(comps)-1] += part
				continue
			}
			comps = append(comps, part)
		case c.rune() == '(' && len(comps) > 0:
			c.i++
			part, ok := c.part()
			if !ok || c.rune() != ')' {
				c.i = save
				return comps
			}
			c.i++
			comps = append(comps, part)
		default:
			return comps
		}
	}
	return comps
}

// part is what may follow a dot: digits, one letter, a Roman numeral, bis.
func (c *cursor) part() (string, bool) {
	if d, ok := c.digits(); ok {
		return d + c.suffix(), true
	}
	start := c.i
	for unicode.IsLetter(c.rune()) && c.i-start < 16 {
		c.next()
	}
	word := strings.ToLower(c.s[start:c.i])
	if repeat(word) > 0 || utf8.RuneCountInString(word) == 1 || roman(word) > 0 {
		return word, true
	}
	c.i = start
	return "", false
}

// number is the first part of a label.
func (c *cursor) number(words bool) (string, bool) {
	if d, ok := c.digits(); ok {
		return d + c.suffix(), true
	}
	if !words {
		return "", false
	}
	start := c.i
	for unicode.IsLetter(c.rune()) || unicode.Is(unicode.Mn, c.rune()) {
		if c.i-start > 24 {
			break
		}
		c.next()
	}
	word := c.s[start:c.i]
	if n := ordinal(strings.ToLower(word)); n > 0 {
		return strconv.Itoa(n), true
	}
	if roman(word) > 0 && word == strings.ToUpper(word) || utf8.RuneCountInString(word) == 1 {
		return word + c.suffix(), true
	}
	c.i = start
	return "", false
}

func (c *cursor) digits() (string, bool) {
	var b [8]byte
	n, start := 0, c.i
	for {
		d, ok := digitValue(c.rune())
		if !ok {
			break
		}
		if n == 7 {
			c.i = start
			return "", false
		}
		b[n] = byte('0' + d)
		n++
		c.next()
	}
	if n == 0 || n > 1 && b[0] == '0' && n > 3 {
		c.i = start
		return "", false
	}
	s := strings.TrimLeft(string(b[:n]), "0")
	if s == "" {
		s = "0"
	}
	return s, true
}

// suffix is what was put in after a number: "bis", "1er" (nothing), "5A".
func (c *cursor) suffix() string {
	save := c.i
	if c.rune() == '-' || isBlank(c.rune()) {
		c.next()
	}
	start := c.i
	for unicode.IsLetter(c.rune()) && c.i-start < 12 {
		c.next()
	}
	word := strings.ToLower(c.s[start:c.i])
	switch {
	case repeat(word) > 0:
		return word
	case start == save && word == "er" || start == save && word == "º":
		return ""
	case start == save && utf8.RuneCountInString(word) == 1:
		return word
	}
	c.i = save
	return ""
}
