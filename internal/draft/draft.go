package draft

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/intake"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/record"
)

// About is what the user says of a document.
type About struct {
	ID      string // of the record and of its card
	Title   string // "": the document's own, or its file name
	Date    plan.Date
	By      []string
	Follows []string
	// Covers are the fields and prefixes of fields that are at home at points, by
	// their numbers; a point that is not in it covers what is found there.
	Covers map[string][]string
}

// Draft is a document as a record.
type Draft struct {
	Record *plan.Record
	Source *plan.Source
	Fields int      // that have a claim
	Points int      // that the document has, whatever their numbers
	Rest   int      // points of which no field is known
	Left   []string // what could not be placed, in words
}

// mostNumber is the highest number that a point of a record can have.
const mostNumber = 10_000

// New makes a record of a document, with the fields of a vocabulary that its
// words are sure to speak of.
func New(d *intake.Document, about About, lib *plan.Library) *Draft {
	title := about.Title
	if title == "" {
		title = d.Title
	}
	if title == "" {
		title = d.Base()
	}
	out := &Draft{
		Record: &plan.Record{ID: about.ID, Kind: plan.Draft, Title: title, Label: title, Date: about.Date, By: about.By, Follows: about.Follows,
			Known: plan.KnownText, Wording: about.ID},
		Source: &plan.Source{ID: about.ID, Kind: plan.SourceText, Title: title, Attests: "the wording of the draft " + about.ID, File: d.Base(), SHA256: d.SHA256},
	}
	if len([]rune(title)) > maxLabel && len(about.ID) <= maxLabel {
		out.Record.Label = about.ID
	}
	numbers := out.points(d, about.Covers)
	out.claims(d, lib, numbers)
	return out
}

// maxLabel is how many characters the label of a record may have.
const maxLabel = 24

// points writes the points of the outermost level, and gives the number that
// each point of the document, inner ones too, stands under in the record.
func (out *Draft) points(d *intake.Document, covers map[string][]string) map[string]place {
	numbers := map[string]place{}
	most, counted := 0, 0
	unnumbered := 0
	for i := range d.Points {
		p := &d.Points[i]
		if p.Kind == intake.KindHeading {
			continue
		}
		point := plan.Point{Title: p.Title, At: p.Place.String(), Covers: covers[p.Number]}
		whole := *p
		whole.Title = ""
		point.Wording = whole.Full()
		if point.Wording == "" {
			if p.Title == "" {
				continue
			}
			point.Wording, point.Title = p.Title, ""
		}
		if n, err := strconv.Atoi(p.Number); err == nil && n >= 1 && n <= mostNumber && p.Kind == intake.KindPoint {
			point.Number = n
			most, counted = max(most, n), counted+1
		} else if p.Kind == intake.KindPoint && len([]rune(p.Number)) <= maxLabel {
			point.Label = p.Number
		} else {
			unnumbered++
			point.Title = strings.TrimSpace(p.Label + " " + point.Title)
		}
		under(numbers, p, &point)
		out.Record.Points = append(out.Record.Points, point)
	}
	out.Points = len(out.Record.Points)
	if most == counted {
		out.Record.PointCount = most
	}
	for _, number := range slices.Sorted(maps.Keys(covers)) {
		if _, known := numbers[number]; !known {
			out.leave("the topic map names point %s, which the document does not have", prose.Clean(number))
		}
	}
	if unnumbered > 0 {
		out.leave("%s without a number: the wording is kept, and claims on it name no point", count(unnumbered, "piece"))
	}
	return numbers
}

// place is where a point of a document stands in its record.
type place struct {
	number int    // of the outermost point; 0: it has none
	label  string // of the outermost point, where it has no whole number
	point  *intake.Point
}

func under(numbers map[string]place, p *intake.Point, outer *plan.Point) {
	numbers[p.Number] = place{outer.Number, outer.Label, p}
	for i := range p.Inner {
		under(numbers, &p.Inner[i], outer)
	}
}

// open is the square brackets that a value stands in; nil for agreed text.
func open(f *intake.Found, numbers map[string]place) *intake.Bracket {
	p := numbers[f.Point].point
	if p == nil {
		return nil
	}
	for i := range p.Brackets {
		if b := &p.Brackets[i]; b.Role == intake.Unagreed && b.On == "" && b.Start <= f.Start && f.End <= b.End {
			return b
		}
	}
	return nil
}

func (out *Draft) leave(format string, args ...any) {
	out.Left = append(out.Left, fmt.Sprintf(format, args...))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// claims are the values that belong to one field for sure. Two values of one
// field are none: which of them is the field's nobody can tell.
func (out *Draft) claims(d *intake.Document, lib *plan.Library, numbers map[string]place) {
	at := map[string]int{} // by field, in found
	var found [][]intake.Found
	nowhere := 0
	for _, f := range d.Find(lib) {
		if f.Field == "" {
			if f.Value.HasNumber() || f.Value.Date != "" {
				nowhere++
			}
			continue
		}
		i, known := at[f.Field]
		if !known {
			i = len(found)
			at[f.Field] = i
			found = append(found, nil)
		}
		found[i] = append(found[i], f)
	}
	for _, t := range lib.Topics {
		for i := range t.Fields {
			field := &t.Fields[i]
			k, known := at[field.ID]
			if !known {
				continue
			}
			if why := doubt(found[k], field, numbers); why != "" {
				out.leave("%s: %s", field.ID, why)
				continue
			}
			fc := plan.FieldClaims{Field: field.ID}
			for _, f := range alternatives(found[k], numbers) {
				fc.Claims = append(fc.Claims, claim(out.Source.ID, &f, field, numbers))
			}
			out.Record.Fields = append(out.Record.Fields, fc)
		}
	}
	out.Fields = len(out.Record.Fields)
	spoken := map[string]bool{}
	for _, fc := range out.Record.Fields {
		for _, c := range fc.Claims {
			at, _, _ := strings.Cut(c.At, ",") // of a point without a name: "point ¶2"
			spoken[cmp.Or(c.PointName(), at)] = true
		}
	}
	out.Rest = max(0, out.Points-len(spoken))
	if nowhere > 0 {
		out.leave("%s, numbers and dates, that no field of the vocabulary is known to be about", count(nowhere, "value"))
	}
	out.covers()
}

// doubt says why values cannot be claims of a field; "" if they can.
func doubt(found []intake.Found, field *plan.Field, numbers map[string]place) string {
	first := found[0]
	agreed := open(&first, numbers) == nil
	for _, f := range found[1:] {
		if (open(&f, numbers) == nil) != agreed || agreed && !f.Value.Equal(first.Value) {
			return fmt.Sprintf("%q and %q, and it is not clear which is meant", first.Words, f.Words)
		}
	}
	_, fraction, _ := strings.Cut(string(first.Value.Number), ".")
	switch {
	case prose.Words(first.Words) > record.MaxPhrase:
		return fmt.Sprintf("the value has more than %d words", record.MaxPhrase)
	case first.Value.HasNumber() && first.Value.Unit != field.Unit && field.Kind != plan.Money:
		return fmt.Sprintf("%q is not in %s", first.Words, field.Unit)
	case len(fraction) == 3 || fraction != "" && field.Kind == plan.Count:
		return fmt.Sprintf("%q has more than one reading", first.Words)
	case strings.HasSuffix(first.Modal, "not") && first.Value.Bound == plan.Exact:
		return fmt.Sprintf("%q stands in a sentence that denies something", first.Words)
	}
	return ""
}

// alternatives are the values that become claims: of agreed text the first, as
// the others are equal, of text in brackets each that differs.
func alternatives(found []intake.Found, numbers map[string]place) []intake.Found {
	if open(&found[0], numbers) == nil {
		return found[:1]
	}
	kept := found[:0]
	for _, f := range found {
		if !slices.ContainsFunc(kept, func(k intake.Found) bool {
			return k.Value.Equal(f.Value) && open(&k, numbers).By == open(&f, numbers).By
		}) {
			kept = append(kept, f)
		}
	}
	return kept
}

// claim is a value as a claim. The terms of its field were not looked for: the
// document may put them in other words.
func claim(source string, f *intake.Found, field *plan.Field, numbers map[string]place) plan.Claim {
	at := "point " + f.Point
	if where := f.Place.String(); where != "" {
		at += ", " + where
	}
	c := plan.Claim{State: plan.Present, Rank: plan.Normal, Value: f.Value, Source: source, At: at, Point: numbers[f.Point].number, Label: numbers[f.Point].label,
		Basis: f.Basis(), Phrase: f.Words, TermsUnread: len(field.Terms) > 0}
	if b := open(f, numbers); b != nil {
		c.State, c.Proponent = plan.Bracketed, b.By
	}
	return c
}

// covers says which fields are at home at a point, as the loader does.
func (out *Draft) covers() {
	r := out.Record
	for i := range r.Points {
		p := &r.Points[i]
		if p.Covers != nil {
			continue
		}
		for _, fc := range r.Fields {
			prefix := plan.Prefix(fc.Field)
			if p.Name() != "" && fc.Claims[0].StandsAt(p) && !slices.Contains(p.Covers, prefix) {
				p.Covers = append(p.Covers, prefix)
			}
		}
	}
}

// HasWording reports whether a record keeps the wording of its points.
func HasWording(r *plan.Record) bool { return r.Wording != "" && len(r.Points) > 0 }

// Document is the wording of a record as a document.
func Document(r *plan.Record) *intake.Document {
	d := &intake.Document{Name: r.ID, Title: r.Title, Format: intake.Text}
	unnumbered := 0
	for i := range r.Points {
		p := &r.Points[i]
		if p.Wording == "" {
			continue
		}
		point := intake.Point{Kind: intake.KindPoint, Level: 1, Number: strconv.Itoa(p.Number), Label: strconv.Itoa(p.Number) + ".", Title: p.Title, Text: p.Wording, Place: placeOf(p.At)}
		switch {
		case p.Label != "":
			point.Number, point.Label = p.Label, p.Label
		case p.Number == 0:
			unnumbered++
			point.Kind, point.Number, point.Label = intake.KindParagraph, "¶"+strconv.Itoa(unnumbered), ""
		}
		d.Points = append(d.Points, point)
	}
	_ = d.FindBrackets() // brackets nested too deep to read are words like others
	return d
}

// placeOf reads a place as intake words it.
func placeOf(at string) intake.Place {
	var p intake.Place
	for _, part := range strings.Split(at, ", ") {
		noun, number, _ := strings.Cut(part, " ")
		n, err := strconv.Atoi(number)
		if err != nil {
			continue
		}
		switch noun {
		case "page":
			p.Page = n
		case "line":
			p.Line = n
		case "paragraph":
			p.Paragraph = n
		}
	}
	return p
}
