package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

func (a *app) align() *cobra.Command {
	var f *readingFlags
	cmd := &cobra.Command{
		Use:   "align VERSION VERSION",
		Short: "Show which points of two versions correspond, why, and how sure that is",
		Long: `A number is no identity: drafts renumber, split and join their points. Links are
those that the records write down, directly or by way of a third version, and for
other points the fields that they share. Points without a counterpart are deleted
or inserted where the other text is known, and unknown where it is not.`,
		Example: `  plandiff align us-28 zelensky-20
  plandiff align us-28 e3-28 --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usage("for example plandiff align us-28 zelensky-20", "align takes two versions, %d given", len(args))
			}
			return nil
		},
		ValidArgsFunction: a.completeVersions(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := a.read(f)
			if err != nil {
				return err
			}
			ids, err := a.versionIDs(r.lib, args)
			if err != nil {
				return err
			}
			al, err := compare.Align(r.lib, ids[0], ids[1], r.ev)
			if err != nil {
				return err
			}
			_, hidden := r.ev.Filter(r.lib, ids)
			if r.json {
				return export.Align(a.jsonOut(), al, r.ev, hidden)
			}
			return a.emit(screen.Alignment(al, table.EvidenceText(r.lib, r.ev, hidden), r.opt))
		},
	}
	f = a.readingFlags(cmd)
	_ = cmd.Flags().MarkHidden("sources") // links cite records
	return cmd
}
