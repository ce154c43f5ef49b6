package jsonout

import "plandiff/internal/table"

// PointsOutput is what became of the points of the first document in another.
type PointsOutput struct {
	From      string         `json:"from"`
	To        string         `json:"to"`
	Relations map[string]int `json:"relations"` // points by what became of them
	Changed   int            `json:"changed"`   // linked points whose words differ
	Numbers   []NumberOutput `json:"numbers"`   // that changed
	Opened    int            `json:"opened"`    // square brackets of the later document alone
	Closed    int            `json:"closed"`    // of the first alone
}

// NumberOutput is a number or a date that changed, as it is written.
type NumberOutput struct {
	From  string `json:"from"` // point
	To    string `json:"to"`
	Old   string `json:"old"`
	New   string `json:"new"`
	Delta *Delta `json:"delta"` // null of dates and of other units
}

func points(t *table.Tree) []PointsOutput {
	var out []PointsOutput
	for i, p := range t.Documents {
		pair := PointsOutput{From: t.Columns[0].ID, To: t.Columns[i+1].ID, Relations: map[string]int{}, Changed: p.Changed,
			Numbers: []NumberOutput{}, Opened: len(p.Opened), Closed: len(p.Closed)}
		for r, n := range p.Counts {
			pair.Relations[string(r)] = n
		}
		for _, n := range p.Numbers {
			pair.Numbers = append(pair.Numbers, NumberOutput{n.From.Number, n.To.Number, n.Old, n.New, delta(n.Step)})
		}
		out = append(out, pair)
	}
	return out
}
