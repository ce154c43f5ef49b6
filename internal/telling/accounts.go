package telling

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/internal/finding"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/wording"
)

// Shared tells what records say: in full where there is room, else the main accounts, or
// all of them in few words and with few names.
func (t Teller) Shared(q *query.Query, group []*finding.Finding, room int) string {
	for _, form := range [...]struct{ text, names, most int }{{200, 99, 0}, {110, 99, 0}, {110, 1, 0}, {70, 1, 0}, {70, 99, 1}, {70, 2, 1}, {70, 1, 2}, {max(room/max(len(group), 1), 48), 1, 4}} {
		all := t.alike(q, group, form.text)
		text := ""
		if q.Kind == query.History && form.most == 0 {
			text = wording.MainAccounts(wording.WithDays(all), form.names, room, form.most)
		}
		if text == "" {
			text = wording.MainAccounts(all, form.names, room, form.most)
		}
		if text != "" {
			return text
		}
	}
	return ""
}

// alike puts drafts that say the same together, in a history those that follow each
// other. Those that are named matter most, what meets the question best, and the ends of a
// history; then the main drafts.
func (t Teller) alike(q *query.Query, group []*finding.Finding, most int) []wording.Alike {
	var out []wording.Alike
	best := slices.MaxFunc(group, func(f, g *finding.Finding) int { return cmp.Compare(f.Score, g.Score) })
	first := slices.IndexFunc(group, func(f *finding.Finding) bool { return t.Content(f, most) != wording.NoContent })
	for i, f := range group {
		text, from, main := t.words(f, most), 0, 0
		if q.Kind == query.History {
			from = max(0, len(out)-1)
		}
		switch gone := f.Gone(); {
		case q.Kind == query.History && (i == first || i == len(group)-1) && text != wording.NoContent || slices.Contains(q.Versions, f.Record) || f == best && f.Score > 0 && (f.Beyond > 0 || f.Record.Kind == plan.Position || f.Topic.About != plan.AboutText):
			main = 3
		case slices.Contains(t.Lib.Overview, f.Record.ID) && !(q.All && gone):
			main = map[bool]int{true: 1, false: 2}[gone && q.Kind != query.History]
		}
		k := slices.IndexFunc(out[from:], func(k wording.Alike) bool { return k.Text == text && k.In[0].Kind == plan.Draft })
		if f.Record.Kind != plan.Draft && slices.ContainsFunc(out, func(k wording.Alike) bool { return k.Text == text && k.In[0] == f.Record }) {
			continue // of another day
		}
		if k < 0 || f.Record.Kind != plan.Draft {
			k, out = len(out)-from, append(out, wording.Alike{Text: text})
		}
		same := &out[from+k]
		same.Main = max(same.Main, main)
		if !slices.Contains(same.In, f.Record) {
			same.In = append(same.In, f.Record)
		}
	}
	return out
}

// ByAmount tells what some findings say, by their numbers from one end of their range.
func (t Teller) ByAmount(q *query.Query, title string, group []*finding.Finding, end, room int) string {
	slices.SortStableFunc(group, func(f, g *finding.Finding) int { return cmp.Compare(g.Extreme(end), f.Extreme(end)) })
	all := t.alike(q, group, 90)
	for i := range all { // the other end is left out first
		all[i].Main = len(all) - i
	}
	title += map[bool]string{true: ", highest first: ", false: ", lowest first: "}[end > 0]
	return title + wording.MainAccounts(all, 2, room-Length(title), len(all)+1)
}

// OneByOne is what each of some records says, as far as there is room.
func (t Teller) OneByOne(records []*plan.Record, told func(*plan.Record) []*finding.Finding, room int) string {
	shown := min(len(records), 3)
	parts := pick.Each(records[:shown], func(v *plan.Record) string {
		name := wording.Say(v)
		return name + ": " + wording.Fitting(t.Items(told(v), max(100, room/shown*3/5)), room/shown-Length(name)-8)
	})
	if n := len(records) - shown; n > 0 {
		parts = append(parts, "and "+wording.Count(n, "more draft"))
	}
	return strings.Join(parts, "; ")
}
