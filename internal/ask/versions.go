package ask

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// Which versions the names in a question stand for.

// takeNames turns mentions into versions, the likeliest of each, and says
// what was assumed.
func (r *reading) takeNames() {
	r.choices()
	r.replies()
	if slices.ContainsFunc(r.named, func(m mention) bool { return m.strong }) && !r.has(compareCues...) && !r.has("from") {
		r.named = slices.DeleteFunc(r.named, r.whereat)
	}
	r.named = slices.DeleteFunc(r.named, func(m mention) bool { return r.addressed(m) || r.indefinite(m) })
	if len(r.bare) > 0 && r.has("earlier", "previous", "previously") { // "Moscow's earlier figure, before the US plan"
		r.named = slices.DeleteFunc(r.named, func(m mention) bool {
			first, _ := place(m.mask)
			return first > 0 && r.words[first-1].text == "before"
		})
	}
	r.settle()
	r.belonging()
	r.atOnce()
	if r.save() {
		return
	}
	for _, m := range r.named {
		record := r.dated(m.records[0])
		if slices.Contains(r.Versions, record) {
			continue
		}
		if first, last := place(m.mask); len(r.chosen) > 0 && !r.ends(first) && (first > 0 && r.words[first-1].text == "which" || several[r.words[last].text]) {
			for _, x := range m.records { // "which European plan has no cap?" asks of all of them
				if x.Kind == plan.Draft && (m.exact[x] || several[r.words[last].text] && (len(r.Versions) < 2 || !r.has("both", "two"))) {
					r.Versions = append(r.Versions, x)
				}
			}
			if len(r.Versions) > 1 {
				r.which = true
				continue
			}
			r.Versions = nil
		}
		r.Versions = append(r.Versions, record)
		if a := r.assumed(m, record); a != "" {
			r.Assumed = append(r.Assumed, a)
		}
		r.why("%q names %s", r.phraseOf(m.mask), record.ID)
	}
	if len(r.Versions) == 1 && len(r.Versions[0].Follows) > 0 && r.has("before and after") {
		r.Versions = append(r.records(r.Versions[0].Follows[:1]), r.Versions...)
	}
	if len(r.Versions) == 1 && r.has("that", "which") && (strings.HasSuffix(r.text, " does not ") || strings.HasSuffix(r.text, " doesnt ") || strings.HasSuffix(r.text, " do not ") || strings.HasSuffix(r.text, " dont ")) {
		if v := r.draftOfBare(); v != nil && v != r.Versions[0] {
			r.Versions = append(r.Versions, v) // "what do they say that the other does not?"
		}
	}
	if len(r.Versions) == 1 && r.Versions[0].Kind == plan.Draft && r.has(keptCues...) && r.has(keepCues...) {
		if v := r.draftOfBare(); v != nil && v != r.Versions[0] {
			r.Versions = append(r.Versions, v)
		}
	}
	if len(r.Versions) == 1 && r.Versions[0].Kind == plan.Draft && !r.has("whose") && r.has("adopt", "adopts", "adopted", "take over", "takes over", "took over", "taken over", "take up", "took up", "make it into", "made it into", "end up in", "ended up in", "find its way into", "found its way into") {
		if v := r.draftOfBare(); v != nil && v != r.Versions[0] {
			r.Versions = append([]*plan.Record{v}, r.Versions...) // "did the rework adopt the European figure?"
		}
	}
	if len(r.Versions) == 1 && r.Versions[0].Kind == plan.Draft && r.has("same as", "different from", "differ from", "differs from", "match", "matches", "coincide", "in line with") {
		v := r.draftOfBare()
		if v == nil && len(r.bare) == 1 {
			if with := r.positionsOf(r.bare[0]); len(with) > 0 {
				v = with[0]
			}
		}
		if v != nil && v != r.Versions[0] {
			r.Versions = append([]*plan.Record{v}, r.Versions...) // "is their limit the same as that of the other?"
		}
	}
	if len(r.Versions) == 0 && r.has(latestCues...) {
		all := r.overview()
		r.Versions = all[len(all)-1:]
		r.Assumed = append(r.Assumed, "the latest is "+label(r.Versions[0]))
	}
	r.Named = len(r.Versions) > 0
}

// ends reports whether a name ends a list of versions: "the US and European
// drafts" are one of each.
func (r *reading) ends(first int) bool {
	return first > 1 && (r.words[first-1].text == "and" || r.words[first-1].text == "or") &&
		slices.ContainsFunc(r.named, func(o mention) bool { return o.mask&(1<<(first-2)) != 0 })
}

// addressed reports whether a name is but that of the text which another one
// goes with: "the side letter to the 28 points".
func (r *reading) addressed(m mention) bool {
	first, _ := place(m.mask)
	if slices.ContainsFunc(r.named, func(o mention) bool {
		return o.mask<<1&m.mask != 0 && o.records[0].Accompanies == m.records[0].ID
	}) {
		return true // "the annex of the plan"
	}
	if first < 2 || r.words[first-1].text != "to" || r.has("from") || r.has(compareCues...) || r.changeCue() {
		return false
	}
	return slices.ContainsFunc(r.named, func(o mention) bool { return o.mask&(1<<(first-2)) != 0 && o.mask < m.mask })
}

// indefinite reports whether a name stands for one of its kind: "was it taken
// from a Russian paper?".
func (r *reading) indefinite(m mention) bool {
	first, last := place(m.mask)
	if m.exact[m.records[0]] || first == 0 || m.mask != 1<<(last+1)-1<<first {
		return false
	}
	var words []string
	for _, t := range r.words[first : last+1] {
		words = append(words, t.text)
	}
	return strings.Contains(r.text, " a "+strings.Join(words, " ")+" ") || strings.Contains(r.text, " an "+strings.Join(words, " ")+" ")
}

// whereat reports whether a name is but the place or the time of what is told:
// "the version they came up with at Geneva".
func (r *reading) whereat(m mention) bool {
	first, _ := place(m.mask)
	if !m.loose || first == 0 {
		return false
	}
	switch r.words[first-1].text {
	case "at", "after":
		return true
	case "in":
		return first > 1 && slices.Contains([]string{"up", "made", "written", "drafted", "produced", "agreed", "out", "together", "met", "with"}, r.words[first-2].text)
	}
	return r.words[first].text == "after"
}

// replies takes, beside a version, "the reply from Kyiv and Europe" as the one
// that answers it and was put forward by those whom the question names.
func (r *reading) replies() {
	nouns := r.mask(func(t token) bool { return slices.Contains(replying, t.text) })
	if nouns == 0 {
		return
	}
	for _, m := range r.named {
		for _, d := range r.x.lib.Drafts() {
			if len(d.Follows) == 0 || d.Follows[0] != m.records[0].ID {
				continue
			}
			of := mention{records: []*plan.Record{d}, strong: true}
			all := true
			for _, p := range r.parties() {
				if p.mask&m.mask == 0 {
					of.mask |= p.mask
					all = all && (slices.Contains(d.By, p.name) || slices.ContainsFunc(r.bare, func(o mention) bool { return o.mask&p.mask != 0 && slices.Contains(o.records, d) && o.records[0] == d }))
				}
			}
			if of.mask == 0 || !all {
				continue
			}
			beside := func(o mention) bool { return o.mask&of.mask != 0 }
			r.bare = slices.DeleteFunc(r.bare, beside)
			of.mask |= nouns &^ m.mask
			r.named = append(slices.DeleteFunc(r.named, beside), of)
			slices.SortStableFunc(r.named, func(a, b mention) int { x, _ := place(a.mask); y, _ := place(b.mask); return x - y })
			r.taken |= of.mask
			return
		}
	}
}

// settle fixes a name that several versions bear by another that follows after
// "with": "the European paper with 24 points".
func (r *reading) settle() {
	for i := 0; i+1 < len(r.named); i++ {
		m, of := &r.named[i], r.named[i+1]
		_, end := place(m.mask)
		if start, _ := place(of.mask); start == end+2 && (r.words[end+1].text == "with" || r.words[end+1].text == "in") && slices.Contains(m.records, of.records[0]) {
			m.mask |= of.mask
			m.records = of.records
			r.named = slices.Delete(r.named, i+1, i+2)
		}
	}
}

// belonging drops the name of a party's proposal where the version follows in
// which it stands: "what is Ukraine's proposal for the plant in the 20 points?".
func (r *reading) belonging() {
	if len(r.named) != 2 || r.has(compareCues...) || r.has("from", "and") {
		return
	}
	of, in := r.named[0], r.named[1]
	first, _ := place(in.mask)
	if first == 0 || !slices.Contains([]string{"in", "under", "within"}, r.words[first-1].text) || of.exact[of.records[0]] || !of.words(r.question, "proposal", "offer", "plan", "version") || !in.exact[in.records[0]] {
		return
	}
	if v := in.records[0]; v.Kind == plan.Draft && sharing([]*plan.Record{v}, of.records[0].By) != nil {
		r.why("%q is taken as what stands in %s", r.phraseOf(of.mask), v.ID)
		r.named = r.named[1:]
	}
}

// words reports whether a mention holds one of some words.
func (m mention) words(q *question, of ...string) bool {
	return m.mask&q.mask(func(t token) bool { return slices.Contains(of, t.text) }) != 0
}

// choices drops two names between which a question about another version asks
// to choose: "what is the rework built on, the US text or the European one?".
func (r *reading) choices() {
	n := len(r.named)
	if n < 3 || r.has(compareCues...) {
		return
	}
	_, end := place(r.named[n-2].mask)
	start, last := place(r.named[n-1].mask)
	if start == end+2 && r.words[end+1].text == "or" && last == len(r.words)-1 {
		r.named = r.named[:n-2]
	}
}

// atOnce takes, where a name stands for the papers of several parties and the
// question names two of these, the paper of each: "Kyiv and Moscow at
// Istanbul".
func (r *reading) atOnce() {
	w := r.findDate()
	for i, m := range r.named {
		if _, last := place(m.mask); m.exact[m.records[0]] || m.strong && !several[r.words[last].text] {
			continue
		}
		var of []mention
		for _, p := range r.parties() {
			if p.mask&m.mask != 0 {
				continue
			}
			for _, v := range m.records {
				if v.Kind == plan.Draft && len(v.By) == 1 && v.By[0] == p.name && (w == nil || overlaps(w.date, v.Date)) {
					of = append(of, mention{records: []*plan.Record{v}, mask: p.mask | m.mask, strong: true})
					break
				}
			}
		}
		if len(of) < 2 {
			continue
		}
		rest := slices.Delete(slices.Clone(r.named), i, i+1)
		rest = slices.DeleteFunc(rest, func(o mention) bool {
			return !o.strong && slices.ContainsFunc(of, func(p mention) bool { return o.mask&^p.mask == 0 })
		})
		r.named = append(rest, of...)
		for _, p := range of {
			r.taken |= p.mask
			r.bare = slices.DeleteFunc(r.bare, func(o mention) bool { return o.mask&^p.mask == 0 })
		}
		r.bareNames = 0
		return
	}
}

// save takes, for "any text other than the American one", all versions but
// those that the question leaves out. It reports whether it does.
func (r *reading) save() bool {
	if len(r.named) != 1 || !r.has("other than", "apart from", "besides", "except", "except for", "aside from") || !r.has("text", "texts", "draft", "drafts", "plan", "plans", "version", "versions", "paper", "papers", "proposal", "proposals", "anyone", "any", "all", "who else", "where else") {
		return false
	}
	first, _ := place(r.named[0].mask)
	if first == 0 || !slices.Contains([]string{"than", "from", "besides", "except", "for"}, r.words[first-1].text) {
		return false
	}
	out := r.named[0].records[0]
	r.Versions = slices.DeleteFunc(r.overview(), func(v *plan.Record) bool { return v == out })
	r.why("it asks of all but %s", out.ID)
	r.Named = true
	return true
}

// draftOfBare is the draft, of those that comparisons show, of a party that a
// question names; nil if it names none.
func (r *reading) draftOfBare() *plan.Record {
	for _, m := range r.bare {
		for _, v := range m.records {
			if v.Kind == plan.Draft && r.shown(v) {
				return v
			}
		}
	}
	return nil
}

// several are nouns for more than one version.
var several = set("papers plans drafts texts proposals versions documents counterproposals offers")

// dated is, for a position in a month that the question gives, the draft that
// the same party put forward in it, where that has what is asked about.
func (r *reading) dated(v *plan.Record) *plan.Record {
	if r.month == "" || v.Kind != plan.Position || len(r.chosen) == 0 || len(v.By) != 1 {
		return v
	}
	for _, d := range r.x.lib.Drafts() {
		if slices.Equal(d.By, v.By) && r.inMonth(d) && len(d.Claims(r.chosen[0].field.ID)) > 0 {
			return d
		}
	}
	return v
}
