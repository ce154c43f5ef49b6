package prose_test

import (
	"strings"
	"testing"

	"plandiff/internal/prose"
)

func TestShorten(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"seven", "seven"},
		{"exactly 10", "exactly 10"},
		{"more than ten", "more than …"},
		{strings.Repeat("é", 100), strings.Repeat("é", 10) + "…"},
		{"a\x1b[31mb\xff", "ab"},
	} {
		if got := prose.Shorten(tt.in, 10); got != tt.want {
			t.Errorf("Shorten(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
