package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/intake"
	"plandiff/internal/jsonout"
	"plandiff/internal/plan"
	"plandiff/internal/redline"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

// documentEndings are the endings of files that are read as documents.
var documentEndings = []string{".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf"}

// isPath reports whether an argument is the path of a document: it has a
// separator or a known ending. An ID or a name of a record wins over it.
func isPath(lib *plan.Library, arg string) bool {
	if lib != nil && (lib.Record(arg) != nil || named(lib, arg) != nil) {
		return false
	}
	return strings.ContainsAny(arg, `/\`) || slices.Contains(documentEndings, strings.ToLower(filepath.Ext(arg)))
}

// allPaths reports whether every argument looks like a document; the records
// need not be loaded then.
func allPaths(args []string) bool {
	return len(args) > 1 && !slices.ContainsFunc(args, func(a string) bool { return !isPath(nil, a) })
}

// documentsAlone reports whether all arguments are documents, and none the ID or
// the name of a record. Records that cannot be read name nothing.
func (a *app) documentsAlone(args []string) bool {
	if !allPaths(args) {
		return false
	}
	lib, err := a.library()
	return err != nil || !slices.ContainsFunc(args, func(arg string) bool { return !isPath(lib, arg) })
}

// intakeOptions keep the compiled PDF reader in the user's cache folder, start
// it once for all documents, and say on standard error what takes long.
func (a *app) intakeOptions() intake.Options {
	opts := intake.Options{CacheDir: intake.CacheDir(), PDF: &a.pdf, Progress: func(step string) { fmt.Fprintf(a.Err, "plandiff: %s\n", step) }}
	if a.flags.noCache {
		opts.CacheDir = ""
	}
	return opts
}

// documentsOf reads the documents that arguments name, with a selection for
// documents alone, which have no topics and rest on no sources.
func (a *app) documentsOf(f *selectionFlags, args []string) (*selection, []*intake.Document, error) {
	if e := f.evidence; len(f.topics) > 0 || e.sources+e.basis+e.asOf != "" {
		return nil, nil, usage("leave them out", "documents have neither topics nor sources: no --topic, --only-sources, --basis or --as-of")
	}
	s, err := a.drawing(f)
	if err != nil {
		return nil, nil, err
	}
	if len(args) > maxVersions {
		return nil, nil, usage("compare fewer at a time", "at least two and at most %d documents can be compared, %d given", maxVersions, len(args))
	}
	docs := make([]*intake.Document, len(args))
	for i, path := range args {
		if docs[i], err = intake.ReadFile(path, a.intakeOptions()); err != nil {
			return nil, nil, err
		}
	}
	return s, docs, nil
}

// diffDocuments compares documents point by point.
func (a *app) diffDocuments(f *selectionFlags, args []string, exitCode bool) error {
	s, docs, err := a.documentsOf(f, args)
	if err != nil {
		return err
	}
	c, err := redline.Compare(docs)
	if err != nil {
		return err
	}
	t := table.FromRedline(c, table.RedlineOptions{All: f.all || s.json, Inline: f.words, More: "--all shows every one"})
	if s.form.Layout == screen.Lines && !s.json {
		err = a.emit(screen.Flat(t, nil, s.opt))
	} else {
		err = a.show(s, t, jsonout.Write)
	}
	if err == nil && exitCode && textsDiffer(t, s.keep) {
		return errDifferences
	}
	return err
}

// alignDocuments says which points of two documents correspond.
func (a *app) alignDocuments(f *selectionFlags, args []string) error {
	s, docs, err := a.documentsOf(f, args)
	if err != nil {
		return err
	}
	return a.showMatching(s, docs, nil)
}

func (a *app) showMatching(s *selection, docs []*intake.Document, curated []align.Pair) error {
	from, to := redline.Texts(docs[0]), redline.Texts(docs[1])
	t := table.FromMatching(docs, from, to, align.Match(from, to, curated))
	return a.show(s, t, jsonout.Write)
}
