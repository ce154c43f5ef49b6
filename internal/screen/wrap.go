package screen

import (
	"strings"

	"github.com/rivo/uniseg"
)

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

// closing is the bracket that ends a clause that is not agreed.
const closing = "]"

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
			if (piece == closing || strings.HasPrefix(piece, "%")) && len(out) > 0 && !glue {
				piece, glue = " "+piece, true // neither begins a line
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
