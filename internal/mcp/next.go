package mcp

import (
	"strconv"
	"strings"
)

// nextCall is the call that answers a question.
type nextCall struct {
	Tool      string         `json:"tool"`
	Arguments map[string]any `json:"arguments"`
}

// nextOf is the call that shows what a command of package ask shows, as far as
// there is one.
func nextOf(command string) *nextCall {
	name, rest, _ := strings.Cut(command, " ")
	words, flags := split(rest)
	out := &nextCall{name, map[string]any{}}
	switch {
	case name == "search":
		if len(words) > 0 {
			out.Arguments["words"] = strings.Join(words, " ")
		}
		for _, flag := range []string{"by", "publisher"} {
			if who := flags[flag]; who != "" {
				out.Arguments[flag] = who
			}
		}
	case name == "versions":
		if kind := flags["kind"]; kind != "" {
			out.Arguments["kind"] = kind
		}
	case name == "show" && len(words) > 0:
		out.Arguments["version"] = words[0]
		if len(words) > 1 {
			out.narrow(words[1])
		}
	case name == "diff", name == "uptake":
		out.Tool = "diff"
		if len(words) > 1 {
			out.Arguments["versions"] = words
		}
		if topics := flags["topic"]; topics != "" {
			out.Arguments["topics"] = strings.Split(topics, ",")
		}
		if kinds := flags["kind"]; kinds != "" {
			out.Arguments["kinds"] = strings.Split(kinds, ",")
		}
	case name == "history" && len(words) > 0:
		out.Arguments["field"] = words[0]
	default:
		return nil
	}
	if day := flags["as-of"]; day != "" {
		out.Arguments["as_of"] = day
	}
	for flag, name := range map[string]string{"only-sources": "only_sources", "basis": "basis"} {
		if list := flags[flag]; list != "" {
			out.Arguments[name] = strings.Split(list, ",")
		}
	}
	return out
}

// narrow adds what a record is shown of: a point, with the letter of a part, or
// a field.
func (c *nextCall) narrow(what string) {
	digits := strings.TrimRight(what, "abcdefghijklmnopqrstuvwxyz")
	number, err := strconv.Atoi(digits)
	if err != nil {
		c.Arguments["topic"] = what
		return
	}
	c.Arguments["point"] = number
	if part := what[len(digits):]; part != "" {
		c.Arguments["part"] = part
	}
}

// split parts the words of a command line from its flags. --follow has no value.
func split(line string) (words []string, flags map[string]string) {
	flags = map[string]string{}
	var all []string
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		word, err := strconv.QuotedPrefix(line)
		if err != nil {
			word, _, _ = strings.Cut(line, " ")
		}
		line = line[len(word):]
		if plain, err := strconv.Unquote(word); err == nil {
			word = plain
		}
		all = append(all, word)
	}
	for i := 0; i < len(all); i++ {
		flag, ok := strings.CutPrefix(all[i], "--")
		switch {
		case !ok:
			words = append(words, all[i])
		case flag != "follow" && i+1 < len(all):
			i++
			flags[flag] = all[i]
		}
	}
	return words, flags
}
