package cli

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/jsonout"
	"plandiff/internal/search"
	"plandiff/internal/table"
)

// hitsShown is how many hits a screen lists; JSON has all.
const hitsShown = 60

func (a *app) search() *cobra.Command {
	var f *selectionFlags
	var only search.Filter
	cmd := &cobra.Command{
		Use:   "search WORDS",
		Short: "Find claims, phrases, titles, notes and sources by their words",
		Long: `Ranks every claim, record and source that has the words, in any of their forms, and
says where each is found. A word counts more, the fewer fields have it.`,
		Example: `  plandiff search frozen assets
  plandiff search "elections within 100 days" --version us-28
  plandiff search territory --by rubio
  plandiff search army --publisher reuters --value 800,000`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runSearch(args, f, only) },
	}
	f = a.readingFlags(cmd)
	f.asks = true
	_ = cmd.Flags().MarkHidden("sources")
	fl := cmd.Flags()
	fl.StringSliceVar(&only.Versions, "version", nil, "search only these `VERSIONS`, with commas")
	fl.StringSliceVar(&only.Topics, "topic", nil, "search only these `TOPICS` or fields, with commas")
	fl.StringVar(&only.By, "by", "", "only what this `PERSON` says")
	fl.StringVar(&only.Publisher, "publisher", "", "only what this `OUTLET` has")
	fl.StringVar(&only.Value, "value", "", "only claims with this `VALUE`")
	return cmd
}

func (a *app) runSearch(args []string, f *selectionFlags, only search.Filter) error {
	words := strings.Join(args, " ")
	if strings.TrimSpace(words+only.By+only.Publisher+only.Value) == "" {
		return usage("for example plandiff search frozen assets", "search needs words")
	}
	s, err := a.selectionOf(f)
	if err != nil {
		return err
	}
	for i, name := range only.Versions {
		r, err := a.version(s.view.Library, name)
		if err != nil {
			return err
		}
		only.Versions[i] = r.ID
	}
	if len(only.Topics) > 0 {
		on, err := topics(s.library, only.Topics)
		if err != nil {
			return err
		}
		only.Topics = fieldIDs(s.library, on)
	}
	hits := search.New(s.view.Library, true).Find(words, only)
	shown := hits
	if !s.json {
		shown = hits[:min(len(hits), hitsShown)]
		s.form.Sources = table.NoSources
	}
	t := table.FromHits(s.view, shown)
	if len(shown) < len(hits) {
		t.Foot = append(t.Foot, table.Plain("There is more: --format json has all of it; --version, --topic, --by and --value narrow the search."))
	}
	return a.show(s, t, func(w io.Writer, t *table.Tree) error { return jsonout.Search(w, words, hits, t) })
}
