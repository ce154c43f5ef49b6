//go:build unix

package intake

import (
	"os"
	"syscall"
)

// ours reports whether a folder is one of the user who runs the program, and
// not open to everybody. With the rights of another user, as by sudo, it is not.
func ours(dir string) bool {
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() || info.Mode().Perm()&0o002 != 0 {
		return false
	}
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) == os.Geteuid()
}
