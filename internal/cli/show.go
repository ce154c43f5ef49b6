package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/plan"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

func (a *app) show() *cobra.Command {
	var ev *evidence
	sources := "full"
	cmd := &cobra.Command{
		Use:   "show VERSION [TOPIC | POINT]",
		Short: "Show one version, position or event with its sources",
		Long: `Shows what is known of one record: its points in order, what each field holds,
every claim with its source, other copies' wordings, and claims that are not
credited. With a topic, a field or the number of a point, only that.`,
		Example: `  plandiff show us-28
  plandiff show us-28 21
  plandiff show geneva-19 army-size
  plandiff show russia-earlier-limit`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usage("for example plandiff show us-28 21", "show takes a version and at most one topic or point, %d given", len(args))
			}
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, prefix string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 1 {
				return a.matching(prefix, topicIDs), cobra.ShellCompDirectiveNoFileComp
			}
			return a.completeVersions(1)(cmd, args, prefix)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.runShow(args, ev, sources) },
	}
	cmd.Flags().StringVar(&sources, "sources", "full", "`HOW` to list the sources: full, short or none")
	fixed(cmd, "sources", words(screen.SourceLists)...)
	ev = a.evidenceFlags(cmd)
	return cmd
}

func (a *app) runShow(args []string, ev *evidence, sources string) error {
	asJSON, err := a.json()
	if err != nil {
		return err
	}
	opt, err := a.options()
	if err != nil {
		return err
	}
	if err := oneOf("sources", sources, words(screen.SourceLists)...); err != nil {
		return err
	}
	lib, err := a.library()
	if err != nil {
		return err
	}
	r, err := a.version(lib, args[0])
	if err != nil {
		return err
	}
	filter, err := ev.parse(lib)
	if err != nil {
		return err
	}
	s, err := compare.Read(lib, r.ID, filter)
	if err != nil {
		return err
	}
	if len(args) == 2 {
		if s, err = a.choose(lib, s, args[1]); err != nil {
			return err
		}
	}
	if asJSON {
		return export.Show(a.Out, lib, s)
	}
	text := screen.RecordHead(s.Record, opt)
	return a.emit(text + screen.Single(table.FromSingle(lib, s), screen.SourceList(sources), opt))
}

// choose narrows a record to a point or to a topic.
func (a *app) choose(lib *plan.Library, s *compare.Single, what string) (*compare.Single, error) {
	number, part, ok := point(what)
	if !ok {
		onTopic, err := topics(lib, []string{what})
		if err != nil {
			return nil, err
		}
		out := s.Select(onTopic)
		out.Points = slices.DeleteFunc(slices.Clone(out.Points), func(p plan.Point) bool {
			return !slices.ContainsFunc(out.Rows, func(r compare.Row) bool {
				return slices.ContainsFunc(r.Cells[0].Claims, func(c *plan.Claim) bool { return c.Point == p.Number })
			})
		})
		return out, nil
	}
	p := s.Record.Point(number)
	if p == nil {
		return nil, usage("plandiff show "+s.Record.ID+" lists its points", "%s has no point %d that is known", s.Record.ID, number)
	}
	out := s.Select(func(r compare.Row) bool {
		return slices.ContainsFunc(r.Cells[0].Claims, func(c *plan.Claim) bool {
			return c.Point == number && (part == "" || c.Part == part)
		})
	})
	out.Points = []plan.Point{*p}
	return out, nil
}
