package cli

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

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
		return usage("give the name of a file in it", "-o: %s is a folder", prose.Clean(path))
	}
	return exists(path)
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
	return usage("give another name, or --force to write over it", "-o: %s exists", prose.Clean(path))
}

// writeFile writes a file whole or not at all: into a new file in the same
// folder, which then takes the name. Without force a file that came to be
// under that name in the meantime is kept.
func writeFile(path string, data []byte, force bool) error {
	mode := fs.FileMode(0o666) // less the umask, as for any new file
	if force {
		if to, err := filepath.EvalSymlinks(path); err == nil {
			path = to // a link stays one
		}
		if info, err := os.Stat(path); err == nil {
			if !info.Mode().IsRegular() {
				return usage("give the name of a file", "-o: %s is no file", prose.Clean(path))
			}
			mode = info.Mode().Perm()
		}
	}
	temp := filepath.Join(filepath.Dir(path), ".plandiff-"+rand.Text())
	if err := writeNew(temp, data, mode); err != nil {
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

func writeNew(path string, data []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		f.Close()
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
