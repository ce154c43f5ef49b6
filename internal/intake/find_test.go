package intake_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/intake"
	"plandiff/internal/plan"
)

// vocabulary has a unit of its own, names, and two fields that a sum of money
// may belong to.
func vocabulary() *plan.Library {
	return &plan.Library{
		Aliases: [][]string{{"North bank", "the north", "Northerners"}, {"RU", "River Union"}},
		Topics: []plan.Topic{{ID: "ferry", Title: "Ferry", About: plan.AboutText, Fields: []plan.Field{
			{ID: "ferry.crossings", Title: "Number of crossings", Kind: plan.Count, Unit: "crossings a day"},
			{ID: "ferry.wage", Title: "Wage of the ferryman", Kind: plan.Money, Unit: "EUR", Synonyms: []string{"wage", "ferryman"}},
			{ID: "ferry.fine", Title: "Fine", Kind: plan.Money, Unit: "EUR", Synonyms: []string{"fine", "penalty"}},
			{ID: "ferry.deadline", Title: "Deadline", Kind: plan.Duration, Unit: "days", Synonyms: []string{"deadline", "no later than"}},
		}}, {ID: "union", Title: "Union", About: plan.AboutText, Synonyms: []string{"accession"}, Fields: []plan.Field{
			{ID: "union.date", Title: "Date of RU accession", Kind: plan.DateKind},
		}}},
	}
}

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      []string
	}{
		{"a quantity with a unit", "The army is limited to 600,000 personnel.", []string{`quantity 600,000 personnel "600,000 personnel"`}},
		{"groups set apart by blanks", "Forces of 800 000 troops.", []string{`quantity 800,000 troops "800 000 troops"`}},
		{"a bound is part of the value", "At least 30 km and not more than 50 km.", []string{`quantity at least 30 km "At least 30 km"`, `quantity at most 50 km "not more than 50 km"`}},
		{"money with a sign", "It costs $100 billion or €2.5 million.", []string{`money 100 billion USD "$100 billion"`, `money 2.5 million EUR "€2.5 million"`}},
		{"money in words", "It costs 5 million US dollars.", []string{`money 5 million USD "5 million US dollars"`}},
		{"a share", "They get 50% or 40 per cent.", []string{`percent 50 "50%"`, `percent 40 "40 per cent"`}},
		{"a time", "Within 100 days, or three months, or a 10-year term.", []string{`duration 100 days "100 days"`, `duration 3 months "three months"`, `duration 10 years "10-year"`}},
		{"dates", "On 5 May 2026, by November 27, 2025, in March 2027, before 2030, 01.02.2026, 2026-03-04.",
			[]string{`date 2026-05-05 "5 May 2026"`, `date 2025-11-27 "November 27, 2025"`, `date 2027-03 "March 2027"`, `date 2030 "2030"`, `date 2026-02-01 "01.02.2026"`, `date 2026-03-04 "2026-03-04"`}},
		{"a day that is none is no date", "On 31 February 2026.", nil},
		{"modal force, and the value's own", "The fund shall pay 5 days, and may not pay 6 days.",
			[]string{`force shall "shall"`, `duration 5 days [shall] "5 days"`, `force may not "may not"`, `duration 6 days [may not] "6 days"`}},
		{"an undertaking", "Ukraine agrees not to join; the Fund agrees to pay.", []string{`party Ukraine "Ukraine"`, `force agrees not to "agrees not to"`, `force agrees to "agrees to"`}},
		{"who is bound", "Ukraine, Russia and the United States shall meet.", []string{`party Ukraine, Russia, United States "Ukraine, Russia and the United States"`, `force shall "shall"`}},
		{"places", "In Kherson region and the city of Mariupol.", []string{`place Kherson region "Kherson region"`, `place Mariupol "Mariupol"`}},
		{"provisions are no amounts", "Article 5 days, paragraphs 3 and 4 days, point 6 months.", nil},
		{"what may be read in two ways is left", "It is 600.000 km or 1,5 km away, F-16 aircraft, 5-10 days.", nil},
		{"a pronoun is no number", "One days is enough for no one.", []string{`duration 1 day "One days"`}},
		{"Russian", "Не более 600 000 военнослужащих в течение 30 дней, 1,5 млрд долларов США до 1 января 2027 года.",
			[]string{`quantity at most 600,000 personnel "Не более 600 000 военнослужащих"`, `duration 30 days "30 дней"`, `money 1.5 billion USD "1,5 млрд долларов США"`, `date 2027-01-01 "1 января 2027"`}},
		{"Ukrainian", "Україна зобов'язується зменшити армію до 800 тисяч військовослужбовців.",
			[]string{`force undertakes to "зобов'язується"`, `quantity 800,000 personnel [undertakes to] "800 тисяч військовослужбовців"`}},
		{"French", "Le fonds doit verser 2,5 milliards d'euros dans les 30 jours.", []string{`force shall "doit"`, `duration 30 days [shall] "30 jours"`}},
		{"Chinese", "应在30天内撤军100公里，2025年11月27日生效。", []string{`duration 30 days "30天"`, `quantity 100 km "100公里"`, `date 2025-11-27 "2025年11月27日"`}},
		{"Arabic", "خلال 30 يوما بدفع 5 مليارات دولار", []string{`duration 30 days "30 يوما"`, `money 5 billion USD "5 مليارات دولار"`}},

		{"the vocabulary's unit and field", "The number of crossings is 12 crossings a day.", []string{`quantity ferry.crossings 12 crossings a day "12 crossings a day"`}},
		{"the field that the sentence speaks of", "The ferryman's wage is 30 euros; a fine of 5 euros.", []string{`money ferry.wage 30 EUR "30 euros"`, `money ferry.fine 5 EUR "5 euros"`}},
		{"no field where none is spoken of", "They pay 30 euros.", []string{`money 30 EUR "30 euros"`}},
		{"a word of the topic names no field whose name is missing", "The deposit of instruments of accession ends on 1 May 2030.", []string{`date 2030-05-01 "1 May 2030"`}},
		{"a word like the name is not the name", "Let the ru of RUMOUR be: accession follows on 1 May 2030.", []string{`date 2030-05-01 "1 May 2030"`}},
		{"with the name it does, in any of its forms", "The River Union sets accession for 1 May 2030.", []string{`date union.date 2030-05-01 "1 May 2030"`}},
		{"a name in the vocabulary's form", "Northerners shall sail.", []string{`party North bank "Northerners"`, `force shall "shall"`}},
	} {
		// A second point makes Ukraine a name that stands inside sentences.
		doc := read(t, "d.txt", []byte("1. "+tt.text+"\n2. So says Ukraine, the third one.\n"), intake.Options{})
		var got []string
		for _, f := range doc.Find(vocabulary()) {
			if f.Point != "1" {
				continue
			}
			s := string(f.Sort)
			if f.Field != "" {
				s += " " + f.Field
			}
			s += " " + f.Value.String()
			if f.Modal != "" {
				s += " [" + f.Modal + "]"
			}
			got = append(got, s+fmt.Sprintf(" %q", f.Words))
			if text := doc.Points[0].Text; text[f.Start:f.End] != f.Words || f.Place.Line != 1 || f.Basis() != plan.BasisText {
				t.Errorf("%s: %+v does not stand there", tt.why, f)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}
