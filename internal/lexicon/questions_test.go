package lexicon_test

import (
	"slices"
	"testing"

	"plandiff/internal/lexicon"
	"plandiff/internal/search"
)

// TestQuestions: what asks nothing is passed over, and one sentence may ask twice.
func TestQuestions(t *testing.T) {
	for _, row := range []struct {
		text string
		want []string
	}{
		{"I am new here. Which drafts are there?", []string{"Which drafts are there?"}},
		{"Did the cap fall? I see both in the papers.", []string{"Did the cap fall?"}},
		{"what is the cap in the first draft, and who watches the truce in the second", []string{"what is the cap in the first draft?", "who watches the truce in the second"}},
		{"army cap, and elections", []string{"army cap, and elections"}},
		{"What holds? What fell? What is new?", []string{"What holds? What fell? What is new?"}},
	} {
		if got := lexicon.Questions(row.text); !slices.Equal(got, row.want) {
			t.Errorf("%q: %q, want %q", row.text, got, row.want)
		}
	}
}

// TestOfProgram: a question on the program itself is told from one that only
// speaks to it.
func TestOfProgram(t *testing.T) {
	for text, want := range map[string]bool{
		"Are you an AI?": true, "what can you do": true, "where do your texts come from": true,
		"how current is the data?": true, "who wrote this program?": true,
		"can you tell me the army limit": false, "what do you think of the plan?": false, "who made it": false,
		"your view on the amnesty": false, "": false,
	} {
		if got := lexicon.OfProgram(search.Words(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
