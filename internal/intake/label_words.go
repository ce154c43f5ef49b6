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

// unitOf is the unit that a word names, in lower case: English, Ukrainian,
// Russian, French, German, Spanish, Italian, Portuguese, Polish, Arabic.
func unitOf(word string) (unit, bool) {
	rank := 0
	switch word {
	case "book", "titre", "title", "книга", "книжка", "libro":
		rank = rankBook
	case "part", "partie", "teil", "parte", "часть", "частина", "część", "الجزء", "الباب":
		rank = rankPart
	case "chapter", "chapitre", "kapitel", "capítulo", "capitolo", "глава", "rozdział", "الفصل":
		rank = rankChapter
	case "section", "abschnitt", "sección", "sezione", "seção", "раздел", "розділ", "sekcja", "القسم":
		rank = rankSection
	case "annex", "appendix", "schedule", "annexe", "anhang", "anexo", "allegato", "приложение", "додаток", "załącznik", "الملحق", "المرفق":
		rank = rankAnnex
	case "article", "art", "artikel", "artículo", "articulo", "articolo", "artigo", "artykuł", "rule", "regulation", "статья", "ст", "стаття", "المادة", "مادة":
		rank = rankArticle
	case "point", "clause", "item", "no", "nr", "principle", "provision", "requirement", "punkt", "punto", "ponto", "пункт", "п", "النقطة", "البند", "بند", "نقطة", "§", "№":
		rank = rankPoint
	case "paragraph", "para", "paragraphe", "absatz", "párrafo", "comma", "параграф", "الفقرة", "فقرة":
		rank = rankParagraph
	case "subparagraph", "sub-paragraph", "subpoint", "alinéa", "подпункт", "підпункт", "abs":
		rank = rankBelow
	default:
		return unit{}, false
	}
	return unit{rank, rank <= rankAnnex}, true
}

// ordinal is a number that a named label writes as a word; 0 for others.
func ordinal(word string) int {
	switch word {
	case "premier", "première", "unique", "one", "first", "перша", "первая", "الأولى", "الاولى", "الأول":
		return 1
	case "two", "second", "друга", "вторая", "الثانية", "الثاني":
		return 2
	case "three", "third", "третя", "третья", "الثالثة", "الثالث":
		return 3
	case "four", "الرابعة", "الرابع":
		return 4
	case "five", "الخامسة", "الخامس":
		return 5
	case "six", "السادسة", "السادس":
		return 6
	case "seven", "السابعة", "السابع":
		return 7
	case "eight", "الثامنة", "الثامن":
		return 8
	case "nine", "التاسعة", "التاسع":
		return 9
	case "ten", "العاشرة", "العاشر":
		return 10
	}
	return 0
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

// cjkUnit is the unit of the character after 第N.
func cjkUnit(r rune) (unit, bool) {
	rank := 0
	switch r {
	case '编', '編':
		rank = rankBook
	case '部':
		rank = rankPart
	case '章':
		rank = rankChapter
	case '节', '節':
		rank = rankSection
	case '条', '條':
		rank = rankArticle
	case '点', '點':
		rank = rankPoint
	case '款':
		rank = rankParagraph
	case '项', '項':
		rank = rankBelow
	default:
		return unit{}, false
	}
	return unit{rank, rank <= rankAnnex}, true
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
