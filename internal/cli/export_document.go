package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/jsonout"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// documents compares the versions once and gives what writes each target.
func (a *app) documents(f *exportFlags, args []string) (func(io.Writer, target) error, error) {
	day, err := a.day(f)
	if err != nil {
		return nil, err
	}
	c, err := a.compared(f.selection, args)
	if err != nil {
		return nil, err
	}
	e := &exporting{c, f, day}
	if err := e.checkPicture(); err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(c.Rows, func(r compare.Row) bool { return r.HasKind(c.keep) }) {
		fmt.Fprintln(a.Err, "plandiff: no field differs in the kinds that are chosen; --all writes every field")
	}
	return e.write, nil
}

// exporting is one comparison on its way into files.
type exporting struct {
	*compared
	f   *exportFlags
	day string
}

// write writes the comparison in the format of a target.
func (e *exporting) write(w io.Writer, t target) error {
	if t.format == export.JSON {
		return jsonout.Write(w, e.treeOf(t.format))
	}
	return t.writer.Write(w, e.document(t.format))
}

// treeOf lays the comparison out as a format needs it: a page has unselected rows
// too that a reader can ask for.
func (e *exporting) treeOf(format export.Format) *table.Tree {
	return e.tree(table.Options{ByPoint: e.f.order == byPoints, Unselected: format == export.HTML && len(e.f.selection.kinds) == 0})
}

func (e *exporting) document(format export.Format) *export.Document {
	d := &export.Document{Title: e.title(), Date: e.day, Filters: e.filters(), Columns: e.f.columns, Sources: e.form.Sources, Tree: e.treeOf(format)}
	switch format {
	case export.HTML, export.XLSX, export.SVG:
		e.pictures(d, format)
	}
	return d
}

func (e *exporting) pictures(d *export.Document, format export.Format) {
	if m, err := compare.Survey(e.view, plan.IDs(e.Versions), format == export.XLSX); err == nil {
		rows := m.Rows[:0]
		for _, row := range m.Rows {
			if e.surveys(row) {
				rows = append(rows, row)
			}
		}
		m.Rows = rows
		d.Matrix = table.FromMatrix(m)
	}
	if format == export.XLSX {
		return
	}
	d.Lineage = table.FromDrafts(e.Comparison)
	hs := compare.Histories(e.view, func(t *plan.Topic, f *plan.Field) bool { return f.Kind.Numeric() && e.charted(f, format) })
	for _, s := range table.FromHistories(e.view, hs).Sections {
		if s.Largest > 0 && (len(s.Rows) > 1 || format == export.SVG) {
			d.Charts = append(d.Charts, s)
		}
	}
}

// surveys reports whether a row of the matrix is on the topics chosen.
func (e *exporting) surveys(row compare.MatrixRow) bool {
	if row.Field != nil {
		return e.topic(row.Topic, row.Field)
	}
	return slices.ContainsFunc(row.Topic.Fields, func(f plan.Field) bool { return e.topic(row.Topic, &f) })
}

// charted reports whether a numeric field is drawn: in a page those shown,
// as a picture alone the one that is named.
func (e *exporting) charted(f *plan.Field, format export.Format) bool {
	if format == export.SVG {
		return f.ID == e.f.picture
	}
	return slices.ContainsFunc(e.Rows, func(r compare.Row) bool { return r.Field.ID == f.ID && r.HasKind(e.keep) })
}

func (e *exporting) checkPicture() error {
	if e.f.picture == export.PictureMatrix || e.f.picture == export.PictureLineage {
		return nil
	}
	var numeric []string
	for _, t := range e.view.Topics {
		for _, f := range t.Fields {
			if f.Kind.Numeric() {
				numeric = append(numeric, f.ID)
			}
		}
	}
	if slices.Contains(numeric, e.f.picture) {
		return nil
	}
	hint := didYouMean(e.f.picture, append(numeric, export.PictureMatrix, export.PictureLineage))
	if hint == "" {
		hint = "matrix, lineage, or a field with numbers such as " + strings.Join(numeric[:min(3, len(numeric))], ", ")
	}
	return usage(hint, "--picture: there is no picture of %q", prose.Clean(e.f.picture))
}

func (e *exporting) title() string {
	if e.f.titled {
		return prose.Clean(e.f.title)
	}
	var labels []string
	for _, v := range e.Versions {
		labels = append(labels, cmp.Or(v.Label, v.ID))
	}
	return wording.And(labels) + " compared"
}

// filters word what was chosen.
func (e *exporting) filters() []string {
	var out []string
	if len(e.f.selection.topics) > 0 {
		out = append(out, "Topics: "+prose.Clean(strings.Join(e.f.selection.topics, ", "))+".")
	}
	if e.f.selection.all {
		out = append(out, "Shown: every field that a version has.")
	} else {
		var kinds []string
		for _, k := range compare.Kinds {
			if e.keep(k) {
				kinds = append(kinds, wording.Kind(k).Word)
			}
		}
		out = append(out, "Shown: fields that are "+strings.Join(kinds, ", ")+" in a version.")
	}
	return out
}
