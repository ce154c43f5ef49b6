package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a printed line of a text or a page.
type line struct {
	text   string // cleaned
	no     int    // from 1, of the file or the page
	page   int    // 0: the document has no pages
	indent int    // columns
	end    int    // column after its last character
	soft   bool   // ended in a soft hyphen
	big    int    // a heading by its type: its level, 0 if none

	size     float64 // type size in points, of a PDF
	baseline float64 // points above the bottom of the page, of a PDF
	stretch  float64 // columns that a character takes; 0: one
}

// longestWrap is the longest line that counts as broken by a typewriter's
// margin; longer ones are whole paragraphs.
const longestWrap = 160

// shortestWrap is the narrowest margin that counts as one.
const shortestWrap = 36

// paragraphs joins hard-wrapped lines to blocks. An empty line ends a block,
// a label begins one, and so does a line where the one before had room left
// for its first word.
func paragraphs(lines []line, add func(block)) {
	width := wrapWidth(lines)
	words := hyphens{lines: lines}
	for i := 0; i < len(lines); {
		if lines[i].text == "" {
			i++
			continue
		}
		end := i + 1
		for end < len(lines) && lines[end].text != "" && joins(lines[end-1], lines[end], width) {
			end++
		}
		b := block{text: words.join(lines[i:end]), place: placeOf(lines[i]), indent: lines[i].indent, under: -1, heading: lines[i].big}
		b.contents = leader(b.text)
		b.broken = end == i+1 && end < len(lines) && lines[i].stretch > 0 && lines[end].text != ""
		add(b)
		i = end
	}
}

func placeOf(l line) Place { return Place{Page: l.page, Line: l.no} }

// wrapWidth is the column at which lines were broken; 0 if they were not.
func wrapWidth(lines []line) int {
	var ends []int
	long := 0
	for i := range lines {
		if lines[i].text == "" {
			continue
		}
		if lines[i].end > longestWrap {
			long++
			continue
		}
		if i+1 < len(lines) && lines[i+1].text != "" {
			ends = append(ends, lines[i].end)
		}
	}
	if len(ends) == 0 || long > len(ends) {
		return 0
	}
	slices.Sort(ends)
	if width := ends[(len(ends)-1)*98/100]; width >= shortestWrap {
		return width
	}
	return 0 // a list of short lines
}

// joins reports whether a line goes on the one before it.
func joins(prev, next line, width int) bool {
	if width == 0 || prev.big != next.big || leader(prev.text) {
		return false
	}
	if prev.soft {
		return true
	}
	word := next.text
	if i := strings.IndexByte(word, ' '); i >= 0 {
		word = word[:i]
	}
	room := float64(columns(word) + 1)
	if prev.stretch > 0 {
		room *= prev.stretch
	}
	full := prev.end+int(room) > width
	last, _ := utf8.DecodeLastRuneInString(prev.text)
	ended := strings.ContainsRune(".;:!?…。；：؛؟", last)
	if l, ok := parseLabel(next.text, false); ok {
		if !full || ended {
			return false
		}
		_, before := parseLabel(prev.text, false)
		return !(l.bullet && before || last == ',' || listWord(prev.text))
	}
	if prev.stretch > 0 && !ended && prev.end*10 > width*6 {
		return true // a printed line that a long word or address left short
	}
	if prev.stretch > 0 && prev.end*2 < width {
		return false // broken long before the margin
	}
	r, _ := utf8.DecodeRuneInString(next.text)
	return full || last == '-' || unicode.IsLower(r)
}

// leader: dots to a page number end a line of a table of contents.
func leader(s string) bool {
	t := strings.TrimRight(s, "0123456789ivxlc ")
	return len(t) < len(s) && (strings.HasSuffix(t, "...") || strings.HasSuffix(t, ". .") || strings.HasSuffix(t, "…"))
}

// listWord: "and" at the end of a line comes before the last item of a list.
func listWord(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	switch word {
	case "and", "or", "et", "ou", "и", "или", "та", "і", "або", "und", "oder", "y", "o", "و", "أو":
		return true
	}
	return false
}

// hyphens undoes hyphenation at the ends of lines. A hyphen stays where the
// document writes the word with it elsewhere.
type hyphens struct {
	lines []line
	words map[string]bool // built when the first hyphen is met
}

func (h *hyphens) join(lines []line) string {
	if len(lines) == 1 {
		return lines[0].text
	}
	var b []byte
	for i, l := range lines {
		if i == 0 {
			b = append(b, l.text...)
			continue
		}
		before := lines[i-1]
		switch {
		case before.soft, cjkEdge(before.text, l.text):
		case hyphenated(before.text, l.text):
			if h.undone(before.text, l.text) {
				b = b[:len(b)-hyphenLength(before.text)]
			}
		default:
			b = append(b, ' ')
		}
		b = append(b, l.text...)
	}
	return string(b)
}

func hyphenLength(s string) int {
	if strings.HasSuffix(s, "\u2010") {
		return len("\u2010")
	}
	return 1
}

// hyphenated: a letter and a hyphen, then a small letter.
func hyphenated(before, after string) bool {
	if !strings.HasSuffix(before, "-") && !strings.HasSuffix(before, "\u2010") {
		return false
	}
	stem := before[:len(before)-hyphenLength(before)]
	r, _ := utf8.DecodeLastRuneInString(stem)
	q, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLetter(r) && unicode.IsLower(q)
}

// cjkEdge: no blank is missing between two lines of Chinese or Japanese.
func cjkEdge(before, after string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	q, _ := utf8.DecodeRuneInString(after)
	return wide(r) && wide(q)
}

func wide(r rune) bool {
	return r >= 0x2e80 && r < 0xac00 || r >= 0xff00 && r < 0xff61
}

// undone decides whether the hyphen goes: "determina-tion", not "self-defence".
func (h *hyphens) undone(before, after string) bool {
	stem := before[strings.LastIndexByte(before, ' ')+1:]
	stem = wordOf(stem[:len(stem)-hyphenLength(stem)])
	rest, _, _ := strings.Cut(after, " ")
	rest = wordOf(rest)
	if h.words == nil {
		h.words = map[string]bool{}
		for _, l := range h.lines {
			for w := range strings.FieldsSeq(l.text) {
				h.words[wordOf(w)] = true
			}
		}
	}
	if h.words[stem+"-"+rest] {
		return false
	}
	if h.words[stem+rest] {
		return true
	}
	switch stem {
	case "self", "non", "ex", "all", "long", "short", "well", "cease", "high", "low", "multi", "co", "so", "post", "pre", "anti", "counter":
		return false
	}
	return !strings.Contains(stem, "-")
}

func wordOf(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}
