package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/table"
)

func (a *app) history() *cobra.Command {
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
	}
	f := a.view(cmd, func(s *selection) (*table.Tree, error) {
		topic, err := a.topics(s.library, strings.Split(s.args[0], ","))
		if err != nil {
			return nil, err
		}
		within, err := s.within()
		if err != nil {
			return nil, err
		}
		hs := compare.Histories(s.view, topic)
		outside := func(e compare.Entry) bool { return !within(e.Date) }
		for i := range hs {
			hs[i].Entries, hs[i].Undated = slices.DeleteFunc(hs[i].Entries, outside), slices.DeleteFunc(hs[i].Undated, outside)
		}
		hs = slices.DeleteFunc(hs, func(h compare.History) bool { return len(h.Entries)+len(h.Undated) == 0 })
		return table.FromHistories(s.view, hs), nil
	})
	f.dayFlags(cmd)
	return cmd
}
