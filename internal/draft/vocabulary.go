package draft

import (
	"fmt"
	"strconv"
	"strings"

	"plandiff/internal/intake"
	"plandiff/internal/plan"
)

// kinds are the kinds of field that a sort of value makes.
var kinds = map[intake.Sort]plan.FieldKind{
	intake.SortQuantity: plan.Quantity, intake.SortMoney: plan.Money, intake.SortPercent: plan.Percent,
	intake.SortDuration: plan.Duration, intake.SortDate: plan.DateKind, intake.SortCount: plan.Count,
}

// Suggest is topics and fields for the numbers and dates of a document that no
// field of a vocabulary takes: a topic for each point, a field for each unit in
// it. It is a start, to be named and ordered by hand.
func Suggest(d *intake.Document, lib *plan.Library) []plan.Topic {
	titles := map[string]string{} // of points, those above them where they have none
	var walk func(p *intake.Point, title string)
	walk = func(p *intake.Point, title string) {
		if p.Title != "" {
			title = p.Title
		}
		titles[p.Number] = title
		for i := range p.Inner {
			walk(&p.Inner[i], title)
		}
	}
	for i := range d.Points {
		walk(&d.Points[i], "Point "+strings.TrimPrefix(d.Points[i].Number, "¶"))
	}
	var out []plan.Topic
	at := map[string]int{}
	taken := map[string]bool{}
	for _, f := range d.Find(lib) {
		kind, known := kinds[f.Sort]
		if f.Field != "" || !known {
			continue
		}
		id := slug(titles[f.Point])
		if id == "" {
			id = "point-" + slug(f.Point)
		}
		i, seen := at[id]
		if !seen {
			i = len(out)
			at[id] = i
			out = append(out, plan.Topic{ID: id, Title: titles[f.Point]})
		}
		unit := f.Value.Unit
		if kind == plan.Percent || kind == plan.DateKind {
			unit = ""
		}
		name := slug(unit)
		if name == "" {
			name = string(kind)
		}
		key := id + "." + name
		if taken[key] {
			continue // another value of the unit: one field, until a person tells them apart
		}
		taken[key] = true
		out[i].Fields = append(out[i].Fields, plan.Field{ID: key, Title: fmt.Sprintf("%s, %s", titles[f.Point], strings.ReplaceAll(name, "-", " ")), Kind: kind, Unit: unit,
			Note: "found as " + strconv.Quote(f.Words)})
	}
	return out
}

// slug is a title as an ID: lower-case letters and digits of ASCII, with single
// hyphens.
func slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return strings.Join(words[:min(len(words), 5)], "-")
}
