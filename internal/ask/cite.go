package ask

import (
	"unicode/utf8"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// contents are what a finding says, or those of its claims that are asked about.
func (f *Finding) contents() []compare.Content {
	switch {
	case f.told != nil:
		return f.told
	case f.Only == nil:
		return f.Contents
	}
	return compare.ContentsOf(f.Only)
}

// cited are the claims that a finding's words rest on.
func (f *Finding) cited() (out []*plan.Claim) {
	if f.Only != nil {
		return f.Only
	}
	for _, k := range f.contents() {
		out = append(out, k.Claims...)
	}
	return out
}

// source is the best source of a finding: its words, its speaker and its name.
func (s *Session) source(f *Finding) (phrase, speaker, name string) {
	if all := f.contents(); len(all) > 1 && f.State != plan.Bracketed && wording.SourcesDiffer(all) { // no outlet has all of it
		return "", "", wording.OneSayer(s.seen, all)
	}
	return wording.Cite(s.seen, f.Record, f.cited())
}

// content words what a finding says, with its terms where there is room.
func (s *Session) content(f *Finding, most int) string {
	state := f.State
	if f.Only != nil && state != plan.Bracketed {
		state = plan.Present
	}
	return wording.Contents(state, f.contents(), s.seen, most)
}

// length is of a text in characters.
func length(s string) int { return utf8.RuneCountInString(s) }

func names(fs []*Finding) []string {
	return pick.Each(fs, func(f *Finding) string { return wording.Say(f.Record) })
}

func (s *Session) titles(fs []*Finding) []string {
	return pick.Each(fs, func(f *Finding) string { return s.index.Lower(f.Field.Title) })
}

func idsOf(records []*plan.Record) []string {
	return pick.Each(records, func(v *plan.Record) string { return v.ID })
}

// firstSaid names the first source of a finding, by day.
func (s *Session) firstSaid(f *Finding) string {
	first := wording.First(s.seen, f.cited())
	if first == nil {
		return s.one(f, f.Field.Title, s.room)
	}
	_, speaker, name := wording.Cite(s.seen, f.Record, []*plan.Claim{first})
	name += wording.Repeats(s.seen, first)
	return f.Field.Title + " " + wording.In(f.Record) + ": the first on record here is " + speaker + name + ", with " + s.content(f, 100)
}

// whoSays sets each thing said with those who say it, and with nobody else.
func (s *Session) whoSays(title string, group []*Finding, room int) string {
	var parts []string
	for _, f := range group {
		for _, k := range f.contents() {
			parts = append(parts, wording.Said(s.seen, f.Record, k, f.cited()))
		}
	}
	return title + ": " + wording.Several(parts, room-length(title)-2)
}
