package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// handle is a number by which a question takes hold of a claim.
type handle struct {
	token
	place int
	unit  string // of time, or percent; "" for none
}

// numberHandle is the number that a question is about; nil if there is none,
// or if it names a version, a point or a date.
func (r *reading) numberHandle() *handle {
	if all := r.numberHandles(); all != nil {
		return &all[0]
	}
	// a count of points that is also a version's name: "who says 19 points?"
	for i, t := range r.words {
		if t.isNum && r.continued && r.whoSaysCue() && i+1 == len(r.words) {
			return &handle{token: t, place: i}
		}
		if t.isNum && i+1 < len(r.words) && strings.HasPrefix(r.words[i+1].text, "point") && r.whoSaysCue() && (len(r.chosen) == 0 || len(r.named) > 1) {
			return &handle{token: t, place: i}
		}
	}
	return nil
}

// numberHandles are all numbers that a question is about, other than those of
// versions, points and dates.
func (r *reading) numberHandles() []handle {
	var out []handle
	for i, t := range r.words {
		if r.taken&(1<<i) == 0 && (t.isNum && (!isYear(t) || len(r.chosen) > 0 || r.begins("who says", "who said", "who reports", "which source")) || strings.Contains(t.text, ":")) {
			out = append(out, handle{token: t, place: i, unit: r.unitAt(i + 1)})
		}
	}
	return out
}

// unitAt is the unit of time that a number is given in: 5 years are no Article 5.
func (r *reading) unitAt(i int) string {
	if i < len(r.words) {
		for _, u := range [...]string{"year", "month", "week", "day", "hour", "percent"} {
			if strings.HasPrefix(r.words[i].text, u) {
				return u
			}
		}
	}
	return ""
}

// matches reports whether a value is the number: same figure and, where both
// have one, same scale.
func (h *handle) matches(v plan.Value) bool {
	if h.unit != "" && !strings.Contains(strings.ToLower(v.Text+" "+v.Unit), h.unit) {
		return false
	}
	if strings.Contains(h.text, ":") {
		return strings.Contains(v.Text, h.text)
	}
	if v.HasNumber() {
		n := h.number
		if h.scale == "million" && !strings.Contains(v.Unit, "million") {
			n *= 1e6
		}
		if h.scale == "billion" && !strings.Contains(v.Unit, "billion") {
			n *= 1e9
		}
		return v.Number.Float() == n && (h.scale != "" || !strings.Contains(v.Unit, "illion"))
	}
	for _, t := range tokens(v.Text + " " + string(v.Date)) {
		if slices.Contains(strings.Split(t.text, ":"), h.text) && strings.Contains(t.text, ":") {
			return true
		}
		if t.isNum && t.number == h.number && (h.scale == "" || t.scale == h.scale) {
			return true
		}
	}
	return false
}

// stating are the findings in which a number stands: of the fields asked about,
// if there are any, and with the unit that the question gives before others.
func (r *reading) stating(h *handle) []Finding {
	var unit string
	if h.place+1 < len(r.words) {
		unit = r.x.root(r.words[h.place+1].text)
	}
	var exact, other []Finding
	for _, kind := range [3]plan.RecordKind{plan.Draft, plan.Position, plan.Event} {
		for _, v := range r.x.lib.OfKind(kind) {
			if r.Named && !slices.ContainsFunc(r.Versions, func(x *plan.Record) bool { return x.ID == v.ID }) {
				continue
			}
			r.each(v, func(f Finding) {
				if len(r.chosen) > 0 && r.order(f.Field) < 0 {
					return
				}
				if !f.confine(func(c *plan.Claim) bool { // who denies a number does not say it
					return !c.Denies && (h.matches(c.Value) || slices.ContainsFunc(r.numberHandles(), func(h handle) bool { return h.matches(c.Value) }))
				}) {
					return
				}
				if unit != "" && strings.Contains(" "+strings.Join(r.rootsOf(f.Field.Unit+" "+f.Only[0].Value.Unit+" "+f.Field.Title), " ")+" ", " "+unit+" ") {
					exact = append(exact, f)
				} else {
					other = append(other, f)
				}
			})
		}
	}
	if exact == nil {
		return other
	}
	return exact
}

// numbers tells where a number stands, in which records, and who says so.
func (r *reading) numbers() *Answer {
	h := r.numberHandle()
	if h == nil {
		return nil
	}
	a := &Answer{Status: Answered, Findings: r.stating(h)}
	if a.Findings == nil && r.Named && len(r.chosen) == 0 {
		return r.notThere(h)
	}
	if own := r.chosen; a.Findings == nil && len(own) > 0 && ofText(own[0]) { // in another field of the subject
		var topic []scored
		for i := range own[0].topic.Fields {
			topic = append(topic, scored{topic: own[0].topic, field: &own[0].topic.Fields[i]})
		}
		r.take(topic)
		if a.Findings = r.stating(h); a.Findings == nil {
			r.take(own)
		}
	}
	if a.Findings == nil {
		return r.noSuchNumber(h)
	}
	a.Text = r.numberText(h, a.Findings)
	r.elsewise(a)
	for i, f := range a.Findings {
		if overruled(f) {
			a.Findings[i].Only, a.Findings[i].Beside = nil, f.Only
		}
		if len(r.chosen) == 0 && !slices.Contains(r.Fields, f.Field) {
			r.Fields = append(r.Fields, f.Field)
		}
	}
	return a
}

// elsewise adds, for the versions named that do not have the number, what they
// have in the field where it stands.
func (r *reading) elsewise(a *Answer) {
	if !r.Named || len(r.Versions) > 3 {
		return
	}
	of := a.Findings[0]
	for _, v := range r.Versions {
		if v.Kind != plan.Draft || of.Topic.About != plan.AboutText || slices.ContainsFunc(a.Findings, func(f Finding) bool { return f.Record.ID == v.ID }) {
			continue
		}
		f := r.finding(v, of.Topic, of.Field)
		a.Text += " " + r.sentence(f.Field.Title, []Finding{f})
		a.Findings = append(a.Findings, f)
		if f.State == plan.Lacuna {
			a.Status = Partly
		}
	}
}

// notThere says that a number is not reported for the versions named, with where
// it is; nil if it is nowhere.
func (r *reading) notThere(h *handle) *Answer {
	versions := r.Versions
	r.Named, r.Versions = false, nil
	a := r.numbers()
	r.Named, r.Versions = true, versions
	if a == nil || a.Status != Answered {
		return a
	}
	asNearest(a.Findings)
	a.Status = NotReported
	a.Text = fmt.Sprintf("The number %s is %s for %s. The nearest that is reported, which is not the same: %s", h.raw, silentText, labels(versions), a.Text)
	return a
}

// qualified adds the number to which an answer is but the condition: of a limit
// that holds in peacetime, how much it is.
func (r *reading) qualified(a *Answer) {
	if len(a.Findings) != 1 || a.Findings[0].Record.Kind != plan.Draft {
		return
	}
	told := a.Findings[0]
	r.each(told.Record, func(f Finding) {
		if f.Field == told.Field || f.Field.Prefix() != told.Field.Prefix() || !f.Field.Kind.Numeric() || len(f.Contents) != 1 || len(a.Findings) > 1 {
			return
		}
		if slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool {
			return slices.ContainsFunc(c.Qualifiers, func(q string) bool {
				return slices.ContainsFunc(told.Contents, func(k compare.Content) bool { return k.Value.Text == q })
			})
		}) {
			a.Text += " " + r.sentence(f.Field.Title, []Finding{f})
			a.Findings = append(a.Findings, f)
		}
	})
}

// given reports whether any claim in the fields asked about has a number.
func (r *reading) given(h *handle) bool {
	found := false
	for _, v := range r.x.lib.Records {
		r.each(v, func(f Finding) {
			found = found || r.order(f.Field) >= 0 && slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return h.matches(c.Value) })
		})
	}
	return found
}

// noSuchNumber says that nobody here gives a number; for the fields that the
// question names it tells the numbers that are given.
func (r *reading) noSuchNumber(h *handle) *Answer {
	if len(r.Fields) == 0 && !r.whoSaysCue() && !r.has("who reported", "who gave", "who counted", "who spoke of") && !r.originCue() && !r.has("come from", "number", "figure") {
		return nil
	}
	a := &Answer{Status: NotReported, Text: fmt.Sprintf("The number %s is %s.", h.raw, silentText)}
	for _, f := range r.Fields[:min(len(r.Fields), 1)] {
		topic, field := r.seen.Field(f.ID)
		for _, v := range r.x.lib.Drafts() {
			if fi := r.finding(v, topic, field); fi.State != plan.Lacuna && len(a.Findings) < 4 {
				fi.Nearest = true
				a.Findings = append(a.Findings, fi)
			}
		}
		if len(a.Findings) > 0 {
			a.Text += " Nearest that is reported: " + r.sentence(f.Title, a.Findings)
		}
	}
	return a
}

func (r *reading) numberText(h *handle, fs []Finding) string {
	var lines []string
	for i, f := range fs {
		if i == 4 {
			lines = append(lines, plural(len(fs)-i, "place")+" more below.")
			break
		}
		extra := ""
		switch {
		case f.State == plan.Disputed:
			extra = "; this is disputed, others say: " + r.othersSay(f)
		case overruled(f):
			extra = fmt.Sprintf("; stronger sources have: %s, according to %s", wording.Reading(f.Reading), r.attribution(deciding(f.Reading)))
		}
		by := ""
		if f.Record.Kind == plan.Draft && len(f.Record.By) > 0 {
			by = ", put forward by " + and(f.Record.By)
		}
		lines = append(lines, fmt.Sprintf("%s in %s, %s%s: %s%s.", f.Field.Title, label(f.Record), dateText(f.Record.Date), by, r.accordingTo(f.Only), extra))
	}
	return strings.Join(lines, " ")
}

// overruled reports whether a finding is confined to a claim of a weak copy or
// report that stronger sources go against.
func overruled(f Finding) bool {
	taken := deciding(f.Reading)
	return len(f.Only) > 0 && len(taken) > 0 && !slices.Contains(taken, f.Only[0])
}

func (r *reading) othersSay(f Finding) string {
	var out []string
	for _, k := range f.Contents {
		if !slices.Contains(f.Only, k.Claims[0]) {
			out = append(out, wording.Content(k))
		}
	}
	return strings.Join(out, " / ")
}

// whoSaysDate tells who gives a day that the question asks the source of; nil
// if it asks of none, or nobody gives it.
func (r *reading) whoSaysDate() *Answer {
	if r.when == nil || r.asOf() || len(r.when.date) != len("2006-01-02") || len(r.prior) > 0 && r.continued && r.when.mask == 0 {
		return nil
	}
	if rest := r.mask(func(t token) bool { return !asking[t.text] && !silent[t.text] }) &^ r.when.mask &^ r.taken; r.weigh(rest) > 1 {
		return nil
	}
	fs := r.withClaim(func(_ *plan.Field, c *plan.Claim) bool { return c.Value.Date == r.when.date })
	if fs == nil {
		return nil
	}
	return r.sourced(fs, "")
}
