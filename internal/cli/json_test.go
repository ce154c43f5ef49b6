package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/record"
)

// The shapes of the JSON that others read. A key that is missing or new fails
// these tests: it is a change of the schema, and raises its number.

type versionJSON struct{ ID, Title, Date, Witness *string }

type deltaJSON struct{ Absolute, Percent *float64 }

type claimJSON struct {
	ID         *string
	Source     string
	Via        []string
	At         *string
	Phrase     *string
	Basis      plan.Basis
	By         *string
	Date       *string
	Rank       plan.Rank
	State      plan.State
	Text       string
	Proponent  *string
	Qualifiers []string
	Hedged     bool
	Polarity   string
	Outline    bool
	Note       *string
}

type cellJSON struct {
	Version string
	Kind    compare.Kind
	Delta   *deltaJSON
	Detail  string
	State   plan.State
	Text    string
	Value   any
	Unit    *string
	Point   *string
	Witness []string
	Claims  []claimJSON
}

type rowJSON struct {
	Topic, Field, Title string
	Kind                compare.Kind
	Delta               *deltaJSON
	Cells               []cellJSON
}

type sourceJSON struct {
	ID                             string
	Publisher, Title, URL, File    *string
	Published, Kind                *string
	PublicBy                       string `json:"public_by"`
	Language, Reliability, Attests string
	Original                       []string
}

type evidenceJSON struct {
	Sources, Basis []string
	AsOf           string `json:"as_of"`
	Hidden         *int
}

type diffJSON struct {
	Schema   string
	Versions []versionJSON
	Evidence *evidenceJSON
	Rows     []rowJSON
	Sources  []sourceJSON
	Summary  map[compare.Kind]int
}

// strict decodes one object and nothing after it, refusing unknown keys.
func strict(t *testing.T, text string, into any) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		t.Fatalf("%T: %v", into, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		t.Fatalf("%T: something follows the object", into)
	}
}

// needKeys checks that an object has keys, whatever they hold.
func needKeys(t *testing.T, what string, object any, keys ...string) {
	t.Helper()
	m, ok := object.(map[string]any)
	if !ok {
		t.Fatalf("%s is no object", what)
	}
	for _, k := range keys {
		if _, ok := m[k]; !ok {
			t.Errorf("%s lacks the key %q", what, k)
		}
	}
}

func TestDiffJSON(t *testing.T) {
	for _, args := range [][]string{
		{"diff"}, {"diff", "us-28", "zelensky-20"}, {"diff", "us-28", "zelensky-20", "--all"},
		{"diff", "us-28", "e3-28", "european-24", "geneva-19", "us-ua-20-dec10", "zelensky-20", "--all"},
		append([]string{"diff", "--all"}, lake...),
	} {
		out := output(t, append(args, "--format", "json")...)
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			var loose map[string]any
			if err := json.Unmarshal([]byte(out), &loose); err != nil {
				t.Fatal(err)
			}
			needKeys(t, "the comparison", loose, "schema", "versions", "rows", "sources", "summary")
			row := loose["rows"].([]any)[0]
			needKeys(t, "a row", row, "topic", "field", "kind", "delta", "cells")
			for i, c := range row.(map[string]any)["cells"].([]any) {
				needKeys(t, "a cell", c, "version", "state", "text", "value", "unit", "point", "claims")
				if i > 0 {
					needKeys(t, "a later cell", c, "kind")
				}
			}
			needKeys(t, "a source", loose["sources"].([]any)[0], "id", "publisher", "title", "published", "url", "file")

			var d diffJSON
			strict(t, out, &d)
			checkDiff(t, &d)
		})
	}
}

func checkDiff(t *testing.T, d *diffJSON) {
	t.Helper()
	if d.Schema != "plandiff.diff/1" {
		t.Errorf("schema %q", d.Schema)
	}
	cards := map[string]bool{}
	for _, s := range d.Sources {
		if cards[s.ID] {
			t.Errorf("the source %s is listed twice", s.ID)
		}
		cards[s.ID] = true
	}
	count := map[compare.Kind]int{}
	for _, r := range d.Rows {
		count[r.Kind]++
		if len(r.Cells) != len(d.Versions) {
			t.Errorf("%s: %d cells of %d versions", r.Field, len(r.Cells), len(d.Versions))
		}
		for i, c := range r.Cells {
			if c.Version != *d.Versions[i].ID {
				t.Errorf("%s: cell %d is of %s, the version is %s", r.Field, i, c.Version, *d.Versions[i].ID)
			}
			if (c.Kind == "") != (i == 0) {
				t.Errorf("%s %s: kind %q in column %d", r.Field, c.Version, c.Kind, i)
			}
			checkCell(t, r.Field, c, cards)
		}
	}
	if len(d.Summary) != len(compare.Kinds) {
		t.Errorf("the summary counts %d kinds, want %d", len(d.Summary), len(compare.Kinds))
	}
	for k, n := range count {
		if d.Summary[k] < n {
			t.Errorf("%d rows are %s, the summary says %d", n, k, d.Summary[k])
		}
	}
}

// checkCell: what a text is said to hold, or not to, has a claim whose source
// is among the cards.
func checkCell(t *testing.T, field string, c cellJSON, cards map[string]bool) {
	t.Helper()
	if !slices.Contains(plan.States, c.State) {
		t.Errorf("%s %s: state %q", field, c.Version, c.State)
	}
	switch c.State {
	case plan.Present, plan.Deleted, plan.Bracketed, plan.Severed, plan.Disputed:
		if len(c.Claims) == 0 {
			t.Errorf("%s %s: %s without a claim", field, c.Version, c.State)
		}
	case plan.Omitted:
		if len(c.Claims)+len(c.Witness) == 0 {
			t.Errorf("%s %s: absent without a claim or a witness", field, c.Version)
		}
	}
	for _, cl := range c.Claims {
		if !cards[cl.Source] {
			t.Errorf("%s %s: the source %s has no card", field, c.Version, cl.Source)
		}
		if !slices.Contains(plan.Bases, cl.Basis) || cl.Rank == "" || cl.Text == "" {
			t.Errorf("%s %s: basis %q, rank %q, text %q", field, c.Version, cl.Basis, cl.Rank, cl.Text)
		}
		if words := len(strings.Fields(*cl.Phrase)); words > record.MaxPhrase {
			t.Errorf("%s %s: a phrase of %d words", field, c.Version, words)
		}
	}
	for _, w := range c.Witness {
		if !cards[w] {
			t.Errorf("%s %s: the witness %s has no card", field, c.Version, w)
		}
	}
}

// What the specification promises of the shipped comparison, in JSON.
func TestDiffJSONValues(t *testing.T) {
	var d diffJSON
	strict(t, output(t, "diff", "us-28", "e3-28", "--format", "json"), &d)
	for _, r := range d.Rows {
		if r.Field != "army-size.limit" {
			continue
		}
		if r.Delta == nil || *r.Delta.Absolute != 200000 || fmt.Sprintf("%.1f", *r.Delta.Percent) != "33.3" {
			t.Errorf("the step is %+v, want 200000 and 33.3 %%", r.Delta)
		}
		if a, b := r.Cells[0], r.Cells[1]; a.Value != 600000.0 || b.Value != 800000.0 || *a.Unit != "personnel" || *a.Point != "6" {
			t.Errorf("%v %s at %s, and %v", a.Value, *a.Unit, *a.Point, b.Value)
		}
		return
	}
	t.Error("there is no row for army-size.limit")
}

// Every command writes one JSON object that names its schema with a number,
// and tells of the evidence that is admitted where some is not.
func TestSchemas(t *testing.T) {
	evidence := []string{"--as-of", "2031-03-10"}
	for _, tt := range []struct {
		schema   string
		args     []string
		filtered bool
	}{
		{"plandiff.diff/1", []string{"diff"}, true},
		{"plandiff.versions/1", []string{"versions", "--kind", "all"}, false},
		{"plandiff.show/1", []string{"show", "joint-8"}, true},
		{"plandiff.sources/1", []string{"sources"}, false},
		{"plandiff.check/1", []string{"check"}, false},
		{"plandiff.matrix/1", []string{"matrix"}, true},
		{"plandiff.history/1", []string{"history", "catch"}, true},
		{"plandiff.origin/1", []string{"origin", "final-9"}, true},
		{"plandiff.uptake/1", []string{"uptake", "joint-8", "counter-8", "final-9"}, true},
		{"plandiff.align/1", []string{"align", "joint-8", "final-9"}, true},
		{"plandiff.follow/1", []string{"show", "joint-8", "2", "--follow"}, true},
	} {
		args := append(append(slices.Clone(tt.args), lake...), "--format", "json")
		var head struct {
			Schema   string
			Evidence *evidenceJSON
		}
		if err := json.Unmarshal([]byte(output(t, args...)), &head); err != nil {
			t.Errorf("%v: %v", tt.args, err)
		}
		if head.Schema != tt.schema || head.Evidence != nil {
			t.Errorf("%v: schema %q, evidence %v; want %q and none", tt.args, head.Schema, head.Evidence, tt.schema)
		}
		if !tt.filtered {
			continue
		}
		if err := json.Unmarshal([]byte(output(t, append(args, evidence...)...)), &head); err != nil {
			t.Errorf("%v: %v", tt.args, err)
		}
		if head.Evidence == nil || head.Evidence.AsOf != "2031-03-10" || head.Evidence.Hidden == nil || *head.Evidence.Hidden == 0 {
			t.Errorf("%v with %v: the evidence is %+v, and some claims are hidden", tt.args, evidence, head.Evidence)
		}
	}
}

func TestAlignJSON(t *testing.T) {
	var a struct {
		Schema, From, To string
		Evidence         *evidenceJSON
		Links            []struct {
			From, To     []string
			Relation, By string
			Score        float64
			Why          []string
		}
		Unmatched struct {
			From, To []struct{ Number, Relation string }
		}
		Candidates []struct {
			From string
			To   []struct {
				Number string
				Score  float64
			}
		}
	}
	strict(t, output(t, "align", "us-28", "zelensky-20", "--format", "json"), &a)
	if a.From != "us-28" || a.To != "zelensky-20" {
		t.Errorf("from %q to %q", a.From, a.To)
	}
	seen := 0
	for _, l := range a.Links {
		seen += len(l.From)
		if len(l.From) == 0 || len(l.To) == 0 || len(l.Why) == 0 || l.Relation == "" || l.Score <= 0 || l.Score > 1 || !slices.Contains([]string{"curated", "fields", "wording"}, l.By) {
			t.Errorf("a link %+v", l)
		}
	}
	if seen+len(a.Unmatched.From) != 28 {
		t.Errorf("%d points in links and %d without, of 28", seen, len(a.Unmatched.From))
	}
	if len(a.Candidates) != 28 {
		t.Errorf("candidates of %d points, want all 28", len(a.Candidates))
	}
	for _, c := range a.Candidates {
		if len(c.To) > 5 {
			t.Errorf("%d candidates for point %s", len(c.To), c.From)
		}
	}
}
