package prose

import "testing"

func TestTogether(t *testing.T) {
	for _, c := range []struct{ name, from, to, want string }{
		{"a phrase in other words is one change", "all parties may agree soon", "all states shall decide soon", "all [-parties may agree-]{+states shall decide+} soon"},
		{"a kept word parts changes", "the old war ended badly", "the new war began badly", "the [-old-]{+new+} war [-ended-]{+began+} badly"},
		{"a comma parts changes", "one, two", "three, four", "[-one-]{+three+}, [-two-]{+four+}"},
		{"blanks at the ends stay", " a ", " b ", " [-a-]{+b+} "},
	} {
		changes, err := Inline(c.from, c.to)
		if err != nil {
			t.Fatal(err)
		}
		var got, older, newer string
		for _, s := range Together(changes) {
			switch s.Op {
			case Delete:
				got, older = got+"[-"+s.Was()+"-]", older+s.Was()
			case Insert:
				got, newer = got+"{+"+s.Text+"+}", newer+s.Text
			default:
				got, older, newer = got+s.Text, older+s.Was(), newer+s.Text
			}
		}
		if got != c.want || older != c.from || newer != c.to {
			t.Errorf("%s: %s, of %q and %q, want %s", c.name, got, older, newer, c.want)
		}
	}
}
