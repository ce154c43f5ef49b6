package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"plandiff/internal/jsonout"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

func (a *app) versions() *cobra.Command {
	kind := "draft"
	var f *selectionFlags
	var days dayFlags
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
		Args: noArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("kind", kind, "draft", "position", "event", "all"); err != nil {
				return err
			}
			s, err := a.selectionOf(f)
			if err != nil {
				return err
			}
			var records []*plan.Record
			for _, k := range [3]plan.RecordKind{plan.Draft, plan.Position, plan.Event} {
				if kind == "all" || kind == string(k) {
					records = append(records, s.view.OfKind(k)...)
				}
			}
			if !f.long {
				s.form.Sources = table.NoSources // the details cite them
			}
			from, to, err := days.span(s.view.Library)
			if err != nil {
				return err
			}
			records = slices.DeleteFunc(records, func(r *plan.Record) bool { return !within(r.Date, from, to) })
			records = slices.DeleteFunc(records, func(r *plan.Record) bool { return r.Kind != plan.Draft && !s.view.Named(r) })
			return a.show(s, table.FromRecords(s.view, records), jsonout.Write)
		},
	}
	f = a.readingFlags(cmd)
	_ = cmd.Flags().MarkHidden("sources")
	days.register(a, cmd)
	cmd.Flags().StringVar(&kind, "kind", "draft", "`KIND` of record: draft, position, event or all")
	cmd.Flags().BoolVar(&f.long, "long", false, "add who put each forward, its names, and what it follows")
	fixed(cmd, "kind", "draft", "position", "event", "all")
	return cmd
}
