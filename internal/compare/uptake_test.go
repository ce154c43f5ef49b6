package compare_test

import (
	"testing"

	"plandiff/internal/compare"
)

func TestTakeUp(t *testing.T) {
	for _, tt := range []struct {
		why                     string
		base, proposal, outcome claims
		baseRead                bool
		want                    compare.Uptake
	}{
		{why: "as in the base", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(1))}, want: compare.Kept},
		{why: "as in all three", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(1))}, want: compare.Kept},
		{why: "as in the base, whatever the proposal was", base: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(1))}, want: compare.Kept},
		{why: "equal to the proposal is no proof that it was taken over", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(2))}, want: compare.Coincides},
		{why: "a source says that it was taken over", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(2), adoptedFrom("p"))}, want: compare.Adopted},
		{why: "taken over from somebody else", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(2), adoptedFrom("x"))}, want: compare.Coincides},
		{why: "a number between the two", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(3))}, outcome: claims{claim("s", tonnes(2))}, want: compare.Between},
		{why: "between, from above", base: claims{claim("s", tonnes(3))}, proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(2))}, want: compare.Between},
		{why: "beyond both", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(3))}, want: compare.Differs},
		{why: "words are not between numbers", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", words("no limit"))}, want: compare.Differs},
		{why: "in the base, struck from both", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", nothing, deleted)}, outcome: claims{claim("s", nothing, deleted)}, want: compare.Dropped},
		{why: "in the base, kept by the proposal, gone at last", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", nothing, deleted)}, want: compare.Differs},
		{why: "never there, proposed, and not taken over", baseRead: true, proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", nothing, denies)}, want: compare.Kept},
		{why: "the base had none, and the outcome is not as proposed", baseRead: true, proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(2))}, want: compare.New},
		{why: "as in the base, which only reports tell of, briefly", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(1), text, qualified("in season"))}, want: compare.Kept},
		{why: "as in the base but for a term that its text does not have, and as proposed", base: claims{claim("s", tonnes(1), text)}, proposal: claims{claim("s", tonnes(1), text, qualified("in season"))}, outcome: claims{claim("s", tonnes(1), text, qualified("in season"))}, want: compare.Coincides},
		{why: "as in neither for a term that both texts do not have", base: claims{claim("s", tonnes(1), text)}, proposal: claims{claim("s", tonnes(2), text)}, outcome: claims{claim("s", tonnes(1), text, qualified("in season"))}, want: compare.Differs},
		{why: "in brackets", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", nothing, bracketed)}, want: compare.LeftOpen},
		{why: "moved elsewhere", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", nothing, severed("annex"))}, want: compare.LeftOpen},
		{why: "the outcome is not reported", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, want: compare.NotKnown},
		{why: "the outcome is disputed", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(1)), claim("r", tonnes(2))}, want: compare.NotKnown},
		{why: "it differs from the base; the proposal is not reported, and may have been the same", base: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(2))}, want: compare.NotKnown},
		{why: "it differs from the proposal; the base is not reported", proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(2))}, want: compare.NotKnown},
	} {
		base := draft("b", limit, tt.base...)
		if tt.baseRead {
			base = read(base)
		}
		lib := library(base, draft("p", limit, tt.proposal...), draft("o", limit, tt.outcome...))
		u, err := compare.CompareUptake(view(lib), "b", "p", "o")
		if err != nil {
			t.Fatal(err)
		}
		if len(u.Rows) != 1 || u.Rows[0].Kind != tt.want {
			t.Errorf("%s: %+v, want %s", tt.why, u.Count(""), tt.want)
		}
		if u.Count("catch")[tt.want] != 1 || len(u.Count("document")) != 0 {
			t.Errorf("%s: the counts by topic are %v and %v", tt.why, u.Count("catch"), u.Count("document"))
		}
	}
}

func TestTakeUpRefuses(t *testing.T) {
	lib := library(draft("a", limit), draft("b", limit), draft("c", limit))
	for _, ids := range [][3]string{{"a", "b", "a"}, {"a", "a", "b"}, {"a", "b", "b"}, {"a", "b", "nowhere"}} {
		if _, err := compare.CompareUptake(view(lib), ids[0], ids[1], ids[2]); err == nil {
			t.Errorf("uptake of %v is no error", ids)
		}
	}
}
