package jsonout

import (
	"io"
	"strconv"

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
	out := []AlignLink{}
	for _, l := range all {
		x := AlignLink{Link: link(l)}
		if len(l.Inner) > 0 {
			x.Inner = links(l.Inner)
		}
		out = append(out, x)
	}
	return out
}

func unmatched(points []table.Unmatched) []Unmatched {
	out := []Unmatched{}
	for _, u := range points {
		out = append(out, Unmatched{u.Number, string(u.Relation)})
	}
	return out
}

// Align writes which points correspond.
func Align(w io.Writer, t *table.Tree) error {
	a := t.Alignment
	out := AlignOutput{Envelope: envelope("plandiff.align/1", t), From: a.From, To: a.To, Links: links(a.Links), Candidates: []Candidate{}}
	out.Unmatched.From, out.Unmatched.To = unmatched(a.UnmatchedFrom), unmatched(a.UnmatchedTo)
	for _, p := range a.Candidates {
		c := Candidate{From: p.Number, To: []Scored{}}
		for _, s := range p.To {
			c.To = append(c.To, Scored{s.Number, s.Score})
		}
		out.Candidates = append(out.Candidates, c)
	}
	return write(w, out)
}

// Follow writes where a point went.
func Follow(w io.Writer, t *table.Tree) error {
	out := FollowOutput{envelope("plandiff.follow/1", t), t.Known.Record.ID, strconv.Itoa(t.Known.Points[0].Number), []TrailOutput{}, sources(t)}
	for _, s := range t.Sections {
		o := TrailOutput{Version: s.Trail.Version, Date: string(s.Trail.Day), Relation: s.Trail.Relation, Rows: []Row{}}
		if s.Trail.Link != nil {
			l := link(*s.Trail.Link)
			o.Link = &l
		}
		for _, r := range s.Rows {
			o.Rows = append(o.Rows, row(r))
		}
		out.Trails = append(out.Trails, o)
	}
	return write(w, out)
}
