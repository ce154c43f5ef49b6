package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/jsonout"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/table"
)

const maxMatrix = 24

func (a *app) matrix() *cobra.Command {
	var f *selectionFlags
	fields := false
	cmd := &cobra.Command{
		Use:   "matrix [VERSION VERSION ...]",
		Short: "Survey topics by versions at a glance",
		Long: `Shows topics down and versions across, in the order of their dates, one mark a
cell: that of the topic's most telling field, as in diff, and how many of its
fields are known. The first version given is the base that the others are marked
against. With --fields, a line for every field.`,
		Example: `  plandiff matrix
  plandiff matrix us-28 e3-28 zelensky-20 --fields`,
		ValidArgsFunction: a.completeVersions(maxMatrix),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.selectionOf(f)
			if err != nil {
				return err
			}
			ids, notYet, err := a.versionsOf(s.view, args, s.view.Overview, maxMatrix)
			if err != nil {
				return err
			}
			if len(ids) < 2 {
				return a.emit(tooFewPublic(s.view, notYet))
			}
			m, err := compare.Survey(s.view, ids, fields)
			if err != nil {
				return err
			}
			return a.show(s, table.FromMatrix(m), jsonout.Matrix)
		},
	}
	f = a.readingFlags(cmd)
	_ = cmd.Flags().MarkHidden("sources") // marks cite nothing
	cmd.Flags().BoolVar(&fields, "fields", false, "a line for every field")
	return cmd
}

func (a *app) history() *cobra.Command {
	var f *selectionFlags
	var days dayFlags
	cmd := &cobra.Command{
		Use:   "history FIELD | TOPIC",
		Short: "Follow one field through time, drafts, positions and proposals alike",
		Long: `Shows what every draft, position and event says of a field, or of each field of
a topic, in the order of their dates, with sources. Numbers get a bar to scale
and the step from the number before; a bar that ends in an arrow is a bound. What
bears no date stands apart and is given none.`,
		Example: `  plandiff history army-size.limit
  plandiff history znpp
  plandiff history army-size.limit --as-of 2025-11-24 --sources full`,
		Args: exactly(1, "history takes one field or topic", "for example plandiff history army-size.limit"),
		ValidArgsFunction: func(_ *cobra.Command, args []string, prefix string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return a.matching(prefix, topicIDs), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			f.topics = args
			s, err := a.selectionOf(f)
			if err != nil {
				return err
			}
			hs, err := days.keep(compare.Histories(s.view, s.topic))
			if err != nil {
				return err
			}
			return a.show(s, table.FromHistories(s.view, hs), jsonout.History)
		},
	}
	f = a.readingFlags(cmd)
	days.register(a, cmd)
	return cmd
}

// exactly refuses another number of arguments.
func exactly(n int, takes, hint string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usage(hint, "%s, %d given", takes, len(args))
		}
		return nil
	}
}

func (a *app) origin() *cobra.Command {
	var f *selectionFlags
	cmd := &cobra.Command{
		Use:   "origin VERSION [TOPIC]",
		Short: "Show where each value of a version first appeared, and who put it forward",
		Long: `For every field of a version, names the earliest draft with equal content, who
put that draft forward, and the drafts in between that are known to say something
else. A draft that is not reported on the field is named as such: it may have had
the value.`,
		Example: `  plandiff origin zelensky-20
  plandiff origin zelensky-20 army-size`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usage("for example plandiff origin zelensky-20 army-size", "origin takes a version and at most one topic, %d given", len(args))
			}
			return nil
		},
		ValidArgsFunction: a.completeVersionThenTopic,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.topics = args[1:]
			s, err := a.selectionOf(f)
			if err != nil {
				return err
			}
			v, err := a.version(s.view.Library, args[0])
			if err != nil {
				return err
			}
			o, err := compare.TraceOrigins(s.view, v.ID)
			if err != nil {
				return err
			}
			o.Contents = slices.DeleteFunc(o.Contents, func(x compare.Origin) bool { return !s.topic(x.Topic, x.Field) })
			return a.show(s, table.FromOrigins(o), jsonout.Origin)
		},
	}
	f = a.readingFlags(cmd)
	return cmd
}

func (a *app) uptake() *cobra.Command {
	var f *selectionFlags
	var kinds []string
	cmd := &cobra.Command{
		Use:   "uptake BASE PROPOSAL OUTCOME",
		Short: "Show whose wording an outcome took",
		Long: `Compares an outcome with the base it grew from and a proposal to change that
base, field by field:

  kept                 as in the base
  adopted              taken over from the proposal, and a source says so
  coincides            equal to the proposal; no source says that it was taken over
  between              a number between the two
  new                  the base had none, and it is not the proposal's
  different from both  the base had another value, and so has the proposal
  dropped by both      in the base, and gone from proposal and outcome
  open                 in brackets, or moved elsewhere
  unknown              not reported, or disputed

Shown are the fields that are neither kept nor unknown; --all shows every one.`,
		Example: `  plandiff uptake us-28 e3-28 zelensky-20
  plandiff uptake us-28 e3-28 zelensky-20 --kind coincides`,
		Args:              exactly(3, "uptake takes a base, a proposal and an outcome", "for example plandiff uptake us-28 e3-28 zelensky-20"),
		ValidArgsFunction: a.completeVersions(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			keep, err := uptakesShown(kinds, f.all)
			if err != nil {
				return err
			}
			s, err := a.selectionOf(f)
			if err != nil {
				return err
			}
			ids, err := a.versionIDs(s.view.Library, args)
			if err != nil {
				return err
			}
			u, err := compare.CompareUptake(s.view, ids[0], ids[1], ids[2])
			if err != nil {
				return err
			}
			u.Rows = slices.DeleteFunc(u.Rows, func(r compare.UptakeRow) bool { return !s.onTopic(r.Row) })
			return a.show(s, table.FromUptake(u, keep), jsonout.Uptake)
		},
	}
	f = a.readingFlags(cmd)
	f.topicFlag(a, cmd)
	cmd.Flags().StringSliceVar(&kinds, "kind", nil, "show only these `KINDS`: "+strings.Join(words(compare.Uptakes), ","))
	cmd.Flags().BoolVar(&f.all, "all", false, "show also what is kept or unknown")
	a.complete(cmd, "kind", func(*plan.Library) []string { return words(compare.Uptakes) })
	return cmd
}

func uptakesShown(kinds []string, all bool) (func(compare.Uptake) bool, error) {
	for _, k := range kinds {
		if !slices.Contains(compare.Uptakes, compare.Uptake(k)) {
			return nil, usage("allowed: "+strings.Join(words(compare.Uptakes), ", "), "--kind: %q is not known", prose.Clean(k))
		}
	}
	return func(k compare.Uptake) bool {
		if len(kinds) > 0 {
			return slices.Contains(kinds, string(k))
		}
		return all || k != compare.Kept && k != compare.NotKnown
	}, nil
}

func (a *app) align() *cobra.Command {
	var f *selectionFlags
	cmd := &cobra.Command{
		Use:   "align VERSION VERSION | FILE FILE",
		Short: "Show which points of two versions correspond, why, and how sure that is",
		Long: `A number is no identity: drafts renumber, split and join their points. Links are
those that the records write down, directly or by way of a third version, and for
other points the fields that they share. Points without a counterpart are deleted
or inserted where the other text is known, and unknown where it is not.`,
		Example: `  plandiff align us-28 zelensky-20
  plandiff align us-28 e3-28 --long`,
		Args:              exactly(2, "align takes two versions", "for example plandiff align us-28 zelensky-20"),
		ValidArgsFunction: a.completeVersions(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if a.documentsAlone(args) {
				return a.alignDocuments(f, args)
			}
			s, err := a.selectionOf(f)
			if err != nil {
				return err
			}
			ids, err := a.versionIDs(s.view.Library, args)
			if err != nil {
				return err
			}
			if docs := keptWordings(s.view, ids); docs != nil {
				return a.showMatching(s, docs, curatedLinks(s.view, ids[0], ids[1]))
			}
			al, err := compare.Align(s.view, ids[0], ids[1])
			if err != nil {
				return err
			}
			return a.show(s, table.FromAlignment(s.view, al), jsonout.Align)
		},
	}
	f = a.readingFlags(cmd)
	_ = cmd.Flags().MarkHidden("sources") // links cite records
	cmd.Flags().BoolVar(&f.long, "long", false, "say why points are linked")
	return cmd
}
