package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"plandiff/internal/prose"
	"plandiff/internal/record"
)

// Streams are what a command reads and writes, and what it may know of its
// surroundings.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Env      func(string) string
	// Terminal is the size of the terminal that Out is; ok is false where
	// Out is a file or a pipe.
	Terminal func() (width, height int, ok bool)
	// Page shows a text that is longer than the screen; nil: no pager.
	Page func(text string) error
}

// Exit codes.
const (
	ExitOK          = 0
	ExitDifferences = 1 // with --exit-code only
	ExitUsage       = 2
	ExitBadRecord   = 3
	ExitNoAnswer    = 4
)

// usageError is a command line that cannot be carried out.
type usageError struct{ msg, hint string }

func (e *usageError) Error() string {
	if e.hint == "" {
		return e.msg
	}
	return e.msg + "\n" + e.hint
}

func usage(hint, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), hint}
}

// differences ends a command with exit code 1 and no message.
var errDifferences = errors.New("the versions differ")

// Run carries out one command line and returns its exit code. A fault of the
// program ends as ExitUsage with a message, and no trace reaches the reader.
func Run(args []string, s Streams) (code int) {
	a := &app{Streams: s}
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(a.Err, "plandiff: a fault of the program, not of what it was given: %s\nReport it with the command line that led to it.\n", prose.Clean(fmt.Sprint(fault)))
			code = ExitUsage
		}
	}()
	root := a.root()
	root.SetArgs(args)
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	return a.exit(root.Execute())
}

func (a *app) exit(err error) int {
	var problems record.Problems
	var usage *usageError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return ExitOK // whoever read the output has had enough
	case errors.Is(err, errDifferences):
		return ExitDifferences
	case errors.Is(err, noAnswer{}):
		return ExitNoAnswer
	case errors.As(err, &problems):
		fmt.Fprintf(a.Err, "%s\n", problems)
		fmt.Fprintf(a.Err, "plandiff: %s, nothing was done\n", plural(len(problems), "problem"))
		return ExitBadRecord
	case errors.As(err, &usage):
		fmt.Fprintf(a.Err, "plandiff: %s\n", usage)
		return ExitUsage
	case errors.As(err, new(*fs.PathError)):
		fmt.Fprintf(a.Err, "plandiff: %s\n", prose.Clean(err.Error()))
		return ExitBadRecord
	}
	fmt.Fprintf(a.Err, "plandiff: %s\n", prose.Clean(err.Error()))
	return ExitUsage
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// app is one run of the program.
type app struct {
	Streams
	flags common
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "plandiff",
		Short: "Compare versions of a negotiated text, field by field, each value with its source",
		Long: `plandiff compares versions of a negotiated text. It ships with the drafts put
forward to end the Russia-Ukraine war and says what changed between them, field
by field, with the source of every value.

It never shows a difference that the sources do not carry: a draft that nobody
has published has not dropped its clauses, and two reports that disagree are
shown as disagreeing.`,
		Example: `  plandiff diff                           the US draft, the Geneva rework, the E3 text
  plandiff diff us-28 zelensky-20 --topic army-size
  plandiff versions                       what there is to compare
  plandiff show us-28 21                  one point with its sources`,
		SilenceUsage: true, SilenceErrors: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			var names []string
			for _, c := range cmd.Commands() {
				names = append(names, c.Name())
			}
			return usage(didYouMean(args[0], names), "there is no command %q", prose.Clean(args[0]))
		},
		RunE: func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage("plandiff "+strings.TrimPrefix(cmd.CommandPath(), "plandiff ")+" --help lists the flags", "%s", prose.Clean(err.Error()))
	})
	root.CompletionOptions.HiddenDefaultCmd = false
	a.flags.register(root)
	root.AddCommand(a.ask(), a.versions(), a.show(), a.diff(), a.matrix(), a.history(), a.origin(), a.uptake(), a.align(),
		a.sources(), a.export(), a.check())
	return root
}

func didYouMean(word string, names []string) string {
	if near := prose.Nearest(word, names); near != "" {
		return "did you mean " + near + "?"
	}
	for _, name := range names {
		if word != "" && strings.HasPrefix(name, word) {
			return "did you mean " + name + "?"
		}
	}
	if len(names) == 0 || len(names) > 24 {
		return ""
	}
	return "there is: " + strings.Join(names, ", ")
}
