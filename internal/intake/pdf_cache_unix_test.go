//go:build unix

package intake

import (
	"os"
	"path/filepath"
	"testing"
)

// A folder that others can write into, or that is theirs, holds no cache, and
// what lies in it stays.
func TestCacheIsTheUsersOwn(t *testing.T) {
	for why, spoil := range map[string]func(dir string) error{
		"everybody may write":  func(dir string) error { return os.Chmod(dir, 0o777) },
		"it is another user's": func(dir string) error { return os.Chown(dir, 12345, 12345) },
		"it is a link":         func(dir string) error { os.RemoveAll(dir); return os.Symlink(t.TempDir(), dir) },
		"a file has the place": func(dir string) error { os.RemoveAll(dir); return os.WriteFile(dir, nil, 0o600) },
	} {
		for _, inner := range []bool{false, true} {
			below := filepath.Join(t.TempDir(), "plandiff")
			first := openCache(below)
			if first == nil {
				t.Fatal("no cache is kept in an own folder")
			}
			dir := below
			if inner {
				dir = first.dir
			}
			kept := filepath.Join(below, "kept")
			if err := os.WriteFile(kept, []byte("x"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := spoil(dir); err != nil {
				t.Logf("%s: %v", why, err)
				continue
			}
			if openCache(below) != nil {
				t.Errorf("%s (inner %v): a cache is used all the same", why, inner)
			}
			if _, err := os.Stat(kept); inner && err != nil {
				t.Errorf("%s: %v", why, err)
			}
		}
	}
}

// Without a home, or with one that is no place, nothing is kept.
func TestCacheWithoutAHome(t *testing.T) {
	for _, home := range []string{"", "relative", "./here"} {
		t.Setenv("HOME", home)
		t.Setenv("XDG_CACHE_HOME", "")
		if dir := CacheDir(); dir != "" {
			t.Errorf("with the home %q the cache is at %q", home, dir)
		}
	}
}
