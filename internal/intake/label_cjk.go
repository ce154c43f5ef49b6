package intake

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// cjk reads 第五条, 一、 and （一）.
func (c *cursor) cjk() (label, bool) {
	r := c.rune()
	if r < 0x2e80 {
		return label{}, false
	}
	rest := c.s[c.i:]
	fail := func() (label, bool) { return label{}, false }
	if r == '第' {
		rest = rest[len("第"):]
		for j, q := range rest {
			if u, ok := cjkUnit(q); ok {
				n, ok := cjkNumber(strings.TrimSpace(rest[:j]))
				if !ok {
					return fail()
				}
				c.i += len("第") + j + utf8.RuneLen(q)
				c.end = c.i
				if !c.done() && !isBlank(c.rune()) && !strings.ContainsRune("：:.、。（(【[", c.rune()) {
					return fail()
				}
				c.separator()
				return label{unit: u, comps: []string{strconv.Itoa(n)}, style: string(q)}, true
			}
			if j > 24 {
				break
			}
		}
		return fail()
	}
	shut := '、'
	if r == '（' {
		rest, shut = rest[len("（"):], '）'
	}
	j := strings.IndexRune(rest, shut)
	if j < 0 || j > 20 {
		return fail()
	}
	n, ok := cjkNumber(rest[:j])
	if !ok {
		return fail()
	}
	c.i += len(c.s[c.i:]) - len(rest) + j + utf8.RuneLen(shut)
	c.end = c.i
	return label{comps: []string{strconv.Itoa(n)}, style: "一" + string(shut)}, true
}
