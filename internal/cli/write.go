package cli

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"plandiff/internal/prose"
)

// refuseExisting is the error for a path where something is.
func refuseExisting(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if info.IsDir() {
		return usage("give the name of a file in it", "%s is a folder", prose.Clean(path))
	}
	if isStream(path) {
		return nil
	}
	return exists(path)
}

// isStream reports whether a path is a pipe, or a device such as a terminal: what
// is written there goes on, and replaces nothing.
func isStream(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode()&(fs.ModeNamedPipe|fs.ModeCharDevice) != 0
}

// writeStream writes into a pipe or a device. A reader that stops early is no
// failure.
func writeStream(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return failed(path, err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil && !errors.Is(err, syscall.EPIPE) {
		return failed(path, err)
	}
	return nil
}

// failed says that a file could not be written, without the name of the
// temporary one.
func failed(path string, err error) error {
	var of *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &of):
		err = of.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return writing(fmt.Errorf("%s: %w", prose.Clean(path), err))
}

func exists(path string) error {
	return usage("give another name, or --force to write over it", "%s exists", prose.Clean(path))
}

// outFile is a file to write.
type outFile struct {
	path string
	data []byte
}

// writeFiles writes each file whole or not at all, then into pipes. Where a file
// cannot be written, those before it that are new are taken back.
func writeFiles(files []outFile, force bool) error {
	var streams, regular []outFile
	for _, f := range files {
		if isStream(f.path) {
			streams = append(streams, f)
		} else {
			regular = append(regular, f)
		}
	}
	if err := writeAll(regular, force); err != nil {
		return err
	}
	for _, f := range streams { // which may wait for a reader, and be stopped
		if err := writeStream(f.path, f.data); err != nil {
			return err
		}
	}
	return nil
}

func writeAll(files []outFile, force bool) error {
	return undisturbed(func() error {
		var made []string
		for _, f := range files {
			_, err := os.Lstat(f.path)
			isNew := errors.Is(err, fs.ErrNotExist)
			if err := writeFile(f.path, f.data, force); err != nil {
				for _, path := range made {
					os.Remove(path)
				}
				return err
			}
			if isNew {
				made = append(made, f.path)
			}
		}
		return nil
	})
}

// undisturbed carries out what must not stop halfway. A signal that comes in
// the meantime and ends the program ends it afterwards.
func undisturbed(do func() error) error {
	ending := make(chan os.Signal, 1)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signal.Notify(ending, s)
		}
	}
	err := do()
	signal.Stop(ending)
	select {
	case s := <-ending:
		if p, e := os.FindProcess(os.Getpid()); e == nil && p.Signal(s) == nil {
			time.Sleep(time.Second) // the program ends in it, unless somebody else waits for the signal
		}
	default:
	}
	return err
}

// writeFile writes a file whole or not at all: into a new file in the same
// folder, which then takes the name. Without force a file that came to be
// under that name in the meantime is kept. With it, the file that is replaced
// leaves its mode and owner to the new one, and a link stays one.
func writeFile(path string, data []byte, force bool) error {
	var old fs.FileInfo
	if force {
		var err error
		if path, old, err = replaced(path); err != nil {
			return err
		}
	}
	temp := filepath.Join(filepath.Dir(path), ".plandiff-"+rand.Text())
	if err := writeNew(temp, data, old); err != nil {
		os.Remove(temp)
		return failed(path, err)
	}
	defer os.Remove(temp) // gone already where it was renamed
	if force {
		if err := os.Rename(temp, path); err != nil {
			return failed(path, err)
		}
		return nil
	}
	// A hard link, unlike a rename, fails where the name is taken.
	err := os.Link(temp, path)
	if errors.Is(err, fs.ErrExist) {
		return exists(path)
	}
	if err != nil { // a file system without hard links
		if err := refuseExisting(path); err != nil {
			return err
		}
		if err := os.Rename(temp, path); err != nil {
			return failed(path, err)
		}
	}
	return nil
}

// replaced is the file that is to be replaced, behind the links that lead to
// it, and what it is; nothing where the name is free. A file of two names would
// keep its old contents under the other one, so it is refused.
func replaced(path string) (string, fs.FileInfo, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return path, nil, nil
	}
	to, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", nil, usage("give the name of a file", "%s is a link that leads nowhere", prose.Clean(path))
	}
	info, err := os.Stat(to)
	switch {
	case err != nil:
		return "", nil, failed(path, err)
	case !info.Mode().IsRegular():
		return "", nil, usage("give the name of a file", "%s is no file", prose.Clean(path))
	case names(info) > 1:
		return "", nil, usage("give another name, or remove it first", "%s has further names (hard links), which would keep the old contents", prose.Clean(path))
	}
	return to, info, nil
}

// writeNew writes a file that is not there yet, with the mode and the owner of
// an old one.
func writeNew(path string, data []byte, old fs.FileInfo) error {
	mode := fs.FileMode(0o666) // less the umask, as for any new file
	if old != nil {
		mode = 0o600
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	if err := fill(f, data, old); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func fill(f *os.File, data []byte, old fs.FileInfo) error {
	if _, err := f.Write(data); err != nil {
		return err
	}
	if old != nil {
		if err := keepOwner(f, old); err != nil {
			return err
		}
		if err := f.Chmod(old.Mode().Perm()); err != nil {
			return err
		}
	}
	return f.Sync()
}
