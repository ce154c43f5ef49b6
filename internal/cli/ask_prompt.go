package cli

import (
	"errors"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"plandiff/internal/ask"
)

// prompt asks and answers until the end of the input. The line editor keeps a
// history; Tab completes the names of versions, topics and fields.
func (a *app) prompt(s *ask.Session, r *selection, say func(string) (string, error)) error {
	file := a.In.(*os.File)
	old, err := term.MakeRaw(int(file.Fd()))
	if err != nil {
		return a.promptPlain(say)
	}
	defer func() { _ = term.Restore(int(file.Fd()), old) }()
	line := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{a.In, a.Out}, "ask> ")
	_ = line.SetSize(r.opt.Width, 24)
	line.AutoCompleteCallback = func(text string, at int, key rune) (string, int, bool) {
		if key != '\t' {
			return "", 0, false
		}
		return s.Complete(text, at)
	}
	io.WriteString(line, "Ask about the drafts; Tab completes names, Ctrl-D ends.\n")
	for {
		question, err := line.ReadLine()
		switch {
		case errors.Is(err, io.EOF):
			_, err := io.WriteString(a.Out, "\r\n") // the shell's own prompt begins a line
			return err
		case errors.Is(err, term.ErrPasteIndicator): // pasted text is a question too
		case err != nil:
			return err
		}
		switch strings.TrimSpace(question) {
		case "":
			continue
		case "quit", "exit":
			return nil
		}
		text, err := say(question)
		if err != nil {
			return err
		}
		io.WriteString(line, text+"\n")
	}
}

// promptPlain is the prompt where the terminal cannot be edited on.
func (a *app) promptPlain(say func(string) (string, error)) error {
	return a.askLines(func(q string) (string, bool, error) { text, err := say(q); return text, true, err }, false)
}
