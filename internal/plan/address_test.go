package plan_test

import (
	"regexp"
	"testing"

	"plandiff/internal/plan"
)

func TestWebAddress(t *testing.T) {
	for _, tt := range []struct {
		why, address string
		leads        bool
	}{
		{"a page", "https://example.org/a?b=c#d", true},
		{"a page without encryption", "http://example.org", true},
		{"the port of its own, said", "https://example.org:443/a", true},
		{"letters of another script", "https://example.org/мир", true},
		{"nothing", "", false},
		{"a script", "javascript:alert(1)", false},
		{"a script with a host", "javascript://example.org/%0aalert(1)", false},
		{"data", "data:text/html,x", false},
		{"a file", "file:///etc/passwd", false},
		{"a share", "//example.org/a", false},
		{"a program of the reader's", "ssh://example.org", false},
		{"an odd port", "https://example.org:8443/", false},
		{"the port of the other scheme", "https://example.org:80/", false},
		{"no host", "https:///a", false},
		{"half a number for a host", "http://]", false},
		{"a number for a host", "https://[::1]/", false},
		{"no host but a port", "https://:443/a", false},
		{"a name that passes for a host", "https://example.org@elsewhere.net/", false},
		{"a name with a password", "https://a:b@example.org/", false},
		{"a backslash, which some take for a slash", `https://elsewhere.net\@example.org`, false},
		{"a blank", "https://example.org/a b", false},
		{"the end of a link in a terminal", "https://example.org/\x1b\\", false},
		{"the same in one character", "https://example.org/\u009c", false},
		{"the end of an attribute", `https://example.org/"onclick=`, false},
	} {
		want := ""
		if tt.leads {
			want = tt.address
		}
		if got := plan.WebAddress(tt.address); got != want {
			t.Errorf("%s: %q leads to %q, want %q", tt.why, tt.address, got, want)
		}
	}
}

// What leads somewhere leads to a page of the web.
func FuzzWebAddress(f *testing.F) {
	for _, s := range []string{"https://example.org:443/a", "HTTP://EXAMPLE.ORG", "https://a@b", "https://[::1]:443/", "https://example.org/%00", "https:example.org"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := plan.WebAddress(s); got != "" && (got != s || !webPage.MatchString(s)) {
			t.Errorf("%q leads to %q", s, got)
		}
	})
}

// webPage is the form of an address that leads somewhere, written down another way.
var webPage = regexp.MustCompile(`^(?i:https://[^/?#@\\:\[\]]+(:(443)?)?|http://[^/?#@\\:\[\]]+(:(80)?)?)([/?#][^ "<>\\^\x60{|}\x00-\x1f\x7f]*)?$`)
