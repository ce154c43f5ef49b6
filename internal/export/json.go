package export

import (
	"encoding/json"
	"io"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// write encodes one object, indented, with a line break at the end.
func write(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

type jsonVersion struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Date    string `json:"date"`
	Witness string `json:"witness"`
}

type jsonDelta struct {
	Absolute float64  `json:"absolute"`
	Percent  *float64 `json:"percent"`
}

type jsonClaim struct {
	ID         string   `json:"id,omitempty"`
	Source     string   `json:"source"`
	Via        []string `json:"via,omitempty"`
	At         string   `json:"at"`
	Phrase     string   `json:"phrase"`
	Basis      string   `json:"basis"`
	By         string   `json:"by"`
	Date       string   `json:"date"`
	Rank       string   `json:"rank"`
	State      string   `json:"state"`
	Text       string   `json:"text"`
	Proponent  string   `json:"proponent,omitempty"`
	Qualifiers []string `json:"qualifiers,omitempty"`
	Hedged     bool     `json:"hedged,omitempty"`
	Polarity   string   `json:"polarity"`
	Outline    bool     `json:"outline,omitempty"`
	Note       string   `json:"note,omitempty"`
}

type jsonCell struct {
	Version string      `json:"version"`
	Kind    string      `json:"kind,omitempty"`
	Delta   *jsonDelta  `json:"delta,omitempty"`
	Detail  string      `json:"detail,omitempty"`
	State   string      `json:"state"`
	Text    string      `json:"text"`
	Value   any         `json:"value"`
	Unit    string      `json:"unit"`
	Point   string      `json:"point"`
	Witness []string    `json:"witness,omitempty"`
	Claims  []jsonClaim `json:"claims"`
}

type jsonRow struct {
	Topic string     `json:"topic"`
	Field string     `json:"field"`
	Title string     `json:"title"`
	Kind  string     `json:"kind,omitempty"`
	Delta *jsonDelta `json:"delta"`
	Cells []jsonCell `json:"cells"`
}

type jsonSource struct {
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

type jsonEvidence struct {
	Sources []string `json:"sources,omitempty"`
	Bases   []string `json:"basis,omitempty"`
	AsOf    string   `json:"as_of,omitempty"`
	Hidden  int      `json:"hidden"`
}

func evidenceOf(e compare.Evidence, hidden int) *jsonEvidence {
	if e.IsZero() {
		return nil
	}
	out := &jsonEvidence{Sources: e.Sources, AsOf: string(e.AsOf), Hidden: hidden}
	for _, b := range e.Bases {
		out.Bases = append(out.Bases, string(b))
	}
	return out
}

func versionOf(r *plan.Record) jsonVersion {
	return jsonVersion{ID: r.ID, Title: r.Title, Date: string(r.Date), Witness: compare.KnownText(r)}
}

func deltaOf(d *compare.Delta) *jsonDelta {
	if d == nil {
		return nil
	}
	out := &jsonDelta{Absolute: d.Absolute}
	if d.HasPercent {
		p := d.Percent
		out.Percent = &p
	}
	return out
}

// valueOf is a value in its JSON type: number, list of strings, string, or
// null where there is no single value.
func valueOf(v plan.Value) any {
	switch {
	case v.IsZero():
		return nil
	case v.HasNumber && v.Bound == plan.Exact:
		return v.Number
	case len(v.Items) > 0:
		return v.Items
	}
	return v.String()
}

func claimOf(c *plan.Claim) jsonClaim {
	polarity := "asserts"
	if c.Denies {
		polarity = "denies"
	}
	return jsonClaim{
		ID: c.ID, Source: c.Source, Via: c.Via, At: compare.Where(c), Phrase: c.Phrase, Basis: string(c.Basis), By: c.By,
		Date: string(c.Date), Rank: string(c.Rank), State: string(c.Claimed()), Text: compare.ClaimText(c),
		Proponent: c.Proponent, Qualifiers: c.Qualifiers, Hedged: c.Hedged, Polarity: polarity, Outline: c.Outline, Note: c.Note,
	}
}

// cellOf is a reading with all its claims; sources gathers what they cite.
func cellOf(version string, r compare.Reading, sources *sourceSet) jsonCell {
	out := jsonCell{Version: version, State: string(r.State), Text: compare.ReadingText(r), Witness: r.Witness, Claims: []jsonClaim{}}
	if len(r.Contents) == 1 {
		out.Value, out.Unit = valueOf(r.Contents[0].Value), r.Contents[0].Value.Unit
	}
	for _, k := range r.Contents {
		for _, c := range k.Claims {
			if out.Point == "" {
				out.Point = c.Place()
			}
		}
	}
	for _, c := range r.Claims {
		out.Claims = append(out.Claims, claimOf(c))
		sources.add(c.Source)
		for _, v := range c.Via {
			sources.add(v)
		}
	}
	for _, s := range r.Witness {
		sources.add(s)
	}
	return out
}

// sourceSet lists cards in the order they are first cited.
type sourceSet struct {
	lib  *plan.Library
	seen map[string]bool
	list []jsonSource
}

func newSourceSet(lib *plan.Library) *sourceSet {
	return &sourceSet{lib: lib, seen: map[string]bool{}, list: []jsonSource{}}
}

func (s *sourceSet) add(id string) {
	if c := s.lib.Source(id); c != nil && !s.seen[id] {
		s.seen[id] = true
		s.list = append(s.list, sourceOf(c))
	}
}

func sourceOf(c *plan.Source) jsonSource {
	out := jsonSource{ID: c.ID, Publisher: c.Publisher, Title: c.Title, Published: string(c.Published), PublicBy: string(c.PublicBy),
		URL: c.URL, File: c.File, Kind: string(c.Kind), Language: c.Language, Original: c.Original}
	if c.LowReliability {
		out.Reliability = "low"
	}
	return out
}

// detail says what the kind alone does not.
func detail(d compare.Difference) string {
	switch {
	case d.Kind == compare.Disputed && d.Changed:
		return "changed; how is disputed"
	case d.Told && d.Kind == compare.Changed:
		return "a source says that it changed, not how"
	case d.Told:
		return "a source says that it was kept"
	case d.Qualified:
		return "the same value, qualified otherwise"
	case d.Outline:
		return "known in outline only"
	case d.Variant:
		return "another copy of one version has the value of the other"
	}
	return ""
}

// Diff writes a comparison as plandiff.diff/1. The summary counts the rows of
// total by kind.
func Diff(w io.Writer, lib *plan.Library, c, total *compare.Comparison) error {
	out := struct {
		Schema   string         `json:"schema"`
		Versions []jsonVersion  `json:"versions"`
		Evidence *jsonEvidence  `json:"evidence,omitempty"`
		Rows     []jsonRow      `json:"rows"`
		Sources  []jsonSource   `json:"sources"`
		Summary  map[string]int `json:"summary"`
	}{Schema: "plandiff.diff/1", Evidence: evidenceOf(c.Evidence, c.Hidden), Rows: []jsonRow{}, Summary: map[string]int{}}
	sources := newSourceSet(lib)
	for _, v := range c.Versions {
		out.Versions = append(out.Versions, versionOf(v))
	}
	for _, r := range c.Rows {
		out.Rows = append(out.Rows, rowOf(r, sources))
	}
	for _, k := range compare.Kinds {
		out.Summary[string(k)] = total.Count()[k]
	}
	out.Sources = sources.list
	return write(w, out)
}

// rowOf is one row with its cells; the later ones say how they differ.
func rowOf(r compare.Row, sources *sourceSet) jsonRow {
	out := jsonRow{Topic: r.Topic.ID, Field: r.Field.ID, Title: r.Field.Title, Kind: string(r.Kind), Delta: rowDelta(r)}
	for i, c := range r.Cells {
		jc := cellOf(c.Version.ID, c.Reading, sources)
		if i > 0 {
			jc.Kind, jc.Delta, jc.Detail = string(c.Kind), deltaOf(c.Delta), detail(c.Difference)
		}
		out.Cells = append(out.Cells, jc)
	}
	return out
}

// rowDelta is the step of the row where its versions have one step only.
func rowDelta(r compare.Row) *jsonDelta {
	var d *compare.Delta
	for _, c := range r.Cells[1:] {
		if c.Delta == nil {
			continue
		}
		if d != nil && *d != *c.Delta {
			return nil
		}
		d = c.Delta
	}
	return deltaOf(d)
}
