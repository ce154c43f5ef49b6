package mcp_test

import (
	"slices"
	"strings"
	"testing"
)

// step is one call and what an assistant must be able to read from its result.
type step struct {
	tool string
	args args
	want []string
}

// Ten questions, broken into at most three calls as an assistant would. The
// last call has the answer, with the IDs and the addresses of its sources.
func TestTranscript(t *testing.T) {
	s := serve(t)
	for _, c := range []struct {
		question string
		about    string // a field or a record that find must name
		steps    []step
	}{
		{"which drafts cap the army?", "army-size.limit", []step{
			{"history", args{"field": "army-size.limit"}, []string{"us-28", "600,000 personnel", "e3-28", "800,000 personnel, in peacetime", "zelensky-20", "no limit", "disputed"}}}},
		{"who says that Geneva drops the limit on the army?", "army-size.limit", []step{
			{"show", args{"version": "geneva-19", "topic": "army-size.limit"}, []string{"Serhii Kyslytsya", "australian-2025-11-25", "independent sources say", "800,000"}}}},
		{"what changed between the E3 text and the Christmas plan on territory?", "e3-28", []step{
			{"diff", args{"versions": []string{"e3-28", "zelensky-20"}, "topics": []string{"territory"}}, []string{`"kind":"open"`, "territory", "zelensky-20"}}}},
		{"what is not known of the Geneva draft?", "geneva-19", []step{
			{"diff", args{"versions": []string{"us-28", "geneva-19"}, "kinds": []string{"unknown"}}, []string{`"kind":"unknown"`, `"not_reported":["geneva-19"]`}}}},
		{"what does point 21 of the US draft say?", "us-28", []step{
			{"show", args{"version": "us-28", "point": 21}, []string{"recognised as de facto Russian", "point 21"}}}},
		{"does the European counterproposal rule out NATO membership?", "nato-membership.status", []step{
			{"show", args{"version": "e3-28", "topic": "nato-membership.status"}, []string{`"state"`, "nato-membership.status"}},
			{"diff", args{"versions": []string{"us-28", "e3-28"}, "topics": []string{"nato-membership.status"}}, []string{`"kind":"changed"`, "excluded"}}}},
		{"how much of the frozen assets goes to Ukraine in the US draft?", "us-28", []step{
			{"show", args{"version": "us-28", "topic": "frozen-assets"}, []string{"100 billion USD", "50 %"}}}},
		{"what is open in Zelenskyy's 20 points?", "zelensky-20", []step{
			{"diff", args{"versions": []string{"us-28", "zelensky-20"}, "kinds": []string{"open"}}, []string{`"state":"bracketed"`, `"kind":"open"`}}}},
		{"who reports that the amnesty is gone?", "amnesty.status", []step{
			{"search", args{"words": "amnesty", "versions": []string{"geneva-19"}}, []string{"amnesty.", "deleted", "geneva-19"}}}},
		{"what did RFE/RL report of the numbers for the army?", "army-size.limit", []step{
			{"sources", args{"publisher": "RFE/RL"}, []string{"rferl-2025-11-26"}},
			{"search", args{"words": "army limit", "publisher": "RFE/RL"}, []string{"army-size.limit", "rferl-2025-11-26", "would cap it at 600,000"}}}},
	} {
		found := s.ask("find", args{"question": c.question})
		named := slices.Concat(found.ReadAs.Fields, found.ReadAs.Versions)
		for _, x := range slices.Concat(found.Fields, found.Records) {
			named = append(named, x.ID)
			if x.Score < 0 || x.Score > 1 {
				t.Errorf("%s: %s has the score %v", c.question, x.ID, x.Score)
			}
		}
		if !slices.Contains(named, c.about) {
			t.Errorf("%s: find names %q, want %s", c.question, named, c.about)
		}
		if found.Next == nil || !strings.HasPrefix(found.Command, "plandiff ") {
			t.Errorf("%s: find names no call that answers it", c.question)
		} else {
			s.ask(found.Next.Tool, found.Next.Arguments)
		}
		var got answer
		for _, st := range c.steps {
			got = s.ask(st.tool, st.args)
			for _, want := range st.want {
				if !strings.Contains(got.text, want) {
					t.Errorf("%s: %s tells no %q: %s", c.question, st.tool, want, got.text)
				}
			}
			checkSources(t, c.question, got)
		}
		if !slices.ContainsFunc(got.Sources, func(x struct{ ID, URL, File, Publisher string }) bool { return x.URL != "" || x.File != "" }) {
			t.Errorf("%s: the answer has no source with an address", c.question)
		}
	}
}

// A question about something else has no call that answers it.
func TestOutside(t *testing.T) {
	s := serve(t)
	got := s.ask("find", args{"question": "who won the football match yesterday?"})
	if got.ReadAs.Status != "out-of-scope" || got.Next != nil || len(got.Notes) == 0 {
		t.Errorf("status %q, next %v, notes %q", got.ReadAs.Status, got.Next, got.Notes)
	}
}
