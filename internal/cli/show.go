package cli

import (
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

func (a *app) show() *cobra.Command {
	var f *readingFlags
	follow := false
	cmd := &cobra.Command{
		Use:   "show VERSION [TOPIC | POINT]",
		Short: "Show one version, position or event with its sources",
		Long: `Shows what is known of one record: its points in order, what each field holds,
every claim with its source, other copies' wordings, and claims that are not
credited. With a topic, a field or the number of a point, only that.`,
		Example: `  plandiff show us-28
  plandiff show us-28 21
  plandiff show us-28 21 --follow
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
		RunE: func(cmd *cobra.Command, args []string) error { return a.runShow(args, f, follow) },
	}
	f = a.readingFlags(cmd)
	cmd.Flags().BoolVar(&follow, "follow", false, "tell where a point went in every later version, and what became of its fields")
	return cmd
}

func (a *app) runShow(args []string, f *readingFlags, follow bool) error {
	r, err := a.read(f)
	if err != nil {
		return err
	}
	record, err := a.version(r.lib, args[0])
	if err != nil {
		return err
	}
	if follow {
		return a.runFollow(r, record, args[1:])
	}
	s, err := compare.Read(r.lib, record.ID, r.ev)
	if err != nil {
		return err
	}
	if len(args) == 2 {
		if s, err = a.choose(r.lib, s, args[1]); err != nil {
			return err
		}
	}
	if r.json {
		return export.Show(a.jsonOut(), r.lib, s)
	}
	return a.emit(screen.Single(table.FromSingle(r.lib, s), screen.RecordHead(s.Record, r.opt), r.sources, r.opt))
}

// runFollow tells where one point went.
func (a *app) runFollow(r reading, record *plan.Record, args []string) error {
	if len(args) != 1 {
		return usage("for example plandiff show us-28 21 --follow", "--follow needs the number of a point")
	}
	number, part, ok := point(args[0])
	if !ok || part != "" {
		return usage("for example plandiff show us-28 21 --follow", "--follow: %q is no point by its number", prose.Clean(args[0]))
	}
	if record.Point(number) == nil {
		return noPoint(record, number)
	}
	trails, hidden, err := compare.Follow(r.lib, record.ID, number, r.ev)
	if err != nil {
		return err
	}
	if r.json {
		return export.Follow(a.jsonOut(), r.lib, record, number, trails, r.ev, hidden)
	}
	t := table.FromTrails(r.lib, record, trails, r.ev, hidden)
	return a.emit(screen.Single(t, screen.PointHead(record, number, r.opt), r.sources, r.opt))
}

func noPoint(r *plan.Record, number int) error {
	return usage("plandiff show "+r.ID+" lists its points", "%s has no point %d that is known", r.ID, number)
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
		return nil, noPoint(s.Record, number)
	}
	if part != "" && !slices.Contains(p.Parts, part) {
		return nil, usage("plandiff show "+s.Record.ID+" "+strconv.Itoa(number)+" shows all of it", "%s point %d has no part %q that is known", s.Record.ID, number, part)
	}
	out := s.Select(func(r compare.Row) bool {
		return slices.ContainsFunc(r.Cells[0].Claims, func(c *plan.Claim) bool {
			return c.Point == number && (part == "" || c.Part == part)
		})
	})
	out.Points = []plan.Point{*p}
	return out, nil
}
