package record_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/record"
)

// What is wrong with a file before anybody asks what it says.
func TestRefusedFiles(t *testing.T) {
	const start = "id: extra\nkind: position\n"
	refuse(t, []refusal{
		{"an empty file says nothing", "plans/x.yaml", "¶",
			"the file is empty (write a record or delete the file)"},
		{"nor do comments alone", "plans/x.yaml", "¶# later\n",
			"the file is empty (write a record or delete the file)"},
		{"a second document would be passed over", "plans/x.yaml", start + "title: X\n¶---\nid: y\n",
			"a second YAML document begins (one file holds one document; remove the line ---)"},
		{"also where it is broken", "plans/x.yaml", start + "title: X\n---\nid: \"y\n¶",
			"a second YAML document begins (one file holds one document; remove the line ---)"},
		{"a zero byte is no text: UTF-16, or not YAML at all", "plans/x.yaml", start + "title: a¶\x00b\n",
			"the file holds a zero byte (save the file as UTF-8 text)"},
		{"a raw escape is no text", "plans/x.yaml", start + "title: a¶\x1b[31m\n",
			"the file holds a control character (save the file as UTF-8 text)"},
		{"another encoding", "plans/x.yaml", start + "title: caf¶\xe9\n",
			"the file holds a byte that is not UTF-8 (save the file as UTF-8 text)"},
		{"tabs do not indent", "plans/x.yaml", start + "title: X\nwitness:\n¶\tknown: text\n",
			"this is not YAML: found character that cannot start any token"},
		{"a key out of line", "plans/x.yaml", start + "title: X\nwitness:\n  known: text\n¶ note: no\n",
			"this is not YAML: did not find expected key"},
		{"a colon in a value wants quotes", "plans/x.yaml", start + "¶title: Peace: a plan\n",
			"this is not YAML: mapping values are not allowed in this context"},
		{"a list where a record should be", "plans/x.yaml", "¶- id: extra\n",
			"a record is a mapping of keys and values here, not a list"},
		{"prose where a record should be", "plans/x.yaml", "¶A draft in words.\n",
			"a record is a mapping of keys and values here, not a single value"},

		{"an anchor hides what a value is", "plans/x.yaml", start + "title: ¶&t X\n",
			"the anchor &t is not allowed in records (write the value out where it is needed)"},
		{"an anchor comes before its alias, and is named first", "plans/x.yaml", start + "names: [¶&n X, *n]\ntitle: *n\n",
			"the anchor &n is not allowed in records (write the value out where it is needed)"},
		{"an alias of nothing", "plans/x.yaml", start + "¶title: *n\n",
			"this is not YAML: unknown anchor 'n' referenced"},
		{"a tag changes what a value is", "plans/x.yaml", start + "title: ¶!!binary aGk=\n",
			"the tag !!binary is not allowed in records (remove the tag)"},
		{"also a tag of one's own", "plans/x.yaml", start + "title: ¶!exec rm\n",
			"the tag !exec is not allowed in records (remove the tag)"},
		{"a merge is a key like any other, and unknown", "plans/x.yaml", start + "title: X\nwitness:\n  known: text\n  ¶<<: {note: n}\n",
			`the witness has no key "<<" (allowed: complete, known, note, wording)`},
		{"YAML cuts a value at a hash", "plans/x.yaml", start + "title: ¶the fund #2 and the bank\n",
			`YAML ends this value at "#2 and the bank" (put the value into quotes, or a blank after the #)`},
		{"also in a list", "plans/x.yaml", start + "title: X\nnames:\n- ¶the fund #2\n- the bank # both of them\n",
			`YAML ends this value at "#2" (put the value into quotes, or a blank after the #)`},
		{"also over lines", "plans/x.yaml", start + "title: ¶the fund\n  and the bank #2 of them\n",
			`YAML ends this value at "#2 of them" (put the value into quotes, or a blank after the #)`},
		{"also before a key's own value", "plans/x.yaml", start + "title: X\nwitness:\n  ¶known: #2\n    text\n",
			`YAML ends this value at "#2" (put the value into quotes, or a blank after the #)`},
		{"records are flat: thirteen levels hide something", "plans/x.yaml", start + "title: " + strings.Repeat("[", 12) + "¶[" + strings.Repeat("]", 13) + "\n",
			"nested more than 12 levels deep (records are flatter)"},
		{"a value of more than 64 KiB", "plans/x.yaml", start + "title: ¶" + strings.Repeat("x", 64<<10+1) + "\n",
			"the value has more than 64 KiB (shorten it)"},
		{"nothing but control characters", "plans/x.yaml", start + "title: ¶\"\\e[31m\\u202e\"\n",
			"nothing of the value is left without its control characters"},
		{"card files are read with the same care", "seeds/x.yaml", "sources: ¶&s []\n",
			"the anchor &s is not allowed in records (write the value out where it is needed)"},
		{"a card file without cards", "seeds/x.yaml", "¶cards: []\n",
			`a file of source cards has no key "cards" (allowed: sources)` + "\n" + `seeds/x.yaml:1:1: a file of source cards needs the key "sources"`},
	})
}

// Bombs are refused, in one problem and at once.
func TestRefusedBombs(t *testing.T) {
	var laughs strings.Builder
	laughs.WriteString("a0: &a0 [lol]\n")
	for i := range 20 {
		fmt.Fprintf(&laughs, "a%d: &a%d [%s*a%d]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), i)
	}
	var merges strings.Builder
	merges.WriteString("a0: &a0 {k: v}\n")
	for i := range 20 {
		fmt.Fprintf(&merges, "a%d: &a%d {<<: [%s*a%d]}\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), i)
	}
	deep := 20000
	for _, tt := range []struct{ why, text, want string }{
		{"billion laughs", laughs.String(), "plans/x.yaml:1:5: the anchor &a0 is not allowed in records (write the value out where it is needed)"},
		{"billion merges", merges.String(), "plans/x.yaml:1:5: the anchor &a0 is not allowed in records (write the value out where it is needed)"},
		{"an alias of what holds it", "a: &a [*a]\n", "plans/x.yaml:1:4: the anchor &a is not allowed in records (write the value out where it is needed)"},
		{"lists in lists", strings.Repeat("[", deep), "plans/x.yaml:1:1: this is not YAML: exceeded max depth of 10000"},
		{"mappings in mappings", strings.Repeat("{a: ", deep), "plans/x.yaml:1:1: this is not YAML: exceeded max depth of 10000"},
		{"a key that begins a terminal sequence again and again", "? \"" + strings.Repeat(`\e]`, 1<<19) + "\"\n: x\n",
			`plans/x.yaml:1:1: a record needs the key "id"` + "\n" + `plans/x.yaml:1:1: a record needs the key "kind"` + "\n" +
				`plans/x.yaml:1:1: a record needs the key "title"` + "\n" + `plans/x.yaml:1:3: a record has no key ""`},
		{"a file of more than 4 MiB", strings.Repeat("#", 4<<20+1), "plans/x.yaml: the file has more than 4 MiB (split it)"},
		{"points by the million", "id: x\nkind: draft\ntitle: X\nwitness:\n  known: text\n  complete:\n  - source: gazette\n    points: 1-10000" +
			strings.Repeat(",1-10000", 8000) + "\n", `plans/x.yaml:8:13: "1-10000" is not a range of points (for example "1-3, 7")`},
	} {
		fsys := aller()
		fsys["plans/x.yaml"] = &fstest.MapFile{Data: []byte(tt.text)}
		got := strings.Join(problems(t, record.Root{FS: fsys}), "\n")
		if got != tt.want {
			t.Errorf("%s\n got: %.300s\nwant: %s", tt.why, got, tt.want)
		}
	}
}

// All files together have a limit too: 64 MiB.
func TestRefusedTogether(t *testing.T) {
	fsys := aller()
	comment := []byte("# " + strings.Repeat("#", 4<<20-3))
	for i := range 16 {
		fsys[fmt.Sprintf("plans/z%02d.yaml", i)] = &fstest.MapFile{Data: comment}
	}
	lines := problems(t, record.Root{FS: fsys})
	want := "plans/z15.yaml: the files have more than 64 MiB together (use fewer or smaller files)"
	if last := lines[len(lines)-1]; len(lines) != 16 || last != want {
		t.Errorf("%d problems, the last %q, want 16, the last %q", len(lines), last, want)
	}
}

// Every problem is told at once, by file and line, each once.
func TestRefusedAllAtOnce(t *testing.T) {
	fsys := aller()
	fsys["plans/b.yaml"] = &fstest.MapFile{Data: []byte(
		"id: b\nkind: plan\ntitle: B\nfollows: [mill-4]\nfields:\n  toll.rate:\n  - value: a tenth\n    source: gazzette\n    basis: text\n")}
	fsys["plans/a.yaml"] = &fstest.MapFile{Data: []byte("id: a\nkind: position\ntitle: \"\n")}
	fsys["seeds/a.yaml"] = &fstest.MapFile{Data: []byte("sources:\n- id: One\n  attests: one\n- id: two\n")}
	want := []string{
		"plans/a.yaml:4:1: this is not YAML: found unexpected end of stream",
		`plans/b.yaml:2:7: "plan" is not allowed here (allowed: draft, position, event)`,
		`plans/b.yaml:4:1: no record has the ID "mill-4" (did you mean "mill-3"?)`,
		`plans/b.yaml:7:12: "a tenth" is no percent (plain digits such as 600000, with < <= > >= or ~ before them; use "words" for what is told in words)`,
		`plans/b.yaml:8:5: no card has the ID "gazzette" (did you mean "gazette"?)`,
		`seeds/a.yaml:2:7: "One" is no ID (lower-case letters, digits and single hyphens)`,
		`seeds/a.yaml:4:3: a source card needs the key "attests"`,
	}
	if diff := cmp.Diff(want, problems(t, record.Root{FS: fsys})); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
}
