package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/draft"
	"plandiff/internal/intake"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/record"
	"plandiff/internal/wording"
)

type importFlags struct {
	id, title, date   string
	by, follows       []string
	topicMap          string
	vocabulary, force bool
}

func (a *app) importDraft() *cobra.Command {
	f := &importFlags{}
	cmd := &cobra.Command{
		Use:   "import FILE --id ID",
		Short: "Make a record of a draft document, in a workspace",
		Long: `Reads a draft (txt, md, html, docx or pdf) and writes plans/ID.yaml and
seeds/ID.yaml into the workspace: the wording and the place of every point, and a
claim for every number and date that clearly belongs to one field of the
vocabulary. What could not be placed is listed. Both files are written whole or
not at all, and an existing one is replaced only with --force. What was written
passes check.

A record like this compares with other records field by field, and word by word
with records that keep their wording. A field that was not found is not reported,
never absent: the draft may have it in other words.

With --topic-map, a file says which fields belong to a point, a line each:
7: [nato-membership, security-guarantees.strength]. With --suggest-vocabulary nothing
is written: it prints a vocabulary, to start from, for what fits no field.`,
		Example: `  plandiff import draft.docx --id draft-2 --workspace accord --follows draft-1
  plandiff import draft.pdf --suggest-vocabulary > vocabulary.yaml`,
		Args: exactly(1, "import takes a document", "for example plandiff import draft.docx --id draft-2 --workspace accord"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.runImport(f, args[0]) },
	}
	fl := cmd.Flags()
	fl.StringVar(&f.id, "id", "", "`ID` of the record: lower-case letters, digits and single hyphens")
	fl.StringVar(&f.title, "title", "", "`TITLE` of the record (default: that of the document)")
	fl.StringVar(&f.date, "date", "", "`DATE` of the draft: YYYY, YYYY-MM or YYYY-MM-DD")
	fl.StringSliceVar(&f.by, "by", nil, "`WHO` put it forward, with commas")
	fl.StringSliceVar(&f.follows, "follows", nil, "`VERSIONS` that it was made from, with commas")
	fl.StringVar(&f.topicMap, "topic-map", "", "`FILE` that says which fields belong to which point")
	fl.BoolVar(&f.vocabulary, "suggest-vocabulary", false, "print a vocabulary for what fits no field, and write nothing")
	fl.BoolVar(&f.force, "force", false, "write over a record that exists")
	a.complete(cmd, "follows", recordIDs)
	return cmd
}

func (a *app) runImport(f *importFlags, path string) error {
	dir := a.workspace()
	about, err := f.about()
	err = cmp.Or(
		refused(a.flags.format != "text", "leave --format out", "import has no output but text"),
		err,
		refused(dir == "" && !f.vocabulary, "add --workspace DIR; plandiff init DIR makes one", "import needs a workspace to write into"),
	)
	if err != nil {
		return err
	}
	lib, err := a.withWords()
	if err != nil {
		return err
	}
	d, err := intake.ReadFile(path, a.intakeOptions())
	if err != nil {
		return err
	}
	if f.vocabulary {
		return a.suggestVocabulary(d, lib)
	}
	made := draft.New(d, about, lib)
	files, err := f.files(dir, made, lib)
	if err != nil {
		return err
	}
	if err := a.tryImport(files); err != nil {
		return err
	}
	for i, file := range files {
		files[i].path = onDisk(dir, file.path)
		folder := filepath.Dir(files[i].path)
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return failed(folder, err)
		}
	}
	if err := writeFiles(files, f.force); err != nil {
		return err
	}
	return a.emit(importText(made, files))
}

func (f *importFlags) about() (draft.About, error) {
	out := draft.About{ID: f.id, Title: prose.Clean(f.title), By: cleaned(f.by), Follows: cleaned(f.follows)}
	switch {
	case f.vocabulary:
	case f.id == "":
		return out, usage("for example --id draft-2", "say what the record is called with --id")
	case !record.IsID(f.id):
		return out, usage("lower-case letters, digits and single hyphens", "--id: %q cannot be the ID of a record", prose.Clean(f.id))
	}
	var err error
	if f.date != "" {
		if out.Date, err = plan.ParseDate(f.date); err != nil {
			return out, usage("YYYY, YYYY-MM or YYYY-MM-DD", "--date: %s", prose.Clean(err.Error()))
		}
	}
	if f.topicMap != "" {
		info, err := os.Stat(f.topicMap)
		if err == nil && (!info.Mode().IsRegular() || info.Size() > maxTopicMap) {
			return out, usage("a line for a point: 7: [nato-membership]", "--topic-map: %s is no file, or has more than a MiB", prose.Clean(f.topicMap))
		}
		data, err := os.ReadFile(f.topicMap)
		if err != nil {
			return out, usage("", "--topic-map: %s", prose.Clean(err.Error()))
		}
		if out.Covers, err = record.ReadCovers(prose.Clean(f.topicMap), data); err != nil {
			return out, err
		}
	}
	return out, nil
}

// cleaned are the words of a list that say something.
func cleaned(list []string) []string {
	return pick.Drop(pick.Each(list, func(s string) string { return prose.Clean(strings.TrimSpace(s)) }), isEmpty)
}

// maxTopicMap is far more than a line for every point of a draft.
const maxTopicMap = 1 << 20

// files are the card and the record, in the order in which they are written, by
// their names in the workspace.
func (f *importFlags) files(dir string, made *draft.Draft, lib *plan.Library) ([]outFile, error) {
	card, err := record.WriteSources(made.Source)
	if err != nil {
		return nil, err
	}
	text, err := record.Write(made.Record, lib)
	if err != nil {
		return nil, err
	}
	workspace, err := os.OpenRoot(dir)
	if err != nil {
		return nil, usage("", "--workspace: %s", prose.Clean(err.Error()))
	}
	defer workspace.Close()
	files := []outFile{{"seeds/" + f.id + ".yaml", card}, {"plans/" + f.id + ".yaml", text}}
	for _, file := range files {
		if _, err := workspace.Stat(file.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, usage("take the link out", "%s lies outside the workspace", prose.Clean(file.path))
		}
		path := onDisk(dir, file.path)
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) && !f.force {
			return nil, usage("give another --id, or --force to write over it", "%s exists", prose.Clean(path))
		}
	}
	return files, nil
}

func onDisk(dir, name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }

// tryImport loads the workspace as it will be. Nothing is written if it has a
// problem then.
func (a *app) tryImport(files []outFile) error {
	roots, err := a.roots()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(roots, func(r record.Root) bool { return !r.Shipped })
	roots[i].Added = map[string][]byte{}
	for _, file := range files {
		roots[i].Added[file.path] = file.data
	}
	_, err = record.Check(roots...)
	return err
}

func (a *app) suggestVocabulary(d *intake.Document, lib *plan.Library) error {
	topics := draft.Suggest(d, lib)
	if len(topics) == 0 {
		return usage("", "%s has no number or date that lacks a field", d.Name)
	}
	data, err := record.WriteVocabulary(topics)
	if err != nil {
		return err
	}
	return a.emit(string(data))
}

func importText(made *draft.Draft, files []outFile) string {
	var b strings.Builder
	for _, f := range files {
		fmt.Fprintf(&b, "Wrote %s\n", prose.Clean(f.path))
	}
	fmt.Fprintf(&b, "%s: %s with their wording, %s\n", made.Record.ID, wording.Count(made.Points, "point"), wording.Count(made.Fields, "field"))
	if len(made.Left) > 0 {
		fmt.Fprintln(&b, "Not placed:")
	}
	for _, s := range made.Left {
		fmt.Fprintf(&b, "  %s\n", s)
	}
	return b.String()
}
