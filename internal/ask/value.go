package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// answer carries out what was understood.
func (s *Session) answer(r *reading) *Answer {
	if why := r.beyond(); why != "" {
		return s.outside(r, r.raw(), why)
	}
	if r.astray() {
		return s.outside(r, r.raw(), "")
	}
	a := r.spokeOn()
	if a == nil && r.Intent == Value {
		a = r.sayings()
	}
	if a != nil {
		r.attach(a)
		return a
	}
	switch r.Intent {
	case Follow, WhichPoint, PointText, Identify, Number, Uptake, Timeline, Unknown:
	case Events:
		if !r.begins("meetings", "talks", "events", "list", "all meetings", "which meetings", "what meetings") {
			a = r.quarrelled()
		}
	default:
		a = r.quarrelled()
	}
	if a != nil {
		return a
	}
	switch r.Intent {
	case Change, Same, Added, Gone, Brackets, Unknown, Uptake:
		r.wide()
	}
	switch r.Intent {
	case Change:
		a = r.change()
	case Same, Added, Gone:
		a = r.lists()
	case Brackets:
		a = r.brackets()
	case Unknown:
		a = r.unknown()
	case WhoSays:
		a = r.whoSays()
	case Quote:
		a = r.quote()
	case Conflict:
		a = r.conflicts()
	case Timeline:
		a = r.history()
	case Origin:
		a = r.origin()
	case Uptake:
		a = r.uptake()
	case Follow, WhichPoint, PointText:
		a = r.points()
	case Events:
		a = r.events()
	case Stance:
		a = r.stances()
	case Number:
		a = r.numbers()
	case Identify:
		a = r.identify()
	case Value, YesNo, Mention:
		a = r.value()
	}
	if a != nil {
		switch r.Intent {
		case Value, YesNo, Mention, Stance, Events, WhoSays, Conflict, Origin:
			r.differing(a)
			r.noted(a)
		}
	}
	if a == nil {
		return s.outside(r, r.raw(), "")
	}
	if a.Status == "" {
		a.Status = status(a.Findings, r.Named)
	}
	r.attach(a)
	r.contested(a)
	return a
}

// value tells what versions say of the fields.
func (r *reading) value() *Answer {
	if a := r.held(); a != nil {
		return a
	}
	if a := r.holds(); a != nil {
		return a
	}
	if a := r.issued(); a != nil {
		return a
	}
	if a := r.nobodyTells(); a != nil {
		return a
	}
	if a := r.sayings(); a != nil {
		return a
	}
	if a := r.reportedBy(); a != nil {
		return a
	}
	if a := r.remarked(); a != nil {
		return a
	}
	if len(r.chosen) > 0 && ofText(r.chosen[0]) {
		if a := r.bySpeaker(); a != nil {
			return a
		}
		if a := r.notBy(); a != nil && (!r.continued || r.when == nil) {
			return a
		}
	}
	if a := r.unsaid(); a != nil {
		return a
	}
	if a := r.unended(); a != nil {
		return a
	}
	if cells := r.accounts(); cells != nil {
		return r.found(cells)
	}
	r.refit()
	r.strayed()
	r.leadFit()
	if len(r.chosen) == 0 {
		if cells := r.hereabouts(); cells != nil {
			return r.found(cells)
		}
		if r.Named && r.strays == nil {
			return r.identify()
		}
		return nil
	}
	if a := r.bySpeaker(); a != nil {
		return a
	}
	if !r.Named && r.numberHandle() != nil && r.has("which") {
		if a := r.numbers(); a != nil && a.Status == Answered {
			return a
		}
	}
	if cells := r.wanted(); cells != nil {
		return r.found(cells)
	}
	versions := r.scope()
	r.flesh(versions)
	fs := r.bracketed(r.cells(versions))
	if !r.reported(fs) {
		if cells := r.instead(); cells != nil {
			return r.found(cells)
		}
		return r.silence(versions, fs)
	}
	a := &Answer{Text: r.tell(fs), Findings: fs}
	r.numbered(a)
	r.qualified(a)
	r.inPlace(a)
	r.loosely(a)
	r.alternatives(a)
	return a
}

// numbered adds where a number stands that a question takes hold of, where
// the answer does not hold it.
func (r *reading) numbered(a *Answer) {
	h := r.numberHandle()
	if h == nil || slices.ContainsFunc(a.Findings, func(f Finding) bool {
		return slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return h.matches(c.Value) })
	}) {
		return
	}
	chosen := r.chosen
	r.chosen = nil
	if b := r.numbers(); b != nil && b.Status == Answered && len(b.Findings) <= 4 {
		a.Text += " " + b.Text
		a.Findings = append(a.Findings, b.Findings...)
	}
	r.chosen = chosen
}

// cells reads the chosen fields of records. Fields that were only taken with
// their topic, and that none of the records carries, are left out.
func (r *reading) cells(versions []*plan.Record) []Finding {
	var out []Finding
	for i, s := range r.chosen {
		var row []Finding
		known := false
		for _, v := range versions {
			f := r.finding(v, s.topic, s.field)
			known = known || f.State != plan.Lacuna
			row = append(row, f)
		}
		if known || !s.aside && (i == 0 && len(r.chosen) <= 2 || !r.wholeTopic() && i < 3) {
			out = append(out, row...)
		}
	}
	if out == nil {
		for _, v := range versions {
			out = append(out, r.finding(v, r.chosen[0].topic, r.chosen[0].field))
		}
	}
	// what is known comes first
	groups := byField(out)
	slices.SortStableFunc(groups, func(a, b []Finding) int { return countKnown(b) - countKnown(a) })
	if r.wholeTopic() {
		out = slices.Concat(groups...)
	}
	return out
}

// reported reports whether anything is known of the fields asked for, rather
// than of others in their topic.
func (r *reading) reported(fs []Finding) bool {
	return slices.ContainsFunc(fs, func(f Finding) bool {
		i := r.order(f.Field)
		return f.State != plan.Lacuna && (i < 0 || !r.chosen[i].aside)
	})
}

func countKnown(fs []Finding) int {
	for _, f := range fs {
		if f.State != plan.Lacuna {
			return 1
		}
	}
	return 0
}

// wholeTopic: the question names a topic rather than fields of it.
func (r *reading) wholeTopic() bool {
	n := 0
	for _, s := range r.chosen {
		if !s.aside {
			n++
		}
	}
	return n > 3 || n > 1 && r.chosen[0].own < r.chosen[0].score*0.7
}

// tellMost is how many fields an answer puts into its sentences.
const tellMost = 4

// tell words findings in sentences: field by field, or version by version
// where there is but one.
func (r *reading) tell(fs []Finding) string {
	groups := byField(fs)
	if groups == nil {
		return ""
	}
	var out []string
	for i, g := range groups {
		if i == tellMost {
			out = append(out, fmt.Sprintf("%s more below.", plural(len(groups)-i, "field")))
			break
		}
		lead := ""
		if r.Intent == YesNo || r.Intent == Mention {
			lead = r.verdict(g, i == 0)
		}
		out = append(out, lead+r.sentence(g[0].Field.Title, g))
	}
	text := strings.Join(out, " ")
	text += r.details(groups, text)
	if len(groups) == 1 && len(fs) == 1 && fs[0].State != plan.Disputed && fs[0].Record.Kind == plan.Draft {
		if by := r.attribution(deciding(fs[0].Reading)); by != "" {
			text += " Source: " + by + "."
		}
	}
	return text
}

// details tells what else a question speaks of: in a copy or report that does
// not decide, in a source's own words, or in what is noted beside a claim.
func (r *reading) details(groups [][]Finding, text string) string {
	r.ranked()
	told := r.inText(text)
	var names uint64 // of the fields: a source's words that hold but these add nothing
	if len(groups) > 0 && groups[0][0].Topic.About == plan.AboutText {
		for _, s := range r.chosen {
			names |= s.names
		}
	}
	least := 1.0
	if len(groups) > 0 && len(groups[0]) > 3 { // over many versions, only what is asked for by name
		least = 2.5
	}
	var out []string
	for _, g := range groups[:min(len(groups), tellMost)] {
		for _, f := range g {
			deciding := deciding(f.Reading)
			for _, c := range f.Claims {
				more, of := "", ""
				if len(g) > 1 {
					of = ", of " + f.Record.ID
				}
				by := r.publisher(c)
				switch own := wording.Claim(c); {
				case !slices.Contains(deciding, c) && r.adds(own, &told, least):
					more = "Another copy or report of " + label(f.Record) + " has: " + own
				case r.inText(c.Phrase)&^names&^told != 0 && r.adds(c.Phrase, &told, least):
					more = "In the words of the source" + of + ": “" + c.Phrase + "”"
					by = r.outletOf(c) // a reporter's words, not the speaker's
				case r.adds(c.Note, &told, least):
					more = "Noted beside it" + of + ": " + c.Note
				default:
					continue
				}
				r.besides = append(r.besides, c)
				out = append(out, fmt.Sprintf(" %s (%s).", more, by))
				if len(out) == 2 {
					return strings.Join(out, "")
				}
			}
		}
	}
	if len(groups) == 1 && len(groups[0]) == 1 && out == nil {
		if c := r.otherCopy(groups[0][0]); c != nil {
			return fmt.Sprintf(" Another copy or report of %s has: %s (%s).", label(groups[0][0].Record), wording.Claim(c), r.besideBy(c))
		}
	}
	return strings.Join(out, "")
}

// adds reports whether a text holds words of the question of at least some
// weight that have not been told yet, and marks them as told.
func (r *reading) adds(text string, told *uint64, least float64) bool {
	mask := r.inText(text) &^ *told &^ r.set()
	if r.weigh(mask) < least {
		return false
	}
	*told |= mask
	return true
}

// otherCopy is the first claim of a finding that does not decide and says
// something else; nil if there is none.
func (r *reading) otherCopy(f Finding) *plan.Claim {
	told := deciding(f.Reading)
	for _, c := range f.Claims {
		if slices.Contains(told, c) || c.Rank == plan.Deprecated || c.Outline && r.saying(c) == 0 {
			continue
		}
		if text := wording.Claim(c); !slices.ContainsFunc(f.Contents, func(k compare.Content) bool { return wording.Content(k) == text }) {
			return c
		}
	}
	return nil
}

// saying are the words of the question, other than of the field's names, that
// a claim says.
func (r *reading) saying(c *plan.Claim) uint64 {
	var explained uint64
	for _, s := range r.chosen {
		explained |= s.mask
	}
	return r.inText(c.Value.String()+" "+strings.Join(c.Qualifiers, " ")+" "+c.Phrase) &^ explained &^ r.taken
}

func (q *question) raw() string {
	var out []string
	for _, t := range q.words {
		out = append(out, t.raw)
	}
	return strings.Join(out, " ")
}
