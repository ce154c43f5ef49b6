package record

import (
	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
)

var shaPattern = pattern(`^[0-9a-f]{64}$`)

func (l *loader) readSources(f file) {
	r, n := l.parse(f)
	if n == nil {
		return
	}
	r.mapping(n, "a file of source cards", keys{"sources": func(n *yaml.Node) { r.items(n, r.readSource) }}, "sources")
}

func (r *reader) readSource(n *yaml.Node) {
	s := &plan.Source{Kind: plan.SourceReport, Pos: r.pos(n)}
	reliability := "normal"
	seen := r.mapping(n, "a source card", keys{
		"id": r.slug(&s.ID), "publisher": r.into(&s.Publisher), "title": r.into(&s.Title),
		"url": func(n *yaml.Node) {
			if s.URL = r.text(n); s.URL == "" {
				return
			}
			if plan.WebAddress(s.URL) == "" {
				r.bad(n, "give one that begins with https:// or http://, without a user name or a port", "%q is no web address", s.URL)
			}
		},
		"published": r.date(&s.Published), "public_by": r.date(&s.PublicBy), "date_note": r.into(&s.DateNote),
		"kind":     word(r, &s.Kind, []plan.SourceKind{plan.SourceText, plan.SourceReport, plan.SourceStatement}),
		"language": r.into(&s.Language), "attests": r.into(&s.Attests), "original": r.intoList(&s.Original),
		"unread": r.truth(&s.Unread), "reliability": word(r, &reliability, []string{"low", "normal"}),
		"reliability_note": r.into(&s.ReliabilityNote),
		"file":             r.into(&s.File),
		"sha256": func(n *yaml.Node) {
			if s.SHA256 = r.text(n); s.SHA256 != "" && !shaPattern().MatchString(s.SHA256) {
				r.bad(n, "64 hexadecimal digits, lower case", "this is not a SHA-256")
			}
		},
	}, "id", "attests")
	s.LowReliability = reliability == "low"
	if s.Language == "en" {
		s.Language = ""
	}
	if (s.File == "") != (s.SHA256 == "") {
		r.bad(n, "", "file and sha256 belong together")
	}
	if s.ID == "" {
		return
	}
	if first := r.sources[s.ID]; first != nil {
		r.bad(n, "it is already at "+first.Pos.String(), "duplicate source %s", s.ID)
		return
	}
	r.sources[s.ID] = s
	r.later = append(r.later, func() {
		for _, id := range s.Original {
			r.needSource(seen.at("original"), id)
		}
	})
}

// needSource refuses the ID of a card that is not there.
func (r *reader) needSource(n *yaml.Node, id string) {
	if id != "" && r.sources[id] == nil {
		r.bad(n, near(r, id, r.sources), "no card has the ID %q", id)
	}
}
