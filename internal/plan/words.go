package plan

import "slices"

// Words are what people call things in questions, apart from the names that a
// library holds. Only those who read questions or look up names need them.
type Words struct {
	Versions, Topics, Fields, Disagreements []Called
	Aliases                                 [][]string // as in a library
}

// Called gives names to what has an ID.
type Called struct {
	ID    string
	Names []string
}

// With is the library with the words joined to its own names. The library itself
// stays as it is.
func (l *Library) With(w *Words) *Library {
	out := *l
	out.Aliases = joined(l.Aliases, w.Aliases)
	topics, fields := byID(w.Topics), byID(w.Fields)
	out.Topics = slices.Clone(l.Topics)
	for i := range out.Topics {
		t := &out.Topics[i]
		t.Synonyms, t.Fields = joined(t.Synonyms, topics[t.ID]), slices.Clone(t.Fields)
		for j := range t.Fields {
			t.Fields[j].Synonyms = joined(t.Fields[j].Synonyms, fields[t.Fields[j].ID])
		}
	}
	versions := byID(w.Versions)
	out.Records = slices.Clone(l.Records)
	for i, r := range out.Records {
		if names := versions[r.ID]; names != nil {
			named := *r
			named.Described = joined(r.Described, names)
			out.Records[i] = &named
		}
	}
	disagreements := byID(w.Disagreements)
	out.Disagreements = slices.Clone(l.Disagreements)
	for i := range out.Disagreements {
		d := &out.Disagreements[i]
		d.Synonyms = joined(d.Synonyms, disagreements[d.ID])
	}
	return &out
}

func byID(list []Called) map[string][]string {
	out := make(map[string][]string, len(list))
	for _, c := range list {
		out[c.ID] = joined(out[c.ID], c.Names)
	}
	return out
}

// joined copies nothing where one of the lists is empty: most are.
func joined[T any](a, b []T) []T {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	return slices.Concat(a, b)
}
