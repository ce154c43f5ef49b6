// Package ooxmltest holds Word documents against the schema of ECMA-376-1,
// annex A.1, for the tests of what writes them. Nothing in the program imports
// it.
package ooxmltest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
)

// inLines is what may stand in a paragraph, in any order.
const inLines = "r|hyperlink|bookmarkStart|bookmarkEnd|ins|del|moveFrom|moveTo|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|moveToRangeEnd"

// order is how children stand in an element: the sequence of its type, with
// bars between those that stand in any order. An element that is not here has
// no children.
var order = map[string]string{
	"document": "body",
	"body":     "p|tbl sectPr",
	"p":        "pPr " + inLines,
	"r":        "rPr t|delText|br|tab|fldChar|instrText|footnoteRef|footnoteReference|separator|continuationSeparator",
	"ins":      "r", "del": "r", "moveFrom": "r", "moveTo": "r", "hyperlink": "r",
	"pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct " +
		"autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
	"rPr": "ins|del|moveFrom|moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang",

	"tbl":        "tblPr tblGrid tr",
	"tblPr":      "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
	"tblBorders": "top left bottom right insideH insideV",
	"tblCellMar": "top left bottom right",
	"tblGrid":    "gridCol",
	"tr":         "trPr tc",
	"trPr":       "cantSplit|tblHeader",
	"tc":         "tcPr p",
	"tcPr":       "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
	"sectPr":     "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",

	"styles":      "docDefaults latentStyles style",
	"docDefaults": "rPrDefault pPrDefault",
	"rPrDefault":  "rPr",
	"pPrDefault":  "pPr",
	"style":       "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked rsid pPr rPr tblPr trPr tcPr tblStylePr",
	"settings":    "writeProtection view zoom removePersonalInformation mirrorMargins revisionView trackRevisions documentProtection defaultTabStop evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat rsids themeFontLang",
	"footnotePr":  "pos numFmt numStart numRestart footnote",
	"compat":      "compatSetting",
	"ftr":         "p",
	"footnotes":   "footnote",
	"footnote":    "p",
}

// needed must stand in an element, where an application takes the document for
// damaged without it.
var needed = map[string]string{"document": "body", "tbl": "tblPr tblGrid tr", "tr": "tc", "tc": "p", "style": "name", "ftr": "p"}

// InOrder fails the test where an element of a Word document stands where the
// schema has no place for it. It tells what it saw, as "pPr bidi".
func InOrder(t testing.TB, document []byte) (seen map[string]bool) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		t.Fatal(err)
	}
	seen = map[string]bool{}
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "word/") || !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part{t, f.Name, seen}.read(r)
		r.Close()
	}
	return seen
}

type part struct {
	testing.TB
	name string
	seen map[string]bool
}

// element is one that is open.
type element struct {
	name     string
	at       int // in its sequence
	children []string
}

func (p part) read(r io.Reader) {
	p.Helper()
	var open []*element
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			p.Fatalf("%s: %v", p.name, err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			if len(open) > 0 {
				p.child(open[len(open)-1], x.Name.Local)
			}
			open = append(open, &element{name: x.Name.Local})
		case xml.EndElement:
			e := open[len(open)-1]
			for _, name := range strings.Fields(needed[e.name]) {
				if !slices.Contains(e.children, name) {
					p.Errorf("%s: %s has no %s", p.name, e.name, name)
				}
			}
			open = open[:len(open)-1]
		}
	}
}

func (p part) child(in *element, name string) {
	p.Helper()
	p.seen[in.name+" "+name] = true
	in.children = append(in.children, name)
	sequence := strings.Fields(order[in.name])
	at := slices.IndexFunc(sequence, func(s string) bool { return slices.Contains(strings.Split(s, "|"), name) })
	switch {
	case at < 0:
		p.Errorf("%s: %s has no place in %s", p.name, name, in.name)
	case at < in.at:
		p.Errorf("%s: in %s, %s stands after %s", p.name, in.name, name, sequence[in.at])
	default:
		in.at = at
	}
}
