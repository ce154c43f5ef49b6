package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/export"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/screen"
)

func (a *app) versions() *cobra.Command {
	kind := "draft"
	cmd := &cobra.Command{
		Use:   "versions",
		Short: "List what there is: date, by whom, how well known, points",
		Long: `Lists the drafts by date, with the number of points, how well each is known, and
the names people use for it. Positions and proposals that are no drafts, and
events, are listed with --kind.`,
		Example: `  plandiff versions
  plandiff versions --kind position
  plandiff versions --kind all --format json`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("kind", kind, "draft", "position", "event", "all"); err != nil {
				return err
			}
			r, err := a.read(nil)
			if err != nil {
				return err
			}
			var records []*plan.Record
			for _, k := range [3]plan.RecordKind{plan.Draft, plan.Position, plan.Event} {
				if kind == "all" || kind == string(k) {
					records = append(records, r.lib.OfKind(k)...)
				}
			}
			if r.json {
				return export.Versions(a.jsonOut(), records)
			}
			return a.emit(screen.Versions(records, r.opt))
		},
	}
	cmd.Flags().StringVar(&kind, "kind", "draft", "`KIND` of record: draft, position, event or all")
	fixed(cmd, "kind", "draft", "position", "event", "all")
	return cmd
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("plandiff "+cmd.Name()+" --help shows how it is used", "%s takes no arguments, %q given", cmd.Name(), prose.Clean(args[0]))
	}
	return nil
}
