package record

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"plandiff/internal/prose"
)

// paragraph is one paragraph of a document, ready to look for phrases in: the
// words of each way to read it, each between marks. A text whose lines were
// broken by a machine has two, because a hyphen at the end of a line may belong
// to the word or not.
type paragraph []string

func (p paragraph) holds(phrase string) bool {
	words := spelt(phrase)
	return slices.ContainsFunc(p, func(text string) bool { return strings.Contains(text, words) })
}

// spelt is a text by its words alone. What typesetting and extraction do to a
// text is undone: composed letters, ligatures, soft hyphens, kinds of blanks,
// styles of quotation marks and dashes.
func spelt(s string) string {
	s = prose.Plain(norm.NFC.String(prose.Unligated(prose.Clean(s))))
	return "\x00" + strings.Join(prose.Tokens(strings.Join(strings.Fields(s), " ")), "\x00") + "\x00"
}

// paragraphs cuts a document. A paragraph is a line that is not blank; where
// the lines were broken at a width, it is what stands between two blank lines.
func paragraphs(text string) []paragraph {
	blocks := blocks(text)
	wrapped := wrapped(blocks)
	var out []paragraph
	for _, lines := range blocks {
		if wrapped {
			out = append(out, joined(lines))
			continue
		}
		for _, line := range lines {
			out = append(out, paragraph{spelt(line)})
		}
	}
	return out
}

// blocks are the lines between blank lines.
func blocks(text string) [][]string {
	var out [][]string
	open := false
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		line = strings.TrimSpace(line)
		if line == "" {
			open = false
			continue
		}
		if !open {
			out = append(out, nil)
			open = true
		}
		out[len(out)-1] = append(out[len(out)-1], line)
	}
	return out
}

// maxWidth is the longest line that a text broken at a width has.
const maxWidth = 120

// wrapped reports whether the lines of a document were broken at a width: none
// is long, and most of those that another follows have no room for its first
// word and do not end a sentence.
func wrapped(blocks [][]string) bool {
	width, breaks, runOn := 0, 0, 0
	for _, lines := range blocks {
		for _, line := range lines {
			width = max(width, utf8.RuneCountInString(line))
		}
	}
	for _, lines := range blocks {
		for i, line := range lines[1:] {
			first, _, _ := strings.Cut(line, " ")
			room := width - utf8.RuneCountInString(lines[i])
			last, _ := utf8.DecodeLastRuneInString(lines[i])
			breaks++
			if room <= utf8.RuneCountInString(first) && !strings.ContainsRune(".!?:;", last) {
				runOn++
			}
		}
	}
	return width <= maxWidth && runOn*2 > breaks
}

// joined makes one paragraph of lines.
func joined(lines []string) paragraph {
	var kept, undone strings.Builder
	for i, line := range lines {
		hyphen := strings.HasSuffix(line, "-") || strings.HasSuffix(line, "‐") || strings.HasSuffix(line, "\u00ad")
		if i+1 == len(lines) || !hyphen || !startsLow(lines[i+1]) {
			kept.WriteString(line + " ")
			undone.WriteString(line + " ")
			continue
		}
		kept.WriteString(line)
		_, size := utf8.DecodeLastRuneInString(line)
		undone.WriteString(line[:len(line)-size])
	}
	p := paragraph{spelt(kept.String())}
	if other := spelt(undone.String()); other != p[0] {
		p = append(p, other)
	}
	return p
}

func startsLow(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) && !unicode.IsUpper(r)
}
