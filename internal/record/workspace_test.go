package record_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/record"
)

// A workspace joins what is there: topics gain fields, records and cards add
// up, and its records may speak of those before.
func TestLoadWorkspace(t *testing.T) {
	workspace := fstest.MapFS{
		"plans/vocabulary.yaml": {Data: []byte("topics:\n- id: tolls\n  synonyms: [levy]\n  fields:\n  - {id: toll.payer, title: Who pays, kind: text}\n  - {id: toll.rate, terms: [by night]}\n" +
			"- id: bridges\n  title: Bridges\n  fields:\n  - {id: bridge.width, title: Width, kind: quantity, unit: feet}\n")},
		"plans/own.yaml": {Data: []byte("id: own\nkind: draft\ntitle: Our own\nfollows: [mill-3]\nwitness: {known: text}\n" +
			"points:\n- number: 1\n  title: Tolls\n  from: {mill-3: [1]}\n  fields:\n    toll.rate: [{value: 9, qualifiers: [By Night, sundays excepted], source: gazette, basis: text}]\n" +
			"    toll.payer: [{value: the buyer, source: letter, basis: text}]\n")},
		"seeds/own.yaml": {Data: []byte("sources:\n- {id: letter, kind: text, attests: our own draft}\n")},
	}
	lib, err := record.Load(record.Root{FS: aller()}, record.Root{FS: workspace, Name: "ours"})
	if err != nil {
		t.Fatal(err)
	}
	shipped := load(t, aller())

	tolls := lib.Topic("tolls")
	if diff := cmp.Diff([]string{"duties", "levy"}, tolls.Synonyms); diff != "" || tolls.Title != "Tolls on the river" {
		t.Errorf("topic tolls, titled %q: synonyms (-want +got)\n%s", tolls.Title, diff)
	}
	var fields []string
	for _, topic := range lib.Topics {
		for _, f := range topic.Fields {
			fields = append(fields, topic.ID+" "+f.ID)
		}
	}
	want := []string{
		"tolls toll.rate", "tolls toll.debt", "tolls toll.relief", "tolls toll.payer",
		"ferries ferry.limit", "ferries ferry.number", "ferries ferry.season",
		"treaty treaty.signing-day", "treaty treaty.parties", "treaty treaty.purpose",
		"bridges bridge.width",
	}
	if diff := cmp.Diff(want, fields); diff != "" {
		t.Errorf("fields (-want +got)\n%s", diff)
	}
	for _, r := range shipped.Records {
		if diff := cmp.Diff(r, lib.Record(r.ID)); diff != "" {
			t.Errorf("the workspace changes %s (-before +after)\n%s", r.ID, diff)
		}
	}
	if _, f := lib.Field("toll.rate"); !slices.Equal(f.Terms, []string{"on goods", "Sundays excepted", "by night"}) {
		t.Errorf("terms of toll.rate: %q", f.Terms)
	}
	if terms := lib.Record("own").Claims("toll.rate")[0].Qualifiers; !slices.Equal(terms, []string{"by night", "Sundays excepted"}) {
		t.Errorf("terms are written as they are declared, not %q", terms)
	}
	if own := lib.Record("own"); own == nil || own.ClaimCount() != 2 || own.Claims("toll.payer")[0].Pos.File != "ours/plans/own.yaml" {
		t.Errorf("our own record: %+v", own)
	}
}

// A workspace may not change what it joins.
func TestRefusedWorkspaces(t *testing.T) {
	for _, tt := range []struct {
		why, file, text, want string
	}{
		{"a record that is there", "plans/x.yaml", "id: mill-3\nkind: position\ntitle: Mine\n",
			"ours/plans/x.yaml:1:1: duplicate record mill-3 (IDs are unique over all files)"},
		{"a card that is there", "seeds/x.yaml", "sources:\n- {id: gazette, attests: mine}\n",
			"ours/seeds/x.yaml:2:3: duplicate source gazette (it is already at seeds/river.yaml:2:3)"},
		{"a field that is there", "plans/vocabulary.yaml", "topics:\n- id: tolls\n  fields:\n  - {id: toll.rate, title: Mine, kind: text}\n",
			"ours/plans/vocabulary.yaml:4:5: duplicate field toll.rate (one ID has one meaning; it is already at plans/vocabulary.yaml:8:5)"},
		{"a claim that is there", "plans/x.yaml", "id: x\nkind: position\ntitle: X\nfields:\n  toll.rate:\n  - {id: mill-rate, value: 1, source: herald, basis: reported}\n",
			"ours/plans/x.yaml:6:6: duplicate claim mill-rate (it is already at plans/mill-3.yaml:29:7)"},
	} {
		workspace := fstest.MapFS{tt.file: {Data: []byte(tt.text)}}
		got := problems(t, record.Root{FS: aller()}, record.Root{FS: workspace, Name: "ours"})
		if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// Alone, a workspace brings its own vocabulary; joined, it need not.
func TestLoadWithoutVocabulary(t *testing.T) {
	records := fstest.MapFS{"plans/x.yaml": {Data: []byte("id: x\nkind: position\ntitle: X\n")}}
	if lib, err := record.Load(record.Root{FS: aller()}, record.Root{FS: records}); err != nil || lib.Record("x") == nil {
		t.Errorf("joined: error %v", err)
	}
	for _, tt := range []struct {
		why, vocabulary, want string
	}{
		{"no file", "", "ours/plans/vocabulary.yaml: there is no vocabulary (add plans/vocabulary.yaml with topics and fields)"},
		{"no topics", "topics: []\n", "ours/plans/vocabulary.yaml: there is no vocabulary (add plans/vocabulary.yaml with topics and fields)"},
		{"an empty file", "\n", "ours/plans/vocabulary.yaml:1:1: the file is empty (write a record or delete the file)"},
		{"another key", "topcs: []\n", `ours/plans/vocabulary.yaml:1:1: the vocabulary has no key "topcs" (did you mean "topics"?)` + "\n" +
			`ours/plans/vocabulary.yaml:1:1: the vocabulary needs the key "topics"`},
	} {
		fsys := fstest.MapFS{"plans/x.yaml": records["plans/x.yaml"]}
		if tt.vocabulary != "" {
			fsys["plans/vocabulary.yaml"] = &fstest.MapFile{Data: []byte(tt.vocabulary)}
		}
		_, err := record.Load(record.Root{FS: fsys, Name: "ours"})
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: error\n%v\nwant\n%s", tt.why, err, tt.want)
		}
	}
	if _, err := record.Load(record.Root{FS: fstest.MapFS{}}); err == nil {
		t.Error("an empty folder is no library")
	}
}

// Where the vocabulary lists no versions to compare, the drafts are compared.
func TestLoadComparesDrafts(t *testing.T) {
	for _, tt := range []struct {
		why, lists        string
		compare, overview []string
	}{
		{"no list", "", []string{"mill-3", "weir-2"}, []string{"mill-3", "weir-2"}},
		{"one list", "compare: [weir-2, mill-3]\n", []string{"weir-2", "mill-3"}, []string{"mill-3", "weir-2"}},
	} {
		fsys := aller()
		_, topics, _ := strings.Cut(vocabularyYAML, "topics:")
		fsys["plans/vocabulary.yaml"] = &fstest.MapFile{Data: []byte(tt.lists + "topics:" + topics)}
		lib := load(t, fsys)
		if !slices.Equal(lib.Compare, tt.compare) || !slices.Equal(lib.Overview, tt.overview) {
			t.Errorf("%s: compared are %q and %q", tt.why, lib.Compare, lib.Overview)
		}
	}
}

// The order of the roots decides nothing but the order of topics.
func TestLoadOrderOfRoots(t *testing.T) {
	a := aller()
	b := fstest.MapFS{"seeds/river.yaml": a["seeds/river.yaml"], "plans/weir-2.yaml": a["plans/weir-2.yaml"]}
	delete(a, "seeds/river.yaml")
	delete(a, "plans/weir-2.yaml")
	one, err := record.Load(record.Root{FS: a}, record.Root{FS: b})
	if err != nil {
		t.Fatal(err)
	}
	two, err := record.Load(record.Root{FS: b}, record.Root{FS: a})
	if err != nil {
		t.Fatal(err)
	}
	whole := load(t, aller())
	if diff := cmp.Diff(whole, one); diff != "" {
		t.Errorf("in two roots (-whole +parts)\n%s", diff)
	}
	if diff := cmp.Diff(whole, two); diff != "" {
		t.Errorf("in two roots, the other way round (-whole +parts)\n%s", diff)
	}
}
