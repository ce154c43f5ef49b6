package cli

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"plandiff/internal/prose"
)

// writeFolder makes a folder with files in it, named with slashes. They are
// written into a temporary folder first, which then takes the name. A folder
// that is there must be empty, and keeps its place: only what it gets is moved
// into it.
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
	around := dir
	if isNew {
		around = filepath.Dir(filepath.Clean(dir))
		if err := os.MkdirAll(around, 0o777); err != nil {
			return failed(dir, err)
		}
	}
	return undisturbed(func() error { return fillFolder(dir, around, isNew, files) })
}

// fillFolder writes files into a temporary folder, and puts it or what it holds
// in its place.
func fillFolder(dir, around string, isNew bool, files map[string][]byte) error {
	temp := filepath.Join(around, ".plandiff-"+rand.Text())
	defer os.RemoveAll(temp) // gone already where it was renamed
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.FromSlash(name)
		if err := os.MkdirAll(filepath.Join(temp, filepath.Dir(path)), 0o777); err != nil {
			return failed(dir, err)
		}
		if err := writeNew(filepath.Join(temp, path), files[name], nil); err != nil {
			return failed(dir, err)
		}
	}
	if isNew {
		if err := os.Rename(temp, dir); err != nil {
			return failed(dir, err)
		}
		return nil
	}
	written, err := os.ReadDir(temp)
	if err != nil {
		return failed(dir, err)
	}
	for _, e := range written {
		if err := os.Rename(filepath.Join(temp, e.Name()), filepath.Join(dir, e.Name())); err != nil {
			return failed(dir, err)
		}
	}
	return nil
}
