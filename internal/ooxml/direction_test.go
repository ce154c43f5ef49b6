package ooxml

import (
	"fmt"
	"strings"
	"testing"
)

func TestStretches(t *testing.T) {
	for _, c := range []struct {
		name, text string
		paragraph  bool
		want       string // each stretch with < or > for its direction
	}{
		{"Latin letters", "point 6", false, ">point 6"},
		{"Hebrew with a number", "הסכם שלום: 600 חיילים.", true, "<הסכם שלום: 600 חיילים."},
		{"the full stop goes with the paragraph", "הסכם.", false, "<הסכם|>."},
		{"between letters of one direction", "אב, גד", false, "<אב, גד"},
		{"between two directions", "text: אב", false, ">text: |<אב"},
		{"Arabic in a Latin text", "the سلام accord", false, ">the |<سلام|> accord"},
		{"Latin in a Hebrew text", "הסכם NATO כאן", true, "<הסכם |>NATO|< כאן"},
		{"digits alone in a Hebrew paragraph", "600", true, "<600"},
		{"digits alone", "600", false, ">600"},
		{"vowel signs stay with their letter", "שָׁלוֹם x", false, "<שָׁלוֹם|> x"},
		{"letters beyond the basic plane", "𞤀𞤁 x", false, "<𞤀𞤁|> x"},
		{"empty", "", false, ">"},
	} {
		var got []string
		for _, s := range stretches(c.text, c.paragraph) {
			sign := ">"
			if s.rightToLeft {
				sign = "<"
			}
			got = append(got, sign+s.text)
		}
		if text := strings.Join(got, "|"); text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
	}
}

// Headings, cells and footnotes say which way they run, and only where they
// run from right to left.
func TestDirectionIsSet(t *testing.T) {
	data := written(t, everything())
	for part, want := range map[string][]string{
		"word/document.xml":  {"שלום", "הסכם שלום: 600 חיילים."},
		"word/footnotes.xml": {"מקור שני"},
	} {
		root := parse(t, partOf(t, data, part))
		var paragraphs, runs []string
		for _, p := range root.all("w:p") {
			if properties := p.child("w:pPr"); properties != nil && properties.child("w:bidi") != nil {
				paragraphs = append(paragraphs, strings.TrimSpace(plainText(p)))
			}
		}
		for _, r := range root.all("w:r") {
			if properties := r.child("w:rPr"); properties != nil && properties.child("w:rtl") != nil && strings.TrimSpace(plainText(r)) != "" {
				runs = append(runs, plainText(r))
			}
		}
		if fmt.Sprint(paragraphs) != fmt.Sprint(want) || fmt.Sprint(runs) != fmt.Sprint(want) {
			t.Errorf("%s: paragraphs %q and runs %q run from right to left, want %q", part, paragraphs, runs, want)
		}
	}
}
