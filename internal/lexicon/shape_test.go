package lexicon_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/record/shipped/shippedtest"
	"plandiff/internal/search"
)

// of is the lexicon of the shipped records.
func of(t *testing.T) (*lexicon.Lexicon, *search.Index) {
	t.Helper()
	lib := shippedtest.Library(t)
	x := search.New(lib)
	return lexicon.New(x), x
}

// How a question is put, whatever it names.
func TestShape(t *testing.T) {
	l, _ := of(t)
	for _, c := range []struct{ text, want, why string }{
		{"which of the plans mention NATO", "all plans", "every draft, none of them named"},
		{"does any draft say so", "all", "a noun for a draft after the word"},
		{"any news of the army", "", "no draft is asked about"},
		{"and what about NATO", "leans", "it goes on from the last question"},
		{"what does it say", "pronoun", "a word for what was asked"},
		{"why was that", "pronoun", "\"that\" at the end"},
		{"is that draft public", "pronoun", "and before a noun"},
		{"that made it into the draft", "", "but not before a sentence, nor a pronoun in a cue"},
		{"which point is on NATO", "point", "the number of one point"},
		{"which points are on NATO", "point", "of several"},
		{"which points did the E3 draft drop", "", "a list of them"},
		{"the plans compared", "plans", "drafts in general"},
		{"what is in the US draft but not in the E3 draft", "lacks the second", "the one named after the word"},
		{"what does the US draft lack", "lacks the first", "the one named before it"},
		{"what does the US draft have that the E3 draft doesn't have", "lacks the second", "the second before it"},
		{"how many troops according to the US draft", "by draft", "a draft accords"},
		{"how many troops according to the Guardian", "", "an outlet does"},
	} {
		n := l.Read(search.Words(c.text))
		var got []string
		put := func(is bool, what string) {
			if is {
				got = append(got, what)
			}
		}
		second, lacks := n.Lacking()
		put(n.AsksAll(), "all")
		put(n.Leans(), "leans")
		put(n.Pronoun(), "pronoun")
		put(n.AsksPoint(), "point")
		put(n.Plans(), "plans")
		put(n.ByDraft(), "by draft")
		put(lacks && !second, "lacks the first")
		put(lacks && second, "lacks the second")
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q (%s): %q, want %q", c.text, c.why, s, c.want)
		}
	}
}

// A name is continued as far as all that fit agree: a draft's before a topic's.
func TestComplete(t *testing.T) {
	l, _ := of(t)
	for _, c := range []struct{ line, want, why string }{
		{"what is in us-2", "what is in us-28", "one draft begins so"},
		{"US-2", "us-28", "as the record writes it"},
		{"what is in zzz", "", "nothing does"},
		{"", "", "nothing is typed"},
		{"army-si", "army-size", "a topic"},
		{"is the geneva-1", "is the geneva-19", "the last word of the line"},
	} {
		line, at, ok := l.Complete(c.line, len(c.line))
		if ok != (c.want != "") || ok && (line != c.want || at != len(c.want)) {
			t.Errorf("%q (%s): %q, cursor at %d, want %q", c.line, c.why, line, at, c.want)
		}
	}
	if line, at, ok := l.Complete("is us-2 public?", len("is us-2")); !ok || line != "is us-28 public?" || at != len("is us-28") {
		t.Errorf("in the middle of a line: %q, cursor at %d", line, at)
	}
	for _, at := range []int{-1, 9} {
		if _, _, ok := l.Complete("us-2", at); ok {
			t.Errorf("something is completed at %d of 4", at)
		}
	}
}

func TestUnreadable(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"what changed?", ""},
		{"28", ""},
		{"яке обмеження армії?", "not in the Latin alphabet"},
		{"?! \x1b[31m", "There is no question."},
		{strings.Repeat("a ", 1001), "too long"},
	} {
		if got := lexicon.Unreadable(c.text); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%.20q: %q, want %q", c.text, got, c.want)
		}
	}
}

// A mistyped word is put right and told; what the records know, short
// words, months and what is to be kept are no slips.
func TestSpell(t *testing.T) {
	l, _ := of(t)
	for _, c := range []struct{ text, want string }{
		{"territorry of Ukrane", "[territorry as territory ukrane as ukraine]"},
		{"the territory in Marhc", "[]"},
		{"territory", "[]"},
		{"sanctoins", "[sanctoins as sanctions]"},
	} {
		got := l.Spell(c.text, search.Words(c.text), func(w search.Word) bool { return w.Text == "marhc" })
		if fmt.Sprint(got) != c.want {
			t.Errorf("%q: %v, want %s", c.text, got, c.want)
		}
	}
}

// Names that no record has are told as they were typed, unless all is in capitals.
func TestUnheard(t *testing.T) {
	l, x := of(t)
	for _, c := range []struct{ text, want, why string }{
		{"what does Smithers say", "[Smithers] false", "one word"},
		{"what does Ned Smithers' paper say", "[Ned Smithers] false", "several"},
		{"what does General Smithers say on NATO", "[General Smithers] false", "with a word that is known"},
		{"do Smithers, Skinner or Trump say so", "[Smithers Skinner] true", "those of a list that are not known"},
		{"do Smithers, Skinner or Flanders say so", "[Smithers Skinner Flanders] false", "all of one"},
		{"does Trump's friend Smithers say so", "[Smithers] false", "a name that is known is no part of one"},
		{"what does smithers say", "[] false", "small letters"},
		{"WHAT DOES SMITHERS SAY", "[] false", "no letter tells"},
		{"what does Trump say", "[] false", "a name that is known"},
		{"Smithers says what", "[] false", "a sentence begins"},
		{"Ned Smithers says what", "[Ned Smithers] false", "but a name goes on"},
	} {
		names, beside := l.Unheard(c.text, x.Terms(search.Words(c.text)), false)
		if got := fmt.Sprint(names, beside); got != c.want {
			t.Errorf("%q (%s): %s, want %s", c.text, c.why, got, c.want)
		}
	}
}

func TestQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`who says "a strict limit on arms"?`, "a strict limit on arms"},
		{"who says “a strict limit on arms”?", "a strict limit on arms"},
		{`who says "a limit"?`, "a limit"},
		{`who says "a strict limit on arms`, ""},
		{"who says it", ""},
		{`who says "a limit" or "a cap"?`, "a limit | a cap"},
	} {
		if got := strings.Join(lexicon.Quotations(c.text), " | "); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestInTime(t *testing.T) {
	first, second, third := &plan.Record{ID: "a", Date: "2025-11-20"}, &plan.Record{ID: "b", Date: "2025-11-23"}, &plan.Record{ID: "c", Follows: []string{"b"}}
	list := []*plan.Record{third, second, first}
	slices.SortStableFunc(list, lexicon.InTime)
	if lexicon.InTime(first, second) >= 0 || lexicon.InTime(third, second) <= 0 || lexicon.InTime(second, third) >= 0 {
		t.Error("the draft that follows, or of the later day, does not come after")
	}
}

// A value that says no, and nothing else.
func TestRefuses(t *testing.T) {
	for value, want := range map[string]bool{"excluded": true, "No limit": true, "no permanent stay": false, "not excluded": false, "": false} {
		if lexicon.Refuses(value) != want {
			t.Errorf("%q refuses: want %v", value, want)
		}
	}
	if !lexicon.Every("each") || lexicon.Every("some") {
		t.Error("\"each\" asks about all, \"some\" does not")
	}
}

// The days that a question covers.
func TestThrough(t *testing.T) {
	l, x := of(t)
	for _, c := range []struct{ text, want, why string }{
		{"what happened between the US draft and the E3 draft", "2025-11-20 to 2025-11-23", "between two drafts"},
		{"what happened between 1 and 3 December 2025", "2025-12-01 to 2025-12-03", "between two days"},
		{"what happened since the US draft", "2025-11-20 to the end", "from a draft on"},
		{"what happened after 3 December 2025", "2025-12-04 to the end", "the day itself is not after it"},
		{"what happened from the US draft until 3 December 2025", "2025-11-20 to 2025-12-03", "from a draft to a day"},
		{"trace it from November 2025 to the E3 draft", "2025-11-01 to 2025-11-23", "from a day to a draft"},
		{"what is the limit", " to ", "no days"},
	} {
		n := l.Read(search.Words(c.text))
		from, to := n.Through(n.Records)
		until := string(to)
		if to == plan.Latest {
			until = "the end"
		}
		if got := fmt.Sprintf("%s to %s", from, until); got != c.want {
			t.Errorf("%q (%s): %s, want %s", c.text, c.why, got, c.want)
		}
	}
	for _, c := range []struct{ text, want, why string }{
		{"the week after Davos", "2026-01-23 2026-01-29", "days told by an event"},
		{"what is the limit", " ", "nothing bounds it"},
	} {
		words := search.Words(c.text)
		from, to := l.Around(l.Read(words), x.Terms(words))
		if got := fmt.Sprint(from, " ", to); got != c.want {
			t.Errorf("around, %q (%s): %q, want %q", c.text, c.why, got, c.want)
		}
	}
	if counts := l.PointCounts(); !slices.Contains(counts, "28") || counts[0] != "28" {
		t.Errorf("the counts of points are %v, want the largest first", counts)
	}
}

// What a question is about is what no name of a draft, noun for one or number of a
// point takes.
func TestLeft(t *testing.T) {
	l, x := of(t)
	for _, c := range []struct{ text, want string }{
		{"army size in the US draft", "army size"},
		{"which point is on amnesty", "amnesty"},
		{"do the two drafts ban weapons", "ban weapons"},
		{"how many soldiers does the European one allow", "soldiers"},
		{"elections in earlier drafts", "elections"},
		{"elections after the US draft was made public", "elections"},
	} {
		n := l.Read(search.Words(c.text))
		var got []string
		for _, term := range l.Left(n, c.text, x.Terms(n.Words)) {
			if !n.Used[slices.IndexFunc(n.Words, func(w search.Word) bool { return w.Start == term.Words[0].Start })] {
				got = append(got, term.Text())
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q is about %q, want %q", c.text, s, c.want)
		}
	}
}

// A place stands after "in" or "at", with all the words of its name.
func TestPlace(t *testing.T) {
	l, x := of(t)
	n := l.Read(search.Words("who met Witkoff in Abu Dhabi about prisoners"))
	var got []string
	for _, term := range x.Terms(n.Words) {
		if n.Place(term) {
			got = append(got, term.Text())
		}
	}
	if s := strings.Join(got, " "); s != "abu dhabi" {
		t.Errorf("the place is %q", s)
	}
}

// TestHolder: a party holds what stands beside a word for holding, and no other.
func TestHolder(t *testing.T) {
	l, x := of(t)
	for text, want := range map[string]string{
		"how did Ukraine's position on NATO move":                     "Ukraine",
		"what has Moscow demanded on the army over time":              "Russia",
		"the position of Russia on Crimea":                            "Russia",
		"the army cap for Ukraine over time":                          "",
		"Ukraine's position and Russia's position on the plant":       "",
		"what became of the frozen assets from the first to the last": "",
	} {
		group := l.Holder(l.Read(search.Words(text)))
		if want == "" != (group == "") || want != "" && !l.Names(want, group) {
			t.Errorf("%q asks for the position of %q, want %q", text, group, want)
		}
		for _, r := range x.Lib.OfKind(plan.Event) {
			if want != "" && len(r.By) != 1 && l.Holds(r, group) {
				t.Errorf("%s is an event of several, and held by %s", r.ID, want)
			}
		}
	}
}
