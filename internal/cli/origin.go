package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

func (a *app) origin() *cobra.Command {
	var f *readingFlags
	cmd := &cobra.Command{
		Use:   "origin VERSION [TOPIC]",
		Short: "Show where each value of a version first appeared, and who put it forward",
		Long: `For every field of a version, names the earliest draft with the same value, unit
and qualifiers, who put that draft forward, and the drafts in between that are
known to say something else. A draft that is not reported on the field is named
as such: it may have had the value.`,
		Example: `  plandiff origin zelensky-20
  plandiff origin zelensky-20 army-size`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usage("for example plandiff origin zelensky-20 army-size", "origin takes a version and at most one topic, %d given", len(args))
			}
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, prefix string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 1 {
				return a.matching(prefix, topicIDs), cobra.ShellCompDirectiveNoFileComp
			}
			return a.completeVersions(1)(cmd, args, prefix)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := a.read(f)
			if err != nil {
				return err
			}
			v, err := a.version(r.lib, args[0])
			if err != nil {
				return err
			}
			keep, err := topics(r.lib, args[1:])
			if err != nil {
				return err
			}
			os, version, hidden := compare.Origins(r.lib, v.ID, r.ev)
			os = slices.DeleteFunc(os, func(o compare.Origin) bool { return !keep(compare.Row{Topic: o.Topic, Field: o.Field}) })
			if r.json {
				return export.Origin(a.jsonOut(), r.lib, version, os, r.ev, hidden)
			}
			t := table.FromOrigins(r.lib, version, os, r.ev, hidden)
			return a.emit(screen.Single(t, screen.RecordHead(version, r.opt), r.sources, r.opt))
		},
	}
	f = a.readingFlags(cmd)
	return cmd
}
