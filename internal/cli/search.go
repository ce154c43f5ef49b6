package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/search"
	"plandiff/internal/table"
)

// hitsShown is how many hits a screen lists; JSON has all.
const hitsShown = 60

func (a *app) search() *cobra.Command {
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
		Args: func(_ *cobra.Command, args []string) error {
			words := strings.TrimSpace(strings.Join(args, "") + only.By + only.Publisher + only.Value)
			return refused(words == "", "for example plandiff search frozen assets", "search needs words")
		},
	}
	f := a.view(cmd, func(s *selection) (*table.Tree, error) { return a.found(s, only) })
	f.asks = true
	_ = cmd.Flags().MarkHidden("sources")
	fl := cmd.Flags()
	fl.StringSliceVar(&only.Versions, "version", nil, "search only these `VERSIONS`, with commas")
	fl.StringSliceVar(&f.topics, "topic", nil, "search only these `TOPICS` or fields, with commas")
	fl.StringVar(&only.By, "by", "", "only what this `PERSON` says; of several, with commas")
	fl.StringVar(&only.Publisher, "publisher", "", "only what this `OUTLET` has")
	fl.StringVar(&only.Value, "value", "", "only claims with this `VALUE`")
	return cmd
}

func (a *app) found(s *selection, only search.Filter) (*table.Tree, error) {
	for i, name := range only.Versions {
		r, err := a.version(s.view.Library, name)
		if err != nil {
			return nil, err
		}
		only.Versions[i] = r.ID
	}
	if len(s.topics) > 0 {
		for t, f := range s.library.Fields() {
			if s.topic(t, f) {
				only.Topics = append(only.Topics, f.ID)
			}
		}
	}
	words := strings.Join(s.args, " ")
	hits := search.WithCards(s.view.Library).Find(words, only)
	s.form.Sources = table.NoSources
	t := table.FromHits(s.view, words, hits, hitsShown)
	if len(hits) > hitsShown {
		t.Foot = append(t.Foot, table.Plain("There is more: --format json has all of it; --version, --topic, --by and --value narrow the search."))
	}
	return t, nil
}
