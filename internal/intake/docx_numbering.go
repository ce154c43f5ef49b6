package intake

import (
	"io"
	"strconv"
	"strings"

	"plandiff/internal/ooxml"
)

// wordLevel is one level of a Word list.
type wordLevel struct {
	start   int
	format  string // "decimal", "lowerLetter", "bullet", ...
	text    string // "%1.%2", with the place of each level's number
	restart int    // -1: after any higher level; 0: never; n: after level n
	legal   bool   // all numbers in digits
	style   string // paragraph style that takes its number here
	left    int
	hasLeft bool
}

const wordLevels = 9

type wordAbstract struct {
	levels [wordLevels]wordLevel
	link   string // style whose numbering it takes over
	own    string // style that it is the numbering of
}

type wordList struct {
	abstract  string
	overrides [wordLevels]*wordLevel
	starts    map[int]int
}

// wordNumbering counts the paragraphs of a document's lists, as Word does
// (ECMA-376-1, 17.9).
type wordNumbering struct {
	abstracts map[string]*wordAbstract
	lists     map[string]*wordList
	counts    map[string]*[wordLevels]int // by abstract list: lists of one count together
	begun     map[string]bool             // lists whose own start was used
}

func readNumbering(pkg *ooxml.Package, part string) (*wordNumbering, error) {
	n := &wordNumbering{abstracts: map[string]*wordAbstract{}, lists: map[string]*wordList{}, counts: map[string]*[wordLevels]int{}, begun: map[string]bool{}}
	data, err := optional(pkg, part)
	if data == nil {
		return n, err
	}
	r := ooxml.Tokens(part, data)
	p := numberingParser{n: n}
	for {
		t, err := r.Next()
		if err == io.EOF {
			n.link()
			return n, nil
		}
		if err != nil {
			return nil, err
		}
		switch t.Kind {
		case ooxml.Start:
			if t.Name == "rPr" || t.Name == "drawing" || t.Name == "pict" || t.Name == "Fallback" {
				err = r.Skip()
			} else {
				p.start(&t)
			}
		case ooxml.End:
			if t.Name == "lvl" {
				p.level = nil
			}
		}
		if err != nil {
			return nil, err
		}
	}
}

type numberingParser struct {
	n        *wordNumbering
	abstract *wordAbstract
	list     *wordList
	override int
	level    *wordLevel
}

func (p *numberingParser) start(t *ooxml.Token) {
	val := t.Attr("val")
	switch t.Name {
	case "abstractNum":
		p.abstract, p.list = &wordAbstract{}, nil
		for i := range p.abstract.levels {
			p.abstract.levels[i] = wordLevel{start: 1, format: "decimal", restart: -1}
		}
		p.n.abstracts[t.Attr("abstractNumId")] = p.abstract
	case "num":
		p.list, p.abstract = &wordList{starts: map[int]int{}}, nil
		p.n.lists[t.Attr("numId")] = p.list
	case "lvlOverride":
		p.override = min(small(t.Attr("ilvl")), wordLevels-1)
	case "abstractNumId":
		if p.list != nil {
			p.list.abstract = val
		}
	case "startOverride":
		if p.list != nil {
			p.list.starts[p.override] = startOf(val)
		}
	case "numStyleLink":
		if p.abstract != nil {
			p.abstract.link = val
		}
	case "styleLink":
		if p.abstract != nil {
			p.abstract.own = val
		}
	case "lvl":
		i := min(small(t.Attr("ilvl")), wordLevels-1)
		switch {
		case p.list != nil:
			p.level = &wordLevel{start: 1, format: "decimal", restart: -1}
			p.list.overrides[i] = p.level
		case p.abstract != nil:
			p.level = &p.abstract.levels[i]
		}
	}
	if p.level == nil {
		return
	}
	switch t.Name {
	case "start":
		p.level.start = startOf(val)
	case "numFmt":
		p.level.format = val
	case "lvlText":
		p.level.text = val
	case "lvlRestart":
		p.level.restart = small(val)
	case "isLgl":
		p.level.legal = val != "0" && val != "false"
	case "pStyle":
		p.level.style = val
	case "ind":
		p.level.left, p.level.hasLeft = leftOf(t)
	}
}

func startOf(val string) int {
	n, err := strconv.Atoi(val)
	if err != nil || n < 0 || n > 1_000_000 {
		return 1
	}
	return n
}

// link gives lists that only point to a style the levels of that style.
func (n *wordNumbering) link() {
	for _, a := range n.abstracts {
		if a.link == "" {
			continue
		}
		for _, b := range n.abstracts {
			if b.own == a.link {
				a.levels = b.levels
			}
		}
	}
}

// levelOf is the level at which a style takes its number in a list.
func (n *wordNumbering) levelOf(id, style string, level int) int {
	if l := n.lists[id]; l != nil {
		if a := n.abstracts[l.abstract]; a != nil {
			for i := range a.levels {
				if a.levels[i].style == style && style != "" {
					return i
				}
			}
		}
	}
	return level
}

func (n *wordNumbering) level(id string, level int) (*wordList, *wordLevel) {
	l := n.lists[id]
	if l == nil || level < 0 || level >= wordLevels {
		return nil, nil
	}
	if l.overrides[level] != nil {
		return l, l.overrides[level]
	}
	if a := n.abstracts[l.abstract]; a != nil {
		return l, &a.levels[level]
	}
	return nil, nil
}

// count makes the label of the next paragraph of a list; "" if it shows none.
func (n *wordNumbering) count(id string, level int) string {
	l, def := n.level(id, level)
	if def == nil {
		return ""
	}
	c := n.counts[l.abstract]
	if c == nil {
		c = &[wordLevels]int{}
		for i := range c {
			c[i] = -1
		}
		n.counts[l.abstract] = c
	}
	if !n.begun[id] {
		n.begun[id] = true
		for i, start := range l.starts {
			if i >= level {
				c[i] = start - 1
			}
		}
	}
	if c[level] < 0 {
		c[level] = def.start - 1
	}
	c[level]++
	for i := level + 1; i < wordLevels; i++ {
		if _, below := n.level(id, i); below != nil && (below.restart < 0 || below.restart > level) {
			c[i] = -1
		}
	}
	if def.format == "bullet" {
		return "-"
	}
	return n.label(id, def, c)
}

func (n *wordNumbering) label(id string, def *wordLevel, c *[wordLevels]int) string {
	var b strings.Builder
	for i := 0; i < len(def.text); i++ {
		if def.text[i] != '%' || i+1 == len(def.text) || def.text[i+1] < '1' || def.text[i+1] > '9' {
			b.WriteByte(def.text[i])
			continue
		}
		i++
		k := int(def.text[i] - '1')
		_, part := n.level(id, k)
		if part == nil {
			continue
		}
		value := c[k]
		if value < 0 {
			value = part.start
		}
		format := part.format
		if def.legal {
			format = "decimal"
		}
		b.WriteString(wordNumber(value, format))
	}
	return strings.TrimSpace(b.String())
}

// wordNumber writes a number in a format of Word. Formats that are not known
// here are written in digits.
func wordNumber(n int, format string) string {
	letter := func(alphabet string) string {
		r := []rune(alphabet)
		if n < 1 || n > 30*len(r) {
			return strconv.Itoa(n)
		}
		return strings.Repeat(string(r[(n-1)%len(r)]), (n-1)/len(r)+1)
	}
	switch format {
	case "none":
		return ""
	case "lowerLetter":
		return letter("abcdefghijklmnopqrstuvwxyz")
	case "upperLetter":
		return letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	case "lowerRoman", "upperRoman":
		s := romanOf(n)
		if s == "" {
			break
		}
		if format == "upperRoman" {
			return strings.ToUpper(s)
		}
		return s
	case "russianLower":
		return letter("абвгдежзиклмнопрстуфхцчшщэюя")
	case "russianUpper":
		return letter("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ")
	case "arabicAlpha":
		return letter("أبتثجحخدذرزسشصضطظعغفقكلمنهوي")
	case "arabicAbjad":
		return letter("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "chineseLegalSimplified", "japaneseLegal":
		return cjkWritten(n)
	}
	return strconv.Itoa(n)
}

// cjkWritten writes a number from 1 to 99 in Chinese; others in digits.
func cjkWritten(n int) string {
	digit := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digit[n]
	case n < 20:
		return "十" + digit[n%10]
	}
	return digit[n/10] + "十" + digit[n%10]
}
