package compare

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// Words of the states and kinds, as readers see them; the README explains
// each. Colours and symbols go with them, never instead.
var (
	stateWords = map[plan.State]string{
		plan.Present: "present", plan.Bracketed: "in brackets", plan.Deleted: "deleted", plan.Omitted: "absent",
		plan.Severed: "moved", plan.Disputed: "disputed", plan.Lacuna: "not reported",
	}
	kindWords = map[Kind]string{
		Same: "same", Reworded: "reworded", Changed: "changed", Added: "added",
		Removed: "removed", Open: "open", Severed: "moved elsewhere",
		Disputed: "disputed", Unknown: "unknown",
	}
	basisWords = map[plan.Basis]string{
		plan.BasisText: "text", plan.BasisQuoted: "quoted", plan.BasisSaid: "said", plan.BasisReported: "reported",
		plan.BasisUnnamed: "unnamed officials", plan.BasisTranscript: "leaked transcript", plan.BasisOpinion: "opinion",
	}
)

// StateWords is a state as readers see it.
func StateWords(s plan.State) string { return stateWords[s] }

// KindWords is a kind of difference as readers see it.
func KindWords(k Kind) string { return kindWords[k] }

// BasisWords is a basis as readers see it.
func BasisWords(b plan.Basis) string { return basisWords[b] }

// ContentText words one content of a reading: its value with qualifiers, or
// its state.
func ContentText(k Content) string {
	text := k.Value.String()
	if k.State == plan.Deleted {
		text = ""
	}
	for _, q := range qualifiers(k.Claims) {
		text += ", " + q
	}
	text = strings.TrimPrefix(text, ", ")
	if len(k.Claims) > 0 && k.Claims[0].Denies && text != "" {
		return hedge(k.Claims) + "denied: " + text
	}
	switch k.State {
	case plan.Deleted, plan.Omitted:
		return hedge(k.Claims) + struck(k)
	case plan.Severed:
		return hedge(k.Claims) + "moved to " + k.To
	case plan.Bracketed:
		if text == "" {
			text = "not agreed"
		}
		if k.Proponent != "" {
			text = k.Proponent + ": " + text
		}
		return hedge(k.Claims) + "[ " + text + " ]"
	}
	if told := toldText(k.Claims); told != "" {
		if text == "" {
			return told
		}
		return text + " (" + told + ")"
	}
	if text == "" {
		return "present, content not reported"
	}
	if k.Claims[0].Outline {
		text += " (in outline)"
	}
	return hedge(k.Claims) + text
}

// hedge is "possibly " where every source of a content is unsure.
func hedge(claims []*plan.Claim) string {
	if len(claims) > 0 && !slices.ContainsFunc(claims, func(c *plan.Claim) bool { return !c.Hedged }) {
		return "possibly "
	}
	return ""
}

// struck is "deleted: limit removed; strict limit dropped".
func struck(k Content) string {
	if words := struckWords(k); words != nil {
		return stateWords[k.State] + ": " + strings.Join(words, "; ")
	}
	return stateWords[k.State]
}

// struckWords are the ways in which sources put that a clause was taken out.
func struckWords(k Content) []string {
	var out []string
	for _, c := range k.Claims {
		if w := c.Value.Text; k.State == plan.Deleted && w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func toldText(claims []*plan.Claim) string {
	for _, c := range claims {
		if c.ChangedFrom != "" {
			return "changed from " + c.ChangedFrom + ", how is not reported"
		}
		if c.KeptFrom != "" {
			return "kept as in " + c.KeptFrom
		}
	}
	return ""
}

func qualifiers(claims []*plan.Claim) []string {
	var out []string
	for _, c := range claims {
		for _, q := range c.Qualifiers {
			if !slices.Contains(out, q) {
				out = append(out, q)
			}
		}
	}
	return out
}

// ReadingText words a whole reading on one line.
func ReadingText(r Reading) string {
	parts := make([]string, len(r.Contents))
	for i, k := range r.Contents {
		parts[i] = ContentText(k)
	}
	switch {
	case r.State == plan.Disputed:
		return "disputed: " + strings.Join(parts, " / ")
	case len(parts) > 0:
		return strings.Join(parts, " / ")
	}
	return stateWords[r.State]
}

// DeltaText is "+200,000 (+33.3 %)"; "" for none.
func DeltaText(d *Delta) string {
	if d == nil {
		return ""
	}
	if d.Absolute == 0 {
		return "no change"
	}
	s := signed(d.Absolute)
	if d.Unit == "%" {
		s += " percentage points"
	}
	if d.HasPercent {
		s += fmt.Sprintf(" (%+.1f %%)", d.Percent)
	}
	return s
}

func signed(n float64) string {
	if n > 0 {
		return "+" + plan.FormatNumber(n)
	}
	return plan.FormatNumber(n)
}

// KnownText says how well a version is known.
func KnownText(r *plan.Record) string {
	read := ReadWhole(r)
	switch KnownAs(r) {
	case plan.KnownText:
		if r.PointCount > 0 {
			return fmt.Sprintf("text known for %d of %d points", read, r.PointCount)
		}
		return "text known in part"
	case plan.KnownOral:
		return "set out orally, no document released"
	case plan.KnownReported:
		return "known from reports only"
	}
	if r.Kind == plan.Event {
		return "an event"
	}
	return "a position, not a text"
}

var months = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// DateText writes a date as far as it is known: "20 Nov 2025", "Nov 2025",
// "undated".
func DateText(d plan.Date) string {
	if d == "" {
		return "undated"
	}
	from, to, span := strings.Cut(string(d), "/")
	if span {
		return dayText(from) + " to " + dayText(to)
	}
	return dayText(from)
}

func dayText(s string) string {
	part := strings.Split(s, "-")
	if len(part) == 1 {
		return part[0]
	}
	m := int(part[1][0]-'0')*10 + int(part[1][1]-'0')
	if m < 1 || m > 12 {
		return s
	}
	month := months[m-1] + " " + part[0]
	if len(part) == 2 {
		return month
	}
	return strings.TrimPrefix(part[2], "0") + " " + month
}

// ClaimText words what one claim says by itself.
func ClaimText(c *plan.Claim) string {
	return ContentText(Content{State: c.Claimed(), Value: c.Value, To: c.To, Proponent: c.Proponent, Claims: []*plan.Claim{c}})
}

// EvidenceLine words where in a source a claim stands and how the source
// comes to say it: "paragraph 29 · reported · “would cap it at 600,000”".
func EvidenceLine(c *plan.Claim) string {
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
