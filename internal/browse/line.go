package browse

import (
	"slices"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
)

// line is one line being typed. (The text input of bubbles looks for programs
// that copy when the program starts, whatever the command.)
type line struct {
	text []rune
	at   int // the cursor: the character it stands before
}

// longest is the longest line, in characters.
const longest = 400

func lineOf(text string) line {
	runes := []rune(text)
	return line{runes, len(runes)}
}

func (l *line) String() string { return string(l.text) }

// before is how many bytes stand before the cursor.
func (l *line) before() int { return len(string(l.text[:l.at])) }

func (l *line) update(key tea.KeyMsg) {
	switch key.String() {
	case "left", "ctrl+b":
		l.at = max(l.at-1, 0)
	case "right", "ctrl+f":
		l.at = min(l.at+1, len(l.text))
	case "home", "ctrl+a":
		l.at = 0
	case "end", "ctrl+e":
		l.at = len(l.text)
	case "ctrl+left", "alt+left", "alt+b":
		l.at = l.wordBack()
	case "ctrl+right", "alt+right", "alt+f":
		l.at = l.wordOn()
	case "backspace", "ctrl+h":
		l.cut(l.at-1, l.at)
	case "delete", "ctrl+d":
		l.cut(l.at, l.at+1)
	case "ctrl+w", "alt+backspace":
		l.cut(l.wordBack(), l.at)
	case "alt+d":
		l.cut(l.at, l.wordOn())
	case "ctrl+u":
		l.cut(0, l.at)
	case "ctrl+k":
		l.cut(l.at, len(l.text))
	default:
		if (key.Type == tea.KeyRunes || key.Type == tea.KeySpace) && !key.Alt {
			l.insert(key.Runes)
		}
	}
}

// insert takes what is typed or pasted; ends of lines become blanks.
func (l *line) insert(runes []rune) {
	runes = slices.Clone(runes[:min(len(runes), max(longest-len(l.text), 0))])
	for i, r := range runes {
		if unicode.IsControl(r) {
			runes[i] = ' '
		}
	}
	l.text = slices.Insert(l.text, l.at, runes...)
	l.at += len(runes)
}

func (l *line) cut(from, to int) {
	from, to = max(from, 0), min(to, len(l.text))
	l.text, l.at = slices.Delete(l.text, from, to), from
}

func (l *line) wordBack() int {
	i := l.at
	for i > 0 && l.text[i-1] == ' ' {
		i--
	}
	for i > 0 && l.text[i-1] != ' ' {
		i--
	}
	return i
}

func (l *line) wordOn() int {
	i := l.at
	for i < len(l.text) && l.text[i] == ' ' {
		i++
	}
	for i < len(l.text) && l.text[i] != ' ' {
		i++
	}
	return i
}
