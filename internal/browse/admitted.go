package browse

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// founding is what --only-sources calls the founding documents.
const founding = "seeds"

// day is the day asked about in words; "" for none.
func (q Query) day() string {
	if q.AsOf == "" {
		return ""
	}
	return wording.Date(plan.Date(q.AsOf))
}

// basisWords are the bases admitted, in words; "" for all.
func (q Query) basisWords() string {
	if q.Basis == "" {
		return ""
	}
	var out []string
	for _, b := range q.bases() {
		out = append(out, wording.Basis(plan.Basis(b)))
	}
	return strings.Join(out, ", ")
}

// kindWords are the kinds chosen, in words; "" for the usual ones.
func (q Query) kindWords() string {
	var out []string
	for _, k := range q.Kinds {
		out = append(out, wording.Kind(table.Kind(k)).Word)
	}
	return strings.Join(out, ", ")
}

// labelled is a text after a label; "" where there is none.
func labelled(label, text string) string {
	if text == "" {
		return ""
	}
	return label + text
}

// admitted are the sources that a reader has chosen, in words; "" for all.
func (m *Model) admitted() string {
	ids := m.chosen()
	n := 0
	for _, s := range m.desk.Sources {
		if s.Founding() && slices.Contains(ids, s.ID) {
			n++
		}
	}
	switch {
	case m.query.Sources == "":
		return ""
	case m.query.Sources == founding:
		return "founding documents only"
	case strings.HasPrefix(m.query.Sources, founding):
		return fmt.Sprintf("founding documents and %d more", len(ids)-n)
	case len(ids) == 1:
		if i := slices.IndexFunc(m.desk.Sources, func(s *plan.Source) bool { return s.ID == ids[0] }); i >= 0 {
			return "only " + wording.SourceLine(m.desk.Sources[i])
		}
	}
	return "only " + wording.Count(len(ids), "source")
}

// chosen are the IDs of the sources that a reader has chosen; none for all.
func (m *Model) chosen() []string {
	var out []string
	for _, id := range strings.Split(m.query.Sources, ",") {
		if id == founding {
			for _, s := range m.desk.Sources {
				if s.Founding() {
					out = append(out, s.ID)
				}
			}
		} else if id != "" {
			out = append(out, id)
		}
	}
	return out
}

// choose admits these sources alone. The founding documents, where all of them
// are there, stand together.
func (m *Model) choose(ids []string) {
	all, rest := true, slices.Clone(ids)
	for _, s := range m.desk.Sources {
		if s.Founding() {
			all = all && slices.Contains(ids, s.ID)
			rest = slices.DeleteFunc(rest, func(id string) bool { return id == s.ID })
		}
	}
	if all && len(rest) < len(ids) {
		ids = append([]string{founding}, rest...)
	}
	m.change(func(q *Query) { q.Sources = strings.Join(ids, ",") })
}

// sourceMenu chooses sources from all that there are.
func sourceMenu() *menu {
	return &menu{title: "Sources", narrows: true,
		keys: func(m *Model) []string { return []string{m.fieldsLeft(), "Enter changes", "Esc goes back"} },
		items: func(m *Model) []item {
			ids := m.chosen()
			out := make([]item, len(m.desk.Sources))
			for i, s := range m.desk.Sources {
				out[i] = item{text: wording.SourceLine(s) + "  " + s.ID, mark: check(slices.Contains(ids, s.ID)), choose: func(m *Model) { m.choose(toggled(m.chosen(), s.ID)) }}
			}
			return out
		}}
}

// askDay asks for the day that is looked back from.
func (m *Model) askDay() {
	m.prompt("As of which day (24 Nov 2025, 24.11.2025 or 2025-11-24; empty: any)?", m.query.day(), func(m *Model, text string) error {
		day, err := dayIn(text)
		if err != nil {
			return err
		}
		if err := m.try(func(q *Query) { q.AsOf = day }); err != nil {
			return err
		}
		m.status = m.comparison.Notice
		return nil
	})
}

// dayIn reads a day as people write it; "" for none.
func dayIn(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	for _, layout := range [...]string{"2006-01-02", "2.1.2006", "2 Jan 2006", "2 January 2006", "Jan 2, 2006", "January 2, 2006"} {
		if day, err := time.Parse(layout, text); err == nil {
			return day.Format("2006-01-02"), nil
		}
	}
	return "", fmt.Errorf("“%s” is no day; write 24 Nov 2025, 24.11.2025 or 2025-11-24", text)
}
