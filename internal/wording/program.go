package wording

import (
	"fmt"

	"plandiff/internal/plan"
)

// Program says what the program answers from: how many records, from what kinds
// of sources, up to which day.
func Program(lib *plan.Library) string {
	var last plan.Date
	for _, v := range lib.Records {
		if v.Date != "" && v.Date.Last() > last.Last() {
			last = v.Date
		}
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

// Command is what to type for something that a reader may want to do.
type Command struct{ Type, Does string }

// Commands are what readers may want to do, in words that they may use.
var Commands = []Command{
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

// HowTo says where a reader finds what to type.
const HowTo = "plandiff --help lists the commands, each with examples, and plandiff help ask what can be asked."
