package wording

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
)

// Say is what people call a record, in a sentence.
func Say(v *plan.Record) string {
	if v.Kind != plan.Draft {
		return v.Title
	}
	label := cmp.Or(v.Label, v.Title)
	if strings.Contains(label, "'s ") || strings.Contains(label, "’s ") {
		return label
	}
	if i := strings.LastIndexByte(label, ' '); i > 0 && strings.Trim(label[i+1:], "0123456789") == "" && !strings.Contains(label, ",") {
		label += " draft" // a place and a year alone
	}
	return "the " + strings.ReplaceAll(label, ", ", " of ")
}

// Short is that in few words, beside a day: an event by what its label has before its own.
func Short(v *plan.Record) string {
	if v.Kind == plan.Draft {
		return Say(v)
	}
	return Named(v)
}

// Named is what the label of a record has before its day.
func Named(v *plan.Record) string {
	name, _, _ := strings.Cut(v.Label, ", ")
	return name
}

// Dated tells of which day a record is: "of 20 Nov 2025", "undated".
func Dated(v *plan.Record) string {
	if v.Date == "" {
		return Date(v.Date)
	}
	return "of " + Date(v.Date)
}

// SaidOn is from when to when claims were made, or printed; "" where no day is known.
func SaidOn(lib *plan.Library, claims []*plan.Claim) string {
	var days []plan.Date
	for _, c := range claims {
		if day := cmp.Or(c.Date, lib.Source(c.Source).Public()); day != "" {
			days = append(days, plan.Date(day.First()), plan.Date(day.Last()))
		}
	}
	if days == nil {
		return ""
	}
	first, last := slices.Min(days), slices.Max(days)
	if first == last {
		return Date(first)
	}
	return Date(first + "/" + last)
}

// In is where a record says something, after what it says.
func In(v *plan.Record) string {
	if v.Kind == plan.Draft {
		return "in " + Say(v)
	}
	title := v.Title
	if rest, ok := strings.CutPrefix(title, "The "); ok {
		title = "the " + rest
	}
	return "(" + title + ")"
}

// articled are the nouns at the end of a party's name that take an article in a sentence.
var articled = map[string]bool{"States": true, "Kingdom": true, "Union": true, "Nations": true, "Emirates": true, "Republic": true, "Netherlands": true, "Philippines": true}

// Parties names parties in a sentence: "Peru and the United Kingdom".
func Parties(names []string) string {
	return And(pick.Each(names, func(name string) string {
		if articled[name[strings.LastIndexByte(name, ' ')+1:]] {
			return "the " + name
		}
		return name
	}))
}

// Contents words what a version says, for a sentence: without brackets and IDs, with
// its terms where there is room.
func Contents(state plan.State, all []compare.Content, lib *plan.Library, most int) string {
	if len(all) == 0 {
		return StateWord(state)
	}
	lead, join := "", "; "
	proposed := func(k compare.Content) bool { return k.Proponent != "" }
	sides := state == plan.Bracketed && slices.ContainsFunc(all, proposed)
	switch {
	case state == plan.Disputed:
		lead, join = DisputedLead, " or "
	case sides:
		lead, all = "open, ", pick.Firstly(all, proposed)
	case state == plan.Bracketed: // nobody is said to want which
		lead, join = "open, ", ", or "
	}
	var parts, tries []string
	own := state == plan.Present && SayersDiffer(lib, all)
	for _, terms := range [...]bool{true, false} {
		parts = nil
		for _, k := range all {
			text := contentInSentence(k, lib, terms)
			if sides && !proposed(k) { // and it is no part of what the side before it wants
				text = "no side named: " + text
			}
			if own {
				text += " (" + Sayer(lib, compare.Showing(lib, k.Claims)) + ")"
			}
			parts = append(parts, text)
		}
		parts = deniedOnce(slices.Compact(parts))
		tries = append(tries, lead+strings.Join(parts, join))
	}
	if !own {
		parts = fewWords(parts)
		tries = append(tries, lead+strings.Join(parts, join))
	}
	if each := (most-len(lead))/len(parts) - len(join); state == plan.Bracketed && each >= leastOfSide { // no side alone
		for i, part := range parts {
			parts[i] = Clip(part, each)
		}
		tries = append(tries, lead+strings.Join(parts, join))
	}
	for n := len(parts) - 1; n > 0; n-- {
		tries = append(tries, fmt.Sprintf("%s%s, and %d more", lead, strings.Join(parts[:n], join), len(parts)-n))
	}
	tries = append(tries, lead+parts[0]+ellipsis)
	for _, part := range parts[1:] { // one of them in full rather than the first cut
		tries = append(tries, fmt.Sprintf("%s%s, and %d more", lead, part, len(parts)-1))
	}
	for _, text := range tries {
		if utf8.RuneCountInString(text) <= most {
			return text
		}
	}
	return Clip(lead+parts[0], most)
}

// deniedOnce leaves out that something is denied which is told, and says so where nothing else is.
func deniedOnce(parts []string) []string {
	out := pick.Drop(parts, func(part string) bool {
		what, ok := strings.CutPrefix(part, "denied: ")
		return ok && slices.Contains(parts, what)
	})
	if len(out) == 1 && len(parts) > 1 {
		out[0] += ", denied by others"
	}
	return out
}

// leastOfSide is the least that one of several sides is told in, in characters.
const leastOfSide = 30

// fewWords says what several propose without the verb, and the unit that all end in
// once, with the last.
func fewWords(parts []string) []string {
	out := slices.Clone(parts)
	last := out[len(out)-1]
	unit := last[strings.LastIndexByte(last, ' ')+1:]
	all := !slices.ContainsFunc(out, func(part string) bool {
		number, ok := strings.CutSuffix(part, " "+unit)
		return !ok || number == "" || number[len(number)-1] < '0' || number[len(number)-1] > '9'
	})
	for i, part := range out {
		if all && i < len(out)-1 {
			part = strings.TrimSuffix(part, " "+unit)
		}
		out[i] = strings.Replace(part, " proposes: ", ": ", 1)
	}
	return out
}

// DisputedLead stands before what sources contradict each other on.
const DisputedLead = "disputed, "

// contentInSentence words one content as Contents does.
func contentInSentence(k compare.Content, lib *plan.Library, terms bool) string {
	if k.Value.Date != "" {
		k.Value = plan.Value{Text: Date(k.Value.Date)}
	}
	if !terms && !k.Value.IsZero() {
		k.Terms = nil
		if k.State == plan.Deleted || k.State == plan.Omitted && !k.Claims[0].Denies {
			return StateWord(k.State)
		}
	}
	lead, body := strings.ReplaceAll(Lead(k), "[ ", ""), Body(k)
	if by := k.Proponent + ": "; k.Proponent != "" {
		lead, body = strings.TrimSuffix(lead, by), k.Proponent+" proposes: "+body
	}
	for _, c := range k.Claims {
		for _, id := range [...]string{c.ChangedFrom, c.KeptFrom} {
			if v := lib.Record(id); v != nil {
				body = strings.ReplaceAll(body, id, Say(v))
			}
		}
	}
	return lead + body
}

// Outlet is who published a source: who wrote it before who carries it.
func Outlet(src *plan.Source) string {
	if src.Publisher == "" && strings.HasPrefix(src.Title, "(") { // a description
		return "the " + Clip(strings.Trim(src.Title, "()"), 60)
	}
	name := Publisher(src)
	if carrier, other, ok := strings.Cut(name, ", "); ok {
		name = carrier
		if how, original, ok := strings.Cut(other, " "); ok && strings.HasSuffix(how, "ing") {
			name = original + " in " + carrier
		}
	}
	if i, j := strings.Index(name, " ("), strings.IndexByte(name, ')'); i > 0 && j > i {
		name = name[:i] + name[j+1:]
	}
	return name
}

// Shortened cuts a sentence after as many of its parts as there is room for, if that is
// most of it.
func Shortened(s string, most int) string {
	const more = "; and more"
	for cut := s; utf8.RuneCountInString(s) > most; {
		i := strings.LastIndex(cut, "; ")
		if i < most*2/3 {
			return Clip(s, most)
		}
		if cut = cut[:i]; utf8.RuneCountInString(cut+more) <= most {
			return cut + more
		}
	}
	return s
}

// ellipsis ends a text that was cut.
const ellipsis = " …"

// Clip cuts a text to a number of characters, at a blank.
func Clip(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	runes := []rune(s)
	s = string(runes[:max(most-2, 1)])
	if cut := strings.LastIndexByte(s, ' '); cut > len(s)/2 {
		s = s[:cut]
	}
	return strings.TrimRight(s, " ,;:") + ellipsis
}

// Sentences joins at most two sentences, the second where there is room.
func Sentences(room int, first, second string) string {
	first = strings.TrimRight(first, ". ")
	if !strings.HasSuffix(first, "?") {
		first += "."
	}
	if second = strings.TrimRight(second, ". "); second == "" || utf8.RuneCountInString(first+second)+2 > room {
		return first
	}
	return first + " " + FirstUpper(second) + "."
}
