package compare_test

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/record"
)

// The names of record files, and so the order in which they are read, say
// nothing.
func TestFileOrderDoesNotMatter(t *testing.T) {
	renamed := fstest.MapFS{}
	n := 0
	for _, dir := range []string{"plans", "seeds"} {
		err := fs.WalkDir(record.Embedded().FS, dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(record.Embedded().FS, name)
			n++
			if base := path.Base(name); strings.HasPrefix(string(data), "id: ") || dir == "seeds" { // records and cards: later names come first
				name = path.Join(path.Dir(name), fmt.Sprintf("%03d-%s", 999-n, base))
			}
			renamed[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	lib, err := record.Load(record.Root{FS: renamed})
	if err != nil {
		t.Fatal(err)
	}
	ids := draftIDs(shipped(t))
	if diff := cmp.Diff(ids, draftIDs(lib)); diff != "" {
		t.Fatalf("drafts (-as named +renamed)\n%s", diff)
	}
	want, got := mustCompare(t, view(shipped(t)), ids...), mustCompare(t, view(lib), ids...)
	if diff := cmp.Diff(differences(want), differences(got)); diff != "" {
		t.Errorf("(-as named +renamed)\n%s", diff)
	}
}
