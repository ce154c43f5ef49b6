package search

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"plandiff/internal/prose"
)

// Word is one word of a text, folded: lower case, without accents. A number is
// written in plain digits whichever way it stood: 800,000, 800.000, 0.8 million,
// 800k and "twelve" are 800000 and 12.
type Word struct {
	Text  string
	Stem  string
	Start int // in bytes of the text
	End   int
	// Number: the word is an amount; Scaled: together with the word after it
	// ("0.8 million"), and Text is that amount.
	Number bool
	Scaled bool
}

// Words splits a text.
func Words(text string) []Word {
	const letters = 5 // of a word and a blank, at least as a rule
	out := make([]Word, 0, len(text)/letters+1)
	for start, end := next(text, 0); start < end; start, end = next(text, end) {
		w := Word{Start: start, End: end}
		if w.Text, w.Number = normal(text[start:end]); w.Text != "" {
			w.Stem = Stem(w.Text)
			out = append(out, w)
		}
	}
	return scaled(out)
}

// next finds the next word at or after a place; start is end where there is none.
func next(text string, at int) (start, end int) {
	for at < len(text) && !wordByte(text, at) {
		at++
	}
	start, end = at, at
	digits := at < len(text) && digit(text[at])
	for end < len(text) && (alphanumeric(text[end]) || wordByte(text, end) || digits && (text[end] == '.' || text[end] == ',') && end+1 < len(text) && digit(text[end+1])) {
		end++
	}
	if digits {
		const least = 5 // letters of a word that a blank is missing before: "20points"
		of := start + len(text[start:end]) - len(strings.TrimLeft(text[start:end], "0123456789"))
		if (end-of >= least || text[of:end] == "pt" || text[of:end] == "pts" || units[fold(text[of:end])] != "") && strings.IndexFunc(text[of:end], func(c rune) bool { return !unicode.IsLetter(c) }) < 0 {
			end = of
		}
	}
	if digits && end-start <= 3 && text[start] != '0' && strings.Trim(text[start:end], "0123456789") == "" {
		for to := thousands(text, end); to > 0; to = thousands(text, end) {
			end = to
		}
	}
	return start, end
}

// thousands is the end of a blank and three digits at a place, "000" in 600 000;
// 0 where there are none. The blank may be one that keeps a number together.
func thousands(text string, at int) int {
	blank, size := utf8.DecodeRuneInString(text[at:])
	to := at + size + 3
	if !strings.ContainsRune(" \u00a0\u2009\u202f", blank) || to > len(text) || strings.Trim(text[at+size:to], "0123456789") != "" {
		return 0
	}
	if to < len(text) && wordByte(text, to) || to+1 < len(text) && (text[to] == '.' || text[to] == ',') && digit(text[to+1]) {
		return 0
	}
	return to
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func alphanumeric(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || digit(c) }

// normal is the folded form of one word, and whether it is an amount.
func normal(raw string) (string, bool) {
	text := fold(raw)
	if text == "" { // marks that belong to no letter
		return "", false
	}
	if digit(text[0]) {
		return amount(text)
	}
	if n, ok := numberWords[text]; ok {
		return n, true
	}
	if unit, ok := units[text]; ok {
		text = unit
	}
	if verb, ok := strings.CutSuffix(text, "nt"); ok && negated[verb] {
		text = verb + "n't"
	}
	return strings.TrimSuffix(strings.TrimSuffix(text, "'s"), "'"), false
}

// units are the abbreviations of units of time that stand beside a number.
var units = map[string]string{"yr": "year", "yrs": "years", "hr": "hour", "hrs": "hours", "wk": "week", "wks": "weeks"}

// negated are the verbs that people write together with "not" and without an
// apostrophe: "wasnt".
var negated = wordSet("is was are were do does did has have had would should could ca wo")

// wordByte takes letters, digits, apostrophes inside a word and every byte
// beyond ASCII but punctuation.
func wordByte(s string, i int) bool {
	c := s[i]
	switch {
	case alphanumeric(c):
		return true
	case c == '\'':
		return i > 0 && i+1 < len(s) && s[i-1] != ' ' && s[i+1] != ' '
	case c < 0x80:
		return false
	}
	return !strings.HasPrefix(s[i:], "\u00a0") && !(i > 0 && s[i-1] == 0xc2 && c == 0xa0) && !general(s, i)
}

// general reports whether a byte belongs to a rune of the block of general
// punctuation (dashes, quotation marks), all of which begin with E2 80; the
// curly apostrophe inside a word stays.
func general(s string, i int) bool {
	for back := range 3 {
		if at := i - back; at >= 0 && strings.HasPrefix(s[at:], "\xe2\x80") {
			return !(strings.HasPrefix(s[at:], "’") && at > 0 && at+3 < len(s) && s[at-1] != ' ' && s[at+3] != ' ')
		}
	}
	return false
}

func fold(s string) string {
	if strings.IndexFunc(s, func(c rune) bool { return c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' }) < 0 {
		return s
	}
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	for i := range len(s) {
		if s[i] >= 0x80 {
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, norm.NFKD.String(s))
		}
	}
	return s
}

// amount is a number in plain digits. A mark or a blank before groups of three
// digits divides thousands, any other is the decimal point.
func amount(s string) (string, bool) {
	s = strings.ReplaceAll(s, " ", "")
	unit := strings.TrimLeft(s, "0123456789.,")
	by, scaled := scaleWords[unit]
	if scaled {
		s = strings.TrimSuffix(s, unit)
	}
	if strings.Trim(s, "0123456789.,") != "" {
		return s, false
	}
	for _, mark := range [2]string{",", "."} {
		parts := strings.Split(s, mark)
		groups := len(parts) > 1 && len(parts[0]) <= 3 && parts[0] != "0"
		for _, p := range parts[1:] {
			groups = groups && len(strings.TrimLeft(p, "0123456789")) <= 4 && len(p) >= 3 && strings.IndexAny(p+".", ".,") == 3
		}
		if groups {
			s = strings.Join(parts, "")
		}
	}
	s = strings.ReplaceAll(s, ",", ".")
	if scaled {
		return scale(s, by), true
	}
	if strings.Count(s, ".") > 1 {
		return s, false
	}
	return s, true
}

func scale(s string, by float64) string {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	return strconv.FormatFloat(n*by, 'f', -1, 64)
}

// scaled joins an amount with the word for its scale, in place.
func scaled(words []Word) []Word {
	out := words[:0]
	for i, w := range words {
		if i > 0 && len(out) > 0 && out[len(out)-1].End == w.End {
			continue // the word for a scale, joined
		}
		out = append(out, w)
		if !w.Number || i+1 == len(words) {
			continue
		}
		by, ok := scaleWords[words[i+1].Text]
		if !ok {
			continue
		}
		joined := Word{Text: scale(w.Text, by), Start: w.Start, End: words[i+1].End, Number: true, Scaled: true}
		joined.Stem = joined.Text
		out[len(out)-1] = joined
	}
	return out
}

var numberWords = map[string]string{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "hundred": "100", "half": "50"}

var scaleWords = map[string]float64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mn": 1e6, "m": 1e6, "k": 1e3}

// ending is taken off a word where enough of it is left.
type ending struct {
	end, to string
	least   int // letters that must be left
}

// endings by their last letter, longest first.
var endings = func() (by [256][]ending) {
	for _, e := range [...]ending{
		{"ational", "", 4}, {"ization", "", 3}, {"isation", "", 3}, {"fulness", "", 3}, {"ations", "", 3}, {"ements", "", 4}, {"ership", "", 4},
		{"ation", "", 3}, {"ement", "", 4}, {"iness", "", 3}, {"ships", "", 3}, {"ingly", "", 3}, {"ments", "", 4}, {"ised", "", 3}, {"ized", "", 3}, {"ises", "", 4}, {"izes", "", 3},
		{"ences", "", 5}, {"ence", "", 5}, {"ship", "", 3}, {"ness", "", 3}, {"ment", "", 4}, {"ions", "", 3}, {"ings", "", 3}, {"ally", "", 4}, {"ible", "", 4}, {"able", "", 4}, {"ities", "", 4},
		{"ise", "", 4}, {"ize", "", 3}, {"ies", "y", 2}, {"ied", "y", 2}, {"ion", "", 3}, {"ing", "", 3}, {"ent", "", 6}, {"ity", "", 4}, {"ive", "", 5}, {"ers", "", 4}, {"ian", "", 4},
		{"ed", "", 3}, {"es", "", 3}, {"er", "", 4}, {"or", "", 4}, {"ly", "", 3}, {"al", "", 4}, {"s", "", 3}, {"anda", "andum", 3}, {"enda", "endum", 3},
	} {
		last := e.end[len(e.end)-1]
		by[last] = append(by[last], e)
	}
	return by
}()

// Stem brings a word's forms together, lightly: it is no linguist, and both
// sides of a match go through it.
func Stem(w string) string {
	if len(w) <= 3 || w[0] >= '0' && w[0] <= '9' {
		return w
	}
	if strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is") {
		return w
	}
	for _, e := range endings[w[len(w)-1]] {
		if head, ok := strings.CutSuffix(w, e.end); ok && len(head) >= e.least && strings.ContainsAny(head, "aeiouy") {
			w = head + e.to
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
		w = w[:n-1]
	}
	if n := len(w); n > 3 && w[n-1] == 'e' || n > 4 && w[n-1] == 'y' { // "army" is no "arm"
		w = w[:n-1]
	}
	return w
}

// common are words that carry no subject of their own: articles, pronouns,
// prepositions, auxiliaries and what questions are asked with.
var common = wordSet(`a an the this that these those it its he she him her his they them their we us you your i me my
 of to in on at by for from with without into onto as than then per via about over under between among against during
 and or but nor so if when where which who whom whose what why how whether while because since until
 is are was were be been being am do does did done doing has have had having will would shall should can could may might must
 not no none yes any some all each every both either neither other another such same own more most much many less least few
 there here now just only also too very even still yet again ever never really actually exactly please ok
 say says said tell tells told show give get got go goes going come came make makes made put let want wants
 up out down off upon within across s t re ll ve d don doesn didn isn aren wasn won wouldn couldn shouldn let's i'm i'd i've what's who's
 whats thats theyre hes shes im ive lets what'd who'd how'd let's below above themselves itself himself herself myself
 known knew stand stands stood contain contains include includes included appear appears mean means
 thing things something anything anyone anybody someone somebody one's lot kind sort way need know
 gives gave given giving far everything else ones nothing pls plz thru parts list lots bit latter former instead contents record records
 provide provides provided foresee foresees foreseen envisage envisages envisaged stipulate stipulates stipulated mention mentions mentioned
 older newer trace question yeah nah order forward highest largest biggest longest greatest lowest smallest shortest fewest
 supposed meant word words named through throughout quick quickly figure figures whole overall entire entirely altogether already consist consists consisted comprise comprises comprised
 allow allows allowed permit permits permitted bar bars barred barring prohibit prohibits prohibited forbid forbids forbidden
 respectively respective abt gimme
 regarding concerning demand demands demanded propose proposes proposed`)

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// NearCommon reports whether a word that nothing else explains is a slip for one
// that carries no subject: a letter too many, too few or wrong, or two that changed
// places.
func NearCommon(w string) bool {
	const least = 3 // letters
	if len(w) < least {
		return false
	}
	for c := range common {
		if len(w) == least {
			if len(c) == least+1 && prose.Edits(w, c, 2) == 1 || len(c) == least && prose.Edits(w, c, 2) == 1 && swapped(w, c) {
				return true
			}
		} else if len(c) >= 4 && (prose.Edits(w, c, 2) <= 1 || len(w) == len(c) && prose.Edits(w, c, 3) == 2 && swapped(w, c)) {
			return true
		}
	}
	return false
}

// Common reports whether a word carries no subject of its own.
func (w Word) Common() bool {
	return common[w.Text] || len(w.Text) == 1 && !w.Number || strings.HasSuffix(w.Text, "n't") || strings.HasSuffix(w.Text, "'re")
}
