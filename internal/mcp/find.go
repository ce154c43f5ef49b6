package mcp

import (
	"cmp"
	"slices"

	"plandiff/internal/ask"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/record/shipped"
	"plandiff/internal/search"
)

type findArgs struct {
	Question string `json:"question"`
	evidenceArgs
}

// readAs is how a question was read.
type readAs struct {
	Kind     string   `json:"kind"`   // "value", "compare", "history" ...; "none": not what the records are about
	Status   string   `json:"status"` // how far the records answer it
	Versions []string `json:"versions,omitempty"`
	Fields   []string `json:"fields,omitempty"`
	Points   []int    `json:"points,omitempty"`
	From     string   `json:"from,omitempty"`
	To       string   `json:"to,omitempty"`
	Spelled  []string `json:"spelled,omitempty"` // slips of typing that were put right
}

// scored is a field or a record with the share of the question that it meets.
type scored struct {
	ID    string  `json:"id"`
	Title string  `json:"title"`
	Topic string  `json:"topic,omitempty"`
	Score float64 `json:"score,omitempty"`
}

// mostFound is how many fields, and how many records, find tells.
const mostFound = 8

func (s *server) find(v *evidence.View, a findArgs) (*reply, error) {
	answer := ask.Indexed(s.lib, v.Filter, shipped.Index).Ask(a.Question)
	q := &answer.Query
	out := s.reply(v)
	out.ReadAs = &readAs{Kind: string(q.Kind), Status: string(answer.Status), From: string(q.From), To: string(q.To), Points: q.Points, Spelled: answer.Assumed}
	for _, r := range append(slices.Clone(q.Versions), q.Records...) {
		out.ReadAs.Versions = append(out.ReadAs.Versions, r.ID)
	}
	for _, f := range q.Fields {
		out.ReadAs.Fields = append(out.ReadAs.Fields, f.ID)
	}
	out.Fields, out.Records = found(v.Library, a.Question, q)
	if answer.Status == ask.OutOfScope {
		out.Notes, out.ReadAs.Fields = []string{answer.Text}, nil
		return out, nil
	}
	if answer.Command != "" {
		out.Next, out.Command = nextOf(answer.Command), "plandiff "+answer.Command
	}
	return out, nil
}

// found ranks the fields and the records that have the words of a question:
// those that it was read to be about first, then by what a search finds.
func found(lib *plan.Library, words string, q *query.Query) (fields, records []scored) {
	x := shipped.Index(lib)
	field, record := map[string]float32{}, map[string]float32{}
	for _, h := range x.Find(words, search.Filter{}) {
		if h.Field != nil {
			field[h.Field.ID] = max(field[h.Field.ID], h.Score)
		}
		if h.Record != nil {
			record[h.Record.ID] = max(record[h.Record.ID], h.Score)
		}
	}
	m := x.Match(x.Terms(search.Words(words)))
	var asked []string
	for _, f := range q.Fields {
		asked = append(asked, f.ID)
	}
	for _, f := range x.Fields {
		if score, ok := field[f.Field.ID]; ok || slices.Contains(asked, f.Field.ID) {
			score = max(score, m.Cover(search.Place{Unit: f.Unit, Zone: search.Title}, search.Place{Unit: f.Unit, Zone: search.Synonyms}, search.Place{Unit: f.Theme, Zone: search.Title}))
			fields = append(fields, scored{f.Field.ID, f.Field.Title, f.Topic.ID, rounded(float64(score))})
		}
	}
	named := plan.IDs(slices.Concat(q.Versions, q.Records))
	for _, r := range lib.Records {
		if score, ok := record[r.ID]; ok || slices.Contains(named, r.ID) {
			if slices.Contains(named, r.ID) {
				score = 1 // by its name
			}
			records = append(records, scored{ID: r.ID, Title: r.Title, Score: rounded(float64(score))})
		}
	}
	return best(fields, asked), best(records, named)
}

// best orders what was found: what the question names, then by score.
func best(all []scored, named []string) []scored {
	place := func(x scored) int {
		if i := slices.Index(named, x.ID); i >= 0 {
			return i
		}
		return len(named)
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(b.Score, a.Score))
	})
	return all[:min(len(all), mostFound)]
}
