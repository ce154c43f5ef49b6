package ask_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/ask"
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// dishonest lists what an answer says that the records do not carry: a
// finding whose state, contents or claims are not those of its record and
// field on the evidence admitted.
func dishonest(lib *plan.Library, a *ask.Answer) []string {
	var out []string
	seen, _ := a.Evidence.Filter(lib, nil)
	for _, f := range a.Findings {
		record := seen.Record(f.Record.ID)
		topic, field := seen.Field(f.Field.ID)
		if record == nil || field == nil {
			out = append(out, "finding of nothing: "+f.Record.ID+" "+f.Field.ID)
			continue
		}
		at := f.Record.ID + " " + f.Field.ID
		var own []*plan.Claim
		claims := record.Claims(f.Field.ID)
		for i := range claims {
			own = append(own, &claims[i])
		}
		for _, c := range append(f.Shown(), f.Beside...) {
			if !slices.ContainsFunc(own, func(o *plan.Claim) bool {
				return o.Source == c.Source && o.Value.Equal(c.Value) && o.State == c.State && o.Denies == c.Denies
			}) {
				out = append(out, at+": a claim of "+c.Source+" that the record does not hold")
			}
			if a.Evidence.Sources != nil && !slices.Contains(a.Evidence.Sources, c.Source) {
				out = append(out, at+": cites "+c.Source+", which is not admitted")
			}
		}
		want := compare.Derive(record, topic, field)
		if len(f.Claims) < len(own) { // one date of a position's history
			continue
		}
		if f.State != want.State || wording.Reading(f.Reading) != wording.Reading(want) {
			out = append(out, fmt.Sprintf("%s: told as %s %q, is %s %q", at, f.State, wording.Reading(f.Reading), want.State, wording.Reading(want)))
		}
	}
	return out
}

// TestFindingsAreTheRecords walks every question of the set, with all
// evidence and with the founding documents alone.
func TestFindingsAreTheRecords(t *testing.T) {
	lib := library(t)
	for _, r := range questions(t) {
		for _, alone := range [2]bool{false, true} {
			r.Seeds = alone
			a := r.ask(lib)
			for _, d := range dishonest(lib, a) {
				t.Errorf("%q (founding documents alone: %v): %s", r.Q, alone, d)
			}
			if a.Status == ask.OutOfScope && len(a.Findings) > 0 {
				t.Errorf("%q is out of scope and has findings", r.Q)
			}
			for _, f := range a.Findings {
				if a.Status == ask.NotReported && !f.Nearest && f.State != plan.Lacuna && f.Difference.Kind == "" {
					t.Errorf("%q: not reported, yet %s %s is %s", r.Q, f.Record.ID, f.Field.ID, f.State)
				}
			}
			if a.Status == ask.NotReported && !strings.Contains(a.Text, "not reported") && !strings.Contains(a.Text, "No ") {
				t.Errorf("%q is not reported, and the answer does not say so: %s", r.Q, a.Text)
			}
		}
	}
}

// uniqueName is a name that one record alone bears.
func uniqueName(lib *plan.Library, r *plan.Record) string {
	for _, n := range r.Names {
		shared := 0
		for _, o := range lib.Records {
			for _, m := range o.Names {
				if strings.EqualFold(m, n) {
					shared++
				}
			}
		}
		if shared == 1 {
			return n
		}
	}
	return r.ID
}

// TestEveryFieldOfEveryDraft asks for each field about the text of each draft
// by its title and by a synonym. Whatever is understood, a value stands only
// where the records carry it; and nearly always the very field is found.
func TestEveryFieldOfEveryDraft(t *testing.T) {
	lib := library(t)
	asked, found := 0, 0
	var missed []string
	for _, draft := range lib.Drafts() {
		name := uniqueName(lib, draft)
		for i := range lib.Topics {
			topic := &lib.Topics[i]
			if topic.About != plan.AboutText {
				continue
			}
			for j := range topic.Fields {
				field := &topic.Fields[j]
				words := []string{field.Title}
				if len(field.Synonyms) > 0 {
					words = append(words, field.Synonyms[0])
				}
				for _, w := range words {
					asked++
					q := fmt.Sprintf("%s in the %s", w, name)
					a := ask.New(lib, evidence.Filter{}).Ask(q)
					for _, d := range dishonest(lib, a) {
						t.Errorf("%q: %s", q, d)
					}
					if problem := unfound(a, draft, topic, field); problem != "" {
						missed = append(missed, q+": "+problem)
						continue
					}
					found++
				}
			}
		}
	}
	t.Logf("%d questions, %d find the field", asked, found)
	if found*100 < asked*93 {
		t.Errorf("%d of %d questions find the field; at least 93 %% must", found, asked)
	}
	for _, m := range missed[:min(len(missed), 60)] {
		t.Log(m)
	}
}

// unfound says what keeps an answer from telling the state, value and sources
// of a field of a draft; "" if nothing does.
func unfound(a *ask.Answer, draft *plan.Record, topic *plan.Topic, field *plan.Field) string {
	want := compare.Derive(draft, topic, field)
	if len(a.Understood.Versions) != 1 || a.Understood.Versions[0].ID != draft.ID {
		var got []string
		for _, v := range a.Understood.Versions {
			got = append(got, v.ID)
		}
		return fmt.Sprintf("versions %v", got)
	}
	for _, f := range a.Findings {
		if f.Record.ID != draft.ID || f.Field.ID != field.ID {
			continue
		}
		if f.State != want.State || wording.Reading(f.Reading) != wording.Reading(want) {
			return "another value"
		}
		for _, c := range want.Claims {
			if !slices.Contains(cards(a), c.Source) {
				return "without source " + c.Source
			}
		}
		return ""
	}
	var got []string
	for _, f := range a.Understood.Fields {
		got = append(got, f.ID)
	}
	return fmt.Sprintf("%s, fields %v", a.Understood.Intent, got)
}

// cards are the sources that the findings rest on, in their order.
func cards(a *ask.Answer) []string {
	var out []string
	seen := map[string]bool{}
	add := func(id string) {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	for _, f := range a.Findings {
		for _, c := range f.Shown() {
			add(c.Source)
		}
		for _, w := range f.Witness {
			add(w)
		}
	}
	return out
}
