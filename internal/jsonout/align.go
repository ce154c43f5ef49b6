package jsonout

import (
	"strconv"

	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// Link joins points of two texts.
type Link struct {
	From     []string `json:"from"`
	To       []string `json:"to"`
	Relation string   `json:"relation"`
	Score    float64  `json:"score"`
	By       string   `json:"by"`
	Why      []string `json:"why"`
}

// Unmatched is a point without a counterpart.
type Unmatched struct {
	Number   string `json:"number"`
	Relation string `json:"relation"`
}

// Candidate is a point of the first version with the five that are likest.
type Candidate struct {
	From string   `json:"from"`
	To   []Scored `json:"to"`
}

// Scored is a point with its likeness, from 0 to 1.
type Scored struct {
	Number string  `json:"number"`
	Score  float64 `json:"score"`
}

// AlignLink is a link with those of the sub-points, where documents have some.
type AlignLink struct {
	Link
	Inner InnerLinks `json:"inner,omitempty"`
}

// InnerLinks are links inside another.
type InnerLinks []AlignLink

// AlignOutput is plandiff.align/1: which points of two versions or documents
// correspond.
type AlignOutput struct {
	Envelope
	From      string      `json:"from"`
	To        string      `json:"to"`
	Links     []AlignLink `json:"links"`
	Unmatched struct {
		From []Unmatched `json:"from"`
		To   []Unmatched `json:"to"`
	} `json:"unmatched"`
	Candidates []Candidate `json:"candidates"`
}

func link(l table.Link) Link {
	return Link{list(l.From), list(l.To), string(l.Relation), l.Score, string(l.By), list(l.Why)}
}

func links(all []table.Link) []AlignLink {
	return each(all, func(l table.Link) AlignLink { return AlignLink{link(l), links(l.Inner)} })
}

func unmatched(points []table.Unmatched) []Unmatched {
	return each(points, func(u table.Unmatched) Unmatched { return Unmatched{u.Number, string(u.Relation)} })
}

func alignment(t *table.Tree) *AlignOutput {
	a := t.Alignment
	out := &AlignOutput{From: a.From, To: a.To, Links: links(a.Links), Candidates: make([]Candidate, len(a.Points))}
	out.Unmatched.From, out.Unmatched.To = unmatched(a.UnmatchedFrom), unmatched(a.UnmatchedTo)
	for i, p := range a.Points {
		out.Candidates[i] = Candidate{p, each(a.Candidates[i], func(c table.Candidate) Scored { return Scored{c.Number, c.Score} })}
	}
	return out
}

// TrailOutput is where a point went in one later version.
type TrailOutput struct {
	Version  string    `json:"version"`
	Date     plan.Date `json:"date"`
	Relation string    `json:"relation"`
	Link     *Link     `json:"link"`
	Rows     []Row     `json:"rows"`
}

// FollowOutput is plandiff.follow/1: where a point went.
type FollowOutput struct {
	Envelope
	Version string        `json:"version"`
	Point   string        `json:"point"`
	Trails  []TrailOutput `json:"trails"`
	Sources []Source      `json:"sources"`
}

func follow(t *table.Tree) *FollowOutput {
	return &FollowOutput{Version: t.Known.Record.ID, Point: strconv.Itoa(t.Known.Points[0].Number), Sources: sources(t), Trails: each(t.Sections, func(s table.Section) TrailOutput {
		out := TrailOutput{Version: s.Trail.Version.ID, Date: s.Trail.Version.Date, Relation: string(s.Trail.Relation), Rows: each(s.Rows, row)}
		if l := s.Trail.Link; l != nil {
			out.Link = &Link{each(l.From, strconv.Itoa), each(l.To, strconv.Itoa), string(l.Relation), l.Score, string(l.By), list(l.Why)}
		}
		return out
	})}
}

// PointsOutput is what became of the points of the first document in another.
type PointsOutput struct {
	From      string         `json:"from"`
	To        string         `json:"to"`
	Relations map[string]int `json:"relations"` // points by what became of them
	Changed   int            `json:"changed"`   // linked points whose words differ
	Numbers   []NumberOutput `json:"numbers"`   // that changed
	Opened    int            `json:"opened"`    // square brackets of the later document alone
	Closed    int            `json:"closed"`    // of the first alone
}

// NumberOutput is a number or a date that changed, as it is written.
type NumberOutput struct {
	From  string `json:"from"` // point
	To    string `json:"to"`
	Old   string `json:"old"`
	New   string `json:"new"`
	Delta *Delta `json:"delta"` // null of dates and of other units
}

func points(t *table.Tree) []PointsOutput {
	var out []PointsOutput
	for i, p := range t.Documents {
		pair := PointsOutput{From: t.Columns[0].ID, To: t.Columns[i+1].ID, Relations: map[string]int{}, Changed: p.Changed,
			Numbers: []NumberOutput{}, Opened: len(p.Opened), Closed: len(p.Closed)}
		for r, n := range p.Counts {
			pair.Relations[string(r)] = n
		}
		for _, n := range p.Numbers {
			pair.Numbers = append(pair.Numbers, NumberOutput{n.From.Number, n.To.Number, n.Old, n.New, delta(n.Step)})
		}
		out = append(out, pair)
	}
	return out
}
