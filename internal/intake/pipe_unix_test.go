//go:build unix

package intake_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"plandiff/internal/intake"
)

// A pipe that nobody writes to is refused before it is opened, which would
// wait for ever.
func TestPipeIsNoDocument(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe.txt")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	_, err := intake.ReadFile(path, intake.Options{})
	if err == nil || err.Error() != path+": this is not a regular file (save the document to a file first)" {
		t.Errorf("error %v", err)
	}
}
