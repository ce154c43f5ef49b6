package ooxml

import (
	"embed"
	"io"
	"io/fs"
	"strings"
)

// parts are the parts that every document has, as they are; {{language}} in
// the styles apart.
//
//go:embed all:parts
var parts embed.FS

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Write writes the document as a docx file.
func (d *Document) Write(w io.Writer) error {
	archive := NewArchive(w)
	static, err := fs.Sub(parts, "parts")
	if err != nil {
		return err
	}
	if err := archive.AddFS(static); err != nil {
		return err
	}
	text, notes := newBody(d), newBody(d)
	text.document()
	notes.footnotes(text.order)
	language := d.Language
	if language == "" {
		language = "en-GB"
	}
	styles, err := fs.ReadFile(static, "word/styles.xml")
	if err != nil {
		return err
	}
	for _, p := range [...]struct{ name, content string }{
		{"docProps/core.xml", d.properties(language)},
		{"word/document.xml", text.String()},
		{"word/_rels/document.xml.rels", text.links.relations("styles", "settings", "footnotes", "footer")},
		{"word/footer.xml", d.foot()},
		{"word/footnotes.xml", notes.String()},
		{"word/_rels/footnotes.xml.rels", notes.links.relations()},
		{"word/styles.xml", strings.Replace(string(styles), "{{language}}", escaped(language), 1)},
	} {
		part, err := archive.Create(p.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(part, p.content); err != nil {
			return err
		}
	}
	return archive.Close()
}

func newBody(d *Document) *body {
	return &body{doc: d, noted: map[int]int{}, ranges: map[Revision]string{}}
}

// properties are those of the file. There is no day of making among them: the
// same document is the same bytes.
func (d *Document) properties(language string) string {
	var m markup
	m.WriteString(xmlHead)
	m.start("cp:coreProperties", "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/")
	for _, p := range [...][2]string{{"dc:title", d.Title}, {"dc:creator", d.Creator}, {"dc:language", language}} {
		m.start(p[0])
		m.WriteString(escaped(p[1]))
		m.end(p[0])
	}
	m.end("cp:coreProperties")
	return m.String()
}

// foot is the line at the foot of every page: the title and the page number.
func (d *Document) foot() string {
	title := []Run{{Text: d.Title}}
	b := newBody(d)
	b.open("w:ftr")
	b.start("w:p")
	var properties markup
	properties.value("w:pStyle", string(footer))
	properties.flag("w:bidi", beginsRightToLeft(title))
	b.within("w:pPr", properties)
	b.run(title[0], beginsRightToLeft(title))
	b.run(Run{Text: "  ·  page "}, false)
	b.field("PAGE", "1", "")
	b.run(Run{Text: " of "}, false)
	b.field("NUMPAGES", "1", "")
	b.end("w:p")
	b.end("w:ftr")
	return b.String()
}

// links are the addresses that a part leads to.
type links struct {
	names     map[string]string // address -> ID
	addresses []string
}

func (l *links) id(address string) string {
	if id := l.names[address]; id != "" {
		return id
	}
	if l.names == nil {
		l.names = map[string]string{}
	}
	l.addresses = append(l.addresses, address)
	l.names[address] = "link" + number(len(l.addresses))
	return l.names[address]
}

// relations is the part that says what the IDs in another one stand for: the
// parts of the package that it needs, named as their kind, and addresses.
func (l *links) relations(kinds ...string) string {
	var m markup
	m.WriteString(xmlHead)
	m.start("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
	for _, k := range kinds {
		m.empty("Relationship", "Id", k, "Type", relationSpace+"/"+k, "Target", k+".xml")
	}
	for _, a := range l.addresses {
		m.empty("Relationship", "Id", l.names[a], "Type", relationSpace+"/hyperlink", "Target", a, "TargetMode", "External")
	}
	m.end("Relationships")
	return m.String()
}

// isAddress reports whether a link leads to a page on the web. No other kind
// of address is written: a document may be opened where a click does harm.
func isAddress(link string) bool {
	return (strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://")) && !strings.ContainsAny(link, " \t\n\"<>\\^`{|}")
}
