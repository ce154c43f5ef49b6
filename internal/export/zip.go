package export

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash"
	"hash/crc32"
	"io"
	"slices"
	"strings"
)

// sortedZip writes a zip file whose entries stand in the order of their
// names, whatever the order they were made in. The list of contents comes
// first, where programs that sniff look for it.
type sortedZip struct {
	w       io.Writer
	entries []*entry
}

type entry struct {
	name string
	data bytes.Buffer // compressed
	fl   *flate.Writer
	size uint64
	crc  hash.Hash32
}

func newSortedZip(w io.Writer) *sortedZip { return &sortedZip{w: w} }

// Create begins the next entry; the one before is done.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	e := &entry{name: name, crc: crc32.NewIEEE()}
	var err error
	e.fl, err = flate.NewWriter(&e.data, flate.BestSpeed)
	z.entries = append(z.entries, e)
	return e, err
}

func (e *entry) Write(p []byte) (int, error) {
	e.size += uint64(len(p))
	e.crc.Write(p)
	return e.fl.Write(p)
}

// Close writes the file out.
func (z *sortedZip) Close() error {
	slices.SortStableFunc(z.entries, func(a, b *entry) int { return strings.Compare(zipOrder(a.name), zipOrder(b.name)) })
	out := zip.NewWriter(z.w)
	for _, e := range z.entries {
		if err := e.fl.Close(); err != nil {
			return err
		}
		head := &zip.FileHeader{Name: e.name, Method: zip.Deflate, CRC32: e.crc.Sum32(), UncompressedSize64: e.size, CompressedSize64: uint64(e.data.Len()), ModifiedDate: firstDay}
		w, err := out.CreateRaw(head)
		if err != nil {
			return err
		}
		if _, err := w.Write(e.data.Bytes()); err != nil {
			return err
		}
	}
	return out.Close()
}

func zipOrder(name string) string {
	if name == "[Content_Types].xml" {
		return ""
	}
	return name
}

// firstDay is 1 January 1980, the earliest day that a zip file can name.
const firstDay = 1<<5 | 1
