package shipped

import (
	"bytes"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"plandiff/internal/plan"
	"plandiff/internal/record"
	"plandiff/internal/search"
)

// The snapshot is the library of the embedded files; it alone does not know
// where things are written.
func TestSnapshot(t *testing.T) {
	root := record.Embedded()
	for _, of := range []struct {
		sum  func(fs.FS) (string, error)
		want string
	}{{record.Fingerprint, libraryFingerprint}, {record.WordsFingerprint, wordsFingerprint}} {
		if sum, err := of.sum(root.FS); err != nil || sum != of.want {
			t.Errorf("the records have changed since the snapshot was made: run go generate ./internal/record/shipped (%v)", err)
		}
	}
	shown, err := Library(record.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	files, err := record.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	told, err := record.Words(files, root)
	if err != nil {
		t.Fatal(err)
	}
	same := cmp.Options{cmpopts.IgnoreTypes(plan.Pos{}), cmpopts.EquateEmpty()}
	if diff := cmp.Diff(files, shown, same) + cmp.Diff(told, &words, same); diff != "" {
		t.Errorf("the snapshot (-files +snapshot); run go generate ./internal/record/shipped\n%s", diff)
	}
	full, err := WithWords(shown, root)
	if err != nil {
		t.Fatal(err)
	}
	if kept := search.Restore(full, made); kept == nil || !bytes.Equal(kept.Made(), search.New(full).Made()) {
		t.Error("the words have changed since their index was made: run go generate ./internal/record/shipped")
	}
	if other := Index(shown); other == nil || bytes.Equal(other.Made(), made) { // without the words
		t.Error("another library has the index of the shipped one")
	}
	if files.ClaimCount() == 0 || len(files.Drafts()) == 0 {
		t.Errorf("%d claims in %d drafts: the records did not come along", files.ClaimCount(), len(files.Drafts()))
	}
}

// The shipped records hold facts alone: what people call things stands in
// plans/words.yaml, for those who read questions.
func TestFactsAlone(t *testing.T) {
	lib, err := Library(record.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	none := func(what string, names []string) {
		if len(names) > 0 {
			t.Errorf("%s is called %q in place: move the words to plans/words.yaml", what, names)
		}
	}
	for _, group := range lib.Aliases {
		none("somebody", group)
	}
	for _, topic := range lib.Topics {
		none(topic.ID, topic.Synonyms)
		for _, field := range topic.Fields {
			none(field.ID, field.Synonyms)
		}
	}
	for _, r := range lib.Records {
		none(r.ID, r.Described)
	}
	for _, d := range lib.Disagreements {
		none(d.ID, d.Synonyms)
	}
	full, err := WithWords(lib, record.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if len(full.Aliases) == 0 || len(full.Topics[0].Synonyms) == 0 {
		t.Error("the words did not come along")
	}
}
