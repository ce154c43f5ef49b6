package intake

import (
	"strings"
	"unicode/utf8"

	"plandiff/internal/prose"
)

// text reads plain text: lines, broken by hand or not, with form feeds
// between pages.
func (d *Document) text(data []byte) ([]block, error) {
	s := d.decode(data)
	lines := make([]line, 0, min(strings.Count(s, "\n")+1, maxLines+1))
	pages := strings.Contains(s, "\f")
	page := 0
	if pages {
		page = 1
	}
	for no := 1; s != ""; no++ {
		raw, rest := cutLine(s)
		s = rest
		if len(raw) > maxLine {
			return nil, tooLong(no)
		}
		if len(lines) > maxLines {
			return nil, &Problem{Place: Place{Line: no}, Msg: "the text has more than 1,000,000 lines", Hint: "split it"}
		}
		for pages { // a page may end inside a line
			before, after, found := strings.Cut(raw, "\f")
			if !found {
				break
			}
			lines = append(lines, printed(before, no, page))
			raw = after
			page++
		}
		lines = append(lines, printed(raw, no, page))
	}
	if pages {
		lines = d.withoutFurniture(lines)
		for i := range lines {
			lines[i].page = 0 // lines count through the file
		}
	}
	out := make([]block, 0, min(len(lines), maxBlocks+1))
	paragraphs(lines, func(b block) {
		if len(out) <= maxBlocks {
			out = append(out, b)
		}
	})
	headlines(out)
	return out, nil
}

func tooLong(no int) error {
	return &Problem{Place: Place{Line: no}, Msg: "the line is longer than 1 MiB", Hint: "the file does not look like a draft, or has lost its line breaks"}
}

// cutLine takes a line off, ended by \n, \r\n or \r.
func cutLine(s string) (raw, rest string) {
	at := strings.IndexAny(s[:min(len(s), maxLine+2)], "\r\n")
	if at < 0 {
		if at = strings.IndexAny(s, "\r\n"); at < 0 {
			return s, ""
		}
	}
	end := at + 1
	if s[at] == '\r' && end < len(s) && s[end] == '\n' {
		end++
	}
	return s[:at], s[end:]
}

// printed is a line with its place and width.
func printed(raw string, no, page int) line {
	indent := 0
	i := 0
	for i < len(raw) {
		switch {
		case raw[i] == ' ':
			indent++
		case raw[i] == '\t':
			indent += 4 - indent%4
		default:
			goto words
		}
		i++
	}
words:
	rest := strings.TrimRight(raw[i:], " \t")
	l := line{no: no, page: page, indent: indent}
	if strings.HasSuffix(rest, "\u00ad") {
		l.soft = true
	}
	if l.text = prose.Clean(rest); strings.TrimSpace(l.text) == "" {
		l.text = "" // no-break blanks
	}
	l.end = indent + columns(l.text)
	return l
}

// columns is how wide a text is printed: a Chinese character takes two.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if wide(r) {
			n++
		}
	}
	return n
}

// headlines finds headings that plain text cannot mark: a short line in
// capitals, or one of capitalised words, right before a point.
func headlines(blocks []block) {
	for i := range blocks {
		b := &blocks[i]
		if b.heading > 0 || b.label != "" || b.list > 0 || b.note != "" || i+1 == len(blocks) || !titled(b.text) || isOption(b.text) || strings.ContainsAny(b.text, "[]") {
			continue
		}
		if _, ok := parseLabel(b.text, false); ok {
			continue
		}
		if i > 0 {
			if l, ok := parseLabel(blocks[i-1].text, false); ok && l.unit.rank > 0 && l.size == len(blocks[i-1].text) {
				continue // the title of the bare label above
			}
			if last, _ := utf8.DecodeLastRuneInString(blocks[i-1].text); strings.ContainsRune(":,;", last) {
				continue
			}
		}
		l, _, ok := blocks[i+1].parsed()
		if !ok || l.bullet {
			continue
		}
		if shouts(b.text) || len(l.comps) == 1 && (first(l) || everyCapital(b.text)) {
			b.heading = autoHeading
		}
	}
}

// autoHeading is the level of a heading that was guessed: below all real ones.
const autoHeading = 7

func shouts(s string) bool {
	return s == strings.ToUpper(s) && s != strings.ToLower(s) && utf8.RuneCountInString(s) > 3
}

// everyCapital: all longer words begin with a capital, "Security Guarantees".
func everyCapital(s string) bool {
	if s == strings.ToLower(s) && s == strings.ToUpper(s) {
		return false // a script without case
	}
	words := strings.Fields(s)
	for _, w := range words {
		if utf8.RuneCountInString(w) > 3 && !titled(w) {
			return false
		}
	}
	return len(words) > 0
}
