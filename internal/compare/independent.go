package compare

import (
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Independent counts the independent sources behind claims. A source that
// repeats a report, at whatever remove, is that report; sources that share
// any report count once, and so do outlets that quote one person.
func Independent(v *evidence.View, claims []*plan.Claim) int {
	parent := map[string]string{}
	var find func(string) string
	find = func(x string) string {
		if p, ok := parent[x]; ok && p != x {
			root := find(p)
			parent[x] = root
			return root
		}
		parent[x] = x
		return x
	}
	for _, c := range claims {
		key := "claim of " + c.Source
		for _, root := range roots(v, c) {
			key += " " + root
		}
		find(key)
		for _, root := range roots(v, c) {
			parent[find(key)] = find(root)
		}
	}
	groups := map[string]bool{}
	for _, c := range claims {
		for _, root := range roots(v, c) {
			groups[find(root)] = true
		}
	}
	return len(groups)
}

// roots are the reports that a claim comes from in the end: along Via if the
// claim names it, else along the originals of its source.
func roots(v *evidence.View, c *plan.Claim) []string {
	var out []string
	visited := map[string]bool{}
	var walk func(id string)
	walk = func(id string) {
		if visited[id] {
			return
		}
		visited[id] = true
		if s := v.Source(id); s != nil && len(s.Original) > 0 {
			for _, o := range s.Original {
				walk(o)
			}
			return
		}
		out = append(out, id)
	}
	if c.Basis == plan.BasisSaid || c.Basis == plan.BasisTranscript {
		out = append(out, "words of "+c.By)
	}
	if len(c.Via) > 0 {
		for _, v := range c.Via {
			walk(v)
		}
		return out
	}
	walk(c.Source)
	return out
}
