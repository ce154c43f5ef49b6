package align

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldText writes a text as matching compares it. A text without a title has
// its first sentence for one, if it is as short as a title.
func foldText(t Text) folded {
	title, body := t.Title, t.Body
	if title == "" {
		n := heading(body)
		title, body = body[:n], body[n:]
	}
	f := folded{fold(title), fold(body)}
	if len(t.Inner) > 0 {
		f.body = strings.Join(foldInner(t.Inner, []string{f.body}), " ")
	}
	return f
}

// foldInner appends the words of inner texts, at any depth.
func foldInner(texts []Text, parts []string) []string {
	for _, t := range texts {
		for _, s := range []string{fold(t.Title), fold(t.Body)} {
			if s != "" {
				parts = append(parts, s)
			}
		}
		parts = foldInner(t.Inner, parts)
	}
	return parts
}

// headingWords is the most words that a sentence used as a title has.
const headingWords = 12

// heading is the length of the short first sentence that more text follows.
func heading(body string) int {
	i := strings.Index(body, ". ")
	if i < 0 || strings.TrimSpace(body[i+1:]) == "" || len(strings.Fields(body[:i])) > headingWords {
		return 0
	}
	return i + 1
}

// fold writes compatibility forms in composed form (NFKC) and small letters,
// and anything but letters, their marks and digits as one blank. Two texts
// that fold to the same differ in case and punctuation at most.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return foldRunes(norm.NFKC.String(s))
		}
	}
	out := make([]byte, 0, len(s))
	blank := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		default:
			blank = true
			continue
		}
		if blank && len(out) > 0 {
			out = append(out, ' ')
		}
		blank = false
		out = append(out, c)
	}
	return string(out)
}

func foldRunes(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r) {
			// A soft hyphen or a joiner stands inside a word.
			blank = blank || !unicode.Is(unicode.Cf, r)
			continue
		}
		if blank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		blank = false
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// kind is what a gram is: four characters of a word, a word, two or three
// words on end, a word or two of the title.
type kind uint8

const (
	kindChars kind = iota
	kindWord
	kindTwo
	kindThree
	kindTitle
)

const (
	charGram  = 4
	longWord  = 64 // characters of a word that count
	hashBasis = 14695981039346656037
	hashPrime = 1099511628211
)

// mix spreads the bits of a hash, apart for each kind of gram.
func mix(h uint64, k kind) uint64 {
	h += uint64(k+1) * 0x9e3779b97f4a7c15
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

// grams calls add with the hash of every gram of a folded text.
func grams(text string, add func(uint64, kind)) {
	var before, earlier uint64 // hashes of the two words before
	var chars [longWord]rune
	n, h := 0, uint64(hashBasis)
	word := func() {
		if n == 0 {
			return
		}
		charGrams(chars[:n], add)
		add(mix(h, kindWord), kindWord)
		if before != 0 {
			two := h*hashPrime + before
			add(mix(two, kindTwo), kindTwo)
			if earlier != 0 {
				add(mix(two*hashPrime+earlier, kindThree), kindThree)
			}
		}
		before, earlier = h, before
		n, h = 0, hashBasis
	}
	for _, r := range text {
		if r == ' ' {
			word()
			continue
		}
		single := alone(r)
		if single {
			word()
		}
		if n < longWord {
			chars[n] = r
			n++
		}
		h = (h ^ uint64(r)) * hashPrime
		if single {
			word()
		}
	}
	word()
}

// alone: scripts that set no blanks between words. Each character counts as
// a word there.
func alone(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// charGrams adds every four characters of a word with a blank before and
// after it; of a shorter word the one gram that it has.
func charGrams(word []rune, add func(uint64, kind)) {
	at := func(i int) uint64 {
		if i < 0 || i >= len(word) {
			return ' '
		}
		return uint64(word[i])
	}
	for i := -1; ; i++ {
		h := uint64(hashBasis)
		for k := range charGram {
			h = (h ^ at(i+k)) * hashPrime
		}
		add(mix(h, kindChars), kindChars)
		if i+charGram > len(word) {
			return
		}
	}
}
