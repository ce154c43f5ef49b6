package jsonout

import (
	"io"

	"plandiff/internal/table"
)

// DiffOutput is plandiff.diff/2: a comparison.
type DiffOutput struct {
	Envelope
	Versions []Version        `json:"versions"`
	Rows     []Row            `json:"rows"`
	Sources  []Source         `json:"sources"`
	Summary  []map[string]any `json:"summary"`          // by pair: from, to, a number for every kind, terms
	Points   []PointsOutput   `json:"points,omitempty"` // of documents, by pair: what became of their points
}

// Diff writes a comparison.
func Diff(w io.Writer, t *table.Tree) error {
	return write(w, DiffOutput{envelope("plandiff.diff/2", t), versions(t), rows(t), sources(t), summary(t), points(t)})
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
	ID          string   `json:"id"`
	Kind        string   `json:"kind"`
	Title       string   `json:"title"`
	Label       string   `json:"label"`
	Names       []string `json:"names"`
	Date        string   `json:"date"`
	By          []string `json:"by"`
	Follows     []string `json:"follows"`
	Accompanies string   `json:"accompanies,omitempty"`
	Concerns    []string `json:"concerns,omitempty"`
	Points      int      `json:"points"`
	ReadWhole   int      `json:"read_whole"`
	Known       string   `json:"known"`
	Public      bool     `json:"public"` // something of it was public on the day asked about
	Status      string   `json:"status"`
	Claims      int      `json:"claims"`
}

// VersionsOutput is plandiff.versions/1: a list of records.
type VersionsOutput struct {
	Envelope
	Versions []RecordOutput `json:"versions"`
}

// Versions writes a list of records.
func Versions(w io.Writer, t *table.Tree) error {
	out := VersionsOutput{envelope("plandiff.versions/1", t), []RecordOutput{}}
	for _, r := range t.Grids[0].Rows {
		out.Versions = append(out.Versions, record(r.Known))
	}
	return write(w, out)
}

func record(k *table.Known) RecordOutput {
	r := k.Record
	return RecordOutput{ID: r.ID, Kind: string(r.Kind), Title: r.Title, Label: r.Label, Names: list(r.Names), Date: string(r.Date), By: list(r.By), Follows: list(r.Follows),
		Accompanies: r.Accompanies, Concerns: r.Concerns, Points: r.PointCount, ReadWhole: k.ReadWhole, Known: string(k.As), Public: k.Public, Status: r.Status, Claims: r.ClaimCount()}
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

// Show writes one record.
func Show(w io.Writer, t *table.Tree) error {
	out := ShowOutput{envelope("plandiff.show/1", t), record(t.Known), []PointOutput{}, rows(t), sources(t)}
	for _, p := range t.Known.Points {
		out.Points = append(out.Points, PointOutput{p.Number, p.Label, p.Title, p.Parts, p.Placeholder, p.Unread, t.Known.Record.ReadWhole(p.Number)})
	}
	return write(w, out)
}

// HistoryStep is a step from another record's number.
type HistoryStep struct {
	*Delta
	From string `json:"from"`
}

// HistoryEntry is what one record says at one time.
type HistoryEntry struct {
	Kind string `json:"kind"`
	Date string `json:"date"`
	Cell
	Bound string       `json:"bound,omitempty"`
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

// History writes fields through time; what bears no date stands apart.
func History(w io.Writer, t *table.Tree) error {
	out := HistoryOutput{envelope("plandiff.history/1", t), []HistoryField{}, sources(t)}
	for _, s := range t.Sections {
		f := HistoryField{Field: s.ID, Title: s.Title, Entries: []HistoryEntry{}, Undated: []HistoryEntry{}}
		for _, r := range s.Rows {
			f.Topic, f.Unit = r.Topic, r.Unit
			c := r.Cells[0]
			e := HistoryEntry{Kind: string(r.When.Kind), Date: string(r.When.Day), Cell: cell(c), Bound: string(c.Value.Bound)}
			if c.Step != nil {
				e.Step, e.Cell.Delta = &HistoryStep{delta(c.Step), r.When.StepFrom}, nil
			}
			if r.When.Day == "" {
				f.Undated = append(f.Undated, e)
			} else {
				f.Entries = append(f.Entries, e)
			}
		}
		out.Fields = append(out.Fields, f)
	}
	return write(w, out)
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
	Date      string      `json:"date"`
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

// Origin writes where each content of a version first stood.
func Origin(w io.Writer, t *table.Tree) error {
	out := OriginOutput{envelope("plandiff.origin/1", t), version(t.Columns[0]), []OriginRow{}, sources(t)}
	for _, r := range t.Rows() {
		o := r.Origin
		x := OriginRow{Topic: r.Topic, Field: r.Field, Cell: cell(r.Cells[0]), First: list(o.First), Disputed: list(o.Disputed), Date: string(o.Day), By: list(o.By),
			Different: []Variation{}, Unknown: list(o.Unknown)}
		for _, d := range o.Different {
			x.Different = append(x.Different, Variation(d))
		}
		out.Rows = append(out.Rows, x)
	}
	return write(w, out)
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

// Uptake writes whose wording an outcome has.
func Uptake(w io.Writer, t *table.Tree) error {
	out := UptakeOutput{Envelope: envelope("plandiff.uptake/1", t), Base: version(t.Columns[0]), Proposal: version(t.Columns[1]), Outcome: version(t.Columns[2]),
		Rows: []UptakeRow{}, Summary: t.Uptakes[""], Topics: map[string]map[string]int{}, Sources: sources(t)}
	for topic, counts := range t.Uptakes {
		if topic != "" {
			out.Topics[topic] = counts
		}
	}
	for _, r := range t.Rows() {
		out.Rows = append(out.Rows, UptakeRow{string(r.Uptake), row(*r)})
	}
	return write(w, out)
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

// Sources writes cards with what rests on each.
func Sources(w io.Writer, t *table.Tree) error {
	out := SourcesOutput{envelope("plandiff.sources/1", t), []SourceOutput{}}
	for _, r := range t.Grids[0].Rows {
		c := r.Cited
		s := SourceOutput{Source: card(c.Source), Attests: c.Source.Attests, SHA256: c.Source.SHA256, Unread: c.Source.Unread, Uses: []SourceUse{}}
		for _, u := range c.Uses {
			s.Uses = append(s.Uses, SourceUse{u.Record, u.Field, claim(u.Claim, u.Text, u.Claim.Rank != "deprecated")})
		}
		out.Sources = append(out.Sources, s)
	}
	return write(w, out)
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

// Matrix writes topics or fields by versions.
func Matrix(w io.Writer, t *table.Tree) error {
	m := t.Matrix
	out := MatrixOutput{envelope("plandiff.matrix/2", t), m.Base.ID, versions(t), []MatrixRow{}, map[string]map[string]int{}}
	for i, v := range m.Versions {
		total := map[string]int{}
		for _, mark := range table.Marks {
			total[string(mark)] = m.Totals[i][mark]
		}
		out.Totals[v.ID] = total
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
	return write(w, out)
}

// TrailOutput is where a point went in one later version.
type TrailOutput struct {
	Version  string `json:"version"`
	Date     string `json:"date"`
	Relation string `json:"relation"`
	Link     *Link  `json:"link"`
	Rows     []Row  `json:"rows"`
}

// FollowOutput is plandiff.follow/1: where a point went.
type FollowOutput struct {
	Envelope
	Version string        `json:"version"`
	Point   string        `json:"point"`
	Trails  []TrailOutput `json:"trails"`
	Sources []Source      `json:"sources"`
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
	Documents *int      `json:"documents,omitempty"`
	Verified  *int      `json:"verified,omitempty"`
	Unread    []string  `json:"unread,omitempty"` // files that are not records
	Problems  []Problem `json:"problems"`
}

// Check writes the outcome of a check.
func Check(w io.Writer, out CheckOutput) error {
	out.Envelope = Envelope{Schema: "plandiff.check/1"}
	out.OK = len(out.Problems) == 0
	if out.Problems == nil {
		out.Problems = []Problem{}
	}
	return write(w, out)
}
