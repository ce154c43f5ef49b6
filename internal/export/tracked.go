package export

import (
	"io"

	"plandiff/internal/ooxml"
)

// Tracked writes two documents as one Word document with tracked changes:
// accepting all of them gives the newer text, rejecting all the older. Author
// is whom Word names beside each change.
func Tracked(w io.Writer, title, author string, paragraphs []*ooxml.Paragraph) error {
	body := make([]ooxml.Block, len(paragraphs))
	for i, p := range paragraphs {
		body[i] = p
	}
	d := &ooxml.Document{Title: safe(title), Creator: "plandiff", Author: safe(author), Sections: []ooxml.Section{{Body: body}}}
	return d.Write(w)
}
