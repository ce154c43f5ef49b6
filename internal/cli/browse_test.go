package cli

import (
	"bytes"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/browse"
	"plandiff/internal/screen"
)

// walkAt opens the usual comparison on a screen of a size.
func walkAt(t *testing.T, w, h int) *browse.Model {
	t.Helper()
	a := &app{Streams: Streams{Out: io.Discard, Err: io.Discard, Terminal: func() (int, int, bool) { return w, h, true }}}
	a.root() // gives every flag its default
	m, err := a.walk(&selectionFlags{sources: string(screen.ShortSources)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// pressAll presses keys; > is Enter, < is Escape.
func pressAll(m *browse.Model, keys string) {
	for _, k := range keys {
		msg := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{k}}
		switch k {
		case '>':
			msg = tea.KeyMsg{Type: tea.KeyEnter}
		case '<':
			msg = tea.KeyMsg{Type: tea.KeyEsc}
		}
		m.Update(msg)
	}
}

// Wherever a reader has walked to, the command on the screen can be run, and
// prints what is seen.
func TestBrowseShowsTheCommand(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	walks := []string{"j", "jjj", "k", "l", "h", "jj>", "<", "s", "w", "u", "fjjjj>q", "fjjjjjo<", "f>q", "fG>q", "vjjj>q", "vjjjjb<", "fGkk>q", "t", "i", "p", "<<"}
	m, seen := walkAt(t, 300, 60), 0
	for range 80 {
		var keys string
		for range 1 + rng.IntN(4) {
			keys += walks[rng.IntN(len(walks))]
		}
		pressAll(m, keys)
		lines := strings.Split(ansi.Strip(m.View()), "\n")
		command, ok := strings.CutPrefix(strings.TrimRight(lines[len(lines)-2], " "), "$ plandiff ")
		if !ok {
			t.Fatalf("after %q there is no command in\n%s", keys, strings.Join(lines, "\n"))
		}
		var out, errs bytes.Buffer
		if code := Run(append(strings.Fields(command), "--width", "298"), Streams{In: strings.NewReader(""), Out: &out, Err: &errs}); code != ExitOK {
			t.Fatalf("plandiff %s: exit code %d: %s", command, code, errs.String())
		}
		for _, want := range onScreen(lines) {
			if seen++; !strings.Contains(out.String(), want) {
				t.Fatalf("plandiff %s does not print %q, which is seen in\n%s\nbut\n%s", command, want, strings.Join(lines, "\n"), out.String())
			}
		}
	}
	if seen < 200 {
		t.Errorf("%d lines were looked for, want at least 200", seen)
	}
}

// onScreen are the lines of a screen that the command prints as they stand: of
// a text over the screen all, of the panes the title of the topic, unless it
// shows nothing that differs.
func onScreen(lines []string) []string {
	_, title, beside := strings.Cut(lines[1], "│")
	if beside {
		if slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, "▸") && strings.Contains(l, " 0/") }) {
			return nil
		}
		return []string{strings.Trim(title, "═─ ")}
	}
	var out []string
	for _, l := range lines[2 : len(lines)-2] {
		if l = strings.TrimRight(strings.TrimPrefix(l, "  "), " "); l != "" {
			out = append(out, l)
		}
	}
	return out
}
