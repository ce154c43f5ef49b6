package mcp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/google/jsonschema-go/jsonschema"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"plandiff/internal/evidence"
	"plandiff/internal/prose"
)

// tool is one thing that an assistant can ask for.
type tool struct {
	name, title, about string
	arguments
	run func(arguments json.RawMessage) (string, error)
}

// define makes a tool of a function of its arguments, which sees the library on
// the evidence that they admit. In has a field for every property of the schema.
func define[In interface{ admitted() evidenceArgs }](s *server, name, title, about string, takes arguments, run func(*evidence.View, In) (*reply, error)) tool {
	return tool{name, title, about, takes, func(given json.RawMessage) (string, error) {
		var in In
		if err := takes.decode(given, &in); err != nil {
			return "", err
		}
		e := in.admitted()
		f, err := s.names.Filter(s.lib, e.OnlySources, e.Basis, e.AsOf)
		if err != nil {
			return "", err
		}
		r, err := run(evidence.New(s.lib, f), in)
		if err != nil {
			return "", err
		}
		return r.text()
	}}
}

func (t tool) describe() *sdk.Tool {
	no := false
	return &sdk.Tool{Name: t.name, Title: t.title, Description: t.about, InputSchema: t.schema,
		Annotations: &sdk.ToolAnnotations{Title: t.title, ReadOnlyHint: true, IdempotentHint: true, DestructiveHint: &no, OpenWorldHint: &no}}
}

// handle carries out one call. Whatever goes wrong is a tool error, which the
// assistant can read and act on.
func (t tool) handle(_ context.Context, req *sdk.CallToolRequest) (out *sdk.CallToolResult, _ error) {
	defer func() {
		if fault := recover(); fault != nil {
			out = failed(fmt.Errorf("internal error: %s\n%s", prose.Clean(fmt.Sprint(fault)), debug.Stack()))
		}
	}()
	text, err := t.run(req.Params.Arguments)
	if err != nil {
		return failed(err), nil
	}
	return &sdk.CallToolResult{Content: []sdk.Content{&sdk.TextContent{Text: text}}}, nil
}

func failed(err error) *sdk.CallToolResult {
	return &sdk.CallToolResult{IsError: true, Content: []sdk.Content{&sdk.TextContent{Text: err.Error()}}}
}

// decode reads arguments, and says of the first that does not fit what is
// wanted in its place.
func (a arguments) decode(raw json.RawMessage, into any) error {
	schema, given := a.schema, map[string]any{}
	if len(raw) > 0 {
		if err := json.Unmarshal(raw, &given); err != nil {
			return errors.New("reading the arguments: give an object with the arguments by name")
		}
	}
	for _, name := range schema.Required {
		if v, ok := given[name]; !ok || v == nil || v == "" {
			return fmt.Errorf("the argument %q is missing: %s", name, schema.Properties[name].Description)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		want := schema.Properties[name]
		if want == nil {
			return fmt.Errorf("there is no argument %q; there is: %s", short(name), strings.Join(schema.PropertyOrder, ", "))
		}
		if given[name] == nil {
			continue
		}
		if err := fits(given[name], want, a.named[name]); err != nil {
			return fmt.Errorf("the argument %q: %w", name, err)
		}
	}
	if len(raw) == 0 {
		return nil
	}
	return json.Unmarshal(raw, into)
}

// fits holds a value against the parts of a schema that the tools use. What may
// be a name is looked up later, by who knows the names.
func fits(v any, want *jsonschema.Schema, named bool) error {
	text, isText := v.(string)
	number, isNumber := v.(float64)
	items, isList := v.([]any)
	switch {
	case isText && want.Type == "string":
		if n := utf8.RuneCountInString(text); want.MaxLength != nil && n > *want.MaxLength {
			return fmt.Errorf("at most %d characters, %d given", *want.MaxLength, n)
		}
		if want.Enum != nil && !named && !slices.Contains(want.Enum, v) {
			return fmt.Errorf("%q is not known; there is: %s", short(text), join(want.Enum))
		}
	case isNumber && want.Type == "integer" && number == float64(int(number)):
		if want.Minimum != nil && number < *want.Minimum || want.Maximum != nil && number > *want.Maximum {
			return fmt.Errorf("give a number from %v to %v", *want.Minimum, *want.Maximum)
		}
	case isList && want.Type == "array":
		if want.MaxItems != nil && len(items) > *want.MaxItems || want.MinItems != nil && len(items) < *want.MinItems {
			return fmt.Errorf("%d given; %s", len(items), want.Description)
		}
		for _, item := range items {
			if err := fits(item, want.Items, named); err != nil {
				return err
			}
		}
	default:
		return wanted(v, want)
	}
	return nil
}

func wanted(v any, want *jsonschema.Schema) error {
	words := map[string]string{"string": "a text", "integer": "a whole number", "array": "a list"}
	given := "an object"
	switch v.(type) {
	case nil:
		given = "nothing"
	case string:
		given = "a text"
	case float64:
		given = "a number"
	case bool:
		given = "true or false"
	case []any:
		given = "a list"
	}
	return fmt.Errorf("%s is due, %s given", words[want.Type], given)
}

// short is a caller's word, clean and not too long to repeat.
func short(s string) string {
	const most = 80
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return prose.Clean(s)
}

func join(values []any) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = fmt.Sprint(v)
	}
	return strings.Join(out, ", ")
}
