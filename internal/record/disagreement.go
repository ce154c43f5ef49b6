package record

import (
	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// readDisagreements reads the questions on which accounts differ across
// fields and records.
func (l *loader) readDisagreements(f file) {
	r, n := l.parse(f)
	if n == nil {
		return
	}
	r.mapping(n, "the file", keys{
		"disagreements": func(n *yaml.Node) { r.items(n, r.readDisagreement) },
	}, "disagreements")
}

func (r *reader) readDisagreement(n *yaml.Node) {
	var d plan.Disagreement
	var sides *yaml.Node
	seen := r.mapping(n, "a disagreement", keys{
		"id": r.slug(&d.ID), "question": r.into(&d.Question), "synonyms": r.intoList(&d.Synonyms), "note": r.into(&d.Note),
		"sides": func(n *yaml.Node) {
			sides = n
			r.items(n, func(n *yaml.Node) { d.Sides = append(d.Sides, r.list(n)) })
		},
	}, "id", "question", "sides")
	if r.asked[d.ID] && d.ID != "" {
		r.bad(n, "IDs are unique over all files", "duplicate disagreement %s", d.ID)
		return
	}
	r.asked[d.ID] = true
	if sides != nil && len(d.Sides) < 2 {
		r.bad(seen.at("sides"), "list the claims of each side: [[a], [b, c]]", "a disagreement has two sides at least")
	}
	r.disagreements = append(r.disagreements, d)
	if sides == nil {
		return
	}
	r.later = append(r.later, func() {
		for _, side := range sides.Content {
			for _, n := range append(side.Content, side) {
				if _, known := r.claims[n.Value]; n.Value != "" && !known {
					r.bad(n, near(r, n.Value, r.claims), "no claim has the ID %q", prose.Clean(n.Value))
				}
			}
		}
	})
}
