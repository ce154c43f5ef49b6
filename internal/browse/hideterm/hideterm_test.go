package hideterm

import (
	"os"
	"testing"
)

// The terminal is dumb until it is given its name back; one without a name has
// none.
func TestHideAndRestore(t *testing.T) {
	for _, name := range []string{"xterm-256color", "dumb", ""} {
		t.Setenv("TERM", name)
		Before = hide()
		if now := os.Getenv("TERM"); name != "" && now != "dumb" || name == "" && now != "" {
			t.Errorf("%q is called %q for now", name, now)
		}
		if back := Restore(); back != name || os.Getenv("TERM") != name {
			t.Errorf("%q gets the name %q back, and %q stands there", name, back, os.Getenv("TERM"))
		}
	}
}
