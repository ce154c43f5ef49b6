package jsonout

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// Envelope is what every output begins with.
type Envelope struct {
	Schema   string    `json:"schema"`
	Evidence *Evidence `json:"evidence,omitzero"`
}

// Evidence is the filter that is on; absent where all is admitted.
type Evidence struct {
	Sources []string     `json:"sources,omitempty"`
	Bases   []plan.Basis `json:"basis,omitempty"`
	AsOf    plan.Date    `json:"as_of,omitempty"`
	Hidden  int          `json:"hidden"` // claims that are not admitted
}

func (e *Envelope) enclose(t *table.Tree) {
	e.Schema = fmt.Sprintf("plandiff.%s/%d", t.View, named(t.View).number)
	if f := t.Evidence; f != nil {
		e.Evidence = &Evidence{f.Sources, f.Bases, f.AsOf, f.Hidden}
	}
}

// enveloped is a pointer to an output.
type enveloped interface{ enclose(*table.Tree) }

// output is what is written of a view, by its name, which is that of the schema
// too.
type output struct {
	name   string
	number int
	shape  reflect.Type
	of     func(*table.Tree) enveloped // nil where a tree is not enough
}

// view is an output that is made of a tree alone.
func view[P enveloped](name string, number int, of func(*table.Tree) P) output {
	return output{name, number, reflect.TypeFor[P]().Elem(), func(t *table.Tree) enveloped { return of(t) }}
}

var outputs = []output{
	view("diff", 2, diff), view("show", 1, show), view("history", 1, history), view("origin", 1, origin), view("uptake", 1, uptake), view("matrix", 2, matrix),
	view("align", 1, alignment), view("follow", 1, follow), view("versions", 1, records), view("sources", 1, cards),
	{"ask", 1, reflect.TypeFor[AskOutput](), nil}, view("search", 1, found), {"check", 1, reflect.TypeFor[CheckOutput](), nil},
}

// named is an output by its name; the zero output where there is none.
func named(name string) output {
	i := slices.IndexFunc(outputs, func(o output) bool { return o.name == name })
	if i < 0 {
		return output{}
	}
	return outputs[i]
}

// Write writes a view of which the tree says all.
func Write(w io.Writer, t *table.Tree) error {
	v := named(t.View)
	if v.of == nil {
		return fmt.Errorf("the view %q is not written from its tree alone", t.View)
	}
	return write(w, t, v.of(t))
}

func write(w io.Writer, t *table.Tree, out enveloped) error {
	out.enclose(t)
	return encode(w, reflect.ValueOf(out).Elem())
}

// recordSchema is that of a record file, for editors; it is written by hand.
//
//go:embed record.schema.json
var recordSchema []byte

// SchemaNames lists the schemas that there are.
func SchemaNames() []string {
	return append(each(outputs, func(o output) string { return o.name }), "record")
}

// Schema is the JSON schema of an output, or of a record file; it fails for a
// name that is not known.
func Schema(name string) ([]byte, error) {
	if name == "record" {
		return recordSchema, nil
	}
	out := named(name)
	if out.shape == nil {
		return nil, fmt.Errorf("there is no schema %q", name)
	}
	s, err := jsonschema.ForType(out.shape, &jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[json.Number](): {Type: "number"},
		reflect.TypeFor[InnerLinks]():  {Type: "array", Items: &jsonschema.Schema{Ref: "#/properties/links/items"}},
	}})
	if err != nil {
		return nil, fmt.Errorf("describing the output of %s: %w", name, err)
	}
	s.Schema, s.Title = "https://json-schema.org/draft/2020-12/schema", "plandiff "+name
	text, err := json.MarshalIndent(s, "", "  ")
	return append(text, '\n'), err
}
