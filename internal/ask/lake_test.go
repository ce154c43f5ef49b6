package ask_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/ask"
	"plandiff/internal/evidence"
	"plandiff/internal/record"
)

// Another negotiation is answered as well from its own records: nothing here
// knows what the shipped ones are about.
func TestLakeQuestions(t *testing.T) {
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		q        string
		versions string // of the findings, in any order
		has      string
		status   ask.Status
	}{
		{"catch cap in the joint draft", "joint-8", "400 tonnes", ask.Answered},
		{"how many tonnes may be fished under the joint draft?", "joint-8", "400 tonnes", ask.Answered},
		{"what do the wardens want on the catch", "wardens", "under 300 tonnes", ask.Answered},
		{"what changed on the catch limit between the joint draft and the final text", "joint-8 final-9", "Limit on the catch", ask.Answered},
		{"who says 450", "joint-8", "450 tonnes", ask.Answered},
		{"where did they meet", "quay-meeting", "on the quay of Mirren", ask.Answered},
		{"how much did the weather cost them", "", "", ask.OutOfScope},
	} {
		a := ask.New(lib, evidence.Filter{}).Ask(tt.q)
		if a.Status != tt.status {
			t.Errorf("%q: status %s, want %s: %s", tt.q, a.Status, tt.status, a.Text)
		}
		if !strings.Contains(a.Text, tt.has) {
			t.Errorf("%q: the answer has no %q: %s", tt.q, tt.has, a.Text)
		}
		for _, id := range strings.Fields(tt.versions) {
			if !slices.ContainsFunc(a.Findings, func(f ask.Finding) bool { return f.Record.ID == id }) {
				t.Errorf("%q: nothing is told of %s", tt.q, id)
			}
		}
		for _, d := range dishonest(lib, a) {
			t.Errorf("%q: %s", tt.q, d)
		}
	}
}
