package browse

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

func check(on bool) string {
	if on {
		return "[x]"
	}
	return "[ ]"
}

// filterMenu chooses what is admitted and which kinds are shown.
func filterMenu() *menu {
	return &menu{title: "Filters", by: filters, keys: func(m *Model) []string {
		return []string{m.fieldsLeft(), "Enter changes", "Esc closes", "o this one alone"}
	}, items: func(m *Model) []item {
		q := m.query
		out := []item{
			{text: "only the founding documents", mark: check(q.Sources == founding), choose: func(m *Model) {
				m.change(func(q *Query) { q.Sources = map[bool]string{false: founding}[q.Sources == founding] })
			}},
			{text: "as of " + cmp.Or(q.day(), "any day"), mark: "...", choose: (*Model).askDay},
			{text: "sources: " + cmp.Or(m.admitted(), "all"), mark: "...", choose: func(m *Model) { m.push(sourceMenu()) }},
			{text: "Differences"},
		}
		for _, k := range table.Kinds {
			kind := string(k)
			out = append(out, item{wording.Kind(k).Sign(m.opt.ASCII) + " " + wording.Kind(k).Word, check(slices.Contains(m.kinds(), kind)),
				func(m *Model) { m.showKinds(toggled(m.kinds(), kind)) }, func(m *Model) { m.showKinds([]string{kind}) }})
		}
		out = append(out, item{text: "How a source comes to say it"})
		bases := q.bases()
		for _, b := range plan.Bases {
			basis := string(b)
			out = append(out, item{wording.Basis(b), check(slices.Contains(bases, basis)),
				func(m *Model) { m.admit(toggled(m.query.bases(), basis)) }, func(m *Model) { m.admit([]string{basis}) }})
		}
		return append(out, item{text: "take all filters away", mark: "-->", choose: func(m *Model) {
			m.change(func(q *Query) { *q = Query{Versions: q.Versions, Words: q.Words} })
		}})
	}}
}

// fieldsLeft is how much a choice leaves.
func (m *Model) fieldsLeft() string {
	if n := m.left(); n > 0 || !m.query.filtered() {
		return wording.Count(n, "field") + " left"
	}
	return "nothing left"
}

// kinds are the differences that are shown.
func (m *Model) kinds() []string {
	switch {
	case m.query.All:
		out := make([]string, len(table.Kinds))
		for i, k := range table.Kinds {
			out[i] = string(k)
		}
		return out
	case m.query.Kinds != nil:
		return m.query.Kinds
	}
	return m.desk.Usual
}

func (m *Model) showKinds(kinds []string) {
	if len(kinds) == 0 {
		m.status = "one kind must stay"
		return
	}
	m.change(func(q *Query) {
		q.Kinds, q.All = kinds, len(kinds) == len(table.Kinds)
		if q.All || sameSet(kinds, m.desk.Usual) {
			q.Kinds = nil
		}
	})
}

func sameSet(a, b []string) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(x string) bool { return !slices.Contains(b, x) })
}

// bases are those that are admitted.
func (q Query) bases() []string {
	if q.Basis != "" {
		return strings.Split(q.Basis, ",")
	}
	var out []string
	for _, b := range plan.Bases {
		out = append(out, string(b))
	}
	return out
}

func (m *Model) admit(bases []string) {
	if len(bases) == 0 {
		m.status = "one basis must stay"
		return
	}
	m.change(func(q *Query) {
		q.Basis = strings.Join(bases, ",")
		if len(bases) == len(plan.Bases) {
			q.Basis = ""
		}
	})
}

// toggled is a list with one more or one less.
func toggled(list []string, s string) []string {
	if i := slices.Index(list, s); i >= 0 {
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return append(slices.Clone(list), s)
}

// versionMenu chooses what is compared, and in which order.
func versionMenu() *menu {
	return &menu{title: "Versions", by: versions,
		keys: func(m *Model) []string {
			return []string{m.fieldsLeft(), "Enter adds or drops", "b makes it the base", "Esc closes", "< > reorder"}
		},
		items: func(m *Model) []item {
			var out []item
			for _, v := range m.desk.Versions {
				mark := "[ ]"
				if i := slices.Index(m.query.Versions, v.ID); i >= 0 {
					mark = fmt.Sprintf("[%d]", i+1)
				}
				out = append(out, item{text: v.ID + "  " + wording.Date(v.Date) + "  " + v.Title, mark: mark, choose: func(m *Model) { m.toggleVersion(v.ID) }})
			}
			return out
		},
		other: func(m *Model, at int, key string) bool {
			known := slices.Contains([]string{"b", "<", ">"}, key)
			if known && at < len(m.desk.Versions) {
				m.place(m.desk.Versions[at].ID, key)
			}
			return known
		}}
}

func (m *Model) toggleVersion(id string) {
	ids := toggled(m.query.Versions, id)
	switch {
	case len(ids) < 2:
		m.status = "two versions must stay; add another first"
	case len(ids) > m.desk.Most:
		m.status = fmt.Sprintf("at most %d versions can be compared; drop one first", m.desk.Most)
	default:
		m.change(func(q *Query) { q.Versions = ids })
	}
}

// place moves a version within the order; what is not chosen yet and becomes
// the base is added.
func (m *Model) place(id, key string) {
	ids := slices.Clone(m.query.Versions)
	at := slices.Index(ids, id)
	switch {
	case key == "b" && at < 0 && len(ids) >= m.desk.Most:
		m.status = fmt.Sprintf("at most %d versions can be compared; drop one first", m.desk.Most)
		return
	case key == "b":
		if at >= 0 {
			ids = slices.Delete(ids, at, at+1)
		}
		ids = slices.Insert(ids, 0, id)
	case key == "<" && at > 0:
		ids[at-1], ids[at] = ids[at], ids[at-1]
	case key == ">" && at >= 0 && at < len(ids)-1:
		ids[at+1], ids[at] = ids[at], ids[at+1]
	case at < 0:
		m.status = id + " is not compared; Enter adds it first"
		return
	default: // it is at the end already
		return
	}
	m.change(func(q *Query) { q.Versions = ids })
}
