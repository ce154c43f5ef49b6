package cli

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"plandiff/internal/prose"
)

// System are the streams of the process.
func System() Streams {
	return Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Getenv,
		Terminal: func() (int, int, bool) {
			fd := int(os.Stdout.Fd())
			if !term.IsTerminal(fd) {
				return 0, 0, false
			}
			w, h, err := term.GetSize(fd)
			if err != nil || w <= 0 || h <= 0 {
				return pipedWidth, 24, true
			}
			return w, h, true
		},
		Page: page,
	}
}

// page shows a text with the program named in PAGER, or less. An empty PAGER
// or "cat", and a pager that cannot be started, mean plain output.
func page(head, text string) error {
	command, set := os.LookupEnv("PAGER")
	if !set {
		command = "less"
	}
	name, args := "cat", strings.Fields(command)
	if len(args) > 0 {
		name, args = args[0], args[1:]
	}
	path, err := exec.LookPath(name)
	shown := text
	if head != "" && keepsHeads(path) {
		args = append(args, fmt.Sprintf("--header=%d", strings.Count(head, "\n")))
		shown = head + text
	}
	cmd := exec.Command(path, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(shown), os.Stdout, os.Stderr
	if _, ok := os.LookupEnv("LESS"); !ok {
		cmd.Env = append(os.Environ(), "LESS=FRX")
	}
	if name == "cat" || err != nil || cmd.Start() != nil {
		_, err := os.Stdout.WriteString(text)
		return err
	}
	// Leaving a pager early, or stopping it by a signal, is no failure.
	if exit, ok := errors.AsType[*exec.ExitError](cmd.Wait()); ok && exit.ExitCode() > 0 {
		return fmt.Errorf("the pager %s ended with %w; --no-pager writes straight to the terminal", prose.Clean(name), exit)
	}
	return nil
}

// keepsHeads reports whether a pager is a less that has --header: 600 or later.
func keepsHeads(path string) bool {
	if name := strings.TrimSuffix(filepath.Base(path), ".exe"); name != "less" {
		return false
	}
	out, err := exec.Command(path, "--version").Output()
	var release int
	_, scanErr := fmt.Sscanf(string(out), "less %d", &release)
	return err == nil && scanErr == nil && release >= 600
}
