package manual

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// page is a man page in the macros of man(7).
func page(cmd *cobra.Command) []byte {
	var b bytes.Buffer
	name := pageName(cmd)
	fmt.Fprintf(&b, ".TH %s %d \"\" %s\n", quoted(strings.ToUpper(name)), section(cmd), quoted(cmd.Root().Name()))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", escaped(name), escaped(cmd.Short))
	if section(cmd) == commands {
		fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", escaped(cmd.UseLine()))
	}
	b.WriteString(".SH DESCRIPTION\n")
	prose(&b, description(cmd))
	list(&b, "COMMANDS", cmd, commands)
	options(&b, "OPTIONS", cmd.NonInheritedFlags())
	options(&b, "GLOBAL OPTIONS", cmd.InheritedFlags())
	if cmd.HasExample() {
		b.WriteString(".SH EXAMPLES\n")
		verbatim(&b, strings.Split(cmd.Example, "\n"))
	}
	list(&b, "HELP TOPICS", cmd, topics)
	if cmd.HasParent() {
		parent := cmd.Parent()
		fmt.Fprintf(&b, ".SH SEE ALSO\n.BR %s (%d)\n", escaped(pageName(parent)), section(parent))
	}
	return b.Bytes()
}

// description is the long text, without a first line that repeats the short
// one.
func description(cmd *cobra.Command) string {
	if first, rest, _ := strings.Cut(cmd.Long, "\n"); first == cmd.Short {
		return strings.TrimLeft(rest, "\n")
	}
	if cmd.Long == "" {
		return cmd.Short + "."
	}
	return cmd.Long
}

// list names the commands or the topics below a command.
func list(b *bytes.Buffer, head string, cmd *cobra.Command, of int) {
	for _, sub := range below(cmd) {
		if section(sub) != of {
			continue
		}
		if head != "" {
			fmt.Fprintf(b, ".SH %s\n", head)
			head = ""
		}
		fmt.Fprintf(b, ".TP\n.BR %s (%d)\n%s\n", escaped(pageName(sub)), of, escaped(sub.Short))
	}
}

func options(b *bytes.Buffer, head string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(b, ".SH %s\n", head)
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		b.WriteString(".TP\n")
		if f.Shorthand != "" {
			fmt.Fprintf(b, "\\fB%s\\fP, ", escaped("-"+f.Shorthand))
		}
		fmt.Fprintf(b, "\\fB%s\\fP", escaped("--"+f.Name))
		value, usage := pflag.UnquoteUsage(f)
		switch {
		case value == "":
		case f.NoOptDefVal != "":
			fmt.Fprintf(b, "[=\\fI%s\\fP]", escaped(value))
		default:
			fmt.Fprintf(b, " \\fI%s\\fP", escaped(value))
		}
		b.WriteString("\n" + escaped(usage))
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.DefValue != "[]" {
			b.WriteString(escaped(" (default " + f.DefValue + ")"))
		}
		b.WriteByte('\n')
	})
}

// prose writes paragraphs; lines that are set in stay as they are.
func prose(b *bytes.Buffer, text string) {
	for i, block := range strings.Split(strings.Trim(text, "\n"), "\n\n") {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		lines := strings.Split(block, "\n")
		for len(lines) > 0 && !setIn(lines[0]) {
			b.WriteString(escaped(lines[0]) + "\n")
			lines = lines[1:]
		}
		if len(lines) > 0 {
			verbatim(b, lines)
		}
	}
}

func setIn(line string) bool { return strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") }

// verbatim writes lines as they stand.
func verbatim(b *bytes.Buffer, lines []string) {
	b.WriteString(".nf\n")
	for _, line := range lines {
		b.WriteString(escaped(strings.ReplaceAll(line, "\t", "  ")) + "\n")
	}
	b.WriteString(".fi\n")
}

// escaped is a line of text in which nothing is markup.
func escaped(line string) string {
	line = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(line)
	if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
		return `\&` + line
	}
	return line
}

// quoted is one argument of a macro.
func quoted(text string) string { return `"` + strings.ReplaceAll(escaped(text), `"`, `\(dq`) + `"` }
