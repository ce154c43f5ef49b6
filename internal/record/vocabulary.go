package record

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
)

var fieldPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$`)

func (l *loader) readVocabulary(root Root) {
	if _, err := fs.Stat(root.FS, vocabularyFile); errors.Is(err, fs.ErrNotExist) {
		return
	}
	f, ok := l.open(root, vocabularyFile)
	if !ok {
		return
	}
	r, n := l.parse(f)
	if n == nil {
		return
	}
	versions := func(into *[]string) func(*yaml.Node) {
		return func(n *yaml.Node) {
			*into = r.list(n)
			r.later = append(r.later, func() {
				for _, id := range *into {
					r.needRecord(n, id)
				}
			})
		}
	}
	r.mapping(n, "the vocabulary", keys{
		"topics": func(n *yaml.Node) { r.items(n, r.readTopic) },
		"aliases": func(n *yaml.Node) {
			r.items(n, func(n *yaml.Node) {
				group := r.list(n)
				if len(group) < 2 {
					r.bad(n, "for example [the river, the stream]", "an alias joins two names at least")
				}
				r.aliases = append(r.aliases, group)
			})
		},
		"compare": versions(&r.compare), "overview": versions(&r.overview),
	}, "topics")
}

func (r *reader) readTopic(n *yaml.Node) {
	t := plan.Topic{About: plan.AboutText}
	var fields *yaml.Node
	seen := r.mapping(n, "a topic", keys{
		"id": r.slug(&t.ID), "title": r.into(&t.Title), "synonyms": r.intoList(&t.Synonyms),
		"about":  word(r, &t.About, []plan.About{plan.AboutText, plan.AboutDocument, plan.AboutTalks, plan.AboutStance}),
		"fields": func(n *yaml.Node) { fields = n },
	}, "id")
	at := slices.IndexFunc(r.topics, func(o plan.Topic) bool { return o.ID == t.ID })
	if at < 0 {
		if seen["title"] == nil {
			r.bad(n, "", "a topic lacks the key %q", "title")
		}
		at = len(r.topics)
		r.topics = append(r.topics, t)
	} else {
		r.topics[at].Synonyms = append(r.topics[at].Synonyms, t.Synonyms...)
	}
	if fields != nil {
		r.items(fields, func(n *yaml.Node) { r.readField(n, at) })
	}
}

func (r *reader) readField(n *yaml.Node, topic int) {
	var f plan.Field
	seen := r.mapping(n, "a field", keys{
		"id": func(n *yaml.Node) {
			if f.ID = r.text(n); f.ID != "" && !fieldPattern.MatchString(f.ID) {
				r.bad(n, "prefix.name, lower-case letters, digits and single hyphens", "%q is no field ID", f.ID)
			}
		},
		"title": r.into(&f.Title), "kind": word(r, &f.Kind, plan.FieldKinds), "unit": r.into(&f.Unit),
		"choices": r.intoList(&f.Choices), "synonyms": r.intoList(&f.Synonyms), "note": r.into(&f.Note), "many": r.truth(&f.Many),
	}, "id", "title", "kind")
	if f.ID == "" {
		return
	}
	if first := r.fields[f.ID]; first != nil {
		r.bad(n, "one ID has one meaning; it stands at "+first.pos.String(), "the field %s stands twice", f.ID)
		return
	}
	switch f.Kind {
	case "": // a problem already
	case plan.Quantity, plan.Duration, plan.Count, plan.Money:
		if f.Unit == "" {
			r.bad(n, `for example "unit: personnel"`, "the field %s lacks its unit", f.ID)
		}
	case plan.Percent:
		if f.Unit != "" {
			r.bad(seen["unit"], "take it out", "a percentage has no unit of its own")
		}
		f.Unit = "%"
	default:
		if f.Unit != "" {
			r.bad(seen["unit"], "take it out", "a field of kind %s has no unit", f.Kind)
		}
	}
	if f.Kind != "" && (f.Kind == plan.Choice) != (len(f.Choices) > 0) {
		r.bad(n, "", "choices belong to the kind choice, and to no other")
	}
	r.fields[f.ID] = &fieldEntry{topic: topic, index: len(r.topics[topic].Fields), pos: r.pos(n)}
	r.prefixes[plan.Prefix(f.ID)] = true
	r.topics[topic].Fields = append(r.topics[topic].Fields, f)
}

// nearField words a hint for a field ID that is not in the vocabulary.
func (r *reader) nearField(id string) string {
	if hint := r.suggest(id, sortedKeys(r.fields)); hint != "" {
		return hint
	}
	return "field IDs stand in " + vocabularyFile
}
