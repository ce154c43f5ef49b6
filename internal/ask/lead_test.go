package ask

import (
	"strings"
	"testing"

	"plandiff/internal/evidence"
)

// TestBegins: how a first paragraph begins, by kind of question, on the invented
// negotiation: verdicts, lists in the direction asked, and the program itself.
func TestBegins(t *testing.T) {
	s := New(rail(t), evidence.Filter{})
	for _, r := range [...]struct{ q, begins, has string }{
		{"is the pay rise 9 % in the company offer?", "No: ", "4"},
		{"is the pay rise 9 % in the union reply?", "Yes: ", "9"},
		{"did the union reply drop the mediator?", "Yes: ", "deleted"},
		{"is there a mediator in the union reply?", "No: ", "deleted"},
		{"what is in the company offer but not in the union reply?", "In the Company offer, not in the Union reply: ", ". Chiefly Who settles disputes: a retired judge"},
		{"what is in the union reply that isn't in the company offer?", "In the Union reply, not in the Company offer: ", ". Chiefly Notice of rosters: 14 days"},
		{"how many depots stay open in the union reply?", "Disputed: ", "("},
		{"summarise the company offer and the union reply", "The Company offer: ", "The Union reply: "},
		{"why did the union want 35 hours?", noReason, "35"},
		{"how do I see what changed?", "plandiff diff A B", "what changed"},
		{"how do you work?", "plandiff is a program", "2 drafts"},
		{"what does reported mean in the list of texts?", "“Reported”", "outlet"},
		{"are you a chatbot? what can you do?", "plandiff is a program", "2 drafts"},
	} {
		s.last = nil
		a := s.Ask(r.q)
		if !strings.HasPrefix(a.Text, r.begins) || !strings.Contains(a.Text, r.has) {
			t.Errorf("%q: %s", r.q, a.Text)
		}
	}
}
