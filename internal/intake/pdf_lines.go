package intake

import (
	"math"
	"slices"
	"strings"
)

// spaced puts an empty line where the lines of a page stand further apart
// than the lines of its paragraphs do.
func spaced(lines []line) []line {
	usual := usualGap(lines)
	out := make([]line, 0, len(lines)+len(lines)/4)
	for i, l := range lines {
		if i > 0 && l.page == lines[i-1].page && l.text != "" && lines[i-1].text != "" && l.baseline != 0 {
			gap := lines[i-1].baseline - l.baseline
			if gap > usual*1.25+0.5 || gap < -usual {
				out = append(out, line{page: l.page, no: l.no})
			}
		}
		out = append(out, l)
	}
	return out
}

// usualGap is the most frequent distance of two lines, in points.
func usualGap(lines []line) float64 {
	count := map[float64]int{}
	for i := range lines {
		if i == 0 || lines[i].page != lines[i-1].page {
			continue
		}
		if gap := math.Round((lines[i-1].baseline - lines[i].baseline) * 2); gap > 8 && gap < 120 {
			count[gap/2] += len(lines[i].text)
		}
	}
	best, most := 14.0, 0
	for gap, n := range count {
		if n > most || n == most && gap < best {
			best, most = gap, n
		}
	}
	return best
}

// bodySize is the type size of most of the text.
func bodySize(lines []line) float64 {
	sizes := map[float64]int{}
	for i := range lines {
		sizes[lines[i].size] += len(lines[i].text)
	}
	body, most := 0.0, 0
	for size, n := range sizes {
		if n > most || n == most && size < body {
			body, most = size, n
		}
	}
	return body
}

// bigLines finds headings by their type: short lines in a size that is
// clearly above that of most of the text. The larger, the higher.
func bigLines(lines []line) {
	body := bodySize(lines)
	var larger []float64
	for i := range lines {
		if size := lines[i].size; size > body*1.12 && !slices.Contains(larger, size) && len(larger) < 100 {
			larger = append(larger, size)
		}
	}
	slices.Sort(larger)
	slices.Reverse(larger)
	for i := range lines {
		if at := slices.Index(larger, lines[i].size); at >= 0 && short(lines[i].text) {
			lines[i].big = min(at+1, autoHeading-1)
		}
	}
}

// footnotes takes the notes from the foot of each page: lines in small type
// at its end, the first of which begins with a number.
func footnotes(lines []line) (body []line, notes []block) {
	small := bodySize(lines) * 0.93
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && lines[to].page == lines[from].page {
			to++
		}
		foot := to
		for foot > from && (lines[foot-1].text == "" || lines[foot-1].size > 0 && lines[foot-1].size <= small) {
			foot--
		}
		for foot < to && noteNumber(lines[foot].text) == "" {
			foot++
		}
		body = append(body, lines[from:foot]...)
		for i := foot; i < to; {
			end := i + 1
			for end < to && (lines[end].text == "" || noteNumber(lines[end].text) == "") {
				end++
			}
			number := noteNumber(lines[i].text)
			words := hyphens{lines: lines}
			text := words.join(slices.DeleteFunc(slices.Clone(lines[i:end]), func(l line) bool { return l.text == "" }))
			notes = append(notes, block{text: strings.TrimLeft(text[len(number):], " .)"), note: number, place: placeOf(lines[i]), under: -1})
			i = end
		}
		from = to
	}
	return body, notes
}

// noteNumber is the number at the start of a note; "" if there is none.
func noteNumber(s string) string {
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if n == 0 || n > 3 || n == len(s) || s[n] >= '0' && s[n] <= '9' {
		return ""
	}
	if s[n] == '.' && n+1 < len(s) && s[n+1] != ' ' {
		return "" // "1.5"
	}
	return s[:n]
}
