package shipped

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"plandiff/internal/plan"
	"plandiff/internal/record"
)

// The snapshot is the library of the embedded files; it alone does not know
// where things are written.
func TestSnapshot(t *testing.T) {
	root := record.Embedded()
	sum, err := record.Fingerprint(root.FS)
	if err != nil {
		t.Fatal(err)
	}
	if sum != fingerprint {
		t.Error("the records have changed since the snapshot was made: run go generate ./internal/record/shipped")
	}
	shown, err := Library()
	if err != nil {
		t.Fatal(err)
	}
	files, err := record.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(files, shown, cmpopts.IgnoreTypes(plan.Pos{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the snapshot (-files +snapshot); run go generate ./internal/record/shipped\n%s", diff)
	}
	if files.ClaimCount() == 0 || len(files.Drafts()) == 0 {
		t.Errorf("%d claims in %d drafts: the records did not come along", files.ClaimCount(), len(files.Drafts()))
	}
}
