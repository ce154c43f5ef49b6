package intake_test

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plandiff/internal/intake"
)

// bomb is a Word document whose main part unpacks to many times its size, and
// says of itself that it is small.
func bomb(t *testing.T, size int, honest bool) []byte {
	t.Helper()
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	sum := crc32.NewIEEE()
	block := bytes.Repeat([]byte("<w:p/>"), 1<<14)
	for n := 0; n < size; n += len(block) {
		sum.Write(block)
		if _, err := w.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	said := uint32(100)
	if honest {
		said = uint32(size)
	}
	var b, directory bytes.Buffer
	entry := func(name string, method uint16, data []byte, crc, full uint32) {
		at := uint32(b.Len())
		head := []any{uint16(20), uint16(0), method, uint32(0), crc, uint32(len(data)), full, uint16(len(name)), uint16(0)}
		b.WriteString("PK\x03\x04")
		for _, v := range head {
			binary.Write(&b, binary.LittleEndian, v)
		}
		b.WriteString(name)
		b.Write(data)
		directory.WriteString("PK\x01\x02\x14\x00")
		for _, v := range append(head, uint16(0), uint16(0), uint16(0), uint32(0), at) {
			binary.Write(&directory, binary.LittleEndian, v)
		}
		directory.WriteString(name)
	}
	plain := func(name, content string) {
		entry(name, 0, []byte(content), crc32.ChecksumIEEE([]byte(content)), uint32(len(content)))
	}
	plain("[Content_Types].xml", "<Types/>")
	plain("_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`)
	entry("word/document.xml", 8, packed.Bytes(), sum.Sum32(), said)
	start := b.Len()
	b.Write(directory.Bytes())
	b.WriteString("PK\x05\x06\x00\x00\x00\x00\x03\x00\x03\x00")
	binary.Write(&b, binary.LittleEndian, uint32(directory.Len()))
	binary.Write(&b, binary.LittleEndian, uint32(start))
	b.WriteString("\x00\x00")
	return b.Bytes()
}

// lockedPDF has an encryption dictionary that no empty password opens.
const lockedPDF = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\n" +
	"3 0 obj\n<< /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (abcdefghabcdefghabcdefghabcdefgh) /P -4 >>\nendobj\n" +
	"trailer\n<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [(1234567890123456) (1234567890123456)] >>\n%%EOF\n"

func TestHostileDocuments(t *testing.T) {
	const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
	document := func(s string) []byte {
		return wordFile(t, "", map[string]string{"word/document.xml": s})
	}
	for _, tt := range []struct {
		why, name string
		data      []byte
		want      string
	}{
		{"a zip bomb that says how large it is", "d.docx", bomb(t, 1<<26, true), "d.docx: word/document.xml unpacks to more than 48 MiB: this may be a zip bomb"},
		{"a zip bomb that lies about its size", "d.docx", bomb(t, 1<<26, false), "d.docx: word/document.xml"},
		{"an XML entity bomb", "d.docx", document(laughs + `<w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`),
			"d.docx: word/document.xml, line 1: a document type is not allowed in an Office file"},
		{"no main part", "d.docx", wordFile(t, "", map[string]string{"word/document.xml": ""}), "d.docx: the document has no main part (open it in Word and save it again)"},
		{"a main part that is a workbook", "d.docx", document(`<workbook/>`), "d.docx: the main part is not a Word document (open it in Word and save it again)"},
		{"XML that ends too early", "d.docx", document(`<w:document><w:body><w:p>`), "d.docx: word/document.xml, line 1: the element \"p\" is not closed"},
		{"elements nested without end", "d.docx", document(strings.Repeat("<w:sdt>", 100_000)), "d.docx: word/document.xml, line 1: elements are nested more than 1000 deep"},
		{"a text larger than anything read", "d.txt", make([]byte, 65<<20), "d.txt: the document is larger than 64 MiB (split it, or save it as plain text)"},
		{"a line of ten megabytes", "d.txt", []byte("1. One\n" + strings.Repeat("word ", 2<<20)), "d.txt:2: the line is longer than 1 MiB (the file does not look like a draft, or has lost its line breaks)"},
		{"the same in Markdown", "d.md", []byte(strings.Repeat("*word* ", 2<<20)), "d.md:1: the line is longer than 1 MiB (the file does not look like a draft, or has lost its line breaks)"},
		{"the same in HTML", "d.html", []byte("<p>\n" + strings.Repeat("word ", 2<<20)), "d.html:2: a piece of the page is longer than 1 MiB (the page does not look like a draft)"},
		{"a paragraph of short lines without end", "d.txt", []byte(strings.Repeat("words that go on and on without any end to them, as it seems to all,\n", 40_000)), "d.txt:1: the paragraph is longer than 1 MiB (the text does not look like a draft)"},
		{"more lines than any draft has", "d.txt", []byte(strings.Repeat("a-\n", 2<<20)), "d.txt:1000002: the text has more than 1,000,000 lines (split it)"},
		{"more paragraphs than any draft has", "d.md", []byte(strings.Repeat("- x\n", 1<<19)), "d.md:300002: the document has more than 300,000 paragraphs (split it)"},
		{"brackets nested without end", "d.txt", []byte("1. " + strings.Repeat("[", 100_000)), "d.txt:1: square brackets are nested more than 200 deep (the text does not look like a draft, or a closing bracket is missing in many places)"},
		{"lists nested without end in Markdown", "d.md", nestedMarkdown(), "d.md:101: lists are nested more than 100 deep (the text does not look like a draft)"},
		{"the same on one line", "d.md", []byte(strings.Repeat("- ", 100_000) + "x"), "d.md:1: lists are nested more than 100 deep (the text does not look like a draft)"},
		{"the same in HTML", "d.html", []byte(strings.Repeat("<ul><li>x", 100_000)), "d.html:1: lists are nested more than 100 deep (the page does not look like a draft)"},
		{"a PDF with a password", "d.pdf", []byte(lockedPDF), "d.pdf: the PDF is locked with a password (save a copy without it)"},
		{"a PDF that is cut off", "d.pdf", []byte("%PDF-1.7\n1 0 obj\n<<"), "d.pdf: the PDF is damaged (open it in a viewer and print it to a new PDF)"},
		{"a PDF that is named a Word document", "d.docx", []byte(lockedPDF), "d.docx: the name says a Word document, the content is a PDF (rename it, or save it as what its name says)"},
		{"a Word document that is named a text", "d.txt", wordFile(t, "", nil), "d.txt: the name says plain text, the content is a Word document (rename it, or save it as what its name says)"},
		{"a text that is named a PDF", "d.pdf", []byte("1. One"), "d.pdf: the name says a PDF, the content is plain text (rename it, or save it as what its name says)"},
		{"a zip archive", "d.zip", zipFile(t, map[string]string{"a": "b"}), "d.zip: this is a zip archive, not a document (unpack it first)"},
		{"an old Word file", "d.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x"), "d.doc: this is an old Word file, or one locked with a password (save it as .docx without a password)"},
		{"bytes that are no text", "d", []byte("\x7fELF\x00\x00\x00\x01\x02"), "d: this is neither text nor a document that can be read (txt, md, html, docx and pdf are read)"},
		{"nothing", "d.txt", nil, "d.txt: the file is empty"},
		{"blanks alone", "d.txt", []byte(" \n\t\n"), "d.txt: the document has no text (a scanned page must go through text recognition first)"},
		{"a name with a terminal escape", "d\x1b[31m.txt", nil, "d.txt: the file is empty"},
	} {
		t.Run(tt.why, func(t *testing.T) {
			var opts intake.Options
			if strings.HasSuffix(tt.name, ".pdf") {
				opts.CacheDir = pdfCache(t)
			}
			doc, err := intake.Read(tt.name, tt.data, opts)
			var problem *intake.Problem
			if doc != nil || !errors.As(err, &problem) {
				t.Fatalf("document %v, error %v, want a problem", doc, err)
			}
			if !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("error\n  %s\nwant\n  %s", err, tt.want)
			}
		})
	}
}

func nestedMarkdown() []byte {
	var b strings.Builder
	for i := range 2000 {
		b.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	return []byte(b.String())
}

func TestFilesThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	large := filepath.Join(dir, "large.txt")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 200<<20); err != nil { // a hole: no disk is used
		t.Fatal(err)
	}
	for _, tt := range []struct{ why, path, want string }{
		{"a file that is not there", filepath.Join(dir, "none.txt"), "there is no such file"},
		{"a folder", dir, "this is a folder, not a document"},
		{"200 MB", large, "the file is larger than 64 MiB (split it, or save it as plain text)"},
	} {
		doc, err := intake.ReadFile(tt.path, intake.Options{})
		if want := tt.path + ": " + tt.want; doc != nil || err == nil || err.Error() != want {
			t.Errorf("%s: document %v, error %v, want %s", tt.why, doc, err, want)
		}
	}
	locked := filepath.Join(dir, "locked.txt")
	if err := os.WriteFile(locked, []byte("1. One"), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(locked); !errors.Is(err, fs.ErrPermission) {
		t.Skip("this user may read everything")
	}
	if _, err := intake.ReadFile(locked, intake.Options{}); err == nil || err.Error() != locked+": no permission to read the file" {
		t.Errorf("no permission: error %v", err)
	}
}
