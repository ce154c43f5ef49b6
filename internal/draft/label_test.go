package draft_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"plandiff/internal/draft"
	"plandiff/internal/plan"
	"plandiff/internal/record"
)

// Points whose numbers are no whole ones have their place in a record, and
// claims on them say where they stand.
func TestPointsWithLabels(t *testing.T) {
	d := read(t, `# Charter

## 3 Crossing

### 3.1.1 Fishing

The limit on the catch is 400 tonnes.

### 3.1.2 Patrols

(a) Boats are green.

(b) The cost of the patrols is 3 million EUR.

### 3.1.3 Feasts

They are held.
`)
	made := draft.New(d, draft.About{ID: "charter"}, load(t, fstest.MapFS{}))
	var got []string
	for i := range made.Record.Points {
		p := &made.Record.Points[i]
		got = append(got, p.Name()+" "+p.Title+" covers "+strings.Join(p.Covers, " "))
	}
	for _, fc := range made.Record.Fields {
		for _, c := range fc.Claims {
			got = append(got, fc.Field+" at "+c.Place()+", "+c.At)
		}
	}
	if diff := cmp.Diff([]string{"3.1.1 Fishing covers catch", "3.1.2 Patrols covers patrols", "3.1.3 Feasts covers ",
		"catch.limit at 3.1.1, point 3.1.1, line 7", "patrols.cost at 3.1.2, point 3.1.2.b, line 13"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if made.Rest != 1 || made.Left != nil {
		t.Errorf("%d points without a field, left %q", made.Rest, made.Left)
	}
	text, err := record.Write(made.Record, load(t, fstest.MapFS{}))
	if err != nil {
		t.Fatal(err)
	}
	card, err := record.WriteSources(made.Source)
	if err != nil {
		t.Fatal(err)
	}
	lib := load(t, fstest.MapFS{"plans/charter.yaml": {Data: text}, "seeds/charter.yaml": {Data: card}})
	if diff := cmp.Diff(made.Record, lib.Record("charter"), cmpopts.IgnoreTypes(plan.Pos{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the record (-made +read)\n%s\n%s", diff, text)
	}
	var numbers []string
	for _, p := range draft.Document(lib.Record("charter")).Points {
		numbers = append(numbers, p.Number)
	}
	if diff := cmp.Diff([]string{"3.1.1", "3.1.2", "3.1.3"}, numbers); diff != "" {
		t.Errorf("the wording (-want +got)\n%s", diff)
	}
}
