package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/plan"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

func (a *app) history() *cobra.Command {
	var f *readingFlags
	cmd := &cobra.Command{
		Use:   "history FIELD | TOPIC",
		Short: "Follow one field through time, drafts, positions and proposals alike",
		Long: `Shows what every draft, position and event says of a field, or of each field of
a topic, in the order of their dates, with sources. Numbers get a bar in
proportion and the step from the number before; a bar that ends in an arrow is a
bound. What bears no date stands apart and is given none.`,
		Example: `  plandiff history army-size.limit
  plandiff history znpp
  plandiff history army-size.limit --as-of 2025-11-24 --sources short`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("for example plandiff history army-size.limit", "history takes one field or topic, %d given", len(args))
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, prefix string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return a.matching(prefix, topicIDs), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := a.read(f)
			if err != nil {
				return err
			}
			keep, err := topics(r.lib, args)
			if err != nil {
				return err
			}
			hs, hidden := compare.Histories(r.lib, func(t *plan.Topic, fd *plan.Field) bool { return keep(compare.Row{Topic: t, Field: fd}) }, r.ev)
			if r.json {
				return export.History(a.jsonOut(), r.lib, hs, r.ev, hidden)
			}
			return a.emit(screen.Story(table.FromHistories(r.lib, hs, r.ev, hidden), r.sources, r.opt))
		},
	}
	f = a.readingFlags(cmd)
	return cmd
}
