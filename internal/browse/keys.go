package browse

import "strings"

// action is what a key does.
type action int

const (
	none action = iota
	up
	down
	left
	right
	pageUp
	pageDown
	first
	last
	nextPane
	lastPane
	enter
	leave
	search
	nextMatch
	lastMatch
	filters
	sources
	versions
	wordMarks
	everything
	history
	origin
	points
	question
	copyCell
	copyCommand
	address
	exportTopic
	exportAll
	help
	quit
)

// Key is one entry of the table of keys.
type Key struct {
	Keys string // as a reader sees them, with commas
	Does string
	on   []string // as the terminal names them
	act  action
}

// keys is the table that the help, the README and Update read.
func (d *Desk) keys() []Key {
	all := []Key{
		{"arrows, h j k l", "move", nil, none},
		{"", "", []string{"up", "k"}, up}, {"", "", []string{"down", "j"}, down},
		{"", "", []string{"left", "h"}, left}, {"", "", []string{"right", "l"}, right},
		{"PgUp, PgDn, Home, End", "move far", nil, none},
		{"", "", []string{"pgup", "ctrl+u", "ctrl+b"}, pageUp}, {"", "", []string{"pgdown", "ctrl+d", "ctrl+f", " "}, pageDown},
		{"", "", []string{"home", "g"}, first}, {"", "", []string{"end", "G"}, last},
		{"Tab, Shift-Tab", "go to the next pane, or to the last one", []string{"tab"}, nextPane}, {"", "", []string{"shift+tab"}, lastPane},
		{"Enter", "open: from topics to fields to claims", []string{"enter"}, enter},
		{"Esc", "go back, or forget the search", []string{"esc"}, leave},
		{"/", "search topics, values, phrases, speakers and sources", []string{"/"}, search},
		{"n, N", "go to the next match, or to the last one", []string{"n"}, nextMatch}, {"", "", []string{"N"}, lastMatch},
		{"f", "filter by kind, founding documents, basis, day", []string{"f"}, filters},
		{"v", "choose versions", []string{"v"}, versions},
		{"s", "show sources in full, short, or not at all", []string{"s"}, sources},
		{"w", "mark differing words even where most differs", []string{"w"}, wordMarks},
		{"u", "show also what is the same or not known", []string{"u"}, everything},
		{"t", "follow the field through time", []string{"t"}, history},
		{"i", "see where the value first stood", []string{"i"}, origin},
		{"p", "read the version point by point", []string{"p"}, points},
		{"a", "ask a question", []string{"a"}, question},
		{"y", "copy the cell with its citation", []string{"y"}, copyCell},
		{"c", "copy the command that gives this view", []string{"c"}, copyCommand},
		{"o", "print the address of the source", []string{"o"}, address},
		{"e, E", "export this topic, or all, to a file", []string{"e"}, exportTopic}, {"", "", []string{"E"}, exportAll},
		{"?", "show the keys", []string{"?"}, help},
		{"q", "quit", []string{"q", "ctrl+c"}, quit},
	}
	var out []Key
	for _, k := range all {
		if d.offers(k.act) {
			out = append(out, k)
		}
	}
	return out
}

// offers reports whether there is something for a key to do.
func (d *Desk) offers(a action) bool {
	switch a {
	case history:
		return d.History != nil
	case origin:
		return d.Origin != nil
	case points:
		return d.Show != nil
	case question:
		return d.Ask != nil
	case exportTopic, exportAll:
		return d.Export != nil
	case filters, versions: // not nil, though the desk of a manual has none
		return d.Versions != nil
	}
	return true
}

// Keys are the keys as readers see them.
func (d *Desk) Keys() []Key {
	var out []Key
	for _, k := range d.keys() {
		if k.Keys != "" {
			out = append(out, k)
		}
	}
	return out
}

// Markdown is the table of keys for a manual.
func (d *Desk) Markdown() string {
	var b strings.Builder
	b.WriteString("| key | does |\n| --- | --- |\n")
	for _, k := range d.Keys() {
		keys := strings.Split(k.Keys, ", ")
		b.WriteString("| `" + strings.Join(keys, "`, `") + "` | " + k.Does + " |\n")
	}
	return b.String()
}

// actionOf is what a key does; none for a key without a meaning.
func (d *Desk) actionOf(name string) action {
	for _, k := range d.keys() {
		for _, on := range k.on {
			if on == name {
				return k.act
			}
		}
	}
	return none
}
