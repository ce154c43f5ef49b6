package cli

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"
	"testing"
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
		if got := output(t, "help", topic); strings.TrimSpace(got) != strings.TrimSpace(string(text)) {
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
