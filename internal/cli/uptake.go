package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

func (a *app) uptake() *cobra.Command {
	var f *readingFlags
	var names, kinds []string
	all := false
	cmd := &cobra.Command{
		Use:   "uptake BASE PROPOSAL OUTCOME",
		Short: "Show whose wording an outcome took",
		Long: `Compares an outcome with the base it grew from and a proposal to change that
base, field by field:

  kept             as in the base
  adopted          taken over from the proposal, and a source says so
  coincides        equal to the proposal; no source says that it was taken over
  between          a number between the two
  new              as in neither
  dropped by both  in the base, and gone from proposal and outcome
  open             in brackets, or moved elsewhere
  unknown          not reported, or disputed

Shown are the fields that are neither kept nor unknown; --all shows every one.`,
		Example: `  plandiff uptake us-28 e3-28 zelensky-20
  plandiff uptake us-28 e3-28 zelensky-20 --kind coincides`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 3 {
				return usage("for example plandiff uptake us-28 e3-28 zelensky-20", "uptake takes a base, a proposal and an outcome, %d given", len(args))
			}
			return nil
		},
		ValidArgsFunction: a.completeVersions(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, k := range kinds {
				if !slices.Contains(compare.Uptakes, compare.Uptake(k)) {
					return usage("allowed: "+strings.Join(words(compare.Uptakes), ", "), "--kind: %q is not known", prose.Clean(k))
				}
			}
			r, err := a.read(f)
			if err != nil {
				return err
			}
			ids, err := a.versionIDs(r.lib, args)
			if err != nil {
				return err
			}
			keep, err := topics(r.lib, names)
			if err != nil {
				return err
			}
			u, err := compare.TakeUp(r.lib, ids[0], ids[1], ids[2], r.ev)
			if err != nil {
				return err
			}
			u.Rows = slices.DeleteFunc(u.Rows, func(row compare.UptakeRow) bool { return !keep(row.Row) })
			shown := *u
			shown.Rows = slices.DeleteFunc(slices.Clone(u.Rows), func(row compare.UptakeRow) bool { return !showUptake(row.Kind, kinds, all) })
			if r.json {
				return export.Uptake(a.jsonOut(), r.lib, u, &shown)
			}
			t := table.FromUptake(r.lib, u, &shown)
			return a.emit(screen.Table(t, screen.Fits(3, r.opt.Width), r.sources, r.opt))
		},
	}
	f = a.readingFlags(cmd)
	cmd.Flags().StringSliceVar(&names, "topic", nil, "show only these `TOPICS` or fields, with commas")
	cmd.Flags().StringSliceVar(&kinds, "kind", nil, "show only these `KINDS`: "+strings.Join(words(compare.Uptakes), ","))
	cmd.Flags().BoolVar(&all, "all", false, "show also what is kept or unknown")
	a.complete(cmd, "kind", func(*plan.Library) []string { return words(compare.Uptakes) })
	a.complete(cmd, "topic", func(lib *plan.Library) []string { return topicIDs(lib) })
	return cmd
}

func showUptake(k compare.Uptake, kinds []string, all bool) bool {
	if len(kinds) > 0 {
		return slices.Contains(kinds, string(k))
	}
	return all || k != compare.Kept && k != compare.NotKnown
}
