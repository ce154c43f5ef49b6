package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// claimed are the findings that a question about sources is about: the chosen
// fields of the versions named, or of every record that has a claim.
func (r *reading) claimed() []Finding {
	if len(r.chosen) == 0 {
		return r.whole()
	}
	versions := r.Versions
	if r.bareNames != 0 && r.holding(versions) == nil {
		r.Named, r.Versions = false, nil
	}
	if !r.Named {
		versions = r.holding(r.actors(r.bare))
		if versions == nil || !r.wanting() || r.Intent == WhoSays && r.begins("who", "which", "what source") {
			versions = r.everyone()
		}
	}
	var out []Finding
	for _, s := range r.chosen {
		for _, v := range versions {
			if f := r.finding(v, s.topic, s.field); len(f.Claims) > 0 || r.Named && len(r.chosen) == 1 {
				out = append(out, f)
			}
		}
	}
	return out
}

// whole are the findings on the text of the versions named, where no field is.
func (r *reading) whole() []Finding {
	var out []Finding
	if r.Named && r.strays == nil {
		for _, v := range r.Versions {
			r.each(v, func(f Finding) {
				if f.Topic.About == plan.AboutText || v.Kind != plan.Draft {
					out = append(out, f)
				}
			})
		}
	}
	return out
}

// everyone are the records with a claim about a chosen field, drafts first.
func (r *reading) everyone() []*plan.Record {
	var out []*plan.Record
	for _, kind := range [3]plan.RecordKind{plan.Draft, plan.Position, plan.Event} {
		for _, rec := range r.x.lib.OfKind(kind) {
			if slices.ContainsFunc(r.chosen, func(s scored) bool { return r.carries(rec, s.field.ID) }) {
				out = append(out, rec)
			}
		}
	}
	return out
}

// whoSays names the sources of what is claimed.
func (r *reading) whoSays() *Answer {
	if n := r.numberHandle(); n != nil {
		if a := r.numbers(); a != nil {
			return a
		}
	}
	if a := r.whoSaysDate(); a != nil {
		return a
	}
	if a := r.namedBy(); a != nil {
		return a
	}
	if len(r.prior) > 0 {
		return r.sourced(r.prior, "")
	}
	if fs := r.echoed(); fs != nil && !slices.ContainsFunc(r.chosen, ofText) {
		r.Versions = recordsOf(fs)
		return r.sourced(fs, "")
	}
	if cells := r.accounts(); cells != nil {
		a := r.found(cells)
		return r.sourced(a.Findings, a.Status)
	}
	r.refit()
	r.strayed()
	fs := r.claimed()
	if len(fs) == 0 {
		if len(r.chosen) > 0 {
			return r.silence(r.scope(), r.cells(r.scope()))
		}
		return nil
	}
	if fs = r.narrow(fs); !slices.ContainsFunc(fs, func(f Finding) bool { return f.State != plan.Lacuna }) {
		return r.silence(r.scope(), r.cells(r.scope()))
	}
	return r.sourced(fs, "")
}

// namedBy are the claims that a version goes by the name that a question gives
// it: "who calls it the ... plan?".
func (r *reading) namedBy() *Answer {
	if !r.Named || len(r.Versions) != 1 || r.bareNames != 0 || !r.has("calls", "call", "called", "calling", "refers to", "refer to", "the name", "label", "labels") {
		return nil
	}
	var out []Finding
	name := r.named[0].mask &^ r.mask(func(t token) bool { return nouns[t.text] || silent[t.text] })
	r.each(r.Versions[0], func(f Finding) {
		if f.Topic.About != plan.AboutDocument {
			return
		}
		if f.confine(func(c *plan.Claim) bool { return name != 0 && r.inText(c.Value.String())&name == name }) {
			out = append(out, f)
		}
	})
	switch {
	case out != nil:
		return r.sourced(out, "")
	case r.content() > 1 || !r.named[0].exact[r.Versions[0]]:
		return nil
	}
	a := &Answer{Status: NotReported, Text: fmt.Sprintf("Who calls %s %q is %s.", label(r.Versions[0]), r.phraseOf(r.named[0].mask), silentText)}
	if m := r.best(func(m *match) bool {
		return !m.lacuna && r.names(r.x.records[m.record].record) && r.x.topics[r.x.fields[m.field].topic].topic.About == plan.AboutDocument && m.zones[zoneWhole] != 0
	}); m != nil {
		f := r.findingOf(m)
		f.Nearest = true
		a.Findings = []Finding{f}
		a.Text += " The nearest that is reported, which is not the same: " + r.sentence(f.Field.Title, a.Findings)
	}
	return a
}

// narrow keeps the contents that a question names: "who says it was deleted".
func (r *reading) narrow(fs []Finding) []Finding {
	var out []Finding
	for _, f := range fs {
		for _, k := range f.Contents {
			if r.meant(f.Field, k) {
				f.Only = append(f.Only, k.Claims...)
			}
		}
		if f.Only != nil {
			out = append(out, f)
		}
	}
	if out == nil || len(out) > 0 && !r.Named && len(out) == len(fs) {
		return fs
	}
	return out
}

// meant reports whether a question names a content.
func (r *reading) meant(f *plan.Field, k compare.Content) bool {
	if gone(k.State) {
		return r.goneCue()
	}
	if k.State == plan.Bracketed && r.has("bracket", "brackets", "bracketed", "open") {
		return true
	}
	words, _ := r.asserted(f)
	if words == nil {
		return false
	}
	roots := r.rootsOf(wording.Content(k))
	return slices.ContainsFunc(words, func(w int) bool { return slices.Contains(roots, r.x.root(r.x.words[w])) })
}

// sourced words findings with the sources behind each content.
func (r *reading) sourced(fs []Finding, s Status) *Answer {
	var lines []string
	for i, f := range fs {
		if i == 4 {
			lines = append(lines, plural(len(fs)-i, "finding")+" more below.")
			break
		}
		var parts []string
		for _, k := range f.Contents {
			if f.Only != nil && !slices.Contains(f.Only, k.Claims[0]) {
				continue
			}
			parts = append(parts, r.accordingTo(k.Claims))
		}
		text := strings.Join(parts, "; ")
		switch {
		case f.State == plan.Disputed && f.Only == nil:
			text = "disputed, sources contradict each other: " + text
		case f.State == plan.Lacuna:
			text = silentText
		case text == "":
			text = wording.Reading(f.Reading)
			if f.Witness != nil {
				text += ", by the text as read whole in " + r.witnesses(f.Witness)
			}
		}
		lines = append(lines, fmt.Sprintf("%s in %s: %s.", f.Field.Title, label(f.Record), text))
	}
	return &Answer{Text: strings.Join(lines, " "), Findings: fs, Status: s}
}

func (r *reading) witnesses(list []string) string {
	var out []string
	for _, id := range list {
		if s := r.x.lib.Source(id); s != nil && s.Publisher != "" {
			out = append(out, s.Publisher)
		} else {
			out = append(out, id)
		}
	}
	return few(out, 3)
}
