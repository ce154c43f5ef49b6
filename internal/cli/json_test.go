package cli

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"plandiff/internal/jsonout"
)

// documented are command lines with the schema of what they write.
var documented = []struct {
	schema string
	args   []string
}{
	{"diff", []string{"diff", "--all"}},
	{"diff", []string{"diff", "us-28", "zelensky-20", "--basis", "text"}},
	{"diff", append([]string{"diff", "--all"}, lake...)},
	{"show", []string{"show", "geneva-19"}},
	{"history", []string{"history", "army-size"}},
	{"history", append([]string{"history", "catch"}, lake...)},
	{"origin", []string{"origin", "zelensky-20"}},
	{"uptake", []string{"uptake", "us-28", "e3-28", "zelensky-20", "--all"}},
	{"matrix", []string{"matrix"}},
	{"matrix", []string{"matrix", "--fields", "--as-of", "2025-11-24"}},
	{"align", []string{"align", "us-28", "zelensky-20"}},
	{"search", []string{"search", "army"}},
	{"follow", []string{"show", "us-28", "21", "--follow"}},
	{"versions", []string{"versions", "--kind", "all"}},
	{"sources", []string{"sources"}},
	{"ask", []string{"ask", "army limit"}},
	{"search", []string{"search", "frozen assets"}},
	{"check", append([]string{"check"}, lake...)},
}

// What is written is what the schema says: a key that is missing or new is a
// change of the schema, and raises its number.
func TestOutputsMatchSchemas(t *testing.T) {
	for _, tt := range documented {
		name := strings.Join(tt.args, " ")
		text, err := jsonout.Schema(tt.schema)
		if err != nil {
			t.Fatal(err)
		}
		var schema jsonschema.Schema
		if err := json.Unmarshal(text, &schema); err != nil {
			t.Fatal(err)
		}
		resolved, err := schema.Resolve(nil)
		if err != nil {
			t.Fatalf("%s: %v", tt.schema, err)
		}
		out := output(t, append(tt.args, "--format", "json")...)
		var value any
		if err := json.Unmarshal([]byte(out), &value); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := resolved.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got, _ := value.(map[string]any)["schema"].(string); !strings.HasPrefix(got, "plandiff."+tt.schema+"/") {
			t.Errorf("%s: the output calls itself %q", name, got)
		}
	}
}

// Every schema has a command line above, but for the one of record files.
func TestEverySchemaIsTried(t *testing.T) {
	tried := map[string]bool{"record": true}
	for _, d := range documented {
		tried[d.schema] = true
	}
	for _, name := range jsonout.SchemaNames() {
		if !tried[name] {
			t.Errorf("no output is held against the schema %s", name)
		}
		if out := output(t, "schema", name); !json.Valid([]byte(out)) {
			t.Errorf("the schema %s is no JSON", name)
		}
	}
}

// The counts of a comparison are by pair, and each pair counts every field.
func TestSummaryCountsByPair(t *testing.T) {
	var d struct {
		Rows    []json.RawMessage
		Summary []map[string]any
	}
	if err := json.Unmarshal([]byte(output(t, "diff", "--all", "--format", "json")), &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Summary) != 2 {
		t.Fatalf("%d pairs, want 2", len(d.Summary))
	}
	for _, pair := range d.Summary {
		sum := 0.0
		for key, n := range pair {
			if v, ok := n.(float64); ok && key != "terms" {
				sum += v
			}
		}
		if int(sum) != len(d.Rows) {
			t.Errorf("%v to %v: the kinds add up to %v, and there are %d fields", pair["from"], pair["to"], sum, len(d.Rows))
		}
	}
}

// With --ascii, JSON is ASCII and means the same.
func TestASCIIJSON(t *testing.T) {
	for _, args := range [][]string{append([]string{"diff", "--all"}, lake...), {"ask", "who says 22 points?"}, {"search", "22"}} {
		args = append(args, "--format", "json")
		plain, ascii := output(t, args...), output(t, append(args, "--ascii")...)
		for i := range len(ascii) {
			if ascii[i] >= 0x80 {
				t.Fatalf("plandiff %s: %q is not ASCII", args[0], ascii[i:min(i+10, len(ascii))])
			}
		}
		var a, b any
		if json.Unmarshal([]byte(plain), &a) != nil || json.Unmarshal([]byte(ascii), &b) != nil {
			t.Fatalf("plandiff %s: no JSON", args[0])
		}
		if plain == ascii || !reflect.DeepEqual(a, b) {
			t.Errorf("plandiff %s: with --ascii the values are others, or the text is the same", args[0])
		}
	}
}
