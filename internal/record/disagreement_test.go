package record_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/plan"
)

const disagreementsYAML = `disagreements:
- id: how-high
  question: How high is the toll?
  synonyms: [height of the toll]
  sides: [[mill-rate], [weir-rate]]
  note: told of different weirs
`

// twoSided is the good library with a second claim that has an ID, and a
// question on which the two differ.
func twoSided(text string) fstest.MapFS {
	fsys := aller()
	fsys["plans/other.yaml"] = &fstest.MapFile{Data: []byte(
		"id: other\nkind: position\ntitle: Other\nfields:\n  toll.rate:\n  - id: weir-rate\n    value: 7\n    source: herald\n    basis: reported\n")}
	fsys["plans/disagreements.yaml"] = &fstest.MapFile{Data: []byte(text)}
	return fsys
}

func TestDisagreements(t *testing.T) {
	want := []plan.Disagreement{{
		ID: "how-high", Question: "How high is the toll?", Synonyms: []string{"height of the toll"},
		Sides: [][]string{{"mill-rate"}, {"weir-rate"}}, Note: "told of different weirs",
	}}
	if diff := cmp.Diff(want, load(t, twoSided(disagreementsYAML)).Disagreements); diff != "" {
		t.Errorf("disagreements (-want +got)\n%s", diff)
	}
}

func TestRefusedDisagreements(t *testing.T) {
	const start = "disagreements:\n- id: a\n  question: How high?\n"
	const at = "plans/disagreements.yaml"
	refuse(t, []refusal{
		{"it names claims that there are", at, start + "  sides: [[mill-rate], [¶mill-rat]]\n",
			`no claim has the ID "mill-rat" (did you mean "mill-rate"?)`},
		{"a single claim for a side is a list all the same", at, start + "  sides: [[mill-rate], ¶nobody]\n",
			`no claim has the ID "nobody" (allowed: mill-rate)`},
		{"one side contradicts nobody", at, start + "  ¶sides: [[mill-rate]]\n",
			"a disagreement has two sides at least (list the claims of each side: [[a], [b, c]])"},
		{"it asks something", at, "disagreements:\n- ¶id: a\n  sides: [[mill-rate], [mill-rate]]\n",
			`a disagreement needs the key "question"`},
		{"IDs are unique", at, start + "  sides: [[mill-rate], [mill-rate]]\n- ¶id: a\n  question: How low?\n  sides: [[mill-rate], [mill-rate]]\n",
			"duplicate disagreement a (IDs are unique over all files)"},
		{"a file without them", at, "¶quarrels: []\n",
			"the file has no key \"quarrels\" (allowed: disagreements)\nplans/disagreements.yaml:1:1: the file needs the key \"disagreements\""},
		{"an alias joins names", "plans/vocabulary.yaml", "aliases:\n- ¶[Aller]\n" + vocabularyYAML,
			"an alias joins two names at least (for example [the river, the stream])"},
	})
}

// What a question may call a record or a person is read, and never shown.
func TestAliases(t *testing.T) {
	fsys := aller()
	fsys["plans/vocabulary.yaml"] = &fstest.MapFile{Data: []byte("aliases:\n- [Aller, the river, the stream]\n" + vocabularyYAML)}
	fsys["plans/other.yaml"] = &fstest.MapFile{Data: []byte("id: other\nkind: position\ntitle: Other\ndescribed: [what the others want]\n")}
	lib := load(t, fsys)
	if diff := cmp.Diff([][]string{{"Aller", "the river", "the stream"}}, lib.Aliases); diff != "" {
		t.Errorf("aliases (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"what the others want"}, lib.Record("other").Described); diff != "" {
		t.Errorf("descriptions (-want +got)\n%s", diff)
	}
}

func FuzzLoadDisagreements(f *testing.F) {
	f.Add([]byte(disagreementsYAML))
	f.Add([]byte("disagreements: [{id: a, question: b, sides: [mill-rate, [mill-rate]]}]\n"))
	f.Add([]byte("disagreements: []\n"))
	fuzzFile(f, "plans/disagreements.yaml")
}
