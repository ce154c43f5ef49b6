package wording

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// glossary are the further words of screens and files, in small letters, each with what
// it means in a sentence.
var glossary = [...]struct{ word, meaning string }{
	{"reported", "“Reported”, of a claim's basis: the outlet says it, in its own words."},
	{"quoted", "“Quoted”, of a claim's basis: the source quotes a fragment of the text."},
	{"said", "“Said”, of a claim's basis: a named person says it."},
	{"unnamed officials", "“Unnamed officials”, of a claim's basis: officials say it whom the outlet does not name."},
	{"leaked transcript", "“Leaked transcript”, of a claim's basis: it comes from a leaked conversation."},
	{"opinion", "“Opinion”, of a claim's basis: it is a judgement."},
	{"reports only", "“No text, reports only”: nobody has published the version, and it is known from what reports say of it."},
	{"set out orally", "“Set out orally”: somebody read the version out, and no text was released."},
	{"basis", "The basis of a claim says how its source knows it: text, quoted, said, reported, unnamed officials, leaked transcript or opinion, strongest first."},
	{"changed", "“Changed”: the values differ, or the same value has a term that one side is known not to have."},
	{"added", "“Added”: known to be absent from the first version, and present in the later one."},
	{"removed", "“Removed”: in the first version, and deleted or known to be absent in the later one."},
	{"reworded", "“Reworded”: the same content in other words of the text."},
	{"same", "“Same”: the same, as far as both versions are known."},
	{"not known", "“Not known”: one side is not reported, or the two cannot be compared; it never counts as a change."},
	{"weak source", "A weak source is a host that is often wrong, or an automatic copy."},
	{"in outline", "“In outline”: the clause is reported, but too little of its content."},
	{"possibly", "“Possibly”: every source for it is unsure."},
	{"also reported", "“Also reported”: another copy or report says something else; it does not decide."},
	{"term", "A term is a qualifier of a value, such as “in peacetime”."},
	{"founding documents", "The founding documents are those that the records began with."},
	{"as of", "“As of” a day: only what was public by that day counts."},
	{"card", "A card is what is kept of a source: publisher, day, address, and what it shows."},
}

// Glossary tells what those of some words mean that screens and files have, and the other
// words.
func Glossary(words []search.Word) (means []string, rest []search.Word) {
	text := " "
	for _, w := range words {
		text += w.Text + " "
	}
	met := func(word, mean string) {
		if at := strings.Index(text, " "+word+" "); at >= 0 {
			means, text = append(means, mean), text[:at]+" "+text[at+len(word)+1:]
		}
	}
	for _, s := range plan.States {
		met(StateWord(s), states[s].meaning)
		met(string(s), states[s].meaning)
	}
	for _, t := range glossary {
		met(t.word, t.meaning)
	}
	for _, word := range strings.Fields("version draft") {
		met(word, "A version is one draft of the negotiated text; positions and events are recorded beside them, and are none.")
	}
	met("field", "A field is one subject of the text, such as a limit on an army, which is compared across the versions.")
	return means, search.Words(text)
}

// NoWord is said where somebody asks what the program means by a word that it does not use.
const NoWord = "That is none of the words that mark a state or a difference here; plandiff help states has them all"

// Program says what the program answers from.
func Program(lib *plan.Library) string {
	var last plan.Date
	if v := lib.Latest(); v != nil {
		last = v.Date
	}
	n := map[plan.SourceKind]int{}
	for _, s := range lib.Sources {
		n[s.Kind]++
	}
	var from []string
	for _, k := range [...]struct {
		kind plan.SourceKind
		name string
	}{{plan.SourceReport, "report"}, {plan.SourceStatement, "statement"}, {plan.SourceText, "copy of a text"}} {
		switch m := n[k.kind]; {
		case m > 1 && k.kind == plan.SourceText:
			from = append(from, fmt.Sprintf("%d copies of texts", m))
		case m > 0:
			from = append(from, Count(m, k.name))
		}
	}
	return fmt.Sprintf("plandiff is a program, no person and no language model; it answers from its records alone: %s, positions and events up to %s, by %s.",
		Count(len(lib.Drafts()), "draft"), Date(last), And(from))
}

// command is what to type for something that a reader may want to do.
type command struct{ line, does string }

// commands are what readers may want to do, in words that they may use.
var commands = [...]command{
	{"plandiff show A", "shows one draft, all that is known of its text"},
	{"plandiff show A 7", "tells what one point or article of a draft says"},
	{"plandiff diff A B", "compares two drafts side by side, what changed, added, removed or differs"},
	{"plandiff diff A B --topic T", "compares drafts on one subject, topic or field"},
	{"plandiff align A B", "compares two drafts point by point"},
	{"plandiff history FIELD", "follows a field or clause over time, its history through all drafts and versions"},
	{"plandiff versions", "lists all drafts with their dates"},
	{"plandiff versions --kind all", "lists meetings, talks and other events, a timeline"},
	{"plandiff search WORDS", "finds words, quotations, a speaker or an outlet"},
	{"plandiff sources ID", "shows a source, its address and the words quoted"},
	{"plandiff export A B -o table.xlsx", "saves or downloads a table for a spreadsheet, Excel, Word, a web page or CSV"},
	{"plandiff diff old.docx new.docx", "reads your own documents or files, also PDF"},
	{"plandiff help states", "explains what marks, symbols and words mean"},
}

// CommandsFor names the two commands that do most of what some words say, and where the
// others stand.
func CommandsFor(words []search.Word) string {
	met := func(c command) (n int) {
		for _, w := range search.Words(c.line + " " + c.does) {
			if !w.Common() && slices.ContainsFunc(words, func(v search.Word) bool { return v.Stem == w.Stem }) {
				n++
			}
		}
		return n
	}
	best := slices.Clone(commands[:])
	slices.SortStableFunc(best, func(a, b command) int { return met(b) - met(a) })
	out := best[0].line + " " + best[0].does + "; "
	if met(best[1]) > 0 {
		out += best[1].line + " " + best[1].does + "; "
	}
	return out + "plandiff --help lists the commands, each with examples, and plandiff help ask what can be asked."
}
