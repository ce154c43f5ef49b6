package record

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// Root is a folder that holds plans/ and seeds/.
type Root struct {
	FS   fs.FS
	Name string // put before file names in messages; "" for none
}

// Limits on what is read, far above any honest record.
const (
	maxFile   = 4 << 20  // bytes of one file
	maxTotal  = 64 << 20 // bytes of all files together
	maxString = 64 << 10 // bytes of one value
	maxHints  = 200      // problems that get a near name as a hint
)

// Load reads every root, at least one, into one library. Later roots add to earlier ones:
// an ID that stands twice is a problem, a topic that stands twice gains the
// fields of both. The error is Problems, or what the file system said.
func Load(roots ...Root) (*plan.Library, error) {
	l := newLoader()
	for _, root := range roots {
		l.readVocabulary(root)
	}
	if len(l.fields) == 0 && l.err == nil {
		if len(l.problems) == 0 {
			l.add(plan.Pos{File: path.Join(roots[0].Name, vocabularyFile)}, "records need topics and fields to speak of", "there is no vocabulary")
		}
		return nil, l.problems.sorted()
	}
	for _, root := range roots {
		l.eachFile(root, "seeds", l.readSources)
	}
	for _, root := range roots {
		l.eachFile(root, "plans", func(f file) {
			if f.name != vocabularyFile && f.name != disagreementsFile {
				l.readRecord(f)
			}
		})
		l.readDisagreements(root)
	}
	for _, check := range l.later {
		check()
	}
	if l.err != nil {
		return nil, l.err
	}
	l.checkCycles()
	if len(l.problems) > 0 {
		return nil, l.problems.sorted()
	}
	return l.library(), nil
}

const vocabularyFile = "plans/vocabulary.yaml"

// loader gathers what the files hold.
type loader struct {
	topics            []plan.Topic
	topicAt           map[string]int // by ID, in topics
	fields            map[string]*fieldEntry
	prefixes          map[string]bool
	sources           map[string]*plan.Source
	records           map[string]*plan.Record
	claims            map[string]plan.Pos // IDs of claims
	follows           map[string]plan.Pos // where a record says what it follows
	later             []func()            // checks that need every file
	disagreements     []plan.Disagreement
	aliases           [][]string
	compare, overview []string
	total             int64 // bytes read
	problems          Problems
	err               error
}

type fieldEntry struct {
	topic, index int // in topics
	pos          plan.Pos
	terms        map[string]string // as declared, by what they are compared by
}

func newLoader() *loader {
	return &loader{
		topicAt: map[string]int{}, fields: map[string]*fieldEntry{}, prefixes: map[string]bool{},
		sources: map[string]*plan.Source{}, records: map[string]*plan.Record{},
		claims: map[string]plan.Pos{}, follows: map[string]plan.Pos{},
	}
}

func (l *loader) field(id string) *plan.Field {
	e := l.fields[id]
	if e == nil {
		return nil
	}
	return &l.topics[e.topic].Fields[e.index]
}

// file is one file that has been read.
type file struct {
	name  string // within the root, with slashes
	label string // as named in messages
	data  []byte
}

func (l *loader) open(root Root, name string) (file, bool) {
	f := file{name: name, label: path.Join(root.Name, name)}
	info, err := fs.Stat(root.FS, name)
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "read", Path: f.label, Err: errors.New("not a regular file")}
	}
	if err == nil && info.Size() > maxFile {
		l.add(plan.Pos{File: f.label}, "split it", "the file has more than %d MiB", maxFile>>20)
		return f, false
	}
	if err == nil && l.total+info.Size() > maxTotal {
		l.add(plan.Pos{File: f.label}, "use fewer or smaller files", "the files have more than %d MiB together", maxTotal>>20)
		return f, false
	}
	if err == nil {
		l.total += info.Size()
		f.data, err = fs.ReadFile(root.FS, name)
	}
	if err != nil {
		l.err = errors.Join(l.err, err)
		return f, false
	}
	return f, true
}

// eachFile calls read for every YAML file below a folder, in name order. A
// folder that is not there holds nothing.
func (l *loader) eachFile(root Root, dir string, read func(file)) {
	var names []string
	err := fs.WalkDir(root.FS, dir, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == dir {
			return fs.SkipAll
		}
		if err == nil && !d.IsDir() && (strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")) {
			names = append(names, name)
		}
		return err
	})
	l.err = errors.Join(l.err, err)
	slices.Sort(names)
	for _, name := range names {
		if f, ok := l.open(root, name); ok {
			read(f)
		}
	}
}

// library puts what was read into its final order.
func (l *loader) library() *plan.Library {
	lib := &plan.Library{Topics: l.topics, Disagreements: l.disagreements, Aliases: l.aliases, Compare: l.compare, Overview: l.overview}
	for _, s := range l.sources {
		lib.Sources = append(lib.Sources, s)
	}
	slices.SortFunc(lib.Sources, func(a, b *plan.Source) int { return strings.Compare(a.ID, b.ID) })
	for _, r := range l.records {
		slices.SortStableFunc(r.Fields, func(a, b plan.FieldClaims) int {
			ea, eb := l.fields[a.Field], l.fields[b.Field]
			if ea.topic != eb.topic {
				return ea.topic - eb.topic
			}
			return ea.index - eb.index
		})
		lib.Records = append(lib.Records, r)
	}
	slices.SortFunc(lib.Records, func(a, b *plan.Record) int { return strings.Compare(a.ID, b.ID) })
	return lib
}
