package browse

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"plandiff/internal/table"
)

// exportTo asks for a file and writes into it. One that is there already is
// written over only if the reader says so.
func (m *Model) exportTo(topic, what string) {
	name := strings.Join(m.comparison.Versions, "-")
	if topic != "" {
		name += "-" + topic
	}
	m.prompt("Export "+what+" to which file (docx, xlsx, html, md, csv, tsv, json)?", name+".docx", func(m *Model, file string) error {
		return m.export(topic, file, false)
	})
}

func (m *Model) export(topic, file string, over bool) error {
	if file == "" {
		return nil
	}
	err := m.comparison.Records.Export(topic, file, over)
	switch {
	case errors.Is(err, fs.ErrExist):
		p := m.prompt(file+" exists: overwrite? y/n", "", func(m *Model, answer string) error {
			if !strings.EqualFold(answer, "y") {
				m.status = "nothing is written"
				return nil
			}
			return m.export(topic, file, true)
		})
		p.once = true
		return nil
	case err != nil:
		return err
	}
	m.status = "written: " + file
	if m.shownIn(topic) == 0 {
		m.status += ", with no field in it, as nothing is shown here; u shows more"
	}
	return nil
}

// addresses shows and copies where a source is found; of several, which one is
// chosen first.
func (m *Model) addresses(sources []table.Source) {
	var found []item
	for _, s := range sources {
		if url := s.Card.URL; url != "" {
			found = append(found, item{text: s.Line + "  " + url, mark: fmt.Sprintf("[%d]", s.Number), choose: func(m *Model) { m.copy(url, url+" is copied") }})
		}
	}
	switch {
	case len(found) == 1:
		found[0].choose(m)
	case len(found) > 1:
		m.push(&menu{title: "Addresses", by: address, items: func(*Model) []item { return found },
			keys: func(*Model) []string { return []string{"Enter copies it", "Esc closes"} }})
	case len(sources) == 1:
		m.status = "no address is known of " + sources[0].Card.ID + ": " + sources[0].Line
	default:
		m.status = "no address of a source is known here"
	}
}
