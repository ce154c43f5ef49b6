package intake

import (
	"bytes"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"plandiff/internal/ooxml"
)

// formatOf is what a file's ending says; "" if it says nothing.
func formatOf(ending string) Format {
	switch ending {
	case ".txt", ".text":
		return Text
	case ".md", ".markdown":
		return Markdown
	case ".html", ".htm", ".xhtml":
		return HTML
	case ".docx", ".docm":
		return DOCX
	case ".pdf":
		return PDF
	}
	return ""
}

// words names a format for the reader.
func (f Format) words() string {
	switch f {
	case HTML:
		return "HTML"
	case DOCX:
		return "a Word document"
	case PDF:
		return "a PDF"
	case Markdown:
		return "Markdown"
	}
	return "plain text"
}

// sniff tells the format from the bytes, and refuses a file whose name says
// something else.
func sniff(name string, data []byte) (Format, error) {
	claimed := formatOf(strings.ToLower(filepath.Ext(name)))
	found, err := signature(data)
	if err != nil {
		return "", err
	}
	if found == "" {
		found = Text
		if claimed == Markdown || claimed == HTML && bytes.ContainsRune(data, '<') {
			found = claimed
		}
	}
	if found == HTML && claimed == Markdown {
		found = Markdown // Markdown may begin with HTML
	}
	if claimed != "" && claimed != found {
		return "", &Problem{Msg: "the name says " + claimed.words() + ", the content is " + found.words(), Hint: "rename it, or save it as what its name says"}
	}
	return found, nil
}

// signature tells the formats that begin in a way of their own; "" for text.
func signature(data []byte) (Format, error) {
	head := data[:min(len(data), 1024)]
	switch {
	case len(data) == 0:
		return "", &Problem{Msg: "the file is empty"}
	case bytes.Contains(head, []byte("%PDF-")):
		return PDF, nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		if !ooxml.Names(data, "[Content_Types].xml") {
			return "", &Problem{Msg: "this is a zip archive, not a document", Hint: "unpack it first"}
		}
		return DOCX, nil
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return "", &Problem{Msg: "this is an old Word file, or one locked with a password", Hint: "save it as .docx without a password"}
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "", &Problem{Msg: "this is rich text (RTF)", Hint: "save it as .docx"}
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "", nil
	case bytes.IndexByte(head, 0) >= 0:
		if little, big := wideText(head); little || big {
			return "", nil
		}
		return "", &Problem{Msg: "this is neither text nor a document that can be read", Hint: "txt, md, html, docx and pdf are read"}
	}
	start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<?xml"} {
		if bytes.HasPrefix(start, []byte(tag)) && (tag != "<?xml" || bytes.Contains(start, []byte("<html"))) {
			return HTML, nil
		}
	}
	return "", nil
}

// wideText tells UTF-16 without a mark: every other byte is the small one of
// a letter, 0 for Latin and 4 for Cyrillic. Little endian has them second.
func wideText(head []byte) (little, big bool) {
	small := [2]int{}
	for i, c := range head {
		if c <= 6 {
			small[i%2]++
		}
	}
	half := len(head) / 2
	return half > 1 && small[1] > half*4/5 && small[0] < half/5, half > 1 && small[0] > half*4/5 && small[1] < half/5
}

// decode makes UTF-8 of a text. Bytes that are none are read in the older
// encoding that they look like, and a note says so.
func (d *Document) decode(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.IndexByte(data[:min(len(data), 1024)], 0) >= 0:
		order := unicode.LittleEndian
		if _, big := wideText(data[:min(len(data), 1024)]); big || bytes.HasPrefix(data, []byte("\xfe\xff")) {
			order = unicode.BigEndian
		}
		out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil { // no mark
			out, _ = unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data)
		}
		return string(out)
	}
	if utf8.Valid(data) {
		return string(data)
	}
	good, bad, high, letters, upper := 0, 0, 0, 0, 0
	for i := 0; i < len(data); {
		c := data[i]
		if c < utf8.RuneSelf {
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				letters++
			}
			i++
			continue
		}
		if c >= 0xc0 {
			high++
			if c < 0xe0 {
				upper++
			}
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	if good >= bad {
		d.Notes = append(d.Notes, "broken characters were replaced")
		return string(data)
	}
	table, name := charmap.Windows1252, "Windows-1252"
	if high > letters {
		table, name = charmap.Windows1251, "Windows-1251"
		if upper > high/2 {
			table, name = charmap.KOI8R, "KOI8-R"
		}
	}
	d.Notes = append(d.Notes, "not UTF-8; read as "+name)
	out, _ := table.NewDecoder().Bytes(data)
	return string(out)
}
