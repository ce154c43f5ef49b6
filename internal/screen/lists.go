package screen

import (
	"fmt"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// Versions lists records: ID, date, points, how well known, and names.
func Versions(records []*plan.Record, opt Options) string {
	p := newPainter(opt)
	for _, r := range records {
		facts := []string{compare.DateText(r.Date)}
		if r.PointCount > 0 {
			facts = append(facts, fmt.Sprintf("%d points", r.PointCount))
		}
		facts = append(facts, compare.KnownText(r))
		p.paragraph("", "  ", chunk{r.ID, heading}, chunk{"  " + p.text(strings.Join(facts, " · ")), plainStyle})
		title := r.Title
		if len(r.By) > 0 {
			title += " (" + strings.Join(r.By, ", ") + ")"
		}
		p.paragraph("  ", "  ", chunk{p.text(title), plainStyle})
		for _, extra := range [...]struct {
			lead  string
			items []string
		}{{"also called: ", r.Names}, {"follows: ", r.Follows}, {"concerns: ", r.Concerns}} {
			if len(extra.items) > 0 {
				p.paragraph("  ", "    ", chunk{p.text(extra.lead + strings.Join(extra.items, ", ")), faint})
			}
		}
	}
	return p.b.String()
}

// RecordHead introduces one record: who, when, how it is known.
func RecordHead(r *plan.Record, opt Options) string {
	p := newPainter(opt)
	p.paragraph("", "  ", chunk{r.ID, heading}, chunk{": ", plainStyle}, chunk{p.text(r.Title), bold})
	item := func(lead, text string) {
		if text != "" {
			p.paragraph("  "+lead, strings.Repeat(" ", len(lead)+2), chunk{p.text(text), plainStyle})
		}
	}
	date := compare.DateText(r.Date)
	if r.DateNote != "" {
		date += " (" + r.DateNote + ")"
	}
	item("date       ", date)
	item("by         ", strings.Join(r.By, ", "))
	item("parties    ", strings.Join(r.Parties, ", "))
	item("known      ", compare.KnownText(r))
	item("           ", r.KnownNote)
	item("status     ", r.Status)
	item("follows    ", strings.Join(r.Follows, ", "))
	item("side of    ", r.Accompanies)
	item("concerns   ", strings.Join(r.Concerns, ", "))
	item("called     ", strings.Join(r.Names, ", "))
	item("note       ", r.Note)
	return p.b.String()
}

// PointHead introduces one point of a record.
func PointHead(r *plan.Record, number int, opt Options) string {
	p := newPainter(opt)
	p.paragraph("", "  ", chunk{fmt.Sprintf("%s point %d", r.ID, number), heading}, chunk{": ", plainStyle}, chunk{p.text(r.Point(number).Title), bold})
	return p.b.String()
}

// Sources lists cards with how much rests on each; one card in full, with
// every claim.
func Sources(cited []compare.Cited, full bool, opt Options) string {
	p := newPainter(opt)
	for _, c := range cited {
		s := c.Source
		p.paragraph("", "  ", append([]chunk{{s.ID, heading}, {"  ", plainStyle}}, p.sourceLine(s)[:2]...)...)
		if s.Title != "" {
			p.paragraph("  ", "  ", chunk{p.text(s.Title), plainStyle})
		}
		p.paragraph("  ", "  ", chunk{p.text(sourceFacts(c)), faint})
		if full {
			p.sourceDetails(c)
		}
	}
	return p.b.String()
}

func sourceFacts(c compare.Cited) string {
	s := c.Source
	kind := map[plan.SourceKind]string{plan.SourceText: "gives the text", plan.SourceReport: "report", plan.SourceStatement: "statement"}[s.Kind]
	facts := []string{kind, fmt.Sprintf("%d claims rest on it", len(c.Uses))}
	if len(c.Uses) == 1 {
		facts[1] = "1 claim rests on it"
	}
	if s.Language != "" {
		facts = append(facts, "language "+s.Language)
	}
	if s.Unread {
		facts = append(facts, "known only through those who repeat it")
	}
	if s.LowReliability {
		facts = append(facts, "weak source")
	}
	if len(s.Original) > 0 {
		facts = append(facts, "repeats "+strings.Join(s.Original, ", "))
	}
	return strings.Join(facts, " · ")
}

func (p *painter) sourceDetails(c compare.Cited) {
	s := c.Source
	item := func(lead, text string) {
		if text != "" {
			p.paragraph("  "+lead, "    ", chunk{p.text(text), plainStyle})
		}
	}
	item("attests: ", s.Attests)
	item("address: ", s.URL)
	item("file: ", s.File)
	item("SHA-256: ", s.SHA256)
	item("date: ", s.DateNote)
	item("weak because: ", s.ReliabilityNote)
	for _, u := range c.Uses {
		p.paragraph("  - ", "    ", chunk{u.Record.ID + " " + u.Field, bold},
			chunk{": " + p.text(compare.ClaimText(u.Claim)), plainStyle},
			chunk{p.text(" (" + compare.EvidenceLine(u.Claim) + ")"), faint})
	}
}
