package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

func (a *app) matrix() *cobra.Command {
	var f *readingFlags
	fields := false
	cmd := &cobra.Command{
		Use:   "matrix [VERSION VERSION ...]",
		Short: "Survey topics by versions at a glance",
		Long: `Shows topics down and versions across, in the order of their dates, one symbol a
cell: the state of the topic's most telling field. The first version given is the
base that the others are marked against. With --fields, a line for every field.`,
		Example: `  plandiff matrix
  plandiff matrix us-28 e3-28 zelensky-20 --fields`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return usage("plandiff versions lists them", "matrix takes two or more versions, 1 given")
			}
			return nil
		},
		ValidArgsFunction: a.completeVersions(maxMatrix),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > maxMatrix {
				return usage("plandiff versions lists them", "matrix takes at most %d versions, %d given", maxMatrix, len(args))
			}
			r, err := a.read(f)
			if err != nil {
				return err
			}
			ids := r.lib.Overview
			if len(args) > 0 {
				if ids, err = a.versionIDs(r.lib, args); err != nil {
					return err
				}
			} else if len(ids) < 2 {
				return usage("plandiff versions lists them", "name the versions to survey")
			}
			m, err := compare.Survey(r.lib, ids, fields, r.ev)
			if err != nil {
				return err
			}
			if r.json {
				return export.Matrix(a.jsonOut(), m)
			}
			return a.emit(screen.Matrix(m, table.EvidenceText(r.lib, r.ev, m.Hidden), r.opt))
		},
	}
	f = a.readingFlags(cmd)
	_ = cmd.Flags().MarkHidden("sources") // symbols cite nothing
	cmd.Flags().BoolVar(&fields, "fields", false, "a line for every field")
	return cmd
}

const maxMatrix = 24
