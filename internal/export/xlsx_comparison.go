package export

import (
	"slices"
	"strconv"

	"plandiff/internal/table"
)

// comparison writes the sheet with a row a field: the versions beside each
// other, then their numbers to calculate with.
func (b *book) comparison(columns []string) error {
	rows := b.doc.rows()
	heads := b.comparisonHeads(columns)
	frozen := 0
	for frozen < len(columns) && columns[frozen] != colVersions && columns[frozen] != colNumbers {
		frozen++
	}
	s, err := b.start(sheetComparison, heads, len(rows), min(frozen, 2))
	if err != nil {
		return err
	}
	b.sheets[s.info].printed = b.printed(columns)
	for _, r := range rows {
		if err := s.add(b.comparisonRow(r, columns), styleKey{}); err != nil {
			return err
		}
	}
	return s.finish()
}

// printed leaves the numbers off the paper where they come last: they stand
// in the texts, too, and would make those too small to read. "" prints all.
func (b *book) printed(columns []string) string {
	if len(columns) < 2 || columns[len(columns)-1] != colNumbers {
		return ""
	}
	n := len(columns) - 1
	if slices.Contains(columns, colVersions) {
		n += len(b.doc.Table.Columns) - 1
	}
	return "$A$1:$" + columnName(n-1) + "$" + strconv.Itoa(len(b.doc.rows())+1)
}

func (b *book) comparisonHeads(columns []string) []column {
	widths := map[string]float64{colNumber: 6, colTopic: 20, colField: 26, colID: 24, colKind: 14, colAgreed: 44, colComments: 36}
	version := max(30, min(52, 132/float64(len(b.doc.Table.Columns))))
	var out []column
	for _, c := range columns {
		switch c {
		case colVersions:
			for _, v := range b.doc.Table.Columns {
				out = append(out, column{versionHead(v), version})
			}
		case colNumbers:
			for i, v := range b.doc.Table.Columns {
				out = append(out, column{safe(v.ID) + ": number", 18})
				if i > 0 {
					out = append(out, column{safe(v.ID) + ": step", 16}, column{safe(v.ID) + ": step in %", 12})
				}
			}
		default:
			out = append(out, column{columnTitles[c], widths[c]})
		}
	}
	return out
}

func versionHead(v table.Column) []richRun {
	return []richRun{
		{safe(v.ID), headFont},
		{"\n" + safe(v.Title) + "\n" + safe(v.Date+" · "+v.Known), headLight},
	}
}

func (b *book) comparisonRow(r shownRow, columns []string) []any {
	var out []any
	for _, c := range columns {
		switch c {
		case colNumber:
			out = append(out, r.number)
		case colTopic:
			out = append(out, safe(r.section.Title))
		case colField:
			out = append(out, safe(r.Title))
		case colID:
			out = append(out, safe(r.Field))
		case colKind:
			out = append(out, safe(kindWord(r.Row)))
		case colVersions:
			for _, cell := range r.Cells {
				out = append(out, b.cell(cell))
			}
		case colNumbers:
			out = append(out, numberCells(r)...)
		default:
			out = append(out, "")
		}
	}
	return out
}

// numberCells are the values of a row with their units, and the steps from the
// first version.
func numberCells(r shownRow) []any {
	var out []any
	for i, c := range r.Cells {
		out = append(out, number(c.Value))
		if i == 0 {
			continue
		}
		if c.Delta == nil {
			out = append(out, nil, nil)
			continue
		}
		out = append(out, measured{number: c.Delta.Absolute, unit: c.Delta.Unit, signed: true})
		if c.Delta.HasPercent {
			out = append(out, measured{number: round2(c.Delta.Percent), unit: "%", signed: true})
		} else {
			out = append(out, nil)
		}
	}
	return out
}
