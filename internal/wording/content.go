package wording

import (
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Content words one content of a reading: its value with its terms, or its state.
func Content(k compare.Content) string {
	return Lead(k) + Body(k) + Tail(k)
}

// Body is the value and the terms of a content, or what its state says; the
// words that two versions are compared in.
func Body(k compare.Content) string {
	switch {
	case k.State == plan.Deleted || k.State == plan.Omitted && !denied(k):
		return struck(k)
	case k.State == plan.Severed:
		return "moved to " + k.To
	}
	text := valueAndTerms(k)
	switch {
	case text != "":
		return text
	case k.State == plan.Bracketed:
		return NotAgreed
	case told(k.Claims) != "":
		return told(k.Claims)
	}
	return NoContent
}

// Lead is what stands before the body: how sure the sources are, a denial, an
// opening bracket, who proposes it.
func Lead(k compare.Content) string {
	lead := ""
	if hedged(k.Claims) {
		lead = "possibly "
	}
	if denied(k) {
		return lead + "denied: "
	}
	if k.State == plan.Bracketed {
		lead += "[ "
		if k.Proponent != "" {
			lead += k.Proponent + ": "
		}
	}
	return lead
}

// Tail is what stands behind the body: a bracket, or how little is known.
func Tail(k compare.Content) string {
	switch {
	case k.State == plan.Bracketed:
		return " ]"
	case k.State != plan.Present || denied(k) || valueAndTerms(k) == "":
		return ""
	case told(k.Claims) != "":
		return " (" + told(k.Claims) + ")"
	case k.Outline():
		return " (in outline)"
	}
	return ""
}

func valueAndTerms(k compare.Content) string {
	parts := []string{k.Value.String()}
	for _, t := range k.Terms {
		parts = append(parts, t.Text)
	}
	return prose.Listed(", ", parts...)
}

func denied(k compare.Content) bool {
	return len(k.Claims) > 0 && k.Claims[0].Denies && valueAndTerms(k) != ""
}

// hedged: every source of a content is unsure.
func hedged(claims []*plan.Claim) bool {
	return len(claims) > 0 && !slices.ContainsFunc(claims, func(c *plan.Claim) bool { return !c.Hedged })
}

// struck is "deleted: limit removed; strict limit dropped".
func struck(k compare.Content) string {
	var words []string
	for _, c := range k.Claims {
		if w := c.Value.Text; k.State == plan.Deleted && w != "" && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	if words == nil {
		return StateWord(k.State)
	}
	return StateWord(k.State) + ": " + strings.Join(words, "; ")
}

// told is what a source says of a clause in comparison with another version.
func told(claims []*plan.Claim) string {
	for _, c := range claims {
		if c.ChangedFrom != "" {
			return "changed from " + c.ChangedFrom + ", no details"
		}
		if c.KeptFrom != "" {
			return "kept as in " + c.KeptFrom
		}
	}
	return ""
}

// Reading words a whole reading on one line.
func Reading(r compare.Reading) string {
	text := prose.Join(r.Contents, " / ", Content)
	switch {
	case r.State == plan.Disputed:
		return "disputed: " + text
	case len(r.Contents) > 0:
		return text
	}
	return StateWord(r.State)
}

// Claim words what one claim says by itself.
func Claim(c *plan.Claim) string { return Content(compare.ContentOf(c)) }

// Evidence words where in a source a claim stands and how the source comes to
// say it: "paragraph 29 · reported · “would cap it at 600,000”".
func Evidence(c *plan.Claim) string {
	sure, phrase := "", ""
	if c.Hedged {
		sure = "not sure"
	}
	if c.Phrase != "" {
		phrase = Quoted(c.Phrase)
	}
	return prose.Listed(" · ", Where(c), Basis(c.Basis), c.By, sure, phrase)
}

// Quoted puts words of a source in quotation marks.
func Quoted(phrase string) string { return "“" + phrase + "”" }

// Where is the place of a claim in its source: as the claim says, or the
// point that the source reproduces or tells of.
func Where(c *plan.Claim) string {
	if c.At != "" {
		return c.At
	}
	return PointText(c.Place())
}
