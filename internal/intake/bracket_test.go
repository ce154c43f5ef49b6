package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/intake"
)

// marked writes the brackets of a text, one a line.
func marked(p *intake.Point) string {
	var b strings.Builder
	for _, k := range p.Brackets {
		text := p.Text
		switch k.On {
		case "label":
			text = p.Label
		case "title":
			text = p.Title
		}
		fmt.Fprintf(&b, "%d %s %q", k.Depth, k.Role, text[k.Start:k.End])
		if k.By != "" {
			fmt.Fprintf(&b, " by %s", k.By)
		}
		if k.Choice > 0 {
			fmt.Fprintf(&b, " choice %d", k.Choice)
		}
		if k.Open {
			b.WriteString(" open")
		}
		if k.On != "" {
			b.WriteString(" on " + k.On)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestBrackets(t *testing.T) {
	for _, tt := range []struct{ why, text, want string }{
		{"text that is not agreed", "1. Parties [shall] act.", "1 unagreed \"[shall]\"\n"},
		{"alternatives side by side", "1. Parties [shall][should] act [within [30] / [60] days].",
			"1 unagreed \"[shall]\" choice 1\n1 unagreed \"[should]\" choice 1\n1 unagreed \"[within [30] / [60] days]\"\n2 unagreed \"[30]\" choice 2\n2 unagreed \"[60]\" choice 2\n"},
		{"two open texts are no alternatives", "1. Parties [now] [and later] act.", "1 unagreed \"[now]\"\n1 unagreed \"[and later]\"\n"},
		{"whose text it is", "1. By [EU: 2027] [Ukraine and the United Kingdom: 2028].",
			"1 unagreed \"[EU: 2027]\" by EU\n1 unagreed \"[Ukraine and the United Kingdom: 2028]\" by Ukraine and the United Kingdom\n"},
		{"a colon in the text names nobody", "1. [Climate forcers: compounds] [Option 1: x] [Note: to be moved].",
			"1 unagreed \"[Climate forcers: compounds]\"\n1 unagreed \"[Option 1: x]\"\n1 remark \"[Note: to be moved]\"\n"},
		{"a journalist's brackets", "1. They \"goed [sic] home\", [t]he man said [...] [emphasis added].[12]",
			"1 editorial \"[sic]\"\n1 editorial \"[t]\"\n1 editorial \"[...]\"\n1 editorial \"[emphasis added]\"\n1 editorial \"[12]\"\n"},
		{"a letter at the end of a word is open text", "1. The communication[s] every [5] years [X].",
			"1 unagreed \"[s]\"\n1 unagreed \"[5]\"\n1 blank \"[X]\"\n"},
		{"one that is never closed", "1. Parties [shall act.", "1 unagreed \"[shall act.\" open\n"},
		{"one that is closed twice", "1. Parties [shall]] act.", "1 unagreed \"[shall]\"\n"},
		{"around the whole point", "[1. Parties shall act.]", "1 unagreed \"[Parties shall act.]\"\n"},
		{"around an article's name", "[Article 3bis] (Mill)\n\nIt stands still.", "1 unagreed \"[Article 3bis]\" on label\n"},
		{"ten deep", "1. [a[b[c[d[e[f[g[h[i[j]]]]]]]]]]", ""},
	} {
		doc := read(t, "d.txt", []byte(tt.text), intake.Options{})
		if tt.want == "" {
			if doc.Brackets.Deepest != 10 || doc.Brackets.Unclosed != 0 {
				t.Errorf("%s: %+v", tt.why, doc.Brackets)
			}
			continue
		}
		if diff := cmp.Diff(tt.want, marked(&doc.Points[0])); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// A bracket may span the points below a point, and ends with it.
func TestBracketsOverPoints(t *testing.T) {
	doc := read(t, "d.txt", []byte("1. All [may:\n(a) sail;\n(b) row] home.\n2. Nobody [walks.\n3. All] run.\n"), intake.Options{})
	if got, want := doc.Brackets, (intake.BracketCount{Opened: 2, Closed: 2, Unclosed: 1, Unopened: 1, Deepest: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := marked(&doc.Points[0]); got != "1 unagreed \"[may:\" open\n" {
		t.Errorf("brackets %s", got)
	}
}

func TestOptions(t *testing.T) {
	doc := read(t, "d.txt", []byte("1. Option 1: [All parties] shall act.\n\n   Option 2 (EU): No party shall act.\n\n   Option III: no text\n\n2. Two.\n"), intake.Options{})
	p := &doc.Points[0]
	var got []string
	for _, o := range p.Options() {
		got = append(got, o.Label+"|"+o.By+"|"+p.Text[o.Start:o.End])
	}
	want := []string{"Option 1||[All parties] shall act.", "Option 2|EU|No party shall act.", "Option III||no text"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if o := doc.Points[1].Options(); o != nil {
		t.Errorf("options %v of a point without any", o)
	}
}
