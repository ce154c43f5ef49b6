package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"plandiff/internal/intake"
	"plandiff/internal/jsonout"
	"plandiff/internal/ooxml/ooxmltest"
	"plandiff/internal/redline"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

// FuzzFormats: whatever the records say, every format shows it as the text that
// it is. A run takes one format, so that there are many.
func FuzzFormats(f *testing.F) {
	i := 0
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		s := hostile[name]
		f.Add(s[:min(len(s), 400)], hostile["plus"], uint8(i))
		i++
	}
	f.Add("", "", uint8(0))
	f.Add("[^1]: x <!-- --> \\", "'=1", uint8(3))
	f.Fuzz(func(t *testing.T, s, other string, which uint8) {
		if !readable(s) || !readable(other) {
			return
		}
		texts := map[string]string{"one": s, "other": other}
		for _, name := range []string{"script", "formula", "image", "pipe", "override", "sum", "svg"} {
			texts[name] = s
		}
		d := documentWith(t, texts)
		d.Title, d.Filters = s+other, []string{s, other}
		lines, joined := wanted(d)
		if which %= 8; which < 6 {
			r := readers[which]
			data := r.same(t, d, lines, joined)
			soundFile(t, r.format, data)
			if r.format == DOCX {
				ooxmltest.InOrder(t, data)
			}
			return
		}
		for _, of := range [2][]string{{PictureLineage, "n.n"}, {PictureMatrix}}[which-6] {
			data := write1(t, SVG, Shape{Picture: of}, d)
			soundFile(t, SVG, data)
		}
	})
}

// readable reports whether a text is one that a record may have and that the
// second readers tell from what stands around it: not the symbol of a kind, and
// no numbers of sources at its end.
func readable(s string) bool {
	s = safe(s)
	return s != "" && len(s) <= 400 && !signs()[s] && !bracketNote.MatchString(" "+s)
}

// FuzzWorkbook does the same for workbooks, which take longer to write than all
// others.
func FuzzWorkbook(f *testing.F) {
	for _, s := range hostile {
		f.Add(s[:min(len(s), 400)])
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !readable(s) {
			return
		}
		d := documentWith(t, map[string]string{"script": s, "image": s})
		d.Title, d.Filters = s, []string{s}
		lines, joined := wanted(d)
		soundFile(t, XLSX, readers[6].same(t, d, lines, joined))
	})
}

// FuzzDocuments: two documents are compared, and every output of the
// comparison is sound.
func FuzzDocuments(f *testing.F) {
	f.Add("1. The limit is 600,000 people.\n\n2. It [holds] for ten years.\n", "1. It holds for ten years.\n\n2. The limit is 800,000 people.\n", 80)
	f.Add("Article 1\n\n<b>x</b> | =1+1", "第一条 x\n\n> @y", 30)
	f.Add("# A\n\n- a\n- b\n", "a\n\n[b\n", 200)
	f.Fuzz(func(t *testing.T, older, newer string, w int) {
		if w < screen.MinWidth || w > 300 || len(older)+len(newer) > 4000 {
			return
		}
		var docs []*intake.Document
		for i, text := range []string{older, newer} {
			doc, err := intake.Read([]string{"a.md", "b.md"}[i], []byte(text), intake.Options{})
			if err != nil {
				return
			}
			docs = append(docs, doc)
		}
		c, err := redline.Compare(docs)
		if err != nil {
			t.Fatal(err)
		}
		tree := table.FromRedline(c, table.RedlineOptions{All: true, Inline: true, Untitled: "Points"})
		for line := range strings.Lines(screen.Draw(tree, screen.Form{}, screen.Options{Width: w})) {
			if screen.Width(strings.TrimSuffix(line, "\n")) > w {
				t.Errorf("wider than %d columns: %q", w, line)
			}
		}
		var b bytes.Buffer
		if err := jsonout.Write(&b, tree); err != nil || !json.Valid(b.Bytes()) {
			t.Errorf("the JSON is not sound: %v", err)
		}
		format := []Format{Markdown, CSV, TSV, HTML, DOCX}[w%5]
		data := write1(t, format, Shape{}, &Document{Title: "Compared", Sources: table.FullSources, Tree: tree})
		soundFile(t, format, data)
		if format == DOCX {
			ooxmltest.InOrder(t, data)
		}
		b.Reset()
		if err := Tracked(&b, "Compared", "b", c.Track()); err != nil {
			t.Fatal(err)
		}
		soundFile(t, DOCX, b.Bytes())
		ooxmltest.InOrder(t, b.Bytes())
	})
}

// soundFile looks for what nobody sees and for XML that is broken.
func soundFile(t *testing.T, format Format, data []byte) {
	t.Helper()
	for name, data := range unpacked(t, data) {
		if !utf8.Valid(data) {
			t.Errorf("%s %s: broken UTF-8", format, name)
		}
		if i := bytes.IndexFunc(data, forbidden); i >= 0 {
			t.Errorf("%s %s: a character that nobody sees at %q", format, name, data[max(i-20, 0):min(i+20, len(data))])
		}
		if format == XLSX || format == DOCX || format == SVG {
			soundXML(t, name, data)
		}
	}
}

func soundXML(t *testing.T, name string, data []byte) {
	t.Helper()
	x := xml.NewDecoder(bytes.NewReader(data))
	for {
		_, err := x.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}
