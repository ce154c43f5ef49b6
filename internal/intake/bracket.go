package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bracket is a pair of square brackets in a point's text, or the part of one
// that reaches into it.
type Bracket struct {
	Start int // byte offset in Text of the opening bracket
	End   int // after the closing bracket; the end of Text where it closes later or never
	Depth int // 1 for the outermost of the document
	Role  Role
	// By is whose text it is: "EU" of "[EU: no later than 2027]".
	By string
	// Choice numbers the alternatives of a text, from 1: brackets that stand
	// side by side have the same one. 0: it has no alternative.
	Choice int
	// Open: the bracket is closed in a later text, or never.
	Open bool
	// On is "label" or "title" for a bracket there; offsets count in it then.
	On string
}

// Role is what a pair of square brackets is for.
type Role string

const (
	Unagreed  Role = "unagreed"  // text that is not agreed
	Editorial Role = "editorial" // [sic], [...], [T]he: by whoever copied the text
	Remark    Role = "remark"    // [Note: ...], [Placeholder]
	Blank     Role = "blank"     // [X], [__]: to be filled in
)

// BracketCount counts the square brackets of a document.
type BracketCount struct {
	Opened, Closed     int
	Unclosed, Unopened int // without a partner in their point
	Deepest            int
	Editorial          int // pairs that are no part of the negotiated text
	// Marks are square brackets of the format itself, footnote marks and
	// links of Markdown, which Opened leaves out.
	Marks int
}

// mostDepth is how deep brackets may stand in each other. Real drafts reach ten.
const mostDepth = 200

// bracketeer finds the partners of brackets across the texts of a point.
type bracketeer struct {
	count BracketCount
	open  []openBracket
}

type openBracket struct {
	p  *Point
	at int // index in p.Brackets
}

// brackets marks the square brackets of all points. A bracket may span the
// texts of a point and its inner points, but ends with the outermost point.
func brackets(points []Point) (BracketCount, error) {
	var b bracketeer
	for i := range points {
		if err := b.point(&points[i]); err != nil {
			return b.count, err
		}
		b.count.Unclosed += len(b.open)
		b.open = b.open[:0]
	}
	return b.count, nil
}

func (b *bracketeer) point(p *Point) error {
	for _, on := range [...]struct{ name, text string }{{"label", p.Label}, {"title", p.Title}} {
		if strings.IndexByte(on.text, '[') < 0 && strings.IndexByte(on.text, ']') < 0 {
			continue
		}
		if err := b.scan(p, on.text, 0, on.name); err != nil {
			return err
		}
	}
	start, done := 0, 0
	for i, part := range p.Parts {
		for ; done < part.After && done < len(p.Inner); done++ {
			if err := b.point(&p.Inner[done]); err != nil {
				return err
			}
		}
		end := len(p.Text)
		if i+1 < len(p.Parts) {
			end = p.Parts[i+1].Start
		}
		if err := b.scan(p, p.Text[part.Start:end], part.Start, ""); err != nil {
			return err
		}
		start = end
	}
	if err := b.scan(p, p.Text[start:], start, ""); err != nil {
		return err
	}
	for ; done < len(p.Inner); done++ {
		if err := b.point(&p.Inner[done]); err != nil {
			return err
		}
	}
	choices(p)
	return nil
}

func (b *bracketeer) scan(p *Point, text string, offset int, on string) error {
	for i := strings.IndexAny(text, "[]"); i >= 0; {
		if text[i] == '[' {
			b.count.Opened++
			if len(b.open) == mostDepth {
				return &Problem{Place: p.Place, Msg: "square brackets are nested more than 200 deep", Hint: "the text does not look like a draft, or a closing bracket is missing in many places"}
			}
			b.open = append(b.open, openBracket{p, len(p.Brackets)})
			b.count.Deepest = max(b.count.Deepest, len(b.open))
			end := len(p.Text)
			if on != "" {
				end = len(text)
			}
			p.Brackets = append(p.Brackets, Bracket{Start: offset + i, End: end, Depth: len(b.open), Role: Unagreed, Open: true, On: on})
		} else {
			b.count.Closed++
			b.close(p, offset+i+1, on)
		}
		j := strings.IndexAny(text[i+1:], "[]")
		if j < 0 {
			break
		}
		i += 1 + j
	}
	return nil
}

func (b *bracketeer) close(p *Point, end int, on string) {
	if len(b.open) == 0 {
		b.count.Unopened++
		return
	}
	last := b.open[len(b.open)-1]
	b.open = b.open[:len(b.open)-1]
	bracket := &last.p.Brackets[last.at]
	if last.p != p || bracket.On != on {
		return
	}
	bracket.End, bracket.Open = end, false
	text := p.Text
	switch on {
	case "label":
		text = p.Label
	case "title":
		text = p.Title
	}
	bracket.Role, bracket.By = roleOf(text, bracket.Start, bracket.End)
	if bracket.Role == Editorial {
		b.count.Editorial++
	}
}

// roleOf tells unagreed text from what an editor or journalist puts in.
func roleOf(text string, start, end int) (Role, string) {
	words := strings.TrimSpace(text[start+1 : end-1])
	switch strings.ToLower(strings.Trim(words, "*_!. ")) {
	case "sic", "…", "", "так в тексте", "так у тексті", "так в оригинале", "emphasis added", "citation needed", "unintelligible", "inaudible", "crosstalk", "原文如此", "كذا":
		if strings.Trim(words, "_. ") == "" && !strings.Contains(words, "..") || strings.Contains(words, "_") {
			return Blank, ""
		}
		return Editorial, ""
	case "x", "xx", "y", "z", "n", "tbd", "tbc", "●", "•":
		return Blank, ""
	}
	if strings.Trim(words, "_-–— ") == "" {
		return Blank, ""
	}
	if refit(text, start, end, words) {
		return Editorial, ""
	}
	if by := proponent(words); by != "" {
		return Unagreed, by
	}
	for _, lead := range [...]string{"Note", "Placeholder", "Editor", "Translator", "Drafting note", "Примечание", "Примітка", "Прим.", "注"} {
		if strings.HasPrefix(strings.TrimLeft(words, "*_"), lead) {
			return Remark, ""
		}
	}
	return Unagreed, ""
}

// refit: a journalist's "[T]he" or a mark such as "text.[12]".
func refit(text string, start, end int, words string) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if utf8.RuneCountInString(words) == 1 && unicode.IsLetter(after) && !unicode.IsLetter(before) {
		r, _ := utf8.DecodeRuneInString(words)
		return unicode.IsLetter(r)
	}
	if start == 0 || strings.Trim(words, "0123456789") != "" {
		return false
	}
	return !unicode.IsSpace(before) && strings.ContainsRune(".,;:)»”\"'", before) || unicode.IsLetter(before)
}

// proponent is who stands before a colon: a few capitalised words that are
// no heading of their own.
func proponent(words string) string {
	words = strings.TrimLeft(words, "*_")
	at := strings.IndexAny(words, ":：")
	if at < 1 || at > 80 || strings.ContainsAny(words[:at], "[].;!?\"“") {
		return ""
	}
	name := strings.TrimRight(words[:at], "*_ ")
	for _, lead := range [...]string{"Proposal by ", "Proposed by ", "Alternative by ", "Предложение ", "Пропозиція ", "Proposition de "} {
		name = strings.TrimPrefix(name, lead)
	}
	if isOption(name) || len(strings.Fields(name)) > 6 {
		return ""
	}
	if _, ok := parseLabel(name, false); ok {
		return ""
	}
	for i, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(&"))
		switch {
		case i > 0 && (w == "and" || w == "of" || w == "the" || w == "&" || w == "/" || w == "et" || w == "и" || w == "та" || w == "і"):
		case unicode.IsLower(r) || unicode.IsDigit(r):
			return ""
		}
	}
	switch strings.ToLower(name) {
	case "note", "nb", "n.b", "placeholder", "option", "alternative", "alt", "comment", "remark", "title", "editor's note", "translator's note",
		"see", "source", "example", "definition", "definitions", "примечание", "примітка", "注", "remarque", "ملاحظة":
		return ""
	}
	return name
}

// choices numbers brackets that stand side by side: "[shall][should]",
// "[30] / [60]". Two that a blank parts are two open texts, not a choice.
func choices(p *Point) {
	if len(p.Brackets) < 2 {
		return
	}
	next := 0
	ends := map[int]int{} // end of a closed bracket in Text -> its index
	for i := range p.Brackets {
		b := &p.Brackets[i]
		if b.On != "" || b.Open || b.Role == Editorial {
			continue
		}
		for _, between := range [...]string{"", "/", " / ", " or ", " или ", " або ", " ou "} {
			at := b.Start - len(between)
			if at < 0 || p.Text[at:b.Start] != between {
				continue
			}
			if j, ok := ends[at]; ok && p.Brackets[j].Depth == b.Depth {
				if p.Brackets[j].Choice == 0 {
					next++
					p.Brackets[j].Choice = next
				}
				b.Choice = p.Brackets[j].Choice
				break
			}
		}
		ends[b.End] = i
	}
}
