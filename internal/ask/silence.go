package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// silence answers where nobody has reported what was asked: it says so, and
// gives the nearest thing that is reported, labelled as such. First what the
// same versions say on the same subject, then what others say in the field.
func (r *reading) silence(versions []*plan.Record, fs []Finding) *Answer {
	if slices.ContainsFunc(fs, func(f Finding) bool { return f.State != plan.Lacuna && !r.isAside(f.Field) }) {
		return &Answer{Status: Partly, Text: r.tell(fs), Findings: fs}
	}
	fs = slices.DeleteFunc(slices.Clone(fs), func(f Finding) bool { return f.State != plan.Lacuna })
	a := &Answer{Status: NotReported}
	field, topic := r.chosen[0].field, r.chosen[0].topic
	title := field.Title
	if r.wholeTopic() {
		title = topic.Title
	}
	a.Findings = fs[:min(len(fs), len(versions)*2)]
	a.Text = fmt.Sprintf("%s: %s.", title, r.silentFor(versions, false))
	if topic.About == plan.AboutDocument && len(versions) == 1 && versions[0].Kind == plan.Draft {
		a.Text = strings.TrimSuffix(a.Text, ".") + ", " + wording.Known(r.seen, r.admitted(versions[0])) + "."
	}
	if field.Kind == plan.DateKind && topic.About == plan.AboutDocument && len(versions) == 1 && versions[0].Date != "" {
		a.Text += fmt.Sprintf(" The records date %s %s.", label(versions[0]), dateText(versions[0].Date))
	}
	var near []Finding
	for _, v := range versions {
		r.each(v, func(f Finding) {
			if f.Topic.ID == topic.ID && f.State != plan.Lacuna {
				near = append(near, f)
			}
		})
	}
	near = r.fitting(near)
	if topic.About == plan.AboutDocument {
		at := func(f Finding) int {
			if i := slices.IndexFunc(r.all, func(s scored) bool { return s.field.ID == f.Field.ID }); i >= 0 {
				return i
			}
			return len(r.all)
		}
		slices.SortStableFunc(near, func(a, b Finding) int { return at(a) - at(b) })
	}
	if other := r.elsewhere(versions, topic, field); len(near) == 0 || topic.About == plan.AboutDocument && len(other) > 0 && other[0].Field == field {
		near = append(other, near...) // what is told of one document is near to what is told of another
	}
	near = near[:min(len(near), 3)]
	asNearest(near)
	if near != nil {
		var parts []string
		for _, g := range byField(near) {
			parts = append(parts, r.sentence(g[0].Field.Title, g))
		}
		a.Text += " The nearest that is reported, which is not the same: " + strings.Join(parts, " ")
		a.Findings = append(a.Findings, near...)
	} else {
		a.Text += " Nothing near it is reported either."
	}
	return a
}

// nobodyTells answers "who leaked it?", of a draft: a question after somebody
// that a field of the document is for, and that nobody has reported. A draft
// that is not named is taken to be the one that others are compared with.
func (r *reading) nobodyTells() *Answer {
	if r.continued || !r.begins("who") || len(r.chosen) == 0 {
		return nil
	}
	c := r.chosen[0]
	if c.topic.About != plan.AboutDocument || !strings.HasPrefix(c.field.Title, "Who ") || c.own < 4 || slices.ContainsFunc(r.x.lib.Records, func(v *plan.Record) bool { return r.carries(v, c.field.ID) }) {
		return nil
	}
	switch {
	case r.Named && slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind != plan.Draft }):
		return nil
	case !r.Named && r.mask(func(t token) bool { return nouns[t.text] && t.text != "one" }) == 0:
		return nil
	case !r.Named:
		r.Versions, r.Named = r.pair()[:1], true
		r.Assumed = append(r.Assumed, fmt.Sprintf("no version is named: %s is taken", label(r.Versions[0])))
	}
	r.take([]scored{c})
	return r.silence(r.Versions, r.cells(r.Versions))
}

// fitting puts the findings first that fit a question best.
func (r *reading) fitting(fs []Finding) []Finding {
	ranked, _ := r.ranked()
	at := func(f Finding) int {
		i := slices.IndexFunc(ranked, func(m match) bool {
			return r.x.fields[m.field].field.ID == f.Field.ID && r.x.records[m.record].record.ID == f.Record.ID
		})
		if i < 0 {
			return len(ranked)
		}
		return i
	}
	slices.SortStableFunc(fs, func(a, b Finding) int { return at(a) - at(b) })
	return fs
}

// elsewhere is what other records say in a field, or else in its topic:
// versions that are kin first, then other drafts, then positions.
func (r *reading) elsewhere(versions []*plan.Record, topic *plan.Topic, field *plan.Field) []Finding {
	kin := func(rec *plan.Record) int {
		for _, v := range versions {
			if slices.Contains(v.Follows, rec.ID) || slices.Contains(rec.Follows, v.ID) {
				return 0
			}
		}
		if rec.Kind == plan.Draft {
			return 1
		}
		return 2
	}
	var pool []*plan.Record
	for _, rec := range r.x.lib.Records {
		if !slices.Contains(versions, rec) {
			pool = append(pool, rec)
		}
	}
	slices.SortStableFunc(pool, func(a, b *plan.Record) int { return kin(a) - kin(b) })
	var out []Finding
	for _, rec := range pool {
		if f := r.finding(rec, topic, field); f.State != plan.Lacuna && len(out) < 2 {
			out = append(out, f)
		}
	}
	if out != nil {
		return out
	}
	for _, rec := range pool {
		r.each(rec, func(f Finding) {
			if f.Topic.ID == topic.ID && f.State != plan.Lacuna && len(out) < 2 {
				out = append(out, f)
			}
		})
	}
	return out
}

// unknown tells what nobody has reported of versions.
func (r *reading) unknown() *Answer {
	versions := r.Versions
	if !r.Named {
		versions = r.overview()
		r.Versions = versions
	}
	if len(r.chosen) > 0 && r.chosen[0].topic.About == plan.AboutText {
		fs := r.cells(versions)
		if !slices.ContainsFunc(fs, func(f Finding) bool { return f.State != plan.Lacuna }) {
			return r.silence(versions, fs)
		}
		return &Answer{Text: r.tell(fs), Findings: fs}
	}
	if len(r.chosen) > 0 && (r.chosen[0].topic.About == plan.AboutTalks || r.chosen[0].topic.About == plan.AboutStance) {
		if cells := r.accounts(); cells != nil {
			return r.found(cells)
		}
	}
	drafts := r.records(r.x.lib.Overview)
	a := &Answer{Status: Answered}
	var lines []string
	for _, v := range versions {
		var names []string
		total := 0
		for t := range r.seen.Topics {
			topic := &r.seen.Topics[t]
			partly := false
			r.each(v, func(f Finding) { partly = partly || f.Topic == topic && f.State != plan.Lacuna })
			for f := range topic.Fields {
				field := &topic.Fields[f]
				if topic.About != plan.AboutText || !slices.ContainsFunc(drafts, func(d *plan.Record) bool { return r.carries(d, field.ID) }) {
					continue
				}
				total++
				if fi := r.finding(v, topic, field); fi.State == plan.Lacuna {
					if !partly && !slices.Contains(names, topic.Title) {
						names = append(names, topic.Title)
					}
					if len(versions) == 1 || len(a.Findings) < 40 {
						a.Findings = append(a.Findings, fi)
					}
				}
			}
		}
		n := 0
		for _, f := range a.Findings {
			if f.Record.ID == v.ID {
				n++
			}
		}
		line := fmt.Sprintf("%s, %s", label(v), wording.Known(r.seen, r.admitted(v)))
		if r.lacunas(v, drafts) > 0 {
			line += fmt.Sprintf(": %s for %d of the %d fields that any version here has", silentText, r.lacunas(v, drafts), total)
			if len(versions) <= 2 && names != nil {
				line += ", among them all of: " + few(names, 8)
			}
		}
		lines = append(lines, line+".")
	}
	a.Text = strings.Join(lines, " ")
	if r.has("points", "point") || len(versions) == 1 {
		if text := unreadText(versions); text != "" {
			a.Text = text + " " + a.Text
		}
	}
	for _, v := range versions {
		if v.KnownNote != "" && r.ev.IsZero() {
			a.Notes = append(a.Notes, v.ID+": "+v.KnownNote)
		}
		if unread := unreadPoints(v); unread != nil {
			a.Notes = append(a.Notes, fmt.Sprintf("%s: points that nobody has read: %s", v.ID, and(unread)))
		}
	}
	return a
}

// unreadPoints are the points of a version that no source here has read.
func unreadPoints(v *plan.Record) []string {
	var out []string
	for _, p := range v.Points {
		if p.Unread {
			out = append(out, fmt.Sprint(p.Number))
		}
	}
	return out
}

func unreadText(versions []*plan.Record) string {
	var lines []string
	for _, v := range versions {
		if unread := unreadPoints(v); unread != nil {
			lines = append(lines, fmt.Sprintf("%s of %s", and(unread), label(v)))
		}
	}
	if lines == nil {
		return ""
	}
	return "Points that nobody here has read: " + strings.Join(lines, "; ") + "."
}

func (r *reading) lacunas(v *plan.Record, drafts []*plan.Record) int {
	n := 0
	for t := range r.seen.Topics {
		topic := &r.seen.Topics[t]
		for f := range topic.Fields {
			field := &topic.Fields[f]
			if topic.About == plan.AboutText && slices.ContainsFunc(drafts, func(d *plan.Record) bool { return r.carries(d, field.ID) }) && r.finding(v, topic, field).State == plan.Lacuna {
				n++
			}
		}
	}
	return n
}

// asNearest labels findings as the nearest that is reported, not the answer.
func asNearest(fs []Finding) {
	for i := range fs {
		fs[i].Nearest = true
	}
}
