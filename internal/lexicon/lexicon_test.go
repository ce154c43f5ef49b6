package lexicon_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/record"
	"plandiff/internal/record/shipped/shippedtest"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// TestRead: numbers, parties and nouns narrow down together, in any order.
func TestRead(t *testing.T) {
	lib := shippedtest.Library(t)
	l := lexicon.New(search.New(lib))
	for _, row := range []struct{ text, want, why string }{
		{"28-point European plan on NATO", "[e3-28] [] [] []", "party after the number"},
		{"European 28-point plan on NATO", "[e3-28] [] [] []", "and before it"},
		{"Washington's plan", "[us-28] [] [] []", "an alias and a noun are a name"},
		{"24-point US plan", "[european-24 us-28] [] [] [] false", "no draft is both"},
		{"does the 30-point plan allow elections", "[] [30] [] []", "no draft has so many"},
		{"army cap, the 28 against 19", "[us-28 geneva-19] [] [] []", "bare numbers that are counts of points"},
		{"who says the text has 22 points", "[] [] [] []", "a number that is told of a draft"},
		{"where did point 21 go", "[] [] [21] []", "a point"},
		{"known on 24 November", "[] [] [] [2025-11-24]", "the year that records of the month have"},
		{"the US terms of April 2025", "[april-2025-us] [] [] []", "a month that is part of a name"},
		{"on 2025-11-24", "[] [] [] [2025-11-24]", "a day in figures"},
		{"between 5 December 2025 and March 2026", "[] [] [] [2025-12-05 2026-03]", "days and months"},
		{"the 3rd of December", "[] [] [] [2025-12-03]", "a day by its ordinal"},
		{"may the troops march", "[] [] [] []", "words that are months too"},
		{"in 2027, by May 2026", "[] [] [] [2027 2026-05]", "and where they are months"},
		{"points 4 and 7", "[] [] [4 7] []", "two points"},
		{"the 21st point", "[] [] [21] []", "a point by its ordinal"},
		{"the second point of the US draft", "[us-28] [] [2] []", "in a word, in a draft"},
		{"point 10c", "[] [] [10] []", "a part of a point"},
		{"the original US draft", "[us-28] [] [] []", "a word of another name of the draft"},
		{"Zelensky's December plan", "[zelensky-20] [] [] []", "a party's draft of a month"},
		{"the us and eu versions", "[us-28 e3-28] [] [] []", "one of each, not all of the last"},
		{"28-pt plan", "[us-28] [] [] []", "a noun in short"},
		{"since Christmas 2025", "[] [] [] [2025-12-25]", "a day by its name"},
		{"and the 24-point one", "[european-24] [] [] []", "a word that stands for a noun"},
		{"timeline 19 nov - 24 nov 2025", "[] [] [] [2025-11-19 2025-11-24]", "two days of one month"},
		{"the meeting of 4-5 February 2026", "[] [] [] [2026-02-04/2026-02-05]", "days that are one date"},
		{"visits December to March 2026", "[] [] [] [2025-12 2026-03]", "December is not of the year after"},
		{"rounds Jan to March 2027", "[] [] [] [2027-01 2027-03]", "the year is said once"},
		{"which para is it", "[] [] [] []", "a noun without a number"},
		{"army cap in the leaked US draft", "[us-28] [] [] []", "a participle before a draft's name, though something that happened is named so"},
		{"the latest US draft", "[us-ua-20-dec10] [] [] []", "the last that they alone put forward"},
		{"the European April 2025 paper and the American one", "[april-2025-eu-ua april-2025-us] [] [] []", "another's paper of the same time"},
		{"the Ukrainian paper of June 2025 and the Russian one", "[istanbul-2025-ukraine istanbul-2025-russia] [] [] []", "though nobody calls it so"},
		{"who leaked the plan", "[us-28] [] [] []", "a draft by a word of its names"},
		{"Kyiv's Istanbul paper of June 2025", "[istanbul-2025-ukraine] [] [] []", "who, where, what and when together"},
		{"Witkoff's April 2025 paper", "[april-2025-us] [] [] []", "the draft of that month, not what else is named so"},
		{"the April 2025 US (Witkoff) paper, the European/Ukrainian counter of the same month", "[april-2025-us april-2025-eu-ua] [] [] []", "a month that was said before"},
		{"the US and the European/Ukrainian April 2025 papers", "[april-2025-us april-2025-eu-ua] [] [] []", "one of each, of that month"},
		{"Russian and Ukrainian papers of June 2025", "[istanbul-2025-russia istanbul-2025-ukraine] [] [] []", "though one of them is a name"},
		{"the two June 2025 drafts", "[istanbul-2025-ukraine istanbul-2025-russia] [] [] []", "all of a month, and no day of it"},
		{"the Russian and Ukrainian memoranda of June 2025", "[istanbul-2025-russia istanbul-2025-ukraine] [] [] []", "a plural without an s"},
		{"the two Istanbul papers of June 2025", "[istanbul-2025-ukraine istanbul-2025-russia] [] [] []", "all of a place and a month, though one is named so"},
		{"the first Polish paper of April 2025", "[] [] [] [2025-04]", "a word of another draft's names and the year are not enough"},
		{"what did Ukraine ask for in its Istanbul memorandum", "[istanbul-2025-ukraine] [] [] []", "the party behind \"its\" tells"},
		{"the Witkoff text of April 2025", "[april-2025-us] [] [] []", "of the drafts of one name that of the day"},
		{"28 points and European text", "[us-28 e3-28] [] [] []", "two drafts, not one of 28 points"},
		{"the December 2025 text", "[us-ua-20-dec10 zelensky-20] [] [] []", "a year is no part of the name, which two bear"},
		{"the Istanbul communique of March 2022", "[istanbul-communique-2022] [] [] []", "a place and a year"},
		{"the 12 points of October 2025", "[europe-12-oct-2025] [] [] []", "a number of points and a month"},
		{"the text from December 2025", "[us-ua-20-dec10 zelensky-20] [] [] []", "a day after \"from\""},
		{"the US draft from November 2025 on", "[us-28] [] [] [2025-11]", "but not the beginning of a range"},
		{"a prisoner deal of October 2025", "[] [] [] [2025-10]", "a noun alone names no draft"},
		{"the memorandum of 1994", "[] [] [] [1994]", "nor does one of another year"},
		{"which is the latest draft", "[zelensky-20] [] [] []", "the newest"},
		{"the latest known European text", "[european-24] [] [] []", "the newest of a party"},
		{"the final offer", "[april-2025-us] [] [] []", "a name, though it has such a word"},
		{"what did Ukraine put in its memorandum", "[istanbul-2025-ukraine] [] [] []", "a noun that several have, and who put it forward"},
		{"what is in the memorandum", "[istanbul-2025-russia] [] [] []", "the noun of the program's name for one"},
		{"what is the memorandum on mines", "[] [] [] []", "nor is one on another subject"},
		{"what did Ukraine ask Trump for in October 2025", "[] [] [] [2025-10]", "what is asked of somebody is no draft"},
		{"a memorandum of understanding", "[] [] [] []", "what kind of one is another thing"},
		{"what did Kyiv ask for in June 2025", "[istanbul-2025-ukraine] [] [] []", "a party that asks stands for its draft"},
		{"what did Ukraine offer in Istanbul in March 2022", "[istanbul-communique-2022] [] [] []", "a place and a year"},
		{"and what about the Russians in June 2025?", "[istanbul-2025-russia] [] [] []", "nothing but a party and a month"},
		{"what did Europe want in November 2025", "[] [] [] [2025-11]", "two drafts are Europe's"},
		{"what did the United Kingdom want in November 2025", "[e3-28] [] [] []", "a party of several words"},
		{"what did Russia say in June 2025", "[] [] [] [2025-06]", "what is said may stand elsewhere"},
	} {
		n := l.Read(search.Words(row.text))
		var ids []string
		for _, r := range n.Records {
			ids = append(ids, r.ID)
		}
		if n.Premise != nil {
			slices.Sort(ids)
		}
		got := fmt.Sprint(ids, n.Counts, n.Points, n.Dates)
		if n.Premise != nil {
			got += " false"
		}
		if got != row.want {
			t.Errorf("%q (%s): %s, want %s", row.text, row.why, got, row.want)
		}
	}
}

// TestShift: a stretch of time that is told by that of the question before.
func TestShift(t *testing.T) {
	lib := shippedtest.Library(t)
	l := lexicon.New(search.New(lib))
	for _, row := range []struct {
		text           string
		from, to, a, b plan.Date
	}{
		{"and the month after?", "2026-01-01", "2026-01-31", "2026-02-01", "2026-02-28"},
		{"what happened in the following month", "2025-12-05", "2025-12-31", "2026-01-01", "2026-01-31"},
		{"and two months later?", "2026-01-01", "2026-01-31", "2026-03-01", "2026-03-31"},
		{"and in the two months before that", "2026-01-10", "2026-01-31", "2025-11-01", "2025-12-31"},
		{"the week after", "2025-11-23", "2025-11-23", "2025-11-24", "2025-11-30"},
		{"the week before", "2025-11-23", "2025-12-02", "2025-11-16", "2025-11-22"},
		{"two weeks earlier", "2025-11-23", "2025-11-23", "2025-11-09", "2025-11-15"},
		{"and the previous day", "2025-11-23", "2025-11-23", "2025-11-22", "2025-11-22"},
		{"a year later", "2025-04-17", "2025-04-17", "2026-01-01", "2026-12-31"},
		{"in the same month", "2025-11-23", "2025-11-23", "2025-11-01", "2025-11-30"},
		{"what happened the month after the ceasefire", "2026-01-01", "2026-01-31", "", ""},
		{"elections 100 days after", "2026-01-01", "2026-01-31", "", ""},
		{"the months after", "2026-01-01", "2026-01-31", "", ""},
		{"and the month after?", "", "", "", ""},
		{"and the month after?", "2026-01-01", plan.Latest, "", ""},
	} {
		n := l.Read(search.Words(row.text))
		told := n.Shift(row.from, row.to)
		if from, to := n.Span(); told != (row.a != "") || from != row.a || to != row.b {
			t.Errorf("%s, after %s to %s: %s to %s, %v", row.text, row.from, row.to, from, to, told)
		}
	}
}

// A party stands for its draft, but not where that is of another time.
func TestParties(t *testing.T) {
	lib := shippedtest.Library(t)
	l := lexicon.New(search.New(lib))
	for text, want := range map[string]int{"what does Trump want": 1, "what does Trump say in November 2025": 1, "what did Trump say in April 2026": 0} {
		if n := l.Read(search.Words(text)); len(n.Parties) != want {
			t.Errorf("%q: parties %v, want %d", text, n.Parties, want)
		}
	}
}

// The names that the program says are read back as that draft and nothing else,
// alone and in a sentence.
func TestOwnNames(t *testing.T) {
	accord, err := record.Load(record.Root{FS: os.DirFS("../cli/example")})
	if err != nil {
		t.Fatal(err)
	}
	ours := shippedtest.Library(t)
	for _, lib := range []*plan.Library{ours, accord} {
		l := lexicon.New(search.New(lib))
		for _, v := range lib.Records {
			texts := []string{wording.Say(v)}
			if v.Kind == plan.Draft {
				short, _, _ := strings.Cut(v.Label, ", ")
				texts = append(texts, "what does "+wording.Say(v)+" say on elections?", "is it in the "+short+" too", "the "+short+" text of "+wording.Date(v.Date[:len("2006-01")]))
			}
			for _, text := range texts {
				if n := l.Read(search.Words(text)); len(n.Records) != 1 || n.Records[0] != v || v.Kind == plan.Draft && n.Dates != nil {
					t.Errorf("%q of %s: %d %v %v", text, v.ID, len(n.Records), n.Records, n.Dates)
				}
			}
		}
		for _, at := range []struct{ text, want string }{{"the latest draft", "second-draft"}, {"Northshore's paper of March 2031", "first-draft"}, {"the April 2031 text", "second-draft"}, {"what did Northshore demand in March 2031", "first-draft"}, {"Northshore and Southshore's draft of April", "second-draft"}} {
			if n := l.Read(search.Words(at.text)); lib == accord && (len(n.Records) != 1 || n.Records[0].ID != at.want) {
				t.Errorf("%q: %v", at.text, n.Records)
			}
		}
	}
}

// Whatever is asked, what is named is there, and stands in the question.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "28 points", "the 24-point plan of 24 November 2025", "31 February", "point point 3 and", "may 2025-11", "2025-11-24-05", "0 0 0 1st 99th", "plan plans plan"} {
		f.Add(s)
	}
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		f.Fatal(err)
	}
	l := lexicon.New(search.New(lib))
	f.Fuzz(func(t *testing.T, text string) {
		words := search.Words(text)
		n := l.Read(words)
		for _, r := range n.Records {
			if lib.Record(r.ID) != r {
				t.Errorf("%q names %v, which is no record", text, r)
			}
		}
		for _, d := range n.Dates {
			if _, err := plan.ParseDate(string(d)); err != nil {
				t.Errorf("%q names the day %q: %v", text, d, err)
			}
		}
		if len(n.Used) != len(words) {
			t.Errorf("%q: %d words, %d of them told of", text, len(words), len(n.Used))
		}
	})
}

// TestSpan: the words beside a date say whether it begins or ends what is asked
// about, and whether evidence of later days counts.
func TestSpan(t *testing.T) {
	lib := shippedtest.Library(t)
	l := lexicon.New(search.New(lib))
	for _, row := range []struct {
		text           string
		from, to, asOf plan.Date
	}{
		{"what happened in November 2025", "2025-11-01", "2025-11-30", ""},
		{"what happened between 19 and 24 November 2025", "2025-11-19", "2025-11-24", ""},
		{"talks from 5 December 2025 to March 2026", "2025-12-05", "2026-03-31", ""},
		{"trace it from November 2025 onwards", "2025-11-01", plan.Latest, ""},
		{"talks since the end of November 2025", "2025-11-21", plan.Latest, ""},
		{"talks from the beginning of March to the end of April 2026", "2026-03-01", "2026-04-30", ""},
		{"talks after 30 November 2025", "2025-12-01", plan.Latest, ""},
		{"talks before 1 December 2025", plan.Earliest, "2025-11-30", ""},
		{"talks until 1 December 2025", plan.Earliest, "2025-12-01", ""},
		{"the cap as of 1 December 2025", "2025-12-01", "2025-12-01", "2025-12-01"},
		{"the cap as of December 2025", "2025-12-01", "2025-12-31", "2025-12-31"},
		{"imagine it is 22 December 2025", "2025-12-22", "2025-12-22", "2025-12-22"},
		{"on 1 December 2025 did anybody know the cap", "2025-12-01", "2025-12-01", "2025-12-01"},
		{"what was known before 1 December 2025", plan.Earliest, "2025-11-30", "2025-11-30"},
		{"what is known of the talks of December 2025", "2025-12-01", "2025-12-31", ""},
		{"talks in summer 2026", "2026-06-01", "2026-08-31", ""},
		{"talks in the winter of 2025/26", "2025-12-01", "2026-02-28", ""},
		{"talks in winter 2026", "2025-12-01", "2026-02-28", ""},
		{"did the troops fall back in 2025", "2025-01-01", "2025-12-31", ""},
		{"talks of last autumn", "", "", ""},
		{"talks in early December", "2025-12-01", "2025-12-10", ""},
		{"talks since mid-December 2025", "2025-12-11", plan.Latest, ""},
		{"talks from late November to early December 2025", "2025-11-21", "2025-12-10", ""},
		{"talks in late 2025", "2025-09-01", "2025-12-31", ""},
		{"talks by the end of 2025", plan.Earliest, "2025-12-31", ""},
		{"which drafts are from June 2025", "2025-06-01", "2025-06-30", ""},
		{"talks from June 2025 on", "2025-06-01", plan.Latest, ""},
		{"talks in the week after 23 November 2025", "2025-11-24", "2025-11-30", ""},
		{"talks in the week after the Paris Declaration", "2026-01-07", "2026-01-13", ""},
		{"talks in the month before the US draft", "2025-10-01", "2025-10-31", ""},
		{"did they meet on 1 December 2025", "2025-12-01", "2025-12-01", ""},
	} {
		n := l.Read(search.Words(row.text))
		if from, to := n.Span(); from != row.from || to != row.to || n.Day != row.asOf {
			t.Errorf("%s: %s to %s, as of %q", row.text, from, to, n.Day)
		}
	}
}

// TestShapes: what a question says of its shape, where no name and no cue does.
func TestShapes(t *testing.T) {
	x := search.New(shippedtest.Library(t))
	l := lexicon.New(x)
	read := func(text string) *lexicon.Named { return l.Read(search.Words(text)) }
	for text, want := range map[string]string{
		"the most recent round of talks": "talk", "what came of the last meeting": "meet", "the last of the drafts": "", "how long did it last": "",
	} {
		if got := read(text).LastMeeting(); got != want {
			t.Errorf("%q: the last %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]int{"Merz and Macron on the plan": 16, "Merz on prices": 5, "on prices": -1, "what is said on prices": -1} {
		if got := read(text).Heading(); got != want {
			t.Errorf("%q: the subject begins at %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"what does Russia get out of it": "Russia", "list everything the 28-point plan asks of Russia": "Russia", "what does the plan demand of Russia": "Russia",
		"what does Russia get for prices": "", "who gets the power": "", "does Russia get it": "",
	} {
		words := search.Words(text)
		n := l.Read(words)
		group, who := l.For(n, x.Terms(words))
		got := ""
		if group != "" {
			got = text[who.Words[0].Start:who.End()]
		}
		if got != want {
			t.Errorf("%q: what it has for %q, want %q", text, got, want)
		}
	}
	for value, want := range map[string]bool{"economic zone not fair": true, "rejected by the union": true, "a land swap": false} {
		if got := lexicon.Denies(&plan.Claim{Value: plan.Value{Text: value}}); got != want {
			t.Errorf("%q says no: %v", value, got)
		}
	}
}
