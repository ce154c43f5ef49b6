package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/intake"
	"plandiff/internal/redline"
)

// A redline holds both drafts: read by the room that reads documents, once
// with all changes accepted and once with all rejected.
func TestRedlineReadsAsBothDrafts(t *testing.T) {
	older := "# Draft accord\n\n1. The parties confirm the sovereignty of Ukraine.\n\n2. The army is limited to 600,000 personnel.\n\n3. Prisoners are exchanged all for all, with bodies.\n\n4. Elections are held after 100 days.\n"
	newer := "# Draft accord\n\n1. Prisoners are exchanged all for all, with bodies.\n\n2. The parties confirm the full sovereignty of Ukraine.\n\n3. The army is limited to 800,000 personnel in peacetime.\n\n4. A fund pays for what was destroyed.\n"
	a, b := read(t, "older.md", []byte(older), intake.Accepted), read(t, "newer.md", []byte(newer), intake.Accepted)
	c, err := redline.Compare([]*intake.Document{a, b})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Redline(&out, "Draft accord", "newer.md", "2025-11-20T00:00:00Z", c.Track()); err != nil {
		t.Fatal(err)
	}
	document := string(part(t, out.Bytes(), "word/document.xml"))
	for _, want := range []string{"<w:ins ", "<w:del ", "<w:moveFrom ", "<w:moveTo ", `w:author="newer.md" w:date="2025-11-20T00:00:00Z"`} {
		if !strings.Contains(document, want) {
			t.Errorf("the document has no %s", want)
		}
	}
	for _, reading := range []struct {
		name intake.Reading
		want *intake.Document
	}{{intake.Accepted, b}, {intake.Rejected, a}} {
		if got, want := textLines(read(t, "redline.docx", out.Bytes(), reading.name)), textLines(reading.want); !slices.Equal(got, want) {
			t.Errorf("reading %d: the document is\n%q, want\n%q", reading.name, got, want)
		}
	}
}

func read(t *testing.T, name string, data []byte, reading intake.Reading) *intake.Document {
	t.Helper()
	d, err := intake.Read(name, data, intake.Options{Reading: reading})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func textLines(d *intake.Document) []string {
	var out []string
	for i := range d.Points {
		out = append(out, redline.Lines(&d.Points[i])...)
	}
	return out
}
