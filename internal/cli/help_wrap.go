package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/screen"
)

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

// showHelp writes the help of a command or of a topic.
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
	var out, part []string
	hang := 0
	end := func() {
		out = append(out, filled(part, hang, width)...)
		part, hang = nil, 0
	}
	for l := range strings.Lines(text) {
		l = strings.TrimSuffix(l, "\n")
		in := len(l) - len(strings.TrimLeft(l, " "))
		if l == "" || len(part) == 0 || in != hang {
			end()
		}
		switch {
		case l == "":
			out = append(out, "")
		case len(part) > 0 || in == 0:
			part = append(part, l)
		default:
			part = []string{l}
			if hang = explained(l); hang == 0 {
				out, part = append(out, l), nil
			}
		}
	}
	end()
	return strings.Join(out, "\n") + "\n"
}

// explained is where the second column of an entry of a list begins; 0 if the
// line has none.
func explained(l string) int {
	name := strings.TrimLeft(l, " ")
	term, rest, ok := strings.Cut(name, "  ")
	if !ok {
		return 0
	}
	return screen.Width(l[:len(l)-len(name)]+term) + 2 + len(rest) - len(strings.TrimLeft(rest, " "))
}

// filled is lines that belong together, as they are where each fits, else
// wrapped; all but the first are set in.
func filled(lines []string, hang, width int) []string {
	if !slices.ContainsFunc(lines, func(l string) bool { return screen.Width(l) > width }) {
		return lines
	}
	lead := ""
	if hang > 0 { // the blanks between the two columns stay
		first := []rune(lines[0])
		lead, lines[0] = string(first[:hang]), string(first[hang:])
	}
	var out []string
	line := lead
	for _, word := range strings.Fields(strings.Join(lines, " ")) {
		switch {
		case strings.TrimSpace(line) == "" || line == lead:
			line += word
		case screen.Width(line)+1+screen.Width(word) > width:
			out = append(out, line)
			line = strings.Repeat(" ", hang) + word
		default:
			line += " " + word
		}
	}
	return append(out, line)
}
