package cli

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"plandiff/internal/pick"
	"plandiff/internal/prose"
	"plandiff/internal/screen"
)

// topicTexts are the help topics: what a reader of a screen needs to know.
//
//go:embed help/*.txt
var topicTexts embed.FS

// helpTopics adds the help topics as commands that only print: plandiff help
// states.
func (a *app) helpTopics(root *cobra.Command) {
	files, _ := fs.Glob(topicTexts, "help/*.txt")
	for _, name := range files {
		text, _ := fs.ReadFile(topicTexts, name)
		short, long, _ := strings.Cut(string(text), "\n")
		topic := strings.TrimSuffix(strings.TrimPrefix(name, "help/"), ".txt")
		root.AddCommand(&cobra.Command{Use: topic, Short: short, Long: strings.TrimSpace(short + "\n" + long)})
	}
}

// commandNames are the names of what stands below a command, of some kind.
func commandNames(cmd *cobra.Command, wanted func(*cobra.Command) bool) []string {
	return pick.Each(pick.Keep(cmd.Commands(), wanted), (*cobra.Command).Name)
}

// helpCommand shows the help of a command or of a topic, and refuses a name
// that is neither.
func helpCommand(root *cobra.Command) *cobra.Command {
	names := func() []string { return commandNames(root, func(c *cobra.Command) bool { return !c.Hidden }) }
	return &cobra.Command{
		Use: "help [COMMAND | TOPIC]", Short: "Show the help of a command, or on a topic",
		Long: "Shows the help of a command, or one of the texts on a topic that plandiff --help lists.",
		ValidArgsFunction: func(_ *cobra.Command, _ []string, prefix string) ([]string, cobra.ShellCompDirective) {
			return slices.DeleteFunc(names(), func(name string) bool { return !strings.HasPrefix(name, prefix) }), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return usage(didYouMean(args[0], names()), "there is no help on %q", prose.Clean(strings.Join(args, " ")))
			}
			cmd.InitDefaultHelpFlag()
			return cmd.Help()
		},
	}
}

// completionCommand is the one of the library, with a name of a shell that it
// does not know refused.
func completionCommand(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	cmd, _, err := root.Find([]string{"completion"})
	if err != nil {
		return
	}
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		shells := commandNames(cmd, func(*cobra.Command) bool { return true })
		return usage("there is: "+strings.Join(shells, ", "), "completion: there is none for %q", prose.Clean(args[0]))
	}
}

// usageFunc prints how a command is used: as the library does, with flags
// wrapped to a width, and with the examples last, where they are seen on a small
// screen. It is no template: package template would keep every method of
// everything in the program.
func usageFunc(width int) func(*cobra.Command) error {
	return func(c *cobra.Command) error {
		var b strings.Builder
		b.WriteString("Usage:")
		if c.Runnable() {
			b.WriteString("\n  " + c.UseLine())
		}
		list := func(title string, in func(*cobra.Command) bool) {
			b.WriteString("\n\n" + title)
			for _, sub := range c.Commands() {
				if in(sub) {
					fmt.Fprintf(&b, "\n  %-*s %s", sub.NamePadding(), sub.Name(), sub.Short)
				}
			}
		}
		if c.HasAvailableSubCommands() {
			b.WriteString("\n  " + c.CommandPath() + " [command]")
			list("Commands:", func(sub *cobra.Command) bool { return sub.IsAvailableCommand() || sub.Name() == "help" })
		}
		if c.HasHelpSubCommands() {
			list("Help topics, for example "+c.CommandPath()+" help states:", (*cobra.Command).IsAdditionalHelpTopicCommand)
		}
		flags := func(title string, set *pflag.FlagSet) {
			if set.HasAvailableFlags() {
				b.WriteString("\n\n" + title + "\n" + strings.TrimRight(set.FlagUsagesWrapped(width), " \n"))
			}
		}
		flags("Flags:", c.LocalFlags())
		flags("Global Flags:", c.InheritedFlags())
		if c.HasAvailableSubCommands() {
			b.WriteString("\n\n" + c.CommandPath() + " COMMAND --help says more.")
		}
		if c.HasExample() {
			b.WriteString("\n\nExamples:\n" + c.Example)
		}
		_, err := fmt.Fprintln(c.OutOrStderr(), b.String())
		return err
	}
}

// mostHelp is the widest that lines of help are: longer ones read badly.
const mostHelp = 80

// helpWidth is the width that help is wrapped to: that of the terminal, as far
// as lines of it read well.
func (a *app) helpWidth() int {
	w, _, ok := a.Terminal()
	if !ok {
		return mostHelp
	}
	return min(max(w, 40), mostHelp)
}

func (a *app) showHelp(cmd *cobra.Command, _ []string) {
	text := strings.TrimSpace(cmp.Or(cmd.Long, cmd.Short)) + "\n"
	if cmd.Runnable() || cmd.HasSubCommands() {
		text += "\n" + cmd.UsageString()
	}
	_, _ = fmt.Fprint(cmd.OutOrStdout(), wrapHelp(text, a.helpWidth())) // the stream keeps the error
}

// wrapHelp wraps a text of help to a width: its paragraphs, and the entries of
// its lists. Other lines that are set in, such as commands to type, stay as
// they are.
func wrapHelp(text string, width int) string {
	type block struct {
		lines []string
		hang  int
	}
	var blocks []block
	for l := range strings.Lines(text) {
		l = strings.TrimSuffix(l, "\n")
		in := len(l) - len(strings.TrimLeft(l, " "))
		if last := len(blocks) - 1; last >= 0 && l != "" && in == blocks[last].hang {
			blocks[last].lines = append(blocks[last].lines, l)
			continue
		}
		blocks = append(blocks, block{[]string{l}, hanging(l)})
	}
	var out []string
	for _, b := range blocks {
		out = append(out, filled(b.lines, b.hang, width)...)
	}
	return strings.Join(out, "\n") + "\n"
}

// hanging is where the lines begin that go on with a line: at the margin in a
// paragraph, in a list at the second column; -1 if none does.
func hanging(l string) int {
	name := strings.TrimLeft(l, " ")
	term, rest, listed := strings.Cut(name, "  ")
	switch {
	case l != "" && l == name:
		return 0
	case l != "" && listed:
		return screen.Width(l[:len(l)-len(name)]+term) + 2 + len(rest) - len(strings.TrimLeft(rest, " "))
	}
	return -1
}

// filled is lines that belong together, as they are where each fits, else
// wrapped; all but the first are set in.
func filled(lines []string, hang, width int) []string {
	if hang < 0 || !slices.ContainsFunc(lines, func(l string) bool { return screen.Width(l) > width }) {
		return lines
	}
	text := []rune(strings.Join(lines, " "))
	line, between := string(text[:hang]), "" // the blanks between the two columns stay
	var out []string
	for _, word := range strings.Fields(string(text[hang:])) {
		if between != "" && screen.Width(line+between+word) > width {
			out = append(out, line)
			line, between = strings.Repeat(" ", hang), ""
		}
		line += between + word
		between = " "
	}
	return append(out, line)
}
