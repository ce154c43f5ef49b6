package export

import (
	"io"
	"slices"
	"strconv"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// History writes fields through time as plandiff.history/1. Undated entries
// stand apart.
func History(w io.Writer, lib *plan.Library, hs []compare.History, ev compare.Evidence, hidden int) error {
	type step struct {
		jsonDelta
		From string `json:"from"`
	}
	type entry struct {
		Kind string `json:"kind"`
		Date string `json:"date"`
		jsonCell
		Bound string `json:"bound,omitempty"`
		Step  *step  `json:"step"`
	}
	type field struct {
		Topic   string  `json:"topic"`
		Field   string  `json:"field"`
		Title   string  `json:"title"`
		Kind    string  `json:"kind"`
		Unit    string  `json:"unit"`
		Entries []entry `json:"entries"`
		Undated []entry `json:"undated"`
	}
	out := struct {
		Schema   string        `json:"schema"`
		Evidence *jsonEvidence `json:"evidence,omitempty"`
		Fields   []field       `json:"fields"`
		Sources  []jsonSource  `json:"sources"`
	}{Schema: "plandiff.history/1", Evidence: evidenceOf(ev, hidden), Fields: []field{}}
	sources := newSourceSet(lib)
	entryOf := func(e compare.Entry) entry {
		o := entry{Kind: string(e.Record.Kind), Date: string(e.Date), jsonCell: cellOf(e.Record.ID, e.Reading, sources)}
		if len(e.Contents) == 1 {
			o.Bound = string(e.Contents[0].Value.Bound)
		}
		if e.Step != nil {
			o.Step = &step{*deltaOf(e.Step), e.From.ID}
		}
		return o
	}
	for _, h := range hs {
		f := field{Topic: h.Topic.ID, Field: h.Field.ID, Title: h.Field.Title, Kind: string(h.Field.Kind), Unit: h.Field.Unit, Entries: []entry{}, Undated: []entry{}}
		for _, e := range h.Entries {
			f.Entries = append(f.Entries, entryOf(e))
		}
		for _, e := range h.Undated {
			f.Undated = append(f.Undated, entryOf(e))
		}
		out.Fields = append(out.Fields, f)
	}
	out.Sources = sources.list
	return write(w, out)
}

// Origin writes where each content of a version first stood as
// plandiff.origin/1.
func Origin(w io.Writer, lib *plan.Library, version *plan.Record, os []compare.Origin, ev compare.Evidence, hidden int) error {
	type different struct {
		Version string `json:"version"`
		State   string `json:"state"`
		Text    string `json:"text"`
	}
	type row struct {
		Topic     string      `json:"topic"`
		Field     string      `json:"field"`
		Cell      jsonCell    `json:"cell"`
		First     []string    `json:"first"`
		Disputed  []string    `json:"disputed"`
		Date      string      `json:"date"`
		By        []string    `json:"by"`
		Different []different `json:"different"`
		Unknown   []string    `json:"unknown"`
	}
	out := struct {
		Schema   string        `json:"schema"`
		Version  jsonVersion   `json:"version"`
		Evidence *jsonEvidence `json:"evidence,omitempty"`
		Rows     []row         `json:"rows"`
		Sources  []jsonSource  `json:"sources"`
	}{Schema: "plandiff.origin/1", Version: versionOf(version), Evidence: evidenceOf(ev, hidden), Rows: []row{}}
	sources := newSourceSet(lib)
	for _, o := range os {
		reading := compare.Reading{State: o.Content.State, Contents: []compare.Content{o.Content}, Claims: o.Content.Claims}
		r := row{Topic: o.Topic.ID, Field: o.Field.ID, Cell: cellOf(version.ID, reading, sources),
			First: ids(o.First), Disputed: ids(o.Disputed), Date: string(o.First[0].Date), By: by(o.First), Different: []different{}, Unknown: ids(o.Unknown)}
		for _, d := range o.Different {
			c := cellOf(d.Record.ID, d.Reading, sources)
			r.Different = append(r.Different, different{d.Record.ID, c.State, c.Text})
		}
		out.Rows = append(out.Rows, r)
	}
	out.Sources = sources.list
	return write(w, out)
}

// by names everybody who put one of some drafts forward.
func by(records []*plan.Record) []string {
	out := []string{}
	for _, r := range records {
		for _, who := range r.By {
			if !slices.Contains(out, who) {
				out = append(out, who)
			}
		}
	}
	return out
}

func ids(records []*plan.Record) []string {
	out := []string{}
	for _, r := range records {
		out = append(out, r.ID)
	}
	return out
}

// Uptake writes whose values an outcome has as plandiff.uptake/1.
func Uptake(w io.Writer, lib *plan.Library, u, shown *compare.UptakeTable) error {
	type row struct {
		Uptake string `json:"uptake"`
		jsonRow
	}
	out := struct {
		Schema   string                    `json:"schema"`
		Base     jsonVersion               `json:"base"`
		Proposal jsonVersion               `json:"proposal"`
		Outcome  jsonVersion               `json:"outcome"`
		Evidence *jsonEvidence             `json:"evidence,omitempty"`
		Rows     []row                     `json:"rows"`
		Summary  map[string]int            `json:"summary"`
		Topics   map[string]map[string]int `json:"topics"`
		Sources  []jsonSource              `json:"sources"`
	}{Schema: "plandiff.uptake/1", Base: versionOf(u.Versions[0]), Proposal: versionOf(u.Versions[1]), Outcome: versionOf(u.Versions[2]),
		Evidence: evidenceOf(u.Evidence, u.Hidden), Rows: []row{}, Summary: map[string]int{}, Topics: map[string]map[string]int{}}
	sources := newSourceSet(lib)
	for _, r := range shown.Rows {
		out.Rows = append(out.Rows, row{string(r.Kind), rowOf(r.Row, sources)})
	}
	for _, k := range compare.Uptakes {
		out.Summary[string(k)] = u.Count("")[k]
	}
	for _, r := range u.Rows {
		if out.Topics[r.Topic.ID] == nil {
			out.Topics[r.Topic.ID] = map[string]int{}
		}
		out.Topics[r.Topic.ID][string(r.Kind)]++
	}
	out.Sources = sources.list
	return write(w, out)
}

// Matrix writes topics or fields by versions as plandiff.matrix/1.
func Matrix(w io.Writer, m *compare.Matrix) error {
	type cell struct {
		Version string `json:"version"`
		Mark    string `json:"mark"`
		Count   int    `json:"count"`
		Of      int    `json:"of"`
	}
	type row struct {
		Topic string `json:"topic"`
		Field string `json:"field,omitempty"`
		Title string `json:"title"`
		Cells []cell `json:"cells"`
	}
	out := struct {
		Schema   string                    `json:"schema"`
		Base     string                    `json:"base"`
		Versions []jsonVersion             `json:"versions"`
		Evidence *jsonEvidence             `json:"evidence,omitempty"`
		Rows     []row                     `json:"rows"`
		Totals   map[string]map[string]int `json:"totals"`
	}{Schema: "plandiff.matrix/1", Base: m.Base.ID, Evidence: evidenceOf(m.Evidence, m.Hidden), Rows: []row{}, Totals: map[string]map[string]int{}}
	for i, v := range m.Versions {
		out.Versions = append(out.Versions, versionOf(v))
		total := map[string]int{}
		for _, mark := range compare.Marks {
			total[string(mark)] = m.Totals[i][mark]
		}
		out.Totals[v.ID] = total
	}
	for _, r := range m.Rows {
		jr := row{Topic: r.Topic.ID, Title: r.Topic.Title}
		if r.Field != nil {
			jr.Field, jr.Title = r.Field.ID, r.Field.Title
		}
		for i, c := range r.Cells {
			jr.Cells = append(jr.Cells, cell{m.Versions[i].ID, string(c.Mark), c.Count, c.Of})
		}
		out.Rows = append(out.Rows, jr)
	}
	return write(w, out)
}

type jsonLink struct {
	From     []string `json:"from"`
	To       []string `json:"to"`
	Relation string   `json:"relation"`
	Score    float64  `json:"score"`
	By       string   `json:"by"`
	Why      []string `json:"why"`
}

func numbers(points []int) []string {
	out := []string{}
	for _, p := range points {
		out = append(out, strconv.Itoa(p))
	}
	return out
}

func linkOf(l align.Link) jsonLink {
	return jsonLink{numbers(l.From), numbers(l.To), string(l.Relation), l.Score, string(l.By), list(l.Why)}
}

// Align writes which points correspond as plandiff.align/1.
func Align(w io.Writer, a *align.Alignment, ev compare.Evidence, hidden int) error {
	type unmatched struct {
		Number   string `json:"number"`
		Relation string `json:"relation"`
	}
	type scored struct {
		Number string  `json:"number"`
		Score  float64 `json:"score"`
	}
	type candidate struct {
		From string   `json:"from"`
		To   []scored `json:"to"`
	}
	side := func(points map[int]align.Relation) []unmatched {
		out := []unmatched{}
		keys := []int{}
		for n := range points {
			keys = append(keys, n)
		}
		slices.Sort(keys)
		for _, n := range keys {
			out = append(out, unmatched{strconv.Itoa(n), string(points[n])})
		}
		return out
	}
	out := struct {
		Schema    string        `json:"schema"`
		From      string        `json:"from"`
		To        string        `json:"to"`
		Evidence  *jsonEvidence `json:"evidence,omitempty"`
		Links     []jsonLink    `json:"links"`
		Unmatched struct {
			From []unmatched `json:"from"`
			To   []unmatched `json:"to"`
		} `json:"unmatched"`
		Candidates []candidate `json:"candidates"`
	}{Schema: "plandiff.align/1", From: a.From.ID, To: a.To.ID, Evidence: evidenceOf(ev, hidden), Links: []jsonLink{}, Candidates: []candidate{}}
	for _, l := range a.Links {
		out.Links = append(out.Links, linkOf(l))
	}
	out.Unmatched.From, out.Unmatched.To = side(a.UnmatchedFrom), side(a.UnmatchedTo)
	for _, p := range a.From.Points {
		if p.Number == 0 {
			continue
		}
		c := candidate{From: strconv.Itoa(p.Number), To: []scored{}}
		for _, s := range a.Candidates[p.Number] {
			c.To = append(c.To, scored{strconv.Itoa(s.Number), s.Score})
		}
		out.Candidates = append(out.Candidates, c)
	}
	return write(w, out)
}

// Follow writes where a point went as plandiff.follow/1.
func Follow(w io.Writer, lib *plan.Library, from *plan.Record, point int, trails []compare.Trail, ev compare.Evidence, hidden int) error {
	type trail struct {
		Version  string    `json:"version"`
		Date     string    `json:"date"`
		Relation string    `json:"relation"`
		Link     *jsonLink `json:"link"`
		Rows     []jsonRow `json:"rows"`
	}
	out := struct {
		Schema   string        `json:"schema"`
		Version  string        `json:"version"`
		Point    string        `json:"point"`
		Evidence *jsonEvidence `json:"evidence,omitempty"`
		Trails   []trail       `json:"trails"`
		Sources  []jsonSource  `json:"sources"`
	}{Schema: "plandiff.follow/1", Version: from.ID, Point: strconv.Itoa(point), Evidence: evidenceOf(ev, hidden), Trails: []trail{}}
	sources := newSourceSet(lib)
	for _, t := range trails {
		o := trail{Version: t.Version.ID, Date: string(t.Version.Date), Relation: string(t.Relation), Rows: []jsonRow{}}
		if t.Link != nil {
			l := linkOf(*t.Link)
			o.Link = &l
		}
		for _, r := range t.Rows {
			o.Rows = append(o.Rows, rowOf(r, sources))
		}
		out.Trails = append(out.Trails, o)
	}
	out.Sources = sources.list
	return write(w, out)
}
