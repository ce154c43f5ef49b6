package cli

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/table"
)

func (a *app) showRecord() *cobra.Command {
	follow := false
	cmd := &cobra.Command{
		Use:   "show VERSION [TOPIC | POINT]",
		Short: "Show one version, position or event with its sources",
		Long: `Shows what is known of one record: its points in order, what each field holds,
every claim with its source, other copies' wordings, and claims that are not
relied on. With a topic, fields with commas, or the number of a point, only that;
of a topic or a field also what is known to be absent.`,
		Example: `  plandiff show us-28
  plandiff show us-28 21
  plandiff show us-28 21 --follow
  plandiff show geneva-19 army-size
  plandiff show russia-earlier-limit`,
		Args:              between(1, 2, "show takes a version and at most one topic or point", "for example plandiff show us-28 21"),
		ValidArgsFunction: a.completeArgs(recordIDs, topicIDs),
	}
	a.view(cmd, func(s *selection) (*table.Tree, error) {
		record, err := a.version(s.view.Library, s.args[0])
		if err != nil {
			return nil, err
		}
		if follow {
			return followed(s.view, record, s.args[1:])
		}
		single, err := compare.Read(s.view, record.ID)
		if err == nil && len(s.args) == 2 {
			single, err = a.choose(s.library, single, s.args[1])
		}
		return laid(table.FromRecord)(single, err)
	})
	cmd.Flags().BoolVar(&follow, "follow", false, "show where a point went in every later version, and what became of its fields")
	return cmd
}

// followed is where a point went, whose number the arguments give.
func followed(v *evidence.View, record *plan.Record, args []string) (*table.Tree, error) {
	hint := "for example plandiff show " + record.ID + " 1 --follow"
	if len(args) == 0 {
		return nil, usage(hint, "--follow needs the number of a point")
	}
	number, part, ok := point(args[0])
	if !ok || part != "" {
		return nil, usage(hint, "--follow: %q is not the number of a point", prose.Clean(args[0]))
	}
	if record.Point(number) == nil {
		return nil, noPoint(record, number)
	}
	return laid(table.FromTrails)(compare.Follow(v, record.ID, number))
}

func noPoint(r *plan.Record, number int) error {
	return usage("plandiff show "+r.ID+" lists its points", "%s has no point %d that is known", r.ID, number)
}

func (a *app) choose(lib *plan.Library, s *compare.RecordReading, what string) (*compare.RecordReading, error) {
	if i := slices.IndexFunc(s.Record.Points, func(p plan.Point) bool { return p.Label != "" && strings.EqualFold(p.Label, what) }); i >= 0 {
		return s.AtPoint(s.Record.Points[i], ""), nil
	}
	number, part, ok := point(what)
	if !ok {
		topic, err := a.topics(lib, strings.Split(what, ","))
		if err != nil {
			return nil, err
		}
		return s.About(topic), nil
	}
	p := s.Record.Point(number)
	if p == nil {
		return nil, noPoint(s.Record, number)
	}
	if part != "" && !slices.Contains(p.Parts, part) {
		return nil, usage("plandiff show "+s.Record.ID+" "+strconv.Itoa(number)+" shows all of it", "%s point %d has no part %q that is known", s.Record.ID, number, part)
	}
	return s.AtPoint(*p, part), nil
}
