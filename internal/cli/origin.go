package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

func (a *app) origin() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "origin VERSION [TOPIC]",
		Short: "Show where each value of a version first appeared",
		Long: `For every field of a version, names the earliest draft with equal content, who
put that draft forward, and the drafts in between that are known to say something
else. Drafts of which nothing is reported on the field are named too: they may
have had the value.`,
		Example: `  plandiff origin zelensky-20
  plandiff origin zelensky-20 army-size`,
		Args:              between(1, 2, "origin takes a version and at most one topic", "for example plandiff origin zelensky-20 army-size"),
		ValidArgsFunction: a.completeArgs(recordIDs, topicIDs),
	}
	a.view(cmd, func(s *selection) (*table.Tree, error) {
		topic, err := a.topics(s.library, s.args[1:])
		if err != nil {
			return nil, err
		}
		v, err := a.version(s.view.Library, s.args[0])
		if err != nil {
			return nil, err
		}
		return laid(originsOn(topic))(compare.TraceOrigins(s.view, v.ID))
	})
	return cmd
}

// originsOn lays out origins on the topics chosen.
func originsOn(topic func(*plan.Topic, *plan.Field) bool) func(*compare.Origins) *table.Tree {
	return func(o *compare.Origins) *table.Tree {
		o.Contents = slices.DeleteFunc(o.Contents, func(x compare.Origin) bool { return !topic(x.Topic, x.Field) })
		return table.FromOrigins(o)
	}
}
