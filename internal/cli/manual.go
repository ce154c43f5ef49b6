package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"plandiff/internal/manual"
	"plandiff/internal/prose"
	"plandiff/internal/wording"
)

func (a *app) manual() *cobra.Command {
	return &cobra.Command{
		Use:   "manual DIR",
		Short: "Write man pages and shell completions into a new folder",
		Long: `Writes what a package of the program installs: a man page for each command and
help topic, in completions/ the completions for bash, zsh, fish and PowerShell.
The same program writes the same bytes. The folder must be new or empty; it is
written whole or not at all.`,
		Example: `  plandiff manual manual
  man manual/plandiff-diff.1
  source manual/completions/plandiff.bash`,
		Args: exactly(1, "manual takes a folder", "for example plandiff manual manual"),
		RunE: func(cmd *cobra.Command, args []string) error {
			files, err := manual.Files(cmd.Root())
			if err != nil {
				return err
			}
			if err := writeFolder(args[0], files); err != nil {
				return err
			}
			return a.emit(fmt.Sprintf("Made %s: %s.\n", prose.Clean(args[0]), wording.Count(len(files), "file")))
		},
	}
}
