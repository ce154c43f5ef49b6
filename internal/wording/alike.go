package wording

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/internal/plan"
)

// Alike is what some records say alike.
type Alike struct {
	Text string
	In   []*plan.Record
	Main int // how much it matters where there is no room for all
}

// long reports whether an account has parts.
func (k Alike) long() bool { return strings.Contains(k.Text, ", ") || strings.Contains(k.Text, "; ") }

// tell is an account with the names of those who give it, the first of many.
func (k Alike) tell(most int) string {
	if k.In[0].Kind != plan.Draft {
		return k.Text + " " + In(k.In[0])
	}
	var names []string
	for _, v := range k.In {
		names = append(names, Say(v))
	}
	if n := len(names) - most; n > 0 {
		names = append(names[:most], Count(n, "other"))
	}
	in := "in " + And(names)
	if what, ok := strings.CutPrefix(k.Text, DisputedLead); ok {
		return "disputed " + in + ": " + what
	}
	if k.long() {
		return k.Text + ", " + in
	}
	return k.Text + " " + in
}

// Compare sets drafts first, what is disputed last, and what matters before the rest.
func (k Alike) Compare(other Alike) int {
	place := func(k Alike) int {
		switch {
		case strings.HasPrefix(k.Text, DisputedLead):
			return 2
		case k.In[0].Kind != plan.Draft:
			return 1
		}
		return 0
	}
	return cmp.Or(place(k)-place(other), other.Main-k.Main)
}

// Accounts tells what records say, each thing with the names of so many of them; more
// counts those that are left out.
func Accounts(all []Alike, names, more int) string {
	var parts []string
	for _, k := range all {
		parts = append(parts, k.tell(names))
	}
	mark := ", "
	if slices.ContainsFunc(all, Alike.long) {
		mark = "; "
	}
	if more > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(parts, mark)
}

// MainAccounts tells of some accounts those that there is room for, one at least: what
// matters least is left out, of equal ones the last, or that in the middle of a history.
func MainAccounts(all []Alike, names, room int, history bool) string {
	for n := 0; ; n++ {
		text := Accounts(all, names, n)
		if len(all) == 1 || utf8.RuneCountInString(text) <= room {
			return text
		}
		least := len(all) - 1
		if history {
			least /= 2
		}
		for i, k := range slices.Backward(all) {
			if k.Main < all[least].Main {
				least = i
			}
		}
		all = slices.Delete(all, least, least+1)
	}
}
