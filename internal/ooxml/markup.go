package ooxml

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// markup is XML being written. Attributes come as name and value in turn.
type markup struct{ strings.Builder }

func (m *markup) start(name string, attributes ...string) { m.element(name, ">", attributes) }

func (m *markup) empty(name string, attributes ...string) { m.element(name, "/>", attributes) }

func (m *markup) end(name string) { m.WriteString("</" + name + ">") }

func (m *markup) element(name, end string, attributes []string) {
	m.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.WriteString(" " + attributes[i] + `="` + escaped(attributes[i+1]) + `"`)
	}
	m.WriteString(end)
}

// value writes <name w:val="..."/>, the form of most properties.
func (m *markup) value(name, value string) { m.empty(name, "w:val", value) }

// flag writes an element that is there or not.
func (m *markup) flag(name string, on bool) {
	if on {
		m.empty(name)
	}
}

// within writes properties in their element; nothing where there are none.
func (m *markup) within(name string, properties markup) {
	if properties.Len() > 0 {
		m.start(name)
		m.WriteString(properties.String())
		m.end(name)
	}
}

func (m *markup) shade(colour string) {
	if colour != "" {
		m.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", colour)
	}
}

// escaped is a text as it stands in XML. What XML cannot hold is left out.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(legible(s)))
	return b.String()
}

// legible is a text of what XML can hold (XML 1.0, 2.2), the rest left out.
func legible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n':
			return r
		case r < ' ', r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, s)
}

func number(n int) string { return strconv.Itoa(n) }
