package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/jsonout"
	"plandiff/internal/table"
)

func (a *app) history() *cobra.Command {
	var f *selectionFlags
	var days dayFlags
	cmd := &cobra.Command{
		Use:   "history FIELD | TOPIC",
		Short: "Follow one field through time, in drafts and in positions",
		Long: `Shows what every draft, position and event says of a field, or of each field of
a topic, in the order of their dates, with sources. Numbers get a bar to scale
and the step from the number before; an arrow at the end of a bar means at least
or at most. What has no date comes last. Several fields may be given, with commas.`,
		Example: `  plandiff history army-size.limit
  plandiff history znpp
  plandiff history army-size.limit --as-of 2025-11-24 --sources full`,
		Args:              exactly(1, "history takes one field or topic", "for example plandiff history army-size.limit"),
		ValidArgsFunction: a.completeArgs(topicIDs),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.topics = strings.Split(args[0], ",")
			s, err := a.selectionOf(f)
			if err != nil {
				return err
			}
			hs, err := days.keep(compare.Histories(s.view, s.topic))
			if err != nil {
				return err
			}
			return a.show(s, table.FromHistories(s.view, hs), jsonout.Write)
		},
	}
	f = a.readingFlags(cmd)
	days.register(a, cmd)
	return cmd
}
