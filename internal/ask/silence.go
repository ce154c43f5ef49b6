package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// silence answers where nobody has reported what was asked: it says so, and
// gives the nearest thing that is reported, labelled as such. First what the
// same versions say on the same subject, then what others say in the field.
func (r *reading) silence(versions []*plan.Record, fs []Finding) *Answer {
	if slices.ContainsFunc(fs, func(f Finding) bool { return f.State != plan.Lacuna && !r.isAside(f.Field) }) {
		return &Answer{Status: Partly, Text: r.tell(fs), Findings: fs, Notes: r.copies(fs)}
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
		a.Text = strings.TrimSuffix(a.Text, ".") + ", " + compare.KnownText(r.admitted(versions[0])) + "."
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
		line := fmt.Sprintf("%s, %s", label(v), compare.KnownText(r.admitted(v)))
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

// identify tells which version a name means and what is known of it, or what
// versions there are.
func (r *reading) identify() *Answer {
	if r.publicOnly() {
		return r.publicBy()
	}
	a := &Answer{Status: Answered}
	if !r.Named {
		var lines []string
		until := r.findDate()
		for _, v := range r.x.lib.Drafts() {
			if until != nil && (v.Date == "" || v.Date.First() > until.date.Last()) {
				continue
			}
			lines = append(lines, fmt.Sprintf("%s (%s, %s)", v.ID, v.Title, dateText(v.Date)))
			r.Versions = append(r.Versions, v)
		}
		a.Text = fmt.Sprintf("There are %s: %s.", plural(len(lines), "draft"), strings.Join(lines, "; "))
		if until != nil {
			a.Text = fmt.Sprintf("By %s there were %s in these records: %s.", dateText(until.date), plural(len(lines), "draft"), strings.Join(lines, "; "))
		}
		a.Notes = append(a.Notes, "plandiff versions lists them with their names; plandiff versions --kind position lists positions")
		return a
	}
	var lines []string
	for _, v := range r.Versions {
		line := fmt.Sprintf("%s is %s, %s", v.ID, v.Title, dateText(v.Date))
		if len(v.By) > 0 {
			line += ", by " + and(v.By)
		}
		line += "; " + compare.KnownText(r.admitted(v))
		lines = append(lines, line+".")
		n := 0
		r.each(v, func(f Finding) {
			if f.Topic.About == plan.AboutDocument && n < 6 || f.Topic.About == plan.AboutText && n < 14 || v.Kind != plan.Draft && n < 6 {
				a.Findings = append(a.Findings, f)
				n++
			}
		})
	}
	var told []string
	for _, f := range a.Findings {
		if f.State != plan.Lacuna {
			told = append(told, f.Field.Title+": "+r.said(f))
		}
	}
	if told == nil {
		a.Status = NotReported
		lines = append(lines, "What it says is "+silentText+".")
	} else {
		lines = append(lines, "Reported of it: "+few(told, 7)+".")
	}
	for _, m := range r.named {
		if len(m.records) > 1 {
			var other []string
			for _, x := range m.records[1:] {
				if x.Kind == plan.Draft {
					other = append(other, fmt.Sprintf("%s (%s, %s)", x.ID, x.Title, dateText(x.Date)))
				}
			}
			if other != nil {
				lines = append(lines, fmt.Sprintf("The name %q is also used of %s.", r.phraseOf(m.mask), and(other)))
			}
		}
	}
	a.Text = strings.Join(lines, " ")
	return a
}

// issuing are verbs for a version that is made known.
var issuing = set("shown presented published unveiled tabled handed released issued dated drafted written made appear appeared appears come came out put forward produced revealed disclosed announced circulated emerge emerged surface surfaced leaked leak written drawn up day date first on was were did it become became public")

// issued tells which version is meant, with its date, where a question asks for
// nothing but when that was made known.
func (r *reading) issued() *Answer {
	if !r.Named && r.has(whenCues...) && r.has("each", "every", "all", "drafts", "plans", "versions") && !r.continued && r.onlyIssuing() {
		r.take(nil)
		return r.identify()
	}
	if !r.Named || len(r.Versions) > 2 || !r.has(whenCues...) || r.continued || slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind != plan.Draft || v.Date == "" }) {
		return nil
	}
	if !r.onlyIssuing() {
		return nil
	}
	if len(r.chosen) > 0 && r.carries(r.Versions[0], r.chosen[0].field.ID) && r.chosen[0].topic.About == plan.AboutDocument {
		return nil // a claim gives the day
	}
	return r.identify()
}

// onlyIssuing reports whether a question says nothing of versions but that they
// are made known.
func (r *reading) onlyIssuing() bool {
	verb := false
	for i, t := range r.words {
		switch {
		case issuing[t.text]:
			verb = true
		case (r.taken|r.bareMask())&(1<<i) != 0, silent[t.text], asking[t.text], nouns[t.text], several[t.text]:
		default:
			return false
		}
	}
	return verb
}

// publicBy lists what dated sources had reported by a day: the drafts they
// told of, and what they said of the rest, the latest record first.
func (r *reading) publicBy() *Answer {
	a := &Answer{Status: Answered}
	r.chosen, r.Fields, r.Topics = nil, nil, nil
	var drafts, told []string
	for _, kind := range [3]plan.RecordKind{plan.Draft, plan.Event, plan.Position} {
		for _, v := range slices.Backward(r.x.lib.OfKind(kind)) {
			n := 0
			r.each(v, func(f Finding) {
				if n++; f.State == plan.Lacuna || n > 3 {
					return
				}
				a.Findings = append(a.Findings, f)
				if kind != plan.Draft && n == 1 {
					told = append(told, fmt.Sprintf("%s: %s (%s) [%s]", f.Field.Title, r.said(f), r.attribution(deciding(f.Reading)), label(v)))
				}
			})
			if n > 0 {
				r.Versions = append(r.Versions, v)
			}
			if n > 0 && kind == plan.Draft {
				drafts = append(drafts, fmt.Sprintf("%s (%s)", label(v), dateText(v.Date)))
			}
		}
	}
	if a.Findings == nil {
		return &Answer{Status: NotReported, Text: "What was public by " + dateText(r.AsOf) + " is " + silentText + "."}
	}
	a.Text = "By " + dateText(r.AsOf) + " dated sources had reported this. "
	if drafts != nil {
		a.Text += "Of " + plural(len(drafts), "draft") + ": " + strings.Join(drafts, "; ")
		if told != nil {
			a.Text += ". Beside these: "
		}
	}
	const most = 8
	if n := len(told); n > most {
		told = append(told[:most], fmt.Sprintf("%d more records, below", n-most))
	}
	a.Text += strings.Join(told, "; ") + "."
	a.Notes = append(a.Notes, "sources whose date nobody knows are not counted")
	return a
}

// asNearest labels findings as the nearest that is reported, not the answer.
func asNearest(fs []Finding) {
	for i := range fs {
		fs[i].Nearest = true
	}
}
