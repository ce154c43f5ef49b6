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
	return write(w, t, &SearchOutput{Words: words, Hits: each(hits, func(h search.Hit) Hit {
		out := Hit{Score: float64(int(h.Score*1000)) / 1000}
		switch {
		case h.Claim != nil:
			out.Version, out.Topic, out.Field, out.Text = h.Record.ID, h.Topic.ID, h.Field.ID, wording.Claim(h.Claim)
			out.Phrase, out.By, out.Source, out.At = h.Claim.Phrase, h.Claim.By, h.Claim.Source, wording.Where(h.Claim)
		case h.Record != nil:
			out.Version, out.Text = h.Record.ID, h.Record.Title
		default:
			out.Source, out.Text = h.Source.ID, wording.SourceLine(h.Source)
		}
		return out
	})})
}
