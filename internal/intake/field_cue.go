package intake

import (
	"strings"

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
	id      string
	kind    plan.FieldKind
	unit    string
	phrases []string
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
			cf := cueField{id: field.ID, kind: field.Kind, unit: field.Unit, phrases: []string{strings.ToLower(field.Title)}}
			for _, list := range [][]string{{t.Title}, t.Synonyms, field.Synonyms} {
				for _, p := range list {
					// A phrase with digits is a value of some version, not a cue.
					if len(p) >= 4 && !strings.ContainsAny(p, "0123456789") {
						cf.phrases = append(cf.phrases, strings.ToLower(p))
					}
				}
			}
			c.fields = append(c.fields, cf)
		}
	}
	return c
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

// field is the field that a value of this sort and unit belongs to: the only
// one, or the one whose words stand in the sentence or the titles above most
// fully; "" where none does, or two do alike.
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
		score := 0
		for _, p := range field.phrases {
			if len(p) > score && standsIn(text, p) {
				score = len(p)
			}
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
	return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0xbf && r != 0xfffd
}
