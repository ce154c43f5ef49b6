package export

import (
	"io"

	"plandiff/internal/ask"
	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

type jsonUnderstood struct {
	Intent   string   `json:"intent"`
	Versions []string `json:"versions"`
	Topics   []string `json:"topics"`
	Fields   []string `json:"fields"`
	Named    bool     `json:"named"`
	Point    int      `json:"point,omitempty"`
	AsOf     string   `json:"as_of,omitempty"`
	Assumed  []string `json:"assumed"`
	Why      []string `json:"why,omitempty"`
}

type jsonFinding struct {
	Version string      `json:"version"`
	Topic   string      `json:"topic"`
	Field   string      `json:"field"`
	Title   string      `json:"title"`
	State   string      `json:"state"`
	Text    string      `json:"text"`
	Kind    string      `json:"kind,omitempty"`
	Delta   *jsonDelta  `json:"delta,omitempty"`
	Nearest bool        `json:"nearest,omitempty"`
	Witness []string    `json:"witness,omitempty"`
	Claims  []jsonClaim `json:"claims"`
}

// Ask writes an answer as plandiff.ask/1. The reasons for its reading are
// written where explain asks for them. A finding marked as nearest is not what
// was asked for, but the nearest thing that is reported.
func Ask(w io.Writer, lib *plan.Library, a *ask.Answer, explain bool) error {
	out := struct {
		Schema     string         `json:"schema"`
		Question   string         `json:"question"`
		Status     string         `json:"status"`
		Understood jsonUnderstood `json:"understood"`
		Evidence   *jsonEvidence  `json:"evidence,omitempty"`
		Answer     string         `json:"answer"`
		Notes      []string       `json:"notes"`
		Findings   []jsonFinding  `json:"findings"`
		Sources    []jsonSource   `json:"sources"`
	}{Schema: "plandiff.ask/1", Question: a.Question, Status: string(a.Status), Answer: a.Text, Notes: list(a.Notes), Findings: []jsonFinding{}}
	out.Understood = understoodOf(a.Understood, explain)
	out.Evidence = evidenceOf(a.Evidence, a.Hidden)
	sources := newSourceSet(lib)
	for i := range a.Findings {
		out.Findings = append(out.Findings, findingOf(&a.Findings[i], sources))
	}
	out.Sources = sources.list
	return write(w, out)
}

func understoodOf(u ask.Understood, explain bool) jsonUnderstood {
	out := jsonUnderstood{Intent: string(u.Intent), Versions: []string{}, Topics: []string{}, Fields: []string{}, Named: u.Named, Point: u.Point, AsOf: string(u.AsOf), Assumed: list(u.Assumed)}
	for _, v := range u.Versions {
		out.Versions = append(out.Versions, v.ID)
	}
	for _, t := range u.Topics {
		out.Topics = append(out.Topics, t.ID)
	}
	for _, f := range u.Fields {
		out.Fields = append(out.Fields, f.ID)
	}
	if explain {
		out.Why = list(u.Why)
	}
	return out
}

func findingOf(f *ask.Finding, sources *sourceSet) jsonFinding {
	out := jsonFinding{Version: f.Record.ID, Topic: f.Topic.ID, Field: f.Field.ID, Title: f.Field.Title, State: string(f.State),
		Text: compare.ReadingText(f.Reading), Kind: string(f.Kind), Delta: deltaOf(f.Delta), Nearest: f.Nearest, Witness: f.Witness, Claims: []jsonClaim{}}
	for _, c := range f.Shown() {
		out.Claims = append(out.Claims, claimOf(c))
		sources.add(c.Source)
		for _, v := range c.Via {
			sources.add(v)
		}
	}
	for _, s := range f.Witness {
		sources.add(s)
	}
	return out
}
