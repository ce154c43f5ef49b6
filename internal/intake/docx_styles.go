package intake

import (
	"io"
	"strconv"
	"strings"

	"plandiff/internal/ooxml"
)

// wordStyle is a paragraph style as far as it tells structure. Zero fields
// are not set, and come from the style that it is based on.
type wordStyle struct {
	name, basedOn string
	num           wordNum
	outline       int // 1 to 9: heading level
	left          int // twips
	hasLeft       bool
}

// wordNum is a paragraph's numbering: "" is not set, id "0" is none.
type wordNum struct {
	id    string
	level int
}

type wordStyles map[string]*wordStyle

func readStyles(pkg *ooxml.Package, part string) (wordStyles, error) {
	out := wordStyles{}
	data, err := optional(pkg, part)
	if data == nil {
		return out, err
	}
	r := ooxml.Tokens(part, data)
	var s *wordStyle
	for {
		t, err := r.Next()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if t.Kind != ooxml.Start {
			continue
		}
		switch t.Name {
		case "style":
			s = &wordStyle{}
			if t.Attr("type") == "paragraph" {
				out[t.Attr("styleId")] = s
			}
		case "docDefaults", "latentStyles", "rPr", "tblPr":
			if err := r.Skip(); err != nil {
				return nil, err
			}
		}
		if s == nil {
			continue
		}
		switch t.Name {
		case "name":
			s.name = strings.ToLower(t.Attr("val"))
		case "basedOn":
			s.basedOn = t.Attr("val")
		case "numId":
			s.num.id = t.Attr("val")
		case "ilvl":
			s.num.level = small(t.Attr("val"))
		case "outlineLvl":
			s.outline = outlineLevel(t.Attr("val"))
		case "ind":
			s.left, s.hasLeft = leftOf(&t)
		}
	}
}

// resolve fills a style from those it is based on, 20 deep at most.
func (s wordStyles) resolve(id string) wordStyle {
	out := wordStyle{}
	for range 20 {
		from := s[id]
		if from == nil {
			break
		}
		if out.name == "" {
			out.name = from.name
		}
		if out.num.id == "" {
			out.num.id = from.num.id
			out.num.level = max(out.num.level, from.num.level)
		}
		if out.outline == 0 {
			out.outline = from.outline
		}
		if out.outline == 0 && strings.HasPrefix(from.name, "heading ") {
			out.outline = min(small(from.name[len("heading "):]), 9)
		}
		if !out.hasLeft {
			out.left, out.hasLeft = from.left, from.hasLeft
		}
		id = from.basedOn
	}
	if out.outline == 0 && out.name == "title" {
		out.outline = 1
	}
	return out
}

func outlineLevel(val string) int {
	if n := small(val); n < 9 && val != "" {
		return n + 1
	}
	return 0
}

// small is a number from 0 to 99; 0 for anything else.
func small(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 99 {
		return 0
	}
	return n
}

// leftOf is where a paragraph's first line begins, in twips.
func leftOf(t *ooxml.Token) (int, bool) {
	left := t.Attr("left")
	if left == "" {
		left = t.Attr("start")
	}
	n, err := strconv.Atoi(left)
	if err != nil {
		return 0, false
	}
	hanging, _ := strconv.Atoi(t.Attr("hanging"))
	return min(max(n-hanging, 0), 1<<16), true
}

// optional is a part that a document may do without.
func optional(pkg *ooxml.Package, part string) ([]byte, error) {
	if part == "" || !pkg.Has(part) {
		return nil, nil
	}
	return pkg.Part(part)
}
