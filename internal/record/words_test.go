package record_test

import (
	"errors"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/plan"
	"plandiff/internal/record"
)

// What people call things is read apart from the library: that of every root, in
// their order, about what any of them holds.
func TestWords(t *testing.T) {
	ours := fstest.MapFS{"plans/words.yaml": {Data: []byte("topics:\n- {of: tolls, names: [levy]}\naliases:\n- [weir, dam]\n")}}
	fsys := aller()
	fsys["plans/words.yaml"] = &fstest.MapFile{Data: []byte("versions:\n- {of: mill-3, names: [the third mill, old mill]}\ntopics:\n- {of: tolls, names: [dues]}\nfields:\n- {of: toll.rate, names: [charge]}\n")}
	roots := []record.Root{{FS: fsys}, {FS: ours, Name: "ours"}}
	lib, err := record.Load(roots...)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(load(t, aller()), lib); diff != "" {
		t.Errorf("words changed the library (-without +with)\n%s", diff)
	}
	words, err := record.Words(lib, roots...)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&plan.Words{
		Versions: []plan.Called{{ID: "mill-3", Names: []string{"the third mill", "old mill"}}},
		Topics:   []plan.Called{{ID: "tolls", Names: []string{"dues"}}, {ID: "tolls", Names: []string{"levy"}}},
		Fields:   []plan.Called{{ID: "toll.rate", Names: []string{"charge"}}},
		Aliases:  [][]string{{"weir", "dam"}},
	}, words); diff != "" {
		t.Errorf("words (-want +got)\n%s", diff)
	}
}

// Bad words do not spoil the library. Who reads them is told, and so is who checks.
func TestBadWords(t *testing.T) {
	fsys := aller()
	fsys["plans/words.yaml"] = &fstest.MapFile{Data: []byte("versions:\n- {of: mill-4, names: [the fourth mill]}\n")}
	root := record.Root{FS: fsys, Name: "ours"}
	words, err := record.Words(load(t, fsys), root)
	var problems record.Problems
	if words != nil || !errors.As(err, &problems) {
		t.Fatalf("the words %v were read, error %v", words, err)
	}
	const want = `ours/plans/words.yaml:2:3: nothing has the ID "mill-4" (it names an ID of another file)`
	if err.Error() != want {
		t.Errorf("reading\n got: %s\nwant: %s", err, want)
	}
	if _, err := record.Check(root); err == nil || err.Error() != want {
		t.Errorf("checking\n got: %v\nwant: %s", err, want)
	}
}

func TestRefusedWords(t *testing.T) {
	const file = "plans/words.yaml"
	refuse(t, []refusal{
		{"a field is named by its ID", file, "fields:\n- ¶{of: tolls, names: [x]}\n", `nothing has the ID "tolls" (it names an ID of another file)`},
		{"a disagreement too", file, "disagreements:\n- ¶{of: none, names: [x]}\n", `nothing has the ID "none" (it names an ID of another file)`},
		{"words are names of something", file, "topics:\n- ¶{of: tolls}\n", `an entry needs the key "names"`},
		{"an alias joins names", file, "aliases:\n- ¶[dam]\n", "an alias joins two names at least (for example [the river, the stream])"},
		{"words of nothing", file, "¶places: []\n", `the words has no key "places" (allowed: aliases, disagreements, fields, topics, versions)`},
	})
}
