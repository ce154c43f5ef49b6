package export

import (
	"html"
	"strings"
	"testing"

	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// The page says what each of its marks means, and every cell that differs has
// one, whether its words say the kind or not.
func TestPageExplainsItsMarks(t *testing.T) {
	v := shippedView(t)
	d := documentOf(t, v, v.Compare...)
	page := string(write1(t, HTML, Shape{}, d))
	cells := 0
	for _, s := range d.Tree.Sections {
		for _, r := range s.Rows {
			if m := wording.Meaning(r.Kind); !strings.Contains(page, html.EscapeString(m)) {
				t.Errorf("the page does not say that %s means: %s", r.Kind, m)
			}
			for _, c := range r.Cells {
				if !c.Mark.IsZero() {
					cells++
				}
			}
		}
	}
	_, body, _ := strings.Cut(page, `<table class="comparison"`)
	body, _, _ = strings.Cut(body, "</table>")
	body = html.UnescapeString(body)
	marks := 0
	for _, k := range table.Kinds {
		marks += strings.Count(body, `aria-hidden="true">`+wording.Kind(k).Symbol+" ")
	}
	if marks != cells || cells == 0 {
		t.Errorf("%d marks in %d cells that have one", marks, cells)
	}
}

// What is escaped in an address is read as it is meant, unless something else
// would come of it.
func TestAddressOnPaper(t *testing.T) {
	for _, tt := range []struct{ why, url, want string }{
		{"plain", "https://example.org/a-b?c=d", "https://example.org/a-b?c=d"},
		{"letters", "https://example.org/%D0%BF%D0%BB%D0%B0%D0%BD", "https://example.org/план"},
		{"a blank ends an address", "https://example.org/a%20b", "https://example.org/a%20b"},
		{"a line break", "https://example.org/a%0Ab", "https://example.org/a%0Ab"},
		{"no letters", "https://example.org/%FF", "https://example.org/%FF"},
		{"an order of its own", "https://example.org/%E2%80%AEgpj", "https://example.org/%E2%80%AEgpj"},
		{"not one that is opened", "javascript:alert(1)", ""},
	} {
		if got := address(&plan.Source{URL: tt.url}); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}
