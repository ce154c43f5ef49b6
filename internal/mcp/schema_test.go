package mcp

import (
	"reflect"
	"slices"
	"testing"

	"plandiff/internal/plan"
)

// Every argument that a schema offers is read, and no other.
func TestSchemasAreRead(t *testing.T) {
	s := &server{lib: &plan.Library{}}
	read := map[string]any{"versions": versionsArgs{}, "find": findArgs{}, "show": showArgs{}, "diff": diffArgs{}, "history": historyArgs{}, "sources": sourcesArgs{}, "search": searchArgs{}}
	for _, tool := range s.tools() {
		var names []string
		for _, f := range reflect.VisibleFields(reflect.TypeOf(read[tool.name])) {
			if !f.Anonymous {
				names = append(names, f.Tag.Get("json"))
			}
		}
		offered := slices.Clone(tool.schema.PropertyOrder)
		slices.Sort(names)
		slices.Sort(offered)
		if !slices.Equal(names, offered) {
			t.Errorf("%s offers %q and reads %q", tool.name, offered, names)
		}
	}
}
