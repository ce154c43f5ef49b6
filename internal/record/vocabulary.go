package record

import (
	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

var fieldPattern = pattern(`^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$`)

func (l *loader) readVocabulary(f file) {
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
	fields := newFieldReader(r)
	r.mapping(n, "the vocabulary", keys{
		"topics":  func(n *yaml.Node) { r.items(n, fields.readTopic) },
		"aliases": func(n *yaml.Node) { r.items(n, r.alias(&r.aliases)) },
		"compare": versions(&r.compare), "overview": versions(&r.overview),
	}, "topics")
}

// fieldReader is where the fields are read, one after the other, so that what
// each key does is set up once.
type fieldReader struct {
	*reader
	now   plan.Field
	terms *yaml.Node
	keys  keys
}

func newFieldReader(r *reader) *fieldReader {
	x := &fieldReader{reader: r}
	f := &x.now
	x.keys = keys{
		"id": func(n *yaml.Node) {
			if f.ID = r.text(n); f.ID != "" && !fieldPattern().MatchString(f.ID) {
				r.bad(n, "prefix.name, lower-case letters, digits and single hyphens", "%q is no field ID", f.ID)
			}
		},
		"title": r.into(&f.Title), "kind": word(r, &f.Kind, plan.FieldKinds), "unit": r.into(&f.Unit),
		"choices": r.intoList(&f.Choices), "terms": func(n *yaml.Node) { x.terms = n },
		"synonyms": r.intoList(&f.Synonyms), "note": r.into(&f.Note), "many": r.truth(&f.Many), "own": r.truth(&f.Own),
	}
	return x
}

func (r *fieldReader) readTopic(n *yaml.Node) {
	t := plan.Topic{About: plan.AboutText}
	var fields *yaml.Node
	seen := r.mapping(n, "a topic", keys{
		"id": r.slug(&t.ID), "title": r.into(&t.Title), "synonyms": r.intoList(&t.Synonyms),
		"about":  word(r.reader, &t.About, []plan.About{plan.AboutText, plan.AboutDocument, plan.AboutTalks, plan.AboutStance}),
		"fields": func(n *yaml.Node) { fields = n },
	}, "id")
	at, known := r.topicAt[t.ID]
	if !known {
		if seen.at("title") == nil {
			r.bad(n, "", "a topic needs the key %q", "title")
		}
		at = len(r.topics)
		r.topicAt[t.ID] = at
		r.topics = append(r.topics, t)
	} else {
		r.topics[at].Synonyms = append(r.topics[at].Synonyms, t.Synonyms...)
	}
	if fields != nil {
		r.items(fields, func(n *yaml.Node) { r.readField(n, at) })
	}
}

func (r *fieldReader) readField(n *yaml.Node, topic int) {
	r.now, r.terms = plan.Field{}, nil
	seen := r.mapping(n, "a field", r.keys, "id")
	f, terms := r.now, r.terms
	if f.ID == "" {
		return
	}
	if first := r.fields[f.ID]; first != nil {
		if terms != nil && len(seen) == 2 {
			r.readTerms(terms, first)
			return
		}
		r.bad(n, "one ID has one meaning; it is already at "+first.pos.String(), "duplicate field %s", f.ID)
		return
	}
	for _, key := range []string{"title", "kind"} {
		if seen.at(key) == nil {
			r.bad(n, "", "a field needs the key %q", key)
		}
	}
	switch f.Kind {
	case "": // a problem already
	case plan.Quantity, plan.Duration, plan.Count, plan.Money:
		if f.Unit == "" {
			r.bad(n, `for example "unit: personnel"`, "the field %s needs a unit", f.ID)
		}
	case plan.Percent:
		if f.Unit != "" {
			r.bad(seen.at("unit"), "remove it", "a percentage has no unit of its own")
		}
		f.Unit = "%"
	default:
		if f.Unit != "" {
			r.bad(seen.at("unit"), "remove it", "a field of kind %s has no unit", f.Kind)
		}
	}
	if f.Kind != "" && (f.Kind == plan.Choice) != (len(f.Choices) > 0) {
		r.bad(n, "", "choices belong to the kind choice, and to no other")
	}
	entry := &fieldEntry{topic: topic, index: len(r.topics[topic].Fields), pos: r.pos(n)}
	r.fields[f.ID] = entry
	r.prefixes[plan.Prefix(f.ID)] = true
	r.topics[topic].Fields = append(r.topics[topic].Fields, f)
	if terms != nil {
		r.readTerms(terms, entry)
	}
}

// readTerms adds to the terms that claims of a field may carry. A workspace
// adds its own to a field that is there: {id: toll.rate, terms: [on goods]}.
func (r *reader) readTerms(n *yaml.Node, entry *fieldEntry) {
	f := &r.topics[entry.topic].Fields[entry.index]
	if entry.terms == nil {
		entry.terms = map[string]string{}
	}
	r.items(n, func(n *yaml.Node) {
		term := r.text(n)
		key := prose.Fold(term)
		if first, twice := entry.terms[key]; twice {
			r.bad(n, "keep one", "the field %s has the term %q already", f.ID, first)
			return
		}
		if term != "" {
			entry.terms[key] = term
			f.Terms = append(f.Terms, term)
		}
	})
}

// nearField words a hint for a field ID that is not in the vocabulary.
func (r *reader) nearField(id string) string {
	if hint := near(r, id, r.fields); hint != "" {
		return hint
	}
	return "field IDs are those of plans/vocabulary.yaml"
}
