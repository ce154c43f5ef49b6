package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits on a package. A thousand-page Word document stays below them.
const (
	maxParts = 10_000
	maxPart  = 48 << 20  // bytes of one part, unpacked
	maxTotal = 128 << 20 // bytes of all parts that are read, unpacked
)

// ErrNoPart is a part that the package does not have.
var ErrNoPart = errors.New("the package has no such part")

// Package is an opened Office file. Parts are unpacked when they are asked for.
type Package struct {
	parts map[string]*zip.File
	read  int64 // bytes unpacked so far
}

// Names reports whether a zip archive has a file of this name, as far as its
// directory can be read.
func Names(data []byte, name string) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return bytes.Contains(data, []byte(name)) // damaged, but it was one
	}
	for _, f := range z.File {
		if f.Name == name {
			return true
		}
	}
	return false
}

// Open reads the directory of a package.
func Open(data []byte) (*Package, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("the archive is damaged: %w", err)
	}
	if len(z.File) > maxParts {
		return nil, fmt.Errorf("the archive has %d files, more than %d", len(z.File), maxParts)
	}
	p := &Package{parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		name := clean(f.Name)
		if _, twice := p.parts[name]; twice {
			return nil, fmt.Errorf("the archive has two files named %q", name)
		}
		p.parts[name] = f
	}
	return p, nil
}

// clean is a part name as packages use it: no slash before it, case folded
// (part names are equal without regard to case, ECMA-376-2, 9.1.1).
func clean(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Has reports whether the package has a part.
func (p *Package) Has(name string) bool { return p.parts[clean(name)] != nil }

// Part unpacks a part, up to the limits. What the archive says of its size is
// not believed.
func (p *Package) Part(name string) ([]byte, error) {
	f := p.parts[clean(name)]
	if f == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrNoPart)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s cannot be unpacked: %w", name, err)
	}
	defer r.Close()
	limit := min(int64(maxPart), maxTotal-p.read)
	if f.UncompressedSize64 > uint64(limit) {
		return nil, tooLarge(name)
	}
	var b bytes.Buffer
	b.Grow(int(min(f.UncompressedSize64, 1<<20)))
	n, err := io.Copy(&b, io.LimitReader(r, limit+1))
	p.read += n
	switch {
	case n > limit:
		return nil, tooLarge(name)
	case err != nil:
		return nil, fmt.Errorf("%s cannot be unpacked: %w", name, err)
	}
	return b.Bytes(), nil
}

func tooLarge(name string) error {
	return fmt.Errorf("%s unpacks to more than %d MiB: this may be a zip bomb", name, maxPart>>20)
}

// Relation is a link of a part to another one, or to an address outside.
type Relation struct {
	ID, Type, Target string // Target of a part: its full name
	External         bool
}

// Relations lists the links of a part; of the package itself for "". A part
// without any has none.
func (p *Package) Relations(part string) ([]Relation, error) {
	dir, file := path.Split(part)
	name := path.Join(dir, "_rels", file+".rels")
	data, err := p.Part(name)
	if errors.Is(err, ErrNoPart) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Relation
	tokens := Tokens(name, data)
	for {
		t, err := tokens.Next()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if t.Kind != Start || t.Name != "Relationship" {
			continue
		}
		r := Relation{ID: t.Attr("Id"), Type: t.Attr("Type"), Target: t.Attr("Target"), External: t.Attr("TargetMode") == "External"}
		if !r.External {
			if strings.HasPrefix(r.Target, "/") {
				r.Target = r.Target[1:]
			} else {
				r.Target = path.Join(dir, r.Target)
			}
		}
		out = append(out, r)
	}
}

// Related is the name of the first part that a part is linked to by a type,
// told by the end of the type's address ("/officeDocument"); "" if none is.
func (p *Package) Related(part, kind string) (string, error) {
	relations, err := p.Relations(part)
	for _, r := range relations {
		if strings.HasSuffix(r.Type, kind) && !r.External {
			return r.Target, err
		}
	}
	return "", err
}
