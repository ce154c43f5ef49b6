package jsonout

import (
	"io"
	"slices"
	"strconv"

	"plandiff/internal/table"
)

// Link joins points of two versions.
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

// AlignOutput is plandiff.align/1: which points correspond.
type AlignOutput struct {
	Envelope
	From      string `json:"from"`
	To        string `json:"to"`
	Links     []Link `json:"links"`
	Unmatched struct {
		From []Unmatched `json:"from"`
		To   []Unmatched `json:"to"`
	} `json:"unmatched"`
	Candidates []Candidate `json:"candidates"`
}

func numbers(points []int) []string {
	out := []string{}
	for _, p := range points {
		out = append(out, strconv.Itoa(p))
	}
	return out
}

func link(l table.Link) Link {
	return Link{numbers(l.From), numbers(l.To), string(l.Relation), l.Score, string(l.By), list(l.Why)}
}

func unmatched(points map[int]table.Relation) []Unmatched {
	out := []Unmatched{}
	keys := make([]int, 0, len(points))
	for n := range points {
		keys = append(keys, n)
	}
	slices.Sort(keys)
	for _, n := range keys {
		out = append(out, Unmatched{strconv.Itoa(n), string(points[n])})
	}
	return out
}

// Align writes which points correspond.
func Align(w io.Writer, t *table.Tree) error {
	a := t.Alignment
	out := AlignOutput{Envelope: envelope("plandiff.align/1", t), From: a.From.ID, To: a.To.ID, Links: []Link{}, Candidates: []Candidate{}}
	for _, l := range a.Links {
		out.Links = append(out.Links, link(l))
	}
	out.Unmatched.From, out.Unmatched.To = unmatched(a.UnmatchedFrom), unmatched(a.UnmatchedTo)
	for _, p := range a.From.Points {
		if p.Number == 0 {
			continue
		}
		c := Candidate{From: strconv.Itoa(p.Number), To: []Scored{}}
		for _, s := range a.Candidates[p.Number] {
			c.To = append(c.To, Scored{strconv.Itoa(s.Number), s.Score})
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

// TextLink joins points of two documents; Inner are links of their sub-points.
type TextLink struct {
	Link
	Inner []TextLink `json:"inner,omitempty"`
}

// AlignTextsOutput is plandiff.align/1 of two documents.
type AlignTextsOutput struct {
	Envelope
	From      string     `json:"from"`
	To        string     `json:"to"`
	Links     []TextLink `json:"links"`
	Unmatched struct {
		From []Unmatched `json:"from"`
		To   []Unmatched `json:"to"`
	} `json:"unmatched"`
	Candidates []Candidate `json:"candidates"`
}

// AlignTexts writes which points of two documents correspond.
func AlignTexts(w io.Writer, t *table.Tree) error {
	x := t.Texts
	out := AlignTextsOutput{Envelope: envelope("plandiff.align/1", t), From: x.From, To: x.To, Links: textLinks(x.Links), Candidates: []Candidate{}}
	out.Unmatched.From, out.Unmatched.To = unmatchedTexts(x.UnmatchedFrom), unmatchedTexts(x.UnmatchedTo)
	for i, list := range x.Candidates {
		c := Candidate{From: x.Numbers[i], To: []Scored{}}
		for _, s := range list {
			c.To = append(c.To, Scored{s.Number, s.Score})
		}
		out.Candidates = append(out.Candidates, c)
	}
	return write(w, out)
}

func textLinks(links []table.TextLink) []TextLink {
	out := []TextLink{}
	for _, l := range links {
		x := TextLink{Link: Link{list(l.From), list(l.To), string(l.Relation), l.Score, string(l.By), list(l.Why)}}
		if len(l.Inner) > 0 {
			x.Inner = textLinks(l.Inner)
		}
		out = append(out, x)
	}
	return out
}

func unmatchedTexts(texts []table.Unmatched) []Unmatched {
	out := []Unmatched{}
	for _, u := range texts {
		out = append(out, Unmatched{u.Number, string(u.Relation)})
	}
	return out
}
