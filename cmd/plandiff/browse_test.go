//go:build unix

package main

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var updateScreens = flag.Bool("update-screens", false, "write the captures of browse anew")

// pane is a terminal that tmux keeps.
type pane struct {
	*testing.T
	socket string
}

// open starts a shell in a terminal of a size.
func open(t *testing.T, w, h int, dir string) *pane {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("tmux is not installed")
	}
	p := &pane{t, filepath.Join(t.TempDir(), "tmux")}
	cmd := exec.Command("tmux", "-S", p.socket, "-f", os.DevNull, "new-session", "-d", "-x", strconv.Itoa(w), "-y", strconv.Itoa(h), "env", "PS1=prompt: ", "LC_ALL=C.UTF-8", "sh")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("tmux does not start: %v: %s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", p.socket, "kill-server").Run() })
	return p
}

// keys sends keys as tmux names them.
func (p *pane) keys(keys ...string) {
	p.Helper()
	if out, err := exec.Command("tmux", append([]string{"-S", p.socket, "send-keys"}, keys...)...).CombinedOutput(); err != nil {
		p.Fatalf("send-keys %q: %v: %s", keys, err, out)
	}
}

// shows waits until the screen shows a text, and returns the screen.
func (p *pane) shows(want string) string { p.Helper(); return p.waits(want, true) }

// gone waits until the screen does not show a text.
func (p *pane) gone(text string) { p.Helper(); p.waits(text, false) }

func (p *pane) waits(want string, shown bool) string {
	p.Helper()
	screen, before := "", ""
	for range 400 {
		out, err := exec.Command("tmux", "-S", p.socket, "capture-pane", "-p").CombinedOutput()
		if err != nil {
			p.Fatalf("capture-pane: %v: %s", err, out)
		}
		before, screen = screen, string(out)
		if screen == before && strings.Contains(screen, want) == shown { // drawn to its end
			return screen
		}
		time.Sleep(50 * time.Millisecond)
	}
	p.Fatalf("waiting for %q (there: %t), the screen is\n%s", want, shown, screen)
	return ""
}

// A reader opens the invented negotiation, looks at the catch and its claims,
// filters, sets a day, asks, exports and quits; the screen is then as before.
func TestBrowseInATerminal(t *testing.T) {
	lake, err := filepath.Abs("testdata/lake")
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []struct {
		name string
		w, h int
	}{{"wide", 120, 40}, {"middle", 92, 24}, {"narrow", 60, 18}} {
		t.Run(size.name, func(t *testing.T) {
			t.Parallel() // it waits for the most part
			dir := t.TempDir()
			p := open(t, size.w, size.h, dir)
			p.shows("prompt:")
			p.keys("export PLANDIFF_WORKSPACE="+lake+"; clear; echo before", "Enter")
			p.shows("before\n")
			p.keys("plandiff browse --no-shipped", "Enter")
			p.shows("? keys")
			p.keys("/")
			p.shows("Search for")
			p.keys("catch", "Enter")
			p.capture(size.name+"-found", p.shows("“catch”: match 1 of"))
			p.keys("Tab")
			p.keys("j")
			p.capture(size.name+"-claims", p.shows("▸ 450 tonnes"))
			p.keys("Escape")
			p.shows("? keys")
			p.keys("BTab")
			p.keys("f")
			p.shows("only the founding")
			p.keys("Enter")
			p.shows("[x] only the founding")
			p.keys("q")
			p.gone("Filters")
			p.shows("Nothing left under this filter")
			p.keys("u")
			p.capture(size.name+"-founding", p.shows("not reported"))
			p.keys("f", "Enter", "j", "Enter")
			p.shows("As of which day")
			p.keys("2031-03-10", "Enter")
			p.shows("as of 10 Mar 2031")
			p.keys("q")
			p.gone("Filters")
			p.keys("a")
			p.shows("Ask:")
			p.keys("what is the catch limit?", "Enter")
			p.capture(size.name+"-answer", p.shows("400 tonnes in the Joint draft"))
			p.keys("q")
			p.keys("E")
			p.shows("Export all topics")
			p.keys("lake.md", "Enter")
			p.shows("written: lake.md")
			if text, err := os.ReadFile(filepath.Join(dir, "lake.md")); err != nil || !strings.Contains(string(text), "as of 10 Mar 2031") {
				t.Errorf("the export: %v\n%s", err, text)
			}
			p.keys("y")
			p.shows("is copied")
			p.keys("q")
			if screen := p.shows("prompt:"); !strings.Contains(screen, "before\n") || strings.Contains(screen, "Topics") {
				t.Errorf("the screen is not as before:\n%s", screen)
			} else if !strings.Contains(screen, "Limit on the catch: 400 tonnes\n- Lakeside Courier") {
				t.Errorf("what was copied is not printed:\n%s", screen)
			}
		})
	}
}

// capture compares a screen with the one kept.
func (p *pane) capture(name, screen string) {
	p.Helper()
	file := filepath.Join("testdata", "screens", name+".golden")
	if *updateScreens {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			p.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(screen), 0o644); err != nil {
			p.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		p.Fatal(err)
	}
	if diff := cmp.Diff(string(want), screen); diff != "" {
		p.Errorf("%s (-want +got); read it, then run go test ./cmd/plandiff -update-screens\n%s", file, diff)
	}
}

// A signal that ends the program leaves the screen as before.
func TestBrowseEndsOnASignal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := open(t, 100, 30, dir)
	p.shows("prompt:")
	for i, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		file := filepath.Join(dir, "pid"+strconv.Itoa(i))
		p.keys("clear; echo before "+strconv.Itoa(i)+"; sh -c 'echo $$ >"+file+"; exec plandiff browse'", "Enter")
		p.shows("? keys")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
		if err != nil {
			t.Fatal(err)
		}
		if err := syscall.Kill(pid, signal); err != nil {
			t.Fatal(err)
		}
		p.shows("before " + strconv.Itoa(i) + "\nprompt:")
		p.keys("echo is seen")
		p.shows("prompt: echo is seen")
		p.keys("Enter")
	}
}

// mouse waits until the program takes the mouse.
func (p *pane) mouse() {
	p.Helper()
	for range 400 {
		out, err := exec.Command("tmux", "-S", p.socket, "display-message", "-p", "#{mouse_button_flag}").CombinedOutput()
		if err != nil {
			p.Fatalf("display-message: %v: %s", err, out)
		}
		if strings.TrimSpace(string(out)) == "1" {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	p.Fatal("the program does not take the mouse")
}

// Ctrl-Z goes to the shell, and fg comes back to the same place.
func TestBrowseStops(t *testing.T) {
	t.Parallel()
	p := open(t, 100, 30, t.TempDir())
	p.shows("prompt:")
	p.keys("clear; echo before; plandiff browse", "Enter")
	p.shows("? keys")
	p.mouse()
	p.keys("j", "j")
	screen := p.shows("── Security dialogue ──")
	p.keys("C-z")
	p.gone("Topics")
	p.keys("fg", "Enter")
	if got := p.shows("Topics"); got != screen {
		t.Errorf("another screen than before (-want +got):\n%s", cmp.Diff(screen, got))
	}
	p.mouse()
	p.keys("q")
	p.shows("before\n")
}

// No command asks the terminal for its colours: one that does not answer would
// make every command wait.
func TestTerminalIsNotAsked(t *testing.T) {
	script, err := exec.LookPath("script")
	if err != nil {
		t.Skip("script, which makes a terminal, is not installed")
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, script, "-qec", "plandiff version --no-pager", os.DevNull)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "CI=")
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "plandiff") {
		t.Skipf("script does not run a command: %v: %s", err, out)
	}
	if strings.Contains(string(out), "\x1b]1") {
		t.Errorf("the terminal is asked: %q", out[:min(len(out), 100)])
	}
}
