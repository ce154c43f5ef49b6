package cli

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

func exactly(n int, takes, hint string) cobra.PositionalArgs { return between(n, n, takes, hint) }

// between refuses fewer or more arguments.
func between(least, most int, takes, hint string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		return refused(len(args) < least || len(args) > most, hint, "%s, %d given", takes, len(args))
	}
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("plandiff "+cmd.Name()+" --help shows how it is used", "%s takes no arguments, %q given", cmd.Name(), prose.Clean(args[0]))
	}
	return nil
}

// oneOf refuses a flag value outside a closed set.
func oneOf(flag, value string, allowed ...string) error { return allOf(flag, []string{value}, allowed) }

// allOf refuses the first value of a flag outside a closed set.
func allOf(flag string, values, allowed []string) error {
	for _, v := range values {
		if !slices.Contains(allowed, v) {
			return usage("allowed: "+strings.Join(allowed, ", "), "--%s: %q is not known", flag, prose.Clean(v))
		}
	}
	return nil
}

func words[T ~string](set []T) []string {
	out := make([]string, len(set))
	for i, v := range set {
		out[i] = string(v)
	}
	return out
}

// fixed completes a flag with a closed set of values.
func fixed(cmd *cobra.Command, flag string, values ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// complete offers IDs of the library for a flag.
func (a *app) complete(cmd *cobra.Command, flag string, ids func(*plan.Library) []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, a.offering(func(lib *plan.Library, _ []string) []string { return ids(lib) }))
}

// completeArgs offers for each argument IDs of its own list.
func (a *app) completeArgs(lists ...func(*plan.Library) []string) cobra.CompletionFunc {
	return a.offering(func(lib *plan.Library, args []string) []string {
		if len(args) >= len(lists) {
			return nil
		}
		return lists[len(args)](lib)
	})
}

// completeVersions offers version IDs for arguments, up to a number of them.
func (a *app) completeVersions(most int) cobra.CompletionFunc {
	return a.offering(func(lib *plan.Library, args []string) []string {
		if len(args) >= most {
			return nil
		}
		return slices.DeleteFunc(recordIDs(lib), func(id string) bool { return slices.Contains(args, id) })
	})
}

// offering offers the IDs that continue the last of a list with commas.
func (a *app) offering(ids func(lib *plan.Library, args []string) []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, prefix string) (out []string, _ cobra.ShellCompDirective) {
		last := strings.LastIndex(prefix, ",") + 1
		if lib, err := a.library(); err == nil {
			for _, id := range ids(lib, args) {
				if strings.HasPrefix(id, prefix[last:]) {
					out = append(out, prefix[:last]+id)
				}
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}

// meant is which of several names a mistyped word most likely means; "" if none
// is near.
func meant(word string, names []string) string {
	near := prose.Nearest(word, names)
	if i := slices.IndexFunc(names, func(name string) bool { return word != "" && strings.HasPrefix(name, word) }); near == "" && i >= 0 {
		near = names[i]
	}
	if near == "" {
		return ""
	}
	return "did you mean " + near + "?"
}

// didYouMean is a name that may be meant, else all of them, unless there are too
// many to read.
func didYouMean(word string, names []string) string {
	all := ""
	if n := len(names); n > 0 && n <= 32 {
		all = "available: " + strings.Join(names, ", ")
	}
	return cmp.Or(meant(word, names), all)
}
