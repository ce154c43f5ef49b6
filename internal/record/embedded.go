package record

import (
	"encoding/hex"
	"hash/crc32"
	"io"
	"io/fs"

	"plandiff/plans"
	"plandiff/seeds"
)

// Embedded is the root of the records that come with the program.
func Embedded() Root { return Root{FS: embedded{}, Shipped: true} }

// embedded joins the two embedded folders under one root.
type embedded struct{}

func (embedded) Open(name string) (fs.File, error) {
	for _, dir := range [2]struct {
		name string
		fs   fs.FS
	}{{"plans", plans.FS}, {"seeds", seeds.FS}} {
		if name == dir.name {
			return dir.fs.Open(".")
		}
		if rest, ok := cutDir(name, dir.name); ok {
			return dir.fs.Open(rest)
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func cutDir(name, dir string) (string, bool) {
	if len(name) > len(dir)+1 && name[:len(dir)+1] == dir+"/" {
		return name[len(dir)+1:], true
	}
	return "", false
}

// Fingerprint is a checksum over the names and contents of the files of a root
// that Load reads, in hex. It tells a snapshot that was not renewed, not a forged
// one, and every command pays for it: SHA-256 costs it half a millisecond.
func Fingerprint(root fs.FS) (string, error) { return fingerprint(root, "plans", "seeds") }

// WordsFingerprint is that of plans/words.yaml.
func WordsFingerprint(root fs.FS) (string, error) {
	return fingerprint(root, "plans/"+wordsName+".yaml")
}

// fingerprint is over files and what lies in folders, apart from the words.
func fingerprint(root fs.FS, from ...string) (string, error) {
	h := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	buf := make([]byte, 8<<10)
	for _, start := range from {
		err := fs.WalkDir(root, start, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || isWords(name) && name != start {
				return err
			}
			f, err := root.Open(name)
			if err != nil {
				return err
			}
			defer f.Close()
			io.WriteString(h, name+"\x00")
			_, err = io.CopyBuffer(h, f, buf)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
