package ask

import (
	"strconv"
	"strings"
)

// spelled are the numbers above ten that people write out for how many points
// a version has.
var spelled = map[string]int{
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}

var units = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}

// digits puts numbers for those that are written out before "point": "the
// twenty-eight points", "nineteen-point plan".
func digits(in []token) []token {
	out := in[:0:0]
	for i := 0; i < len(in); i++ {
		n, ok := spelled[in[i].text]
		used := 1
		if ok && n >= 20 && i+1 < len(in) {
			if u := units[in[i+1].text]; u > 0 {
				n, used = n+u, 2
			}
		}
		if next := i + used; !ok || next >= len(in) || !strings.HasPrefix(in[next].text, "point") {
			out = append(out, in[i])
			continue
		}
		out = append(out, token{text: strconv.Itoa(n), raw: in[i].raw, number: float64(n), isNum: true})
		i += used - 1
	}
	return out
}
