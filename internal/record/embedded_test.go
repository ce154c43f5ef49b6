package record

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
)

// The fingerprint changes with every name and every byte, and with nothing
// else.
func TestFingerprint(t *testing.T) {
	sum := func(fsys fstest.MapFS) string {
		t.Helper()
		s, err := Fingerprint(fsys)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	records := func() fstest.MapFS {
		return fstest.MapFS{"plans/a.yaml": {Data: []byte("a")}, "plans/deeper/b.yaml": {Data: []byte("b")}, "seeds/c.yaml": {Data: []byte("c")}}
	}
	first := sum(records())
	for _, tt := range []struct {
		why    string
		change func(fstest.MapFS)
		same   bool
	}{
		{"nothing changed", func(fstest.MapFS) {}, true},
		{"a file outside the two folders", func(f fstest.MapFS) { f["README"] = &fstest.MapFile{Data: []byte("x")} }, true},
		{"words, which have one of their own", func(f fstest.MapFS) { f["plans/words.yaml"] = &fstest.MapFile{Data: []byte("x")} }, true},
		{"another byte", func(f fstest.MapFS) { f["plans/deeper/b.yaml"] = &fstest.MapFile{Data: []byte("B")} }, false},
		{"another name", func(f fstest.MapFS) { f["seeds/d.yaml"] = f["seeds/c.yaml"]; delete(f, "seeds/c.yaml") }, false},
		{"a file more, though it is empty", func(f fstest.MapFS) { f["seeds/d.yaml"] = &fstest.MapFile{} }, false},
		{"a file less", func(f fstest.MapFS) { delete(f, "plans/a.yaml") }, false},
		{"bytes moved from one file to the next", func(f fstest.MapFS) {
			f["plans/a.yaml"], f["plans/deeper/b.yaml"] = &fstest.MapFile{}, &fstest.MapFile{Data: []byte("ab")}
		}, false},
	} {
		changed := records()
		tt.change(changed)
		if got := sum(changed) == first; got != tt.same {
			t.Errorf("same fingerprint: %v: %s", got, tt.why)
		}
	}
	words := map[string]bool{}
	for _, text := range []string{"", "x", "y"} {
		s, err := WordsFingerprint(fstest.MapFS{"plans/words.yaml": {Data: []byte(text)}, "plans/a.yaml": {Data: []byte(text)}})
		if err != nil {
			t.Fatal(err)
		}
		words[s] = true
	}
	if len(words) != 3 {
		t.Errorf("three files of words have %d fingerprints", len(words))
	}
}

// The embedded root shows its two folders and nothing else.
func TestEmbedded(t *testing.T) {
	root := Embedded()
	for _, name := range []string{"plans/vocabulary.yaml", "plans", "seeds", "plans/events"} {
		if _, err := fs.Stat(root.FS, name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"cmd", "plans.yaml", "plansx/vocabulary.yaml", "plans/embed.go", "seeds/embed.go", "vocabulary.yaml"} {
		if _, err := fs.Stat(root.FS, name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: error %v, want that it does not exist", name, err)
		}
	}
}
