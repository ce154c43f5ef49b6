package record

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"plandiff/internal/plan"
)

var update = flag.Bool("update", false, "write the snapshot of the embedded records anew")

// The snapshot that is compiled in is the one of the records that are.
func TestSnapshot(t *testing.T) {
	lib, err := Load(Embedded())
	if err != nil {
		t.Fatal(err)
	}
	sum, err := fingerprint(embedded{})
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := snapshot(lib, sum)
	if err != nil {
		t.Fatal(err)
	}
	again, err := snapshot(lib, sum)
	if err != nil || !bytes.Equal(fresh, again) {
		t.Fatalf("two snapshots of one library differ, error %v", err)
	}
	file := filepath.Join("shipped", "library.go")
	if *update {
		if err := os.WriteFile(file, fresh, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	committed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(committed, fresh) {
		t.Errorf("%s is not the snapshot of the records: run go generate ./internal/record", file)
	}
}

// Whether it comes from the snapshot or from the files, the library is the
// same; the snapshot alone does not know where things are written.
func TestShippedIsEmbedded(t *testing.T) {
	files, err := Load(Embedded())
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(files, shipped, cmpopts.IgnoreTypes(plan.Pos{})); diff != "" {
		t.Errorf("the shipped library (-files +shipped)\n%s", diff)
	}
	if files.ClaimCount() == 0 || len(files.Drafts()) == 0 {
		t.Errorf("%d claims in %d drafts: the records did not come along", files.ClaimCount(), len(files.Drafts()))
	}
}

// The fingerprint changes with every name and every byte, and with nothing
// else.
func TestFingerprint(t *testing.T) {
	sum := func(fsys fstest.MapFS) string {
		t.Helper()
		s, err := fingerprint(fsys)
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
}

// The embedded root shows its two folders and nothing else.
func TestEmbedded(t *testing.T) {
	root := Embedded()
	for _, name := range []string{vocabularyFile, "plans", "seeds", "plans/events"} {
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
