package intake

import (
	"strconv"
	"strings"
)

// closes ends the items that a line is not indented for; true if a new
// paragraph begins there.
func (m *mdReader) closes(indent int) bool {
	if len(m.para) > 0 && !m.blank {
		return false // goes on, whatever its indent
	}
	for len(m.items) > 0 && indent < m.items[len(m.items)-1].content && indent < 4*len(m.items) {
		// Four columns a level are enough, as in older Markdown.
		m.items = m.items[:len(m.items)-1]
	}
	return len(m.para) == 0
}

// listItem reads "- words", "1. words", "2) words" and "- - words".
func (m *mdReader) listItem(indent int, body string, no int) bool {
	marker, typed, width := mdMarker(body)
	if width == 0 {
		return false
	}
	if len(m.para) > 0 && m.kind == mdParagraph && !m.blank && len(m.items) == 0 && typed != "" && typed != "1" {
		return false // only 1 may interrupt a paragraph
	}
	m.flush()
	for len(m.items) > 0 {
		last := &m.items[len(m.items)-1]
		outer := 0
		if len(m.items) > 1 {
			outer = m.items[len(m.items)-2].content
		}
		if indent >= last.content || indent >= last.indent+2 && indent >= 4*len(m.items) {
			break // below the last item
		}
		if indent >= outer || len(m.items) == 1 {
			if m.sameList(last, marker) {
				m.item(last, typed)
				last.indent, last.content = indent, indent+width
				m.itemBody(body[width:], indent+width, no)
				return true
			}
		}
		m.items = m.items[:len(m.items)-1]
	}
	m.items = append(m.items, mdItem{indent: indent, content: indent + width, marker: marker, lazy: true})
	m.item(&m.items[len(m.items)-1], typed)
	m.itemBody(body[width:], indent+width, no)
	return true
}

func (m *mdReader) sameList(last *mdItem, marker byte) bool { return last.marker == marker }

// item counts: typed numbers stand, but "1. 1. 1." is one, two, three.
func (m *mdReader) item(it *mdItem, typed string) {
	it.count++
	it.lazy = it.lazy && (it.typed == "" || it.typed == typed)
	it.typed = typed
	switch {
	case typed == "":
		m.label = "-"
	case it.lazy && it.count > 1 && (typed == "1" || typed == "0"):
		m.label = strconv.Itoa(it.count) + string(it.marker)
	default:
		m.label = typed + string(it.marker)
	}
}

func (m *mdReader) itemBody(body string, indent, no int) {
	label := m.label
	body = strings.TrimLeft(body, " \t")
	if marker, _, width := mdMarker(body); width > 0 && label == "-" && (marker == '-' || marker == '*') {
		m.label = ""
		m.listItem(indent, body, no) // "- - 3.1.1"
		return
	}
	m.begin(body, no, mdListItem)
	m.label = label
}

// mdMarker reads a list marker: its kind, the number typed, and the width of
// it with one blank. Width 0: there is none.
func mdMarker(s string) (marker byte, typed string, width int) {
	if s == "" {
		return 0, "", 0
	}
	i := 0
	switch s[0] {
	case '-', '*', '+':
		i, marker = 1, s[0]
	default:
		for i < len(s) && i < 9 && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i == 0 || i == len(s) || s[i] != '.' && s[i] != ')' {
			return 0, "", 0
		}
		typed, marker = s[:i], s[i]
		i++
	}
	if i < len(s) && s[i] != ' ' && s[i] != '\t' {
		return 0, "", 0
	}
	return marker, typed, min(i+1, len(s))
}
