package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// exactly refuses another number of arguments.
func exactly(n int, takes, hint string) cobra.PositionalArgs { return between(n, n, takes, hint) }

// between refuses fewer or more arguments.
func between(least, most int, takes, hint string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return usage(hint, "%s, %d given", takes, len(args))
		}
		return nil
	}
}

// completeArgs offers for each argument IDs of its own list.
func (a *app) completeArgs(lists ...func(*plan.Library) []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, prefix string) ([]string, cobra.ShellCompDirective) {
		if len(args) >= len(lists) {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return a.matching(prefix, lists[len(args)]), cobra.ShellCompDirectiveNoFileComp
	}
}

// noArgs refuses any argument.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("plandiff "+cmd.Name()+" --help shows how it is used", "%s takes no arguments, %q given", cmd.Name(), prose.Clean(args[0]))
	}
	return nil
}
