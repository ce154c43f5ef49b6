package intake

import (
	"slices"
	"strings"
	"unicode"
)

// contentsTitle reports whether a line heads a table of contents.
func contentsTitle(s string) bool {
	if len(s) > 40 {
		return false
	}
	switch strings.ToLower(strings.Trim(s, " :.*")) {
	case "contents", "table of contents", "content", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières", "índice", "содержание", "оглавление", "зміст", "目录", "目次", "目錄", "المحتويات", "الفهرس", "spis treści":
		return true
	}
	return false
}

// withoutContents leaves out a table of contents: its lines would be points
// without words. It begins at a heading that says so, and ends where the
// first of its lines stands again, as the heading that it points to.
func (d *Document) withoutContents(blocks []block) []block {
	var out []block
	left := 0
	for i := 0; i < len(blocks); i++ {
		if blocks[i].contents {
			left++
			continue
		}
		if contentsTitle(blocks[i].text) {
			if i+1 < len(blocks) && blocks[i+1].contents {
				left++ // its lines say so themselves
				continue
			}
			if end := contentsEnd(blocks, i+1); end > 0 {
				left += end - i
				i = end - 1
				continue
			}
		}
		if left == 0 {
			continue // nothing is copied while nothing is left out
		}
		if out == nil {
			out = append(out, blocks[:i-left]...)
		}
		out = append(out, blocks[i])
	}
	if left == 0 {
		return blocks
	}
	if out == nil {
		out = blocks[:len(blocks)-left]
	}
	d.Notes = append(d.Notes, "a table of contents was left out")
	return out
}

// longestContents is how many lines a table of contents may have.
const longestContents = 2000

// contentsEnd is the index of the block where a table that begins at from has
// its first line again; 0 if it never has, and this is no table.
func contentsEnd(blocks []block, from int) int {
	var seen []string // the first lines
	for i := from; i < len(blocks) && i < from+longestContents; i++ {
		entry := contentsEntry(&blocks[i])
		if slices.Contains(seen, entry) {
			return i
		}
		if len(entry) > 200 {
			return 0
		}
		if entry != "" && len(seen) < 3 {
			seen = append(seen, entry)
		}
	}
	return 0
}

// contentsEntry is a line as it stands in a table and at its heading alike:
// without its page number, leaders, bullets and case.
func contentsEntry(b *block) string {
	s := b.text
	if b.label != "" {
		s = b.label + " " + s
	}
	if l, ok := parseLabel(s, true); ok && l.bullet {
		s = s[l.size:]
	}
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsDigit(r) || unicode.IsSpace(r) || r == '.' || r == '…' || r == '\u00b7'
	})
	if i := strings.LastIndexByte(s, ' '); i > 0 && roman(s[i+1:]) > 0 {
		s = s[:i] // "Introduction iii"
	}
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-–—.:\t", r) }), " "))
}

// heading finds the document's title: its first block, where that is a
// heading, or reads as one and stands before everything numbered.
func (d *Document) heading(blocks []block) {
	if len(blocks) == 0 || d.Title != "" {
		return
	}
	b := &blocks[0]
	if _, _, ok := b.parsed(); ok || b.list > 0 || b.note != "" {
		return
	}
	if b.heading == 0 {
		if !titled(b.text) || len(blocks) < 2 || strings.ContainsAny(b.text, "[]") {
			return
		}
		b.heading = 1
	}
	d.Title = b.text
}
