package browse

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func TestLine(t *testing.T) {
	for _, row := range []struct {
		start, keys, want, reason string
	}{
		{"", "a b", "ab", "letters are typed"},
		{"army cap", "left left left x", "army xcap", "where the cursor is"},
		{"army cap", "home x", "xarmy cap", "at the start"},
		{"army cap", "ctrl+a ctrl+f x ctrl+e y", "axrmy capy", "as shells move"},
		{"army cap", "alt+b alt+b x alt+f y", "xarmyy cap", "by words"},
		{"army cap", "backspace", "army ca", "the letter before"},
		{"army cap", "home delete", "rmy cap", "the letter after"},
		{"army cap", "home backspace", "army cap", "nothing before the start"},
		{"army cap", "delete", "army cap", "nothing after the end"},
		{"army cap  ", "ctrl+w", "army ", "a word, with the blanks after it"},
		{"army cap", "home alt+d", " cap", "the word after"},
		{"army cap", "left ctrl+u", "p", "all before"},
		{"army cap", "left ctrl+k", "army ca", "all after"},
		{"水ש", "left backspace", "ש", "letters of more than a byte"},
		{"army", "f1 pgup", "army", "other keys do nothing"},
	} {
		l := lineOf(row.start)
		for _, k := range strings.Fields(row.keys) {
			l.update(key(k))
		}
		if got := l.String(); got != row.want {
			t.Errorf("%s: %q, %s: %q, want %q", row.reason, row.start, row.keys, got, row.want)
		}
	}
	l := lineOf("")
	l.update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("two\nlines" + strings.Repeat("x", 2*longest)), Paste: true})
	if got := l.String(); !strings.HasPrefix(got, "two linesx") || len(got) != longest {
		t.Errorf("pasted: %d characters, %q", len(got), got[:20])
	}
}
