package jsonout

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"
)

// outputs are the shapes of what is written, by the name of the schema.
var outputs = []struct {
	name  string
	shape reflect.Type
}{
	{"diff", reflect.TypeFor[DiffOutput]()}, {"show", reflect.TypeFor[ShowOutput]()}, {"history", reflect.TypeFor[HistoryOutput]()},
	{"origin", reflect.TypeFor[OriginOutput]()}, {"uptake", reflect.TypeFor[UptakeOutput]()}, {"matrix", reflect.TypeFor[MatrixOutput]()},
	{"align", reflect.TypeFor[AlignOutput]()}, {"follow", reflect.TypeFor[FollowOutput]()}, {"versions", reflect.TypeFor[VersionsOutput]()},
	{"sources", reflect.TypeFor[SourcesOutput]()}, {"ask", reflect.TypeFor[AskOutput]()}, {"search", reflect.TypeFor[SearchOutput]()}, {"check", reflect.TypeFor[CheckOutput]()},
}

// recordSchema is that of a record file, for editors; it is written by hand.
//
//go:embed record.schema.json
var recordSchema []byte

// SchemaNames lists the schemas that there are.
func SchemaNames() []string {
	out := make([]string, 0, len(outputs)+1)
	for _, o := range outputs {
		out = append(out, o.name)
	}
	return append(out, "record")
}

// Schema is the JSON schema of an output, or of a record file; it fails for a
// name that is not known.
func Schema(name string) ([]byte, error) {
	if name == "record" {
		return recordSchema, nil
	}
	s, err := schemaOf(name)
	if err != nil {
		return nil, err
	}
	text, err := json.MarshalIndent(s, "", "  ")
	return append(text, '\n'), err
}

func schemaOf(name string) (*jsonschema.Schema, error) {
	for _, o := range outputs {
		if o.name != name {
			continue
		}
		s, err := jsonschema.ForType(o.shape, &jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{
			reflect.TypeFor[json.Number](): {Type: "number"},
			reflect.TypeFor[InnerLinks]():  {Type: "array", Items: &jsonschema.Schema{Ref: "#/properties/links/items"}},
		}})
		if err != nil {
			return nil, fmt.Errorf("describing the output of %s: %w", name, err)
		}
		s.Schema, s.Title = "https://json-schema.org/draft/2020-12/schema", "plandiff "+name
		return s, nil
	}
	return nil, fmt.Errorf("there is no schema %q", name)
}
