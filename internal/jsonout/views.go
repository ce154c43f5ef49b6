package jsonout

import (
	"io"
	"maps"

	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// DiffOutput is plandiff.diff/2: a comparison.
type DiffOutput struct {
	Envelope
	Versions []Version        `json:"versions"`
	Rows     []Row            `json:"rows"`
	Sources  []Source         `json:"sources"`
	Summary  []map[string]any `json:"summary"`         // by pair: from, to, a number for every kind, terms
	Points   []PointsOutput   `json:"points,omitzero"` // of documents, by pair: what became of their points
}

func diff(t *table.Tree) *DiffOutput {
	return &DiffOutput{Versions: versions(t), Rows: rows(t), Sources: sources(t), Summary: summary(t), Points: points(t)}
}

func summary(t *table.Tree) []map[string]any {
	out := []map[string]any{}
	for _, p := range t.Pairs {
		pair := map[string]any{"from": t.Columns[0].ID, "to": p.Version, "terms": p.Terms}
		for _, k := range table.Kinds {
			pair[string(k)] = p.Kinds[k]
		}
		out = append(out, pair)
	}
	return out
}

// RecordOutput is a record without what it holds.
type RecordOutput struct {
	ID          string          `json:"id"`
	Kind        plan.RecordKind `json:"kind"`
	Title       string          `json:"title"`
	Label       string          `json:"label"`
	Names       []string        `json:"names"`
	Date        plan.Date       `json:"date"`
	By          []string        `json:"by"`
	Follows     []string        `json:"follows"`
	Accompanies string          `json:"accompanies,omitempty"`
	Concerns    []string        `json:"concerns,omitempty"`
	Points      int             `json:"points"`
	ReadWhole   int             `json:"read_whole"`
	Known       plan.Witness    `json:"known"`
	Public      bool            `json:"public"` // something of it was public on the day asked about
	Status      string          `json:"status"`
	Claims      int             `json:"claims"`
}

// VersionsOutput is plandiff.versions/1: a list of records.
type VersionsOutput struct {
	Envelope
	Versions []RecordOutput `json:"versions"`
}

func records(t *table.Tree) *VersionsOutput {
	return &VersionsOutput{Versions: each(t.Grids[0].Rows, func(r table.GridRow) RecordOutput { return record(r.Known) })}
}

func record(k *table.Known) RecordOutput {
	r := k.Record
	return RecordOutput{ID: r.ID, Kind: r.Kind, Title: r.Title, Label: r.Label, Names: list(r.Names), Date: r.Date, By: list(r.By), Follows: list(r.Follows),
		Accompanies: r.Accompanies, Concerns: r.Concerns, Points: r.PointCount, ReadWhole: k.ReadWhole, Known: k.As, Public: k.Public, Status: r.Status, Claims: r.ClaimCount()}
}

// PointOutput is a point of a record.
type PointOutput struct {
	Number      int      `json:"number,omitempty"`
	Label       string   `json:"label,omitempty"` // the number as printed where it is none
	Title       string   `json:"title"`
	Parts       []string `json:"parts,omitempty"`
	Placeholder bool     `json:"placeholder,omitempty"`
	Unread      bool     `json:"unread,omitempty"`
	ReadWhole   bool     `json:"read_whole"`
}

// ShowOutput is plandiff.show/1: one record.
type ShowOutput struct {
	Envelope
	Version RecordOutput  `json:"version"`
	Points  []PointOutput `json:"points"`
	Rows    []Row         `json:"rows"`
	Sources []Source      `json:"sources"`
}

func show(t *table.Tree) *ShowOutput {
	return &ShowOutput{Version: record(t.Known), Rows: rows(t), Sources: sources(t), Points: each(t.Known.Points, func(p plan.Point) PointOutput {
		return PointOutput{p.Number, p.Label, p.Title, p.Parts, p.Placeholder, p.Unread, t.Known.Record.ReadWhole(p.Number)}
	})}
}

// HistoryStep is a step from another record's number.
type HistoryStep struct {
	*Delta
	From string `json:"from"`
}

// HistoryEntry is what one record says at one time.
type HistoryEntry struct {
	Kind plan.RecordKind `json:"kind"`
	Date plan.Date       `json:"date"`
	Cell
	Bound plan.Bound   `json:"bound,omitempty"`
	Step  *HistoryStep `json:"step"`
}

// HistoryField is one field through time.
type HistoryField struct {
	Topic   string         `json:"topic"`
	Field   string         `json:"field"`
	Title   string         `json:"title"`
	Unit    string         `json:"unit"`
	Entries []HistoryEntry `json:"entries"`
	Undated []HistoryEntry `json:"undated"`
}

// HistoryOutput is plandiff.history/1: fields through time.
type HistoryOutput struct {
	Envelope
	Fields  []HistoryField `json:"fields"`
	Sources []Source       `json:"sources"`
}

// history sets apart what bears no date.
func history(t *table.Tree) *HistoryOutput {
	return &HistoryOutput{Sources: sources(t), Fields: each(t.Sections, func(s table.Section) HistoryField {
		f := HistoryField{Field: s.ID, Title: s.Title, Entries: []HistoryEntry{}, Undated: []HistoryEntry{}}
		for _, r := range s.Rows {
			f.Topic, f.Unit = r.Topic, r.Unit
			e := HistoryEntry{Kind: r.When.Record.Kind, Date: r.When.Date, Cell: cell(r.Cells[0]), Bound: r.Cells[0].Value.Bound}
			if e.Delta != nil {
				e.Step, e.Delta = &HistoryStep{e.Delta, r.When.From.ID}, nil
			}
			if e.Date == "" {
				f.Undated = append(f.Undated, e)
			} else {
				f.Entries = append(f.Entries, e)
			}
		}
		return f
	})}
}

// Variation is what another draft says instead.
type Variation struct {
	Version string `json:"version"`
	State   string `json:"state"`
	Text    string `json:"text"`
}

// OriginRow is where one content first stood.
type OriginRow struct {
	Topic     string      `json:"topic"`
	Field     string      `json:"field"`
	Cell      Cell        `json:"cell"`
	First     []string    `json:"first"`
	Disputed  []string    `json:"disputed"`
	Date      plan.Date   `json:"date"`
	By        []string    `json:"by"`
	Different []Variation `json:"different"`
	Unknown   []string    `json:"unknown"`
}

// OriginOutput is plandiff.origin/1: where each content of a version first
// stood.
type OriginOutput struct {
	Envelope
	Version Version     `json:"version"`
	Rows    []OriginRow `json:"rows"`
	Sources []Source    `json:"sources"`
}

func origin(t *table.Tree) *OriginOutput {
	out := &OriginOutput{Version: version(t.Columns[0]), Rows: []OriginRow{}, Sources: sources(t)}
	for _, r := range t.Rows() {
		o := r.Origin
		out.Rows = append(out.Rows, OriginRow{Topic: r.Topic, Field: r.Field, Cell: cell(r.Cells[0]), First: list(plan.IDs(o.First)), Disputed: list(plan.IDs(o.Disputed)), Date: o.First[0].Date,
			By: list(o.By()), Different: each(o.Different, variation), Unknown: list(plan.IDs(o.Unknown))})
	}
	return out
}

func variation(d table.Variation) Variation {
	return Variation{d.Record.ID, string(d.State), wording.Reading(d.Reading)}
}

// UptakeRow is whose wording an outcome has in one field.
type UptakeRow struct {
	Uptake string `json:"uptake"`
	Row
}

// UptakeOutput is plandiff.uptake/1: whose wording an outcome has.
type UptakeOutput struct {
	Envelope
	Base     Version                   `json:"base"`
	Proposal Version                   `json:"proposal"`
	Outcome  Version                   `json:"outcome"`
	Rows     []UptakeRow               `json:"rows"`
	Summary  map[string]int            `json:"summary"`
	Topics   map[string]map[string]int `json:"topics"`
	Sources  []Source                  `json:"sources"`
}

func uptake(t *table.Tree) *UptakeOutput {
	out := &UptakeOutput{Base: version(t.Columns[0]), Proposal: version(t.Columns[1]), Outcome: version(t.Columns[2]),
		Rows: []UptakeRow{}, Summary: t.Uptakes[""], Topics: maps.Clone(t.Uptakes), Sources: sources(t)}
	delete(out.Topics, "")
	for _, r := range t.Rows() {
		out.Rows = append(out.Rows, UptakeRow{string(r.Uptake), row(*r)})
	}
	return out
}

// SourceUse is one claim that rests on a card.
type SourceUse struct {
	Version string `json:"version"`
	Field   string `json:"field"`
	Claim   Claim  `json:"claim"`
}

// SourceOutput is a card with what rests on it.
type SourceOutput struct {
	Source
	Attests string      `json:"attests"`
	SHA256  string      `json:"sha256,omitempty"`
	Unread  bool        `json:"unread,omitempty"`
	Uses    []SourceUse `json:"uses"`
}

// SourcesOutput is plandiff.sources/1: cards with what rests on each.
type SourcesOutput struct {
	Envelope
	Sources []SourceOutput `json:"sources"`
}

func cards(t *table.Tree) *SourcesOutput {
	return &SourcesOutput{Sources: each(t.Grids[0].Rows, func(r table.GridRow) SourceOutput {
		s := r.Cited.Source
		return SourceOutput{card(s), s.Attests, s.SHA256, s.Unread, each(r.Cited.Uses, func(u table.Citation) SourceUse {
			return SourceUse{u.Record.ID, u.Field, claim(u.Claim, wording.Claim(u.Claim), u.Claim.Rank != plan.Deprecated)}
		})}
	})}
}

// MatrixCell is one topic or field of one version.
type MatrixCell struct {
	Version string `json:"version"`
	Mark    string `json:"mark"`
	Count   int    `json:"count"` // fields with the mark
	Known   int    `json:"known"` // fields that are reported
	Of      int    `json:"of"`
}

// MatrixRow is a topic, or a field.
type MatrixRow struct {
	Topic string       `json:"topic"`
	Field string       `json:"field,omitempty"`
	Title string       `json:"title"`
	Cells []MatrixCell `json:"cells"`
}

// MatrixOutput is plandiff.matrix/2: topics or fields by versions.
type MatrixOutput struct {
	Envelope
	Base     string                    `json:"base"`
	Versions []Version                 `json:"versions"`
	Rows     []MatrixRow               `json:"rows"`
	Totals   map[string]map[string]int `json:"totals"`
}

func matrix(t *table.Tree) *MatrixOutput {
	m := t.Matrix
	out := &MatrixOutput{Base: m.Base.ID, Versions: versions(t), Rows: []MatrixRow{}, Totals: map[string]map[string]int{}}
	for i, v := range m.Versions {
		out.Totals[v.ID] = map[string]int{}
		for _, mark := range table.Marks {
			out.Totals[v.ID][string(mark)] = m.Totals[i][mark]
		}
	}
	for _, r := range m.Rows {
		x := MatrixRow{Topic: r.Topic.ID, Title: r.Topic.Title}
		if r.Field != nil {
			x.Field, x.Title = r.Field.ID, r.Field.Title
		}
		for i, c := range r.Cells {
			x.Cells = append(x.Cells, MatrixCell{m.Versions[i].ID, string(c.Mark), c.Count, c.Known, c.Of})
		}
		out.Rows = append(out.Rows, x)
	}
	return out
}

// Problem is one fault of a record.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// CheckOutput is plandiff.check/1: the outcome of a check.
type CheckOutput struct {
	Envelope
	OK        bool      `json:"ok"`
	Records   int       `json:"records"`
	Claims    int       `json:"claims"`
	Sources   int       `json:"sources"`
	Documents *int      `json:"documents,omitzero"`
	Verified  *int      `json:"verified,omitzero"`
	Unread    []string  `json:"unread,omitzero"` // files that are not records
	Problems  []Problem `json:"problems"`
}

// Check writes the outcome of a check.
func Check(w io.Writer, out CheckOutput) error {
	out.OK = len(out.Problems) == 0
	if out.OK {
		out.Problems = []Problem{}
	}
	return write(w, &table.Tree{View: "check"}, &out)
}
