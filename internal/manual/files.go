package manual

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// Sections of the manual.
const (
	commands = 1
	topics   = 7
)

// Files are the pages and completions of a tree, by their slash-separated
// names.
func Files(root *cobra.Command) (map[string][]byte, error) {
	files := map[string][]byte{}
	addPages(files, root)
	name := root.Name()
	for _, shell := range []struct {
		file  string
		write func(io.Writer) error
	}{
		{name + ".bash", func(w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
		{"_" + name, root.GenZshCompletion},
		{name + ".fish", func(w io.Writer) error { return root.GenFishCompletion(w, true) }},
		{name + ".ps1", root.GenPowerShellCompletionWithDesc},
	} {
		var b bytes.Buffer
		if err := shell.write(&b); err != nil {
			return nil, err
		}
		files["completions/"+shell.file] = b.Bytes()
	}
	return files, nil
}

// addPages adds the page of a command and those of everything below it.
func addPages(files map[string][]byte, cmd *cobra.Command) {
	files[fmt.Sprintf("%s.%d", pageName(cmd), section(cmd))] = page(cmd)
	for _, sub := range below(cmd) {
		addPages(files, sub)
	}
}

// below are the commands and topics that help lists under a command.
func below(cmd *cobra.Command) []*cobra.Command {
	var out []*cobra.Command
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() || sub.IsAdditionalHelpTopicCommand() {
			out = append(out, sub)
		}
	}
	return out
}

func section(cmd *cobra.Command) int {
	if cmd.IsAdditionalHelpTopicCommand() {
		return topics
	}
	return commands
}

func pageName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }
