package browse

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/record"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

var (
	update = flag.Bool("update", false, "write the golden captures anew")
	long   = flag.Bool("long", false, "walk as often as before a release")
)

var usual = []string{"changed", "added", "removed", "open", "severed", "disputed"}

// evidenceOf is the evidence of a query.
func evidenceOf(lib *plan.Library, q Query) *evidence.View {
	f := evidence.Filter{AsOf: plan.Date(q.AsOf)}
	for _, s := range lib.Sources {
		if q.Sources == founding && s.Founding() || slices.Contains(strings.Split(q.Sources, ","), s.ID) {
			f.Sources = append(f.Sources, s.ID)
		}
	}
	if q.Basis != "" {
		for _, b := range strings.Split(q.Basis, ",") {
			f.Bases = append(f.Bases, plan.Basis(b))
		}
	}
	return evidence.New(lib, f)
}

// deskOf is a desk on a library, as the program makes it.
func deskOf(lib *plan.Library) *Desk {
	d := &Desk{Command: "plandiff", Usual: usual, Most: 6, Versions: lib.Drafts(), Sources: lib.Sources}
	d.Compare = func(q Query) (*Comparison, error) {
		v := evidenceOf(lib, q)
		c, err := compare.Compare(v, q.Versions)
		if err != nil {
			return nil, err
		}
		m, err := compare.Survey(v, q.Versions, false)
		if err != nil {
			return nil, err
		}
		keep := func(k compare.Kind) bool {
			kinds := q.Kinds
			if kinds == nil {
				kinds = usual
			}
			return q.All || slices.Contains(kinds, string(k))
		}
		opt := table.Options{Keep: keep, Words: q.Words, Unselected: true}
		topic := func(id string) *table.Tree {
			return table.FromComparison(c.Select(func(r compare.Row) bool { return r.Topic.ID == id }), opt)
		}
		notice := ""
		if r := lib.Record(q.Versions[0]); q.AsOf != "" && r.Date.First() > q.AsOf {
			notice = "The base " + r.ID + " is later"
		}
		return &Comparison{Versions: q.Versions, Tree: table.FromComparison(c, opt), Matrix: table.FromMatrix(m), Topic: topic, Notice: notice, Records: lakeRecords{v}}, nil
	}
	return d
}

// lakeRecords show records as the program does.
type lakeRecords struct{ *evidence.View }

func (l lakeRecords) History(field string) (*table.Tree, error) {
	return table.FromHistories(l.View, compare.Histories(l.View, func(_ *plan.Topic, f *plan.Field) bool { return f.ID == field })), nil
}

func (l lakeRecords) Origin(version, _ string) (*table.Tree, error) {
	o, err := compare.TraceOrigins(l.View, version)
	if err != nil {
		return nil, err
	}
	return table.FromOrigins(o), nil
}

func (l lakeRecords) Show(version string) (*table.Tree, error) {
	s, err := compare.Read(l.View, version)
	if err != nil {
		return nil, err
	}
	return table.FromRecord(s), nil
}

func (l lakeRecords) Follow(version string, point int) (*table.Tree, error) {
	f, err := compare.Follow(l.View, version, point)
	if err != nil {
		return nil, err
	}
	return table.FromTrails(f), nil
}

func (lakeRecords) Ask(question string) (*Answer, error) {
	return &Answer{&table.Tree{}, func(screen.Options) string { return "answer to " + question }}, nil
}

func (lakeRecords) Complete(line string, _ int) (string, int, bool) {
	return line + "ch", len(line) + 2, line == "cat"
}

func (lakeRecords) Export(_, file string, over bool) error {
	if file == "old.md" && !over {
		return fs.ErrExist
	}
	return nil
}

// lake opens a walk through the invented negotiation.
func lake(t testing.TB, w, h int) *Model {
	t.Helper()
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(deskOf(lib), Query{Versions: []string{"joint-8", "counter-8", "quay-text"}}, screen.Options{Width: w, Height: h})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// named are the keys that are not one character.
var named = map[string]tea.KeyType{"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace}

func key(name string) tea.KeyMsg {
	if k, ok := named[name]; ok {
		return tea.KeyMsg{Type: k}
	}
	if name == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// press presses keys, separated by blanks; "text:" types what follows.
func press(m *Model, keys string) {
	for _, k := range strings.Fields(keys) {
		if text, ok := strings.CutPrefix(k, "text:"); ok {
			for _, r := range text {
				m.Update(key(string(r)))
			}
			continue
		}
		m.Update(key(k))
		m.View()
	}
}

func seen(m *Model) string { return ansi.Strip(m.View()) }

func TestWalk(t *testing.T) {
	for _, row := range []struct {
		keys, want, not, reason string
	}{
		{"", "? keys · q quits", "", "the first screen says how to go on"},
		{"", "plandiff diff joint-8 counter-8 quay-text --topic document --sources full", "", "the command is always there"},
		{"/ text:catch enter", "400 tonnes", "", "a search goes to the figures"},
		{"/ text:catch enter", "“catch”: match 1 of", "", "and says how many there are"},
		{"/ text:catch enter n", "match 2 of", "", "n goes on"},
		{"/ text:catch enter N N", "match", "match 0", "N goes round"},
		{"/ text:qqqq enter", "nothing shown has “qqqq”", "", "what is not found is said"},
		{"/ text:catch enter esc", "? keys", "match", "Esc forgets the search"},
		{"j j", "Limit on the catch", "", "moving in the topics opens them"},
		{"j j enter", "joint-8: Limit on the catch", "", "the claims of the first cell"},
		{"j j enter l", "counter-8: Limit on the catch", "", "right goes to the next version"},
		{"j j", "no more than 400 tonnes a year", "", "phrases stand in the claims"},
		{"j j", "Lakeside Courier, 3 Mar 2031", "", "with the source"},
		{"j j s s", "400 tonnes", "Lakeside Courier, 3 Mar 2031", "without sources if asked for"},
		{"j j s", "plandiff diff joint-8 counter-8 quay-text --topic catch", "--sources", "short sources are the command's own choice"},
		{"j j f enter esc", "Nothing left under this filter; f takes filters away", "600 tonnes", "on the founding documents alone"},
		{"j j f enter esc", "u shows what is the same or not known: 1 field", "Limit on the catch", "the field in focus obeys the filter"},
		{"j j f enter esc u", "▸ · Limit on the catch", "600 tonnes", "and comes back with what is not known"},
		{"j j j f j j j j j o esc", "No field here matches the filter", "Nothing differs", "a topic without a field of this kind"},
		{"f enter", "nothing left · Enter changes", "", "how much is left is said at once"},
		{"f", "fields left · Enter changes", "", "also before"},
		{"f enter esc", "· founding documents only", "· sources seeds", "the filter in words"},
		{"f j j enter text:gazette", "Borrin Gazette", "[ ] Lakeside Courier", "sources are found by their publishers"},
		{"f j j enter text:gazette enter", "--only-sources", "", "and chosen"},
		{"f j j enter text:gazette enter esc esc esc", "only Borrin Gazette", "", "which is said in words"},
		{"j j f enter esc u", "--only-sources seeds --all", "", "the command has the filter"},
		{"f j enter text:2031-03-10 enter esc", "as of 10 Mar 2031", "", "a day"},
		{"f j enter text:10.3.2031 enter esc", "--as-of 2031-03-10", "", "as people write it"},
		{"f j enter text:2031-03-01 enter", "The base joint-8 is later", "", "a base that is later than the day"},
		{"f j enter text:soon enter", "“soon” is no day; write", "as of soon", "a bad day is refused, and nothing changes"},
		{"f j enter text:soon enter text:2031-03-10 enter", "as of 10 Mar 2031", "no day", "what is typed then takes its place"},
		{"f", "[x] ≠ changed", "", "kinds can be chosen"},
		{"f j j j j enter esc", "--kind added,removed,open,severed,disputed", "", "and end in the command"},
		{"v", "[1] joint-8", "", "versions are numbered in their order"},
		{"v enter", "[1]", "", "a choice is carried out"},
		{"u", "--all", "", "everything"},
		{"w", "--words", "", "words"},
		{"j j t", "Through time: Limit on the catch", "", "history"},
		{"j j t", "plandiff history catch.limit", "", "its command"},
		{"j j t esc", "--topic catch", "Through time", "and back"},
		{"j j i", "Where it first stood", "", "origin"},
		{"j j p", "Point 1", "", "the record by points"},
		{"a text:why? enter", "answer to why?", "", "a question"},
		{"j j y", "is copied", "", "copying is said"},
		{"c", "the command is copied", "", "the command too"},
		{"e text:a.md enter", "written: a.md", "", "export"},
		{"f j enter text:soon enter", "As of which day", "", "and can be mended"},
		{"f j enter text:soon enter backspace backspace backspace backspace text:2031-03-10 enter", "as of 10 Mar 2031", "no day", "in the same prompt"},
		{"f j enter", "only the founding documents", "", "what a prompt was opened from stays in sight"},
		{"f j j j j o esc", "--kind changed --", "", "one kind alone"},
		{"f end k o esc", "--basis opinion", "", "one basis alone"},
		{"f j o", "any day", "", "nothing is alone where nothing is beside it"},
		{"j j p / text:catch enter", "“catch”: line 1 of", "", "a text over the screen can be searched"},
		{"j j p / text:catch enter N", "“catch”: line", "line 1 of", "and goes round"},
		{"j j p n", "/ searches first", "", "nothing is looked for yet"},
		{"j j p / text:qqqq enter", "nothing here has “qqqq”", "", "what is not found is said"},
		{"a text:why? enter esc a text:who? enter esc a up up enter", "answer to why?", "", "questions asked before"},
		{"a text:why? enter esc a up down enter", "Topics", "answer to", "and back to none"},
		{"a text:cat tab enter", "answer to catch", "", "Tab completes names"},
		{"?", "search titles, points, values", "", "help"},
		{"?", "● known, cannot be compared", "", "every mark is explained"},
		{"esc esc esc", "Topics", "", "Esc at the top stays"},
		{"z", "no such key here; ? shows the keys", "", "a key without a meaning is not passed over"},
		{"a text:why? enter z", "no such key here; ? shows the keys", "", "nor in a text"},
		{"f z", "no such key here; ? shows the keys", "", "nor in a list"},
		{"a text:why? enter ?", "search titles, points, values", "", "the keys open over a text"},
		{"a text:why? enter ? ?", "answer to why?", "search titles", "and close again"},
		{"f ? q", "only the founding documents", "", "also over a list"},
		{"a text:why? enter q", "Topics", "answer to", "q closes what is open"},
		{"a text:why? enter y", "the text is copied", "", "a text is copied"},
		{"j j t c", "the command is copied", "", "with its command"},
		{"j j t e", "only a comparison is written to a file", "", "what has no file says so"},
		{"j j p o", "▸ [1] Lakeside Courier", "", "the addresses of a text"},
		{"j j p ]", "══ The record of joint-8", "", "parts of a text"},
		{"j j P", "Where point 2 of joint-8 went", "", "where the point of the cell went"},
		{"j j P", "plandiff show joint-8 2 --follow", "", "its command"},
		{"j j p ] ] P", "Where point 2 of joint-8 went", "", "also from the record"},
		{"j j h l l l P", "no claim here names a point of quay-text", "", "a cell at no point"},
		{"j j 3 enter", "Claim 1 of", "", "a whole claim"},
		{"j j 3 enter", "https://", "", "with the address of its source"},
		{"j j 3 o", "is copied", "", "which is copied too"},
		{"f j j j j o esc u u", "only changed", "", "what was chosen before holds again"},
		{"j j j f enter enter esc", "── Season", "", "a topic comes back with what a filter took away"},
		{"f j j j j esc f", "▸ [x] ≠ changed", "", "the cursor of a list keeps its place"},
		{"v", "\n  eight points ", "", "the marked line in full below the list"},
		{"w", "differing words: on", "", "a key that turns something on says so"},
		{"u u", "what is the same or not known: off", "", "and off"},
		{"/ text:catch enter N", "wrapped", "", "a search that goes round says so"},
		{"/ text:qqqq enter", "Esc forgets it", "n next", "there is no next match of none"},
		{"/ text:weekly enter", "Shore Weekly", "", "a match in a claim shows the claim"},
		{"e text:old.md enter", "old.md exists: overwrite? y/n", "", "a file is written over only if one says so"},
		{"e text:old.md enter n", "nothing is written", "", "and not otherwise"},
		{"e text:old.md enter y", "written: old.md", "", "but then it is"},
		{"e", "> joint-8-counter-8-quay-text-document.docx", "", "a name is offered"},
		{"e text:x.md enter", "written: x.md", "", "and what is typed takes its place"},
		{"v end <", "final-9 is not compared; Enter adds it first", "", "what is not there has no place"},
		{"f enter esc e text:x.md enter", "written: x.md, with no field in it", "", "a file without a field is told of"},
		{"l l l v j b", "[1] counter-8", "", "another base"},
	} {
		m := lake(t, 120, 40)
		press(m, row.keys)
		got := seen(m)
		if !strings.Contains(got, row.want) {
			t.Errorf("%q: %s: there is no %q in\n%s", row.keys, row.reason, row.want, got)
		}
		if row.not != "" && strings.Contains(got, row.not) {
			t.Errorf("%q: %s: there is %q in\n%s", row.keys, row.reason, row.not, got)
		}
	}
}

func TestQuits(t *testing.T) {
	for _, keys := range []string{"q", "j enter q", "? esc q", "ctrl+c"} {
		m := lake(t, 120, 40)
		for _, k := range strings.Fields(keys) {
			msg := key(k)
			if k == "ctrl+c" {
				msg = tea.KeyMsg{Type: tea.KeyCtrlC}
			}
			m.Update(msg)
		}
		if !m.done {
			t.Errorf("%q does not quit", keys)
		}
	}
}

// The captures show what a reader sees at three sizes.
func TestScreens(t *testing.T) {
	for _, row := range []struct {
		name, keys string
		w, h       int
	}{
		{"wide", "j j enter l", 120, 36}, {"middle", "j j enter l l", 92, 24}, {"narrow-topics", "j j", 60, 18},
		{"narrow-fields", "j j enter l l", 60, 18}, {"narrow-claims", "j j enter l l enter", 60, 18}, {"filters", "f j j", 120, 30},
	} {
		m := lake(t, row.w, row.h)
		press(m, row.keys)
		file := filepath.Join("testdata", row.name+".golden")
		got := trimmed(seen(m))
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got); read it, then run go test ./internal/browse -update\n%s", file, diff)
		}
	}
}

// trimmed is a screen without the blanks at the ends of its lines.
func trimmed(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// Whatever is pressed at whatever size: nothing breaks, and no line is wider
// than the screen, nor are there more lines than it has.
func TestAnyKeys(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	names := []string{"enter", "esc", "tab", "shift+tab", "up", "down", "left", "right", "pgup", "pgdown", "home", "end", "backspace", " ", "水", "ש", "a", "c", "e", "E"}
	for _, k := range (&Desk{Versions: []*plan.Record{}}).keys() {
		names = append(names, k.on...)
	}
	for _, opt := range []screen.Options{{Width: 120, Height: 40, Color: true}, {Width: 60, Height: 18, ASCII: true}} {
		m := lake(t, opt.Width, opt.Height)
		m.opt, m.signs = opt, signsFor(opt.ASCII)
		keys := 2_500
		if *long {
			keys = 100_000
		}
		for i := range keys {
			switch name := names[rng.IntN(len(names))]; {
			case i%17 == 0:
				m.Update(tea.WindowSizeMsg{Width: rng.IntN(200), Height: rng.IntN(70)})
			case i%13 == 0:
				m.Update(tea.MouseMsg{X: rng.IntN(200) - 5, Y: rng.IntN(70) - 5, Button: []tea.MouseButton{tea.MouseButtonLeft, tea.MouseButtonWheelUp, tea.MouseButtonWheelDown}[rng.IntN(3)]})
			case name == "q":
				m.Update(key("esc"))
			default:
				m.Update(key(name))
			}
			checkScreen(t, m, i)
			if t.Failed() {
				return
			}
		}
	}
}

func checkScreen(t *testing.T, m *Model, i int) {
	t.Helper()
	lines := strings.Split(m.View(), "\n")
	if m.height >= leastHeight && len(lines) > m.height {
		t.Errorf("key %d: %d lines on a screen of %d", i, len(lines), m.height)
	}
	for _, l := range lines {
		if i := strings.IndexFunc(ansi.Strip(l), unicode.IsControl); i >= 0 {
			t.Errorf("key %d: a line could steer the terminal: %q", i, l)
		}
		if screen.Width(l) > m.width {
			t.Errorf("key %d: %d columns on a screen of %d: %q", i, screen.Width(l), m.width, l)
		}
		if m.opt.ASCII && strings.IndexFunc(ansi.Strip(l), func(r rune) bool { return r >= 0x80 }) >= 0 && m.over() == nil && m.found.words == "" && m.status == "" {
			t.Errorf("key %d: not ASCII: %q", i, l)
		}
	}
}

// Wide letters and letters from right to left take the columns they take.
func TestOtherScripts(t *testing.T) {
	cell := func(v, text string) table.Cell {
		return table.Cell{Version: v, State: plan.Present, Difference: compare.Difference{Kind: "changed"}, Text: text, Lines: []table.Line{table.Plain(text)}}
	}
	tree := &table.Tree{Columns: []table.Column{{ID: "一号草案"}, {ID: "טיוטה"}},
		Sections: []table.Section{{ID: "s", Title: "停火协议与军队规模的限制条款", Points: []string{"", ""}, Rows: []table.Row{{Field: "f", Title: "הגבלה על הצבא", Kind: "changed",
			Cells: []table.Cell{cell("一号草案", strings.Repeat("军队不超过六十万人", 9)), cell("טיוטה", strings.Repeat("לא יותר משש מאות אלף ", 9))}}}}}}
	d := &Desk{Command: "plandiff", Compare: func(q Query) (*Comparison, error) {
		return &Comparison{Versions: []string{"一号草案", "טיוטה"}, Tree: tree}, nil
	}}
	for _, w := range []int{30, 60, 61, 90, 91, 140} {
		m, err := New(d, Query{}, screen.Options{Width: w, Height: 20})
		if err != nil {
			t.Fatal(err)
		}
		press(m, "/ text:军队 enter")
		checkScreen(t, m, w)
		if !strings.Contains(m.View(), reverseOn) {
			t.Errorf("width %d: the match is not marked", w)
		}
	}
}

func TestHighlight(t *testing.T) {
	for _, row := range []struct{ line, words, want, reason string }{
		{"the Army limit", "army", "the \x1b[7mArmy\x1b[27m limit", "capitals are the same"},
		{"no match", "army", "no match", "nothing to mark"},
		{"ar\x1b[1mmy\x1b[0m limit", "army", "\x1b[7mar\x1b[1m\x1b[7mmy\x1b[0m\x1b[7m\x1b[27m limit", "escapes stay, and do not end the mark"},
		{"armyarmy", "army", "\x1b[7marmyarmy\x1b[27m", "neighbours are one mark"},
		{"łÓdź", "łódź", "\x1b[7młÓdź\x1b[27m", "letters of more than a byte"},
	} {
		if got := highlight(row.line, row.words); got != row.want {
			t.Errorf("%s: %q, want %q", row.reason, got, row.want)
		}
	}
}

// A key has one meaning, and the help has every meaning.
func TestKeys(t *testing.T) {
	full := lake(t, 120, 40).desk
	seenKeys := map[string]bool{}
	for _, k := range full.keys() {
		if len(k.on) == 0 && k.Does == "" {
			t.Errorf("%q does nothing", k.Keys)
		}
		for _, on := range k.on {
			if seenKeys[on] {
				t.Errorf("%q has two meanings", on)
			}
			seenKeys[on] = true
		}
	}
	if bare := (&Desk{}).Markdown(); strings.Contains(bare, "`a`") || strings.Contains(bare, "export") {
		t.Errorf("a desk without answers and exports offers them:\n%s", bare)
	}
	if !strings.Contains(full.Markdown(), "| `a` | ask a question |") {
		t.Errorf("the table lacks a key:\n%s", full.Markdown())
	}
}

func TestCommandLine(t *testing.T) {
	got := commandLine("plandiff", "ask", "what's new?", "--as-of", "2031-03-10")
	if want := `plandiff ask 'what'\''s new?' --as-of 2031-03-10`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// An internal error quits, and is kept until the screen is restored.
func TestGuard(t *testing.T) {
	m := lake(t, 120, 40)
	quits := make(chan bool, 1)
	g := &guard{Model: m, quit: func() { quits <- true }}
	m.comparison = nil
	if g.View() != "" || g.fault == "" {
		t.Error("a fault while drawing is not kept")
	}
	<-quits
	g.fault, m.tree = "", nil
	if _, cmd := g.Update(key("y")); cmd == nil || g.fault == "" {
		t.Error("a fault while a key is carried out does not quit")
	}
}

func TestClick(t *testing.T) {
	m := lake(t, 120, 40)
	m.View()
	m.Update(tea.MouseMsg{X: 5, Y: 5, Button: tea.MouseButtonLeft})
	if m.topics.cursor != 2 {
		t.Errorf("a click on the third topic goes to %d", m.topics.cursor)
	}
	m.View()
	m.Update(tea.MouseMsg{X: 110, Y: 4, Button: tea.MouseButtonLeft})
	if m.focus != cellPane || m.cells.version != 2 || m.cells.row != 0 {
		t.Errorf("a click on the last cell: pane %d, version %d, row %d", m.focus, m.cells.version, m.cells.row)
	}
}

func TestClickInMenu(t *testing.T) {
	m := lake(t, 120, 40)
	press(m, "f")
	m.Update(tea.MouseMsg{X: 5, Y: 2, Button: tea.MouseButtonLeft})
	if m.query.Sources != founding {
		t.Errorf("a click on the founding documents admits %q", m.query.Sources)
	}
	m.Update(tea.MouseMsg{X: 5, Y: 10, Button: tea.MouseButtonWheelDown})
	if got := m.over().(*menu).cursor; got != 1 {
		t.Errorf("the wheel goes to entry %d, want 1", got)
	}
	m.Update(tea.MouseMsg{X: 90, Y: 2, Button: tea.MouseButtonLeft})
	if m.query.Sources != founding {
		t.Error("a click beside the menu chooses")
	}
}

// A topic of which nothing is shown is faint.
func TestEmptyTopicsAreFaint(t *testing.T) {
	m := lake(t, 60, 24)
	press(m, "f j j j j j o esc")
	for i, e := range m.topics.entries {
		if i == m.topics.cursor {
			continue
		}
		line := m.topics.line(m, i, 60, true)
		if got := strings.HasPrefix(line, "\x1b[2m"); got != (e.shown == 0) {
			t.Errorf("%s with %d fields is faint: %t", e.title, e.shown, got)
		}
	}
}

// The version in focus stays in focus where it gets another place.
func TestVersionStaysInFocus(t *testing.T) {
	for _, row := range []struct{ keys, want, reason string }{
		{"enter l l v j j b", "quay-text", "it becomes the base"},
		{"enter l v enter", "counter-8", "one before it is dropped"},
		{"enter l l v j >", "quay-text", "its neighbour moves"},
	} {
		m := lake(t, 120, 40)
		before := slices.Index(m.comparison.Versions, row.want)
		press(m, row.keys)
		if got := m.comparison.Versions[m.cells.version]; got != row.want || m.cells.version == before {
			t.Errorf("%s: %q has %s in focus at %d of %v, want %s at another place", row.reason, row.keys, got, m.cells.version, m.comparison.Versions, row.want)
		}
	}
}

// A search goes to the cell and the claim that has the words.
func TestSearchGoesToTheClaim(t *testing.T) {
	for _, w := range []int{120, 60} {
		m := lake(t, w, 24)
		press(m, "/ text:borrin text:_ backspace enter")
		for range m.found.matches {
			hit := m.found.matches[m.found.at]
			if hit.rank == inClaim {
				if _, cell := m.cell(); m.cells.version != hit.version || !claimHas(m.tree, cell.Claims[m.claims.cursor], "borrin") || !strings.Contains(m.View(), reverseOn) {
					t.Errorf("width %d: match %v goes to version %d, claim %d\n%s", w, hit, m.cells.version, m.claims.cursor, seen(m))
				}
			}
			press(m, "n")
		}
	}
}

// The parts of a text are gone to one by one, forwards and back.
func TestParts(t *testing.T) {
	m := lake(t, 80, 18)
	press(m, "p")
	r := m.text()
	if len(r.parts) < 3 || slices.Contains(r.parts, -1) {
		t.Fatalf("the parts of the record begin at lines %v", r.parts)
	}
	for i := range 3 {
		press(m, "]")
		if r.top != r.parts[i] {
			t.Errorf("] number %d goes to line %d, want %d", i+1, r.top, r.parts[i])
		}
	}
	if press(m, "["); r.top != r.parts[1] {
		t.Errorf("[ goes to line %d, want %d", r.top, r.parts[1])
	}
}

func TestDayIn(t *testing.T) {
	for _, text := range []string{"2025-11-24", "24.11.2025", "24 Nov 2025", "24 November 2025", "Nov 24, 2025"} {
		if got, err := dayIn(text); err != nil || got != "2025-11-24" {
			t.Errorf("%q is read as %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"soon", "2025-11", "31.11.2025", "24/11/2025"} {
		if got, err := dayIn(text); err == nil {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

// A hint is whole or not there, whatever the width.
func TestHintsAreWhole(t *testing.T) {
	for _, keys := range []string{"", "enter", "enter enter", "f", "v", "p", "?", "/ text:catch enter"} {
		m := lake(t, 200, 40)
		press(m, keys)
		m.status = ""
		all := strings.Split(m.foot()[0], " · ")
		for w := leastWidth; w < 200; w += 7 {
			m.width = w
			for i, h := range strings.Split(m.foot()[0], " · ") {
				if m.wide() == (w >= wideScreen) && w >= wideScreen && h != all[i] {
					t.Errorf("%q at width %d: hint %q, want %q", keys, w, h, all[i])
				}
			}
			if screen.Width(m.foot()[0]) > w {
				t.Errorf("%q: wider than %d: %q", keys, w, m.foot()[0])
			}
		}
	}
}

// A search finds where a topic stands, and where a claim was read.
func TestSearchForPlaces(t *testing.T) {
	m := lake(t, 120, 40)
	for _, row := range []struct{ words, topic, reason string }{
		{"point 2", "/Catch", "the point of a version"},
		{"point 2a", "/Catch", "the place in a source"},
		{"catch limit", "/Catch", "the words of a title, in any order"},
	} {
		if err := m.search(row.words); err != nil {
			t.Fatal(err)
		}
		if got := seen(m); len(m.found.matches) == 0 || !strings.Contains(got, row.topic) {
			t.Errorf("%s: %q finds %d\n%s", row.reason, row.words, len(m.found.matches), got)
		}
	}
}

// A prompt whose label takes more lines than the screen has keeps its line.
func TestLongPrompt(t *testing.T) {
	m := lake(t, leastWidth, leastHeight)
	m.status = strings.Repeat("why ", 100)
	m.prompt(strings.Repeat("a long name ", 40), "typed", func(*Model, string) error { return nil })
	checkScreen(t, m, 0)
	if got := seen(m); !strings.Contains(got, "> typed") {
		t.Errorf("what is typed is not seen:\n%s", got)
	}
}

// Keys that come together are keys one by one; pasted text is none.
func TestFastKeys(t *testing.T) {
	m := lake(t, 120, 40)
	m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("jj/catch")})
	if got := seen(m); m.topics.cursor != 2 || !strings.Contains(got, "Search for ") || !strings.Contains(got, "> catch") {
		t.Errorf("keys that come together are not read one by one:\n%s", got)
	}
	m = lake(t, 120, 40)
	m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("jq"), Paste: true})
	if m.topics.cursor != 0 || m.done {
		t.Error("pasted text is taken for keys")
	}
}

// BenchmarkKey is a key press and the frame after it.
func BenchmarkKey(b *testing.B) {
	m := lake(b, 160, 50)
	moves := []string{"j", "enter", "j", "l", "j", "esc"}
	for i := 0; b.Loop(); i++ {
		m.Update(key(moves[i%len(moves)]))
		m.View()
	}
}

// BenchmarkLarge is the same in one section of 10,000 rows.
func BenchmarkLarge(b *testing.B) {
	s := table.Section{ID: "s", Title: "Points", Points: []string{"", ""}}
	for i := range 10_000 {
		line := func(n int) []table.Line {
			return []table.Line{table.Plain(fmt.Sprintf("The parties keep to article %d and shall inform each other of every change of it without delay. ", n))}
		}
		s.Rows = append(s.Rows, table.Row{Field: fmt.Sprint(i), Title: fmt.Sprint("Point ", i), Kind: "changed",
			Cells: []table.Cell{{Version: "a", Lines: line(i)}, {Version: "b", Lines: line(i + 1)}}})
	}
	tree := &table.Tree{Columns: []table.Column{{ID: "a"}, {ID: "b"}}, Sections: []table.Section{s}}
	d := &Desk{Command: "plandiff", Compare: func(Query) (*Comparison, error) { return &Comparison{Versions: []string{"a", "b"}, Tree: tree}, nil }}
	m, err := New(d, Query{}, screen.Options{Width: 160, Height: 50})
	if err != nil {
		b.Fatal(err)
	}
	press(m, "enter")
	moves := []string{"j", "pgdown", "G", "k", "pgup", "g"}
	for i := 0; b.Loop(); i++ {
		m.Update(key(moves[i%len(moves)]))
		m.View()
	}
}

// FuzzKeys: whatever is pressed, pasted or clicked at whatever size, the screen
// keeps to its size. A character is a key; a control character is a named key,
// a click or a new size.
func FuzzKeys(f *testing.F) {
	for _, s := range []string{"/catch\x00n", "jjj\x02jjoyc\x01", "f\x00", "a400?\x00", "E\x01", "\x1c9\x1d5", "水ש\x0c\x0c", "v3w2a1", "::??qq", "jjP]]o\x01", "p?q[c", "fjj\x01gaz\x01", "3\x01oy"} {
		f.Add(s, 120, 40)
		f.Add(s, 40, 10)
	}
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		f.Fatal(err)
	}
	desk := deskOf(lib)
	special := slices.Sorted(maps.Keys(named))
	f.Fuzz(func(t *testing.T, keys string, w, h int) {
		if w < 0 || w > 300 || h < 0 || h > 100 || len(keys) > 60 {
			return
		}
		m, err := New(desk, Query{Versions: []string{"joint-8", "counter-8", "quay-text"}}, screen.Options{Width: w, Height: h, ASCII: w%2 == 1})
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range []rune(keys) {
			switch n := int(r); {
			case n < len(special):
				m.Update(key(special[n]))
			case n == 0x1c:
				m.Update(tea.MouseMsg{X: (i*37 + w) % 200, Y: (i*17 + h) % 70, Button: tea.MouseButtonLeft})
			case n == 0x1d:
				m.Update(tea.WindowSizeMsg{Width: (i*37 + w) % 200, Height: (i*17 + h) % 70})
			case n == 0x1e:
				m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(keys), Paste: true})
			default:
				m.Update(key(string(r)))
			}
			checkScreen(t, m, i)
			if t.Failed() {
				return
			}
		}
		for _, text := range m.Copied() {
			if text == "" {
				t.Error("an empty text is copied")
			}
		}
	})
}
