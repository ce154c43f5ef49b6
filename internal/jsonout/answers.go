package jsonout

import (
	"io"
	"slices"

	"plandiff/internal/ask"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/search"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// Understood is how a question was read.
type Understood struct {
	Intent   query.Kind `json:"intent"`
	Versions []string   `json:"versions"`
	Topics   []string   `json:"topics"`
	Fields   []string   `json:"fields"`
	Named    bool       `json:"named"`
	Point    int        `json:"point,omitempty"`
	AsOf     plan.Date  `json:"as_of,omitempty"`
	Assumed  []string   `json:"assumed"`
	Why      []string   `json:"why,omitempty"`
	Command  string     `json:"command"` // that shows the same view; "" if there is none
}

// Finding is what one record says of one field.
type Finding struct {
	Topic string `json:"topic"`
	Field string `json:"field"`
	Title string `json:"title"`
	Cell
}

// AskOutput is plandiff.ask/1: an answer.
type AskOutput struct {
	Envelope
	Question   string     `json:"question"`
	Status     ask.Status `json:"status"`
	Understood Understood `json:"understood"`
	Answer     string     `json:"answer"`
	Notes      []string   `json:"notes"`
	Findings   []Finding  `json:"findings"`
	Sources    []Source   `json:"sources"`
}

// Ask writes an answer; the reasons for its reading where explain asks for
// them.
func Ask(w io.Writer, a *ask.Answer, t *table.Tree, explain bool) error {
	q := a.Query
	out := &AskOutput{Question: a.Question, Status: a.Status, Answer: a.Text, Notes: list(a.Notes), Findings: []Finding{}, Sources: sources(t), Understood: Understood{
		Intent: q.Kind, Versions: list(plan.IDs(q.Versions)), Topics: []string{}, Fields: each(q.Fields, func(f *plan.Field) string { return f.ID }),
		Named: len(q.Versions) > 0, AsOf: a.Evidence.AsOf, Assumed: list(a.Assumed)}}
	u := &out.Understood
	if a.Command != "" {
		u.Command = "plandiff " + a.Command
	}
	if len(q.Points) > 0 {
		u.Point = q.Points[0]
	}
	for _, f := range a.Findings { // of the fields that the question is about
		if slices.Contains(q.Fields, f.Field) && !slices.Contains(u.Topics, f.Topic.ID) {
			u.Topics = append(u.Topics, f.Topic.ID)
		}
	}
	if explain {
		u.Why = a.Why
	}
	for s, r := range t.Rows() {
		out.Findings = append(out.Findings, Finding{r.Topic, r.Field, s.Title, cell(r.Cells[0])})
	}
	return write(w, t, out)
}

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

func found(t *table.Tree) *SearchOutput {
	return &SearchOutput{Words: t.Words, Hits: each(t.Hits, func(h search.Hit) Hit {
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
	})}
}
