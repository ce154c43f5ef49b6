package record

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// reader walks the YAML nodes of one file.
type reader struct {
	*loader
	file string
}

func (r *reader) pos(n *yaml.Node) plan.Pos {
	return plan.Pos{File: r.file, Line: n.Line, Column: n.Column}
}

func (r *reader) bad(n *yaml.Node, hint, format string, args ...any) {
	r.add(r.pos(n), hint, format, args...)
}

// keys names what a mapping may hold and what to do with each.
type keys map[string]func(*yaml.Node)

// found are the keys that a mapping has, in the order of the file. They are few:
// those that it may have.
type found []foundKey

type foundKey struct {
	name string
	node *yaml.Node
}

// at is the node of a key; nil where the mapping has none of the name.
func (f found) at(name string) *yaml.Node {
	for _, k := range f {
		if k.name == name {
			return k.node
		}
	}
	return nil
}

// mapping calls the handler of each key in the order of the file. Unknown,
// doubled and empty keys are problems. It returns the keys that are known.
func (r *reader) mapping(n *yaml.Node, what string, handlers keys, required ...string) found {
	if n.Kind != yaml.MappingNode {
		r.bad(n, "", "%s is a mapping of keys and values here, not %s", what, kindName(n))
		return nil
	}
	seen := make(found, 0, min(len(n.Content)/2, len(handlers)))
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		name := prose.Clean(k.Value)
		handle, known := handlers[name]
		if !known {
			r.bad(k, r.suggest(name, sortedKeys(handlers)), "%s has no key %q", what, name)
			continue
		}
		if first := seen.at(name); first != nil {
			r.bad(k, fmt.Sprintf("it is already at line %d", first.Line), "duplicate key %q", name)
			continue
		}
		seen = append(seen, foundKey{name, k})
		if v.Kind == yaml.ScalarNode && (v.Value == "" || v.ShortTag() == "!!null") {
			r.bad(v, "give it a value or remove the key", "the key %q is empty", name)
			continue
		}
		handle(v)
	}
	for _, name := range required {
		if seen.at(name) == nil {
			r.bad(n, "", "%s needs the key %q", what, name)
		}
	}
	return seen
}

// suggest words the nearest of the names that are allowed.
func (r *reader) suggest(name string, allowed []string) string {
	if len(r.problems) >= maxProblems {
		return "" // it will not be told
	}
	if near := prose.Nearest(name, allowed); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(allowed) > 0 && len(allowed) <= 16 {
		return "allowed: " + strings.Join(allowed, ", ")
	}
	return ""
}

// near words the nearest of the IDs that there are.
func near[V any](r *reader, id string, ids map[string]V) string {
	if len(r.problems) >= maxProblems {
		return "" // putting them in order takes time, and it will not be told
	}
	return r.suggest(id, sortedKeys(ids))
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	}
	return "a single value"
}

// text reads a scalar, cleaned. What it gives is empty only where it has
// noted a problem.
func (r *reader) text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		r.bad(n, "", "a single value belongs here, not %s", kindName(n))
		return ""
	}
	if n.Value == "" {
		r.bad(n, "give it a value or remove it", "the value is empty")
		return ""
	}
	if len(n.Value) > maxString {
		r.bad(n, "shorten it", "the value has more than %d KiB", maxString>>10)
		return ""
	}
	s := prose.Clean(n.Value)
	if s == "" {
		r.bad(n, "", "nothing of the value is left without its control characters")
	}
	return s
}

func (r *reader) into(s *string) func(*yaml.Node) {
	return func(n *yaml.Node) { *s = r.text(n) }
}

// list reads a list of scalars; a single scalar is a list of one.
func (r *reader) list(n *yaml.Node) []string {
	var out []string
	r.each(n, func(c *yaml.Node) { out = append(out, r.text(c)) })
	return out
}

// each calls a function for every item of a list, or for a single value.
func (r *reader) each(n *yaml.Node, do func(*yaml.Node)) {
	if n.Kind == yaml.ScalarNode {
		do(n)
		return
	}
	r.items(n, do)
}

func (r *reader) intoList(s *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) { *s = r.list(n) }
}

// items calls each for every item of a list.
func (r *reader) items(n *yaml.Node, each func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.bad(n, "", "a list belongs here, not %s", kindName(n))
		return
	}
	for _, c := range n.Content {
		each(c)
	}
}

func (r *reader) truth(b *bool) func(*yaml.Node) {
	return func(n *yaml.Node) {
		switch s := r.text(n); s {
		case "":
		case "true":
			*b = true
		case "false":
			*b = false
		default:
			r.bad(n, "", "true or false belongs here, not %q", s)
		}
	}
}

// whole reads a number from 1 up, in plain digits.
func (r *reader) whole(i *int, most int) func(*yaml.Node) {
	return func(n *yaml.Node) {
		s := r.text(n)
		if s == "" {
			return
		}
		v, err := strconv.Atoi(s)
		if err != nil || v < 1 || v > most || s != strconv.Itoa(v) {
			r.bad(n, "in plain digits, without leading zeros", "a whole number from 1 to %d belongs here, not %q", most, s)
			return
		}
		*i = v
	}
}

func (r *reader) date(d *plan.Date) func(*yaml.Node) {
	return func(n *yaml.Node) {
		s := r.text(n)
		if s == "" {
			return
		}
		v, err := plan.ParseDate(s)
		if err != nil {
			r.bad(n, "", "%s", err)
			return
		}
		*d = v
	}
}

// word reads one of a closed set of words.
func word[T ~string](r *reader, into *T, allowed []T) func(*yaml.Node) {
	return func(n *yaml.Node) {
		s := T(r.text(n))
		if s == "" {
			return
		}
		if !slices.Contains(allowed, s) {
			names := make([]string, len(allowed))
			for i, a := range allowed {
				names[i] = string(a)
			}
			r.bad(n, r.suggest(string(s), names), "%q is not allowed here", s)
			return
		}
		*into = s
	}
}

var slugPattern = pattern(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// slug reads an ID: lower-case letters, digits and single hyphens.
func (r *reader) slug(s *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		v := r.text(n)
		if v == "" {
			return
		}
		if !slugPattern().MatchString(v) {
			r.bad(n, "lower-case letters, digits and single hyphens", "%q is no ID", v)
			return
		}
		*s = v
	}
}

// IsID reports whether a record, a card or a claim can be called so.
func IsID(s string) bool {
	return slugPattern().MatchString(s) && s != vocabularyName && s != disagreementsName
}
