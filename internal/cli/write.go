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
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return usage("give the name of a file in it", "%s is a folder", prose.Clean(path))
	case isStream(path):
		return nil
	}
	return exists(path)
}

func exists(path string) error {
	return usage("give another name, or --force to write over it", "%s exists", prose.Clean(path))
}

// isStream reports whether a path is a pipe, or a device such as a terminal: what
// is written there goes on, and replaces nothing.
func isStream(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode()&(fs.ModeNamedPipe|fs.ModeCharDevice) != 0
}

// failed says that a file could not be written, without the name of the
// temporary one. What was refused, and nil, stay as they are.
func failed(path string, err error) error {
	if _, refused := errors.AsType[*usageError](err); refused || err == nil {
		return err
	}
	if of, ok := errors.AsType[*fs.PathError](err); ok {
		err = of.Err
	} else if link, ok := errors.AsType[*os.LinkError](err); ok {
		err = link.Err
	}
	return writing(fmt.Errorf("%s: %w", prose.Clean(path), err))
}

type outFile struct {
	path string
	data []byte
}

// writeFiles writes each file whole or not at all, then into pipes. Where a file
// cannot be written, those before it that are new are taken back.
func writeFiles(files []outFile, force bool) error {
	var streams []outFile
	err := undisturbed(func() error {
		var made []string
		for _, f := range files {
			if isStream(f.path) {
				streams = append(streams, f)
				continue
			}
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
	if err != nil {
		return err
	}
	for _, f := range streams { // which may wait for a reader, and be stopped
		if err := writeStream(f); err != nil && !errors.Is(err, syscall.EPIPE) { // a reader that stops early is no failure
			return failed(f.path, err)
		}
	}
	return nil
}

func writeStream(to outFile) error {
	f, err := os.OpenFile(to.path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(to.data)
	return errors.Join(err, f.Close())
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

// writeFile writes a file whole or not at all: into a new one in the same folder,
// which then takes the name. Without force a file that came to be under that name
// in the meantime is kept. With it, the file that is replaced leaves its mode and
// owner to the new one, and a link stays one.
func writeFile(path string, data []byte, force bool) (err error) {
	defer func() { err = failed(path, err) }()
	var old fs.FileInfo
	if force {
		if path, old, err = replaced(path); err != nil {
			return err
		}
	}
	temp := filepath.Join(filepath.Dir(path), ".plandiff-"+rand.Text())
	defer os.Remove(temp) // gone already where it was renamed
	if err := writeNew(temp, data, old); err != nil {
		return err
	}
	if force {
		return os.Rename(temp, path)
	}
	// A hard link, unlike a rename, fails where the name is taken.
	err = os.Link(temp, path)
	if errors.Is(err, fs.ErrExist) {
		return exists(path)
	}
	if err != nil { // a file system without hard links
		if err = refuseExisting(path); err == nil {
			err = os.Rename(temp, path)
		}
	}
	return err
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
		return path, nil, usage("give the name of a file", "%s is a link that leads nowhere", prose.Clean(path))
	}
	info, err := os.Stat(to)
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		err = usage("give the name of a file", "%s is no file", prose.Clean(path))
	case names(info) > 1:
		err = usage("give another name, or remove it first", "%s has further names (hard links), which would keep the old contents", prose.Clean(path))
	default:
		path = to
	}
	return path, info, err
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
	_, err = f.Write(data)
	if err == nil && old != nil {
		err = keepOwner(f, old)
	}
	if err == nil && old != nil {
		err = f.Chmod(old.Mode().Perm())
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// writeFolder makes a folder with files in it, named with slashes. A folder that
// is there must be empty, and keeps its place.
func writeFolder(dir string, files map[string][]byte) error {
	const hint = "give a new folder, or an empty one"
	if prose.Clean(dir) == "" {
		return usage(hint, "the name of the folder is empty")
	}
	entries, err := os.ReadDir(dir)
	isNew := errors.Is(err, fs.ErrNotExist)
	switch {
	case isNew:
	case err != nil:
		return usage(hint, "making a folder: %s", prose.Clean(err.Error()))
	case len(entries) > 0:
		return usage(hint, "%s is not empty", prose.Clean(dir))
	}
	return failed(dir, undisturbed(func() error { return fillFolder(dir, isNew, files) }))
}

// fillFolder writes files into a temporary folder, which takes the place of a new
// one; into an old one, what it holds is moved.
func fillFolder(dir string, isNew bool, files map[string][]byte) error {
	around := dir
	if isNew {
		around = filepath.Dir(filepath.Clean(dir))
	}
	temp := filepath.Join(around, ".plandiff-"+rand.Text())
	defer os.RemoveAll(temp) // gone already where it was renamed
	for name, data := range files {
		path := filepath.Join(temp, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := writeNew(path, data, nil); err != nil {
			return err
		}
	}
	if isNew {
		return os.Rename(temp, dir)
	}
	written, err := os.ReadDir(temp)
	for _, e := range written {
		if err == nil {
			err = os.Rename(filepath.Join(temp, e.Name()), filepath.Join(dir, e.Name()))
		}
	}
	return err
}
