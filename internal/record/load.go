package record

import (
	"io/fs"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// Root is a folder that holds plans/ and seeds/.
type Root struct {
	FS   fs.FS
	Name string // put before file names in messages; "" for none
	// Shipped roots come with the program: their records keep no wording.
	Shipped bool
	// Added files are read as if they lay there, in place of those of their
	// names: what a change would make of the folder, before it is made.
	Added map[string][]byte
}

// Limits on what is read, far above any honest record.
const (
	maxFile   = 4 << 20  // bytes of one file
	maxTotal  = 64 << 20 // bytes of all files together
	maxString = 64 << 10 // bytes of one value
	// maxMarks is how many marks between values a file may have. A record has
	// one in eight bytes or fewer; a list of single letters has more, and takes
	// a hundred times its size to read.
	maxMarks    = maxFile / 8
	maxProblems = 200 // that are told one by one
)

// Load reads every root, at least one, into one library, apart from the words. Later roots
// add to earlier ones: an ID that stands twice is a problem, a topic that stands twice gains
// the fields of both. The error is Problems, or what the file system said.
func Load(roots ...Root) (*plan.Library, error) { return read(roots).library() }

// Check is Load that refuses bad words too.
func Check(roots ...Root) (*plan.Library, error) {
	l := read(roots)
	if len(l.fields) > 0 {
		l.allWords(roots)
	}
	return l.library()
}

// read reads every file but the words.
func read(roots []Root) *loader {
	l := newLoader()
	for _, root := range roots {
		l.eachFile(root, "plans", func(name string) bool { return special(name, vocabularyName) }, l.readVocabulary)
	}
	if len(l.fields) == 0 && l.err == nil {
		if len(l.problems) == 0 {
			l.add(plan.Pos{File: label(roots[0], "plans/vocabulary.yaml")}, "add plans/vocabulary.yaml with topics and fields", "there is no vocabulary")
		}
		l.later = nil // what they look for has not been read
		return l
	}
	for _, root := range roots {
		l.eachFile(root, "seeds", func(string) bool { return true }, l.readSources)
	}
	for _, root := range roots {
		l.eachFile(root, "plans", isRecord, l.readRecord)
		l.eachFile(root, "plans", func(name string) bool { return special(name, disagreementsName) }, l.readDisagreements)
	}
	return l
}

func isRecord(name string) bool {
	return !special(name, vocabularyName) && !special(name, disagreementsName) && !isWords(name)
}

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
	asked             map[string]bool // IDs of disagreements
	aliases           [][]string      // of the vocabulary
	words             plan.Words
	compare, overview []string
	total             int64 // bytes read
	problems          Problems
	more              int // problems that are not told one by one
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
		asked: map[string]bool{},
	}
}

func (l *loader) field(id string) *plan.Field {
	e := l.fields[id]
	if e == nil {
		return nil
	}
	return &l.topics[e.topic].Fields[e.index]
}

// refused is why nothing of what was read is used; nil where all is well.
func (l *loader) refused() error {
	if l.err == nil && len(l.problems) > 0 {
		return l.told()
	}
	return l.err
}

// library puts what was read into its final order.
func (l *loader) library() (*plan.Library, error) {
	for _, check := range l.later {
		check()
	}
	l.checkCycles()
	if err := l.refused(); err != nil {
		return nil, err
	}
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
	for _, list := range []*[]string{&lib.Compare, &lib.Overview} {
		if *list == nil {
			for _, r := range lib.Drafts() {
				*list = append(*list, r.ID)
			}
		}
	}
	return lib, nil
}
