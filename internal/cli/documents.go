package cli

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/draft"
	"plandiff/internal/evidence"
	"plandiff/internal/intake"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

var documentEndings = []string{".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf"}

// isPath reports whether an argument is the path of a document: it has a
// separator or a known ending. An ID or a name of a record wins over it.
func isPath(lib *plan.Library, arg string) bool {
	if lib != nil && (lib.Record(arg) != nil || len(named(lib, arg)) > 0) {
		return false
	}
	return strings.ContainsAny(arg, `/\`) || slices.Contains(documentEndings, strings.ToLower(filepath.Ext(arg)))
}

// documentsAlone reports whether all arguments are documents, and none the ID or
// the name of a record. Records that cannot be read name nothing, and none are
// read where an argument cannot be a document.
func (a *app) documentsAlone(args []string) bool {
	among := func(lib *plan.Library) bool {
		return slices.ContainsFunc(args, func(arg string) bool { return !isPath(lib, arg) })
	}
	if len(args) < 2 || among(nil) {
		return false
	}
	lib, err := a.library()
	return err != nil || !among(lib)
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

// readDocuments reads the documents alone that arguments name, which have no topics
// and rest on no sources.
func (a *app) readDocuments(s *selection) error {
	n, filtered := len(s.args), len(s.topics) > 0 || s.evidence.sources+s.evidence.basis+s.evidence.asOf != ""
	err := cmp.Or(
		refused(filtered, "leave them out", "documents have neither topics nor sources: no --topic, --only-sources, --basis or --as-of"),
		refused(n > maxVersions, "compare fewer at a time", "at least two and at most %d documents can be compared, %d given", maxVersions, n),
	)
	if err != nil {
		return err
	}
	for _, path := range s.args {
		d, err := intake.ReadFile(path, a.intakeOptions())
		if err != nil {
			return err
		}
		s.docs = append(s.docs, d)
	}
	return nil
}

// withDocuments reads the documents among arguments that name versions, and sets
// them beside the records of the selection, each as a record of its own under the
// name of its file.
func (a *app) withDocuments(s *selection) error {
	lib, filter := *s.library, s.view.Filter
	s.args = slices.Clone(s.args)
	for i, arg := range s.args {
		if !isPath(s.library, arg) {
			continue
		}
		d, err := intake.ReadFile(arg, a.intakeOptions())
		if err != nil {
			return err
		}
		id := prose.Clean(filepath.Base(arg))
		if lib.Record(id) != nil || lib.Source(id) != nil {
			id = prose.Clean(arg)
		}
		if lib.Record(id) != nil {
			return usage("give each version once", "%s is given twice", id)
		}
		vocabulary, err := a.withWords()
		if err != nil {
			return err
		}
		made := draft.New(d, draft.About{ID: id}, vocabulary)
		s.args[i] = id
		s.notes = append(s.notes, table.Plain(wording.Beside(id, made.Fields, made.Points, made.Rest)))
		filter.Documents = append(filter.Documents, id)
		lib.Records = append(slices.Clip(lib.Records), made.Record)
		slices.SortFunc(lib.Records, func(x, y *plan.Record) int { return cmp.Compare(x.ID, y.ID) })
		lib.Sources = append(slices.Clip(lib.Sources), made.Source)
		slices.SortFunc(lib.Sources, func(x, y *plan.Source) int { return cmp.Compare(x.ID, y.ID) })
	}
	if s.notes != nil {
		s.view = evidence.New(&lib, filter)
	}
	return nil
}

// keptWordings are the wordings that records keep, as documents; nil unless
// each of the records keeps one that is admitted.
func keptWordings(v *evidence.View, ids []string) []*intake.Document {
	out := make([]*intake.Document, len(ids))
	for i, id := range ids {
		r := v.Record(id)
		if !draft.HasWording(r) {
			return nil
		}
		out[i] = draft.Document(r)
	}
	return out
}

// curatedLinks are the points that records link by hand, whichever of the two
// says so.
func curatedLinks(v *evidence.View, from, to string) []align.Pair {
	var out []align.Pair
	collect := func(r *plan.Record, other string, turned bool) {
		for _, p := range r.Points {
			i := slices.IndexFunc(p.From, func(l plan.Link) bool { return l.Version == other })
			if i < 0 || p.Number == 0 {
				continue
			}
			pair := align.Pair{From: pick.Each(p.From[i].Points, strconv.Itoa), To: []string{strconv.Itoa(p.Number)}}
			if turned {
				pair.From, pair.To = pair.To, pair.From
			}
			out = append(out, pair)
		}
	}
	collect(v.Record(to), from, false)
	collect(v.Record(from), to, true)
	return out
}

func matched(docs []*intake.Document, curated []align.Pair) *table.Tree {
	from, to := redline.Texts(docs[0]), redline.Texts(docs[1])
	return table.FromMatching(docs, from, to, align.Match(from, to, curated))
}
