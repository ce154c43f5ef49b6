package jsonout

import (
	"encoding/json"

	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// Version is one of the versions that a view is about.
type Version struct {
	ID      string    `json:"id"`
	Title   string    `json:"title"`
	Date    plan.Date `json:"date"`    // as in the records: YYYY-MM-DD, YYYY-MM, a span; "" if unknown
	Witness string    `json:"witness"` // how well it is known, in words
}

func versions(t *table.Tree) []Version { return each(t.Columns, version) }

func version(c table.Column) Version { return Version{c.ID, c.Title, c.Day, c.Known} }

// Row is one field.
type Row struct {
	Number int        `json:"number,omitempty"`
	Topic  string     `json:"topic"`
	Field  string     `json:"field"`
	Title  string     `json:"title"`
	Kind   table.Kind `json:"kind,omitempty"`  // the most telling of the pairs
	Terms  bool       `json:"terms,omitempty"` // of kind changed: in terms only
	Delta  *Delta     `json:"delta"`           // where the versions have one step only
	Cells  []Cell     `json:"cells"`
}

// Delta is the step from one number to another.
type Delta struct {
	Absolute json.Number  `json:"absolute"`
	Percent  *json.Number `json:"percent"` // of the first number's size; null where that is zero
}

// Cell is a field of one version.
type Cell struct {
	Version    string     `json:"version"`
	Kind       table.Kind `json:"kind,omitempty"`
	Relation   string     `json:"relation,omitempty"` // of points of documents: what became of those of the first
	Terms      bool       `json:"terms,omitempty"`
	Lost       []string   `json:"lost,omitempty"`
	Gained     []string   `json:"gained,omitempty"`
	Unreported []Silence  `json:"unreported,omitempty"`
	Delta      *Delta     `json:"delta,omitempty"`
	Detail     string     `json:"detail,omitempty"`
	State      plan.State `json:"state"`
	Text       string     `json:"text"`
	Value      any        `json:"value"` // number, string, list of strings; null where there is no single value
	Unit       string     `json:"unit"`
	Point      string     `json:"point"`
	Place      string     `json:"place,omitempty"` // of points of documents: "page 3, line 4"
	Witness    []string   `json:"witness,omitempty"`
	Claims     []Claim    `json:"claims"`
}

// Silence is a term that nobody reports for a version.
type Silence struct {
	Term    string `json:"term"`
	Version string `json:"version"`
}

// Claim is what one source says.
type Claim struct {
	ID        string     `json:"id,omitempty"`
	Source    string     `json:"source"`
	Via       []string   `json:"via,omitempty"`
	At        string     `json:"at"`
	Phrase    string     `json:"phrase"`
	Basis     plan.Basis `json:"basis"`
	By        string     `json:"by"`
	Date      plan.Date  `json:"date"`
	Rank      plan.Rank  `json:"rank"`
	Decides   bool       `json:"decides"`
	State     plan.State `json:"state"`
	Text      string     `json:"text"`
	Proponent string     `json:"proponent,omitempty"`
	Terms     []string   `json:"terms,omitempty"`
	Hedged    bool       `json:"hedged,omitempty"`
	Polarity  string     `json:"polarity"`
	Outline   bool       `json:"outline,omitempty"`
	Note      string     `json:"note,omitempty"`
}

// Source is a card.
type Source struct {
	Number      int             `json:"number,omitempty"` // where the text of the view cites it
	ID          string          `json:"id"`
	Publisher   string          `json:"publisher"`
	Title       string          `json:"title"`
	Published   plan.Date       `json:"published"`
	PublicBy    plan.Date       `json:"public_by,omitempty"`
	URL         string          `json:"url"`
	File        string          `json:"file"`
	Kind        plan.SourceKind `json:"kind"`
	Language    string          `json:"language,omitempty"`
	Original    []string        `json:"original,omitempty"`
	Reliability string          `json:"reliability,omitempty"`
}

func delta(s *plan.Step) *Delta {
	if s == nil {
		return nil
	}
	out := &Delta{Absolute: json.Number(s.Absolute)}
	if p, ok := s.Percent(4); ok {
		out.Percent = new(json.Number(p))
	}
	return out
}

func value(v plan.Value) any {
	switch {
	case v.IsZero():
		return nil
	case v.HasNumber() && v.Bound == plan.Exact:
		return json.Number(v.Number)
	case len(v.Items) > 0:
		return v.Items
	}
	return v.String()
}

func claim(c *plan.Claim, text string, decides bool) Claim {
	polarity := "asserts"
	if c.Denies {
		polarity = "denies"
	}
	return Claim{ID: c.ID, Source: c.Source, Via: c.Via, At: wording.Where(c), Phrase: c.Phrase, Basis: c.Basis, By: c.By, Date: c.Date, Rank: c.Rank, Decides: decides,
		State: c.Claimed(), Text: text, Proponent: c.Proponent, Terms: c.Qualifiers, Hedged: c.Hedged, Polarity: polarity, Outline: c.Outline, Note: c.Note}
}

func cell(c table.Cell) Cell {
	return Cell{Version: c.Version, Kind: c.Kind, Relation: c.Relation, Terms: c.Terms, Lost: wording.TermTexts(c.Lost), Gained: wording.TermTexts(c.Gained),
		Unreported: each(c.Unreported, func(s table.Silent) Silence { return Silence{s.Text, s.Version} }),
		Delta:      delta(c.Delta), Detail: wording.Detail(c.Difference), State: c.State, Text: c.Text, Value: value(c.Value), Unit: c.Value.Unit, Point: c.Points, Place: c.Place, Witness: c.Witness,
		Claims: each(c.Claims, func(x table.Claim) Claim { return claim(x.Claim, x.Text, x.Decides) })}
}

func row(r table.Row) Row {
	out := Row{Number: r.Number, Topic: r.Topic, Field: r.Field, Title: r.Title, Kind: r.Kind, Terms: r.Terms, Cells: each(r.Cells, cell)}
	for _, c := range r.Cells {
		switch step := delta(c.Delta); {
		case step == nil:
		case out.Delta != nil && out.Delta.Absolute != step.Absolute:
			out.Delta = nil
			return out
		default:
			out.Delta = step
		}
	}
	return out
}

func rows(t *table.Tree) []Row {
	out := []Row{}
	for _, r := range t.Selected() {
		out = append(out, row(*r))
	}
	return out
}

func sources(t *table.Tree) []Source {
	return each(t.Sources, func(s table.Source) Source {
		out := card(s.Card)
		if s.Uses != nil {
			out.Number = s.Number
		}
		return out
	})
}

func card(c *plan.Source) Source {
	out := Source{ID: c.ID, Publisher: c.Publisher, Title: c.Title, Published: c.Published, PublicBy: c.PublicBy,
		URL: c.URL, File: c.File, Kind: c.Kind, Language: c.Language, Original: c.Original}
	if c.LowReliability {
		out.Reliability = "low"
	}
	return out
}

// each makes one list of another; it is never null in JSON.
func each[T, U any](all []T, of func(T) U) []U {
	out := make([]U, 0, len(all))
	for _, x := range all {
		out = append(out, of(x))
	}
	return out
}

// list is never null in JSON.
func list(s []string) []string { return append([]string{}, s...) }
