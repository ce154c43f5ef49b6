package cli

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/prose"
)

// example is the workspace that init writes: two short drafts of an invented
// accord, every key explained.
//
//go:embed example
var example embed.FS

func (a *app) initWorkspace() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "Make a workspace with two short drafts as an example",
		Long: `Makes a folder with a vocabulary, two short drafts of an invented accord, and the
cards of their sources, every key explained in comments. check accepts it and diff
compares it as it is; write your own records in its place. The
folder must be new or empty; it is written whole or not at all.`,
		Example: `  plandiff init accord
  plandiff diff --workspace accord --no-shipped`,
		Args: exactly(1, "init takes a folder", "for example plandiff init accord"),
		RunE: func(cmd *cobra.Command, args []string) error {
			files := map[string][]byte{}
			names, _ := fs.Glob(example, "example/*/*")
			for _, name := range names {
				files[strings.TrimPrefix(name, "example/")], _ = example.ReadFile(name)
			}
			if err := writeFolder(args[0], files); err != nil {
				return err
			}
			name := prose.Clean(args[0])
			return a.emit(fmt.Sprintf("Made %s. Try:\n  plandiff check --workspace %s --no-shipped\n  plandiff diff --workspace %s --no-shipped\n", name, name, name))
		},
	}
}
