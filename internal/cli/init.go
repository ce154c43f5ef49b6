package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

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
cards of their sources, every key explained in comments. It is accepted by check
and compared by diff as it stands; write your own records in its place. Nothing
that exists is written over.`,
		Example: `  plandiff init accord
  plandiff diff --workspace accord --no-shipped`,
		Args: exactly(1, "init takes a folder", "for example plandiff init accord"),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := args[0]
			if err := writeExample(dir); err != nil {
				return err
			}
			name := prose.Clean(dir)
			return a.emit(fmt.Sprintf("Made %s. Try:\n  plandiff check --workspace %s --no-shipped\n  plandiff diff --workspace %s --no-shipped\n", name, name, name))
		},
	}
}

// writeExample writes the example into a folder that holds nothing yet.
func writeExample(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return usage("give a new folder, or an empty one", "init: %s is not empty", prose.Clean(dir))
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return usage("give a new folder, or an empty one", "init: %s", prose.Clean(err.Error()))
	}
	files, err := fs.Sub(example, "example")
	if err != nil {
		return err
	}
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(path, 0o777)
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return writeFile(path, data, false)
	})
	return writing(err)
}
