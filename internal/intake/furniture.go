package intake

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// edge is how many lines at the top and the bottom of a page may be furniture.
const edge = 3

// withoutFurniture leaves out what pages repeat: heads, feet, page numbers.
// A line at the edge of pages is furniture where a third of the pages has it,
// numbers apart; and a mere number there is the page's.
func (d *Document) withoutFurniture(lines []line) []line {
	type span struct{ from, to int }
	var pages []span
	for i := range lines {
		if i == 0 || lines[i].page != lines[i-1].page {
			pages = append(pages, span{i, i})
		}
		pages[len(pages)-1].to = i + 1
	}
	if len(pages) < 2 {
		return lines
	}
	count := map[string]int{}
	edges := make([][]int, len(pages))
	for i, p := range pages {
		edges[i] = edgeLines(lines, p.from, p.to)
		seen := map[string]bool{}
		for _, at := range edges[i] {
			if key := furnitureKey(lines[at]); !seen[key] {
				seen[key] = true
				count[key]++
			}
		}
	}
	drop := map[int]bool{}
	for i := range pages {
		for _, at := range edges[i] {
			key := furnitureKey(lines[at])
			enough := len(pages) > 2 || lines[at].baseline != 0 // two pages tell only with their places
			if l, labelled := parseLabel(lines[at].text, false); labelled && !l.weak && !pageNumber(lines[at].text) {
				continue // points at the edges of short pages are alike but for their numbers
			}
			if pageNumber(lines[at].text) || enough && count[key] > 1 && count[key]*3 >= len(pages) {
				drop[at] = true
			}
		}
	}
	if len(drop) == 0 {
		return lines
	}
	out := make([]line, 0, len(lines))
	for i, p := range pages {
		kept := []line{}
		for at := p.from; at < p.to; at++ {
			if !drop[at] {
				kept = append(kept, lines[at])
			}
		}
		for len(kept) > 0 && kept[0].text == "" {
			kept = kept[1:]
		}
		for len(kept) > 0 && kept[len(kept)-1].text == "" {
			kept = kept[:len(kept)-1]
		}
		if i > 0 && len(out) > 0 && len(kept) > 0 && !runsOver(out[len(out)-1], kept[0]) {
			out = append(out, line{page: kept[0].page, no: kept[0].no})
		}
		out = append(out, kept...)
	}
	d.Notes = append(d.Notes, "repeated heads and feet of pages were left out")
	return out
}

// runsOver: a paragraph goes on over the page: no end of a sentence before.
func runsOver(before, after line) bool {
	last := lastRune(before.text)
	if strings.ContainsRune(".;:!?。；：", last) {
		return false
	}
	_, labelled := parseLabel(after.text, false)
	return !labelled && before.big == 0 && after.big == 0
}

// edgeLines are the indices of the lines at the edges of a page: its first
// and last ones, or where the places are known the highest and lowest.
func edgeLines(lines []line, from, to int) []int {
	var out []int
	if lines[from].baseline != 0 {
		for i := from; i < to; i++ {
			if lines[i].text != "" {
				out = append(out, i)
			}
		}
		slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(lines[b].baseline, lines[a].baseline) })
		if len(out) > 2*edge {
			out = append(out[:edge], out[len(out)-edge:]...)
		}
		return out
	}
	last := -1
	for i, n := from, 0; i < to && n < edge; i++ {
		if lines[i].text != "" {
			out = append(out, i)
			last = i
			n++
		}
	}
	for i, n := to-1, 0; i > last && n < edge; i-- {
		if lines[i].text != "" {
			out = append(out, i)
			n++
		}
	}
	return out
}

// furnitureKey is a line without its numbers, with its place where it is known.
func furnitureKey(l line) string {
	words := strings.FieldsFunc(strings.ToLower(l.text), func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) })
	words = slices.DeleteFunc(words, func(w string) bool { return roman(w) > 0 })
	return strings.Join(words, " ") + "\x00" + strconv.Itoa(int(l.baseline))
}

// pageNumber: "12", "- 12 -", "Page 3 of 10", "iv".
func pageNumber(s string) bool {
	s = strings.ToLower(strings.Trim(s, " -–—|[]()."))
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "page"), "стр."), "с."))
	if roman(s) > 0 {
		return true
	}
	digits := 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '/' }) {
		switch {
		case strings.Trim(w, "0123456789") == "" && len(w) < 5:
			digits++
		case w != "of" && w != "из" && w != "з" && w != "de" && w != "sur" && w != "von":
			return false
		}
	}
	return digits == 1 || digits == 2
}

func lastRune(s string) rune {
	r := rune(0)
	for _, r = range s[max(0, len(s)-4):] {
	}
	return r
}
