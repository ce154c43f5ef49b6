package record

import (
	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Words reads plans/words.yaml of the roots that a library was loaded from. The
// error is Problems, or what the file system said.
func Words(lib *plan.Library, roots ...Root) (*plan.Words, error) {
	l := newLoader()
	for _, r := range lib.Records {
		l.records[r.ID] = r
	}
	for i, t := range lib.Topics {
		l.topicAt[t.ID] = i
		for _, f := range t.Fields {
			l.fields[f.ID] = &fieldEntry{}
		}
	}
	for _, d := range lib.Disagreements {
		l.asked[d.ID] = true
	}
	l.allWords(roots)
	if err := l.refused(); err != nil {
		return nil, err
	}
	return &l.words, nil
}

func (l *loader) allWords(roots []Root) {
	for _, root := range roots {
		l.eachFile(root, "plans", isWords, l.readWords)
	}
}

// readWords reads what people call things in questions, apart from the records,
// which hold facts alone. Each entry names a version, topic, field or
// disagreement that stands elsewhere.
func (l *loader) readWords(f file) {
	r, n := l.parse(f)
	if n == nil {
		return
	}
	w := &r.words
	r.mapping(n, "the words", keys{
		"versions": called(r, &w.Versions, r.records), "topics": called(r, &w.Topics, r.topicAt),
		"fields": called(r, &w.Fields, r.fields), "disagreements": called(r, &w.Disagreements, r.asked),
		"aliases": func(n *yaml.Node) { r.items(n, r.alias(&w.Aliases)) },
	})
}

// called reads the entries of one kind, which name what is known.
func called[V any](r *reader, into *[]plan.Called, known map[string]V) func(*yaml.Node) {
	return func(n *yaml.Node) {
		r.items(n, func(n *yaml.Node) {
			var c plan.Called
			r.mapping(n, "an entry", keys{"of": r.into(&c.ID), "names": r.intoList(&c.Names)}, "of", "names")
			if _, ok := known[c.ID]; !ok {
				r.bad(n, "it names an ID of another file", "nothing has the ID %q", prose.Clean(c.ID))
				return
			}
			*into = append(*into, c)
		})
	}
}

// alias reads names that mean the same in a question.
func (r *reader) alias(into *[][]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		group := r.list(n)
		if len(group) < 2 {
			r.bad(n, "for example [the river, the stream]", "an alias joins two names at least")
		}
		*into = append(*into, group)
	}
}
