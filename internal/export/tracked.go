package export

import (
	"io"

	"plandiff/internal/ooxml"
	"plandiff/internal/table"
)

// Tracked writes two documents as one Word document with tracked changes:
// accepting all of them gives the newer text, rejecting all the older. Author
// is whom Word names beside each change.
func Tracked(w io.Writer, title, author string, paragraphs []table.TrackedParagraph) error {
	d := &ooxml.Document{Title: safe(title), Creator: "plandiff", Author: safe(author)}
	var body []ooxml.Block
	for _, p := range paragraphs {
		out := &ooxml.Paragraph{Mark: ooxml.Revision{Op: revisions[p.End]}}
		for _, piece := range p.Pieces {
			out.Runs = append(out.Runs, ooxml.Run{Text: piece.Text, Revision: ooxml.Revision{Op: revisions[piece.Fate], Move: piece.Move}})
		}
		body = append(body, out)
	}
	d.Sections = []ooxml.Section{{Body: body}}
	return d.Write(w)
}

var revisions = [...]ooxml.Op{table.Kept: ooxml.Kept, table.Inserted: ooxml.Inserted, table.Deleted: ooxml.Deleted,
	table.MovedFrom: ooxml.MovedFrom, table.MovedTo: ooxml.MovedTo}
