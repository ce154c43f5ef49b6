package browse

import (
	"strings"

	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// showKeys opens the keys over whatever is open.
func (m *Model) showKeys() { m.read(&reader{title: "Keys", by: help, draw: m.helpText}) }

// helpText is the table of keys and what the marks mean.
func (m *Model) helpText(opt screen.Options) string {
	lead := 0
	for _, k := range m.desk.Keys() {
		lead = max(lead, screen.Width(k.Keys))
	}
	var b strings.Builder
	for _, k := range m.desk.Keys() {
		does := m.wrapped(k.Does, opt.Width-lead-2)
		b.WriteString(strings.Join(prefixed(padded(k.Keys, lead+2), strings.Repeat(" ", lead+2), does), "\n") + "\n")
	}
	b.WriteString("\n")
	for _, k := range table.Kinds {
		b.WriteString(screen.Cut(meaning(k, opt.ASCII), opt.Width, opt.ASCII) + "\n")
	}
	for _, mark := range wording.Uncompared {
		b.WriteString(screen.Cut(mark.Sign(opt.ASCII)+" "+mark.Word, opt.Width, opt.ASCII) + "\n")
	}
	b.WriteString("\n" + screen.Cut("A mark in the list of topics is that of the topic's most telling field.", opt.Width, opt.ASCII))
	return b.String()
}
