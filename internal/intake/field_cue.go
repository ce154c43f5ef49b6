package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/plan"
)

// cues are the words of a vocabulary by which its fields are known in a text.
type cues struct {
	fields []cueField
	units  map[string]string // unit in lower case -> as the vocabulary has it
	names  map[string]string // name in lower case -> the form that comes first
}

// cueField is a field of numbers or dates, with its phrases in lower case.
type cueField struct {
	id   string
	kind plan.FieldKind
	unit string
	own  []string // its title and synonyms
	// topic is the title and the synonyms of its topic. They speak of the field
	// only where its names stand too: by "accession" alone any treaty would
	// speak of the "Date of EU accession".
	topic []string
	names [][]string // of its title, each with its other forms
}

// newCues collects the cues of a library; nil has none.
func newCues(lib *plan.Library) *cues {
	c := &cues{}
	if lib == nil {
		return c
	}
	c.units, c.names = map[string]string{}, map[string]string{}
	for _, group := range lib.Aliases {
		for _, name := range group {
			if key := strings.ToLower(name); c.names[key] == "" {
				c.names[key] = group[0]
			}
		}
	}
	for _, t := range lib.Topics {
		if t.About != plan.AboutText {
			continue
		}
		for _, field := range t.Fields {
			if !field.Kind.Numeric() && field.Kind != plan.DateKind {
				continue
			}
			if field.Unit != "" && field.Kind != plan.Money && field.Kind != plan.Duration {
				c.units[strings.ToLower(field.Unit)] = field.Unit
			}
			c.fields = append(c.fields, cueField{id: field.ID, kind: field.Kind, unit: field.Unit,
				own:   append([]string{strings.ToLower(field.Title)}, phrases(field.Synonyms)...),
				topic: phrases(append([]string{t.Title}, t.Synonyms...)),
				names: namesOf(field.Title, lib.Aliases)})
		}
	}
	return c
}

// phrases are the cues among some names. One with digits is a value of some
// version, and no cue.
func phrases(names []string) []string {
	var out []string
	for _, p := range names {
		if len(p) >= 4 && !strings.ContainsAny(p, "0123456789") {
			out = append(out, strings.ToLower(p))
		}
	}
	return out
}

// namesOf are the names in a title: words that have a capital although they do
// not begin it, or several.
func namesOf(title string, aliases [][]string) [][]string {
	var out [][]string
	for i, w := range strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) }) {
		first, rest := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) || i == 0 && strings.ToLower(w[rest:]) == w[rest:] {
			continue
		}
		forms := []string{w}
		for _, group := range aliases {
			if slices.ContainsFunc(group, func(s string) bool { return strings.EqualFold(s, w) }) {
				forms = append(forms, group...)
			}
		}
		out = append(out, forms)
	}
	return out
}

// unit reads a unit of the vocabulary, of up to three words.
func (c *cues) unit(s string, w []word) (string, int) {
	for n := min(3, len(w)); n >= 1; n-- {
		if u, ok := c.units[strings.ToLower(s[w[0].start:w[n-1].end])]; ok {
			return u, n
		}
	}
	return "", 0
}

// name is the form of a name that the vocabulary gives first.
func (c *cues) name(s string) string {
	if first, ok := c.names[strings.ToLower(s)]; ok {
		return first
	}
	return s
}

// field is the field that a value of this sort and unit belongs to: the one
// whose words stand in the sentence or the titles above most fully; "" where
// none does, or two do alike.
func (f *finder) field(s string, from, at int, sort Sort, unit string) string {
	if len(f.cues.fields) == 0 {
		return ""
	}
	text := " " + strings.ToLower(f.topic) + " " + f.sentence(s, from, at) + " "
	best, most, second := "", 0, 0
	for i := range f.cues.fields {
		field := &f.cues.fields[i]
		if !fits(field, sort, unit) {
			continue
		}
		score := longest(text, field.own)
		if n := longest(text, field.topic); n > score && f.named(field.names) {
			score = n
		}
		switch {
		case score > most:
			best, second, most = field.id, most, score
		case score > second:
			second = score
		}
	}
	if most == 0 || most == second {
		return ""
	}
	return best
}

// longest is the length of the longest phrase that stands in a text.
func longest(text string, phrases []string) int {
	most := 0
	for _, p := range phrases {
		if len(p) > most && standsIn(text, p) {
			most = len(p)
		}
	}
	return most
}

// named reports whether each of some names stands in the point or in the titles
// above it, with its capitals: "us" is not the US.
func (f *finder) named(names [][]string) bool {
	for _, forms := range names {
		if !slices.ContainsFunc(forms, func(s string) bool { return standsIn(f.topic, s) || standsIn(f.p.Text, s) }) {
			return false
		}
	}
	return true
}

// fits: the field wants a value of this sort and unit.
func fits(field *cueField, sort Sort, unit string) bool {
	switch sort {
	case SortQuantity, SortCount:
		return (field.kind == plan.Quantity || field.kind == plan.Count) && strings.EqualFold(field.unit, unit)
	case SortMoney:
		return field.kind == plan.Money && currencyOf(field.unit) == currencyOf(unit)
	case SortPercent:
		return field.kind == plan.Percent
	case SortDuration:
		return field.kind == plan.Duration
	case SortDate:
		return field.kind == plan.DateKind
	}
	return false
}

// currencyOf is the last word of a unit of money: "billion USD".
func currencyOf(unit string) string { return unit[strings.LastIndexByte(unit, ' ')+1:] }

// standsIn looks for a phrase between the edges of words.
func standsIn(text, phrase string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], phrase)
		if i < 0 {
			return false
		}
		i += at
		if !wordRune(lastRune(text[:i])) && !wordRune(nextRune(text, i+len(phrase))) {
			return true
		}
		at = i + 1
	}
}

func wordRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r > 0xbf && r != 0xfffd
}
