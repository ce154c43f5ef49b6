package record_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"plandiff/internal/plan"
)

// What two records write, and whether it is the same: the one definition of
// equal, from the file to the answer. Each row sets two values of a field of
// the kind against each other, in YAML.
func TestEqualValues(t *testing.T) {
	for _, tt := range []struct {
		why, kind, a, b string
		same            bool
	}{
		{"case", "text", "value: The People's Council", "value: the people's council", true},
		{"curly and straight apostrophes", "text", "value: the people’s council", "value: the people's council", true},
		{"curly and straight quotation marks", "text", "value: a “fair” share", `value: a "fair" share`, true},
		{"single and double ones", "text", "value: a 'fair' share", `value: a "fair" share`, true},
		{"no marks at all", "text", "value: a “fair” share", "value: a fair share", false},
		{"dashes", "text", "value: cease–fire", "value: cease-fire", true},
		{"a dash or none", "text", "value: cease-fire", "value: ceasefire", false},
		{"blanks", "text", "value: \"600\u00a0men\"", "value: '600  men'", true},
		{"composed and decomposed letters", "text", `value: "Zürich"`, `value: "Zu\u0308rich"`, true},
		{"other letters", "text", "value: Zürich", "value: Zurich", false},
		{"another script that looks alike", "text", "value: Aldland", "value: Аldland", false},
		{"a joiner that makes two words of one", "text", `value: "می\u200cخواهم"`, `value: "میخواهم"`, false},
		{"a joiner that does nothing", "text", `value: "Ald\u200cland"`, "value: Aldland", true},
		{"Sinhala with and without its joiner", "text", `value: "ශ්\u200dරී"`, `value: "ශ්රී"`, false},
		{"a full stop more", "text", "value: at once", "value: at once.", false},
		{"a number in words", "text", "value: 600,000 men", "value: 600000 men", false},

		{"order of a list", "list", "value: [Aldland, Borland]", "value: [Borland, Aldland]", true},
		{"repeated items", "list", "value: [Aldland, aldland, Borland]", "value: [Aldland, Borland]", true},
		{"typography of items", "list", "value: [“Ald” land]", `value: ['"Ald" land']`, true},
		{"accents of items", "list", `value: ["Zu\u0308rich"]`, "value: [Zürich]", true},
		{"a longer list", "list", "value: [Aldland, Borland]", "value: [Aldland]", false},
		{"one item with a comma", "list", "value: ['Aldland, Borland']", "value: [Aldland, Borland]", false},

		{"the same number", "quantity, unit: men", "value: 600000", "value: 600000", true},
		{"a sign", "quantity, unit: degrees", "value: -5", "value: 5", false},
		{"nought has no sign", "quantity, unit: degrees", "value: -0", "value: 0", true},
		{"decimals that a machine cannot hold", "percent", "value: 0.3", "value: 0.300001", false},
		{"scales of one currency", "money, unit: billion USD", "value: 0.067", "value: 67\nunit: million USD", true},
		{"scales, the other way", "money, unit: million USD", "value: 1100", "value: 1.1\nunit: billion USD", true},
		{"a scale against the plain unit", "money, unit: million USD", "value: 0.000001", "value: 1\nunit: USD", true},
		{"scales of two currencies", "money, unit: billion USD", "value: 1", "value: 1000\nunit: million EUR", false},
		{"almost the same sum", "money, unit: billion USD", "value: 0.067", "value: 67.1\nunit: million USD", false},
		{"at least is no number", "quantity, unit: men", "value: '>=800000'", "value: 800000", false},
		{"at most is not under", "quantity, unit: men", "value: '<=5'", "value: '<5'", false},
		{"about is no number either: it is vaguer", "quantity, unit: men", "value: ~600000", "value: 600000", false},
		{"a bound with a blank", "quantity, unit: men", "value: '>= 5'", "value: '>=5'", true},
		{"a number and words", "quantity, unit: men", "value: 5", "words: 5 men", false},
		{"words for a number", "quantity, unit: men", "words: No Limit", "words: no limit", true},

		{"one day", "date", "value: 2031-05-20", "value: 2031-05-20", true},
		{"a month and its days from first to last", "date", "value: 2031-05", "value: 2031-05-01/2031-05-31", true},
		{"a month and a day in it: it is vaguer", "date", "value: 2031-05", "value: 2031-05-20", false},
	} {
		fsys := fstest.MapFS{
			"plans/vocabulary.yaml": {Data: []byte("topics:\n- id: t\n  title: T\n  fields:\n  - {id: t.x, title: X, kind: " + tt.kind + "}\n")},
			"seeds/s.yaml":          {Data: []byte("sources:\n- {id: s, attests: s}\n")},
			"plans/a.yaml":          {Data: []byte("id: a\nkind: position\ntitle: A\nfields:\n  t.x:\n" + entry(tt.a) + entry(tt.b))},
		}
		claims := load(t, fsys).Record("a").Claims("t.x")
		a, b := claims[0].Value, claims[1].Value
		if got := a.Equal(b); got != tt.same {
			t.Errorf("%s: %q and %q are equal: %v", tt.why, a, b, got)
		}
		if a.Equal(b) != b.Equal(a) || (a.Identity() == b.Identity()) != a.Equal(b) || !a.Equal(a) {
			t.Errorf("%s: %q and %q are equal one way and not the other", tt.why, a, b)
		}
		if a.Equal(b) && (a.Covers(b) || b.Covers(a)) {
			t.Errorf("%s: of two equal values none is vaguer", tt.why)
		}
		if written := writtenAs(tt.a); written != "" && a.String() != written {
			t.Errorf("%s: %q is shown as %q, and not as it is written", tt.why, written, a)
		}
		if a.StepTo(b) == nil && plain(a) && plain(b) && a.Unit == b.Unit {
			t.Errorf("%s: no step from %v to %v", tt.why, a, b)
		}
	}
}

func entry(claim string) string {
	return "  - " + strings.ReplaceAll(claim, "\n", "\n    ") + "\n    source: s\n    basis: reported\n"
}

// writtenAs is the text of a claim in words without quotes; "" for others.
func writtenAs(claim string) string {
	text, found := strings.CutPrefix(claim, "value: ")
	if !found || strings.ContainsAny(text[:1], "\"'[~<>-0123456789") {
		return ""
	}
	return text
}

func plain(v plan.Value) bool { return v.HasNumber() && v.Bound == plan.Exact }
