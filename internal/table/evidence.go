package table

import (
	"strings"

	"plandiff/internal/plan"
)

// EvidenceLine words where in a source a claim stands and how the source
// comes to say it: "paragraph 29 · reported · “would cap it at 600,000”".
func EvidenceLine(u Use) string {
	if u.Witness {
		return "text read whole, without this"
	}
	c := u.Claim
	var parts []string
	if where := Where(c); where != "" {
		parts = append(parts, where)
	}
	parts = append(parts, basisWords[c.Basis])
	if c.By != "" {
		parts = append(parts, c.By)
	}
	if c.Hedged {
		parts = append(parts, "not sure")
	}
	if c.Phrase != "" {
		parts = append(parts, "“"+c.Phrase+"”")
	}
	return strings.Join(parts, " · ")
}

// Where is the place of a claim in its source: as the claim says, or the
// point that the source reproduces or tells of.
func Where(c *plan.Claim) string {
	if c.At != "" {
		return c.At
	}
	if p := c.Place(); p != "" {
		return "point " + p
	}
	return ""
}

// PublishedText is a source's date as far as it is known.
func PublishedText(s *plan.Source) string {
	switch {
	case s.Published != "":
		return DateText(s.Published)
	case s.PublicBy != "":
		return "no date shown, public by " + DateText(s.PublicBy)
	}
	return "no date known"
}
