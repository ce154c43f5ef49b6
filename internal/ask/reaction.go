package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// What people say of a text, in English.
var (
	favourable = set(`backed backs support supported supports welcomed welcome
		endorsed accepted favoured praised promising positive lasting optimistic good`)
	unfavourable = set(`rejected opposed criticised criticized undermined unpalatable unconstructive unsuitable outdated objected surprise
		unacceptable denounced condemned worth nothing not controversial harmful no`)
	backing   = set("back backs backed support supports supported endorse endorses endorsed welcome welcomed accept accepted favour likes")
	rejecting = set(`reject rejects rejected oppose opposes opposed criticise criticised criticize criticized condemn
		condemned dislikes object objected spurned rebuffed dismissed snubbed turned`)
)

// reactive reports whether a topic is about who backs or rejects something,
// by its names.
func (x *index) reactive(topic int) bool {
	e := &x.topics[topic]
	return e.topic.About == plan.AboutStance && slices.ContainsFunc(e.topic.Synonyms, func(s string) bool { return backing[s] || rejecting[s] })
}

// tellsReaction: a field on a document that shares a synonym's word with a
// topic about who backs or rejects it.
func (x *index) tellsReaction(f Finding) bool {
	if f.Topic.About != plan.AboutDocument {
		return false
	}
	for i := range x.topics {
		if x.topics[i].topic.About != plan.AboutStance {
			continue
		}
		for _, s := range x.topics[i].topic.Synonyms {
			for _, own := range f.Field.Synonyms {
				if slices.Contains(split(own), s) {
					return true
				}
			}
		}
	}
	return false
}

// polarity keeps the findings on the side that the question asks for, backing
// or rejecting; where there are none it says so, and all are the nearest.
func (r *reading) polarity(fs *[]Finding) (lead string, status Status) {
	want, other, verb := favourable, unfavourable, "backs"
	switch {
	case slices.ContainsFunc(r.words, func(t token) bool { return rejecting[t.text] }):
		want, other, verb = unfavourable, favourable, "rejects"
	case !slices.ContainsFunc(r.words, func(t token) bool { return backing[t.text] }):
		return "", Answered
	}
	if !r.begins("who", "which", "anyone", "did anyone", "does anyone", "has anyone") {
		return "", Answered
	}
	holds := func(f Finding, words map[string]bool) bool {
		return slices.ContainsFunc(split(r.said(f)), func(w string) bool { return words[w] })
	}
	kept := slices.DeleteFunc(slices.Clone(*fs), func(f Finding) bool {
		return !holds(f, want) || holds(f, other) && verb == "backs"
	})
	if len(kept) > 0 {
		*fs = kept
		return "", Answered
	}
	asNearest(*fs)
	return fmt.Sprintf("Who %s %s is %s. The nearest that is reported, which is not the same: ", verb, labels(r.Versions), silentText), NotReported
}

// stanceText words one stance with whose it is and who reports it.
func (r *reading) stanceText(f Finding) string {
	of := f.Record.Title
	if f.Record.Kind == plan.Draft {
		of = label(f.Record)
	}
	return fmt.Sprintf("%s [%s]: %s (%s)", f.Field.Title, of, r.said(f), r.attribution(deciding(f.Reading)))
}

// lower writes a title as it stands inside a sentence.
func lower(s string) string {
	if first, _, _ := strings.Cut(s, " "); strings.HasSuffix(first, "'s") {
		return s // a name
	}
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// stanceNear are stances on other records by whom the question names, those
// that fit it best.
func (r *reading) stanceNear() []Finding {
	var bare uint64
	for _, m := range r.bare {
		bare |= m.mask
	}
	ranked, _ := r.ranked()
	var out []Finding
	for i := range ranked {
		m := &ranked[i]
		if r.x.topics[r.x.fields[m.field].topic].topic.About != plan.AboutStance || m.lacuna || m.exact&bare == 0 && bare != 0 ||
			r.names(r.x.records[m.record].record) || r.weigh(m.exact&^bare&^r.set()) == 0 || len(out) == 2 {
			continue
		}
		f := r.findingOf(m)
		f.Nearest = true
		out = append(out, f)
	}
	return out
}
