package intake

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"plandiff/internal/prose"
)

func TestParseLabel(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      string // printed|number|rest; "" for no label
	}{
		{"a number with a point", "1. The parties", "1.|1|The parties"},
		{"a number with a bracket", "12) The parties", "12)|12|The parties"},
		{"a number in brackets", "(3) the parties", "(3)|3|the parties"},
		{"a letter in brackets", "(a) the parties", "(a)|a|the parties"},
		{"a letter with a bracket", "b) the parties", "b)|b|the parties"},
		{"a Roman numeral", "IV. Security", "IV.|IV|Security"},
		{"a small Roman numeral", "(iii) security", "(iii)|iii|security"},
		{"a path", "1.2.3 Each state", "1.2.3|1.2.3|Each state"},
		{"a path with a dash", "3.1 - Policy", "3.1|3.1|Policy"},
		{"a path with a letter of its own", "V1.2.3 Verify", "V1.2.3|V1.2.3|Verify"},
		{"a sub-point in one", "10(c) The fund", "10(c)|10.c|The fund"},
		{"bis, after the number", "3bis. The fund", "3bis.|3bis|The fund"},
		{"bis, after a point", "7.bis Each", "7.bis|7bis|Each"},
		{"a letter after the number", "5A. Each", "5A.|5a|Each"},
		{"a named point", "Point 1: Sovereignty", "Point 1:|1|Sovereignty"},
		{"an article alone", "Article 3bis", "Article 3bis|3bis|"},
		{"an article with a blank", "Article 8 bis", "Article 8 bis|8bis|"},
		{"an article with a title in brackets", "Article 4 (adaptation)", "Article 4|4|(adaptation)"},
		{"an article in square brackets", "[Article 3ter] (mechanism)", "Article 3ter]|3ter|(mechanism)"},
		{"an article with a dash", "ARTICLE V – Funds", "ARTICLE V|V|Funds"},
		{"a paragraph sign", "§ 4 The fund", "§ 4|4|The fund"},
		{"a number sign", "No. 7: The fund", "No. 7:|7|The fund"},
		{"a number sign in Russian", "№ 7. Фонд", "№ 7.|7|Фонд"},
		{"an article in Ukrainian", "Стаття 5. Гарантії", "Стаття 5.|5|Гарантії"},
		{"an article in Russian", "Статья 5", "Статья 5|5|"},
		{"a point in Russian", "Пункт 3. Армия", "Пункт 3.|3|Армия"},
		{"the first article in French", "Article premier", "Article premier|1|"},
		{"and in figures", "Article 1er – Objet", "Article 1er|1|Objet"},
		{"an article in Arabic", "المادة 5: الضمانات", "المادة 5:|5|الضمانات"},
		{"with Arabic digits", "المادة ٥", "المادة ٥|5|"},
		{"with an ordinal", "المادة الأولى", "المادة الأولى|1|"},
		{"an article in Chinese", "第五条　各方应", "第五条|5|各方应"},
		{"a large one", "第二十三条 各方", "第二十三条|23|各方"},
		{"a list in Chinese", "三、各方应", "三、|3|各方应"},
		{"a list in brackets in Chinese", "（二）各方应", "（二）|2|各方应"},
		{"a Cyrillic letter", "б) військо", "б)|б|військо"},
		{"a dash", "- a dash", "-||a dash"},
		{"a bullet", "• a bullet", "•||a bullet"},
		{"an open bracket before the number", "[7. Each Party", "7.|7|Each Party"},

		{"an article that the sentence speaks of", "Article 5 of the treaty applies.", ""},
		{"an article spoken of with its paragraph", "Artikel 7 Abs. 3 Satz 1 findet keine Anwendung.", ""},
		{"and in English", "Article 7 Paragraph 3 applies.", ""},
		{"no, the word, is no provision", "Article 7 No reservations may be made.", "Article 7|7|No reservations may be made."},
		{"the same at a small letter", "article 5 applies.", ""},
		{"a quantity", "1.5 million people", "1.5|1.5|million people"}, // weak: needs a list
		{"a year", "2025 was a year of talks.", ""},
		{"a number of things", "12 members of the board", ""},
		{"a name with a dash", "F-16 aircraft", ""},
		{"a word with a point", "Mr. Smith said", ""},
		{"an abbreviation", "e.g. the mill", ""},
		{"a point that speaks", "Point taken.", ""},
		{"a time", "10:30 in the morning", ""},
		{"a date", "5 May 2026", ""},
		{"a hyphen without a blank", "-5 degrees", ""},
		{"an article in Chinese that the sentence speaks of", "第五条所述的基金", ""},
		{"nothing", "", ""},
	} {
		l, ok := parseLabel(tt.text, false)
		got := ""
		if ok {
			got = l.printed + "|" + strings.Join(l.comps, ".") + "|" + tt.text[l.size:]
		}
		if got != tt.want {
			t.Errorf("%s: %q is read as %q, want %q", tt.why, tt.text, got, tt.want)
		}
	}
}

func TestFollows(t *testing.T) {
	for _, tt := range []struct {
		why, prev, next string
		exact, later    bool
	}{
		{"the next number", "4. x", "5. x", true, true},
		{"a number skipped", "4. x", "6. x", false, true},
		{"back to the start", "4. x", "1. x", false, false},
		{"bis after its number", "3. x", "3bis. x", true, true},
		{"ter after bis", "3bis. x", "3ter. x", true, true},
		{"a number after ter", "3ter. x", "4. x", true, true},
		{"the next letter", "(h) x", "(i) x", true, true},
		{"a Roman numeral", "(iv) x", "(v) x", true, true},
		{"i as a letter", "(i) x", "(j) x", true, true},
		{"a Russian letter", "в) x", "г) x", true, true},
		{"a Ukrainian letter", "г) x", "ґ) x", true, true},
		{"another style", "4. x", "5) x", false, false},
		{"a path", "1.2.3 x", "1.2.4 x", true, true},
		{"another path", "1.2.3 x", "1.3.4 x", false, false},
		{"a dash after a dash", "- x", "- x", true, false},
	} {
		a, okA := parseLabel(tt.prev, false)
		b, okB := parseLabel(tt.next, false)
		if !okA || !okB {
			t.Fatalf("%s: no labels", tt.why)
		}
		if exact, later := follows(a, b); exact != tt.exact || later != tt.later {
			t.Errorf("%s: %v, %v, want %v, %v", tt.why, exact, later, tt.exact, tt.later)
		}
	}
}

func TestRoman(t *testing.T) {
	for n := 1; n < 4000; n++ {
		if got := roman(romanOf(n)); got != n {
			t.Fatalf("%d is written %s and read %d", n, romanOf(n), got)
		}
	}
	for _, s := range []string{"", "iiii", "vx", "a", "civil", "MMMM"} {
		if n := roman(s); n != 0 {
			t.Errorf("%q is read as %d", s, n)
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, tt := range []struct {
		s     string
		comma bool
		want  string // "" for what may be read in two ways
	}{
		{"600,000", false, "600000"}, {"800 000", true, "800000"}, {"1,234,567.5", false, "1234567.5"}, {"1.5", false, "1.5"},
		{"1,5", true, "1.5"}, {"1,5", false, ""}, {"600.000", false, ""}, {"1.000.000", false, "1000000"}, {"600,000", true, ""}, {"1 234,5", true, "1234.5"},
		{"12", false, "12"}, {"٣٠", false, "30"}, {"1,2,3", false, ""}, {"1.2.3", false, ""}, {"12345678901234567890", false, ""},
	} {
		got, ok := decimal(tt.s, tt.comma)
		if ok != (tt.want != "") || ok && got != tt.want {
			t.Errorf("%q (decimal comma %v) is read as %q, want %q", tt.s, tt.comma, got, tt.want)
		}
	}
}

// A label is what stands at the start of a block: its parts are no longer than
// the block, and have names.
func FuzzLabel(f *testing.F) {
	for _, s := range []string{"1. The parties", "Article 3bis (x)", "第二十三条 各方", "المادة ٥", "IV. Security", "(iii) y", "V1.2.3 Verify", "§ 4", "- a", "10(c)", "[Article 3ter]", "1.1.1.1.1.1.1"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, heading bool) {
		s = prose.Clean(s)
		l, ok := parseLabel(s, heading)
		if !ok {
			return
		}
		if l.size <= 0 || l.size > len(s) || !utf8.ValidString(s[:l.size]) || !strings.Contains(s, l.printed) {
			t.Fatalf("%q has the label %+v", s, l)
		}
		if !l.bullet && (len(l.comps) == 0 || slices.Contains(l.comps, "")) {
			t.Fatalf("the label of %q has the parts %q", s, l.comps)
		}
	})
}
