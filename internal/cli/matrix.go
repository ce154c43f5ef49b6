package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/table"
)

const maxMatrix = 24

func (a *app) matrix() *cobra.Command {
	fields := false
	cmd := &cobra.Command{
		Use:   "matrix [VERSION VERSION ...]",
		Short: "Show all topics and versions on one page",
		Long: `Shows topics down and versions across, in the order of their dates, one mark a
cell: that of the topic's most telling field, as in diff, and how many of its
fields are known. The first version given is the base that the others are marked
against. With --fields, a line for every field.`,
		Example: `  plandiff matrix
  plandiff matrix us-28 e3-28 zelensky-20 --fields`,
		ValidArgsFunction: a.completeVersions(maxMatrix),
	}
	a.view(cmd, func(s *selection) (*table.Tree, error) {
		ids, err := a.versionsOf(s.view, s.args, s.view.Overview, maxMatrix)
		if err != nil {
			return nil, err
		}
		return laid(table.FromMatrix)(compare.Survey(s.view, ids, fields))
	})
	_ = cmd.Flags().MarkHidden("sources") // marks cite nothing
	cmd.Flags().BoolVar(&fields, "fields", false, "a line for every field")
	return cmd
}
