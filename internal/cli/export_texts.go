package cli

import (
	"io"

	"plandiff/internal/export"
	"plandiff/internal/jsonout"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// texts compares documents once and gives what writes each target.
func (a *app) texts(f *exportFlags, targets []target, args []string) (func(io.Writer, target) error, error) {
	for _, t := range targets {
		if t.format == export.SVG {
			return nil, usage("write html, md, docx, xlsx, csv, tsv or json", "there is no picture of documents")
		}
	}
	if f.order != byTopic {
		return nil, usage("leave --order out", "documents are written in the order of the newer one")
	}
	day, err := a.day(f)
	if err != nil {
		return nil, err
	}
	s, docs, err := a.documentsOf(f.selection, args)
	if err != nil {
		return nil, err
	}
	c, err := redline.Compare(docs)
	if err != nil {
		return nil, err
	}
	names := table.DocumentNames(docs)
	title := wording.And(names) + " compared"
	if f.titled {
		title = prose.Clean(f.title)
	}
	if f.redline {
		return func(w io.Writer, _ target) error { return export.Tracked(w, title, names[1], c.Track()) }, nil
	}
	return func(w io.Writer, t target) error {
		tree := table.FromRedline(c, table.RedlineOptions{All: f.selection.all || t.format == export.JSON, Inline: f.selection.words, Unselected: t.format == export.HTML, Untitled: "Points"})
		if t.format == export.JSON {
			return jsonout.Write(w, tree)
		}
		return t.writer.Write(w, &export.Document{Title: title, Date: day, Columns: f.columns, Sources: s.form.Sources, Tree: tree})
	}, nil
}

// checkRedline refuses a redline of anything but two documents in Word.
func (a *app) checkRedline(f *exportFlags, targets []target, args []string) error {
	if !f.redline {
		return nil
	}
	if len(args) != 2 || !a.documentsAlone(args) {
		return usage("for example plandiff export old.docx new.docx -o redline.docx --redline", "--redline compares two documents")
	}
	for _, t := range targets {
		if t.format != export.DOCX {
			return usage("name the file with .docx", "--redline writes docx, not %s", t.format)
		}
	}
	if f.columnsGiven || f.date != "" {
		return usage("leave them out", "--redline writes the text alone: no --columns or --date")
	}
	return nil
}
