package record

import (
	"go.yaml.in/yaml/v4"

	"plandiff/internal/prose"
)

// readWords reads plans/words.yaml: what people call things in questions, apart
// from the records, which hold facts alone. Each entry adds names to a version,
// topic, field or disagreement that stands elsewhere.
func (l *loader) readWords(f file) {
	r, n := l.parse(f)
	if n == nil {
		return
	}
	r.mapping(n, "the words", keys{
		"versions": r.words(func(id string) *[]string {
			if v := r.records[id]; v != nil {
				return &v.Described
			}
			return nil
		}),
		"topics": r.words(func(id string) *[]string {
			if at, ok := r.topicAt[id]; ok {
				return &r.topics[at].Synonyms
			}
			return nil
		}),
		"fields": r.words(func(id string) *[]string {
			if f := r.field(id); f != nil {
				return &f.Synonyms
			}
			return nil
		}),
		"disagreements": r.words(func(id string) *[]string {
			for i := range r.disagreements {
				if r.disagreements[i].ID == id {
					return &r.disagreements[i].Synonyms
				}
			}
			return nil
		}),
		"aliases": func(n *yaml.Node) { r.items(n, r.readAlias) },
	})
}

// words reads the entries of one kind.
func (r *reader) words(find func(id string) *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		r.items(n, func(n *yaml.Node) {
			var id string
			var names []string
			r.mapping(n, "an entry", keys{"of": r.into(&id), "names": r.intoList(&names)}, "of", "names")
			into := find(id)
			if into == nil {
				r.bad(n, "it names an ID of another file", "nothing has the ID %q", prose.Clean(id))
				return
			}
			*into = append(*into, names...)
		})
	}
}

// readAlias reads names that mean the same in a question.
func (r *reader) readAlias(n *yaml.Node) {
	group := r.list(n)
	if len(group) < 2 {
		r.bad(n, "for example [the river, the stream]", "an alias joins two names at least")
	}
	r.aliases = append(r.aliases, group)
}
