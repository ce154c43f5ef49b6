// Package telling words findings as the sentences of an answer have them: one with its source, several
// that say the same together, each of some records in turn. It decides nothing of what is asked.
package telling

import (
	"strings"
	"unicode/utf8"

	"plandiff/internal/compare"
	"plandiff/internal/finding"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// Differ begins what sources contradict each other on.
const Differ = "Disputed: "

// Apart begins what sources tell differently, where it is not said that one of them is wrong.
const Apart = "Accounts differ: "

// Length is of a text in characters.
func Length(s string) int { return utf8.RuneCountInString(s) }

// Teller words the findings of a library.
type Teller struct {
	Lib   *plan.Library             // as admitted
	Lower func(title string) string // a title as it stands in a sentence
}

// Content words what a finding says, with its terms where there is room.
func (t Teller) Content(f *finding.Finding, most int) string {
	state := f.State
	if f.Only != nil && state != plan.Bracketed {
		state = plan.Present
	}
	text := wording.Contents(state, f.Told(), t.Lib, most)
	if f.Only != nil && f.State == plan.Disputed && len(f.Told()) < len(f.Contents) {
		text += " (contradicted by others)"
	}
	if f.Aside { // as its sayer has it, beside what the record counts
		by, _, _ := strings.Cut(wording.OneSayer(t.Lib, f.Told()), ", ")
		text += " (as told by " + by + ")"
		if counted := wording.Contents(f.State, f.Contents, t.Lib, most); Length(text+counted)+2 <= most {
			text += "; " + counted
		}
	}
	return text
}

// Source is the best source of a finding: its words, its speaker and its name.
func (t Teller) Source(f *finding.Finding) (phrase, speaker, name string) {
	if all := f.Told(); len(all) > 1 && f.State != plan.Bracketed && wording.SourcesDiffer(all) { // no outlet has all of it
		return "", "", wording.OneSayer(t.Lib, all)
	}
	return wording.Cite(t.Lib, f.Record, f.Cited())
}

// Item is a field with what a finding says of it, if its title does not.
func (t Teller) Item(f *finding.Finding, most int) string {
	title := t.Lower(f.Field.Title)
	text := t.words(f, most)
	if len(f.Contents) > 0 && strings.HasSuffix(strings.ToLower(title), strings.ToLower(text)) {
		title += map[bool]string{true: ": yes"}[f.Record.Kind != plan.Event] // where it may be no more than discussed
	} else if len(f.Contents) > 0 {
		title += ": " + text
	}
	if of := f.Told(); f.Record.Kind == plan.Event && f.Topic.About != plan.AboutTalks && len(of) == 1 { // told at a meeting, and not settled by it
		if by := compare.Showing(t.Lib, of[0].Claims).By; by != "" {
			title += " (" + by + ")"
		}
	}
	return title
}

// words are what a finding says, or where the words of the sources are asked for, those.
func (t Teller) words(f *finding.Finding, most int) string {
	if quoted := wording.Phrases(t.Lib, f.Told(), most+most/2); f.Exact && !f.Gone() && quoted != "" { // what is gone is quoted as it was
		return quoted
	}
	return t.Content(f, most)
}

// Items are findings as item words them, those of one content together.
func (t Teller) Items(fs []*finding.Finding, most int) []string {
	out, _ := wording.Together(pick.Each(fs, func(f *finding.Finding) string { return t.Item(f, most) }))
	return out
}

// One tells a single finding with its best source.
func (t Teller) One(f *finding.Finding, title string, room int) string {
	text := title + " in " + wording.Say(f.Record) + ": "
	if f.Record.Kind != plan.Draft {
		text = wording.FirstUpper(wording.Say(f.Record)) + ", " + t.Lower(title) + ": "
	}
	if f.State == plan.Disputed && f.Only == nil {
		text = Differ + t.Lower(title) + " " + wording.In(f.Record) + ": "
		return text + wording.Sides(t.Lib, f.Told(), room-Length(text)-1)
	}
	if all := f.Told(); f.Exact && len(all) > 1 {
		return text + wording.Phrases(t.Lib, all, room-Length(text))
	}
	if (f.State == plan.Present || f.Only != nil) && wording.SayersDiffer(t.Lib, f.Told()) { // each has its own
		return text + t.Content(f, room-Length(text))
	}
	phrase, speaker, name := t.Source(f)
	const least = 40 // characters of what it says, before its source is named
	text += t.Content(f, max(room-Length(name)-3-Length(text), least))
	for _, form := range [...]string{", " + phrase + " (" + speaker + name + ")", ", " + phrase + " (" + name + ")", " (" + speaker + name + ")", " (" + name + ")"} {
		if name != "" && Length(text)+Length(form) < room && (phrase != "" && !f.Aside && len(f.Told()) == 1 || form[0] != ',') {
			return text + form
		}
	}
	return text
}

// FirstSaid names the first source of a finding, by day.
func (t Teller) FirstSaid(f *finding.Finding, room int) string {
	first := wording.First(t.Lib, f.Cited())
	if first == nil {
		return t.One(f, f.Field.Title, room)
	}
	_, speaker, name := wording.Cite(t.Lib, f.Record, []*plan.Claim{first})
	name += wording.Repeats(t.Lib, first)
	return f.Field.Title + " " + wording.In(f.Record) + ": the first on record here is " + speaker + name + ", with " + t.Content(f, 100)
}

// WhoSays sets each thing said with those who say it, and with nobody else; of objections those
// who have them first.
func (t Teller) WhoSays(title string, group []*finding.Finding, objections bool, room int) string {
	said := wording.Said
	if title += ": "; objections {
		title, said = "", wording.Says
	}
	var parts []string
	for _, f := range group {
		for _, k := range f.Told() {
			parts = append(parts, said(t.Lib, f.Record, k, f.Cited()))
		}
	}
	return wording.FirstUpper(title + wording.Several(parts, room-Length(title)))
}

// SoSay names the best source of each of the first findings, with the record where they
// are of several.
func (t Teller) SoSay(group []*finding.Finding, several bool, room int) string {
	var parts []string
	for _, f := range group[:min(2, len(group))] {
		if _, speaker, name := wording.Cite(t.Lib, f.Record, f.Cited()); name != "" && f.State != plan.Disputed {
			parts = append(parts, speaker+name+map[bool]string{true: " on " + wording.Say(f.Record)}[several])
		}
	}
	if parts == nil {
		return ""
	}
	return "Sources: " + wording.Fitting(parts, room-9)
}

// Names are those of the records of findings, as they are said.
func Names(fs []*finding.Finding) []string {
	return pick.Each(fs, func(f *finding.Finding) string { return wording.Say(f.Record) })
}

// Titles are those of the fields of findings, as they stand in a sentence.
func (t Teller) Titles(fs []*finding.Finding) []string {
	return pick.Each(fs, func(f *finding.Finding) string { return t.Lower(f.Field.Title) })
}
