package screen

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/record"
	"plandiff/internal/table"
)

// clean is what every string from outside has gone through.
func clean(s string) string { return prose.Clean(s) }

func shipped(t testing.TB) *plan.Library {
	t.Helper()
	lib, err := record.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// lake is the small invented negotiation, with wide, combining and
// right-to-left characters in its values.
func lake(t testing.TB) *plan.Library {
	t.Helper()
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// drawing draws one thing.
type drawn struct {
	name string
	draw func(Options) string
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// comparison is the table of a comparison with all its rows.
func comparison(t testing.TB, lib *plan.Library, ids ...string) *table.Table {
	t.Helper()
	c := must[*compare.Comparison](t)(compare.Compare(lib, ids, compare.Evidence{}))
	return table.FromComparison(lib, c, table.Options{Words: true})
}

func draftIDs(lib *plan.Library) []string {
	var out []string
	for _, r := range lib.Drafts() {
		out = append(out, r.ID)
	}
	return out
}

// everything draws all that can be drawn of a library.
func everything(t testing.TB, lib *plan.Library) []drawn {
	var out []drawn
	add := func(name string, draw func(Options) string) { out = append(out, drawn{name, draw}) }
	ids := draftIDs(lib)
	for _, id := range ids[1:] {
		cmpTable := comparison(t, lib, ids[0], id)
		for _, l := range []Layout{Side, Stacked} {
			add(fmt.Sprintf("%s %s %s", l, ids[0], id), func(o Options) string { return Table(cmpTable, l, FullSources, o) })
		}
		add("align "+id, func(o Options) string {
			a, err := compare.Align(lib, ids[0], id, compare.Evidence{})
			if err != nil {
				t.Fatal(err)
			}
			return Alignment(a, nil, o)
		})
	}
	overview := lib.Overview
	many := comparison(t, lib, overview...)
	add("stacked overview", func(o Options) string { return Table(many, Stacked, ShortSources, o) })
	add("side overview", func(o Options) string { return Table(many, Fits(len(overview), o.Width), ShortSources, o) })
	for _, fields := range []bool{false, true} {
		m := must[*compare.Matrix](t)(compare.Survey(lib, overview, fields, compare.Evidence{}))
		add(fmt.Sprintf("matrix, fields %v", fields), func(o Options) string { return Matrix(m, nil, o) })
	}
	for _, r := range lib.Records {
		single := table.FromSingle(lib, must[*compare.Single](t)(compare.Read(lib, r.ID, compare.Evidence{})))
		add("show "+r.ID, func(o Options) string { return Single(single, RecordHead(r, o), FullSources, o) })
	}
	hs, hidden := compare.Histories(lib, func(*plan.Topic, *plan.Field) bool { return true }, compare.Evidence{})
	story := table.FromHistories(lib, hs, compare.Evidence{}, hidden)
	add("history", func(o Options) string { return Story(story, FullSources, o) })
	add("versions", func(o Options) string { return Versions(lib.Records, o) })
	cited := compare.Citations(lib)
	add("sources", func(o Options) string { return Sources(cited, true, o) })
	return out
}

// Whatever is drawn, at whatever width, keeps to the width, and in ASCII to
// ASCII. Web addresses, file digests and identifiers are too long for narrow
// screens, so the widths of each line are those of its words.
func TestWidths(t *testing.T) {
	for _, tt := range []struct {
		name   string
		lib    *plan.Library
		widths []int
	}{
		{"lake", lake(t), every(20, 200)},
		{"shipped", shipped(t), []int{20, 33, 60, 79, 80, 120, 200}},
	} {
		for _, d := range everything(t, tt.lib) {
			for _, w := range tt.widths {
				checkDrawn(t, tt.name+" "+d.name, d.draw(Options{Width: w}), w)
			}
			ascii := d.draw(Options{Width: 80, ASCII: true})
			checkDrawn(t, tt.name+" "+d.name+" in ASCII", ascii, 80)
			if i := strings.IndexFunc(ascii, func(r rune) bool { return r > unicode.MaxASCII }); i >= 0 {
				t.Errorf("%s %s: %q is not ASCII", tt.name, d.name, ascii[i:min(i+20, len(ascii))])
			}
		}
	}
}

// The comparison that is shown by default, at every width.
func TestEveryWidth(t *testing.T) {
	lib := shipped(t)
	tab := comparison(t, lib, lib.Compare...)
	for _, w := range every(20, 200) {
		checkDrawn(t, "diff", Table(tab, Fits(len(lib.Compare), w), FullSources, Options{Width: w}), w)
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
		if got := ansi.StringWidth(line); got > w {
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
		lib  *plan.Library
		ids  []string
	}{
		{"lake", lake(t), []string{"joint-8", "counter-8"}},
		{"lake", lake(t), []string{"joint-8", "counter-8", "quay-text", "final-9"}},
		{"shipped", shipped(t), shipped(t).Compare},
		{"shipped", shipped(t), shipped(t).Overview},
	} {
		tab := comparison(t, tt.lib, tt.ids...)
		n := len(tt.ids)
		for w := n*(minColumn+3) - 3; w <= 200; w++ {
			if Fits(n, w) != Side {
				t.Fatalf("%d columns do not fit into %d", n, w)
			}
			col := (w - 3*(n-1)) / n
			var want []int
			for i := 1; i < n; i++ {
				want = append(want, i*(col+3)-2)
			}
			rows := 0
			for _, o := range []Options{{Width: w}, {Width: w, Color: true}} {
				for _, line := range strings.Split(Table(tab, Side, NoSources, o), "\n") {
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
			out = append(out, ansi.StringWidth(line[:i]))
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
			if unicode.IsSpace(r) || r == '│' || r == '─' {
				return -1
			}
			return r
		}, unmarked.Replace(s)))
		slices.Sort(runes) // columns that break elsewhere hold the same letters
		return string(runes)
	}
	for name, lib := range map[string]*plan.Library{"lake": lake(t), "shipped": shipped(t)} {
		coloured := 0
		for _, d := range everything(t, lib) {
			for _, w := range []int{80, 120} {
				plain, colour := d.draw(Options{Width: w}), d.draw(Options{Width: w, Color: true})
				if strings.Contains(plain, "\x1b") {
					t.Errorf("%s %s: an escape without colour", name, d.name)
				}
				if strings.Contains(colour, "\x1b[") {
					coloured++
				}
				stripped := ansi.Strip(colour)
				if !strings.ContainsAny(plain, "{") && !strings.Contains(plain, "[-") {
					if stripped != plain {
						t.Errorf("%s %s at %d: with colour stripped the text is another", name, d.name, w)
					}
				} else if letters(stripped) != letters(plain) {
					t.Errorf("%s %s at %d: with colour stripped and marks taken out the letters are others", name, d.name, w)
				}
			}
		}
		if coloured == 0 {
			t.Errorf("%s: nothing has colour", name)
		}
	}
}

// A line of the lines layout is one difference with eight fields, never
// wrapped and never coloured, so that cut and awk can take it apart.
func TestTableLines(t *testing.T) {
	lib := lake(t)
	tab := comparison(t, lib, lib.Compare...)
	out := TableLines(tab, func(k compare.Kind) bool { return true }, Options{Color: true, Width: 20})
	if strings.Contains(out, "\x1b") {
		t.Error("there is an escape in it")
	}
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	rows := 0
	for _, s := range tab.Sections {
		rows += len(s.Rows)
	}
	if want := rows * (len(lib.Compare) - 1); len(lines) != want {
		t.Errorf("%d lines, want %d: one for each field and later version", len(lines), want)
	}
	for _, l := range lines {
		f := strings.Split(l, "\t")
		if len(f) != 8 {
			t.Fatalf("%d fields in %q, want 8", len(f), l)
		}
		if !slices.Contains(compare.Kinds, compare.Kind(f[0])) || lib.Record(f[2]) == nil || lib.Record(f[3]) == nil {
			t.Errorf("%q does not begin with kind, field and two versions", l)
		}
		for _, id := range strings.FieldsFunc(f[7], func(r rune) bool { return r == ',' }) {
			if lib.Source(id) == nil {
				t.Errorf("%q names a source %q", l, id)
			}
		}
	}
	only := TableLines(tab, func(k compare.Kind) bool { return k == compare.Disputed }, Options{})
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
