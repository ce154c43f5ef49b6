package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/screen"
)

func (a *app) sources() *cobra.Command {
	return &cobra.Command{
		Use:   "sources [ID]",
		Short: "List the source cards, or show one with everything that rests on it",
		Long: `Lists the cards of all sources, the founding documents first: publisher, date as
far as it is shown, what kind of source it is, which report it repeats, and how
many claims rest on it. With an ID, that card in full, with every claim.`,
		Example: `  plandiff sources
  plandiff sources rferl-2025-11-26`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("for example plandiff sources rferl-2025-11-26", "sources takes at most one ID, %d given", len(args))
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, prefix string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return a.matching(prefix, sourceIDs), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := a.read(nil)
			if err != nil {
				return err
			}
			cited := compare.Citations(r.lib)
			if len(args) == 1 {
				if cited = only(cited, args[0]); cited == nil {
					hint := didYouMean(args[0], sourceIDs(r.lib))
					if hint == "" {
						hint = "plandiff sources lists them"
					}
					return usage(hint, "there is no source %q", prose.Clean(args[0]))
				}
			}
			if r.json {
				return export.Sources(a.jsonOut(), cited)
			}
			return a.emit(screen.Sources(cited, len(args) == 1, r.opt))
		},
	}
}

func sourceIDs(lib *plan.Library) []string {
	out := make([]string, len(lib.Sources))
	for i, s := range lib.Sources {
		out[i] = s.ID
	}
	return out
}

func only(cited []compare.Cited, id string) []compare.Cited {
	for _, c := range cited {
		if c.Source.ID == id {
			return []compare.Cited{c}
		}
	}
	return nil
}
