package prose

import (
	"unicode"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
)

// The joiners: U+200C keeps two letters apart that would join, U+200D joins
// what would stand apart.
const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

func isJoiner(r rune) bool { return r == nonJoiner || r == joiner }

// withoutIdle takes out the joiners that change nothing to be seen. Persian,
// Sinhala and family emoji need theirs: the rules are those of Unicode UAX 31,
// section 2.3, and what chapter 12 of the standard says of Bengali.
func withoutIdle(s string) string {
	in := []rune(s)
	out := make([]rune, 0, len(in))
	for i, r := range in {
		if !isJoiner(r) || needed(r, out, in[i+1:]) {
			out = append(out, r)
		}
	}
	return string(out)
}

// needed reports whether a joiner does anything between what stands before and
// after it.
func needed(r rune, before, after []rune) bool {
	i, j := len(before), 0
	for i > 0 && len(before)-i < maxMarks && unicode.Is(unicode.M, before[i-1]) {
		i--
	}
	for j < len(after) && j < maxMarks && unicode.Is(unicode.M, after[j]) {
		j++
	}
	var left, right rune
	if i > 0 {
		left = before[i-1]
	}
	if j < len(after) {
		right = after[j]
	}
	switch {
	case isJoiner(right):
		return false // that one decides
	case unicode.IsLetter(left) && hasVirama(before[i:]): // ක්‍ෂ, ന്‍
		return r == joiner && j == 0 || r == nonJoiner && unicode.IsLetter(right)
	case unicode.IsLetter(left) && hasVirama(after[:min(j, 1)]): // র‍্য
		return unicode.IsLetter(right)
	case unicode.Is(joinsNext, left) && r == nonJoiner: // می‌خواهم
		return unicode.Is(joinsPrevious, right)
	case unicode.Is(joinsNext, left): // ه‍ at the end of a word
		return !unicode.Is(joinsPrevious, right)
	}
	return r == joiner && j == 0 && right != 0 && joinsEmoji(before[:i], before[i:], right)
}

// hasVirama reports whether one of the marks is the sign that takes a vowel
// away.
func hasVirama(marks []rune) bool {
	for _, m := range marks {
		if norm.NFC.PropertiesString(string(m)).CCC() == 9 {
			return true
		}
	}
	return false
}

// joinsEmoji reports whether a joiner after an emoji and its marks makes one
// character of it and the next.
func joinsEmoji(before, marks []rune, next rune) bool {
	n := len(before)
	if n == 0 {
		return false
	}
	from := n - 1
	if tone := before[from]; tone >= '\U0001f3fb' && tone <= '\U0001f3ff' && from > 0 {
		from--
	}
	emoji := string(before[from:]) + string(marks)
	return oneCluster(emoji+string(joiner)+string(next)) && !oneCluster(emoji+string(next))
}

func oneCluster(s string) bool {
	_, rest, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return rest == ""
}

// Letters that join to the next letter (Joining_Type dual or left), and to the
// one before (dual or right), by Unicode 15.
var (
	joinsNext = &unicode.RangeTable{R16: []unicode.Range16{
		{0x0620, 0x0620, 1}, {0x0626, 0x0626, 1}, {0x0628, 0x0628, 1}, {0x062a, 0x062e, 1}, {0x0633, 0x063f, 1}, {0x0641, 0x0647, 1},
		{0x0649, 0x064a, 1}, {0x066e, 0x066f, 1}, {0x0679, 0x0687, 1}, {0x069a, 0x06bf, 1}, {0x06c1, 0x06c2, 1}, {0x06cc, 0x06cc, 1},
		{0x06ce, 0x06ce, 1}, {0x06d0, 0x06d1, 1}, {0x06fa, 0x06fc, 1}, {0x06ff, 0x06ff, 1}, {0x0712, 0x0714, 1}, {0x071a, 0x071d, 1},
		{0x071f, 0x0727, 1}, {0x0729, 0x0729, 1}, {0x072b, 0x072b, 1}, {0x072d, 0x072e, 1}, {0x074e, 0x0758, 1}, {0x075c, 0x076a, 1},
		{0x076d, 0x0770, 1}, {0x0772, 0x0772, 1}, {0x0775, 0x0777, 1}, {0x077a, 0x077f, 1}, {0x07ca, 0x07ea, 1}, {0x0841, 0x0845, 1},
		{0x0848, 0x0848, 1}, {0x084a, 0x0853, 1}, {0x0855, 0x0855, 1}, {0x0860, 0x0860, 1}, {0x0862, 0x0865, 1}, {0x0868, 0x0868, 1},
		{0x0886, 0x0886, 1}, {0x0889, 0x088d, 1}, {0x08a0, 0x08a9, 1}, {0x08af, 0x08b0, 1}, {0x08b3, 0x08b8, 1}, {0x08ba, 0x08c8, 1},
		{0x1807, 0x1807, 1}, {0x1820, 0x1878, 1}, {0x1887, 0x18a8, 1}, {0x18aa, 0x18aa, 1}, {0xa840, 0xa872, 1},
	}, R32: []unicode.Range32{
		{0x10ac0, 0x10ac4, 1}, {0x10acd, 0x10acd, 1}, {0x10ad3, 0x10adc, 1}, {0x10ade, 0x10ae0, 1}, {0x10aeb, 0x10aee, 1},
		{0x10b80, 0x10b80, 1}, {0x10b82, 0x10b82, 1}, {0x10b86, 0x10b88, 1}, {0x10b8a, 0x10b8b, 1}, {0x10b8d, 0x10b8d, 1},
		{0x10b90, 0x10b90, 1}, {0x10bad, 0x10bae, 1}, {0x10d00, 0x10d21, 1}, {0x10d23, 0x10d23, 1}, {0x10f30, 0x10f32, 1},
		{0x10f34, 0x10f44, 1}, {0x10f51, 0x10f53, 1}, {0x10f70, 0x10f73, 1}, {0x10f76, 0x10f81, 1}, {0x10fb0, 0x10fb0, 1},
		{0x10fb2, 0x10fb3, 1}, {0x10fb8, 0x10fb8, 1}, {0x10fbb, 0x10fbc, 1}, {0x10fbe, 0x10fbf, 1}, {0x10fc1, 0x10fc1, 1},
		{0x10fc4, 0x10fc4, 1}, {0x10fca, 0x10fcb, 1}, {0x1e922, 0x1e943, 1},
	}}
	joinsPrevious = &unicode.RangeTable{R16: []unicode.Range16{
		{0x0620, 0x0620, 1}, {0x0622, 0x063f, 1}, {0x0641, 0x064a, 1}, {0x066e, 0x066f, 1}, {0x0671, 0x0673, 1}, {0x0679, 0x06d3, 1},
		{0x06d5, 0x06d5, 1}, {0x06ee, 0x06ef, 1}, {0x06fa, 0x06fc, 1}, {0x06ff, 0x06ff, 1}, {0x0710, 0x0710, 1}, {0x0712, 0x072f, 1},
		{0x074d, 0x077f, 1}, {0x07ca, 0x07ea, 1}, {0x0840, 0x0858, 1}, {0x0860, 0x0860, 1}, {0x0862, 0x0865, 1}, {0x0867, 0x086a, 1},
		{0x0870, 0x0882, 1}, {0x0886, 0x0886, 1}, {0x0889, 0x088e, 1}, {0x08a0, 0x08ac, 1}, {0x08ae, 0x08c8, 1}, {0x1807, 0x1807, 1},
		{0x1820, 0x1878, 1}, {0x1887, 0x18a8, 1}, {0x18aa, 0x18aa, 1}, {0xa840, 0xa871, 1},
	}, R32: []unicode.Range32{
		{0x10ac0, 0x10ac5, 1}, {0x10ac7, 0x10ac7, 1}, {0x10ac9, 0x10aca, 1}, {0x10ace, 0x10ad6, 1}, {0x10ad8, 0x10ae1, 1},
		{0x10ae4, 0x10ae4, 1}, {0x10aeb, 0x10aef, 1}, {0x10b80, 0x10b91, 1}, {0x10ba9, 0x10bae, 1}, {0x10d01, 0x10d23, 1},
		{0x10f30, 0x10f44, 1}, {0x10f51, 0x10f54, 1}, {0x10f70, 0x10f81, 1}, {0x10fb0, 0x10fb0, 1}, {0x10fb2, 0x10fb6, 1},
		{0x10fb8, 0x10fbf, 1}, {0x10fc1, 0x10fc4, 1}, {0x10fc9, 0x10fca, 1}, {0x1e922, 0x1e943, 1},
	}}
)
