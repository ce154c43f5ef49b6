package cli

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/table"
)

func (a *app) sources() *cobra.Command {
	version, publisher, weak := "", "", false
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
	}
	f := a.view(cmd, func(s *selection) (*table.Tree, error) {
		cited := compare.Citations(s.view)
		if len(s.args) == 1 {
			i := slices.IndexFunc(cited, func(c compare.Cited) bool { return c.Source.ID == s.args[0] })
			if i < 0 {
				return nil, usage(sourceHint(s.view.Library, s.args[0], "plandiff sources lists them"), "there is no source %q", prose.Clean(s.args[0]))
			}
			s.form.Long = true
			return table.FromCitations(s.view, cited[i:i+1], true), nil
		}
		id := ""
		if version != "" {
			r, err := a.version(s.view.Library, version)
			if err != nil {
				return nil, err
			}
			id = r.ID
		}
		publisher = prose.Fold(prose.Clean(publisher))
		return table.FromCitations(s.view, slices.DeleteFunc(cited, func(c compare.Cited) bool {
			return weak && !c.Source.LowReliability || !strings.Contains(prose.Fold(c.Source.Publisher), publisher) ||
				id != "" && !slices.ContainsFunc(c.Uses, func(u compare.Citation) bool { return u.Record.ID == id })
		}), false), nil
	})
	_ = cmd.Flags().MarkHidden("sources")
	cmd.Flags().StringVar(&version, "version", "", "only cards that claims about this `VERSION` rest on")
	cmd.Flags().StringVar(&publisher, "publisher", "", "only cards of publishers with this `NAME` in theirs")
	cmd.Flags().BoolVar(&weak, "weak", false, "only weak sources")
	cmd.Flags().BoolVar(&f.form.Long, "long", false, "add title, address and what each attests")
	a.complete(cmd, "version", recordIDs)
	return cmd
}

const mostBegin = 6

// sourceHint says which source may be meant; otherwise where none is near.
func sourceHint(lib *plan.Library, id, otherwise string) string {
	if _, err := strconv.Atoi(id); err == nil {
		return "a number is one of the list below a comparison; give the ID at the end of its line there"
	}
	begin := slices.DeleteFunc(sourceIDs(lib), func(s string) bool { return id == "" || !strings.HasPrefix(s, strings.ToLower(id)) })
	more := ""
	if len(begin) > mostBegin {
		begin, more = begin[:mostBegin], ", ..."
	}
	if len(begin) > 0 {
		return "did you mean " + strings.Join(begin, ", ") + more + "?"
	}
	return cmp.Or(didYouMean(id, sourceIDs(lib)), otherwise)
}

func sourceIDs(lib *plan.Library) []string {
	return pick.Each(lib.Sources, func(s *plan.Source) string { return s.ID })
}
