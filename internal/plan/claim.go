package plan

// State is what is known of a field in a version.
type State string

const (
	Present   State = "present"   // the version has it
	Bracketed State = "bracketed" // in the text but not agreed
	Deleted   State = "deleted"   // a source says that it was taken out
	Omitted   State = "omitted"   // known not to be there
	Severed   State = "severed"   // moved to another document or track
	Disputed  State = "disputed"  // credible sources contradict each other
	Lacuna    State = "lacuna"    // not known well enough to tell
)

// States lists every state in the order of the documentation.
var States = []State{Present, Bracketed, Deleted, Omitted, Severed, Disputed, Lacuna}

// Basis is how a source comes to say what it says.
type Basis string

const (
	BasisText       Basis = "text"       // it reproduces the version's text
	BasisQuoted     Basis = "quoted"     // it quotes a fragment
	BasisSaid       Basis = "said"       // a named person says it
	BasisReported   Basis = "reported"   // the outlet says it
	BasisUnnamed    Basis = "unnamed"    // unnamed officials say it
	BasisTranscript Basis = "transcript" // a leaked conversation
	BasisOpinion    Basis = "opinion"    // a judgement
)

// Bases lists every basis, strongest first.
var Bases = []Basis{BasisText, BasisQuoted, BasisSaid, BasisReported, BasisUnnamed, BasisTranscript, BasisOpinion}

// Rank orders claims of one field: preferred ones decide, normal ones decide
// where there is no preferred one, deprecated ones never do.
type Rank string

const (
	Preferred  Rank = "preferred"
	Normal     Rank = "normal"
	Deprecated Rank = "deprecated"
)

// Claim is what one source says about one field of one record.
type Claim struct {
	ID         string // optional
	State      State  // Present, Bracketed, Deleted or Severed
	Value      Value  // zero: the source gives no content
	Qualifiers []string
	To         string // Severed: where it went
	Proponent  string // Bracketed: whose alternative it is

	// Denies turns the claim round: the source says that it is not so. With
	// a zero Value it says that the version has no such clause.
	Denies bool
	// Outline marks a claim that tells of the clause, but too little of its
	// content to carry a difference.
	Outline bool
	// ChangedFrom and KeptFrom name a version that the source says the
	// clause differs from, or is kept from. Both imply Outline.
	ChangedFrom, KeptFrom string
	// AdoptedFrom names a version that the source says the clause was taken
	// over from.
	AdoptedFrom string

	Source string   // ID of the card
	Via    []string // cards of the reports that the source relays here; empty: the card's own Original
	At     string   // where in the source: "paragraph 29", "point 6"
	Point  int      // where in the version; 0: not known
	Label  string   // that of a point without a whole number; "" with a Point
	Part   string   // sub-point letter
	Basis  Basis
	Phrase string // at most 8 words, as they stand in the source
	// Wording: the phrase holds the words that carry the value, so that it can
	// be compared with another version's.
	Wording bool
	// TermsUnread: the text was read for the value alone, so that a term which
	// the claim lacks may stand there all the same.
	TermsUnread bool
	By          string // who is speaking
	Date        Date   // of the statement or of what it states, if not the source's
	Rank        Rank
	Hedged      bool // the source itself is not sure: may, might, reportedly
	Note        string

	Pos Pos // where it is written; zero in the shipped snapshot
}

// StandsAt reports whether a claim stands at a point of its record.
func (c *Claim) StandsAt(p *Point) bool { return c.Point == p.Number && c.Label == p.Label }

// PointName is the number or the label of the point that a claim stands at; ""
// if it is not known.
func (c *Claim) PointName() string { return (&Point{Number: c.Point, Label: c.Label}).Name() }

// Claimed is the state that the claim by itself speaks for.
func (c *Claim) Claimed() State {
	if c.Denies && c.Value.IsZero() {
		return Omitted
	}
	return c.State
}

// Agrees reports whether two claims say the same of the text: the same state
// and, where that state has content, equal values. Who says it, and how, does
// not matter. A denied value agrees with nothing but the same denial.
func (c *Claim) Agrees(d *Claim) bool {
	if c.Claimed() != d.Claimed() {
		return false
	}
	if c.Claimed() == Deleted || c.Claimed() == Omitted || c.Claimed() == Severed {
		return true
	}
	return c.Denies == d.Denies && c.Value.Equal(d.Value)
}

// SourceKind is the sort of document a card describes.
type SourceKind string

const (
	SourceText      SourceKind = "text"      // reproduces a version's text
	SourceReport    SourceKind = "report"    // a journalist's account
	SourceStatement SourceKind = "statement" // a named official or a document
)

// Source is a card: what a source is and what it attests, never its text.
type Source struct {
	ID              string
	Publisher       string // "" if the document does not say
	Title           string // round brackets: a description, no title was seen
	URL             string
	Published       Date // as shown by the source
	PublicBy        Date // latest day by which it was public, where Published is unknown
	DateNote        string
	Kind            SourceKind
	Language        string   // "" is English
	Attests         string   // in our words
	Original        []string // cards of the reports that it repeats
	Unread          bool     // known only through those who repeat it
	LowReliability  bool
	ReliabilityNote string
	File            string // founding document: its file name
	SHA256          string // founding document: of its bytes, in hex
	Pos             Pos
}

// Founding reports whether the card is one of the founding documents, which
// are at hand as files and can be checked word by word.
func (s *Source) Founding() bool { return s.File != "" }

// Public is the day by which the source was public; empty if unknown.
func (s *Source) Public() Date {
	if s.Published != "" {
		return s.Published
	}
	return s.PublicBy
}
