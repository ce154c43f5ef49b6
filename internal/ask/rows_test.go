package ask

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/wording"
)

// row is one question with what its answer must hold.
type row struct {
	Q, Batch         string
	After            many
	Has, Not         []string
	Versions, Fields []string
	Sources          []string
	Status           many
	Seeds            bool
}

// many is one string or a list of them.
type many []string

func (m *many) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*m = many{n.Value}
		return nil
	}
	return n.Decode((*[]string)(m))
}

// rows are all labelled questions, batch by batch.
func rows(t testing.TB) []row {
	t.Helper()
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	var out []row
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var part []row
		if err := yaml.Unmarshal(data, &part); err != nil {
			t.Fatal(name, err)
		}
		for i := range part {
			part[i].Batch = strings.TrimSuffix(filepath.Base(name), ".yaml")
		}
		out = append(out, part...)
	}
	return out
}

// founding admits the founding documents alone.
func founding(lib *plan.Library) evidence.Filter {
	var ev evidence.Filter
	for _, s := range lib.Sources {
		if s.Founding() {
			ev.Sources = append(ev.Sources, s.ID)
		}
	}
	return ev
}

// holds reports whether a text has any of the alternatives "a|b".
func holds(text, alternatives string) bool {
	return slices.ContainsFunc(strings.Split(alternatives, "|"), func(s string) bool {
		return strings.Contains(text, strings.ToLower(strings.TrimSpace(s)))
	})
}

// positive are the cells that a row's labels point at: of its versions, fields
// and sources, those that hold most of the strings.
func (r row) positive(cells []rank.Cell) []int {
	var out []int
	most := 0
	if len(r.Has) == 0 && r.Fields == nil {
		return nil
	}
	for i, c := range cells {
		if r.Versions != nil && !slices.Contains(r.Versions, c.Record.ID) || r.Fields != nil && !slices.Contains(r.Fields, c.Field.Field.ID) {
			continue
		}
		if c.Claims == nil && r.Fields == nil {
			continue
		}
		text, cited := strings.ToLower(c.Field.Field.Title), r.Sources == nil
		for _, k := range c.Claims {
			text += "\n" + strings.ToLower(wording.Claim(k.Claim)+"\n"+k.Claim.Phrase+"\n"+k.Claim.By+"\n"+k.Claim.Note+"\n"+string(k.Claim.Date))
			cited = cited || slices.Contains(r.Sources, k.Claim.Source)
		}
		n := 0
		for _, h := range r.Has {
			if holds(text, h) {
				n++
			}
		}
		if !cited || n == 0 && r.Fields == nil {
			continue
		}
		if n > most {
			most, out = n, nil
		}
		if n == most {
			out = append(out, i)
		}
	}
	return out
}
