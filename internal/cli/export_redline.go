package cli

import (
	"io"
	"slices"
	"strings"

	"plandiff/internal/export"
	"plandiff/internal/jsonout"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
	"plandiff/internal/table"
)

// checkRedline refuses tracked changes of anything but two documents in a
// Word file.
func (f *exportFlags) checkRedline(targets []target, args []string) error {
	switch {
	case !f.redline:
		return nil
	case !allPaths(args) || len(args) != 2:
		return usage("for example plandiff export old.docx new.txt -o redline.docx --redline", "--redline: name two documents, the older first")
	case slices.ContainsFunc(targets, func(t target) bool { return t.format != export.DOCX }):
		return usage("name the file with .docx", "--redline: only docx has tracked changes")
	case f.columnsGiven:
		return usage("leave --columns out", "--redline: a text has no columns")
	}
	return nil
}

// comparedDocuments compares documents once and gives what writes each target.
func (a *app) comparedDocuments(f *exportFlags, args []string) (func(io.Writer, target) error, error) {
	day, err := f.day()
	if err != nil {
		return nil, err
	}
	docs, err := a.readDocuments(args)
	if err != nil {
		return nil, err
	}
	c, err := redline.Compare(docs)
	if err != nil {
		return nil, err
	}
	tree := func(format export.Format) *table.Tree {
		return table.FromRedline(c, table.RedlineOptions{All: f.selection.all || format == export.JSON, Inline: f.selection.words, Aside: format == export.HTML})
	}
	var names []string
	for _, col := range tree(export.DOCX).Columns {
		names = append(names, col.ID)
	}
	last := len(names) - 1
	title := strings.Join(names[:last], ", ") + " and " + names[last] + " compared"
	if f.titled {
		title = prose.Clean(f.title)
	}
	return func(w io.Writer, t target) error {
		switch {
		case f.redline:
			return export.Redline(w, title, names[last], f.moment(), c.Track())
		case t.format == export.JSON:
			return jsonout.Diff(w, tree(t.format))
		case t.format == export.SVG:
			return usage("write html, docx or md", "svg: there are no pictures of documents")
		}
		return t.writer.Write(w, &export.Document{Title: title, Date: day, Columns: f.columns, Sources: export.ShortSources, Tree: tree(t.format)})
	}, nil
}
