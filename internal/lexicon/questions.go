package lexicon

import (
	"regexp"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

var (
	yesNo = Set("is are was were do does did can could may might must will would should has have had")
	asks  = Set("who whom whose what when where why how which")
	// before are prepositions that a question may begin with.
	before = Set("for by with at in from to on")
)

// YesNo reports whether a question begins as those that want a verdict, after words by
// which it goes on from the last.
func YesNo(words []search.Word) bool {
	for len(words) > 0 && leaning[words[0].Text] {
		words = words[1:]
	}
	from, to := checking(words)
	return len(words) > 0 && yesNo[words[0].Text] || from < to || heading(words)
}

// heading reports whether words are a subject, a mark, and a yes-no question about it: "the cap - is it
// still there", "jets, still in?".
func heading(words []search.Word) bool {
	for i, w := range words {
		switch {
		case asks[w.Text]:
			return false
		case i > 0 && words[i-1].End+1 < w.Start && (yesNo[w.Text] && w.Text != "may" && !happened[w.Text] || w.Text == "still"):
			return true
		}
	}
	return false
}

// checking are the words by which a statement asks whether it is so: "true or false: ..." and
// "..., right?"; from is to where there are none.
func checking(words []search.Word) (from, to int) {
	switch last := len(words) - 1; {
	case last > 2 && so[words[0].Text] && words[1].Text == "or":
		return 0, 3
	case last > 3 && words[0].Text == "is" && words[1].Text == "it" && so[words[2].Text] && words[2].Text != "true": // which is a cue
		return 0, 4
	case last > 2 && so[words[last].Text] && words[last-1].End+1 < words[last].Start: // after a mark
		return last, last + 1
	case last > 3 && so[words[last].Text] && words[last-1].Text == "or" && so[words[last-2].Text]:
		return last - 2, last + 1
	}
	return 0, 0
}

// standing puts a noun of one question in the place of "one" in the next: "who led the Ukrainian
// delegation, and who led the Russian one".
func standing(head, tail string) string {
	of, words := strings.Fields(head), strings.Fields(tail)
	for i := 1; i < len(words); i++ {
		if word := strings.TrimRight(words[i], "?.,"); word != "one" || !Adjective(words[i-1]) {
			continue
		}
		for j := range of[:len(of)-1] {
			if noun := strings.Trim(of[j+1], "?.,"); Adjective(of[j]) && !PlanNoun(noun) && !otherNouns[noun] {
				words[i] = strings.Replace(words[i], "one", noun, 1)
				return strings.Join(words, " ")
			}
		}
	}
	return tail
}

// sourced reports whether a word is a noun for a draft or for who tells of it.
func sourced(w search.Word) bool {
	return PlanNoun(w.Text) || PointNoun(w.Text) || otherNouns[w.Text] || outlets[w.Text] || accounts[w.Text]
}

// checks reports whether a sentence only asks if the one before it holds: "Right or wrong?"
func checks(part string) bool {
	return !slices.ContainsFunc(search.Words(part), func(w search.Word) bool { return !so[w.Text] && w.Text != "or" })
}

// so are words by which somebody asks whether a statement holds: "is it correct that ...".
var so = Set("true false correct right wrong")

// Questions are the sentences of a text that ask something, two at most: one
// that says two things is taken apart where the second begins as a question.
func Questions(text string) []string {
	var out []string
	if head, tail, ok := strings.Cut(text, ", "); ok && begins(head, reasons) && begins(tail, why) {
		return []string{tail} // what is taken for granted may be false
	}
	const few = 4 // words behind it, of which it asks: "28-point text", "accounts differ"
	rest := text
	for rest != "" {
		end := len(rest)
		for i := 3; i+1 < end; i++ {
			if rest[i+1] == ' ' && (rest[i] == '?' || rest[i] == '.' && strings.ToLower(rest[i-3:i]) == rest[i-3:i] && !strings.ContainsAny(rest[i-3:i], ". 0123456789")) {
				end = i + 1
			}
		}
		if part := strings.TrimSpace(rest[:end]); (strings.HasSuffix(part, "?") || asking(part)) && !(len(part) < len(text) && checks(part)) {
			out = append(out, part)
		}
		if rest = rest[end:]; len(out) == 1 && !strings.HasSuffix(rest, "?") && (len(strings.Fields(rest)) <= few && slices.ContainsFunc(search.Words(rest), sourced) || begins(rest, bidding)) {
			return []string{text}
		}
	}
	if _, tail, ok := strings.Cut(text, " and "); len(out) == 0 && ok && (asking(tail) || ofIt(tail)) {
		out = []string{text} // a heading, and a question on it
	}
	if len(out) == 1 {
		for _, mark := range [...]string{", and ", "; ", " and ", " - ", " – "} {
			parts := strings.Split(out[0], mark)
			for i := 1; i < len(parts); i++ { // at the first of them that a question follows
				head, tail := strings.Join(parts[:i], mark), strings.Join(parts[i:], mark)
				if i := strings.LastIndex(head, "between "); i >= 0 && !strings.Contains(head[i:], " and ") && strings.Contains(mark, "and") {
					continue // it joins the two
				}
				whole := len(strings.Fields(head)) > 3
				if beside := search.Words(tail); !slices.ContainsFunc(beside, func(w search.Word) bool {
					return !asks[w.Text] && !does[w.Text] && !pronouns[w.Text] && !saying[w.Text]
				}) && slices.ContainsFunc(beside, func(w search.Word) bool { return pronouns[w.Text] }) && whole { // "and what did they say"
					return []string{head + "?"}
				}
				switch plain := mark[1] != '-' && mark[1] < 0x80; {
				case (plain || asking(head)) && (asking(tail) && len(strings.Fields(tail)) > 2 || ofIt(tail)) && whole:
					return []string{head + "?", standing(head, tail)}
				case strings.TrimSuffix(tail, "?") == "when" && whole:
					return []string{head + "?", "when was that?"}
				}
			}
		}
	}
	if len(out) == 0 || len(out) > 2 {
		return []string{text}
	}
	return out
}

var (
	reasons = Set("since given because as") // begin a clause that gives one: "since it was signed, why ..."
	why     = Set("why")
	bidding = Set("compare trace list") // begin a sentence that asks, and has no mark
)

// begins reports whether the first word of a text is one of some.
func begins(text string, with map[string]bool) bool {
	words := search.Words(text)
	return len(words) > 0 && with[words[0].Text]
}

// ofIt reports whether words are what is asked of something beside it: "the date
// given for it".
func ofIt(part string) bool {
	words := search.Words(part)
	n := len(words)
	return n > 3 && articles[words[0].Text] && words[n-1].Text == "it" && words[n-2].Common()
}

// asking reports whether a sentence begins as questions do: "for how long", too.
func asking(part string) bool {
	words := search.Words(part)
	if len(words) > 1 && before[words[0].Text] {
		words = words[1:]
	}
	return YesNo(words) || len(words) > 0 && asks[words[0].Text]
}

// Quotations are what a question puts in quotation marks.
func Quotations(text string) (out []string) {
	text = strings.NewReplacer("“", "\"", "”", "\"", "„", "\"", "«", "\"", "»", "\"", "‘", "'", "’", "'").Replace(text)
	if single.MatchString(text) { // and not the end of "the parties' "
		text = single.ReplaceAllString(text, ` "$1"`)
	}
	for parts := strings.Split(text, "\""); len(parts) > 2; parts = parts[2:] {
		out = append(out, parts[1])
	}
	return out
}

// Asserts reports whether the words beside a quotation ask neither who says it nor
// where: "fact check: ...".
func Asserts(text, quotation string) bool {
	return !slices.ContainsFunc(search.Words(strings.Replace(text, quotation, "", 1)), func(w search.Word) bool { return asks[w.Text] || saying[w.Text] })
}

// single are words in single quotation marks, which stand outside of words.
var single = regexp.MustCompile(`\s'([^']+(?:'\pL[^']*)*)'(?:$|\PL)`)

// AsksMeaning reports whether a question asks what words mean, or what a thing is.
func (n *Named) AsksMeaning() bool {
	w := n.Words
	return n.Has("mean") || len(w) > 3 && w[0].Text == "what" && does[w[1].Text] && w[len(w)-1].Text == "do" || len(w) > 1 && (w[0].Text == "what's" || w[0].Text == "what" && w[1].Text == "is")
}

// InTime orders drafts by day; where none is known, one that follows another
// comes after it.
func InTime(a, b *plan.Record) int {
	switch {
	case slices.Contains(a.Follows, b.ID):
		return 1
	case slices.Contains(b.Follows, a.ID):
		return -1
	}
	return a.Date.Compare(b.Date)
}

var (
	permitting = []string{"allow", "permit", "let", "may", "can", "could", "might"} // as stems
	obliging   = []string{"must", "have to", "has to", "need"}
)

// Permits reports whether a question asks if something is permitted, which is so where nothing
// forbids it.
func (n *Named) Permits() bool {
	return n.Has(permitting...)
}

// AsksSame reports whether a question asks if something is just as it was, and not if any of it is kept.
func (n *Named) AsksSame() bool { return n.Has("same", "unchang", "identic", "equal") }

// Obliges reports whether a question asks if something has to be.
func (n *Named) Obliges() bool {
	return n.Has(obliging...) || slices.ContainsFunc(n.Words, Burden)
}

// AsksDeed reports whether a question asks if somebody does something: "did they write it".
func (n *Named) AsksDeed() bool {
	return len(n.Words) > 1 && does[n.Words[0].Text] && !asks[n.Words[1].Text]
}

// drafts reports whether a word is the verb: "did Jane Smith draft any of it".
func (n *Named) drafts(i int) bool {
	w := n.Words
	return w[i].Text == "draft" && does[w[0].Text] && i > 1 && !n.Used[i-1] && !w[i-1].Common() && i+1 < len(w) && w[i+1].Common()
}

// Writes reports whether a question asks if somebody wrote something.
func (n *Named) Writes() bool {
	for i, w := range n.Words {
		if w.Text == "write" && i > 1 && n.Words[0].Text == "did" && n.Words[i-1].Text != "to" || n.drafts(i) {
			return true
		}
	}
	return false
}

// AsksHowManyDrafts reports whether it is drafts of which a question asks the number: "in how
// many of the plans".
func (n *Named) AsksHowManyDrafts() bool {
	_, to, ok := n.Phrase([]string{"how", "many"})
	return ok && slices.ContainsFunc(n.Words[to:min(to+3, len(n.Words))], func(w search.Word) bool { return PlanNoun(w.Text) })
}

// forecasting are words that ask for a forecast, whatever of.
var forecasting = Set("likely odds chance chances probability")

// Forecasts reports whether a question has such a word, and not "at odds".
func (n *Named) Forecasts() bool {
	i := slices.IndexFunc(n.Words, func(w search.Word) bool { return forecasting[w.Text] })
	return i == 0 || i > 0 && n.Words[i-1].Text != "at"
}

// HasAll reports whether a question has every word of a text that is no common one.
func (n *Named) HasAll(text string) bool {
	return !slices.ContainsFunc(search.Words(text), func(w search.Word) bool {
		return !w.Common() && !slices.ContainsFunc(n.Words, func(v search.Word) bool { return v.Stem == w.Stem || strings.HasPrefix(v.Stem, w.Stem) })
	})
}

// Shares reports whether a record has, in its names, what the name of another has that a question
// names, nouns for meetings apart.
func (n *Named) Shares(x *search.Index, record string) bool {
	for i, w := range n.Words {
		if n.Titled[i] && !gatherings[w.Text] && x.Has(record, n.Words[i:i+1]) {
			return true
		}
	}
	return false
}

// Ambiguous reports whether one name of a question stands for two drafts: "the December plan".
func (n *Named) Ambiguous() bool { return len(n.Records) == 2 && len(n.at) == 2 && n.at[0] == n.at[1] }

// Concludes reports whether a question asks if a meeting came to something: "did they agree on a truce".
func (n *Named) Concludes() bool {
	return YesNo(n.Words) && n.Has("agree", "reach", "sign", "issu", "announc", "conclud")
}

// ruling are words that something is ruled out by, as stems.
var ruling = []string{"ban", "prohibit", "forbid", "bar", "forbidden", "exclud", "rul out", "rule out"}

// Bans reports whether a question asks if something is ruled out.
func (n *Named) Bans() bool { return n.Has(ruling...) }

// Rules reports whether a text rules something out.
func Rules(text string) bool {
	words := search.Words(text)
	return (&Named{Words: words, Used: make([]bool, len(words))}).Bans()
}

// bans reports whether a word is a verb for that, and not "a ban".
func bans(w search.Word) bool { return slices.Contains(ruling, w.Stem) && len(w.Text) > len(w.Stem) }
