package record

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// The files of plans/ that are no records, by their names without extension.
const (
	vocabularyName    = "vocabulary"
	disagreementsName = "disagreements"
	wordsName         = "words" // what people call things, for questions
)

// Unread lists what lies in plans/ and seeds/ and is not read as a record or a
// card, so that a misspelt name does not make a draft vanish: files with
// another extension, links that lead nowhere, out of the root or to folders, and what is no
// file. Names that begin with a dot are the business of editors and systems,
// and are passed over.
func Unread(roots ...Root) (Problems, error) {
	var out Problems
	for _, root := range roots {
		for _, dir := range []string{"plans", "seeds"} {
			_, unread, err := list(root.FS, dir)
			if err != nil {
				return nil, fileError{err}
			}
			for _, u := range unread {
				u.Pos.File = label(root, u.Pos.File)
				out = append(out, u)
			}
		}
	}
	return out, nil
}

// list finds the files of a folder that are read, in the order of their names,
// and those that are not. A folder that is not there holds nothing.
func list(fsys fs.FS, dir string) (names []string, unread Problems, err error) {
	err = fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == dir:
			return fs.SkipAll
		case err != nil:
			return err
		case strings.HasPrefix(path.Base(name), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		why, hint := unreadable(fsys, name, d)
		if name == dir {
			why, hint = "not read: a file", "a folder of this name is read"
		}
		if why == "" {
			names = append(names, name)
		} else {
			unread = append(unread, Problem{Pos: plan.Pos{File: name}, Msg: why, Hint: hint})
		}
		return nil
	})
	slices.Sort(names)
	return names, unread, err
}

// unreadable tells why a file is not read; "" if it is.
func unreadable(fsys fs.FS, name string, d fs.DirEntry) (why, hint string) {
	mode := d.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := fs.Stat(fsys, name)
		switch {
		case err != nil:
			return "not read: a link that leads nowhere, or out of the folder", "put the file there, or remove the link"
		case info.IsDir():
			return "not read: a link to a folder", "put the folder itself there"
		}
		mode = info.Mode().Type()
	}
	switch {
	case mode != 0:
		return "not read: not a regular file", "remove it"
	case stem(name) == "":
		return "not read: records end in .yaml or .yml", "rename it, or keep it elsewhere"
	}
	return "", ""
}

// stem is the name of a YAML file without its folder and extension; "" if it
// is none.
func stem(name string) string {
	base := path.Base(name)
	switch ext := path.Ext(base); strings.ToLower(ext) {
	case ".yaml", ".yml":
		return strings.TrimSuffix(base, ext)
	}
	return ""
}

// special reports whether a file is the one that plans/ holds under a name
// beside the records.
func special(name, as string) bool { return path.Dir(name) == "plans" && stem(name) == as }

// isWords reports whether a file holds what people call things in questions.
func isWords(name string) bool { return special(name, wordsName) }

// label is how messages name a file, whatever its name holds.
func label(root Root, name string) string { return prose.Clean(path.Join(root.Name, name)) }

// fileError is what the file system said, in words that may be printed.
type fileError struct{ error }

func (e fileError) Error() string { return prose.Clean(e.error.Error()) }

func (e fileError) Unwrap() error { return e.error }

// file is one file that has been read.
type file struct {
	shipped bool
	label   string // as named in messages
	data    []byte
}

// eachFile calls read for every file of a folder that choose takes, in name
// order.
func (l *loader) eachFile(root Root, dir string, choose func(name string) bool, read func(file)) {
	names, _, err := list(root.FS, dir)
	if err != nil {
		l.err = errors.Join(l.err, fileError{err})
	}
	for name := range root.Added {
		if strings.HasPrefix(name, dir+"/") && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if !choose(name) {
			continue
		}
		if f, ok := l.open(root, name); ok {
			read(f)
		}
	}
}

func (l *loader) open(root Root, name string) (file, bool) {
	f := file{label: label(root, name), shipped: root.Shipped}
	data, added := root.Added[name]
	size := int64(len(data))
	if !added {
		info, err := fs.Stat(root.FS, name)
		if err != nil {
			l.err = errors.Join(l.err, fileError{err})
			return f, false
		}
		size = info.Size()
	}
	if size > maxFile {
		l.add(plan.Pos{File: f.label}, "split it", "the file has more than %d MiB", maxFile>>20)
		return f, false
	}
	if l.total+size > maxTotal {
		l.add(plan.Pos{File: f.label}, "use fewer or smaller files", "the files have more than %d MiB together", maxTotal>>20)
		return f, false
	}
	l.total += size
	if !added {
		var err error
		if data, err = fs.ReadFile(root.FS, name); err != nil {
			l.err = errors.Join(l.err, fileError{err})
			return f, false
		}
	}
	f.data = data
	if n := marks(f.data); n > maxMarks {
		l.add(plan.Pos{File: f.label}, "split it", "the file has more than %d values", maxMarks)
		return f, false
	}
	return f, true
}

// marks counts what begins or parts values in YAML. Every value of a file has
// its mark or shares one with its key, so that few marks mean few values,
// before anything is kept of them.
func marks(data []byte) int {
	n := 0
	for i, c := range data {
		switch c {
		case ',', '[', '{', '\n':
			n++
		case ':', '-', '?':
			if i+1 == len(data) || data[i+1] == ' ' || data[i+1] == '\n' || data[i+1] == '\r' || data[i+1] == '\t' {
				n++
			}
		}
	}
	return n
}
