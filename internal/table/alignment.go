package table

import (
	"slices"
	"strconv"

	"plandiff/internal/align"
)

// Alignment is which points of two versions, or of two documents, correspond,
// for those who write it as data.
type Alignment struct {
	From, To                   string // versions, or names of documents
	Links                      []Link
	UnmatchedFrom, UnmatchedTo []Unmatched
	Candidates                 []Candidates // of every numbered point of From
}

// Candidates are the likest counterparts of a point, best first.
type Candidates struct {
	Number string
	To     []align.TextCandidate
}

// alignmentOf has the points of records by their numbers, as those of documents.
func alignmentOf(a *align.Alignment) *Alignment {
	out := &Alignment{From: a.From.ID, To: a.To.ID, UnmatchedFrom: unmatchedOf(a.UnmatchedFrom), UnmatchedTo: unmatchedOf(a.UnmatchedTo)}
	for _, l := range a.Links {
		out.Links = append(out.Links, linkOf(l))
	}
	for _, p := range a.From.Points {
		if p.Number == 0 {
			continue
		}
		c := Candidates{Number: strconv.Itoa(p.Number)}
		for _, to := range a.Candidates[p.Number] {
			c.To = append(c.To, align.TextCandidate{Number: strconv.Itoa(to.Number), Score: to.Score})
		}
		out.Candidates = append(out.Candidates, c)
	}
	return out
}

func linkOf(l align.Link) Link {
	return Link{From: numbers(l.From), To: numbers(l.To), Relation: l.Relation, Score: l.Score, By: l.By, Why: l.Why}
}

func numbers(points []int) []string {
	out := make([]string, len(points))
	for i, n := range points {
		out[i] = strconv.Itoa(n)
	}
	return out
}

func unmatchedOf(points map[int]align.Relation) []Unmatched {
	var out []Unmatched
	for n, r := range points {
		out = append(out, Unmatched{Number: strconv.Itoa(n), At: n, Relation: r})
	}
	slices.SortFunc(out, func(a, b Unmatched) int { return a.At - b.At })
	return out
}
