package ask

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// overviewText is a draft, or all of them, in a sentence.
func (s *Session) overviewText(q *Query, a *Answer) string {
	if len(q.Versions) == 0 {
		var parts []string
		for _, id := range s.seen.Overview {
			if v := s.seen.Record(id); v != nil {
				parts = append(parts, fmt.Sprintf("%s (%s)", say(v), wording.Date(v.Date)))
			}
		}
		for _, v := range s.seen.Drafts() {
			a.Notes = append(a.Notes, fmt.Sprintf("%s: %s, %s", v.ID, v.Title, wording.Known(s.view, v)))
		}
		return sentence(fmt.Sprintf("There are %d drafts; the main ones are %s", len(s.seen.Drafts()), wording.And(parts)), "")
	}
	v := append(slices.Clone(q.Versions), q.Records...)[0]
	text := fmt.Sprintf("%s, %s; %s", wording.FirstUpper(v.Title), wording.Date(v.Date), wording.Known(s.view, v))
	var parts []string
	n := 0
	for _, f := range weightiest(a.Findings) {
		part := lower(f.Field.Title) + ": " + content(f, 40)
		if n += len(part) + 2; n > mostText-len(text)-10 {
			break
		}
		parts = append(parts, part)
	}
	return sentence(text, strings.Join(parts, "; "))
}

// weightiest are the findings about the text that say something, those with
// most claims first.
func weightiest(fs []Finding) []*Finding {
	var out []*Finding
	for i := range fs {
		if f := &fs[i]; len(f.Contents) > 0 && f.State != plan.Lacuna && f.Topic.About == plan.AboutText && !f.Outline {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b *Finding) int { return len(b.Claims) - len(a.Claims) })
	return out
}

var listWords = map[Kind]string{Same: "the same", Added: "added", Gone: "gone", Open: "open", Unknown: "not known", Compare: "different", Uptake: "different"}

// listText counts and names the fields of a list by difference.
func (s *Session) listText(q *Query, a *Answer) string {
	var titles []string
	for i := range a.Findings {
		if t := lower(a.Findings[i].Field.Title); !slices.Contains(titles, t) {
			titles = append(titles, t)
		}
	}
	versions := s.comparing(q)
	if len(q.Versions) == 1 && (q.Kind == Open || q.Kind == Unknown) {
		versions = q.Versions
	}
	var ns []string
	for _, v := range versions {
		ns = append(ns, say(v))
	}
	about := strings.Join(ns, " against ")
	if len(titles) == 0 {
		return sentence(fmt.Sprintf("Nothing is known to be %s: %s", listWords[q.Kind], about), "")
	}
	noun := "subjects are "
	if len(titles) == 1 {
		noun = "subject is "
	}
	text := fmt.Sprintf("%s: %d %s%s, among them ", wording.FirstUpper(about), len(titles), noun, listWords[q.Kind])
	var parts, seen []string
	for _, f := range weightiest(a.Findings) {
		t := lower(f.Field.Title)
		if slices.Contains(seen, t) {
			continue
		}
		seen = append(seen, t)
		if part := t + s.step(a, f, versions); len(text)+len(strings.Join(parts, ", "))+len(part) < mostText-10 {
			parts = append(parts, part)
		}
	}
	if parts == nil {
		parts = titles[:min(3, len(titles))]
	}
	return sentence(text+wording.And(parts), "")
}

// step is what a field was and became, where there are two versions.
func (s *Session) step(a *Answer, f *Finding, versions []*plan.Record) string {
	if len(versions) != 2 {
		return ""
	}
	var from, to string
	for i := range a.Findings {
		g := &a.Findings[i]
		if g.Field != f.Field {
			continue
		}
		switch g.Record {
		case versions[0]:
			from = content(g, 32)
		case versions[1]:
			to = content(g, 32)
		}
	}
	if from == "" || to == "" || from == to {
		return ""
	}
	return " (" + from + " → " + to + ")"
}

// whichPointText gives the number of the point in each draft.
func (s *Session) whichPointText(q *Query, a *Answer) string {
	var parts []string
	var silent []*Finding
	title := ""
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Record.Kind != plan.Draft || title != "" && f.Field.Title != title {
			continue
		}
		title = f.Field.Title
		place := ""
		for _, c := range f.Claims {
			if p := c.Place(); p != "" && !strings.Contains(place, p) {
				place = p
				break
			}
		}
		if home := f.Record.Homes(f.Field.ID); place == "" && len(home) > 0 {
			place = fmt.Sprint(home[0])
		}
		if place == "" {
			silent = append(silent, f)
			continue
		}
		part := "point " + place
		number, _ := strconv.Atoi(strings.TrimRight(place, "abcdefghij"))
		if p := f.Record.Point(number); p != nil && p.Title != "" {
			part += " (" + p.Title + ")"
		}
		parts = append(parts, part+" in "+say(f.Record))
	}
	if len(parts) == 0 {
		if title == "" {
			return ""
		}
		return sentence(fmt.Sprintf("Not reported: no source here numbers “%s” in %s", lower(title), wording.And(names(silent, 3))), "")
	}
	text := title + ": " + strings.Join(parts, ", ")
	if len(silent) > 0 {
		text += "; not reported for " + wording.And(names(silent, 3))
	}
	return sentence(text, "")
}

// pointText is what a point holds, or where it went.
func (s *Session) pointText(q *Query, a *Answer) string {
	v := s.pointVersion(q)
	if v == nil {
		return ""
	}
	p := v.Point(q.Points[0])
	name := fmt.Sprintf("Point %d of %s", q.Points[0], say(v))
	if p == nil {
		if v.PointCount > 0 && q.Points[0] > v.PointCount {
			return sentence(fmt.Sprintf("%s has no point %d; it has %d points", wording.FirstUpper(say(v)), q.Points[0], v.PointCount), "")
		}
		if len(a.Findings) == 0 {
			return sentence("Not reported: no source here tells what "+lower(name)+" says", "")
		}
	}
	if p != nil && p.Title != "" {
		name += " (" + p.Title + ")"
	}
	if q.Kind == Follow {
		if text := s.followText(q, v, name); text != "" {
			return text
		}
	}
	if p != nil && p.Placeholder {
		return sentence(name+" is struck; its number is kept", "")
	}
	var parts []string
	n := len(name)
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Record != v || len(f.Contents) == 0 || f.Nearest {
			continue
		}
		part := lower(f.Field.Title) + ": " + content(f, 90)
		if n += len(part) + 2; n > mostText-5 && parts != nil {
			break
		}
		parts = append(parts, part)
	}
	if parts == nil {
		return sentence("Not reported: no source here tells what is in "+lower(name), "")
	}
	return sentence(name+": "+strings.Join(parts, "; "), "")
}

func (s *Session) pointVersion(q *Query) *plan.Record {
	if len(q.Versions) > 0 {
		return q.Versions[0]
	}
	if d := s.defaults(); len(d) > 0 {
		return d[0]
	}
	return nil
}

// followText is where a point stands in later drafts.
func (s *Session) followText(q *Query, v *plan.Record, name string) string {
	followed, err := compare.Follow(s.view, v.ID, q.Points[0])
	if err != nil {
		return ""
	}
	var parts []string
	for _, t := range followed.Trails {
		if len(q.Versions) > 1 && !slices.Contains(q.Versions[1:], t.Version) {
			continue
		}
		part := string(t.Relation)
		if t.Link != nil {
			var to []string
			for _, n := range t.Link.To {
				to = append(to, fmt.Sprint(n))
			}
			part = "point " + wording.And(to)
		} else if part == "unknown" || part == "" {
			part = "not reported"
		}
		parts = append(parts, part+" in "+say(t.Version))
	}
	if parts == nil {
		return ""
	}
	text := name + ": " + strings.Join(parts, ", ")
	for len(text) > mostText-10 && len(parts) > 1 {
		parts = parts[:len(parts)-1]
		text = name + ": " + strings.Join(parts, ", ") + ", and more below"
	}
	return sentence(text, "")
}

// historyText is a field's values in the order of time.
func (s *Session) historyText(q *Query, a *Answer) string {
	if len(a.Findings) == 0 {
		return ""
	}
	title := a.Findings[0].Field.Title
	var parts []string
	last := ""
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Field.Title != title || len(f.Contents) == 0 || f.State == plan.Omitted {
			continue
		}
		if v := content(f, 60); v != last {
			parts = append(parts, v+" "+where(f.Record))
			last = v
		}
	}
	text := title + ": " + strings.Join(parts, ", then ")
	for len(text) > mostText-25 && len(parts) > 2 {
		parts = slices.Delete(parts, len(parts)/2, len(parts)/2+1)
		text = title + ": " + strings.Join(parts, ", then ") + "; all steps are below"
	}
	return sentence(text, "")
}

// eventsText names what happened with its day.
func (s *Session) eventsText(q *Query, a *Answer) string {
	var parts []string
	var seen []*plan.Record
	n := 0
	for i := range a.Findings {
		v := a.Findings[i].Record
		if v.Kind != plan.Event || slices.Contains(seen, v) {
			continue
		}
		seen = append(seen, v)
		part := v.Title + " (" + wording.Date(v.Date) + ")"
		if n += len(part) + 2; n < mostText-20 {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		if len(a.Findings) == 0 {
			return ""
		}
		return sentence(s.one(&a.Findings[0], a.Findings[0].Field.Title), s.second(a, &a.Findings[0], 120))
	}
	if len(seen) == 1 {
		var told []string
		text := parts[0]
		for i := range a.Findings {
			if f := &a.Findings[i]; f.Record == seen[0] && len(f.Contents) > 0 {
				if part := lower(f.Field.Title) + ": " + content(f, 80); len(text)+len(strings.Join(told, "; "))+len(part) < mostText-10 {
					told = append(told, part)
				}
			}
		}
		return sentence(text+": "+strings.Join(told, "; "), "")
	}
	text := strings.Join(parts, ", ")
	if len(seen) > len(parts) {
		text += fmt.Sprintf(", and %d more", len(seen)-len(parts))
	}
	return sentence(text, "")
}
