package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// source names the best source of a finding with its words and its day, and
// how many more there are.
func (s *Session) source(f *Finding, room int) string {
	var claims []*plan.Claim
	for _, k := range f.Contents {
		claims = append(claims, k.Claims...)
	}
	if f.Only != nil {
		claims = f.Only
	}
	c := compare.BestClaim(claims)
	if c == nil {
		return ""
	}
	var cards []string
	for _, k := range claims {
		if !slices.Contains(cards, k.Source) {
			cards = append(cards, k.Source)
		}
	}
	src := s.seen.Source(c.Source)
	name := c.Source
	if src != nil {
		if src.Publisher != "" {
			name = src.Publisher
		}
		if day := src.Public(); day != "" {
			name += ", " + wording.Date(day)
		}
	}
	more := ""
	if len(cards) > 1 {
		more = fmt.Sprintf(", and %d more", len(cards)-1)
	}
	full := name + more
	if c.By != "" && !strings.Contains(f.Record.Title, c.By) {
		full = c.By + ", " + full
	}
	if c.Phrase != "" {
		if with := "“" + c.Phrase + "”, " + full; len(with) <= room {
			return with
		}
	}
	if len(full) <= room {
		return full
	}
	if len(name)+len(more) <= room {
		return name + more
	}
	return ""
}
