package export

import (
	"strings"

	"plandiff/internal/prose"
	"plandiff/internal/table"
)

// safe is a string that holds nothing but visible characters and single
// blanks. Records are cleaned where they are read; a format does not rely on
// that, because a file goes where nobody sees how it was made.
func safe(s string) string { return prose.Clean(s) }

// safePart is safe for a part of a line, whose blanks at either end count.
func safePart(s string) string {
	core := safe(s)
	switch {
	case core == s:
		return core
	case core == "":
		return " "
	}
	return when(strings.HasPrefix(s, " "), " ") + core + when(strings.HasSuffix(s, " "), " ")
}

// spans are the parts of a line, clean. Marks stand at words: the blanks at
// either end of a changed part are not marked, and a line has none at its ends.
// Where what is to be cleaned out begins in one part and ends in the next, the
// line has no marks.
func spans(l table.Line) []prose.Span {
	var out []prose.Span
	put := func(op prose.Op, text string) {
		if n := len(out); text != "" && n > 0 && out[n-1].Op == op {
			out[n-1].Text += text
		} else if text != "" {
			out = append(out, prose.Span{Op: op, Text: text})
		}
	}
	for _, s := range l.Spans {
		text := safePart(s.Text)
		word := strings.Trim(text, " ")
		if s.Op == prose.Keep || word == "" {
			put(prose.Keep, text)
			continue
		}
		before, after, _ := strings.Cut(text, word)
		put(prose.Keep, before)
		put(s.Op, word)
		put(prose.Keep, after)
	}
	if n := len(out); n > 0 {
		out[0].Text = strings.TrimLeft(out[0].Text, " ")
		out[n-1].Text = strings.TrimRight(out[n-1].Text, " ")
	}
	if whole := safe(l.Text()); whole != (table.Line{Spans: out}).Text() {
		return []prose.Span{{Op: prose.Keep, Text: whole}}
	}
	return out
}

// when is a word where something is so.
func when(so bool, word string) string {
	if so {
		return word
	}
	return ""
}

// inert is a text that no spreadsheet takes for a formula: an apostrophe
// stands before a sign at its start that would begin one, in its full-width form too.
func inert(s string) string {
	if rest := strings.TrimLeft(s, " \"\u00a0"); rest != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(rest)[0]) {
		return "'" + s
	}
	return s
}
