package screen

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/record"
	"plandiff/internal/table"
	"plandiff/internal/table/tabletest"
)

// Whatever a record says, it keeps to the width and steers no terminal. The
// text has been cleaned, as every string from outside is. A run draws one view,
// so that there are many.
func FuzzDraw(f *testing.F) {
	for i, s := range []string{"", "400 tonnes", "湖鱒 (lake trout)", "עין־אגם", "👨‍👩‍👧", "a\u00a0b", strings.Repeat("w", 300), "e\u0301\u0301", "│ ─ [3]", "ﷺ", "x\u200d\u200dy"} {
		f.Add(s, 40+i)
		f.Add(s, 20)
	}
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		f.Fatal(err)
	}
	claim := &lib.Record("joint-8").Fields[0].Claims[0]
	card := lib.Source(claim.Source)
	f.Fuzz(func(t *testing.T, s string, w int) {
		if w < MinWidth || w > 300 || len(s) > 2000 {
			return
		}
		s = clean(s)
		*claim = plan.Claim{State: plan.Present, Value: plan.Value{Text: s}, Source: card.ID, Basis: plan.BasisText, Rank: plan.Normal, Phrase: s, By: s, At: s, Note: s}
		card.Title, card.Publisher, card.Attests = s, s, s
		lib.Records[0].Title, lib.Topics[0].Title, lib.Topics[0].Fields[0].Title = s, s, s
		v := evidence.New(lib, evidence.Filter{})
		var tree *table.Tree
		switch w % 4 {
		case 0:
			tree = tabletest.Diff(t, v, "joint-8", "counter-8")
		case 1:
			tree = table.FromRecords(v, v.Records)
		case 2:
			tree = table.FromCitations(v, compare.Citations(v), true)
		case 3:
			one, err := compare.Read(v, "joint-8")
			if err != nil {
				t.Fatal(err)
			}
			tree = table.FromRecord(one)
		}
		form := forms[len(s)%len(forms)]
		checkDrawn(t, "drawn", Draw(tree, form, Options{Width: w}), w)
		if drawn := Draw(tree, form, Options{Width: w, ASCII: true}); strings.ContainsFunc(drawn, func(r rune) bool { return r >= 0x7f || r < ' ' && r != '\n' }) {
			t.Errorf("not ASCII: %q", drawn)
		}
		drawn := ansi.Strip(Draw(tree, form, Options{Width: w, Color: true, Links: true}))
		if strings.ContainsFunc(drawn, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
			t.Errorf("what is drawn could steer a terminal: %q", drawn)
		}
	})
}
