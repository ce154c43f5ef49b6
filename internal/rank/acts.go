package rank

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// doing is who does what in some words, a party before its verb or noun, by the stem of that:
// "if Russia attacks", "a Russian attack".
func (s *Ranker) doing(words []search.Word) map[string]string {
	out := map[string]string{}
	for i := range words {
		if group, n, ok := s.Index.Alias(words[i:]); ok && i+n < len(words) && !words[i+n].Common() && s.names.Party(group) {
			out[words[i+n].Stem] = group
		}
		if i > 0 && words[i].Text == "for" { // "who speaks for the union"
			next := min(i+1, len(words)-1)
			if words[next].Text == "the" {
				next = min(next+1, len(words)-1)
			}
			if group, _, ok := s.Index.Alias(words[next:]); ok && s.names.Party(group) {
				out[words[i-1].Stem+" for"] = group
			}
		}
	}
	return out
}

// reversed are the fields in whose titles another does to somebody what a question says that
// that one does, or somebody does it for another.
func (s *Ranker) reversed(a *Asked) []bool {
	m := a.Match
	out := make([]bool, len(s.acts))
	for act, by := range s.doing(search.Words(a.Text)) {
		for f := range s.acts {
			other := s.acts[f][act]
			out[f] = out[f] || strings.HasSuffix(act, " for") && other != "" && other != by
		}
	}
	for i := range m.Terms[:max(0, len(m.Terms)-1)] {
		t, verb := m.Terms[i], m.Terms[i+1].Words[0]
		by := s.doing(append(slices.Clone(t.Words), verb))[verb.Stem]
		for f := range s.acts {
			other := s.acts[f][verb.Stem]
			out[f] = out[f] || t.End()+1 == verb.Start && other != "" && other != by && slices.Contains(s.groups[f], by)
		}
	}
	return out
}

// undone adds the fields that tell of a draft, where a question asks what the draft does, "does the
// plan accept ...", and a field of its text has more of it, and more than half.
func (s *Ranker) undone(a *Asked, fields []Vector, out []bool) []bool {
	const half = 0.5
	var most float32
	for _, v := range fields {
		most = max(most, v[Text]*v[Field])
	}
	for f, v := range fields {
		out[f] = out[f] || a.deed && most > half && v[Field] < most && s.Index.Fields[f].Topic.About == plan.AboutDocument
	}
	return out
}
