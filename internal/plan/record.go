package plan

import (
	"slices"
	"strconv"
)

// RecordKind tells a draft from what is no draft.
type RecordKind string

const (
	Draft    RecordKind = "draft"    // a version of the text
	Position RecordKind = "position" // what somebody wants or proposes
	Event    RecordKind = "event"    // a leak, meeting, statement, rejection
)

// Witness says how a version is known as a whole.
type Witness string

const (
	KnownText      Witness = "text"      // a source reproduces it
	KnownOral      Witness = "oral"      // it was set out aloud
	KnownReported  Witness = "reported"  // only reports tell of it
	KnownStatement Witness = "statement" // a position or an event, not a text
)

// Record is a version, a position or an event. Claims are in vocabulary
// order of their fields and, within a field, as written.
type Record struct {
	ID          string
	Kind        RecordKind
	Title       string
	Label       string   // short title for column heads
	Names       []string // what people call it; may be shared with other records
	Described   []string // how a question may describe it; no names, and never shown
	Date        Date     // empty: unknown
	DateNote    string
	By          []string // who put it forward; for an event, who took part
	Parties     []string // who is to be bound
	Follows     []string // the versions it was made from
	Accompanies string   // the version that it is a side document of
	Concerns    []string // for an event, the records it is about
	PointCount  int      // number of numbered points; 0: not numbered or unknown
	Status      string
	Note        string
	Known       Witness
	KnownNote   string
	Wording     string // card of the document that the wording of the points is from; "" if they have none
	Complete    []Completeness
	Points      []Point
	Fields      []FieldClaims
	// Attested names the sources of what the record says of itself, by key; a
	// key that is not in it is the records' own word.
	Attested []Attestation
}

// Attestation names the sources of one thing that a record says of itself.
type Attestation struct {
	Key     string   // one of AttestedKeys
	Sources []string // card IDs
}

// AttestedKeys are what a record may name sources for.
var AttestedKeys = []string{"title", "names", "date", "by", "parties", "follows", "point_count", "status"}

// AttestedBy is the sources of what the record says of itself under a key;
// nil where it is the records' own word.
func (r *Record) AttestedBy(key string) []string {
	for _, a := range r.Attested {
		if a.Key == key {
			return a.Sources
		}
	}
	return nil
}

// ReadWhole reports whether some source has a numbered point whole.
func (r *Record) ReadWhole(number int) bool {
	for _, c := range r.Complete {
		if _, ok := slices.BinarySearch(c.Points, number); ok {
			return true
		}
	}
	return false
}

// Completeness says that one source has the whole text of some points, so
// that a field which those points do not carry is absent there.
type Completeness struct {
	Source string
	Points []int // sorted
}

// Point is a provision with the place it has in its version.
type Point struct {
	Number      int    // 0: not known, or none that is whole
	Label       string // the number as printed where it is none: "3.1.1", "3bis"; "" with a Number
	Title       string
	Covers      []string // field IDs or prefixes that are at home here
	Parts       []string // letters of sub-points
	Placeholder bool     // the number is kept and the text struck
	Unread      bool     // nobody has read it
	From        []Link   // corresponding points of earlier versions
	At          string   // where it stands in the document: "page 3, line 4"; "" if unknown
	Wording     string   // all its words, in a record of a user's own; "" if they are not kept
}

// Name is the number or the label of a point; "" if it has neither.
func (p *Point) Name() string {
	if p.Number == 0 {
		return p.Label
	}
	return strconv.Itoa(p.Number)
}

// Link names corresponding points of another version.
type Link struct {
	Version string
	Points  []int
}

// FieldClaims are all claims of a record about one field.
type FieldClaims struct {
	Field  string
	Claims []Claim
}

// Claims returns the claims about a field; nil if there are none.
func (r *Record) Claims(field string) []Claim {
	for i := range r.Fields {
		if r.Fields[i].Field == field {
			return r.Fields[i].Claims
		}
	}
	return nil
}

// Point finds a numbered point; nil if there is none.
func (r *Record) Point(number int) *Point {
	if i := number - 1; i >= 0 && i < len(r.Points) && r.Points[i].Number == number {
		return &r.Points[i] // in order and without gaps, as most are
	}
	for i := range r.Points {
		if number > 0 && r.Points[i].Number == number {
			return &r.Points[i]
		}
	}
	return nil
}

// Homes lists the numbers of the points where the field is at home. A cover
// by field ID outranks a cover by prefix.
func (r *Record) Homes(field string) []int {
	for _, key := range [2]string{field, Prefix(field)} {
		var out []int
		for i := range r.Points {
			if p := &r.Points[i]; p.Number > 0 && slices.Contains(p.Covers, key) {
				out = append(out, p.Number)
			}
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// Place is the point and sub-point of a claim as people write it: "10c", "3.1.1".
func (c *Claim) Place() string {
	if c.Point == 0 {
		return c.Label
	}
	return strconv.Itoa(c.Point) + c.Part
}

// Pos is a place in a record file; the zero Pos is unknown.
type Pos struct {
	File   string
	Line   int // from 1
	Column int // from 1
}

func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// ClaimCount is how many claims the record holds.
func (r *Record) ClaimCount() int {
	n := 0
	for _, fc := range r.Fields {
		n += len(fc.Claims)
	}
	return n
}

// ClaimCount is how many claims all records hold.
func (l *Library) ClaimCount() int {
	n := 0
	for _, r := range l.Records {
		n += r.ClaimCount()
	}
	return n
}

// IDs are those of records, in their order; nil of none.
func IDs(records []*Record) (out []string) {
	for _, r := range records {
		out = append(out, r.ID)
	}
	return out
}
