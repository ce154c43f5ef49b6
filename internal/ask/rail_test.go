package ask

import (
	"os"
	"strings"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/record"
)

// rail is a negotiation that the program does not know, with the words of its own.
func rail(t *testing.T) *plan.Library {
	t.Helper()
	root := record.Root{FS: os.DirFS("testdata/rail")}
	lib, err := record.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	words, err := record.Words(lib, root)
	if err != nil {
		t.Fatal(err)
	}
	return lib.With(words)
}

// TestAnotherNegotiation asks thirty questions on a settlement between a rail
// company and its union, of which no word is in code or training.
func TestAnotherNegotiation(t *testing.T) {
	lib := rail(t)
	s := New(lib, evidence.Filter{})
	const least = 24 // of 30
	right := 0
	rows := []struct{ q, has, status string }{
		{"how much more pay does the company offer?", "4", "answered"},
		{"what does the union reply say on wages", "9", "answered"},
		{"pay rise company vs union", "4&9", "answered"},
		{"How many hours a week in the union's plan?", "35", "answered"},
		{"working week: what changed between the two?", "38&35", ""},
		{"who runs arbitration in the company draft?", "retired judge", "answered"},
		{"is the mediator still in the union reply?", "deleted", ""},
		{"what happened to the retired judge in the counter-offer", "deleted", ""},
		{"how many depots stay open under the union reply?", "9&11", ""},
		{"which sources contradict each other on the depots?", "9&11", ""},
		{"who says 11 depots?", "11", "answered"},
		{"retirement age in the first offer", "63", "answered"},
		{"is the retirement age settled in the union reply?", "open|bracket|not agreed", ""},
		{"no-strike clause in the company offer", "24", "answered"},
		{"how long is the ban on strikes in each draft", "24&6", ""},
		{"when does the strike end under the company offer", "2033-04-01|1 Apr 2033", "answered"},
		{"when does the strike end in the union reply?", "not reported", "not-reported"},
		{"Are conductors on every train in the union draft?", "on every train", "answered"},
		{"what did Ada Brink say about conductors?", "on every train", "answered"},
		{"whose words are \"no train without a conductor\"", "Ada Brink", "answered"},
		{"which point is the pension in the company offer", "point 5", ""},
		{"what does point 2 of the company offer say", "38", ""},
		{"bonus of 1.500 in which draft?", "1,500", "answered"},
		{"what is in the union reply in short", "9", "answered"},
		{"give me an overview", "Union reply", "answered"},
		{"what is unknown about the union reply", "not known|not reported", ""},
		{"layoffs in both drafts", "2034&2036", "answered"},
		{"does the 9-point plan cut pay?", "No draft has 9 points", ""},
		{"what does the company offer say about penguins", "", "out-of-scope"},
		{"who will win the next election", "", "out-of-scope"},
	}
	for _, r := range rows {
		s.last = nil
		a := s.Ask(r.q)
		for _, d := range dishonest(lib, a) {
			t.Errorf("%q: %s", r.q, d)
		}
		ok := r.status == "" || string(a.Status) == r.status
		whole := everything(a)
		for h := range strings.SplitSeq(r.has, "&") {
			ok = ok && holds(whole, h)
		}
		if !ok {
			t.Logf("WRONG %q: %s %s: %s", r.q, a.Query.Kind, a.Status, a.Text)
			continue
		}
		right++
	}
	t.Logf("%d of %d right", right, len(rows))
	if right < least {
		t.Errorf("%d of %d right, at least %d must be", right, len(rows), least)
	}
}
