package cli

import (
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
