package mcp

import (
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// property is one argument.
type property struct {
	name   string
	schema *jsonschema.Schema
	needed bool
}

// object describes the arguments of a tool, with the evidence filters that
// every tool has.
func object(properties ...property) *jsonschema.Schema {
	out := &jsonschema.Schema{Type: "object", Properties: map[string]*jsonschema.Schema{}, AdditionalProperties: &jsonschema.Schema{Not: &jsonschema.Schema{}}}
	for _, p := range append(properties, filters()...) {
		out.Properties[p.name] = p.schema
		out.PropertyOrder = append(out.PropertyOrder, p.name)
		if p.needed {
			out.Required = append(out.Required, p.name)
		}
	}
	return out
}

func (p property) require() property {
	p.needed = true
	return p
}

// mostName is the most that a name, an id or a short phrase may have, mostText
// a question; in characters.
const (
	mostName = 120
	mostText = 1000
)

func text(name, about string, most int) property {
	return property{name: name, schema: &jsonschema.Schema{Type: "string", Description: about, MaxLength: &most}}
}

func whole(name, about string, least, most int) property {
	low, high := float64(least), float64(most)
	return property{name: name, schema: &jsonschema.Schema{Type: "integer", Description: about, Minimum: &low, Maximum: &high}}
}

func list(p property, about string, least, most int) property {
	item := *p.schema
	item.Description = ""
	out := &jsonschema.Schema{Type: "array", Description: about, Items: &item, MaxItems: &most}
	if least > 0 {
		out.MinItems = &least
	}
	return property{name: p.name, schema: out}
}

// closed is a text that is one of a set.
func closed[T ~string](name, about string, values []T) property {
	p := text(name, about, mostName)
	p.schema.Enum = anyOf(values)
	return p
}

// named is one of a set of ids, or a name that people use for one.
func named(name, about string, ids []string) property {
	p := text(name, about, mostName)
	const most = 200 // of a large workspace, ids are not listed
	if len(ids) > 0 && len(ids) <= most {
		p.schema.AnyOf = []*jsonschema.Schema{{Enum: anyOf(ids)}, {Description: "or a name"}}
	}
	return p
}

func anyOf[T ~string](values []T) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

func filters() []property {
	return []property{
		list(text("only_sources", "", mostName), "admit only these sources, by id; \"seeds\" are the founding documents", 1, 50),
		list(closed("basis", "", plan.Bases), "admit only claims with these bases", 1, len(plan.Bases)),
		text("as_of", "admit only what was public by this day, YYYY-MM-DD", len("2006-01-02")),
	}
}

func (s *server) version(about string) property {
	return named("version", about, s.ids(plan.Draft, plan.Position, plan.Event))
}

func (s *server) versions(about string, least, most int) property {
	return list(named("versions", "", s.ids(plan.Draft)), about, least, most)
}

func (s *server) topics() property {
	return list(named("topics", "", s.topicIDs()), "only these topics, or fields by id such as "+s.someField(), 1, 20)
}

func kinds() property {
	return list(closed("kinds", "", append(slices.Clone(compare.Kinds), allKinds)), "only differences of these kinds; without it, all but same, reworded and unknown", 1, len(compare.Kinds))
}

func skip() property {
	return whole("skip", "how many to pass over, for what was left out", 0, 100000)
}

func (s *server) ids(kinds ...plan.RecordKind) []string {
	var out []string
	for _, k := range kinds {
		for _, r := range s.lib.OfKind(k) {
			out = append(out, r.ID)
		}
	}
	return out
}

func (s *server) topicIDs() []string {
	out := make([]string, len(s.lib.Topics))
	for i, t := range s.lib.Topics {
		out[i] = t.ID
	}
	return out
}

// someField is a field to show what the id of one looks like: the one that most
// drafts speak of.
func (s *server) someField() string {
	counts, best := map[string]int{}, ""
	for _, r := range s.lib.Drafts() {
		for _, fc := range r.Fields {
			if _, f := s.lib.Field(fc.Field); f == nil || !f.Kind.Numeric() {
				continue
			}
			if counts[fc.Field] += len(fc.Claims); counts[fc.Field] > counts[best] {
				best = fc.Field
			}
		}
	}
	return best
}
