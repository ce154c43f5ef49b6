package screen

import (
	"fmt"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// SourceList is how much of the sources is shown below a table.
type SourceList string

const (
	FullSources  SourceList = "full"  // with where in them, basis, speaker, phrase
	ShortSources SourceList = "short" // a line each
	NoSources    SourceList = "none"
)

// SourceLists lists every form.
var SourceLists = []SourceList{FullSources, ShortSources, NoSources}

// notes writes the numbered sources.
func (p *painter) notes(notes []table.Note, form SourceList) {
	if len(notes) == 0 || form == NoSources {
		return
	}
	p.line()
	p.line(chunk{"Sources", heading})
	lead := len(fmt.Sprintf("[%d] ", len(notes)))
	for _, n := range notes {
		number := fmt.Sprintf("[%d]", n.Number)
		indent := strings.Repeat(" ", lead)
		p.paragraph(number+indent[:lead-len(number)], indent, p.sourceLine(n.Source)...)
		if form == FullSources {
			for _, u := range n.Cited() {
				p.paragraph(indent+"  ", indent+"    ", chunk{p.text(u), faint})
			}
		}
	}
}

func (p *painter) sourceLine(s *plan.Source) []chunk {
	publisher := s.Publisher
	if publisher == "" {
		publisher = "publisher not stated"
	}
	line := []chunk{{p.text(publisher), bold}, {p.text(", " + compare.PublishedText(s)), plainStyle}}
	if s.LowReliability {
		line = append(line, chunk{" (weak source)", plainStyle})
	}
	return append(line, chunk{" " + s.ID, faint})
}
