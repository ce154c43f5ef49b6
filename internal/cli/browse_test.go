package cli

import (
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
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
	a := newApp(Streams{Out: io.Discard, Err: io.Discard, Terminal: func() (int, int, bool) { return w, h, true }})
	a.root() // gives every flag its default
	m, err := a.walk(&selectionFlags{}, nil)
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
	m, seen, rounds := walkAt(t, 300, 60), 0, 40
	if *long {
		rounds = 800
	}
	for range rounds {
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
	if seen < rounds {
		t.Errorf("%d lines were looked for, want one a round at least", seen)
	}
}

// onScreen are the lines of a screen that the command prints as they stand: of
// a text over the screen all, of a claim what it says, how it is known and where
// to read it, of the panes the title of the topic, unless it shows nothing that
// differs.
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
	if strings.HasPrefix(lines[1], "══ Claim ") {
		return []string{strings.TrimSuffix(out[1], " (does not decide)"), out[2], out[len(out)-1]}
	}
	return out
}

// lakeDesk is the desk of the invented negotiation.
func lakeDesk(t *testing.T) (*browse.Desk, browse.Query) {
	t.Helper()
	a := newApp(Streams{Out: io.Discard, Err: io.Discard})
	a.root()
	a.flags.workspace, a.flags.noShipped = "../../cmd/plandiff/testdata/lake", true
	lib, err := a.library()
	if err != nil {
		t.Fatal(err)
	}
	return a.recordDesk(lib), browse.Query{Versions: []string{"joint-8", "counter-8", "quay-text"}}
}

// The command shown for an answer gives it again: a question does not lean on
// the one before.
func TestBrowseAsksAfresh(t *testing.T) {
	d, q := lakeDesk(t)
	c, err := d.Compare(q)
	if err != nil {
		t.Fatal(err)
	}
	drawn := func(question string) string {
		a, err := c.Records.Ask(question)
		if err != nil {
			t.Fatal(err)
		}
		return a.Draw(screen.Options{Width: 80})
	}
	const question = "and in the counter-draft?"
	alone := drawn(question)
	drawn("what is the catch limit?")
	if got := drawn(question); got != alone {
		t.Errorf("after another question the answer is\n%s\nbut alone it is\n%s", got, alone)
	}
}

// A version that came after the day asked about is named with its day.
func TestBrowseNamesLaterVersions(t *testing.T) {
	d, q := lakeDesk(t)
	for _, row := range []struct {
		day, want string
		versions  []string
	}{
		{"", "", q.Versions},
		{"2031-03-10", "The base counter-8 is of 20 Mar 2031, after the chosen day; v, b for another base", []string{"counter-8", "joint-8"}},
		{"2031-03-10", "counter-8 is of 20 Mar 2031, after the chosen day; v chooses others", []string{"joint-8", "counter-8"}},
	} {
		c, err := d.Compare(browse.Query{Versions: row.versions, AsOf: row.day})
		if err != nil {
			t.Fatal(err)
		}
		if c.Notice != row.want {
			t.Errorf("%v as of %q: %q, want %q", row.versions, row.day, c.Notice, row.want)
		}
	}
}

// What a reader is told at a prompt has no flags in it.
func TestBrowseExportFile(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home) // of other systems
	old := filepath.Join(home, "old.md")
	if err := os.WriteFile(old, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		file       string
		over       bool
		want, says string
	}{
		{"~/new.md", false, filepath.Join(home, "new.md"), ""},
		{"old.md", false, "old.md", ""},
		{"~/old.md", false, "", "file already exists"},
		{"~/old.md", true, old, ""},
		{"plans.doc", false, "", "name it .docx, .xlsx"},
		{"plans", false, "", "name it .docx, .xlsx"},
		{"-", false, "", "name it .docx, .xlsx"},
	} {
		got, err := exportFile(row.file, row.over)
		switch {
		case row.says == "" && (err != nil || got != row.want):
			t.Errorf("%s: %q, %v, want %q", row.file, got, err, row.want)
		case row.says != "" && (err == nil || !strings.Contains(err.Error(), row.says) || strings.Contains(err.Error(), "--")):
			t.Errorf("%s: %v, want an error with %q and without flags", row.file, err, row.says)
		}
	}
}
