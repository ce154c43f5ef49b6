//go:build unix

package cli

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A file that is replaced leaves its mode to the new one, whatever new files
// get, and its owner and group; where those cannot be kept it stays.
func TestReplacedFileKeepsModeAndOwner(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	old := syscall.Umask(0o077)
	defer syscall.Umask(old)
	for _, mode := range []os.FileMode{0o666, 0o640, 0o444, 0o777} {
		if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		owner := os.Getuid()
		if owner == 0 {
			owner = 12345
			if err := os.Chown(path, owner, 54321); err != nil {
				t.Fatal(err)
			}
		}
		if err := writeFiles([]outFile{{path, []byte("new")}}, true); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		is := info.Sys().(*syscall.Stat_t)
		if data, _ := os.ReadFile(path); string(data) != "new" || info.Mode() != mode || int(is.Uid) != owner || os.Getuid() == 0 && is.Gid != 54321 {
			t.Errorf("%q with mode %v of %d and group %d; want mode %v of %d", data, info.Mode(), is.Uid, is.Gid, mode, owner)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}

// Links stay links; a file that another name has too, and a link that leads
// nowhere, are not written over.
func TestReplacedFileKeepsLinks(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for name, text := range map[string]string{"file": "one", "twin": "two"} {
		if err := os.WriteFile(at(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"near": "far", "far": "file", "lost": "nowhere", "round": "round"} {
		if err := os.Symlink(to, at(link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Link(at("twin"), at("other")); err != nil {
		t.Skip(err)
	}
	if err := writeFiles([]outFile{{at("near"), []byte("new")}}, true); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"near": "far", "far": "file"} {
		if is, err := os.Readlink(at(link)); is != to {
			t.Errorf("the link %s leads to %q: %v", link, is, err)
		}
	}
	if data, _ := os.ReadFile(at("file")); string(data) != "new" {
		t.Errorf("behind the links stands %q", data)
	}
	for name, says := range map[string]string{"twin": "further names", "lost": "leads nowhere", "round": "leads nowhere", ".": "is no file"} {
		if err := writeFiles([]outFile{{at(name), []byte("new")}}, true); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want %q", name, err, says)
		}
	}
	if data, _ := os.ReadFile(at("other")); string(data) != "two" {
		t.Errorf("the other name of a file has %q", data)
	}
	if _, err := os.Lstat(at("nowhere")); err == nil {
		t.Error("a file came to be behind a link that led nowhere")
	}
	if left, err := filepath.Glob(at(".plandiff-*")); len(left) > 0 {
		t.Errorf("%q are left: %v", left, err)
	}
}

// Of several files none is kept where one cannot be written.
func TestSeveralFilesAreTakenBack(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(at("taken"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeFiles([]outFile{{at("a"), []byte("new")}, {at("b"), []byte("new")}, {at("taken"), []byte("new")}}, false); err == nil {
		t.Error("a file was written over")
	}
	left, err := os.ReadDir(dir)
	if data, _ := os.ReadFile(at("taken")); len(left) != 1 || string(data) != "mine" {
		t.Errorf("%v are left, and %q: %v", left, data, err)
	}
}

// A pipe is written into, with no --force: nothing is replaced. A reader that
// stops early is no failure, and the pipe stays one.
func TestExportIntoAPipe(t *testing.T) {
	whole := output(t, append([]string{"export", "joint-8", "counter-8", "--format", "csv", "-o", "-"}, lake...)...)
	for _, most := range []int64{1 << 30, 10} {
		pipe := filepath.Join(t.TempDir(), "pipe")
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			t.Skip(err)
		}
		read := make(chan string, 1)
		go func() {
			f, err := os.Open(pipe)
			if err != nil {
				read <- err.Error()
				return
			}
			text, _ := io.ReadAll(io.LimitReader(f, most))
			f.Close()
			read <- string(text)
		}()
		if code, _, errs := run(append([]string{"export", "joint-8", "counter-8", "--format", "csv", "-o", pipe}, lake...)...); code != ExitOK {
			t.Fatalf("exit code %d: %s", code, errs)
		}
		if got, want := <-read, whole[:min(most, int64(len(whole)))]; got != want {
			t.Errorf("the reader got %d bytes, want %d", len(got), len(want))
		}
		if info, err := os.Lstat(pipe); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
			t.Errorf("the pipe is gone: %v", err)
		}
	}
}
