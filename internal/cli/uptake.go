package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

func (a *app) uptake() *cobra.Command {
	var kinds []string
	cmd := &cobra.Command{
		Use:   "uptake BASE PROPOSAL OUTCOME",
		Short: "Show whose wording an outcome took",
		Long: `Compares an outcome with the base it grew from and a proposal to change that
base, field by field:

  kept                 as in the base
  adopted              taken over from the proposal, and a source says so
  coincides            equal to the proposal; no source says that it was taken over
  between              a number between the two
  new                  the base had none, and it is not the proposal's
  different from both  the base had another value, and so has the proposal
  dropped by both      in the base, and gone from proposal and outcome
  open                 in brackets, or moved elsewhere
  unknown              not reported, or disputed

Shown are the fields that are neither kept nor unknown; --all shows every one.`,
		Example: `  plandiff uptake us-28 e3-28 zelensky-20
  plandiff uptake us-28 e3-28 zelensky-20 --kind coincides`,
		Args:              exactly(3, "uptake takes a base, a proposal and an outcome", "for example plandiff uptake us-28 e3-28 zelensky-20"),
		ValidArgsFunction: a.completeVersions(3),
		PreRunE:           func(*cobra.Command, []string) error { return allOf("kind", kinds, words(compare.Uptakes)) },
	}
	f := a.view(cmd, func(s *selection) (*table.Tree, error) {
		ids, err := a.versionIDs(s.view.Library, s.args)
		if err != nil {
			return nil, err
		}
		u, err := compare.CompareUptake(s.view, ids[0], ids[1], ids[2])
		if err != nil {
			return nil, err
		}
		u.Rows = slices.DeleteFunc(u.Rows, func(r compare.UptakeRow) bool { return !s.onTopic(r.Row) })
		return table.FromUptake(u, func(k compare.Uptake) bool {
			if len(kinds) > 0 {
				return slices.Contains(kinds, string(k))
			}
			return s.all || k != compare.Kept && k != compare.NotKnown
		}), nil
	})
	f.topicFlag(a, cmd)
	cmd.Flags().StringSliceVar(&kinds, "kind", nil, "show only these `KINDS`: "+strings.Join(words(compare.Uptakes), ","))
	cmd.Flags().BoolVar(&f.all, "all", false, "show also what is kept or unknown")
	a.complete(cmd, "kind", func(*plan.Library) []string { return words(compare.Uptakes) })
	return cmd
}
