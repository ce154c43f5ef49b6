package cli

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"plandiff/internal/ask"
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/finding"
	"plandiff/internal/jsonout"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/query"
	"plandiff/internal/record/shipped"
	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

func (a *app) ask() *cobra.Command {
	var f *selectionFlags
	explain := false
	cmd := &cobra.Command{
		Use:   "ask [QUESTION]",
		Short: "Answer a question in plain words, from the records alone",
		Long: `Answers a question in plain English from the records, each statement with its
source. A value is given only for the version that carries it, and a dispute is
shown as a dispute. What nobody has reported is called not reported, with the
nearest thing that is. A question outside the records ends with exit code 4 and
no guess.

It can be asked for a value, what changed between versions, what became of a
clause, what is new or gone, who proposed something first, who says it and in
which words, what an outlet, a speaker or a party has on it, where and why
sources disagree, what happened between two days, and whether something is true.
The command behind "Read as" gives the same view, and can be corrected.

Without a question, in a terminal, it opens a prompt with history and completion,
where the next question may continue the last ("and in the 20 points?"). Piped
standard input is read one question a line.`,
		Example: `  plandiff ask "what changed on NATO between the US and the European text?"
  plandiff ask army cap us vs eu
  plandiff ask "what is new in the 20 points?"
  plandiff ask "what do Axios and the FT have on the army limit?"
  plandiff ask "is it true that Europe gives up Donbas?"
  plandiff ask "who says 22 points?"
  plandiff ask "what was known of the army limit on 24 November?" --explain
  plandiff ask < questions.txt`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runAsk(args, f, explain) },
	}
	f = a.readingFlags(cmd)
	f.asks = true
	cmd.Flags().BoolVar(&explain, "explain", false, "show why these versions, fields and intent were taken")
	return cmd
}

// saying answers one question in words, and says whether the records could.
type saying func(question string) (text string, ok bool, err error)

func (a *app) runAsk(args []string, f *selectionFlags, explain bool) error {
	r, err := a.selectionOf(f, nil)
	if err != nil {
		return err
	}
	s := ask.Indexed(r.library, r.view.Filter, shipped.Index)
	say := func(question string) (string, bool, error) {
		answer, t, read := answered(s, r.library, question)
		ok := answer.Status != ask.OutOfScope
		if r.json {
			var b strings.Builder
			err := jsonout.Ask(a.jsonTo(&b), answer, t, explain)
			return b.String(), ok, err
		}
		if explain {
			read = append(read, answer.Why...)
		}
		return screen.Answer(answer.Text, read, t, r.form.Sources, r.opt), ok, nil
	}
	switch {
	case len(args) == 0 && keyboard(a.In) && !r.json:
		return a.prompt(s, r.opt.Width, say)
	case len(args) == 0:
		return a.askLines(say, r.json)
	}
	text, ok, err := say(strings.Join(args, " "))
	if err == nil {
		err = a.emit(text)
	}
	if err == nil && !ok {
		return errNoAnswer
	}
	return err
}

// answered is the answer to a question, the view behind it, and how the question
// was read.
func answered(s *ask.Session, lib *plan.Library, question string) (answer *ask.Answer, t *table.Tree, read []string) {
	answer = s.Ask(question)
	read = answer.Assumed
	if answer.Command != "" {
		read = append(read, "plandiff "+answer.Command)
	}
	return answer, treeOf(answer, evidence.New(lib, answer.Evidence)), read
}

// treeOf lays out the view of an answer.
func treeOf(a *ask.Answer, v *evidence.View) *table.Tree {
	var out []table.Finding
	for _, f := range pick.Firstly(a.Findings, func(f finding.Finding) bool { return !f.Nearest }) {
		k := table.Finding{Only: f.Only, Beside: f.Nearest, Row: compare.Row{Topic: f.Topic, Field: f.Field,
			Cells: []compare.Cell{{Version: f.Record, Reading: f.Reading, Difference: f.Difference}}}}
		if f.Base != nil {
			k.Row.Cells = append(k.Row.Cells, *f.Base)
		}
		if v := f.Record; f.Related && f.Base != nil {
			k.Under = wording.Alone(v, f.Base.Version)
		} else if f.Related {
			k.Under = wording.Related(v)
		} else if a.Query.Kind == query.Events && v.Date != "" {
			k.Under = wording.Date(v.Date) + ": " + wording.FirstUpper(wording.Say(v)) + " (" + v.ID + ")"
		}
		out = append(out, k)
	}
	t := table.FromFindings(v, out)
	for _, n := range a.Notes {
		t.Foot = append(t.Foot, table.Plain(n))
	}
	return t
}

// keyboard reports whether questions are typed rather than piped.
func keyboard(in io.Reader) bool {
	file, ok := in.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// maxLine bounds a line of piped input; what is longer is read to its end and
// answered as too long.
const maxLine = 1 << 16

// askLines answers one question a line. A line that cannot be answered does
// not stop the others, but the exit code tells.
func (a *app) askLines(say saying, asJSON bool) error {
	in := bufio.NewReaderSize(a.In, maxLine)
	all, asked := true, 0
	for {
		line, err := questionLine(in)
		if err != nil {
			break
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		text, ok, err := say(line)
		if err != nil {
			return err
		}
		if !asJSON {
			text = "> " + strings.TrimSpace(prose.Clean(line[:min(len(line), 200)])) + "\n" + text
		}
		if !asJSON && asked > 0 {
			text = "\n" + text
		}
		if _, err := io.WriteString(a.Out, text); err != nil {
			return err
		}
		all = all && ok
		asked++
	}
	switch {
	case asked == 0:
		return usage(`for example plandiff ask "army cap in each draft?"`, "ask needs a question")
	case !all:
		return errNoAnswer
	}
	return nil
}

// questionLine reads a line, and no more of it than maxLine into memory.
func questionLine(in *bufio.Reader) (string, error) {
	part, more, err := in.ReadLine()
	line := string(part)
	for rest := err; more && rest == nil; {
		_, more, rest = in.ReadLine()
	}
	return line, err
}

// prompt asks and answers until the end of the input. The line editor keeps a
// history; Tab completes the names of versions, topics and fields.
func (a *app) prompt(s *ask.Session, width int, say saying) error {
	file := a.In.(*os.File)
	old, err := term.MakeRaw(int(file.Fd()))
	if err != nil { // the terminal cannot be edited on
		return a.askLines(func(q string) (string, bool, error) { text, _, err := say(q); return text, true, err }, false)
	}
	defer func() { _ = term.Restore(int(file.Fd()), old) }()
	line := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{a.In, a.Out}, "ask> ")
	_ = line.SetSize(width, 24)
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
		text, _, err := say(question)
		if err != nil {
			return err
		}
		io.WriteString(line, text+"\n")
	}
}
