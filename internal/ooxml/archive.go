package ooxml

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"maps"
	"slices"
	"time"
)

// Archive is the zip file of a package. Its parts stand in the order of their
// names and have no time of their own, so that equal parts are equal files.
type Archive struct {
	w     io.Writer
	parts map[string]*bytes.Buffer
}

// NewArchive is an archive that is written to w when it is closed.
func NewArchive(w io.Writer) *Archive { return &Archive{w, map[string]*bytes.Buffer{}} }

// Create begins a part. A part of the same name is replaced.
func (a *Archive) Create(name string) (io.Writer, error) {
	a.parts[name] = &bytes.Buffer{}
	return a.parts[name], nil
}

// AddFS adds every file of a tree as a part.
func (a *Archive) AddFS(tree fs.FS) error {
	return fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(tree, name)
		a.parts[name] = bytes.NewBuffer(data)
		return err
	})
}

// firstPart is the list of contents: programs that tell a file by its start
// look for it there.
const firstPart = "[Content_Types].xml"

// Close writes the archive.
func (a *Archive) Close() error {
	names := slices.Sorted(maps.Keys(a.parts))
	if i := slices.Index(names, firstPart); i > 0 {
		names = slices.Insert(slices.Delete(names, i, i+1), 0, firstPart)
	}
	z := zip.NewWriter(a.w)
	for _, name := range names {
		// The first day that a zip file can name.
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := w.Write(a.parts[name].Bytes()); err != nil {
			return err
		}
	}
	return z.Close()
}
