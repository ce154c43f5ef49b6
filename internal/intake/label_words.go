package intake

import "strings"

// unit is what a named label counts: "Article", "Глава", "المادة".
type unit struct {
	// rank orders units: a lower one holds a higher one.
	rank int
	// holds: the unit is a section that holds points (a chapter), and is no
	// point itself.
	holds bool
}

const (
	rankBook = iota + 1
	rankPart
	rankChapter
	rankSection
	rankAnnex
	rankArticle
	rankPoint
	rankParagraph
	rankBelow
)

// units lists the names of units by rank, as texts in these languages write
// them: English, Ukrainian, Russian, French, German, Spanish, Italian,
// Portuguese, Polish, Arabic.
var units = namedUnits([...]string{
	rankBook:      "book titre title книга книжка libro",
	rankPart:      "part partie teil parte часть частина część الجزء الباب",
	rankChapter:   "chapter chapitre kapitel capítulo capitolo глава rozdział الفصل",
	rankSection:   "section abschnitt sección sezione seção раздел розділ sekcja القسم",
	rankAnnex:     "annex appendix schedule annexe anhang anexo allegato приложение додаток załącznik الملحق المرفق",
	rankArticle:   "article art artikel artículo articulo articolo artigo artykuł rule regulation статья ст стаття المادة مادة",
	rankPoint:     "point clause item no nr principle provision requirement punkt punto ponto пункт п النقطة البند بند نقطة § №",
	rankParagraph: "paragraph para paragraphe absatz párrafo comma параграф الفقرة فقرة",
	rankBelow:     "subparagraph sub-paragraph subpoint alinéa подпункт підпункт abs",
})

func namedUnits(byRank [rankBelow + 1]string) map[string]unit {
	out := map[string]unit{}
	for rank, words := range byRank {
		for _, w := range strings.Fields(words) {
			out[w] = unit{rank, rank <= rankAnnex && rank > 0}
		}
	}
	return out
}

// ordinals are numbers that named labels write as words.
var ordinals = map[string]int{
	"premier": 1, "première": 1, "unique": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
	"six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "first": 1, "second": 2, "third": 3,
	"перша": 1, "первая": 1, "друга": 2, "вторая": 2, "третя": 3, "третья": 3,
	"الأولى": 1, "الاولى": 1, "الأول": 1, "الثانية": 2, "الثاني": 2, "الثالثة": 3, "الثالث": 3, "الرابعة": 4, "الرابع": 4,
	"الخامسة": 5, "الخامس": 5, "السادسة": 6, "السادس": 6, "السابعة": 7, "السابع": 7, "الثامنة": 8, "الثامن": 8,
	"التاسعة": 9, "التاسع": 9, "العاشرة": 10, "العاشر": 10,
}

// repeats are the Latin words for what was put in after a number.
var repeats = [...]string{"", "", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"}

func repeat(word string) int {
	for i, r := range repeats {
		if r != "" && r == word {
			return i
		}
	}
	return 0
}

// alphabets in which letters count, each a way to tell what follows what.
var alphabets = [...]string{
	"abcdefghijklmnopqrstuvwxyz",
	"абвгдежзиклмнопрстуфхцчшщэюя",
	"абвгґдеєжзиіїйклмнопрстуфхцчшщюя",
	"абвгдежзийклмнопрстуфхцчшщыэюя",
	"أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
	"ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
	"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
	"ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
	"αβγδεζηθικλμνξοπρστυφχψω",
}

// cjkCounters are the characters after 第N that make a label of it.
var cjkCounters = map[rune]unit{
	'编': {rankBook, true}, '編': {rankBook, true}, '部': {rankPart, true}, '章': {rankChapter, true},
	'节': {rankSection, true}, '節': {rankSection, true}, '条': {rankArticle, false}, '條': {rankArticle, false},
	'点': {rankPoint, false}, '點': {rankPoint, false}, '款': {rankParagraph, false}, '项': {rankBelow, false}, '項': {rankBelow, false},
}

// cjkNumber reads a Chinese or Japanese number up to 9999, or ordinary digits
// among such; ok is false for anything else.
func cjkNumber(s string) (n int, ok bool) {
	section, digit := 0, 0
	plain := true
	for _, r := range s {
		if d, isDigit := digitValue(r); isDigit {
			digit = digit*10 + d
			if digit > 9999 {
				return 0, false
			}
			continue
		}
		if i := strings.IndexRune("〇一二三四五六七八九", r); i >= 0 {
			d := i / len("一")
			if plain && digit > 0 {
				digit = digit*10 + d // 二〇
			} else {
				digit = d
			}
			if digit > 9999 {
				return 0, false
			}
			continue
		}
		unit := 0
		switch r {
		case '零':
			continue
		case '两':
			digit = 2
			continue
		case '十':
			unit = 10
		case '百':
			unit = 100
		case '千':
			unit = 1000
		default:
			return 0, false
		}
		plain = false
		section += max(digit, 1) * unit
		digit = 0
	}
	n = section + digit
	return n, n > 0 && n <= 9999
}

// digitValue is the value of a decimal digit: ASCII, Arabic-Indic, Persian,
// Devanagari or full width.
func digitValue(r rune) (int, bool) {
	for _, zero := range [...]rune{'0', '\u0660', '\u06f0', '\u0966', '\uff10'} {
		if r >= zero && r <= zero+9 {
			return int(r - zero), true
		}
	}
	return 0, false
}

// roman is the value of a Roman numeral in either case, in its usual form;
// 0 for anything else.
func roman(s string) int {
	if s == "" || len(s) > 15 {
		return 0
	}
	values := func(c byte) int {
		switch c | 0x20 {
		case 'i':
			return 1
		case 'v':
			return 5
		case 'x':
			return 10
		case 'l':
			return 50
		case 'c':
			return 100
		case 'd':
			return 500
		case 'm':
			return 1000
		}
		return 0
	}
	n := 0
	for i := 0; i < len(s); i++ {
		v := values(s[i])
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && values(s[i+1]) > v {
			v = -v
		}
		n += v
	}
	if n <= 0 || !strings.EqualFold(romanOf(n), s) {
		return 0
	}
	return n
}

// romanOf writes a Roman numeral in lower case; "" from 4000 up and below 1.
func romanOf(n int) string {
	if n < 1 || n > 3999 {
		return ""
	}
	var b strings.Builder
	for _, step := range [...]struct {
		value int
		text  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.text)
		}
	}
	return b.String()
}
