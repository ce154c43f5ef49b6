package export

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// A spreadsheet takes no text for a formula, finds numbers as numbers, and gets
// texts that only have a sign in their middle as they stand. With the mark it reads
// the letters rightly; without being asked there is none.
func TestTablesForSpreadsheets(t *testing.T) {
	texts := []string{"=SUM(A1:A9)", "+1 seat", "-1 seat", "@who", "first; -second; @third", "5 - 3 = 2"}
	want := []string{"'=SUM(A1:A9)", "'+1 seat", "'-1 seat", "'@who", "first; -second; @third", "5 - 3 = 2"}
	topic := plan.Topic{ID: "t", Title: "Topic", About: plan.AboutText, Fields: []plan.Field{{ID: "t.cold", Title: "Cold", Kind: plan.Quantity, Unit: "degrees"}}}
	lib := &plan.Library{Sources: []*plan.Source{{ID: "s", Publisher: "Paper", Kind: plan.SourceText, Published: "2031-01-02"}}}
	var records [2]*plan.Record
	for i := range records {
		records[i] = &plan.Record{ID: string(rune('a' + i)), Kind: plan.Draft, Title: "T", Date: "2031-01-01", Known: plan.KnownText}
	}
	add := func(r *plan.Record, field string, v plan.Value) {
		r.Fields = append(r.Fields, plan.FieldClaims{Field: field, Claims: []plan.Claim{{State: plan.Present, Value: v, Source: "s", Basis: plan.BasisText, Rank: plan.Normal}}})
	}
	for i, text := range texts {
		id := "t.f" + string(rune('a'+i))
		topic.Fields = append(topic.Fields, plan.Field{ID: id, Title: "F", Kind: plan.Text})
		add(records[0], id, plan.Value{Text: "else"})
		add(records[1], id, plan.Value{Text: text})
	}
	add(records[0], "t.cold", plan.Value{Number: "-10", Unit: "degrees"})
	add(records[1], "t.cold", plan.Value{Number: "-15", Unit: "degrees"})
	lib.Topics, lib.Records = []plan.Topic{topic}, records[:]
	d := documentOf(t, evidence.New(lib, evidence.Filter{}), "a", "b")

	data := write1(t, CSV, Shape{}, d)
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := func(title string) int { return slices.Index(rows[0], title) }
	for _, r := range rows[1:] {
		if r[at("field")] == "t.cold" {
			if r[at("base_value")] != "-10" || r[at("value")] != "-15" || r[at("step")] != "-5" {
				t.Errorf("numbers are %q, %q, %q", r[at("base_value")], r[at("value")], r[at("step")])
			}
			continue
		}
		i := int(r[at("field")][3] - 'a')
		if got := r[at("text")]; got != want[i] {
			t.Errorf("%q is written %q, want %q", texts[i], got, want[i])
		}
	}
	if len(rows) != 2+len(texts) {
		t.Errorf("%d rows", len(rows))
	}
	mark := []byte("\xef\xbb\xbf")
	for _, format := range []Format{CSV, TSV} {
		if plain, marked := write1(t, format, Shape{}, d), write1(t, format, Shape{BOM: true}, d); bytes.HasPrefix(plain, mark) || !bytes.Equal(marked, append(mark, plain...)) {
			t.Errorf("%s: the mark stands wrongly", format)
		}
	}
}
