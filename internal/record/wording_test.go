package record_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/record"
)

// The words of a document may stand in a user's own records, never in those
// that come with the program.
func TestWordingOfPoints(t *testing.T) {
	const own = "id: own\nkind: draft\ntitle: Our own\nwitness: {known: text, wording: gazette}\npoints:\n- number: 1\n  at: page 2, line 3\n  wording: The ferry runs at night.\n"
	files := fstest.MapFS{"plans/own.yaml": {Data: []byte(own)}}
	lib, err := record.Load(record.Root{FS: aller()}, record.Root{FS: files, Name: "ours"})
	if err != nil {
		t.Fatal(err)
	}
	if r := lib.Record("own"); r.Wording != "gazette" || r.Points[0].Wording != "The ferry runs at night." || r.Points[0].At != "page 2, line 3" {
		t.Errorf("the record is %+v", r)
	}
	got := problems(t, record.Root{FS: aller()}, record.Root{FS: files, Shipped: true})
	want := []string{"plans/own.yaml:8:3: the wording of a document does not belong here (records that are handed on hold facts and phrases of 8 words at most; keep the wording in a workspace)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("in a shipped root (-want +got)\n%s", diff)
	}
	files["plans/own.yaml"].Data = []byte("id: own\nkind: draft\ntitle: Our own\nwitness: {known: text}\npoints:\n- wording: The ferry runs at night.\n")
	got = problems(t, record.Root{FS: aller()}, record.Root{FS: files})
	want = []string{"plans/own.yaml:6:3: the wording of a point has no source (say which card it is from: witness: {known: text, wording: CARD})"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("without a card (-want +got)\n%s", diff)
	}
}
