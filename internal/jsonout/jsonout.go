package jsonout

import (
	"encoding/json"

	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// Envelope is what every output begins with.
type Envelope struct {
	Schema   string    `json:"schema"`
	Evidence *Evidence `json:"evidence,omitempty"`
}

// Evidence is the filter that is on; absent where all is admitted.
type Evidence struct {
	Sources []string `json:"sources,omitempty"`
	Bases   []string `json:"basis,omitempty"`
	AsOf    string   `json:"as_of,omitempty"`
	Hidden  int      `json:"hidden"` // claims that are not admitted
}

func envelope(schema string, t *table.Tree) Envelope {
	out := Envelope{Schema: schema}
	if t.Evidence != nil {
		out.Evidence = &Evidence{Sources: t.Evidence.Sources, AsOf: string(t.Evidence.AsOf), Hidden: t.Evidence.Hidden}
		for _, b := range t.Evidence.Bases {
			out.Evidence.Bases = append(out.Evidence.Bases, string(b))
		}
	}
	return out
}

// Version is one of the versions that a view is about.
type Version struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Date    string `json:"date"`    // as in the records: YYYY-MM-DD, YYYY-MM, a span; "" if unknown
	Witness string `json:"witness"` // how well it is known, in words
}

func versions(t *table.Tree) []Version {
	out := []Version{}
	for _, c := range t.Columns {
		out = append(out, version(c))
	}
	return out
}

func version(c table.Column) Version {
	return Version{ID: c.ID, Title: c.Title, Date: string(c.Day), Witness: c.Known}
}

// Row is one field.
type Row struct {
	Number int    `json:"number,omitempty"`
	Topic  string `json:"topic"`
	Field  string `json:"field"`
	Title  string `json:"title"`
	Kind   string `json:"kind,omitempty"`  // the most telling of the pairs
	Terms  bool   `json:"terms,omitempty"` // of kind changed: in terms only
	Delta  *Delta `json:"delta"`           // where the versions have one step only
	Cells  []Cell `json:"cells"`
}

// Delta is the step from one number to another.
type Delta struct {
	Absolute json.Number  `json:"absolute"`
	Percent  *json.Number `json:"percent"` // of the first number's size; null where that is zero
}

// Cell is a field of one version.
type Cell struct {
	Version    string    `json:"version"`
	Kind       string    `json:"kind,omitempty"`
	Relation   string    `json:"relation,omitempty"` // of points of documents: what became of those of the first
	Terms      bool      `json:"terms,omitempty"`
	Lost       []string  `json:"lost,omitempty"`
	Gained     []string  `json:"gained,omitempty"`
	Unreported []Silence `json:"unreported,omitempty"`
	Delta      *Delta    `json:"delta,omitempty"`
	Detail     string    `json:"detail,omitempty"`
	State      string    `json:"state"`
	Text       string    `json:"text"`
	Value      any       `json:"value"` // number, string, list of strings; null where there is no single value
	Unit       string    `json:"unit"`
	Point      string    `json:"point"`
	Place      string    `json:"place,omitempty"` // of points of documents: "page 3, line 4"
	Witness    []string  `json:"witness,omitempty"`
	Claims     []Claim   `json:"claims"`
}

// Silence is a term that nobody reports for a version.
type Silence struct {
	Term    string `json:"term"`
	Version string `json:"version"`
}

// Claim is what one source says.
type Claim struct {
	ID        string   `json:"id,omitempty"`
	Source    string   `json:"source"`
	Via       []string `json:"via,omitempty"`
	At        string   `json:"at"`
	Phrase    string   `json:"phrase"`
	Basis     string   `json:"basis"`
	By        string   `json:"by"`
	Date      string   `json:"date"`
	Rank      string   `json:"rank"`
	Decides   bool     `json:"decides"`
	State     string   `json:"state"`
	Text      string   `json:"text"`
	Proponent string   `json:"proponent,omitempty"`
	Terms     []string `json:"terms,omitempty"`
	Hedged    bool     `json:"hedged,omitempty"`
	Polarity  string   `json:"polarity"`
	Outline   bool     `json:"outline,omitempty"`
	Note      string   `json:"note,omitempty"`
}

// Source is a card.
type Source struct {
	Number      int      `json:"number,omitempty"` // where the text of the view cites it
	ID          string   `json:"id"`
	Publisher   string   `json:"publisher"`
	Title       string   `json:"title"`
	Published   string   `json:"published"`
	PublicBy    string   `json:"public_by,omitempty"`
	URL         string   `json:"url"`
	File        string   `json:"file"`
	Kind        string   `json:"kind"`
	Language    string   `json:"language,omitempty"`
	Original    []string `json:"original,omitempty"`
	Reliability string   `json:"reliability,omitempty"`
}

func number(d plan.Decimal) json.Number { return json.Number(d) }

func delta(s *plan.Step) *Delta {
	if s == nil {
		return nil
	}
	out := &Delta{Absolute: number(s.Absolute)}
	if p, ok := s.Percent(4); ok {
		n := number(p)
		out.Percent = &n
	}
	return out
}

func value(v plan.Value) any {
	switch {
	case v.IsZero():
		return nil
	case v.HasNumber() && v.Bound == plan.Exact:
		return number(v.Number)
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
	return Claim{ID: c.ID, Source: c.Source, Via: c.Via, At: wording.Where(c), Phrase: c.Phrase, Basis: string(c.Basis), By: c.By,
		Date: string(c.Date), Rank: string(c.Rank), Decides: decides, State: string(c.Claimed()), Text: text,
		Proponent: c.Proponent, Terms: c.Qualifiers, Hedged: c.Hedged, Polarity: polarity, Outline: c.Outline, Note: c.Note}
}

func cell(c table.Cell) Cell {
	out := Cell{Version: c.Version, Kind: string(c.Kind), Relation: c.Relation, Terms: c.Terms, Lost: c.Lost, Gained: c.Gained, Delta: delta(c.Step), Detail: c.Detail,
		State: string(c.State), Text: c.Text, Value: value(c.Value), Unit: c.Value.Unit, Point: c.Points, Place: c.Place, Witness: c.Witness, Claims: []Claim{}}
	for _, s := range c.Silences {
		out.Unreported = append(out.Unreported, Silence(s))
	}
	for _, x := range c.Claims {
		out.Claims = append(out.Claims, claim(x.Claim, x.Text, x.Decides))
	}
	return out
}

func row(r table.Row) Row {
	out := Row{Number: r.Number, Topic: r.Topic, Field: r.Field, Title: r.Title, Kind: string(r.Kind), Terms: r.Terms}
	var step *plan.Step
	several := false
	for _, c := range r.Cells {
		out.Cells = append(out.Cells, cell(c))
		several = several || step != nil && c.Step != nil && step.Absolute != c.Step.Absolute
		if c.Step != nil {
			step = c.Step
		}
	}
	if !several {
		out.Delta = delta(step)
	}
	return out
}

func rows(t *table.Tree) []Row {
	out := []Row{}
	for _, r := range t.Rows() {
		if !r.Unselected {
			out = append(out, row(*r))
		}
	}
	return out
}

func sources(t *table.Tree) []Source {
	out := []Source{}
	for _, s := range t.Sources {
		c := card(s.Card)
		if s.Uses != nil {
			c.Number = s.Number
		}
		out = append(out, c)
	}
	return out
}

func card(c *plan.Source) Source {
	out := Source{ID: c.ID, Publisher: c.Publisher, Title: c.Title, Published: string(c.Published), PublicBy: string(c.PublicBy),
		URL: c.URL, File: c.File, Kind: string(c.Kind), Language: c.Language, Original: c.Original}
	if c.LowReliability {
		out.Reliability = "low"
	}
	return out
}

// list is never null in JSON.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
