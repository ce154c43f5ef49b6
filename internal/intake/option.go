package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Option is one of the alternatives that a text lists: "Option 1: ...".
type Option struct {
	Label      string // "Option 1"
	Start, End int    // in the point's Text, without the label
	By         string // who wants it, where the label says so; "" if not
}

// Options lists the alternatives of a point, in the order of its text.
func (p *Point) Options() []Option {
	var out []Option
	starts := []int{0}
	if len(p.Parts) > 0 {
		starts = starts[:0]
		for _, part := range p.Parts {
			starts = append(starts, part.Start)
		}
	}
	for _, at := range starts {
		n, ok := optionLabel(p.Text[at:])
		if !ok {
			continue
		}
		if len(out) > 0 {
			out[len(out)-1].End = at
		}
		o := Option{Label: strings.Trim(strings.TrimSpace(p.Text[at:at+n]), "[*_:.– -"), Start: at + n, End: len(p.Text)}
		if i := strings.IndexByte(o.Label, '('); i > 0 && strings.HasSuffix(o.Label, ")") {
			o.By = o.Label[i+1 : len(o.Label)-1]
			o.Label = strings.TrimSpace(o.Label[:i])
		}
		out = append(out, o)
	}
	for i := range out {
		out[i].End = out[i].Start + len(strings.TrimRight(p.Text[out[i].Start:out[i].End], " "))
	}
	return out
}

var optionWords = [...]string{"Option", "OPTION", "Alternative", "ALTERNATIVE", "Alt.", "Alt", "Variant", "Вариант", "Варіант", "Альтернатива", "选项", "方案", "الخيار"}

// optionLabel is the length of "Option 1:" at the start of a text, blanks
// after it included.
func optionLabel(s string) (int, bool) {
	c := cursor{s: s}
	c.brackets()
	found := false
	for _, w := range optionWords {
		if strings.HasPrefix(s[c.i:], w) {
			c.i += len(w)
			found = true
			break
		}
	}
	if !found {
		return 0, false
	}
	c.blanks()
	start := c.i
	for unicode.IsDigit(c.rune()) || unicode.IsLetter(c.rune()) && c.i-start < 8 {
		c.next()
	}
	word := s[start:c.i]
	if word == "" || !unicode.IsDigit(firstRune(word)) && roman(word) == 0 && utf8.RuneCountInString(word) > 1 {
		if _, ok := cjkNumber(word); !ok {
			return 0, false
		}
	}
	save := c.i
	c.blanks()
	if c.rune() == '(' {
		if end := strings.IndexByte(s[c.i:], ')'); end > 0 && end < 60 {
			c.i += end + 1
			save = c.i
		}
	}
	c.i = save
	if !c.done() && !strings.ContainsRune(":.)]–-—", c.rune()) && !isBlank(c.rune()) {
		return 0, false
	}
	for !c.done() && (strings.ContainsRune(":.)–-—", c.rune()) || isBlank(c.rune())) {
		c.next()
	}
	return c.i, true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
