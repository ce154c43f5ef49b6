package cli

import (
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/table"
)

// documents compares the versions once and gives the document for each
// format.
func (a *app) documents(f *exportFlags, args []string) (func(export.Format) *export.Document, error) {
	day, err := f.day()
	if err != nil {
		return nil, err
	}
	kinds, err := (&diffFlags{all: f.all, kinds: f.kinds}).kindsShown()
	if err != nil {
		return nil, err
	}
	r, err := a.read(f.reading)
	if err != nil {
		return nil, err
	}
	ids, err := a.exportVersions(r.lib, args)
	if err != nil {
		return nil, err
	}
	onTopic, err := topics(r.lib, f.topics)
	if err != nil {
		return nil, err
	}
	total, err := compare.Compare(r.lib, ids, r.ev)
	if err != nil {
		return nil, err
	}
	total = total.Select(onTopic)
	shown := total.Select(func(row compare.Row) bool {
		return slices.ContainsFunc(row.Cells[1:], func(c compare.Cell) bool { return kinds[c.Kind] })
	})
	e := &exporting{f: f, r: r, ids: ids, day: day, kinds: kinds, onTopic: onTopic, total: total, shown: shown}
	if f.order == byPoints {
		e.total, e.shown = table.ByPoint(total), table.ByPoint(shown)
	}
	if err := e.checkPicture(); err != nil {
		return nil, err
	}
	return e.document, nil
}

// exporting is one comparison on its way into files.
type exporting struct {
	f            *exportFlags
	r            reading
	ids          []string
	day          string
	kinds        map[compare.Kind]bool
	onTopic      func(compare.Row) bool
	total, shown *compare.Comparison
}

func (a *app) exportVersions(lib *plan.Library, args []string) ([]string, error) {
	if len(args) == 1 || len(args) > maxVersions {
		return nil, usage("plandiff versions lists them", "export takes two to six versions, %d given", len(args))
	}
	return a.diffVersions(lib, args)
}

// document lays the comparison out as a format needs it: a page has
// pictures, and rows aside that a reader can ask for.
func (e *exporting) document(format export.Format) *export.Document {
	opt := table.Options{
		Words: e.f.words, Total: e.total, Paper: true, ByPoint: e.f.order == byPoints,
		Aside: format == export.HTML && len(e.f.kinds) == 0,
	}
	d := &export.Document{
		Title: e.title(), Date: e.day, Filters: e.filters(), Columns: e.f.columns, Sources: export.SourceList(e.r.sources),
		Data: export.Data{Library: e.r.lib, Shown: e.shown, Total: e.total},
	}
	if format == export.JSON {
		return d
	}
	d.Table = table.FromComparison(e.r.lib, e.shown, opt)
	switch format {
	case export.HTML, export.XLSX, export.SVG:
		e.pictures(d, format)
	}
	return d
}

func (e *exporting) pictures(d *export.Document, format export.Format) {
	if m, err := compare.Survey(e.r.lib, e.ids, format == export.XLSX, e.r.ev); err == nil {
		rows := m.Rows[:0]
		for _, row := range m.Rows {
			if e.surveys(row) {
				rows = append(rows, row)
			}
		}
		m.Rows = rows
		d.Matrix = m
	}
	if format == export.XLSX {
		return
	}
	d.Lineage = table.FromDrafts(e.r.lib, e.total.Versions, e.r.ev)
	hs, hidden := compare.Histories(e.r.lib, func(t *plan.Topic, f *plan.Field) bool { return f.Kind.Numeric() && e.charted(f, format) }, e.r.ev)
	for _, line := range table.FromHistories(e.r.lib, hs, e.r.ev, hidden).Lines {
		if line.Numbers() > 1 || format == export.SVG {
			d.Charts = append(d.Charts, line.Until(e.r.ev.AsOf))
		}
	}
}

// surveys reports whether a row of the matrix is on the topics chosen.
func (e *exporting) surveys(row compare.MatrixRow) bool {
	if row.Field != nil {
		return e.onTopic(compare.Row{Topic: row.Topic, Field: row.Field})
	}
	return slices.ContainsFunc(row.Topic.Fields, func(f plan.Field) bool { return e.onTopic(compare.Row{Topic: row.Topic, Field: &f}) })
}

// charted reports whether a numeric field is drawn: in a page those shown,
// as a picture alone the one that is named.
func (e *exporting) charted(f *plan.Field, format export.Format) bool {
	if format == export.SVG {
		return f.ID == e.f.picture
	}
	return slices.ContainsFunc(e.shown.Rows, func(r compare.Row) bool { return r.Field.ID == f.ID })
}

func (e *exporting) checkPicture() error {
	if e.f.picture == export.PictureMatrix || e.f.picture == export.PictureLineage {
		return nil
	}
	var numeric []string
	for _, t := range e.r.lib.Topics {
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
	for _, v := range e.total.Versions {
		label := v.Label
		if label == "" {
			label = v.ID
		}
		labels = append(labels, label)
	}
	last := len(labels) - 1
	return strings.Join(labels[:last], ", ") + " and " + labels[last] + " compared"
}

// filters word what was chosen.
func (e *exporting) filters() []string {
	var out []string
	if len(e.f.topics) > 0 {
		out = append(out, "Topics: "+prose.Clean(strings.Join(e.f.topics, ", "))+".")
	}
	if e.f.all {
		out = append(out, "Shown: every field that a version has.")
	} else {
		var kinds []string
		for _, k := range compare.Kinds {
			if e.kinds[k] {
				kinds = append(kinds, compare.KindWords(k))
			}
		}
		out = append(out, "Shown: fields that are "+strings.Join(kinds, ", ")+" in a version.")
	}
	return out
}
