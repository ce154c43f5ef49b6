package cli

import (
	"fmt"
	"strings"
	"testing"

	"plandiff/internal/screen"
)

// A list has a line an entry on any screen from 60 columns, with what has to be
// typed in full; --long cuts nothing.
func TestListsAreLines(t *testing.T) {
	for _, list := range [][]string{
		{"versions"}, {"versions", "--kind", "event"}, {"versions", "--kind", "all"},
		{"sources"}, {"sources", "--weak"}, {"sources", "--version", "e3-28"},
		{"align", "us-28", "zelensky-20"}, {"align", "e3-28", "geneva-19"},
	} {
		entries := func(width int, more ...string) []string {
			out := output(t, append(append([]string{"--width", fmt.Sprint(width)}, list...), more...)...)
			lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
			for _, l := range lines {
				if screen.Width(l) > width {
					t.Errorf("%v at %d: %q is %d wide", list, width, l, screen.Width(l))
				}
			}
			return lines
		}
		wide := entries(400)
		for _, width := range []int{60, 61, 70, 80, 90, 100, 120, 160, 200} {
			narrow := entries(width)
			for i, l := range wide {
				typed := firstOf(l)
				if typed == "The" { // the note below a list may take lines
					break
				}
				if i >= len(narrow) || firstOf(narrow[i]) != typed {
					t.Errorf("%v at %d: line %d does not begin with %q", list, width, i+1, typed)
					break
				}
			}
			if more := len(narrow) - len(wide); more > 2 {
				t.Errorf("%v at %d: %d lines more than at 400", list, width, more)
			}
		}
		if long := strings.Join(entries(80, "--long"), "\n"); strings.Contains(long, "…") {
			t.Errorf("%v --long cuts a text", list)
		}
	}
}

func firstOf(line string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	return first
}

// What was found can be asked for again: no ID of a field or of a source is
// broken or cut, and the version stands above it, at any width.
func TestSearchKeepsIDsWhole(t *testing.T) {
	wide := output(t, "search", "frozen assets", "--width", "400")
	for _, width := range []int{60, 80, 100, 120} {
		out := output(t, "search", "frozen assets", "--width", fmt.Sprint(width))
		for l := range strings.Lines(wide) {
			cells := strings.Split(strings.TrimSpace(l), "   ")
			typed := []string{cells[0]} // a version or a field
			if len(cells) > 1 {
				source, _, _ := strings.Cut(strings.TrimSpace(cells[len(cells)-1]), ";")
				typed = append(typed, source)
			}
			for _, id := range typed {
				if strings.ContainsAny(id, ".-") && !strings.Contains(id, " ") && !strings.Contains(out, id) {
					t.Errorf("at %d: %q is not whole", width, id)
				}
			}
		}
	}
}
