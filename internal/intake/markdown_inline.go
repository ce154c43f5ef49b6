package intake

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/prose"
)

// mdInline takes the marks of Markdown off a paragraph: emphasis, links,
// footnote marks, code, escapes, tags. Square brackets that are none of
// these are the draft's own, and stay.
type mdInline struct {
	s        string
	links    map[string]bool
	rejected bool
	marks    int // square brackets that were Markdown's
	out      changed
}

func (m *mdInline) text() (string, []Change) {
	if !strings.ContainsAny(m.s, "\\`*_[]<&~!\n") {
		return prose.Clean(m.s), nil
	}
	m.run(m.s)
	return m.out.done()
}

func (m *mdInline) run(s string) {
	for i := 0; i < len(s); {
		n := m.mark(s, i)
		if n > 0 {
			i += n
			continue
		}
		j := i + 1
		for j < len(s) && !strings.ContainsRune("\\`*_[]<&~!\n", rune(s[j])) {
			j++
		}
		m.out.plain(s[i:j])
		i = j
	}
}

// longestMark is how far a mark may reach to its end, so that many beginnings
// without an end cost no more than their number.
const longestMark = 4000

// mark handles what begins at i; 0 if it is plain text.
func (m *mdInline) mark(s string, i int) int {
	rest := s[i:min(len(s), i+longestMark)]
	switch s[i] {
	case '\n':
		m.out.plain(" ")
		return 1
	case '\\':
		if len(rest) > 1 && rest[1] < utf8.RuneSelf && unicode.IsPunct(rune(rest[1])) {
			m.out.plain(rest[1:2])
			return 2
		}
	case '`':
		n := len(rest) - len(strings.TrimLeft(rest, "`"))
		if end := strings.Index(rest[n:], rest[:n]); end >= 0 {
			m.out.plain(rest[n : n+end])
			return 2*n + end
		}
		m.out.plain(rest[:n])
		return n
	case '*', '_':
		return emphasis(s, i)
	case '~':
		if strings.HasPrefix(rest, "~~") {
			if end := strings.Index(rest[2:], "~~"); end > 0 {
				m.out.edit(Deleted, plainInline(rest[2:2+end]), "", "", m.rejected)
				return end + 4
			}
		}
	case '!':
		if n := m.image(rest); n > 0 {
			return n
		}
	case '[':
		return m.link(rest)
	case '<':
		return m.tag(rest)
	case '&':
		if end := strings.IndexByte(rest[:min(len(rest), 12)], ';'); end > 1 {
			m.out.plain(html.UnescapeString(rest[:end+1]))
			return end + 1
		}
	}
	return 0
}

// emphasis is the length of a run of * or _ that marks emphasis: one that
// touches a word on one side. 0 for a lone star, or an underscore in a word.
func emphasis(s string, i int) int {
	n := 1
	for i+n < len(s) && s[i+n] == s[i] {
		n++
	}
	if n > 3 {
		return 0 // "____" is a blank to fill in
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	blankBefore := i == 0 || unicode.IsSpace(before)
	blankAfter := i+n == len(s) || unicode.IsSpace(after)
	if blankBefore && blankAfter {
		return 0
	}
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if s[i] == '_' && word(before) && word(after) {
		return 0
	}
	return n
}

func plainInline(s string) string {
	m := mdInline{s: s}
	text, _ := m.text()
	return text
}

// image leaves the picture out, its description with it.
func (m *mdInline) image(s string) int {
	if !strings.HasPrefix(s, "![") {
		return 0
	}
	end := closing(s[1:])
	if end < 0 || end+2 >= len(s) || s[end+2] != '(' {
		return 0
	}
	shut := strings.IndexByte(s[end+2:], ')')
	if shut < 0 {
		return 0
	}
	m.marks++
	return end + 2 + shut + 1
}

// link reads "[words](address)" and "[^1]". Anything else in square brackets
// is text.
func (m *mdInline) link(s string) int {
	if strings.HasPrefix(s, "[^") {
		if end := strings.IndexByte(s[:min(len(s), 40)], ']'); end > 2 && !strings.ContainsAny(s[2:end], " [") {
			m.marks++
			return end + 1
		}
	}
	end := strings.IndexByte(s, ']')
	if end > 1 && m.links != nil {
		if n := m.named(s, end); n > 0 {
			return n
		}
	}
	if end < 0 || end+1 >= len(s) || s[end+1] != '(' || strings.IndexByte(s[1:end], '[') >= 0 {
		return 0
	}
	shut := strings.IndexByte(s[end+1:], ')')
	if shut < 0 || strings.ContainsAny(strings.TrimSpace(strings.SplitN(s[end+2:end+1+shut], `"`, 2)[0]), " \n") || shut == 1 {
		return 0
	}
	if address := s[end+2 : end+1+shut]; !strings.ContainsAny(address, "/#.:@") {
		return 0 // "[shall](option)": words, not an address
	}
	m.marks++
	m.run(s[1:end])
	return end + 1 + shut + 1
}

// named reads "[words][name]" and "[name]" where an address is given for it.
func (m *mdInline) named(s string, end int) int {
	if strings.HasPrefix(s[end+1:], "[") {
		if shut := strings.IndexByte(s[end+1:], ']'); shut > 1 && m.links[strings.ToLower(s[end+2:end+1+shut])] {
			m.marks += 2
			m.run(s[1:end])
			return end + 1 + shut + 1
		}
	}
	if m.links[strings.ToLower(s[1:end])] {
		m.marks++
		m.out.plain(s[1:end])
		return end + 1
	}
	return 0
}

// closing is the index of the bracket that closes the one s begins with.
func closing(s string) int {
	depth := 0
	for i := 0; i < len(s) && i < 1000; i++ {
		switch s[i] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// tag leaves HTML tags out, and keeps automatic links.
func (m *mdInline) tag(s string) int {
	end := strings.IndexByte(s, '>')
	if end < 2 || end > 400 {
		return 0
	}
	inside := s[1:end]
	if strings.Contains(inside, "://") && !strings.ContainsAny(inside, " \"") || strings.Contains(inside, "@") && !strings.ContainsAny(inside, " \"=") {
		m.out.plain(inside)
		return end + 1
	}
	name := strings.ToLower(strings.TrimLeft(inside, "/"))
	r := firstRune(name)
	if r < 'a' || r > 'z' {
		return 0
	}
	word := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(word) == 0 {
		return 0
	}
	switch word[0] {
	case "del", "s", "strike", "ins":
		shut := strings.Index(s[end+1:], "</"+word[0]+">")
		if shut < 0 || inside[0] == '/' {
			return end + 1
		}
		shut += end + 1
		edit := Deleted
		if word[0] == "ins" {
			edit = Inserted
		}
		m.out.edit(edit, plainInline(s[end+1:shut]), "", "", m.rejected)
		return shut + len(word[0]) + 3
	case "br":
		m.out.plain(" ")
	}
	return end + 1
}
