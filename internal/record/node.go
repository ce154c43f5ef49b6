package record

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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

// parse reads the one document of a file; nil if it cannot be walked.
func (l *loader) parse(f file) (*reader, *yaml.Node) {
	r := &reader{loader: l, file: f.label}
	if i, what := notText(f.data); i >= 0 {
		r.add(r.offset(f.data, i), "save the file as UTF-8 text", "the file holds %s", what)
		return nil, nil
	}
	dec := yaml.NewDecoder(bytes.NewReader(f.data))
	var doc, second yaml.Node
	if err := decode(dec, &doc); err != nil {
		if errors.Is(err, io.EOF) {
			r.add(plan.Pos{File: f.label, Line: 1, Column: 1}, "write a record or delete the file", "the file is empty")
		} else {
			r.add(r.errorPos(err), "", "this is not YAML: %s", yamlMessage(err))
		}
		return nil, nil
	}
	if len(doc.Content) != 1 {
		r.add(plan.Pos{File: f.label, Line: 1, Column: 1}, "write a record or delete the file", "the file is empty")
		return nil, nil
	}
	if err := decode(dec, &second); !errors.Is(err, io.EOF) {
		pos := r.pos(&second)
		if err != nil {
			pos = r.errorPos(err)
		}
		r.add(pos, "one file holds one document; take out the line ---", "a second YAML document begins")
		return nil, nil
	}
	if !r.simple(doc.Content[0], 0) {
		return nil, nil
	}
	return r, doc.Content[0]
}

// notText finds the first byte that no text file has, for which the YAML
// library would name no line; -1 if there is none.
func notText(data []byte) (at int, what string) {
	for i := 0; i < len(data); {
		c, n := utf8.DecodeRune(data[i:])
		switch {
		case c == 0:
			return i, "a zero byte"
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f:
			return i, "a control character"
		case c == utf8.RuneError && n == 1:
			return i, "a byte that is not UTF-8"
		}
		i += n
	}
	return -1, ""
}

// decode guards against a parser that gives up by panicking.
func decode(dec *yaml.Decoder, into *yaml.Node) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the parser gave up: %v", p)
		}
	}()
	return dec.Decode(into)
}

const maxDepth = 12

// simple refuses what records do not need and attackers do: aliases, anchors,
// tags of one's own, and deep nesting.
func (r *reader) simple(n *yaml.Node, depth int) bool {
	switch {
	case depth > maxDepth:
		r.bad(n, "records are flatter", "nested more than %d levels deep", maxDepth)
		return false
	case n.Kind == yaml.AliasNode:
		r.bad(n, "write the value out", "the alias *%s is not allowed in records", prose.Clean(n.Value))
		return false
	case n.Anchor != "":
		r.bad(n, "write the value out where it is needed", "the anchor &%s is not allowed in records", prose.Clean(n.Anchor))
		return false
	case n.Style&yaml.TaggedStyle != 0:
		r.bad(n, "take the tag out", "the tag %s is not allowed in records", prose.Clean(n.Tag))
		return false
	}
	for _, c := range n.Content {
		if !r.simple(c, depth+1) {
			return false
		}
	}
	return true
}

var linePattern = regexp.MustCompile(`(?:yaml: )?(?:while [^:]*: )?line (\d+)(?:, column (\d+))?: ?`)

// errorPos finds the place that the YAML library names in its message.
func (r *reader) errorPos(err error) plan.Pos {
	pos := plan.Pos{File: r.file, Line: 1, Column: 1}
	if m := linePattern.FindStringSubmatch(err.Error()); m != nil {
		pos.Line, _ = strconv.Atoi(m[1])
		if m[2] != "" {
			pos.Column, _ = strconv.Atoi(m[2])
		}
	}
	return pos
}

func yamlMessage(err error) string {
	msg := linePattern.ReplaceAllString(err.Error(), "")
	return prose.Clean(strings.TrimPrefix(msg, "yaml: "))
}

func (r *reader) offset(data []byte, at int) plan.Pos {
	before := data[:at]
	return plan.Pos{File: r.file, Line: 1 + bytes.Count(before, []byte("\n")), Column: at - bytes.LastIndexByte(before, '\n')}
}

// keys names what a mapping may hold and what to do with each.
type keys map[string]func(*yaml.Node)

// mapping calls the handler of each key in the order of the file. Unknown,
// doubled and empty keys are problems. It returns the nodes of the keys.
func (r *reader) mapping(n *yaml.Node, what string, handlers keys, required ...string) map[string]*yaml.Node {
	seen := map[string]*yaml.Node{}
	if n.Kind != yaml.MappingNode {
		r.bad(n, "", "%s is a mapping of keys and values here, not %s", what, kindName(n))
		return seen
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		name := prose.Clean(k.Value)
		if first, twice := seen[name]; twice {
			r.bad(k, fmt.Sprintf("it stands at line %d already", first.Line), "the key %q stands twice", name)
			continue
		}
		seen[name] = k
		handle, known := handlers[name]
		if !known {
			r.bad(k, r.suggest(name, sortedKeys(handlers)), "%s has no key %q", what, name)
			continue
		}
		if v.Kind == yaml.ScalarNode && v.Value == "" {
			r.bad(v, "give it a value or take the key out", "the key %q is empty", name)
			continue
		}
		handle(v)
	}
	for _, name := range required {
		if seen[name] == nil {
			r.bad(n, "", "%s lacks the key %q", what, name)
		}
	}
	return seen
}

// suggest words the nearest of the names that are allowed.
func (r *reader) suggest(name string, allowed []string) string {
	if near := prose.Nearest(name, allowed); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(allowed) > 0 && len(allowed) <= 16 {
		return "allowed: " + strings.Join(allowed, ", ")
	}
	return ""
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
		r.bad(n, "give it a value or take it out", "the value is empty")
		return ""
	}
	if len(n.Value) > maxString {
		r.bad(n, "shorten it", "the value has more than %d KiB", maxString>>10)
		return ""
	}
	s := prose.Clean(n.Value)
	if s == "" {
		r.bad(n, "", "nothing of the value is left when control characters are taken out")
	}
	return s
}

func (r *reader) into(s *string) func(*yaml.Node) {
	return func(n *yaml.Node) { *s = r.text(n) }
}

// list reads a list of scalars; a single scalar is a list of one.
func (r *reader) list(n *yaml.Node) []string {
	if n.Kind == yaml.ScalarNode {
		return []string{r.text(n)}
	}
	var out []string
	r.items(n, func(c *yaml.Node) { out = append(out, r.text(c)) })
	return out
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

var slugPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// slug reads an ID: lower-case letters, digits and single hyphens.
func (r *reader) slug(s *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		v := r.text(n)
		if v == "" {
			return
		}
		if !slugPattern.MatchString(v) {
			r.bad(n, "lower-case letters, digits and single hyphens", "%q is no ID", v)
			return
		}
		*s = v
	}
}
