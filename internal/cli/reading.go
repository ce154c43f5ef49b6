package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/screen"
)

// reading is what every command that reads records sets up first: form of the
// output, library, evidence.
type reading struct {
	json    bool
	opt     screen.Options
	lib     *plan.Library
	ev      compare.Evidence
	sources screen.SourceList
}

// readingFlags are the flags behind it.
type readingFlags struct {
	evidence *evidence
	sources  string
}

func (a *app) readingFlags(cmd *cobra.Command) *readingFlags {
	f := &readingFlags{evidence: a.evidenceFlags(cmd)}
	cmd.Flags().StringVar(&f.sources, "sources", "full", "`HOW` to list the sources: full, short or none")
	fixed(cmd, "sources", words(screen.SourceLists)...)
	return f
}

// read carries the flags out; none are given by commands that take all
// evidence. Flags are checked before anything is loaded.
func (a *app) read(f *readingFlags) (reading, error) {
	if f == nil {
		f = &readingFlags{evidence: &evidence{}, sources: string(screen.NoSources)}
	}
	var r reading
	var err error
	if r.json, err = a.json(); err != nil {
		return r, err
	}
	if r.opt, err = a.options(); err != nil {
		return r, err
	}
	if err = oneOf("sources", f.sources, words(screen.SourceLists)...); err != nil {
		return r, err
	}
	r.sources = screen.SourceList(f.sources)
	if r.lib, err = a.library(); err != nil {
		return r, err
	}
	r.ev, err = f.evidence.parse(r.lib)
	return r, err
}
