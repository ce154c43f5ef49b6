package mcp

import (
	"errors"
	"math"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// mostHits is how many hits a search tells at a time.
const mostHits = 12

type searchArgs struct {
	Words     string   `json:"words"`
	Versions  []string `json:"versions"`
	Topics    []string `json:"topics"`
	By        string   `json:"by"`
	Publisher string   `json:"publisher"`
	Value     string   `json:"value"`
	Skip      int      `json:"skip"`
	evidenceArgs
}

// hit is one thing that a search found.
type hit struct {
	Score  float64 `json:"score"`
	Record string  `json:"version,omitempty"`
	Title  string  `json:"title,omitempty"` // of a record or a source found by itself
	Field  string  `json:"field,omitempty"`
	Date   string  `json:"date,omitempty"`
	State  string  `json:"state,omitempty"`
	Text   string  `json:"claim,omitempty"`
	*statement
	Card string `json:"source_id,omitempty"` // of a source found by itself
}

// fieldsOf are the IDs of the fields that a choice keeps; nil where it names
// none.
func fieldsOf(lib *plan.Library, named []string, keep func(*plan.Topic, *plan.Field) bool) (out []string) {
	for t, f := range lib.Fields() {
		if named != nil && keep(t, f) {
			out = append(out, f.ID)
		}
	}
	return out
}

func (s *server) search(v *evidence.View, a searchArgs) (*reply, error) {
	if a.Words+a.By+a.Publisher+a.Value == "" {
		return nil, errors.New(`the argument "words" is missing: the words, or one of by, publisher and value`)
	}
	ids, notes, err := s.records(v, a.Versions)
	if err != nil {
		return nil, err
	}
	topic, err := s.names.Topics(s.lib, a.Topics)
	if err != nil {
		return nil, err
	}
	out := s.reply(v)
	out.Notes, out.paged, out.skip, out.limit = notes, true, a.Skip, mostHits
	hits := search.WithCards(v.Library).Find(a.Words, search.Filter{Versions: ids, Topics: fieldsOf(s.lib, a.Topics, topic), By: a.By, Publisher: a.Publisher, Value: a.Value})
	for _, h := range hits {
		l := line{tell: func(b *book, depth int) any { return hitOf(b, h, depth) }}
		if h.Topic != nil {
			l.topic = h.Topic.ID
		}
		out.lines = append(out.lines, l)
	}
	if len(hits) == 0 {
		out.Notes = append(out.Notes, "Nothing here has these words. That is no absence: the records hold what was published, in summary.")
	}
	return out, nil
}

func hitOf(b *book, h search.Hit, depth int) hit {
	out := hit{Score: rounded(float64(h.Score))}
	if h.Record != nil {
		out.Record, out.Date = h.Record.ID, string(h.Record.Date)
	}
	switch {
	case h.Claim != nil:
		out.Field, out.State, out.Text = h.Field.ID, string(h.Claim.Claimed()), wording.Claim(h.Claim)
		k := statementOf(h.Claim)
		b.cite(k.Source)
		if depth == 0 {
			k.At, k.Phrase, k.By = "", "", ""
		}
		out.statement = &k
	case h.Source != nil:
		out.Title, out.Card = h.Source.Title, b.cite(h.Source.ID)
	case h.Record != nil:
		out.Title = h.Record.Title
	}
	return out
}

// rounded is a score with two digits.
func rounded(score float64) float64 { return math.Round(score*100) / 100 }
