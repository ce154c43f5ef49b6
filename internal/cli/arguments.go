package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/prose"
)

// exactly refuses another number of arguments.
func exactly(n int, takes, hint string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usage(hint, "%s, %d given", takes, len(args))
		}
		return nil
	}
}

// noArgs refuses any argument.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("plandiff "+cmd.Name()+" --help shows how it is used", "%s takes no arguments, %q given", cmd.Name(), prose.Clean(args[0]))
	}
	return nil
}
