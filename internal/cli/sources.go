package cli

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/jsonout"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/table"
)

// sourceFlags choose among the cards.
type sourceFlags struct {
	version, publisher string
	weak               bool
}

func (a *app) sources() *cobra.Command {
	var f *selectionFlags
	var only sourceFlags
	cmd := &cobra.Command{
		Use:   "sources [ID]",
		Short: "List the sources, or show one with all that rests on it",
		Long: `Lists the cards of all sources, the founding documents first, a line each; --long
adds title, address, what a source attests and which report it repeats. With an
ID, that card in full, with every claim that rests on it. plandiff help evidence
says what a basis is, how sources are counted, and how to admit fewer of them.`,
		Example: `  plandiff sources --version e3-28
  plandiff sources --publisher reuters --long
  plandiff sources --weak
  plandiff sources rferl-2025-11-26`,
		Args:              between(0, 1, "sources takes at most one ID", "for example plandiff sources rferl-2025-11-26"),
		ValidArgsFunction: a.completeArgs(sourceIDs),
		RunE:              func(cmd *cobra.Command, args []string) error { return a.runSources(f, only, args) },
	}
	f = a.readingFlags(cmd)
	_ = cmd.Flags().MarkHidden("sources")
	cmd.Flags().StringVar(&only.version, "version", "", "only cards that claims about this `VERSION` rest on")
	cmd.Flags().StringVar(&only.publisher, "publisher", "", "only cards of publishers with this `NAME` in theirs")
	cmd.Flags().BoolVar(&only.weak, "weak", false, "only weak sources")
	cmd.Flags().BoolVar(&f.long, "long", false, "add title, address and what each attests")
	a.complete(cmd, "version", recordIDs)
	return cmd
}

func (a *app) runSources(f *selectionFlags, only sourceFlags, args []string) error {
	s, err := a.selectionOf(f)
	if err != nil {
		return err
	}
	cited := compare.Citations(s.view)
	if len(args) == 1 {
		i := slices.IndexFunc(cited, func(c compare.Cited) bool { return c.Source.ID == args[0] })
		if i < 0 {
			return unknownSource(s.view.Library, args[0])
		}
		s.form.Long = true
		return a.show(s, table.FromCitations(s.view, cited[i:i+1], true), jsonout.Write)
	}
	version := ""
	if only.version != "" {
		r, err := a.version(s.view.Library, only.version)
		if err != nil {
			return err
		}
		version = r.ID
	}
	cited = slices.DeleteFunc(cited, func(c compare.Cited) bool { return !only.wants(c, version) })
	return a.show(s, table.FromCitations(s.view, cited, false), jsonout.Write)
}

func (f sourceFlags) wants(c compare.Cited, version string) bool {
	return (!f.weak || c.Source.LowReliability) &&
		(f.publisher == "" || strings.Contains(prose.Fold(c.Source.Publisher), prose.Fold(prose.Clean(f.publisher)))) &&
		(version == "" || slices.ContainsFunc(c.Uses, func(u compare.Citation) bool { return u.Record.ID == version }))
}

func unknownSource(lib *plan.Library, id string) error {
	return usage(sourceHint(lib, id), "there is no source %q", prose.Clean(id))
}

// mostBegin is how many IDs a hint lists.
const mostBegin = 6

// sourceHint says which source may be meant.
func sourceHint(lib *plan.Library, id string) string {
	if _, err := strconv.Atoi(id); err == nil {
		return "a number is one of the list below a comparison; give the ID at the end of its line there"
	}
	var begin []string
	for _, s := range sourceIDs(lib) {
		if id != "" && strings.HasPrefix(s, strings.ToLower(id)) {
			begin = append(begin, s)
		}
	}
	more := ""
	if len(begin) > mostBegin {
		begin, more = begin[:mostBegin], ", ..."
	}
	if len(begin) > 0 {
		return "did you mean " + strings.Join(begin, ", ") + more + "?"
	}
	if hint := didYouMean(id, sourceIDs(lib)); hint != "" {
		return hint
	}
	return "plandiff sources lists them"
}

func sourceIDs(lib *plan.Library) []string {
	out := make([]string, len(lib.Sources))
	for i, s := range lib.Sources {
		out[i] = s.ID
	}
	return out
}
