package record

import (
	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
)

// readAttested reads which sources the record names for what it says of
// itself: attested: {by: gazette, date: [gazette, herald]}. Cards are read
// before records, so that they can be looked up at once.
func (r *recordReader) readAttested(n *yaml.Node, said found) {
	sources := map[string][]string{}
	handlers := keys{}
	for _, key := range plan.AttestedKeys {
		handlers[key] = func(n *yaml.Node) {
			r.each(n, func(n *yaml.Node) {
				id := r.text(n)
				if id == "" {
					return
				}
				r.needSource(n, id)
				sources[key] = append(sources[key], id)
			})
		}
	}
	seen := r.mapping(n, "attested", handlers)
	for _, key := range plan.AttestedKeys {
		if seen.at(key) != nil && said.at(key) == nil {
			r.bad(seen.at(key), "remove it", "the record does not say %q", key)
		}
		if ids := sources[key]; ids != nil {
			r.Attested = append(r.Attested, plan.Attestation{Key: key, Sources: ids})
		}
	}
}
