package plan

import (
	"iter"
	"slices"
	"strings"
)

// Library is everything known: shipped records, a workspace, or both. It is
// read-only once loaded. Records and Sources are sorted by ID; Topics keep
// the order of the vocabulary.
type Library struct {
	Topics  []Topic
	Records []*Record
	Sources []*Source
	// Disagreements are in the order of their files.
	Disagreements []Disagreement
	// Aliases are names and phrases that mean the same in questions, each group
	// with the form that the records use first.
	Aliases [][]string
	// Compare and Overview are the versions that a comparison and an overview
	// show where none are named: those that the vocabulary lists, or every draft
	// by date.
	Compare, Overview []string
}

// Disagreement is a question on which accounts differ though their claims
// stand in different fields or records, so that no single field is disputed.
type Disagreement struct {
	ID       string
	Question string     // in our words
	Synonyms []string   // words people use for what it is about
	Sides    [][]string // IDs of the claims on each side, at least two sides
	Note     string     // what can be said of it, and what not
}

// About tells what the fields of a topic describe.
type About string

const (
	// AboutText: provisions of the negotiated text. Only these can be absent.
	AboutText About = "text"
	// AboutDocument: the draft as a document (number of points, origin, status).
	AboutDocument About = "document"
	// AboutTalks: how a draft was made, who met whom.
	AboutTalks About = "talks"
	// AboutStance: who backs or rejects it.
	AboutStance About = "stance"
)

// Topic groups fields for display, in vocabulary order.
type Topic struct {
	ID       string
	Title    string
	About    About
	Synonyms []string // words people use for the topic
	Fields   []Field
}

// FieldKind is the type of a field's value.
type FieldKind string

const (
	Quantity FieldKind = "quantity" // number with the field's unit
	Money    FieldKind = "money"    // number with a unit such as "billion USD"
	Percent  FieldKind = "percent"  // number, 0 to 100 by custom, not by rule
	Duration FieldKind = "duration" // number with a unit of time
	DateKind FieldKind = "date"     // a Date
	Count    FieldKind = "count"    // whole number of the field's unit
	Choice   FieldKind = "choice"   // one of Field.Choices
	List     FieldKind = "list"     // names, order without meaning
	Text     FieldKind = "text"     // words of ours
)

// FieldKinds lists every kind, in the order of the documentation.
var FieldKinds = []FieldKind{Quantity, Money, Percent, Duration, DateKind, Count, Choice, List, Text}

// Numeric reports whether values of the kind are numbers.
func (k FieldKind) Numeric() bool {
	switch k {
	case Quantity, Money, Percent, Duration, Count:
		return true
	}
	return false
}

// Field is one thing that every version may say, with one meaning in all.
type Field struct {
	ID       string // "army-size.limit"
	Title    string
	Kind     FieldKind
	Unit     string   // of a number; "" for percent and for words
	Choices  []string // of a Choice, as shown
	Terms    []string // what claims may add to the value; nil: nothing
	Many     bool     // claims add to one another and never contradict: names, descriptions
	Own      bool     // a fact of each document by itself, such as who wrote it: no difference between two
	Synonyms []string
	Note     string // the meaning, where the title is not enough
}

// Compared reports whether what two versions have of the field can differ.
func (f Field) Compared() bool { return !f.Many && !f.Own }

// Prefix is the part of the ID before the dot: "army-size".
func (f Field) Prefix() string { return Prefix(f.ID) }

// Prefix is the part of a field ID before the dot, or all of it.
func Prefix(field string) string {
	p, _, _ := strings.Cut(field, ".")
	return p
}

// Record finds a record by ID; nil if there is none.
func (l *Library) Record(id string) *Record {
	i, ok := slices.BinarySearchFunc(l.Records, id, func(r *Record, id string) int { return strings.Compare(r.ID, id) })
	if !ok {
		return nil
	}
	return l.Records[i]
}

// Source finds a source card by ID; nil if there is none.
func (l *Library) Source(id string) *Source {
	i, ok := slices.BinarySearchFunc(l.Sources, id, func(s *Source, id string) int { return strings.Compare(s.ID, id) })
	if !ok {
		return nil
	}
	return l.Sources[i]
}

// Fields are all fields, each with its topic, in the order of the vocabulary.
func (l *Library) Fields() iter.Seq2[*Topic, *Field] {
	return func(yield func(*Topic, *Field) bool) {
		for t := range l.Topics {
			for f := range l.Topics[t].Fields {
				if !yield(&l.Topics[t], &l.Topics[t].Fields[f]) {
					return
				}
			}
		}
	}
}

// Field finds a field and its topic by field ID; nils if there is none.
func (l *Library) Field(id string) (*Topic, *Field) {
	for t := range l.Topics {
		for f := range l.Topics[t].Fields {
			if l.Topics[t].Fields[f].ID == id {
				return &l.Topics[t], &l.Topics[t].Fields[f]
			}
		}
	}
	return nil, nil
}

// TopicOf is the topic that many fields are of; nil if they are few, or of several.
func (l *Library) TopicOf(fields []*Field) *Topic {
	const few = 4
	if len(fields) <= few {
		return nil
	}
	topic, _ := l.Field(fields[0].ID)
	for _, f := range fields {
		if t, _ := l.Field(f.ID); t != topic {
			return nil
		}
	}
	return topic
}

// Topic finds a topic by ID; nil if there is none.
func (l *Library) Topic(id string) *Topic {
	for t := range l.Topics {
		if l.Topics[t].ID == id {
			return &l.Topics[t]
		}
	}
	return nil
}

// Latest is the record that bears the last day; nil where none bears one.
func (l *Library) Latest() *Record {
	var last *Record
	for _, r := range l.Records {
		if r.Date != "" && (last == nil || r.Date.Last() > last.Date.Last()) {
			last = r
		}
	}
	return last
}

// Base is the draft that one follows, else one of those that comparisons show; nil if
// there is none.
func (l *Library) Base(v *Record) *Record {
	for _, id := range append(slices.Clone(v.Follows), l.Compare...) {
		if base := l.Record(id); base != nil && base != v {
			return base
		}
	}
	return nil
}

// Descends reports whether a version was made from another, directly or by way
// of those between. A record that follows itself ends the search.
func (l *Library) Descends(v, from *Record) bool {
	seen := map[string]bool{}
	var made func(v *Record) bool
	made = func(v *Record) bool {
		if v == nil || seen[v.ID] {
			return false
		}
		seen[v.ID] = true
		return slices.ContainsFunc(v.Follows, func(id string) bool { return id == from.ID || made(l.Record(id)) })
	}
	return made(v)
}

// Drafts lists the records of kind Draft by date, then ID.
func (l *Library) Drafts() []*Record { return l.OfKind(Draft) }

// OfKind lists the records of one kind by date, undated ones last, then ID.
func (l *Library) OfKind(kind RecordKind) []*Record {
	var out []*Record
	for _, r := range l.Records {
		if r.Kind == kind {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b *Record) int { return a.Date.Compare(b.Date) })
	return out
}
