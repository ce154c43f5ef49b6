package export

import (
	"io"

	"plandiff/internal/ooxml"
	"plandiff/internal/table"
)

// Redline writes two documents as one Word document with tracked changes,
// which a reader accepts or rejects one by one: all accepted, it is the newer
// text; all rejected, the older. Nothing else stands in it. Author and date,
// as in "2006-01-02T15:04:05Z", are shown beside each change; "" for no date.
func Redline(w io.Writer, title, author, date string, text []table.Tracked) error {
	d := &ooxml.Document{Title: safe(title), Creator: "plandiff", Author: safe(author), Date: date}
	var body []ooxml.Block
	for _, t := range text {
		p := &ooxml.Paragraph{Mark: ooxml.Revision{Op: revisions[t.End]}}
		if t.Heading {
			p.Style = ooxml.Heading
		}
		for _, r := range t.Runs {
			p.Runs = append(p.Runs, ooxml.Run{Text: safePart(r.Text), Revision: ooxml.Revision{Op: revisions[r.Fate], Move: r.Move}})
		}
		body = append(body, p)
	}
	d.Sections = []ooxml.Section{{Body: body}}
	return d.Write(w)
}

var revisions = [...]ooxml.Op{table.Kept: ooxml.Kept, table.Inserted: ooxml.Inserted, table.Deleted: ooxml.Deleted,
	table.MovedFrom: ooxml.MovedFrom, table.MovedTo: ooxml.MovedTo}
