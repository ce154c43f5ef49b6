package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/jsonout"
	"plandiff/internal/prose"
)

func (a *app) schema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema NAME",
		Short: "Print the JSON schema of an output, or of a record file",
		Long: `Prints a JSON schema (draft 2020-12): of what a command writes with --format json,
or of a record file, with which editors complete and check what you type.

Names: ` + strings.Join(jsonout.SchemaNames(), ", ") + `.`,
		Example:   "  plandiff schema diff\n  plandiff schema record > record.schema.json",
		ValidArgs: jsonout.SchemaNames(),
		Args:      exactly(1, "schema takes a name", "available: "+strings.Join(jsonout.SchemaNames(), ", ")),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := jsonout.Schema(args[0])
			if err != nil {
				return usage(didYouMean(args[0], jsonout.SchemaNames()), "there is no schema %q", prose.Clean(args[0]))
			}
			return a.emit(string(text))
		},
	}
}
