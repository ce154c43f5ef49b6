package ask_test

import (
	"slices"
	"strings"
	"testing"

	"plandiff/internal/ask"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// persons are those whom the aliases give a full name, by their last one.
func persons(lib *plan.Library) map[string][]string {
	out := map[string][]string{}
	for _, group := range lib.Aliases {
		for _, full := range group {
			if words := strings.Fields(full); len(words) == 2 && words[1] == group[0] {
				out[group[0]] = group
			}
		}
	}
	return out
}

// TestWhatSomebodySaid asks what each person said of each topic of the text. A
// claim that is told as the answer is theirs, or their position's.
func TestWhatSomebodySaid(t *testing.T) {
	lib := library(t)
	told := 0
	for name, group := range persons(lib) {
		theirs := func(s string) bool {
			return slices.ContainsFunc(group, func(a string) bool { return strings.Contains(s, a) })
		}
		for i := range lib.Topics {
			topic := &lib.Topics[i]
			if topic.About != plan.AboutText {
				continue
			}
			q := "What did " + name + " say about " + strings.ToLower(topic.Synonyms[0]) + "?"
			a := ask.New(lib, evidence.Filter{}).Ask(q)
			if a.Status != ask.Answered && a.Status != ask.Partly {
				continue
			}
			for k := range a.Findings {
				f := &a.Findings[k]
				if f.Nearest || slices.ContainsFunc(f.Record.By, theirs) || slices.ContainsFunc(f.Record.Names, theirs) {
					continue
				}
				for _, c := range f.Only {
					told++
					if !theirs(c.By) {
						t.Errorf("%s: tells %s %s by %q", q, f.Record.ID, f.Field.ID, c.By)
					}
				}
				if f.Only == nil && f.State != plan.Lacuna && !slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return theirs(c.By) || theirs(c.Value.Text) }) {
					t.Errorf("%s: tells %s %s, which nobody says as theirs: %s", q, f.Record.ID, f.Field.ID, a.Text)
				}
			}
		}
	}
	if told < 50 {
		t.Errorf("only %d claims of persons were told", told)
	}
}

// TestWhatAnOutletReported asks what each outlet reported, under each of its
// names. Claims of people who spoke to it are told, on whichever card they stand.
func TestWhatAnOutletReported(t *testing.T) {
	lib := library(t)
	asked := 0
	for _, group := range lib.Aliases {
		var told []*plan.Claim
		for _, rec := range lib.Records {
			for i := range rec.Fields {
				for j := range rec.Fields[i].Claims {
					if c := &rec.Fields[i].Claims[j]; strings.HasSuffix(c.By, " to the "+group[0]) || strings.HasSuffix(c.By, " to "+group[0]) {
						told = append(told, c)
					}
				}
			}
		}
		if told == nil {
			continue
		}
		for _, name := range group {
			asked++
			q := "What did the " + name + " report?"
			a := ask.New(lib, evidence.Filter{}).Ask(q)
			for _, c := range told {
				if !slices.ContainsFunc(a.Findings, func(f ask.Finding) bool {
					return slices.ContainsFunc(f.Only, func(x *plan.Claim) bool {
						return x.By == c.By && x.Source == c.Source && x.At == c.At && x.Phrase == c.Phrase
					})
				}) {
					t.Errorf("%s: claim of %s by %q is not told: %s", q, c.Source, c.By, a.Text)
				}
			}
		}
	}
	if asked < 4 {
		t.Errorf("only %d names of outlets were asked", asked)
	}
}
