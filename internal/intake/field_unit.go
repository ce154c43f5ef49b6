package intake

import (
	"strings"
	"unicode"
)

// currencySign is the currency of a sign before a number.
func currencySign(s string) string {
	switch s {
	case "$":
		return "USD"
	case "€":
		return "EUR"
	case "£":
		return "GBP"
	case "₴":
		return "UAH"
	case "₽":
		return "RUB"
	case "¥":
		return "JPY"
	case "USD", "EUR", "GBP", "UAH", "RUB", "CHF":
		return s
	}
	return ""
}

// currencyWord is the currency that a word after a number names.
func currencyWord(word string) string {
	switch word {
	case "dollar", "dollars", "usd", "доллар", "доллара", "долларов", "долар", "долара", "доларів", "دولار", "美元":
		return "USD"
	case "euro", "euros", "eur", "евро", "євро", "يورو", "欧元":
		return "EUR"
	case "pounds", "gbp":
		return "GBP"
	case "hryvnia", "hryvnias", "uah", "гривна", "гривен", "гривень", "гривні":
		return "UAH"
	case "rubles", "roubles", "rub", "рублей", "рубля", "рублів":
		return "RUB"
	}
	return currencySign(word)
}

// span is the unit of time that a word names, in the plural.
func span(word string) string {
	switch word {
	case "hour", "hours", "час", "часа", "часов", "година", "години", "годин", "heure", "heures", "小时", "小時", "ساعة", "ساعات":
		return "hours"
	case "day", "days", "день", "дня", "дней", "дні", "днів", "jour", "jours", "天", "يوما", "يومًا", "أيام", "يوم":
		return "days"
	case "week", "weeks", "неделя", "недели", "недель", "тиждень", "тижні", "тижнів", "semaine", "semaines", "周", "أسبوع", "أسابيع":
		return "weeks"
	case "month", "months", "месяц", "месяца", "месяцев", "місяць", "місяці", "місяців", "mois", "个月", "個月", "شهر", "أشهر", "شهرا":
		return "months"
	case "year", "years", "год", "года", "лет", "рік", "роки", "років", "an", "ans", "année", "années", "سنة", "سنوات", "عاما":
		return "years"
	}
	return ""
}

// measure is the unit of a quantity that a word names, in English.
func measure(word string) string {
	switch word {
	case "personnel", "servicemen", "servicemembers", "военнослужащих", "військовослужбовців":
		return "personnel"
	case "troops", "soldiers":
		return word
	case "km", "kilometre", "kilometres", "kilometer", "kilometers", "км", "километров", "кілометрів", "公里":
		return "km"
	case "m", "metres", "meters", "метров", "метрів":
		return "m"
	case "miles":
		return "miles"
	case "tonnes", "tons", "тонн":
		return "tonnes"
	case "hectares", "га", "гектаров", "гектарів":
		return "hectares"
	case "mw", "megawatts", "мвт":
		return "MW"
	case "gw", "gigawatts":
		return "GW"
	case "°c", "℃":
		return "°C"
	}
	return ""
}

func unitWord(word string) bool {
	return span(word) != "" || measure(word) != "" || currencyWord(word) != "" || word == "percent"
}

// unit reads what a number counts: its unit as values have it, its sort, and
// how many words it takes. sort "" leaves the number as wording.
func (f *finder) unit(s string, i int, scale, currency string) (unit string, sort Sort, n int) {
	if currency != "" {
		return strings.TrimSpace(scale + " " + currency), SortMoney, 0
	}
	if i >= len(f.words) {
		return "", "", 0
	}
	w := f.words[i]
	word := lower(s, w)
	second := ""
	if i+1 < len(f.words) {
		second = lower(s, f.words[i+1])
	}
	if wide(firstRune(word)) && wide(firstRune(second)) {
		pair := word + second // 公里, 美元, 个月
		switch {
		case currencyWord(pair) != "":
			return strings.TrimSpace(scale + " " + currencyWord(pair)), SortMoney, 2
		case span(pair) != "":
			return span(pair), SortDuration, 2
		case measure(pair) != "":
			return measure(pair), SortQuantity, 2
		}
	}
	switch word {
	case "%", "٪", "percent", "процент", "процента", "процентов", "відсоток", "відсотка", "відсотків":
		return "", SortPercent, 1
	case "per", "pour":
		if second == "cent" {
			return "", SortPercent, 2
		}
		return "", "", 0
	case "us", "u.s", "american":
		if c := currencyWord(second); c != "" {
			return strings.TrimSpace(scale + " USD"), SortMoney, 2
		}
	case "calendar", "working", "business", "consecutive", "календарных", "рабочих", "календарних", "робочих":
		if u := span(second); u != "" {
			return u, SortDuration, 2
		}
	case "square":
		if u := measure(second); u != "" {
			return "square " + u, SortQuantity, 2
		}
	case "nautical":
		if second == "miles" {
			return "nautical miles", SortQuantity, 2
		}
	case "°":
		if second == "c" {
			return "°C", SortQuantity, 2
		}
	case "military", "armed":
		if u := measure(second); u != "" {
			return u, SortQuantity, 2
		}
	}
	if c := currencyWord(word); c != "" {
		n := 1
		if c == "USD" && (second == "сша" || second == "أمريكي") {
			n = 2
		}
		return strings.TrimSpace(scale + " " + c), SortMoney, n
	}
	if u := span(word); u != "" {
		return u, SortDuration, 1
	}
	if u := measure(word); u != "" {
		return u, SortQuantity, 1
	}
	if u, n := f.cues.unit(s, f.words[i:]); n > 0 {
		return u, SortQuantity, n
	}
	if w.letter && counted(s[w.start:w.end], second) {
		return word, SortCount, 1
	}
	return "", "", 0
}

// counted: a plural noun in English right after a number. A verb ending in s
// looks the same, so a short list of what follows numbers wrongly is left out.
func counted(word, second string) bool {
	if len(word) < 5 || !strings.HasSuffix(word, "s") || strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "us") || strings.HasSuffix(word, "'s") {
		return false
	}
	for _, r := range word {
		if r > unicode.MaxASCII || !unicode.IsLower(r) {
			return false
		}
	}
	switch word {
	case "times", "others", "shows", "means", "applies", "provides", "requires", "contains", "states", "refers", "towards", "always", "perhaps", "besides", "allows", "defines", "sets", "gives":
		return false
	}
	return true
}
