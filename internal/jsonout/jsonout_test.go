package jsonout_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/intake"
	"plandiff/internal/jsonout"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/record"
	"plandiff/internal/redline"
	"plandiff/internal/search"
	"plandiff/internal/table"
	"plandiff/internal/table/tabletest"
)

func lake(t testing.TB, f evidence.Filter) *evidence.View {
	t.Helper()
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		t.Fatal(err)
	}
	return evidence.New(lib, f)
}

// views are the outputs that a tree is enough for.
var views = []string{"diff", "show", "history", "origin", "uptake", "matrix", "align", "follow", "versions", "sources"}

// written is the JSON of a tree.
func written(t testing.TB, tree *table.Tree) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jsonout.Write(&b, tree); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func schema(t testing.TB, name string) *jsonschema.Resolved {
	t.Helper()
	text, err := jsonout.Schema(name)
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// keeps holds one output against its schema.
func keeps(t *testing.T, name string, data []byte) {
	t.Helper()
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	if err := schema(t, name).Validate(out); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

// Every output keeps to its schema and names it, whatever the records.
func TestOutputsKeepToTheirSchemas(t *testing.T) {
	schemas := map[string]*jsonschema.Resolved{}
	for _, name := range views {
		schemas[name] = schema(t, name)
	}
	admitted := []*evidence.View{lake(t, evidence.Filter{}), lake(t, evidence.Filter{AsOf: "2031-04-12", Sources: []string{"courier-joint", "courier-quay"}, Bases: []plan.Basis{plan.BasisText, plan.BasisReported}})}
	for seed := range int64(20) {
		lib := plantest.Random(seed)
		lib.Overview = []string{"v0", "v1", "v2"}
		admitted = append(admitted, evidence.New(lib, evidence.Filter{}))
	}
	seen := map[string]bool{}
	for _, v := range admitted {
		for _, d := range tabletest.Everything(t, v) {
			data := written(t, d.Tree)
			var out map[string]any
			if err := json.Unmarshal(data, &out); err != nil {
				t.Fatalf("%s: %v", d.Name, err)
			}
			name, _ := out["schema"].(string)
			if !strings.HasPrefix(name, "plandiff."+d.View+"/") {
				t.Errorf("%s: the schema is %q", d.Name, name)
			}
			if err := schemas[d.View].Validate(out); err != nil {
				t.Errorf("%s: %v", d.Name, err)
			}
			if !bytes.HasSuffix(data, []byte("}\n")) {
				t.Errorf("%s does not end in a line break", d.Name)
			}
			if (out["evidence"] != nil) != (d.Evidence != nil) {
				t.Errorf("%s: evidence %v", d.Name, out["evidence"])
			}
			seen[d.View] = true
		}
	}
	for _, name := range views {
		if !seen[name] {
			t.Errorf("no view of %s was written", name)
		}
	}
}

func diffOf(t testing.TB, v *evidence.View, opt table.Options, ids ...string) jsonout.DiffOutput {
	t.Helper()
	c, err := compare.Compare(v, ids)
	if err != nil {
		t.Fatal(err)
	}
	var out jsonout.DiffOutput
	if err := json.Unmarshal(written(t, table.FromComparison(c, opt)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func rowOf(t testing.TB, d jsonout.DiffOutput, field string) jsonout.Row {
	t.Helper()
	for _, r := range d.Rows {
		if r.Field == field {
			return r
		}
	}
	t.Fatalf("no row %s", field)
	return jsonout.Row{}
}

// Values as programs need them: numbers as numbers, lists as lists, null where
// there is no single value.
func TestValues(t *testing.T) {
	d := diffOf(t, lake(t, evidence.Filter{}), table.Options{}, "joint-8", "quay-text")
	for _, tt := range []struct{ why, field, want string }{
		{"a number", "catch.limit", `400`},
		{"words", "catch.scope", `"all year"`},
		{"a day", "season.opens", `"2032-04-01"`},
		{"a list", "accord.parties", `["Aldmark","Borrin"]`},
		{"several contents", "paper.name", `null`},
		{"nought is a number", "fund.share", `0`},
	} {
		got, _ := json.Marshal(rowOf(t, d, tt.field).Cells[0].Value)
		if string(got) != tt.want {
			t.Errorf("%s: %s, want %s", tt.why, got, tt.want)
		}
	}
	for field, want := range map[string]string{
		"paper.points": `"about 7 points"`, // no number: programs would take it for an exact one
		"catch.limit":  `null`,             // disputed
		"patrols.who":  `null`,             // changed, not how
	} {
		if got, _ := json.Marshal(rowOf(t, d, field).Cells[1].Value); string(got) != want {
			t.Errorf("%s of quay-text: %s, want %s", field, got, want)
		}
	}
}

func TestDeltas(t *testing.T) {
	d := diffOf(t, lake(t, evidence.Filter{}), table.Options{}, "joint-8", "counter-8", "final-9")
	for _, tt := range []struct{ why, field, row, cell string }{
		{"one step of all versions is the row's", "catch.limit", `{"absolute":200,"percent":50}`, `{"absolute":200,"percent":50}`},
		{"two steps are not", "catch.share", `null`, `{"absolute":10,"percent":20}`},
		{"of nothing there is no share", "fund.share", `{"absolute":20,"percent":null}`, `{"absolute":20,"percent":null}`},
		{"words have none", "catch.scope", `null`, `null`},
	} {
		r := rowOf(t, d, tt.field)
		row, _ := json.Marshal(r.Delta)
		cell, _ := json.Marshal(r.Cells[1].Delta)
		if string(row) != tt.row || string(cell) != tt.cell {
			t.Errorf("%s: row %s, cell %s, want %s and %s", tt.why, row, cell, tt.row, tt.cell)
		}
	}
	for i, s := range d.Summary {
		sum := 0.0
		for _, k := range compare.Kinds {
			sum += s[string(k)].(float64)
		}
		if int(sum) != len(d.Rows) || s["from"] != "joint-8" || s["to"] != d.Versions[i+1].ID {
			t.Errorf("the summary of %v has %v of %d rows", s["to"], sum, len(d.Rows))
		}
	}
}

// What is unselected is not written, and a row keeps its number.
func TestAsideIsLeftOut(t *testing.T) {
	removed := func(k compare.Kind) bool { return k == compare.Removed }
	d := diffOf(t, lake(t, evidence.Filter{}), table.Options{Keep: removed, Unselected: true}, "joint-8", "counter-8")
	var numbers []int
	for _, r := range d.Rows {
		numbers = append(numbers, r.Number)
	}
	if !slices.Equal(numbers, []int{9, 17, 18}) {
		t.Errorf("rows %v, want 9, 17 and 18", numbers)
	}
}

// Every claim stands once beside what it is about, with its source listed;
// what the text of the view cites has its number.
func TestClaimsAndSources(t *testing.T) {
	v := lake(t, evidence.Filter{})
	s, err := compare.Read(v, "joint-8")
	if err != nil {
		t.Fatal(err)
	}
	var show jsonout.ShowOutput
	if err := json.Unmarshal(written(t, table.FromRecord(s)), &show); err != nil {
		t.Fatal(err)
	}
	claims := 0
	for _, r := range show.Rows {
		for _, c := range r.Cells[0].Claims {
			claims++
			if !slices.ContainsFunc(show.Sources, func(s jsonout.Source) bool { return s.ID == c.Source }) {
				t.Errorf("%s: %s is not among the sources", r.Field, c.Source)
			}
		}
	}
	if claims != show.Version.Claims {
		t.Errorf("%d claims beside the rows, the record has %d", claims, show.Version.Claims)
	}
	d := diffOf(t, v, table.Options{}, "joint-8", "quay-text")
	c := rowOf(t, d, "catch.limit").Cells[1]
	if c.Detail != "changed; how is disputed" || c.State != "disputed" || len(c.Claims) != 6 {
		t.Errorf("a dispute: %q, %s, %d claims", c.Detail, c.State, len(c.Claims))
	}
	for _, x := range c.Claims {
		if (x.Source == "weekly-quay") != x.Hedged || !x.Decides {
			t.Errorf("the claim of %s: %+v", x.Source, x)
		}
	}
	if x := rowOf(t, d, "catch.share").Cells[1].Claims[1]; x.Polarity != "denies" || x.By != "the Borrin delegation" {
		t.Errorf("a denial: %+v", x)
	}
	weak := d.Sources[slices.IndexFunc(d.Sources, func(s jsonout.Source) bool { return s.ID == "gazette-joint" })]
	if weak.Reliability != "low" || weak.Number == 0 || weak.PublicBy != "2031-03-31" {
		t.Errorf("a weak source: %+v", weak)
	}
}

// Terms that came, went or are passed over.
func TestTermsInData(t *testing.T) {
	for seed := range int64(200) {
		lib := plantest.Random(seed)
		d := diffOf(t, evidence.New(lib, evidence.Filter{}), table.Options{}, "v0", "v1")
		for _, r := range d.Rows {
			c := r.Cells[1]
			if c.Terms != (c.Kind == "changed" && len(c.Lost)+len(c.Gained) > 0) {
				t.Errorf("seed %d, %s: %s, terms %v, lost %q, gained %q", seed, r.Field, c.Kind, c.Terms, c.Lost, c.Gained)
			}
			for _, s := range c.Unreported {
				if s.Term == "" || s.Version != "v0" && s.Version != "v1" {
					t.Errorf("seed %d, %s: unreported %+v", seed, r.Field, s)
				}
			}
		}
	}
}

func TestEvidenceIsTold(t *testing.T) {
	d := diffOf(t, lake(t, evidence.Filter{AsOf: "2031-04-12", Bases: []plan.Basis{plan.BasisText}}), table.Options{}, "joint-8", "quay-text")
	if e := d.Evidence; e == nil || e.AsOf != "2031-04-12" || !slices.Equal(e.Bases, []plan.Basis{"text"}) || e.Hidden == 0 {
		t.Errorf("evidence %+v", d.Evidence)
	}
}

// Two documents have the same shape with numbers as they are printed.
func TestAlignTexts(t *testing.T) {
	var docs []*intake.Document
	for _, text := range []string{"1. The parties share the lake:\n\n(a) boats stay ashore at night;\n\n(b) nets are counted by the harbour office.\n\n2. Fish are free.\n", "1. Fish are free.\n\n2. The parties share the lake:\n\n(a) boats stay ashore at night;\n\n(b) nets are counted by the old harbour office.\n\n3. Kites may fly.\n"} {
		d, err := intake.Read("draft.txt", []byte(text), intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	from, to := redline.Texts(docs[0]), redline.Texts(docs[1])
	data := written(t, table.FromMatching(docs, from, to, align.Match(from, to, nil)))
	keeps(t, "align", data)
	var out jsonout.AlignOutput
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	c, err := redline.Compare(docs)
	if err != nil {
		t.Fatal(err)
	}
	keeps(t, "diff", written(t, table.FromRedline(c, table.RedlineOptions{})))
	if out.Schema != "plandiff.align/1" || len(out.Links) != 2 || out.Links[0].From[0] != "1" || out.Links[0].To[0] != "2" || len(out.Unmatched.To) != 1 || out.Unmatched.To[0].Number != "3" || len(out.Candidates) != 2 || len(out.Links[0].Inner) != 2 || out.Links[0].Inner[0].To[0] != "2.a" {
		t.Errorf("%+v", out)
	}
}

func TestSearch(t *testing.T) {
	v := lake(t, evidence.Filter{})
	r := v.Record("quay-text")
	topic, field := v.Field("catch.limit")
	c := &plan.Claim{State: plan.Present, Value: plantest.Tonnes(500), Source: "courier-quay", Phrase: "five hundred"}
	hits := []search.Hit{{Score: 0.98765, Record: r, Topic: topic, Field: field, Claim: c}, {Record: r}, {Source: v.Source("borrin-note")}}
	var b bytes.Buffer
	if err := jsonout.Write(&b, table.FromHits(v, "limit", hits, len(hits))); err != nil {
		t.Fatal(err)
	}
	keeps(t, "search", b.Bytes())
	var out jsonout.SearchOutput
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	want := []jsonout.Hit{
		{Score: 0.987, Version: "quay-text", Topic: "catch", Field: "catch.limit", Text: "500 tonnes", Phrase: "five hundred", Source: "courier-quay"},
		{Version: "quay-text", Text: "Text worked out on the quay"},
		{Source: "borrin-note", Text: "Borrin Ministry of Waters, 10 Feb 2031"},
	}
	if out.Words != "limit" || !slices.Equal(out.Hits, want) {
		t.Errorf("%+v", out)
	}
}

func TestCheck(t *testing.T) {
	for _, tt := range []struct {
		why  string
		out  jsonout.CheckOutput
		want string
	}{
		{"all is well", jsonout.CheckOutput{Records: 2}, `"ok": true`},
		{"no list is null", jsonout.CheckOutput{}, `"problems": []`},
		{"a problem", jsonout.CheckOutput{Problems: []jsonout.Problem{{File: "a.yaml", Line: 3, Message: "<bad>"}}}, `"ok": false`},
		{"text is not escaped for pages", jsonout.CheckOutput{Problems: []jsonout.Problem{{Message: "<bad> & worse"}}}, `"<bad> & worse"`},
	} {
		var b bytes.Buffer
		if err := jsonout.Check(&b, tt.out); err != nil || !strings.Contains(b.String(), tt.want) {
			t.Errorf("%s: %s %v", tt.why, b.String(), err)
		}
	}
}

func TestSchemas(t *testing.T) {
	for _, name := range jsonout.SchemaNames() {
		text, err := jsonout.Schema(name)
		if name != "record" {
			schema(t, name)
		}
		if err != nil || !json.Valid(text) || !bytes.HasSuffix(text, []byte("\n")) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := jsonout.Schema("nothing"); err == nil || !strings.Contains(err.Error(), `"nothing"`) {
		t.Errorf("a name that is not known: %v", err)
	}
	if err := jsonout.Write(io.Discard, &table.Tree{View: "ask"}); err == nil || !strings.Contains(err.Error(), `"ask"`) {
		t.Errorf("a view that needs more than its tree: %v", err)
	}
}
