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
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// exporter compares once, and gives what writes each target.
func (a *app) exporter(f *exportFlags, args []string) (func(io.Writer, target) error, error) {
	day, err := a.day(f)
	if err != nil {
		return nil, err
	}
	s, err := a.selectionOf(f.selectionFlags, args)
	if err != nil {
		return nil, err
	}
	head := export.Document{Date: day, Columns: f.columns, Sources: s.form.Sources}
	if s.docs != nil {
		return textExporter(f, s, head)
	}
	c, err := a.compared(s)
	if err != nil {
		return nil, err
	}
	e := &exporting{s, c, f}
	if err := e.checkPicture(); err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(c.Rows, func(r compare.Row) bool { return r.HasKind(s.keep) }) {
		fmt.Fprintln(a.Err, "plandiff: no field differs in the kinds that are chosen; --all writes every field")
	}
	labels := pick.Each(c.Versions, func(v *plan.Record) string { return cmp.Or(v.Label, v.ID) })
	head.Title, head.Filters = f.titleOf(labels), e.filters()
	return func(w io.Writer, t target) error {
		d := head
		// A page has unselected rows too that a reader can ask for.
		d.Tree = s.tree(c, table.Options{ByPoint: f.order == byPoints, Unselected: t.format == export.HTML && len(s.kinds) == 0})
		e.pictures(&d, t.format)
		return t.write(w, &d)
	}, nil
}

// textExporter is an exporter of documents alone.
func textExporter(f *exportFlags, s *selection, head export.Document) (func(io.Writer, target) error, error) {
	c, err := redline.Compare(s.docs)
	if err != nil {
		return nil, err
	}
	names := table.DocumentNames(s.docs)
	head.Title = f.titleOf(names)
	return func(w io.Writer, t target) error {
		if f.redline {
			return export.Tracked(w, head.Title, names[1], c.Track())
		}
		d := head
		d.Tree = table.FromRedline(c, table.RedlineOptions{All: s.all || t.format == export.JSON, Inline: s.words, Unselected: t.format == export.HTML, Untitled: "Points"})
		return t.write(w, &d)
	}, nil
}

// titleOf is the title that is given, or one made of what is compared.
func (f *exportFlags) titleOf(names []string) string {
	if f.evidence.has("title") {
		return prose.Clean(f.title)
	}
	return wording.And(names) + " compared"
}

func (t target) write(w io.Writer, d *export.Document) error {
	if t.format == export.JSON {
		return jsonout.Write(w, d.Tree)
	}
	return t.writer.Write(w, d)
}

// exporting is a comparison of versions on its way into files.
type exporting struct {
	*selection
	*compare.Comparison
	f *exportFlags
}

func (e *exporting) pictures(d *export.Document, format export.Format) {
	if !slices.Contains([]export.Format{export.HTML, export.XLSX, export.SVG}, format) {
		return
	}
	if m, err := compare.Survey(e.view, plan.IDs(e.Versions), format == export.XLSX); err == nil {
		m.Rows = slices.DeleteFunc(m.Rows, func(row compare.MatrixRow) bool { return !e.surveys(row) })
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
	var numeric []string
	for _, f := range e.view.Fields() {
		if f.Kind.Numeric() {
			numeric = append(numeric, f.ID)
		}
	}
	pictures := append(numeric, export.PictureMatrix, export.PictureLineage)
	if slices.Contains(pictures, e.f.picture) {
		return nil
	}
	hint := cmp.Or(didYouMean(e.f.picture, pictures), "matrix, lineage, or a field with numbers such as "+strings.Join(numeric[:min(3, len(numeric))], ", "))
	return usage(hint, "--picture: there is no picture of %q", prose.Clean(e.f.picture))
}

// filters word what was chosen.
func (e *exporting) filters() []string {
	var out []string
	if len(e.topics) > 0 {
		out = append(out, "Topics: "+prose.Clean(strings.Join(e.topics, ", "))+".")
	}
	if e.all {
		out = append(out, "Shown: every field that a version has.")
	} else {
		kinds := pick.Each(pick.Keep(compare.Kinds, e.keep), func(k compare.Kind) string { return wording.Kind(k).Word })
		out = append(out, "Shown: fields that are "+strings.Join(kinds, ", ")+" in a version.")
	}
	return out
}
