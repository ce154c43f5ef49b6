package prose_test

import (
	"testing"

	"plandiff/internal/prose"
)

// Long kept stretches are cut alike in both texts, also where only one of them
// has something to mark.
func TestFolded(t *testing.T) {
	long := "one two three four five six seven "
	for _, tt := range []struct{ why, from, to, old, new string }{
		{"nothing is cut of a text without changes", long, long, long, long},
		{"the start and the end", long + "old " + long + "end", long + "new " + long + "end", "… six seven [old] one two …", "… six seven [new] one two …"},
		{"the middle", "a " + long + "b", "c " + long + "d", "[a] one two … six seven [b]", "[c] one two … six seven [d]"},
		{"only something new", long + long, long + "new " + long, "… six seven one two …", "… six seven [new ]one two …"},
		{"a short stretch stays", "a one two three four five six b", "c one two three four five six d", "[a] one two three four five six [b]", "[c] one two three four five six [d]"},
	} {
		changes, err := prose.Inline(tt.from, tt.to)
		if err != nil {
			t.Fatal(err)
		}
		old, new := prose.Sides(prose.Folded(changes, 2))
		for _, side := range []struct {
			spans []prose.Span
			want  string
		}{{old, tt.old}, {new, tt.new}} {
			got := ""
			for _, s := range side.spans {
				if s.Op != prose.Keep {
					s.Text = "[" + s.Text + "]"
				}
				got += s.Text
			}
			if got != side.want {
				t.Errorf("%s: %q, want %q", tt.why, got, side.want)
			}
		}
	}
}
