package cli

import (
	"encoding/json"
	"io"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"plandiff/internal/screen"
)

// Every help topic can be read under its name, which no command has.
func TestHelpTopics(t *testing.T) {
	files, err := fs.Glob(topicTexts, "help/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d topics: %v", len(files), err)
	}
	for _, name := range files {
		text, err := fs.ReadFile(topicTexts, name)
		if err != nil {
			t.Fatal(err)
		}
		topic := strings.TrimSuffix(path.Base(name), ".txt")
		if got := output(t, "help", topic); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(string(text)), " ") {
			t.Errorf("plandiff help %s prints\n%s", topic, got)
		}
	}
}

// The entries for clients are JSON, and start a command that there is.
func TestHelpForAssistants(t *testing.T) {
	text, err := fs.ReadFile(topicTexts, "help/assistants.txt")
	if err != nil {
		t.Fatal(err)
	}
	entries := 0
	for l := range strings.Lines(string(text)) {
		at := strings.Index(l, `"`)
		if at < 0 || !strings.Contains(l, `"command"`) {
			continue
		}
		entries++
		var config map[string]map[string]struct {
			Command string
			Args    []string
		}
		if err := json.Unmarshal([]byte("{"+l[at:]+"}"), &config); err != nil {
			t.Fatalf("%s: %v", l, err)
		}
		for _, servers := range config {
			if s := servers["plandiff"]; s.Command != "plandiff" || !strings.Contains(output(t, append(s.Args, "--help")...), "plandiff mcp [flags]") {
				t.Errorf("%s starts %s %q", l, s.Command, s.Args)
			}
		}
	}
	if entries != 2 {
		t.Errorf("%d entries, want 2", entries)
	}
}

// Help is read at 80 columns: no command and no topic has a longer line, whatever
// its texts are, and a text is whole after it was wrapped.
func TestHelpFits(t *testing.T) {
	a := newApp(Streams{Out: io.Discard, Err: io.Discard})
	commands, topics := 0, 0
	var visit func(cmd *cobra.Command)
	visit = func(cmd *cobra.Command) {
		args := append(strings.Fields(cmd.CommandPath())[1:], "--help")
		switch {
		case cmd.IsAdditionalHelpTopicCommand():
			topics++
			args = []string{"help", cmd.Name()}
		case !cmd.IsAvailableCommand() && cmd.HasParent():
			return
		default:
			commands++
		}
		out := output(t, args...)
		for l := range strings.Lines(out) {
			if l = strings.TrimSuffix(l, "\n"); screen.Width(l) > 80 {
				t.Errorf("plandiff %s: %d columns: %q", strings.Join(args, " "), screen.Width(l), l)
			}
		}
		if long := strings.Join(strings.Fields(cmd.Long), " "); !strings.Contains(strings.Join(strings.Fields(out), " "), long) {
			t.Errorf("plandiff %s does not have its whole text", strings.Join(args, " "))
		}
		for _, sub := range cmd.Commands() {
			visit(sub)
		}
	}
	visit(a.root())
	if commands < 20 || topics < 5 {
		t.Errorf("%d commands and %d topics were seen", commands, topics)
	}
}

func TestWrapHelp(t *testing.T) {
	for _, row := range []struct{ why, in, want string }{
		{"what fits stays", "One line\nof two.\n", "One line\nof two.\n"},
		{"a paragraph is filled", "A paragraph of words that is too long\nby one.\n", "A paragraph of words that is\ntoo long by one.\n"},
		{"an entry keeps its column", "  --a   what a long flag does here\n        and there\n  --b   short\n", "  --a   what a long flag does\n        here and there\n  --b   short\n"},
		{"a command stays", "For example\n  plandiff diff us-28 zelensky-20\n", "For example\n  plandiff diff us-28 zelensky-20\n"},
		{"an empty line parts", "A paragraph of words that is it.\n\nAnother.\n", "A paragraph of words that is\nit.\n\nAnother.\n"},
	} {
		if got := wrapHelp(row.in, 30); got != row.want {
			t.Errorf("%s:\n%s\nwant\n%s", row.why, got, row.want)
		}
	}
}
