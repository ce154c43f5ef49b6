package ask

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// silentText is how an answer says that nobody has reported something.
const silentText = "not reported in these sources"

// label is a record in a sentence.
func label(r *plan.Record) string { return r.Label + " (" + r.ID + ")" }

func labels(rs []*plan.Record) string {
	out := make([]string, len(rs))
	for i, r := range rs {
		out[i] = label(r)
	}
	return and(out)
}

// and joins words as a sentence does.
func and(list []string) string {
	switch len(list) {
	case 0:
		return ""
	case 1:
		return list[0]
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// dateText writes a date as a sentence has it: "20 November 2025",
// "20-21 December 2025", "April 2025", "undated".
func dateText(d plan.Date) string {
	from, to, span := strings.Cut(string(d), "/")
	switch {
	case d == "":
		return "undated"
	case !span:
		return longDay(from)
	case len(from) == len("2006-01-02") && len(to) == len(from) && from[:7] == to[:7]:
		return strings.TrimPrefix(from[8:], "0") + "-" + longDay(to)
	}
	return longDay(from) + " to " + longDay(to)
}

func longDay(s string) string {
	for _, layout := range [2][2]string{{"2006-01-02", "2 January 2006"}, {"2006-01", "January 2006"}} {
		if t, err := time.Parse(layout[0], s); err == nil {
			return t.Format(layout[1])
		}
	}
	return s
}

// contentText words a content as a sentence has it: dates in full.
func contentText(k compare.Content) string {
	text := wording.Content(k)
	if d := k.Value.Date; d != "" {
		text = strings.Replace(text, string(d), dateText(d), 1)
	}
	return text
}

// said words a finding, each side of a dispute with the sources behind it.
func (r *reading) said(f Finding) string {
	if f.State == plan.Lacuna {
		return silentText
	}
	parts := make([]string, len(f.Contents))
	for i, k := range f.Contents {
		parts[i] = contentText(k)
		switch {
		case f.State != plan.Disputed:
		case r.brief:
			parts[i] += " (" + plural(compare.Independent(r.seen, k.Claims), "independent source") + ")"
		default:
			parts[i] += " (" + r.behind(k.Claims) + ")"
			if len(k.Claims) == 1 && k.Claims[0].Denies && k.Claims[0].Phrase != "" {
				parts[i] += ", in the words “" + k.Claims[0].Phrase + "”"
			}
		}
	}
	switch {
	case f.State == plan.Disputed:
		return "disputed, sources contradict each other: " + strings.Join(parts, " / ")
	case len(parts) == 0:
		return wording.Reading(f.Reading)
	}
	return strings.Join(parts, " / ")
}

// behind names the sources of claims, with how many of them are independent
// where they are more than one.
func (r *reading) behind(claims []*plan.Claim) string {
	text := r.attribution(claims)
	if n := compare.Independent(r.seen, claims); n > 1 {
		text = plural(n, "independent source") + ": " + text
	}
	return text
}

// sentence tells what records say of one field: those that say the same
// together, those without a report last.
func (r *reading) sentence(title string, fs []Finding) string {
	var order []string
	groups, none := map[string][]*plan.Record{}, map[string]int{}
	var silent []*plan.Record
	known := slices.DeleteFunc(slices.Clone(fs), func(f Finding) bool { return f.State == plan.Lacuna })
	r.brief = len(known) > 3
	defer func() { r.brief = false }()
	for _, f := range fs {
		if f.State == plan.Lacuna {
			silent = append(silent, f.Record)
			continue
		}
		text := r.said(f)
		if (f.Record.Kind != plan.Draft || f.Topic.About != plan.AboutText && !r.brief) && f.State != plan.Disputed {
			if by := r.attribution(deciding(f.Reading)); by != "" {
				text += ", according to " + by
			}
		}
		if groups[text] == nil {
			order = append(order, text)
		}
		groups[text] = append(groups[text], f.Record)
		if gone(f.State) {
			none[text] = 1
		}
	}
	if !r.Named { // what is there before what is not
		slices.SortStableFunc(order, func(a, b string) int { return none[a] - none[b] })
	}
	var parts []string
	for _, text := range order {
		if groups[text][0].Kind != plan.Draft {
			parts = append(parts, text+" ["+labels(groups[text])+"]")
			continue
		}
		parts = append(parts, text+" in "+labels(groups[text]))
	}
	if silent != nil {
		parts = append(parts, r.silentFor(silent, len(order) > 0))
	}
	return title + ": " + strings.Join(parts, "; ") + "."
}

// silentFor says of which versions something is not reported: by name where
// the question names them or they are few, else by their number.
func (r *reading) silentFor(silent []*plan.Record, others bool) string {
	drafts := !slices.ContainsFunc(silent, func(v *plan.Record) bool { return v.Kind != plan.Draft })
	switch {
	case r.Named || len(silent) <= 2 || !drafts:
		return silentText + " for " + labels(silent)
	case others:
		return silentText + " for the other " + plural(len(silent), "draft")
	}
	return silentText + " for any of the " + plural(len(silent), "draft") + " looked at"
}

// attribution names the sources behind claims, the first few of them: those that
// say all that is told first, then those that say but a part of it.
func (r *reading) attribution(claims []*plan.Claim) string {
	var all []string
	for _, c := range claims {
		all = union(all, c.Qualifiers)
	}
	var whole, part []string
	for _, c := range claims {
		if n := r.publisher(c); len(union(c.Qualifiers, nil)) == len(all) {
			whole = union(whole, []string{n})
		} else {
			part = union(part, []string{n})
		}
	}
	part = slices.DeleteFunc(part, func(n string) bool { return slices.Contains(whole, n) })
	switch {
	case part == nil:
		return firstOf(whole)
	case whole == nil:
		return "in parts " + firstOf(part)
	}
	return firstOf(whole) + "; in part " + firstOf(part)
}

// firstOf lists the first few names. Where one has a comma in it, semicolons
// keep them apart.
func firstOf(names []string) string {
	const most = 3
	comma := ", "
	if slices.ContainsFunc(names[:min(len(names), most+1)], func(n string) bool { return strings.Contains(n, ", ") }) {
		comma = "; "
	}
	last := " and "
	if comma == "; " {
		last = "; and "
	}
	if len(names) > most+1 {
		return fmt.Sprintf("%s%s%d more", strings.Join(names[:most], comma), last, len(names)-most)
	}
	if n := len(names) - 1; n > 0 {
		return strings.Join(names[:n], comma) + last + names[n]
	}
	return strings.Join(names, comma)
}

// accordingTo tells what claims say, those that say the same together, with who
// says it: "19 points, according to A and B; about 19 points, according to C".
func (r *reading) accordingTo(claims []*plan.Claim) string {
	var order []string
	groups := map[string][]*plan.Claim{}
	for _, c := range claims {
		text := contentText(compare.Content{State: c.Claimed(), Value: c.Value, To: c.To, Proponent: c.Proponent, Claims: []*plan.Claim{c}})
		if groups[text] == nil {
			order = append(order, text)
		}
		groups[text] = append(groups[text], c)
	}
	slices.SortStableFunc(order, func(a, b string) int { return int(boolTo(groups[a][0].Outline) - boolTo(groups[b][0].Outline)) })
	var parts []string
	for i, text := range order {
		if i == 3 {
			parts = append(parts, fmt.Sprintf("in other words %s", r.attribution(slices.Concat(groups[order[3]], groups[order[len(order)-1]]))))
			break
		}
		parts = append(parts, fmt.Sprintf("%s, according to %s", text, r.attribution(groups[text])))
	}
	return strings.Join(parts, "; ")
}

// outletOf is who published a claim's source.
func (r *reading) outletOf(c *plan.Claim) string {
	if s := r.x.lib.Source(c.Source); s != nil && s.Publisher != "" {
		return s.Publisher
	}
	return c.Source
}

// publisher is who published a claim's source, with who speaks in it.
func (r *reading) publisher(c *plan.Claim) string {
	out := r.outletOf(c)
	switch {
	case c.By != "":
		out += " (" + c.By + ")"
	case c.Basis == plan.BasisUnnamed:
		out += " (" + wording.Basis(c.Basis) + ")"
	}
	return out
}

// deciding are the claims behind the contents of a reading.
func deciding(r compare.Reading) []*plan.Claim {
	var out []*plan.Claim
	for _, k := range r.Contents {
		out = append(out, k.Claims...)
	}
	return out
}

// byField groups findings by field, in their order.
func byField(fs []Finding) [][]Finding {
	var out [][]Finding
	for _, f := range fs {
		i := slices.IndexFunc(out, func(g []Finding) bool { return g[0].Field == f.Field })
		if i < 0 {
			out = append(out, nil)
			i = len(out) - 1
		}
		out[i] = append(out[i], f)
	}
	return out
}

// status is how far the first field is reported for the records asked about.
func status(fs []Finding, named bool) Status {
	groups := byField(fs)
	if len(groups) == 0 {
		return NotReported
	}
	known, silent, first := 0, 0, 0
	for i, g := range groups {
		for _, f := range g {
			switch {
			case f.State == plan.Lacuna:
				silent++
				if i == 0 {
					first++
				}
			case f.State == plan.Present && len(f.Contents) == 1 && (f.Reading.Outline || f.Contents[0].Value.IsZero() && len(f.Contents[0].Claims[0].Qualifiers) == 0):
				known++
				if i == 0 {
					first++
				}
			default:
				known++
			}
		}
	}
	switch {
	case known == 0:
		return NotReported
	case first > 0 && (named || first == len(groups[0])):
		return Partly
	}
	return Answered
}
