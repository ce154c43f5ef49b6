package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// What a version is, and what was public of versions by a day.

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
		line += "; " + wording.Known(r.seen, r.admitted(v))
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
