package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"plandiff/internal/intake"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/record"
	"plandiff/internal/wording"
)

// Streams are what a command reads and writes, and what it may know of its
// surroundings.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	// Env is a variable of the environment; nil: none is set.
	Env func(string) string
	// Now tells the time; nil: the clock of the system.
	Now func() time.Time
	// Terminal is the size of the terminal that Out is; ok is false where
	// Out is a file or a pipe; nil: it is one.
	Terminal func() (width, height int, ok bool)
	// Page shows a text that is longer than the screen, with the head kept
	// above it where the pager can; nil: no pager.
	Page func(head, text string) error
}

// Exit codes.
const (
	ExitOK          = 0
	ExitDifferences = 1  // with --exit-code only
	ExitUsage       = 2  // the command line cannot be carried out
	ExitBadRecord   = 3  // a record or a document is bad
	ExitNoAnswer    = 4  // ask did not understand, or the question is outside the records
	ExitOutput      = 5  // an output could not be written
	ExitBug         = 70 // an internal error
)

type usageError struct{ msg, hint string }

func (e *usageError) Error() string { return prose.Listed("\n", e.msg, e.hint) }

func usage(hint, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), hint}
}

// refused is the error of what is refused in some case; nil in any other.
func refused(is bool, hint, format string, args ...any) error {
	if !is {
		return nil
	}
	return usage(hint, format, args...)
}

type outputError struct{ error }

func (e outputError) Unwrap() error { return e.error }

// writing marks an error as one of writing; nil stays nil. Run marks those of
// standard output.
func writing(err error) error {
	if err == nil {
		return nil
	}
	return outputError{err}
}

// These end a command with an exit code and no message.
var (
	errDifferences = errors.New("the versions differ")
	errNoAnswer    = errors.New("a question was not understood, or is outside the records")
)

// watched remembers the first error of a writer, for those who write without
// looking, as the help does.
type watched struct {
	io.Writer
	err error
}

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if w.err == nil {
		w.err = err
	}
	return n, err
}

// Run carries out one command line and returns its exit code. An internal
// error ends with the stack and where to report it.
func Run(args []string, s Streams) (code int) {
	out := &watched{Writer: s.Out}
	s.Out = out
	a := newApp(s)
	defer a.pdf.Close()
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(a.Err, "plandiff: internal error: %s\n%s\nPlease report it with the command line and this text: %s\n", prose.Clean(fmt.Sprint(fault)), debug.Stack(), reportTo)
			code = ExitBug
		}
	}()
	root := a.root()
	root.SetArgs(args)
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	completionCommand(root) // which keeps the output that is set
	err := root.Execute()
	if err == nil || errors.Is(err, out.err) {
		err = writing(out.err)
	}
	return a.exit(err)
}

const reportTo = "to whoever gave you the program, or with an issue in its repository"

func (a *app) exit(err error) int {
	problems, bad := errors.AsType[record.Problems](err)
	refusal, refused := errors.AsType[*usageError](err)
	_, failed := errors.AsType[outputError](err)
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return ExitOK // whoever read the output has had enough
	case errors.Is(err, errDifferences):
		return ExitDifferences
	case errors.Is(err, errNoAnswer):
		return ExitNoAnswer
	case bad:
		fmt.Fprintf(a.Err, "%s\nplandiff: %s, nothing was done\n", problems, wording.Count(problems.Count(), "problem"))
		return ExitBadRecord
	case refused:
		fmt.Fprintf(a.Err, "plandiff: %s\n", refusal)
		return ExitUsage
	case failed:
		fmt.Fprintf(a.Err, "plandiff: writing the output: %s\n", prose.Clean(err.Error()))
		return ExitOutput
	}
	fmt.Fprintf(a.Err, "plandiff: %s\n", prose.Clean(err.Error()))
	return ExitBadRecord // what is left is reading files
}

type app struct {
	Streams
	flags   globalFlags
	library func() (*plan.Library, error) // loaded when it is first needed
	pdf     intake.PDFReader              // for every document of the run
}

func newApp(s Streams) *app {
	if s.Env == nil {
		s.Env = func(string) string { return "" }
	}
	if s.Terminal == nil {
		s.Terminal = func() (int, int, bool) { return 0, 0, false }
	}
	if s.Now == nil {
		s.Now = time.Now
	}
	a := &app{Streams: s}
	a.library = sync.OnceValues(a.load)
	return a
}

func (a *app) root() *cobra.Command {
	showVersion := false
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
			asking := ""
			if len(args) == 1 && len(strings.Fields(args[0])) > 1 {
				asking = "a question goes to plandiff ask, words to plandiff search"
			}
			hint := cmp.Or(a.shows(args[0]), asking, didYouMean(args[0], commandNames(cmd, (*cobra.Command).IsAvailableCommand)))
			return usage(hint, "there is no command %q", prose.Clean(args[0]))
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if showVersion {
				return a.printVersion()
			}
			return cmd.Help()
		},
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		text, _, _ := strings.Cut(err.Error(), ": strconv.") // the value is named already
		return usage(cmd.CommandPath()+" --help lists the flags; words that begin with a dash go after --", "%s", prose.Clean(text))
	})
	root.SetUsageFunc(usageFunc(a.helpWidth()))
	root.SetHelpFunc(a.showHelp)
	root.SetHelpCommand(helpCommand(root))
	root.Flags().BoolVar(&showVersion, "version", false, "print the version and how far the records reach")
	a.flags.register(root)
	root.AddCommand(a.ask(), a.search(), a.versions(), a.showRecord(), a.diff(), a.browse(), a.matrix(), a.history(), a.origin(), a.uptake(), a.align(),
		a.sources(), a.export(), a.check(), a.importDraft(), a.schema(), a.initWorkspace(), a.mcp(), a.manual(), a.versionCommand())
	a.helpTopics(root)
	return root
}
