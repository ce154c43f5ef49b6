package wording

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// Cite is the best source of some claims on a record: its words, its speaker, and its
// name with its day and how many more there are.
func Cite(lib *plan.Library, r *plan.Record, claims []*plan.Claim) (phrase, speaker, name string) {
	c := compare.Showing(lib, claims)
	if c == nil || lib.Source(c.Source) == nil {
		return "", "", ""
	}
	src := lib.Source(c.Source)
	name = Outlet(src)
	if day := Day(src); day != "" {
		name += ", " + day
	}
	if n := distinct(claims, func(c *plan.Claim) string { return c.Source }); n > 1 {
		name += fmt.Sprintf(", and %d more", n-1)
	}
	if c.By != "" && !strings.Contains(r.Title+" "+name, c.By) {
		speaker = c.By + " in "
	}
	if c.Phrase != "" && src.Language == "" && !strings.ContainsAny(c.Phrase, "[]") {
		phrase = Quoted(c.Phrase)
	}
	return phrase, speaker, name
}

// Sayer is who makes a claim: the speaker, else the outlet.
func Sayer(lib *plan.Library, c *plan.Claim) string {
	if src := lib.Source(c.Source); c.By == "" && src != nil {
		return Outlet(src)
	}
	return c.By
}

// Repeats says whose report the source of a claim repeats: ", repeating Axios"; "" if it
// repeats none.
func Repeats(lib *plan.Library, c *plan.Claim) string {
	src := lib.Source(c.Source)
	if src == nil || len(src.Original) == 0 || lib.Source(src.Original[0]) == nil {
		return ""
	}
	return ", repeating " + Outlet(lib.Source(src.Original[0]))
}

// SayersDiffer reports whether no one sayer says all of some contents: none of them may
// then be told under the name of another's.
func SayersDiffer(lib *plan.Library, all []compare.Content) bool {
	return len(all) > 1 && OneSayer(lib, all) == ""
}

// OneSayer is who says all of some contents, the first of several; "" if nobody does.
func OneSayer(lib *plan.Library, all []compare.Content) string {
	for _, c := range all[0].Claims {
		name := Sayer(lib, c)
		if !slices.ContainsFunc(all[1:], func(k compare.Content) bool {
			return !slices.ContainsFunc(k.Claims, func(d *plan.Claim) bool { return Sayer(lib, d) == name })
		}) {
			return name
		}
	}
	return ""
}

// clause is a text that was cut, without the part of a clause at its end.
func clause(text string) string {
	const least = 12 // characters that are left
	if i := strings.LastIndex(text, ", "); strings.HasSuffix(text, ellipsis) && i >= least {
		return text[:i] + ellipsis
	}
	return text
}

// distinct counts the sources of some claims, or who makes them.
func distinct(claims []*plan.Claim, of func(*plan.Claim) string) int {
	seen := map[string]bool{}
	for _, c := range claims {
		seen[of(c)] = true
	}
	return len(seen)
}

// SourcesDiffer reports whether no one source carries all of some contents.
func SourcesDiffer(all []compare.Content) bool {
	return !slices.ContainsFunc(all[0].Claims, func(c *plan.Claim) bool {
		return !slices.ContainsFunc(all, func(k compare.Content) bool {
			return !slices.ContainsFunc(k.Claims, func(d *plan.Claim) bool { return d.Source == c.Source })
		})
	})
}

// Sides are contents that contradict each other, each with who says so: where there is
// no room for all in full, all of them in fewer words, or several of them.
func Sides(lib *plan.Library, all []compare.Content, room int) string {
	const least = 28 // characters that tell what a side says
	sayer := func(c *plan.Claim) string { return Sayer(lib, c) }
	var parts []string
	for _, form := range [...]struct {
		sayers, others bool
		least          int
	}{{true, true, room - least}, {true, false, map[bool]int{true: least, false: room - least}[room >= 150]}, {false, false, least}} {
		for most := room; most >= form.least; most-- {
			parts = nil
			for i, k := range all {
				what, denied := strings.CutPrefix(contentInSentence(k, lib, false), "denied: ")
				name := sayer(compare.Showing(lib, k.Claims))
				if i > 0 && !form.others { // whom the first quotes is told
					name, _, _ = strings.Cut(name, ", ")
				}
				if n := distinct(k.Claims, sayer); n > 1 && form.others {
					name += fmt.Sprintf(" and %d more", n-1)
				}
				by := map[bool]string{true: "denied by "}[denied] + name
				if what = clause(Clip(what, most)); form.sayers || denied {
					what += " (" + by + ")"
				}
				parts = append(parts, what)
			}
			if text := strings.Join(parts, "; "); utf8.RuneCountInString(text) <= room {
				return text
			}
		}
	}
	return Several(parts, room)
}

// Phrases are the words of the sources for some contents, each with who says it: as many as
// have room; "" where no source has words.
func Phrases(lib *plan.Library, all []compare.Content, room int) string {
	var parts []string
	for _, k := range all {
		if c := compare.Showing(lib, k.Claims); c.Phrase != "" && (lib.Source(c.Source) == nil || lib.Source(c.Source).Language == "") {
			parts = append(parts, Quoted(c.Phrase)+" ("+Sayer(lib, c)+")")
		}
	}
	return Several(parts, room)
}

// Said is a content of a record with those of some claims' speakers who say it, or deny it.
func Said(lib *plan.Library, r *plan.Record, k compare.Content, claims []*plan.Claim) string {
	what, denied := strings.CutPrefix(contentInSentence(k, lib, false), "denied: ")
	verb := map[bool]string{true: ", denied by ", false: " according to "}[denied]
	return what + " " + In(r) + verb + who(lib, k, claims)
}

// Says is Said with those who say it first.
func Says(lib *plan.Library, r *plan.Record, k compare.Content, claims []*plan.Claim) string {
	return who(lib, k, claims) + ": " + contentInSentence(k, lib, false) + " " + In(r)
}

// who names those of some claims' speakers who say a content.
func who(lib *plan.Library, k compare.Content, claims []*plan.Claim) string {
	var names []string
	for _, c := range claims {
		if name := Sayer(lib, c); (slices.Contains(k.Claims, c) || k.Claims[0].Agrees(c)) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return Some(names, 110)
}

// First is the claim that was public first, by the day of its source; nil where no day
// is known.
func First(lib *plan.Library, claims []*plan.Claim) *plan.Claim {
	day := func(c *plan.Claim) plan.Date { return lib.Source(c.Source).Public() }
	dated := slices.DeleteFunc(slices.Clone(claims), func(c *plan.Claim) bool { return day(c) == "" })
	if len(dated) == 0 {
		return nil
	}
	return slices.MinFunc(dated, func(a, b *plan.Claim) int { return day(a).Compare(day(b)) })
}
