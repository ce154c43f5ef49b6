package browse

import (
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

// Query is what is walked through, as the flags of a command say it.
type Query struct {
	Versions []string // the base first
	Sources  string   // as --only-sources takes them; "" for all
	Basis    string   // as --basis takes them; "" for all
	AsOf     string   // YYYY-MM-DD; "" for no limit
	Kinds    []string // as --kind takes them, unless All; nil: the usual ones
	All      bool     // every kind, also what is the same or not known
	Words    bool     // differing words are marked even where most differs
}

// Comparison is what a query gives.
type Comparison struct {
	Versions []string    // those that are compared
	Tree     *table.Tree // every row; those that the query does not show are unselected
	Matrix   *table.Tree // the topics by version; nil of documents
	Notice   string      // what to know before reading: a version of after the day; "" for nothing
	// Topic is the tree of one topic with the sources numbered as the command
	// for it numbers them; nil where Tree is what the command prints.
	Topic func(id string) *table.Tree
	// Records are what is compared, on the evidence of the query; nil of documents.
	Records Records
}

// Records show more than a comparison does.
type Records interface {
	History(field string) (*table.Tree, error)
	Origin(version, field string) (*table.Tree, error)
	Show(version string) (*table.Tree, error)
	Follow(version string, point int) (*table.Tree, error)
	// Ask answers a question as it stands, whatever was asked before.
	Ask(question string) (*Answer, error)
	// Complete continues the name that stands before a place in a question.
	Complete(line string, at int) (out string, place int, ok bool)
	// Export writes a topic, or all where it is "", into a file. The error is
	// fs.ErrExist where there is one already and it may not be written over.
	Export(topic, file string, over bool) error
}

// Answer is the answer to a question: the tree behind it, and what draws both.
type Answer struct {
	Tree *table.Tree
	Draw func(screen.Options) string
}

// Desk makes what is shown.
type Desk struct {
	Command  string         // what begins a command line: "plandiff", with the flags that every command gets
	Versions []*plan.Record // that can be chosen; nil of documents, for which many a key has nothing to do
	Sources  []*plan.Source // that can be admitted
	Usual    []string       // kinds that are shown where none are chosen
	Most     int            // versions that can be compared at once
	Compare  func(Query) (*Comparison, error)
}

// filtered reports whether a query leaves anything out that is usually shown.
func (q Query) filtered() bool {
	return q.Sources != "" || q.Basis != "" || q.AsOf != "" || q.Kinds != nil && !q.All
}

// flags are a query as a command line has it.
func (q Query) flags() []string {
	var out []string
	add := func(flag, value string) {
		if value != "" {
			out = append(out, flag, value)
		}
	}
	add("--only-sources", q.Sources)
	add("--basis", q.Basis)
	add("--as-of", q.AsOf)
	return out
}

// diffFlags are a query as diff has it.
func (q Query) diffFlags() []string {
	out := q.flags()
	switch {
	case q.All:
		out = append(out, "--all")
	case q.Kinds != nil:
		out = append(out, "--kind", strings.Join(q.Kinds, ","))
	}
	if q.Words {
		out = append(out, "--words")
	}
	return out
}

// commandLine joins words so that a shell takes them apart again.
func commandLine(command string, words ...string) string {
	var b strings.Builder
	b.WriteString(command)
	for _, w := range words {
		b.WriteByte(' ')
		b.WriteString(Quoted(w))
	}
	return b.String()
}

// Quoted is a word as a shell takes it.
func Quoted(w string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./,:=+@%", r) || r >= 0x80
	}
	if w != "" && strings.IndexFunc(w, func(r rune) bool { return !plain(r) }) < 0 {
		return w
	}
	return "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
}
