package ask

import (
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/table"
)

// Tree is the view behind an answer: what each record says of the fields that
// it is about.
func (a *Answer) Tree(v *evidence.View) *table.Tree {
	findings := make([]table.Finding, len(a.Findings))
	for i := range a.Findings {
		f := &a.Findings[i]
		findings[i].Row = compare.Row{Topic: f.Topic, Field: f.Field, Cells: []compare.Cell{{Version: f.Record, Reading: f.Reading, Difference: f.Difference}}}
		if f.Nearest {
			findings[i].Note = "nearest that is reported, not what was asked"
		}
	}
	return table.FromFindings(v, findings)
}
