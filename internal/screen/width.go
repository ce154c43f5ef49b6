package screen

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/bidi"
	textwidth "golang.org/x/text/width"
)

// width is the columns that a text takes on a terminal. It is the one measure
// for wrapping, padding and cutting. Terminals count by code points, as
// wcwidth does: marks above and below a letter take no column, vowel signs
// that stand beside one do; sequences that show one picture take two.
func width(s string) int {
	n := 0
	for n < len(s) && s[n] >= ' ' && s[n] <= '~' {
		n++
	}
	if n == len(s) {
		return n
	}
	n = 0
	for state := -1; s != ""; {
		var cluster string
		cluster, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		n += clusterWidth(cluster)
	}
	return n
}

// clusterWidth is the columns of one character as people see it.
func clusterWidth(cluster string) int {
	n, picture := 0, false
	for i, r := range cluster {
		if r == 0x200D || r == 0xFE0F || r >= 0x1F1E6 && r <= 0x1F1FF || r >= 0x1F3FB && r <= 0x1F3FF {
			picture = picture || i > 0
		}
		n += runeWidth(r)
	}
	if picture && n != 0 && pictured(cluster) {
		return 2
	}
	return n
}

// pictured: it begins with a picture, not with a letter that a joiner follows.
func pictured(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	return r > 0x2000 && !unicode.IsLetter(r) && !unicode.IsMark(r)
}

func runeWidth(r rune) int {
	switch {
	case r < 0x20 || r >= 0x7F && r < 0xA0:
		return 0
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		if r == 0x00AD {
			return 1
		}
		return 0
	case r >= 0x1160 && r <= 0x11FF || r >= 0xD7B0 && r <= 0xD7FF: // vowels and finals of Hangul join the letter before
		return 0
	}
	switch textwidth.LookupRune(r).Kind() {
	case textwidth.EastAsianWide, textwidth.EastAsianFullwidth:
		return 2
	}
	return 1
}

func lineWidth(line []chunk) int {
	n := 0
	for _, c := range line {
		n += width(c.text)
	}
	return n
}

func blanks(n int) string { return strings.Repeat(" ", max(n, 0)) }

func pad(s string, w int) string { return s + blanks(w-width(s)) }

func aligned(s string, w int, right bool) string {
	if right {
		return blanks(w-width(s)) + s
	}
	return pad(s, w)
}

// cut shortens a text to a width, at a character as people see it.
func (p *painter) cut(s string, w int) string {
	s, ellipsis := p.text(s), p.text("…")
	if width(s) <= w {
		return s
	}
	room := w - width(ellipsis)
	if room < 0 {
		return ""
	}
	var b strings.Builder
	used := 0
	for state := -1; s != ""; {
		var cluster string
		cluster, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		if used += clusterWidth(cluster); used > room {
			break
		}
		b.WriteString(cluster)
	}
	return strings.TrimRight(b.String(), " ,;") + ellipsis
}

// Marks that set a text of one direction apart from its surroundings. They
// take no column. A terminal that orders text by the Unicode rules keeps the
// columns in their order with them; others do not show them.
const (
	isolateOpen  = "\u2068" // first strong isolate
	isolateClose = "\u2069" // pop directional isolate
)

// rightToLeft reports whether a text has a letter that is read so.
func rightToLeft(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		if r < 0x590 {
			return false
		}
		p, _ := bidi.LookupRune(r)
		c := p.Class()
		return c == bidi.R || c == bidi.AL || c == bidi.RLE || c == bidi.RLO || c == bidi.RLI
	})
}

// isolate sets a text apart where it has right-to-left letters.
func isolate(s string) string {
	if !rightToLeft(s) {
		return s
	}
	return isolateOpen + s + isolateClose
}

// isolated sets a line of a cell apart where it has right-to-left letters.
func isolated(line []chunk) []chunk {
	if !slices.ContainsFunc(line, func(c chunk) bool { return rightToLeft(c.text) }) {
		return line
	}
	return slices.Concat([]chunk{{text: isolateOpen}}, line, []chunk{{text: isolateClose}})
}

// word is a run without blanks, in one or more styles.
type word struct {
	chunks []chunk
	width  int
}

// wrap breaks chunks into lines of at most w columns, between words where it
// can and inside a word, between characters as people see them, where a word
// is wider than a line. There is at least one line.
func wrap(chunks []chunk, w int) [][]chunk {
	var lines [][]chunk
	var cur []chunk
	used := 0
	flush := func() {
		lines = append(lines, cur)
		cur, used = nil, 0
	}
	for _, wd := range words(chunks) {
		if used > 0 && used+1+wd.width > w {
			flush()
		}
		if used > 0 {
			cur = append(cur, chunk{text: " ", style: blankStyle(cur, wd)})
			used++
		}
		if wd.width <= w {
			cur = append(cur, wd.chunks...)
			used += wd.width
			continue
		}
		for _, c := range wd.chunks {
			for rest, state := c.text, -1; rest != ""; {
				var cluster string
				cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
				cw := clusterWidth(cluster)
				if cluster == " " && used+2 > w { // no line begins or ends with a blank
					cw = w
				}
				if used > 0 && used+cw > w {
					flush()
				}
				if cluster == " " && used == 0 {
					continue
				}
				cur = append(cur, chunk{cluster, c.style})
				used += cw
			}
		}
	}
	if cur != nil || lines == nil {
		flush()
	}
	return lines
}

// blankStyle keeps a style running over the blank between two words of it.
func blankStyle(before []chunk, after word) style {
	if last := before[len(before)-1].style; last == after.chunks[0].style {
		return last
	}
	return plainStyle
}

func words(chunks []chunk) []word {
	var out []word
	glue := false // the next piece belongs to the last word
	for _, c := range chunks {
		for i, piece := range strings.Split(c.text, " ") {
			if i > 0 {
				glue = false
			}
			if piece == "" {
				continue
			}
			if (piece == "]" || strings.HasPrefix(piece, "%")) && len(out) > 0 && !glue {
				piece, glue = " "+piece, true // neither the end of a bracket nor a sign begins a line
			}
			if !glue {
				out = append(out, word{})
			}
			last := &out[len(out)-1]
			last.chunks = append(last.chunks, chunk{piece, c.style})
			last.width += width(piece)
			glue = true
		}
	}
	return out
}
