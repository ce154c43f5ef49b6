package jsonout

import (
	"io"

	"plandiff/internal/search"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// Hit is one claim, record or source that has the words.
type Hit struct {
	Score   float64 `json:"score"` // share of the words that it has, weighed by where
	Version string  `json:"version,omitempty"`
	Topic   string  `json:"topic,omitempty"`
	Field   string  `json:"field,omitempty"`
	Text    string  `json:"text"`
	Phrase  string  `json:"phrase,omitempty"`
	By      string  `json:"by,omitempty"`
	Source  string  `json:"source,omitempty"`
	At      string  `json:"at,omitempty"`
}

// SearchOutput is plandiff.search/1: what has the words, best first.
type SearchOutput struct {
	Envelope
	Words string `json:"words"`
	Hits  []Hit  `json:"hits"`
}

// Search writes hits, best first.
func Search(w io.Writer, words string, hits []search.Hit, t *table.Tree) error {
	out := SearchOutput{envelope("plandiff.search/1", t), words, []Hit{}}
	for _, h := range hits {
		j := Hit{Score: float64(int(h.Score*1000)) / 1000}
		switch {
		case h.Claim != nil:
			j.Version, j.Topic, j.Field, j.Text = h.Record.ID, h.Topic.ID, h.Field.ID, wording.Claim(h.Claim)
			j.Phrase, j.By, j.Source, j.At = h.Claim.Phrase, h.Claim.By, h.Claim.Source, wording.Where(h.Claim)
		case h.Record != nil:
			j.Version, j.Text = h.Record.ID, h.Record.Title
		default:
			j.Source, j.Text = h.Source.ID, wording.SourceLine(h.Source)
		}
		out.Hits = append(out.Hits, j)
	}
	return write(w, out)
}
