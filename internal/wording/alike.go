package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
)

// Alike is what some records say alike.
type Alike struct {
	Text string
	In   []*plan.Record
	Main int  // how much it matters where there is no room for all
	days bool // it is told with the day of each draft whose name has none
}

func (k Alike) long() bool { return strings.Contains(k.Text, ", ") || strings.Contains(k.Text, "; ") }

// tell is an account with the names of those who give it, the first of many.
func (k Alike) tell(most int) string {
	if k.In[0].Kind != plan.Draft {
		return k.Text + " " + In(k.In[0])
	}
	names := pick.Each(k.In, func(v *plan.Record) string {
		name := Say(v)
		if year := v.Date.First(); k.days && year != "" && !strings.Contains(name, year[:4]) {
			name += " (" + Date(v.Date) + ")"
		}
		return name
	})
	if n := len(names) - most; n > 1 { // one more is named as soon as counted
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

// WithDays are accounts that tell the day of each draft whose name has no year.
func WithDays(all []Alike) []Alike {
	return pick.Each(all, func(k Alike) Alike {
		k.days = true
		return k
	})
}

// accounts tells what records say, each thing with the names of so many of them; more
// counts those that are left out.
func accounts(all []Alike, names, more int) string {
	parts := pick.Each(all, func(k Alike) string { return k.tell(names) })
	mark := ", "
	if slices.ContainsFunc(all, Alike.long) {
		mark = "; "
	}
	text := strings.Join(parts, mark)
	if more > 0 {
		text += "; " + Count(more, "more value")
	}
	return text
}

// MainAccounts tells of some accounts those that there is room for: what matters least is
// left out, of equal ones the last, but none that matters as much as most. "" if that is
// not enough.
func MainAccounts(all []Alike, names, room, most int) string {
	all = slices.Clone(all)
	for n := 0; ; n++ {
		text := accounts(all, names, n)
		if utf8.RuneCountInString(text) <= room {
			return text
		}
		least := len(all) - 1
		for i, k := range slices.Backward(all) {
			if k.Main < all[least].Main {
				least = i
			}
		}
		if all[least].Main >= most || len(all) == 1 {
			return map[bool]string{true: text}[len(all) == 1 && most > all[0].Main]
		}
		all = slices.Delete(all, least, least+1)
		if k := least - 1; k >= 0 && least < len(all) && all[k].Text == all[least].Text && all[least].In[0].Kind == plan.Draft { // now side by side
			all[k].In, all[k].Main = slices.Concat(all[k].In, all[least].In), max(all[k].Main, all[least].Main)
			all = slices.Delete(all, least, least+1)
		}
	}
}
