package jsonout_test

import (
	"encoding/json"
	"testing"
	"unicode"

	"github.com/google/jsonschema-go/jsonschema"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/table/tabletest"
)

// Whatever the records say, every output is JSON of its schema. A run takes one
// view, so that there are many, or all of them for 0.
func FuzzOutputs(f *testing.F) {
	for _, s := range []string{"", "400 tonnes", "\"}\n{", "\xff\xfe", "</script>", "\u2028", "\x00\x1b[31m", "\x7f", "\u009b31m", "😀"} {
		f.Add(s, int64(1), uint8(0))
	}
	schemas := map[string]*jsonschema.Resolved{}
	for _, name := range views {
		schemas[name] = schema(f, name)
	}
	f.Fuzz(func(t *testing.T, s string, seed int64, which uint8) {
		lib := plantest.Random(seed)
		lib.Overview = []string{"v0", "v1", "v2"}
		lib.Topics[0].Title, lib.Topics[0].Fields[0].Title, lib.Records[0].Title, lib.Sources[0].Title = s, s, s, s
		for _, fc := range lib.Records[0].Fields {
			for i := range fc.Claims {
				c := &fc.Claims[i]
				c.Phrase, c.By, c.Note = s, s, s
				if c.Value.Text != "" {
					c.Value = plan.Value{Text: s}
				}
			}
		}
		trees := tabletest.Everything(t, evidence.New(lib, evidence.Filter{}))
		if which > 0 {
			trees = trees[int(which)%len(trees):][:1]
		}
		for _, d := range trees {
			data := written(t, d.Tree)
			var out map[string]any
			if err := json.Unmarshal(data, &out); err != nil {
				t.Fatalf("%s: %v", d.Name, err)
			}
			if err := schemas[d.View].Validate(out); err != nil {
				t.Errorf("%s: %v", d.Name, err)
			}
			for _, r := range string(data) {
				if unicode.IsControl(r) && r != '\n' {
					t.Fatalf("%s holds the character %U as it is", d.Name, r)
				}
			}
		}
	})
}
