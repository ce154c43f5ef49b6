package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// What is told beside the clause that a question asks for: what stands in its
// place, what vaguer reports say, and the rest of a subject of which no more
// is known than that there is a clause.

// besideBy is who makes a claim that is told beside a reading; the claim is
// kept for the answer's findings.
func (r *reading) besideBy(c *plan.Claim) string {
	r.besides = append(r.besides, c)
	return r.publisher(c)
}

// attach gives the findings of an answer the claims that it tells beside them,
// and the first few of them what another copy or a weaker source has.
func (r *reading) attach(a *Answer) {
	copies := 0
	for i := range a.Findings {
		f := &a.Findings[i]
		if c := r.otherCopy(*f); c != nil && f.Only == nil && copies < tellMost {
			f.Beside = append(f.Beside, c)
			copies++
		}
		told := deciding(f.Reading)
		for _, c := range f.Only { // a dispute is listed by its sides
			if f.State != plan.Disputed {
				told = append(told, c)
			} else if !slices.Contains(told, c) && !slices.Contains(f.Beside, c) {
				f.Beside = append(f.Beside, c)
			}
		}
		for _, c := range r.besides {
			if slices.Contains(f.Claims, c) && !slices.Contains(told, c) && !slices.Contains(f.Beside, c) {
				f.Beside = append(f.Beside, c)
			}
		}
	}
}

// loosely adds to an answer about one clause what vaguer reports say of it in
// other words.
func (r *reading) loosely(a *Answer) {
	if len(a.Findings) != 1 || !yesNoStart(r.question) && a.Findings[0].State != plan.Disputed {
		return
	}
	f := a.Findings[0]
	told := deciding(f.Reading)
	var parts []string
	for _, c := range f.Claims {
		if c.Outline && !c.Value.IsZero() && !slices.Contains(told, c) && !strings.Contains(a.Text, c.Value.String()) {
			parts = append(parts, fmt.Sprintf("%s (%s)", wording.Claim(c), r.besideBy(c)))
		}
	}
	if parts != nil {
		a.Text += " Told beside it: " + strings.Join(parts, "; ") + "."
	}
}

// contested adds that other sources go against what an outlet says, where a
// question asks what that outlet says.
func (r *reading) contested(a *Answer) {
	if r.wider == nil || a.Status == NotReported {
		return
	}
	all := evidence.New(r.x.lib, *r.wider)
	for _, f := range a.Findings[:min(len(a.Findings), tellMost)] {
		rec := all.Record(f.Record.ID)
		if rec == nil || f.State == plan.Lacuna || f.State == plan.Disputed {
			continue
		}
		if full := compare.Derive(all, rec, f.Topic, f.Field); full.State == plan.Disputed {
			a.Text += fmt.Sprintf(" Taken with other sources, %s of %s is %s.", lower(f.Field.Title), label(f.Record), wording.Reading(full))
		}
	}
}

// choosing are phrases of a question that sets readings against one another.
var choosing = []string{"or", "copy", "copies", "translation", "translations", "which one", "which is right", "what is right", "really", "summaries", "summary", "digest", "digests"}

// alternatives adds what another copy or report has, where a question asks
// which of several readings is right.
func (r *reading) alternatives(a *Answer) {
	if !r.has(choosing...) || strings.Contains(a.Text, "Another copy or report") {
		return
	}
	for _, f := range a.Findings {
		if c := r.otherCopy(f); c != nil && f.State != plan.Lacuna {
			a.Text += fmt.Sprintf(" Another copy or report of %s has: %s (%s).", label(f.Record), wording.Claim(c), r.besideBy(c))
			return
		}
	}
}

// inPlace adds what the point holds from which a clause is known to be gone.
func (r *reading) inPlace(a *Answer) {
	if !r.Named && !r.has(replacingCues...) {
		return
	}
	for _, f := range slices.Clone(a.Findings) {
		switch {
		case gone(f.State) && len(f.Claims) > 0 && f.Claims[0].Point > 0:
			r.pointHolds(a, f.Record, f.Claims[0].Point)
		case f.State == plan.Omitted && len(a.Findings) <= 2:
			r.sameSubject(a, f)
		}
	}
}

// sameSubject adds what a version says on the subject of a clause that it does
// not have.
func (r *reading) sameSubject(a *Answer, of Finding) {
	var parts []string
	r.each(of.Record, func(f Finding) {
		told := slices.ContainsFunc(a.Findings, func(g Finding) bool { return g.Field.ID == f.Field.ID && g.Record.ID == f.Record.ID })
		if f.Field.Prefix() == of.Field.Prefix() && !told && f.State != plan.Lacuna && !gone(f.State) && len(parts) < 2 {
			parts = append(parts, f.Field.Title+": "+r.said(f))
			a.Findings = append(a.Findings, f)
		}
	})
	if parts != nil {
		a.Text += fmt.Sprintf(" On the same subject %s has: %s.", label(of.Record), strings.Join(parts, "; "))
	}
}

// pointHolds adds what a point of a version is known to hold beside the
// fields that an answer tells already.
func (r *reading) pointHolds(a *Answer, v *plan.Record, number int) {
	p := v.Point(number)
	var parts []string
	r.each(v, func(f Finding) {
		here := slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return c.Point == number })
		told := slices.ContainsFunc(a.Findings, func(g Finding) bool { return g.Field.ID == f.Field.ID && g.Record.ID == v.ID })
		if here && !told && f.Topic.About == plan.AboutText && f.State != plan.Lacuna && !gone(f.State) && len(parts) < 3 {
			parts = append(parts, f.Field.Title+": "+r.said(f))
			a.Findings = append(a.Findings, f)
		}
	})
	if parts != nil && p != nil {
		a.Text += fmt.Sprintf(" Point %d of %s, %s, holds: %s.", number, label(v), p.Title, strings.Join(parts, "; "))
	}
}

// flesh takes along the other fields of a topic that the versions named carry,
// where all that is known of the one asked about is that there is a clause.
func (r *reading) flesh(versions []*plan.Record) {
	if !r.Named || len(r.chosen) != 1 || r.chosen[0].topic.About != plan.AboutText {
		return
	}
	topic := r.chosen[0].topic
	for _, v := range versions {
		if f := r.finding(v, topic, r.chosen[0].field); f.State != plan.Present || !bare(f) {
			return
		}
	}
	for i := range topic.Fields {
		field := &topic.Fields[i]
		if r.order(field) < 0 && slices.ContainsFunc(versions, func(v *plan.Record) bool {
			f := r.finding(v, topic, field)
			return f.State == plan.Present && !bare(f)
		}) {
			r.chosen = append(r.chosen, scored{topic: topic, field: field, aside: true})
			r.why("of %s only the clause is known: %s is told along", r.chosen[0].field.ID, field.ID)
		}
	}
}

// bare: all that is known is that there is something.
func bare(f Finding) bool {
	return !slices.ContainsFunc(f.Contents, func(k compare.Content) bool { return !k.Value.IsZero() || len(k.Claims[0].Qualifiers) > 0 })
}
