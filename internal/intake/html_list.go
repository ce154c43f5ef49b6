package intake

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlList is an open list. An ordered one counts by step from next.
type htmlList struct {
	ordered bool
	next    int
	step    int
	style   string
	label   string // of the open item
}

func newHTMLList(t *html.Token) htmlList {
	l := htmlList{ordered: t.DataAtom == atom.Ol, next: 1, step: 1, style: attr(t, "type")}
	if n, err := strconv.Atoi(strings.TrimSpace(attr(t, "start"))); err == nil {
		l.next = n
	}
	for _, a := range t.Attr {
		if a.Key == "reversed" {
			l.step = -1
		}
	}
	switch css := attr(t, "style"); {
	case l.style != "":
	case strings.Contains(css, "lower-alpha"), strings.Contains(css, "lower-latin"):
		l.style = "a"
	case strings.Contains(css, "upper-alpha"), strings.Contains(css, "upper-latin"):
		l.style = "A"
	case strings.Contains(css, "lower-roman"):
		l.style = "i"
	case strings.Contains(css, "upper-roman"):
		l.style = "I"
	}
	return l
}

// listItem begins an item. Its number is its value, or what the list has
// come to.
func (h *htmlReader) listItem(t *html.Token) {
	if len(h.lists) == 0 {
		h.lists = append(h.lists, htmlList{})
	}
	l := &h.lists[len(h.lists)-1]
	h.item = true
	if !l.ordered {
		l.label = "-"
		return
	}
	if n, err := strconv.Atoi(strings.TrimSpace(attr(t, "value"))); err == nil {
		l.next = n
	}
	style := l.style
	if s := attr(t, "type"); s != "" {
		style = s
	}
	l.label = countedAs(l.next, style) + "."
	l.next += l.step
}

// countedAs writes a number in a list style of HTML.
func countedAs(n int, style string) string {
	switch style {
	case "a", "A":
		if s := lettersOf(n); s != "" {
			if style == "A" {
				return strings.ToUpper(s)
			}
			return s
		}
	case "i", "I":
		if s := romanOf(n); s != "" {
			if style == "I" {
				return strings.ToUpper(s)
			}
			return s
		}
	}
	return strconv.Itoa(n)
}

// lettersOf counts a, b, ... z, aa, ab; "" below 1.
func lettersOf(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}
