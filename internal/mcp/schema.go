package mcp

import (
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// property is one argument. Its schema has one type and no alternatives: some
// clients refuse a whole server for an "anyOf" beside a type.
type property struct {
	name   string
	schema *jsonschema.Schema
	needed bool
	named  bool // the enum has the ids; a name that people use is read too
}

// arguments are what a tool takes.
type arguments struct {
	schema *jsonschema.Schema
	named  map[string]bool
}

// object describes the arguments of a tool, with the evidence filters that
// every tool has.
func object(properties ...property) arguments {
	out := arguments{&jsonschema.Schema{Type: "object", Properties: map[string]*jsonschema.Schema{}, AdditionalProperties: &jsonschema.Schema{Not: &jsonschema.Schema{}}}, map[string]bool{}}
	for _, p := range append(properties, filters()...) {
		out.schema.Properties[p.name] = p.schema
		out.schema.PropertyOrder = append(out.schema.PropertyOrder, p.name)
		if p.needed {
			out.schema.Required = append(out.schema.Required, p.name)
		}
		out.named[p.name] = p.named
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
	return property{name: p.name, schema: out, named: p.named}
}

// closed is a text that is one of a set.
func closed[T ~string](name, about string, values []T) property {
	p := text(name, about, 0)
	p.schema.MaxLength, p.schema.Enum = nil, listed(values)
	return p
}

// mostListed is how many ids are listed; of a large workspace, none.
const mostListed = 200

// record is the id of a record.
func record(name, about string, ids []string) property {
	p := text(name, about, mostName)
	if len(ids) > 0 && len(ids) <= mostListed {
		p = closed(name, about, ids)
	}
	p.named = true
	return p
}

// topic is a topic, or a field.
func (s *server) topic(name, about string) property {
	if ids := s.topicIDs(); len(ids) > 0 && len(ids) <= mostListed {
		about += "; topics: " + strings.Join(ids, ", ")
	}
	return text(name, about, mostName)
}

func listed[T ~string](values []T) []any {
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

func (s *server) topics() property {
	p := s.topic("topics", "only these topics, or fields by id such as "+s.someField())
	return list(p, p.schema.Description, 1, 20)
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
		out = append(out, plan.IDs(s.lib.OfKind(k))...)
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
