package browse

import (
	"runtime"
	"slices"
	"strings"
)

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
	toTopics
	toCells
	toClaims
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
	followPoint
	nextPart
	lastPart
	question
	copyCell
	copyCommand
	address
	exportTopic
	exportAll
	help
	suspend
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
		{"Tab, Shift-Tab, 1 2 3", "next pane, pane before, each pane", []string{"tab"}, nextPane}, {"", "", []string{"shift+tab"}, lastPane},
		{"", "", []string{"1"}, toTopics}, {"", "", []string{"2"}, toCells}, {"", "", []string{"3"}, toClaims},
		{"Enter", "open: from topics to fields to claims, then the whole claim", []string{"enter"}, enter},
		{"Esc", "go back, or forget the search", []string{"esc"}, leave},
		{"/", "search titles, points, values, phrases, speakers, sources", []string{"/"}, search},
		{"n, N", "next match, match before", []string{"n"}, nextMatch}, {"", "", []string{"N"}, lastMatch},
		{"f", "filter by kind, sources, basis, day", []string{"f"}, filters},
		{"v", "choose and order versions", []string{"v"}, versions},
		{"s", "sources in full, short, or not at all", []string{"s"}, sources},
		{"w", "mark differing words even where most differ", []string{"w"}, wordMarks},
		{"u", "also what is the same or not known", []string{"u"}, everything},
		{"t", "follow the field through time", []string{"t"}, history},
		{"i", "see where the value first stood", []string{"i"}, origin},
		{"p, P", "read the version point by point, see where the point of the cell went", []string{"p"}, points}, {"", "", []string{"P"}, followPoint},
		{"], [", "in a text: next part, part before", []string{"]"}, nextPart}, {"", "", []string{"["}, lastPart},
		{"a", "ask a question", []string{"a"}, question},
		{"y", "copy the cell with its citation, or the text", []string{"y"}, copyCell},
		{"c", "copy the command that gives this view", []string{"c"}, copyCommand},
		{"o", "show and copy the address of the source", []string{"o"}, address},
		{"e, E", "export this topic, or all, to a file", []string{"e"}, exportTopic}, {"", "", []string{"E"}, exportAll},
		{"?", "show the keys", []string{"?"}, help},
		{"Ctrl-Z", "stop, until fg in the shell", []string{"ctrl+z"}, suspend},
		{"q", "close what is open, or quit", []string{"q", "ctrl+c"}, quit},
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
	case history, origin, points, nextPart, lastPart, followPoint, question, exportTopic, exportAll, filters, versions:
		return d.Versions != nil // which the desk of a manual has, though they are none
	case suspend:
		return runtime.GOOS != "windows"
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

// Markdown is the table of keys for a manual, several in a row.
func (d *Desk) Markdown() string {
	const across = 4
	keys := d.Keys()
	var b strings.Builder
	b.WriteString(strings.Repeat("| key | does ", across) + "|\n" + strings.Repeat("| --- | --- ", across) + "|\n")
	for len(keys)%across != 0 {
		keys = append(keys, Key{})
	}
	for i, k := range keys {
		name := ""
		if k.Keys != "" {
			name = "`" + strings.ReplaceAll(k.Keys, ", ", "`, `") + "`"
		}
		b.WriteString("| " + name + " | " + k.Does + " ")
		if i%across == across-1 {
			b.WriteString("|\n")
		}
	}
	return b.String()
}

// scrolled is a place in a list after a key that moves, for a page of so many
// lines; ok is false for other keys.
func (a action) scrolled(at, page, end int) (to int, ok bool) {
	page = max(page-1, 1)
	to, ok = map[action]int{up: at - 1, down: at + 1, pageUp: at - page, pageDown: at + page, first: 0, last: end}[a]
	return to, ok
}

// actionOf is what a key does; none for a key without a meaning.
func (d *Desk) actionOf(name string) action {
	for _, k := range d.keys() {
		if slices.Contains(k.on, name) {
			return k.act
		}
	}
	return none
}
