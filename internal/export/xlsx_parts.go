package export

import (
	"fmt"
	"io"
	"strings"
)

// Parts of a workbook around its sheets, after ECMA-376.

const sheetSpaces = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

const (
	relType   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	mainType  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	propsType = "application/vnd.openxmlformats-package.core-properties+xml"
)

// parts writes what names and joins the sheets.
func (b *book) parts() error {
	list := map[string]string{
		"[Content_Types].xml": b.contentTypes(), "docProps/core.xml": fmt.Sprintf(coreProps, xmlText(b.doc.Title)),
		"_rels/.rels":     strings.ReplaceAll(packageRels, "word/document.xml", "xl/workbook.xml"),
		"xl/workbook.xml": b.workbookPart(), "xl/styles.xml": b.styleSheet(), "xl/_rels/workbook.xml.rels": b.workbookRels(),
	}
	for i, s := range b.sheets {
		if len(s.rels) > 0 {
			rels := relsOpen
			for n, u := range s.rels {
				rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="%shyperlink" Target="%s" TargetMode="External"/>`, n+1, relType, xmlText(u))
			}
			list[fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1)] = rels + `</Relationships>`
		}
	}
	for name, content := range list { // the zip file puts them into order
		w, err := b.zip.Create(name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, content); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) contentTypes() string {
	s := xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + mainType + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + mainType + `styles+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="` + propsType + `"/>`
	for i := range b.sheets {
		s += fmt.Sprintf(`<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, mainType)
	}
	return s + `</Types>`
}

func (b *book) workbookRels() string {
	s := relsOpen
	for i := range b.sheets {
		s += fmt.Sprintf(`<Relationship Id="rId%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relType, i+1)
	}
	return s + fmt.Sprintf(`<Relationship Id="rId%d" Type="%sstyles" Target="styles.xml"/></Relationships>`, len(b.sheets)+1, relType)
}

// workbookPart lists the sheets, and for each what its filters cover, what is
// printed, and which row is repeated on every page.
func (b *book) workbookPart() string {
	s := xmlHead + `<workbook ` + sheetSpaces + `><bookViews><workbookView/></bookViews><sheets>`
	names := ""
	for i, info := range b.sheets {
		s += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, info.name, i+1, i+1)
		define := func(name, more, area string) {
			names += fmt.Sprintf(`<definedName name="_xlnm.%s" localSheetId="%d"%s>'%s'!%s</definedName>`, name, i, more, info.name, area)
		}
		define("_FilterDatabase", ` hidden="1"`, info.filter)
		if info.printed != "" {
			define("Print_Area", "", info.printed)
		}
		define("Print_Titles", "", "$1:$1")
	}
	return s + `</sheets><definedNames>` + names + `</definedNames></workbook>`
}
