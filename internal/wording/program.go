package wording

import (
	"fmt"

	"plandiff/internal/plan"
)

// Program says what the program answers from.
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

// HowTo says where a reader finds what to type.
const HowTo = "plandiff show A shows one draft, plandiff diff A B what changed, with --topic on one subject, and plandiff align A B point by point; plandiff --help lists the commands, each with examples, and plandiff help ask what can be asked."
