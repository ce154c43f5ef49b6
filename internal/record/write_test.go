package record_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"plandiff/internal/plan"
	"plandiff/internal/record"
)

// Every record that was loaded, written and loaded again, is the same: those of
// the tests, which have every key, and those that come with the program.
func TestWriteAndLoadIsIdentity(t *testing.T) {
	for name, lib := range map[string]*plan.Library{"aller": load(t, aller()), "shipped": shippedLibrary(t)} {
		fsys := fstest.MapFS{"plans/vocabulary.yaml": {Data: []byte(vocabularyYAML)}}
		roots := []record.Root{{FS: fsys}}
		if name == "shipped" {
			fsys["plans/vocabulary.yaml"] = shippedFile(t, "plans/vocabulary.yaml")
		}
		for _, s := range lib.Sources {
			data, err := record.WriteSources(s)
			if err != nil {
				t.Fatal(err)
			}
			fsys["seeds/"+s.ID+".yaml"] = &fstest.MapFile{Data: data}
		}
		for _, r := range lib.Records {
			data, err := record.Write(r, lib)
			if err != nil {
				t.Fatal(err)
			}
			fsys["plans/"+r.ID+".yaml"] = &fstest.MapFile{Data: data}
		}
		again, err := record.Load(roots...)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i, r := range lib.Records {
			if diff := cmp.Diff(r, again.Records[i], cmpopts.IgnoreTypes(plan.Pos{})); diff != "" {
				t.Errorf("%s (-before +after)\n%s\n%s", r.ID, diff, fsys["plans/"+r.ID+".yaml"].Data)
			}
		}
		if diff := cmp.Diff(lib.Sources, again.Sources, cmpopts.IgnoreTypes(plan.Pos{})); diff != "" {
			t.Errorf("%s: cards (-before +after)\n%s", name, diff)
		}
	}
}

func shippedLibrary(t *testing.T) *plan.Library {
	t.Helper()
	lib, err := record.Load(record.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func shippedFile(t *testing.T, name string) *fstest.MapFile {
	t.Helper()
	data, err := fs.ReadFile(record.Embedded().FS, name)
	if err != nil {
		t.Fatal(err)
	}
	return &fstest.MapFile{Data: data}
}
