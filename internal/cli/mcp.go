package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/evidence"
	"plandiff/internal/mcp"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

func (a *app) mcp() *cobra.Command {
	return &cobra.Command{
		Use:   "mcp",
		Short: "Give the facts to an assistant, over standard input and output",
		Long: `Serves the Model Context Protocol over standard input and output: an assistant
that starts this command can ask for versions, find, show, diff, history, sources
and search, and gets states, values and sources. It reads the shipped records and
the workspace given at the start, and no other file; it writes nothing and fetches
nothing. It ends with the input. How clients start it: plandiff help assistants.`,
		Example: `  plandiff mcp
  plandiff mcp --workspace ~/drafts`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			lib, err := a.withWords()
			if err != nil {
				return err
			}
			return writing(mcp.Serve(context.Background(), lib, spoken(), mcp.Program{Version: build()}, a.In, a.Out))
		},
	}
}

// spoken are the rules of the command line for names and filters.
func spoken() mcp.Names {
	return mcp.Names{
		Version: func(lib *plan.Library, name string) (*plan.Record, string, error) {
			r, note, err := version(lib, name)
			if err != nil && isPath(lib, name) {
				err = usage("no file is read; the tool versions lists what there is", "there is no version %q", prose.Clean(name))
			}
			return r, note, err
		},
		Topics: topics,
		Filter: func(lib *plan.Library, sources, bases []string, asOf string) (evidence.Filter, error) {
			f, err := (&evidenceFlags{sources: strings.Join(sources, ","), basis: strings.Join(bases, ","), asOf: asOf}).parse(lib)
			if err != nil {
				err = errors.New(strings.NewReplacer("--only-sources", "only_sources", "--basis", "basis", "--as-of", "as_of").Replace(err.Error()))
			}
			return f, err
		},
	}
}
