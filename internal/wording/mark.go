package wording

import (
	"cmp"
	"fmt"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// Tone is what a colour stands for. Each renderer has its own colours for
// them; a tone never says more than the mark and the words beside it.
type Tone string

// The tones, one for each kind of news.
const (
	Plain    Tone = ""
	Changed  Tone = "changed"
	Added    Tone = "added"
	Removed  Tone = "removed"
	Open     Tone = "open"
	Moved    Tone = "moved"
	Disputed Tone = "disputed"
	Reworded Tone = "reworded"
	Same     Tone = "same"
	Unknown  Tone = "unknown"
)

// Tones lists every tone that has a colour.
var Tones = []Tone{Changed, Added, Removed, Open, Moved, Disputed, Reworded, Same, Unknown}

// Mark is a symbol with what it means. Each meaning has a symbol of its own,
// in ASCII as well.
type Mark struct {
	Symbol string // one character
	ASCII  string // one character of ASCII
	Word   string // "changed"
	Tone   Tone
}

// IsZero reports whether there is no mark.
func (m Mark) IsZero() bool { return m == Mark{} }

// Sign is the symbol, in ASCII if asked for.
func (m Mark) Sign(ascii bool) string {
	if ascii {
		return m.ASCII
	}
	return m.Symbol
}

// meant is a mark with what it means in a sentence.
type meant struct {
	Mark
	meaning string
}

var kinds = map[compare.Kind]meant{
	compare.Changed:  {Mark{"≠", "*", "changed", Changed}, "the values differ, or the same value has other terms"},
	compare.Added:    {Mark{"+", "+", "added", Added}, "known to be absent from the first version, present here"},
	compare.Removed:  {Mark{"−", "-", "removed", Removed}, "in the first version, deleted or known to be absent here"},
	compare.Open:     {Mark{"◇", "o", "open", Open}, "in brackets: not agreed, or left to leaders"},
	compare.Severed:  {Mark{"→", ">", "moved elsewhere", Moved}, "moved to another document"},
	compare.Disputed: {Mark{"?", "?", "disputed", Disputed}, "sources contradict each other about this version"},
	compare.Reworded: {Mark{"≈", "~", "reworded", Reworded}, "the same content in other words"},
	compare.Same:     {Mark{"=", "=", "same", Same}, "the same, as far as both are known"},
	compare.Unknown:  {Mark{"·", ".", "not known", Unknown}, "one side is not reported, or the two cannot be compared; never counted as a change"},
}

// Kind is the mark of a kind of difference; zero for none.
func Kind(k compare.Kind) Mark { return kinds[k].Mark }

// Meaning is what the mark of a kind means; "" for none.
func Meaning(k compare.Kind) string { return kinds[k].meaning }

// KindNamed is the kind with an identifier, or a word that readers see; "" for none.
func KindNamed(word string) compare.Kind {
	for _, k := range compare.Kinds {
		if strings.EqualFold(word, string(k)) || strings.EqualFold(word, kinds[k].Word) {
			return k
		}
	}
	if strings.EqualFold(word, StateWord(plan.Severed)) {
		return compare.Severed
	}
	return ""
}

// present is the mark of what is known and not compared.
var present = Mark{"●", "#", "known", Plain}

// absent is the mark of what is known not to be there.
var absent = Mark{"○", "x", "absent", Same}

// Uncompared are the marks of what is compared with nothing.
var Uncompared = []Mark{present.as("known, cannot be compared"), absent}

func (m Mark) as(word string) Mark {
	m.Word = word
	return m
}

// Words for states.
const (
	NotReported = "not reported"
	NotAgreed   = "not agreed"
	NoContent   = "mentioned, no details"
)

// states have the symbols of kinds where there is one that says the same.
var states = map[plan.State]meant{
	plan.Present:   {present.as("present"), "“Present”: the version has the clause."},
	plan.Bracketed: {Kind(compare.Open).as("in brackets"), "“In brackets”: it stands in the text and is not agreed."},
	plan.Deleted:   {Kind(compare.Removed).as("deleted"), "“Deleted”: a source says that the clause was taken out."},
	plan.Omitted:   {absent, "“Absent”: the text has been read there, and does not have the clause."},
	plan.Severed:   {Kind(compare.Severed).as("moved"), "“Moved”: it went to another document or track."},
	plan.Disputed:  {Kind(compare.Disputed), "“Disputed”: credible sources contradict each other about the version."},
	plan.Lacuna:    {Kind(compare.Unknown).as(NotReported), "“Not reported”: the version is not known well enough to tell; it may have the clause or not."},
}

// State is the mark of a state by itself, where nothing is compared.
func State(s plan.State) Mark { return states[s].Mark }

// StateWord is a state as readers see it.
func StateWord(s plan.State) string { return states[s].Word }

var uptakes = map[compare.Uptake]Mark{
	compare.Kept:      {"=", "=", "kept", Same},
	compare.Adopted:   {"+", "+", "adopted", Added},
	compare.Coincides: {"≈", "~", "coincides", Reworded},
	compare.Between:   {"≠", "*", "between", Changed},
	compare.New:       {"≠", "*", "new", Changed},
	compare.Differs:   {"≠", "*", "different from both", Changed},
	compare.Dropped:   {"−", "-", "dropped by both", Removed},
	compare.LeftOpen:  {"◇", "o", "open", Open},
	compare.NotKnown:  {"·", ".", "not known", Unknown},
}

// Uptake is the mark of whose wording an outcome has.
func Uptake(u compare.Uptake) Mark { return uptakes[u] }

var bases = map[plan.Basis]string{
	plan.BasisText: "text", plan.BasisQuoted: "quoted", plan.BasisSaid: "said", plan.BasisReported: "reported",
	plan.BasisUnnamed: "unnamed officials", plan.BasisTranscript: "leaked transcript", plan.BasisOpinion: "opinion",
}

// Basis is a basis as readers see it.
func Basis(b plan.Basis) string { return bases[b] }

var sourceKinds = map[plan.SourceKind]string{
	plan.SourceText: "gives the text", plan.SourceReport: "report", plan.SourceStatement: "statement",
}

// SourceKind is what a source is, as readers see it.
func SourceKind(k plan.SourceKind) string { return sourceKinds[k] }

// SourceKindShort is SourceKind for narrow columns.
func SourceKindShort(k plan.SourceKind) string {
	if k == plan.SourceText {
		return "text"
	}
	return sourceKinds[k]
}

// UptakeShort is a mark's word in narrow columns.
func UptakeShort(u compare.Uptake) string {
	short := map[compare.Uptake]string{compare.Differs: "differs", compare.Dropped: "dropped"}
	return cmp.Or(short[u], uptakes[u].Word)
}

// matrix has the marks of a matrix; a meaning that ends in a blank goes on with
// the base.
var matrix = map[compare.Mark]meant{
	compare.MarkChanged:  {Kind(compare.Changed), "changed from "},
	compare.MarkAdded:    {Kind(compare.Added), "added, absent from "},
	compare.MarkRemoved:  {Kind(compare.Removed), "removed, in "},
	compare.MarkDisputed: {Kind(compare.Disputed), "disputed"},
	compare.MarkOpen:     {Kind(compare.Open), "in brackets"},
	compare.MarkMoved:    {Kind(compare.Severed), "moved elsewhere"},
	compare.MarkSame:     {Kind(compare.Same), "same as "},
	compare.MarkAbsent:   {absent, absent.Word},
	compare.MarkUnknown:  {Kind(compare.Unknown), NotReported},
	compare.MarkKnown:    {present, "known, cannot be compared with "},
}

// Matrix is the mark of a cell of the matrix: as in a comparison, and by its
// state where the version is the base or nothing can be compared.
func Matrix(m compare.Mark) Mark { return matrix[m].Mark }

// MatrixCounts says what the marks of a matrix are of.
func MatrixCounts(fields int, base string) string {
	return Counted(fields) + ", each version by itself: what is disputed, in brackets or moved counts also where " + base + " is not known."
}

// MatrixShare explains a share of known fields by one that stands in the matrix.
func MatrixShare(known, of int) string {
	return fmt.Sprintf("A topic shows the mark of its most telling field; %d/%d means that %d of its %d fields %s known.", known, of, known, of, Are(known))
}

// MatrixMeaning is what a mark of the matrix means.
func MatrixMeaning(m compare.Mark, base string) string {
	meaning := matrix[m].meaning
	if strings.HasSuffix(meaning, " ") {
		meaning += base
	}
	return meaning
}
