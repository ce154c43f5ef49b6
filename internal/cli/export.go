package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/export"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/wording"
)

type exportFlags struct {
	*selectionFlags
	outputs                   []string
	format, title, date       string
	order, picture            string
	columns                   []string
	wide, bom, force, redline bool
}

// Orders of the rows.
const (
	byTopic  = "topic"
	byPoints = "points"
)

func (a *app) export() *cobra.Command {
	f := &exportFlags{}
	cmd := &cobra.Command{
		Use:   "export [VERSION ... | DOCUMENT ...] -o FILE",
		Short: "Write a comparison as a document, spreadsheet, page or picture",
		Long: `Writes the comparison that diff shows to a file. The format follows from the
name, or from --format; - is standard output, and a pipe is written into.
Several -o write several files. An existing file is kept, unless --force is
given; a file is written whole or not at all. The same records give the same
bytes, on any day.

  docx   table for Word, upright for two versions and landscape for more:
         a head on every page; sources in footnotes, from four versions on in
         a list
  xlsx   workbook: comparison, claims, sources, matrix
  html   one page with pictures that loads nothing from the network
  md     GitHub tables with footnotes
  csv    a row for every field and version, or with --wide for every field;
         --bom for Excel; an apostrophe is put before a text that begins with
         = + - or @, so that no spreadsheet takes it for a formula
  tsv    the same with tabs
  json   as diff --format json writes it
  svg    one picture: --picture matrix, lineage, or a field with numbers

Columns of md, docx, html and xlsx: number, topic, field, id, kind, versions,
numbers (xlsx), and agreed and comments, which are empty, to fill in. Those of
csv and tsv are in the first line of the file; --columns also takes published and
addresses there, of the sources of a cell in their order. A page has all fields: those
outside the selection stay hidden until a reader asks for them, unless --kind
is given.

The paths of documents are compared as diff compares them. With --redline, two of
them become one Word document with tracked changes: accepting all gives the newer
text, rejecting all the older.`,
		Example: `  plandiff export -o plans.docx
  plandiff export us-28 zelensky-20 -o plans.xlsx --all
  plandiff export us-28 e3-28 --order points --columns field,agreed -o plan.docx
  plandiff export us-28 e3-28 --format csv -o - | head
  plandiff export old.docx new.docx -o redline.docx --redline
  plandiff export --picture army-size.limit -o army.svg`,
		ValidArgsFunction: a.completeVersions(maxVersions),
		RunE:              func(_ *cobra.Command, args []string) error { return a.runExport(f, args) },
	}
	fl := cmd.Flags()
	fl.StringArrayVarP(&f.outputs, "output", "o", nil, "`FILE` to write, or - for standard output")
	fl.StringVar(&f.format, "format", "", "`FORMAT`: "+strings.Join(words(export.Formats), ", ")+" (default: as the file is named)")
	fl.BoolVar(&f.force, "force", false, "write over a file that exists")
	fl.StringVar(&f.title, "title", "", "`TITLE` of the document (default: the versions)")
	fl.StringVar(&f.date, "date", "", "put a day into the title block: today's, or `YYYY-MM-DD` after =")
	fl.Lookup("date").NoOptDefVal = "today"
	fl.StringSliceVar(&f.columns, "columns", nil, "`COLUMNS` to write, in their order, with commas")
	fl.StringVar(&f.order, "order", byTopic, "`ORDER` of the rows: topic, or points of the first version")
	fl.BoolVar(&f.wide, "wide", false, "csv, tsv: a row for every field, versions side by side")
	fl.StringVar(&f.picture, "picture", export.PictureMatrix, "svg: `WHICH` picture: matrix, lineage, or a field with numbers")
	fl.BoolVar(&f.redline, "redline", false, "docx of two documents: the text with tracked changes")
	fl.BoolVar(&f.bom, "bom", false, "csv, tsv: begin with the mark that tells Excel that it is UTF-8")
	f.selectionFlags = a.readingFlags(cmd)
	f.topicFlag(a, cmd)
	f.kindFlags(a, cmd)
	f.documents, f.beside = true, true
	fixed(cmd, "format", words(export.Formats)...)
	fixed(cmd, "order", byTopic, byPoints)
	return cmd
}

type target struct {
	path   string // "-" for standard output
	format export.Format
	writer *export.Writer
}

func (a *app) runExport(f *exportFlags, args []string) error {
	targets, err := f.targets(args)
	if err != nil {
		return err
	}
	if err := a.checkExport(f, targets, args); err != nil {
		return err
	}
	write, err := a.exporter(f, args)
	if err != nil {
		return err
	}
	// Everything is made before anything is written.
	var files []outFile
	var standard []byte
	for _, t := range targets {
		var b bytes.Buffer
		if err := write(&b, t); err != nil {
			return err
		}
		if t.path == "-" {
			standard = b.Bytes()
		} else {
			files = append(files, outFile{t.path, b.Bytes()})
		}
	}
	if err := writeFiles(files, f.force); err != nil {
		return err
	}
	for _, file := range files {
		fmt.Fprintf(a.Err, "plandiff: wrote %s\n", prose.Clean(file.path))
	}
	if standard != nil {
		_, err = a.Out.Write(standard)
	}
	return err
}

func formatOf(path string) string {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	return cmp.Or(map[string]string{"markdown": "md", "htm": "html", "tab": "tsv"}[ending], ending)
}

// targets are the files that the flags name, with their formats.
func (f *exportFlags) targets(args []string) ([]target, error) {
	if len(f.outputs) == 0 && f.format == "" {
		hint := "for example -o plans.docx; formats: " + strings.Join(words(export.Formats), ", ")
		if n := len(args); n > 2 && slices.Contains(words(export.Formats), formatOf(args[n-1])) {
			hint = "did you mean -o " + prose.Clean(args[n-1]) + "?"
		}
		return nil, usage(hint, "say where to write")
	}
	var out []target
	for _, path := range pick.Or(f.outputs, []string{"-"}) {
		format := cmp.Or(f.format, formatOf(path))
		known, byName := slices.Contains(words(export.Formats), format), f.format == ""
		twice := slices.ContainsFunc(out, func(t target) bool { return filepath.Clean(t.path) == filepath.Clean(path) })
		if err := cmp.Or(
			refused(byName && format == "pdf", "write html and print it, or docx", "-o: there is no format pdf"),
			refused(byName && !known, "add --format, one of "+strings.Join(words(export.Formats), ", "), "-o: cannot tell the format from the name %q", prose.Clean(path)),
			oneOf("format", format, words(export.Formats)...),
			refused(twice, "give each file once", "-o: %q is given twice", prose.Clean(path)),
		); err != nil {
			return nil, err
		}
		w := export.New(export.Format(format), export.Shape{Wide: f.wide, BOM: f.bom, Picture: f.picture})
		out = append(out, target{path, export.Format(format), w})
	}
	return out, nil
}

// checkExport refuses what cannot be carried out before any work is done.
func (a *app) checkExport(f *exportFlags, targets []target, args []string) error {
	_, _, terminal := a.Terminal()
	documents := a.documentsAlone(args)
	redline := f.redline && documents && len(args) == 2
	err := oneOf("order", f.order, byTopic, byPoints)
	for _, t := range targets {
		rows := t.format == export.CSV || t.format == export.TSV
		err = cmp.Or(err,
			refused(terminal && t.path == "-" && (t.format == export.XLSX || t.format == export.DOCX), "give a file name, or send it elsewhere with a pipe", "a terminal cannot show %s", t.format),
			f.checkColumns(t),
			refused(t.format == export.JSON && (f.evidence.has("title") || f.date != "" || f.evidence.has("sources")), "leave them out", "json has a fixed schema: no --title, --date or --sources"),
			refused(f.bom && !rows, "leave --bom out", "--bom: only csv and tsv need the mark, not %s", t.format),
			refused(f.wide && !rows, "leave --wide out", "--wide: only csv and tsv have two forms, not %s", t.format),
			refused(redline && t.format != export.DOCX, "name the file with .docx", "--redline writes docx, not %s", t.format),
			refused(documents && t.format == export.SVG, "write html, md, docx, xlsx, csv, tsv or json", "there is no picture of documents"),
		)
		if err == nil && t.path != "-" && !f.force {
			err = refuseExisting(t.path)
		}
	}
	return cmp.Or(err,
		refused(f.redline && !redline, "for example plandiff export old.docx new.docx -o redline.docx --redline", "--redline compares two documents"),
		refused(redline && (f.evidence.has("columns") || f.date != ""), "leave them out", "--redline writes the text alone: no --columns or --date"),
		refused(documents && f.order != byTopic, "leave --order out", "documents are written in the order of the newer one"),
	)
}

func (f *exportFlags) checkColumns(t target) error {
	var all []string
	if t.writer != nil {
		all = t.writer.Columns
	}
	available := "available: " + strings.Join(all, ", ")
	given := f.evidence.has("columns")
	err := cmp.Or(
		refused(given && all == nil, "leave --columns out", "--columns: %s has no columns to choose", t.format),
		refused(given && len(f.columns) == 0, available, "--columns: none are named"),
	)
	for i, c := range f.columns {
		err = cmp.Or(err,
			refused(!slices.Contains(all, c), available, "--columns: %s has no column %q", t.format, prose.Clean(c)),
			refused(slices.Contains(f.columns[:i], c), "name each once", "--columns: %q is named twice", c),
		)
	}
	return err
}

// day words the flag --date: "22 Nov 2025", as tables write dates.
func (a *app) day(f *exportFlags) (string, error) {
	switch f.date {
	case "":
		return "", nil
	case "today":
		return wording.Date(plan.Date(a.Now().Format("2006-01-02"))), nil
	}
	d, err := dayOf("date", f.date, "write it as --date=YYYY-MM-DD, or --date for today")
	return wording.Date(d), err
}
