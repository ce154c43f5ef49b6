package screen

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/prose"
	"plandiff/internal/record"
	"plandiff/internal/record/shipped"
	"plandiff/internal/table"
	"plandiff/internal/table/tabletest"
)

// clean is what every string from outside has gone through.
func clean(s string) string { return prose.Clean(s) }

func shippedView(t testing.TB) *evidence.View {
	t.Helper()
	lib, err := shipped.Library(record.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return evidence.New(lib, evidence.Filter{})
}

// lake is the small invented negotiation, with wide, combining and
// right-to-left characters in its values.
func lake(t testing.TB) *evidence.View {
	t.Helper()
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		t.Fatal(err)
	}
	return evidence.New(lib, evidence.Filter{})
}

// forms are the ways in which a tree is drawn.
var long = flag.Bool("long", false, "draw at every width")

var forms = []Form{{Sources: table.FullSources, Long: true}, {Layout: Stacked}, {Sources: table.NoSources}}

// Whatever is drawn, at whatever width, keeps to the width, and in ASCII to
// ASCII.
func TestWidths(t *testing.T) {
	widths := append(every(20, 50), 57, 64, 71, 80, 92, 103, 120, 141, 160)
	if *long {
		widths = every(20, 160)
	}
	for _, tt := range []struct {
		name   string
		view   *evidence.View
		widths []int
	}{
		{"lake", lake(t), widths},
		{"shipped", shippedView(t), []int{20, 60, 80, 120}},
	} {
		for _, d := range tabletest.Everything(t, tt.view) {
			for i, w := range tt.widths {
				form := forms[i%len(forms)]
				checkDrawn(t, tt.name+" "+d.Name, Draw(d.Tree, form, Options{Width: w}), w)
			}
			ascii := Draw(d.Tree, forms[0], Options{Width: 80, ASCII: true})
			checkDrawn(t, tt.name+" "+d.Name+" in ASCII", ascii, 80)
			if i := strings.IndexFunc(ascii, func(r rune) bool { return r > unicode.MaxASCII }); i >= 0 {
				t.Errorf("%s %s: %q is not ASCII", tt.name, d.Name, ascii[i:min(i+20, len(ascii))])
			}
		}
	}
}

// The comparison that is shown by default, at every width.
func TestEveryWidth(t *testing.T) {
	v := shippedView(t)
	tree := tabletest.Diff(t, v, v.Compare...)
	for _, w := range every(20, 200) {
		checkDrawn(t, "diff", Draw(tree, Form{}, Options{Width: w}), w)
	}
}

func every(from, to int) []int {
	var out []int
	for w := from; w <= to; w++ {
		out = append(out, w)
	}
	return out
}

func checkDrawn(t *testing.T, name, text string, w int) {
	t.Helper()
	if text == "" || !strings.HasSuffix(text, "\n") {
		t.Errorf("%s: the text does not end with a line break", name)
	}
	for n, line := range strings.Split(text, "\n") {
		if got := width(line); got > w {
			t.Errorf("%s: line %d is %d columns wide, not %d: %q", name, n+1, got, w, line)
			return
		}
		if strings.HasSuffix(line, " ") {
			t.Errorf("%s: line %d ends with a blank: %q", name, n+1, line)
			return
		}
	}
}

// Side by side, the lines between the columns stand under each other, whatever
// characters the cells hold.
func TestColumnsAreStraight(t *testing.T) {
	for _, tt := range []struct {
		name string
		view *evidence.View
		ids  []string
	}{
		{"lake", lake(t), []string{"joint-8", "counter-8", "quay-text", "final-9"}},
		{"shipped", shippedView(t), shippedView(t).Compare},
	} {
		tree := tabletest.Diff(t, tt.view, tt.ids...)
		tree.Overview = nil
		n := len(tt.ids)
		for w := n*(minColumn+3) - 3; w <= 200; w += 3 {
			col := (w - 3*(n-1)) / n
			var want []int
			for i := 1; i < n; i++ {
				want = append(want, i*(col+3)-2)
			}
			rows := 0
			for _, o := range []Options{{Width: w}, {Width: w, Color: true}} {
				for _, line := range strings.Split(Draw(tree, Form{Layout: Side, Sources: table.NoSources}, o), "\n") {
					line = ansi.Strip(line)
					if !strings.Contains(line, "│") {
						continue
					}
					rows++
					if got := columnsOf(line); !slices.Equal(got, want) {
						t.Fatalf("%s %v, width %d: lines at %v, want %v: %q", tt.name, tt.ids, w, got, want, line)
					}
				}
			}
			if rows < 20 {
				t.Fatalf("%s %v, width %d: only %d lines with columns", tt.name, tt.ids, w, rows)
			}
		}
	}
}

// columnsOf is where in a line the columns are parted.
func columnsOf(line string) []int {
	var out []int
	for i := 0; i < len(line); i++ {
		if strings.HasPrefix(line[i:], "│") {
			out = append(out, width(line[:i]))
		}
	}
	return out
}

// Without colour there is not one escape; with colour the text is the same
// but for the brackets that stand for colour.
func TestColour(t *testing.T) {
	unmarked := strings.NewReplacer("[-", "", "-]", "", "{+", "", "+}", "")
	letters := func(s string) string {
		runes := []rune(strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || r == '│' || r == '─' || unicode.Is(unicode.Cf, r) {
				return -1
			}
			return r
		}, unmarked.Replace(s)))
		slices.Sort(runes) // columns that break elsewhere hold the same letters
		return string(runes)
	}
	coloured := 0
	for _, d := range tabletest.Everything(t, lake(t)) {
		for _, w := range []int{80, 120} {
			plain, colour := Draw(d.Tree, Form{}, Options{Width: w}), Draw(d.Tree, Form{}, Options{Width: w, Color: true})
			if strings.Contains(plain, "\x1b") {
				t.Errorf("%s: an escape without colour", d.Name)
			}
			if strings.Contains(colour, "\x1b[") {
				coloured++
			}
			stripped := ansi.Strip(colour)
			if !strings.ContainsAny(plain, "{") && !strings.Contains(plain, "[-") {
				if stripped != plain {
					t.Errorf("%s at %d: with colour stripped the text is another", d.Name, w)
				}
			} else if letters(stripped) != letters(plain) {
				t.Errorf("%s at %d: with colour stripped and marks taken out the letters are others", d.Name, w)
			}
		}
	}
	if coloured == 0 {
		t.Error("nothing has colour")
	}
}

// Links open the addresses of sources, take no column, and are there only
// where the terminal has them.
func TestLinks(t *testing.T) {
	v := lake(t)
	tree := tabletest.Diff(t, v, v.Compare...)
	with := Draw(tree, Form{}, Options{Width: 80, Links: true})
	if !strings.Contains(with, "\x1b]8;;https://") {
		t.Error("no source is a link")
	}
	if without := Draw(tree, Form{}, Options{Width: 80}); ansi.Strip(with) != without {
		t.Error("with links stripped the text is another")
	}
	for i := range tree.Sources {
		card := *tree.Sources[i].Card
		card.URL = []string{"javascript:alert(1)", "https://example.org@elsewhere.net/", "https://elsewhere.net:8443/", "file:///elsewhere.net"}[i%4]
		tree.Sources[i].Card = &card
	}
	if with := Draw(tree, Form{}, Options{Width: 80, Links: true}); strings.Contains(with, "\x1b]8") {
		t.Error("a link leads to what is no page")
	}
}

// On a screen the overview takes no more lines than the screen has, and says
// what is left for below. Alone it has every topic: nothing is below.
func TestOverviewFits(t *testing.T) {
	v := shippedView(t)
	tree := tabletest.Diff(t, v, v.Compare...)
	for _, height := range []int{18, 24, 40} {
		text, _, rows := strings.Cut(Draw(tree, Form{}, Options{Width: 100, Height: height}), "\n── ")
		if n := strings.Count(text, "\n"); n > height || !rows {
			t.Errorf("the overview has %d lines on a screen of %d", n, height)
		}
		if height == 18 && !strings.Contains(text, "more topics below") {
			t.Error("nothing says that topics are left out")
		}
	}
	if text := Draw(tree, Form{Stat: true}, Options{Width: 100, Height: 18}); strings.Count(text, "\n") <= 18 || strings.Contains(text, "below") {
		t.Errorf("the overview alone is cut:\n%s", text)
	}
}

// A line of the lines layout is one difference with eight fields, never
// wrapped and never coloured, so that cut and awk can take it apart.
func TestFlat(t *testing.T) {
	v := lake(t)
	tree := tabletest.Diff(t, v, v.Compare...)
	out := Flat(tree, nil, Options{Color: true, Width: 20})
	if strings.Contains(out, "\x1b") {
		t.Error("there is an escape in it")
	}
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	rows := 0
	for _, s := range tree.Sections {
		rows += len(s.Rows)
	}
	if want := rows * (len(v.Compare) - 1); len(lines) != want {
		t.Errorf("%d lines, want %d: one for each field and later version", len(lines), want)
	}
	for _, l := range lines {
		f := strings.Split(l, "\t")
		if len(f) != 8 {
			t.Fatalf("%d fields in %q, want 8", len(f), l)
		}
		if !slices.Contains(table.Kinds, compare.Kind(f[0])) || v.Record(f[2]) == nil || v.Record(f[3]) == nil {
			t.Errorf("%q does not begin with kind, field and two versions", l)
		}
		for _, id := range strings.FieldsFunc(f[7], func(r rune) bool { return r == ',' }) {
			if v.Source(id) == nil {
				t.Errorf("%q names a source %q", l, id)
			}
		}
	}
	only := Flat(tree, func(k compare.Kind) bool { return k == compare.Disputed }, Options{})
	for _, l := range strings.Split(strings.TrimSuffix(only, "\n"), "\n") {
		if !strings.HasPrefix(l, "disputed\t") {
			t.Errorf("asked for disputes, got %q", l)
		}
	}
}

func TestASCII(t *testing.T) {
	for _, tt := range []struct{ why, in, want string }{
		{"ASCII stays", "600,000 (+33.3 %)", "600,000 (+33.3 %)"},
		{"quotation marks and dashes have a plain form", "“in – ‘peacetime’”", `"in - 'peacetime'"`},
		{"no-break spaces are blanks", "4\u00a0km", "4 km"},
		{"accents go, composed or not", "Kürnach, Ku\u0308rnach", "Kurnach, Kurnach"},
		{"letters that do not decompose", "Łódź, Ørsted, Straße", "Lodz, Orsted, Strasse"},
		{"money", "€ 12", "EUR 12"},
		{"what has no plain form is a question mark", "湖 אגם", "? ???"},
	} {
		if got := ASCII(tt.in); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

// Columns as terminals count them (wcwidth, and tmux for sequences).
func TestWidth(t *testing.T) {
	for _, tt := range []struct {
		why, in string
		want    int
	}{
		{"ASCII", "abc", 3},
		{"a composed letter and one with a mark", "йи\u0306", 2},
		{"ideographs are two columns", "湖の", 4},
		{"halfwidth kana are one", "ｱｲ", 2},
		{"a vowel sign beside its consonant takes a column", "का", 2},
		{"one above it does not", "कि\u0902", 2},
		{"Bengali", "বাংলা", 5},
		{"Thai: marks above take none, SARA AM one", "กำนี้", 3},
		{"Lao", "ນ້ຳ", 2},
		{"Hangul of single letters is one block", "\u1112\u1161\u11ab", 2},
		{"a family is one picture", "👨‍👩‍👧", 2},
		{"a flag", "🇺🇦", 2},
		{"a tone of skin", "👍🏽", 2},
		{"isolates take none", "\u2068שלום\u2069", 4},
		{"a joiner inside a word takes none", "می\u200cخواهم", 7},
	} {
		if got := width(tt.in); got != tt.want {
			t.Errorf("%s: %q is %d columns wide, want %d", tt.why, tt.in, got, tt.want)
		}
	}
}

// Two cells of right-to-left text keep their columns on a terminal that orders
// text: each is set apart, and a line without such text has no such mark.
func TestRightToLeftColumns(t *testing.T) {
	p := newPainter(Options{Width: 40})
	d := &drawing{painter: p}
	d.columns([][][]chunk{{{{text: "שלום מלא"}}}, {{{text: "נסיגה"}}}}, 18, -1)
	d.columns([][][]chunk{{{{text: "peace"}}}, {{{text: "retreat"}}}}, 18, -1)
	lines := strings.Split(p.b.String(), "\n")
	if strings.Count(lines[0], isolateOpen) != 2 || strings.Count(lines[0], isolateClose) != 2 {
		t.Errorf("cells are not set apart: %q", lines[0])
	}
	if strings.Contains(lines[1], isolateOpen) {
		t.Errorf("a line of left-to-right text has marks: %q", lines[1])
	}
}

// The head that a pager keeps has its names above the columns, and is there
// only where columns are.
func TestHead(t *testing.T) {
	for _, d := range tabletest.Everything(t, lake(t)) {
		for _, w := range []int{60, 80, 120} {
			opt := Options{Width: w}
			head, text := Head(d.Tree, Form{}, opt), Draw(d.Tree, Form{}, opt)
			if (head != "") != strings.Contains(text, " │ ") {
				t.Errorf("%s at %d: head %q over\n%s", d.Name, w, head, text)
			}
			if head == "" {
				continue
			}
			first, _, _ := strings.Cut(head, "\n")
			if bars := columnsOf(first); len(bars) != len(d.Tree.Columns)-1 || !strings.Contains(text, "\n"+first[:strings.Index(first, " ")]) {
				t.Errorf("%s at %d: head %q", d.Name, w, first)
			}
			if Head(d.Tree, Form{Layout: Stacked}, opt)+Head(d.Tree, Form{Stat: true}, opt) != "" {
				t.Errorf("%s at %d has a head without columns", d.Name, w)
			}
		}
	}
}
