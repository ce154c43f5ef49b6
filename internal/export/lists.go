package export

import (
	"io"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/record"
)

type jsonRecord struct {
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
	Status      string   `json:"status"`
	Claims      int      `json:"claims"`
}

func recordOf(r *plan.Record) jsonRecord {
	return jsonRecord{
		ID: r.ID, Kind: string(r.Kind), Title: r.Title, Label: r.Label, Names: list(r.Names), Date: string(r.Date),
		By: list(r.By), Follows: list(r.Follows), Accompanies: r.Accompanies, Concerns: r.Concerns, Points: r.PointCount,
		ReadWhole: compare.ReadWhole(r), Known: string(r.Known), Status: r.Status, Claims: r.ClaimCount(),
	}
}

// list is never null in JSON.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// Versions writes records as plandiff.versions/1.
func Versions(w io.Writer, records []*plan.Record) error {
	out := struct {
		Schema   string       `json:"schema"`
		Versions []jsonRecord `json:"versions"`
	}{Schema: "plandiff.versions/1", Versions: []jsonRecord{}}
	for _, r := range records {
		out.Versions = append(out.Versions, recordOf(r))
	}
	return write(w, out)
}

// Show writes one record with the readings of its fields as plandiff.show/1.
func Show(w io.Writer, lib *plan.Library, s *compare.Single) error {
	type point struct {
		Number      int      `json:"number,omitempty"`
		Title       string   `json:"title"`
		Parts       []string `json:"parts,omitempty"`
		Placeholder bool     `json:"placeholder,omitempty"`
		Unread      bool     `json:"unread,omitempty"`
		ReadWhole   bool     `json:"read_whole"`
	}
	out := struct {
		Schema   string        `json:"schema"`
		Version  jsonRecord    `json:"version"`
		Evidence *jsonEvidence `json:"evidence,omitempty"`
		Points   []point       `json:"points"`
		Rows     []jsonRow     `json:"rows"`
		Sources  []jsonSource  `json:"sources"`
	}{Schema: "plandiff.show/1", Version: recordOf(s.Record), Evidence: evidenceOf(s.Evidence, s.Hidden), Points: []point{}, Rows: []jsonRow{}}
	for _, p := range s.Points {
		out.Points = append(out.Points, point{p.Number, p.Title, p.Parts, p.Placeholder, p.Unread, compare.PointRead(s.Record, p.Number)})
	}
	sources := newSourceSet(lib)
	for _, r := range s.Rows {
		out.Rows = append(out.Rows, jsonRow{Topic: r.Topic.ID, Field: r.Field.ID, Title: r.Field.Title,
			Cells: []jsonCell{cellOf(s.Record.ID, r.Cells[0].Reading, sources)}})
	}
	out.Sources = sources.list
	return write(w, out)
}

// Sources writes cards with what rests on each as plandiff.sources/1.
func Sources(w io.Writer, cited []compare.Cited) error {
	type use struct {
		Version string    `json:"version"`
		Field   string    `json:"field"`
		Claim   jsonClaim `json:"claim"`
	}
	type source struct {
		jsonSource
		Attests string `json:"attests"`
		SHA256  string `json:"sha256,omitempty"`
		Unread  bool   `json:"unread,omitempty"`
		Uses    []use  `json:"uses"`
	}
	out := struct {
		Schema  string   `json:"schema"`
		Sources []source `json:"sources"`
	}{Schema: "plandiff.sources/1", Sources: []source{}}
	for _, c := range cited {
		s := source{jsonSource: sourceOf(c.Source), Attests: c.Source.Attests, SHA256: c.Source.SHA256, Unread: c.Source.Unread, Uses: []use{}}
		for _, u := range c.Uses {
			s.Uses = append(s.Uses, use{u.Record.ID, u.Field, claimOf(u.Claim)})
		}
		out.Sources = append(out.Sources, s)
	}
	return write(w, out)
}

// Check writes the outcome of a check as plandiff.check/1.
func Check(w io.Writer, lib *plan.Library, problems record.Problems, ev *record.Evidence) error {
	type problem struct {
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Message string `json:"message"`
		Hint    string `json:"hint,omitempty"`
	}
	out := struct {
		Schema    string    `json:"schema"`
		OK        bool      `json:"ok"`
		Records   int       `json:"records"`
		Claims    int       `json:"claims"`
		Sources   int       `json:"sources"`
		Documents *int      `json:"documents,omitempty"`
		Verified  *int      `json:"verified,omitempty"`
		Problems  []problem `json:"problems"`
	}{Schema: "plandiff.check/1", Problems: []problem{}}
	if ev != nil {
		out.Documents, out.Verified = &ev.Documents, &ev.Verified
		problems = append(problems, ev.Problems...)
	}
	out.OK = len(problems) == 0
	for _, p := range problems {
		out.Problems = append(out.Problems, problem{p.Pos.File, p.Pos.Line, p.Pos.Column, p.Msg, p.Hint})
	}
	if lib != nil {
		out.Records, out.Claims, out.Sources = len(lib.Records), lib.ClaimCount(), len(lib.Sources)
	}
	return write(w, out)
}
