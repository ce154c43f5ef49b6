package mcp_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestListTools(t *testing.T) {
	s := serve(t)
	list, err := s.ListTools(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		schema, err := json.Marshal(tool.InputSchema)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{`"only_sources"`, `"as_of"`, `"transcript"`, `"additionalProperties":`} {
			if !strings.Contains(string(schema), want) {
				t.Errorf("the schema of %s has no %s", tool.Name, want)
			}
		}
		for name, p := range tool.InputSchema.(map[string]any)["properties"].(map[string]any) {
			checkPlain(t, tool.Name+" "+name, p)
		}
		if !tool.Annotations.ReadOnlyHint || *tool.Annotations.OpenWorldHint {
			t.Errorf("%s does not say that it only reads, and only the records", tool.Name)
		}
		choices := map[string][]string{"show": {`"geneva-19"`, "army-size,"}, "diff": {`"e3-28"`, "territory,", `"severed"`}, "history": {"sanctions,"}, "versions": {`"position"`}}
		for _, want := range choices[tool.Name] {
			if !strings.Contains(string(schema), want) {
				t.Errorf("the schema of %s does not offer %s", tool.Name, want)
			}
		}
	}
	slices.Sort(names)
	if diff := cmp.Diff([]string{"diff", "find", "history", "search", "show", "sources", "versions"}, names); diff != "" {
		t.Errorf("tools (-want +got)\n%s", diff)
	}
	if !strings.Contains(s.InitializeResult().Instructions, "A silence is no absence") {
		t.Error("the instructions do not say that a silence is no absence")
	}
}

// checkPlain: an argument has one type and no alternatives. Clients that go by
// OpenAPI refuse a server with others whole.
func checkPlain(t *testing.T, what string, schema any) {
	t.Helper()
	known := []string{"type", "description", "enum", "items", "maxLength", "minItems", "maxItems", "minimum", "maximum"}
	p := schema.(map[string]any)
	if _, ok := p["type"].(string); !ok {
		t.Errorf("%s has the type %v, want one", what, p["type"])
	}
	for key := range p {
		if !slices.Contains(known, key) {
			t.Errorf("%s has %q in its schema", what, key)
		}
	}
	if p["items"] != nil {
		checkPlain(t, what+" items", p["items"])
	}
}

// typical are calls as an assistant makes them. What is wanted stands on the
// first page of the result; in a history, which has the latest draft last, on
// any page.
var typical = []struct {
	tool string
	args args
	want []string
}{
	{"versions", nil, []string{"us-28", "2025-11-20", "24 of 28 points"}},
	{"versions", args{"kind": "position"}, []string{"russia-position"}},
	{"find", args{"question": "army limit in the european counterproposal"}, []string{"army-size.limit", "e3-28", "plandiff show e3-28"}},
	{"show", args{"version": "us-28", "point": 21}, []string{"territory-crimea.status", "de facto", "point 21"}},
	{"show", args{"version": "geneva-19", "topic": "army-size.limit"}, []string{"disputed", "Kyslytsya", "https://"}},
	{"diff", args{"versions": []string{"us-28", "e3-28"}, "topics": []string{"army-size"}}, []string{"600,000", "800,000", "+33.3 %", "in peacetime", "https://"}},
	{"history", args{"field": "army-size.limit"}, []string{"85,000", "600,000", "800,000", "not_reported", "https://"}},
	{"sources", nil, []string{"rferl-2025-11-26"}},
	{"sources", args{"id": "rferl-2025-11-26"}, []string{"RFE/RL", "e3-28", "left_out"}},
	{"search", args{"words": "frozen assets"}, []string{"frozen-assets.", "https://"}},
}

func TestTypicalCalls(t *testing.T) {
	const most = 6 << 10
	s := serve(t)
	for _, c := range typical {
		what := fmt.Sprint(c.tool, c.args)
		pages := s.pages(what, c.tool, c.args)
		if c.tool != "history" {
			pages = pages[:1]
		}
		var text strings.Builder
		for _, got := range pages {
			text.WriteString(got.text)
			if n := wire(t, got.text); n >= most {
				t.Errorf("%s: %d bytes, want less than %d", what, n, most)
			}
			checkSources(t, what, got)
		}
		for _, want := range c.want {
			if !strings.Contains(text.String(), want) {
				t.Errorf("%s: there is no %q in %s", what, want, text.String())
			}
		}
	}
}

// pages asks for a result to its end: each page says how the next is asked for.
func (s *served) pages(what, tool string, in args) []answer {
	s.t.Helper()
	var out []answer
	for skip := 0; len(out) <= 200; {
		a := args{"skip": skip}
		for k, v := range in {
			a[k] = v
		}
		if skip == 0 {
			delete(a, "skip")
		}
		got := s.ask(tool, a)
		out = append(out, got)
		skip += len(got.Rows)
		if got.LeftOut == nil || got.LeftOut.Rows == 0 {
			return out
		}
		if want := fmt.Sprintf("call again with skip %d", skip); !strings.Contains(got.LeftOut.Ask, want) {
			s.t.Fatalf("%s leaves out %d rows and says %q, want %q", what, got.LeftOut.Rows, got.LeftOut.Ask, want)
		}
	}
	s.t.Fatalf("%s has no end", what)
	return nil
}

// checkSources: every source that a row cites is told, with its address, or
// the file of a founding document.
func checkSources(t *testing.T, what string, a answer) {
	t.Helper()
	at := map[string]bool{}
	for _, src := range a.Sources {
		at[src.ID] = src.URL != "" || src.File != ""
	}
	for _, r := range a.Rows {
		for _, id := range cited(r) {
			if told, ok := at[id]; !ok {
				t.Errorf("%s cites %s and does not tell it", what, id)
			} else if !told && !strings.Contains(a.text, id) {
				t.Errorf("%s gives no address of %s", what, id)
			}
		}
	}
}

// Pages of a long result are short, say what they leave out, and come to the
// whole: every row once.
func TestPages(t *testing.T) {
	const most = 20000
	s := serve(t)
	for _, c := range []struct {
		tool string
		args args
		rows int // at least
	}{
		{"diff", args{"versions": []string{"us-28", "geneva-19", "e3-28"}}, 40},
		{"diff", args{"versions": []string{"us-28", "geneva-19", "e3-28"}, "kinds": []string{"all"}}, 100},
		{"show", args{"version": "us-28"}, 60},
		{"history", args{"field": "territory"}, 50},
		{"versions", args{"kind": "all"}, 80},
		{"search", args{"words": "Ukraine"}, 20},
		{"sources", args{"version": "e3-28"}, 20},
		{"sources", args{"id": "rferl-2025-11-26"}, 80},
	} {
		what := fmt.Sprint(c.tool, c.args)
		seen, rows := map[string]int{}, 0
		for i, got := range s.pages(what, c.tool, c.args) {
			if n := wire(t, got.text); n >= most {
				t.Errorf("%s, page %d: %d bytes, want less than %d", what, i+1, n, most)
			}
			checkSources(t, what, got)
			for _, r := range got.Rows {
				rows++
				seen[identity(r)]++
			}
		}
		if rows < c.rows {
			t.Errorf("%s: %d rows in all, want at least %d", what, rows, c.rows)
		}
		for id, n := range seen {
			if n > 1 && (c.tool == "diff" || c.tool == "show" || c.tool == "versions") {
				t.Errorf("%s tells %s %d times", what, id, n)
			}
		}
	}
}

// identity is what a row is about.
func identity(r map[string]any) string {
	return fmt.Sprint(r["id"], r["field"], r["version"], r["date"])
}

// A filter changes what is known: what is hidden is not absent.
func TestFilters(t *testing.T) {
	s := serve(t)
	for _, c := range []struct {
		why  string
		tool string
		args args
		want []string
		not  []string
	}{
		{"the founding documents say nothing of the European NATO clause", "show", args{"version": "e3-28", "topic": "nato-membership.status", "only_sources": []string{"seeds"}},
			[]string{"not_reported", "claims hidden"}, []string{`"omitted"`, `"deleted"`}},
		{"a draft that was not public has no values", "history", args{"field": "army-size.limit", "as_of": "2025-11-20"},
			[]string{"as of 20 Nov 2025"}, []string{`"version":"e3-28"`, "800,000"}},
		{"by basis", "show", args{"version": "geneva-19", "topic": "army-size.limit", "basis": []string{"said"}},
			[]string{"only the basis", "Kyslytsya"}, []string{`"basis":"unnamed"`}},
		{"a search sees what is admitted", "search", args{"words": "army", "only_sources": []string{"rferl-2025-11-26"}},
			[]string{"rferl-2025-11-26"}, []string{"globalnews"}},
		{"the call that answers a question has the filter of the question", "find", args{"question": "army limit in the E3 draft", "only_sources": []string{"seeds"}},
			[]string{`"only_sources":["seeds"]`, "--only-sources seeds"}, nil},
		{"and the day that the question names", "find", args{"question": "what was known of the army limit on 24 November?"},
			[]string{`"as_of":"2025-11-24"`, "--as-of 2025-11-24"}, nil},
		{"a name is resolved, and the result says to what", "show", args{"version": "European plan", "topic": "army-size.limit"},
			[]string{"is taken as e3-28", "may also mean"}, nil},
	} {
		got := s.ask(c.tool, c.args)
		for _, want := range c.want {
			if !strings.Contains(got.text, want) {
				t.Errorf("%s: there is no %q in %s", c.why, want, got.text)
			}
		}
		for _, not := range c.not {
			if strings.Contains(got.text, not) {
				t.Errorf("%s: there is %q in %s", c.why, not, got.text)
			}
		}
	}
}
