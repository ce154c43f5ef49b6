package browse

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/screen"
	"plandiff/internal/table"
)

// Reverse video marks the cursor and what a search finds. It is no colour, and
// a sign beside it says the same.
const (
	reverseOn  = "\x1b[7m"
	reverseOff = "\x1b[27m"
)

// faint is the mark of what there is nothing in; its count says the same.
func faint(s string) string { return "\x1b[2m" + s + "\x1b[22m" }

func reversed(s string) string { return reverseOn + s + reverseOff }

// padded fills a line with blanks to a width, and cuts what is wider.
func padded(line string, w int) string {
	n := screen.Width(line)
	if n > w {
		line = screen.Cut(ansi.Strip(line), w, false)
		n = screen.Width(line)
	}
	return line + strings.Repeat(" ", max(w-n, 0))
}

// cutAtWord shortens a text without escapes to a width, at a blank where there
// is one.
func (m *Model) cutAtWord(text string, w int) string {
	if m.opt.ASCII {
		text = screen.ASCII(text)
	}
	cut := screen.Cut(text, w, m.opt.ASCII)
	if i := strings.LastIndexByte(cut, ' '); i > 0 && cut != text {
		return screen.Cut(cut[:i]+" …", w, m.opt.ASCII)
	}
	return cut
}

// fitted are as many hints as there is room for, each whole.
func (m *Model) fitted(hints []string, w int) string {
	out := ""
	for i, h := range hints {
		if i > 0 {
			h = " · " + h
		}
		if screen.Width(out+h) > w {
			break
		}
		out += h
	}
	return screen.Cut(out, w, m.opt.ASCII)
}

// wrapped is a text over as many lines as it takes.
func (m *Model) wrapped(text string, w int) []string {
	opt := m.opt
	opt.Width, opt.Links, opt.Color = max(w, screen.MinWidth/2), false, false
	return screen.NewPane(&table.Tree{}, screen.Form{}, opt).Text("", table.Plain(text))
}

// filled is lines of a width, as many as asked for.
func filled(lines []string, w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		out[i] = padded(line, w)
	}
	return out
}

// signs are the symbols of the frame.
type signs struct{ line, heavy, bar, here, found string }

func signsFor(ascii bool) signs {
	if ascii {
		return signs{"-", "=", "|", ">", "/"}
	}
	return signs{"─", "═", "│", "▸", "/"}
}

// title is the line over a pane; a double line is over the one in focus.
func (m *Model) title(text string, w int, focused bool) string {
	line := m.signs.line
	if focused {
		line = m.signs.heavy
	}
	text = " " + screen.Cut(text, max(w-6, 1), m.opt.ASCII) + " "
	rest := strings.Repeat(line, max(w-2-screen.Width(text), 0))
	if focused {
		text = reversed(text)
	}
	return line + line + text + rest
}

// highlight marks every place on a line that has the words looked for. Escapes
// on the line stay where they are.
func highlight(line, words string) string {
	if words == "" {
		return line
	}
	plain := ansi.Strip(line)
	at := found(plain, words)
	if at == nil {
		return line
	}
	var b strings.Builder
	place, on := 0, false
	for i := 0; i < len(line); {
		if line[i] == '\x1b' {
			end := i + escapeLength(line[i:])
			b.WriteString(line[i:end])
			if on {
				b.WriteString(reverseOn)
			}
			i = end
			continue
		}
		if want := within(at, place); want != on {
			on = want
			b.WriteString(map[bool]string{true: reverseOn, false: reverseOff}[on])
		}
		b.WriteByte(line[i])
		i++
		place++
	}
	if on {
		b.WriteString(reverseOff)
	}
	return b.String()
}

// escapeLength is how many bytes the escape sequence at the start takes.
func escapeLength(s string) int {
	for i := 2; i < len(s); i++ {
		if s[i] >= 0x40 && s[i] <= 0x7E {
			return i + 1
		}
	}
	return len(s)
}

func within(at [][2]int, place int) bool {
	return slices.ContainsFunc(at, func(r [2]int) bool { return place >= r[0] && place < r[1] })
}
