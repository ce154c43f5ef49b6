package cli

import (
	"embed"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"
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
