package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"plandiff/internal/plan"
	"plandiff/internal/table"
)

func (a *app) versions() *cobra.Command {
	kind, kinds := "draft", []string{"draft", "position", "event", "all"}
	cmd := &cobra.Command{
		Use:   "versions",
		Short: "List the drafts: date, points, how well known",
		Long: `Lists the drafts by date, a line each, with the number of points and how well
each is known; --long adds who put it forward and the names that sources use.
Positions and proposals that are no drafts, and events, are listed with --kind.`,
		Example: `  plandiff versions
  plandiff versions --long
  plandiff versions --kind event
  plandiff versions --kind all --format json`,
		Args:    noArgs,
		PreRunE: func(*cobra.Command, []string) error { return oneOf("kind", kind, kinds...) },
	}
	f := a.view(cmd, func(s *selection) (*table.Tree, error) {
		within, err := s.within()
		if err != nil {
			return nil, err
		}
		var records []*plan.Record
		for _, k := range []plan.RecordKind{plan.Draft, plan.Position, plan.Event} {
			if kind == "all" || kind == string(k) {
				records = append(records, s.view.OfKind(k)...)
			}
		}
		records = slices.DeleteFunc(records, func(r *plan.Record) bool {
			return !within(r.Date) || r.Kind != plan.Draft && !s.view.Named(r)
		})
		if !s.form.Long {
			s.form.Sources = table.NoSources // the details cite them
		}
		return table.FromRecords(s.view, records), nil
	})
	_ = cmd.Flags().MarkHidden("sources")
	f.dayFlags(cmd)
	cmd.Flags().StringVar(&kind, "kind", "draft", "`KIND` of record: draft, position, event or all")
	cmd.Flags().BoolVar(&f.form.Long, "long", false, "add who put each forward, its names, and what it follows")
	fixed(cmd, "kind", kinds...)
	return cmd
}
