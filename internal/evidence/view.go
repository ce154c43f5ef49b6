package evidence

import (
	"slices"

	"plandiff/internal/plan"
)

// Filter says what is admitted. The zero Filter admits everything.
type Filter struct {
	Sources []string     // card IDs that are admitted; nil: all
	Bases   []plan.Basis // bases that are admitted; nil: all
	AsOf    plan.Date    // only what was public by the end of this day; "": no limit
	// Documents are the cards of documents that the user named: what they say is
	// admitted, whatever else is not.
	Documents []string
}

// IsZero reports whether everything is admitted.
func (f Filter) IsZero() bool { return f.Sources == nil && f.Bases == nil && f.AsOf == "" }

// View is a library as far as it is admitted. Texts that were read in sources
// not admitted count as not read. One thing outlives a claim that says that a
// clause is there: the other witnesses' silence on it no longer shows that it
// is absent (Withheld).
type View struct {
	*plan.Library
	Filter Filter

	hidden   map[string]int // by record: claims that are not admitted
	total    int
	withheld map[[2]string]bool // record, field
	terms    map[[3]string]bool // record, field, term: carried by a hidden claim
	private  map[string]bool    // records of which nothing was public yet
	indexes  map[*plan.Record]*Index
}

// New makes the view of a library. A source whose day of publication is
// unknown is not admitted under AsOf: nobody can say that it was public by
// then.
func New(lib *plan.Library, f Filter) *View {
	v := &View{Library: lib, Filter: f, indexes: map[*plan.Record]*Index{}}
	if f.IsZero() {
		return v
	}
	v.hidden, v.withheld, v.terms, v.private = map[string]int{}, map[[2]string]bool{}, map[[3]string]bool{}, map[string]bool{}
	a := admission{filter: f, early: map[string]bool{}}
	for _, s := range lib.Sources {
		a.early[s.ID] = f.AsOf == "" || s.Public() != "" && s.Public().Last() <= f.AsOf.Last()
	}
	if f.Sources != nil {
		a.sources = map[string]bool{}
		for _, id := range f.Sources {
			a.sources[id] = true
		}
	}
	seen := *lib
	seen.Records = make([]*plan.Record, len(lib.Records))
	for i, r := range lib.Records {
		seen.Records[i] = v.admit(a, r)
	}
	v.Library = &seen
	return v
}

// Hidden is how many claims are hidden in the records named, or in all if
// none is.
func (v *View) Hidden(ids ...string) int {
	if len(ids) == 0 {
		return v.total
	}
	n := 0
	for _, id := range ids {
		n += v.hidden[id]
	}
	return n
}

// Withheld reports whether a claim that a clause is there is hidden; silence
// is no absence then.
func (v *View) Withheld(record, field string) bool { return v.withheld[[2]string{record, field}] }

// WithheldTerm reports whether a hidden claim says that a clause has a term; a
// text that is read without it shows no absence then.
func (v *View) WithheldTerm(record, field, term string) bool {
	return v.terms[[3]string{record, field, term}]
}

// Public reports whether anything of a record was public by the day asked
// about.
func (v *View) Public(record string) bool { return !v.private[record] }

// Named reports whether a record may be named: with a filter, only where an
// admitted claim speaks of it, or it is a draft that was public.
func (v *View) Named(r *plan.Record) bool {
	return v.Filter.IsZero() || r.ClaimCount() > 0 || r.Kind == plan.Draft && v.Public(r.ID)
}

// PublicOnly keeps the versions of which something was public; the others
// come apart.
func (v *View) PublicOnly(ids []string) (public, notYet []string) {
	for _, id := range ids {
		if v.Public(id) {
			public = append(public, id)
		} else {
			notYet = append(notYet, id)
		}
	}
	return public, notYet
}

// PublicRecords are the records of which something was public.
func (v *View) PublicRecords(ids []string) []*plan.Record {
	var out []*plan.Record
	for _, id := range ids {
		if r := v.Library.Record(id); r != nil && v.Public(id) {
			out = append(out, r)
		}
	}
	return out
}

// admit is a record without what is not admitted.
func (v *View) admit(a admission, r *plan.Record) *plan.Record {
	kept := *r
	kept.Fields, kept.Complete = nil, nil
	public := a.filter.AsOf == "" || r.Wording != "" && a.public(r.Wording) ||
		slices.ContainsFunc(r.Complete, func(c plan.Completeness) bool { return a.public(c.Source) })
	for _, fc := range r.Fields {
		hidden := 0
		for i := range fc.Claims {
			c := &fc.Claims[i]
			public = public || a.public(c.Source)
			if a.claim(c) {
				continue
			}
			hidden++
			if c.Rank != plan.Deprecated && !gone(c.Claimed()) {
				v.withheld[[2]string{r.ID, fc.Field}] = true
				for _, term := range c.Qualifiers {
					v.terms[[3]string{r.ID, fc.Field, term}] = true
				}
			}
		}
		v.hidden[r.ID] += hidden
		v.total += hidden
		if hidden == len(fc.Claims) {
			continue
		}
		if hidden > 0 {
			fc.Claims = slices.DeleteFunc(slices.Clone(fc.Claims), func(c plan.Claim) bool { return !a.claim(&c) })
		}
		kept.Fields = append(kept.Fields, fc)
	}
	v.private[r.ID] = !public
	for _, w := range r.Complete {
		if a.source(w.Source) && a.basis(plan.BasisText) {
			kept.Complete = append(kept.Complete, w)
		}
	}
	if r.Wording != "" && !a.named(r.Wording) && !(a.source(r.Wording) && a.basis(plan.BasisText)) {
		kept.Wording = ""
	}
	kept.Points = a.points(&kept)
	a.selfDescription(&kept, public)
	return &kept
}

func gone(s plan.State) bool { return s == plan.Deleted || s == plan.Omitted }

// admission decides what is admitted.
type admission struct {
	filter  Filter
	sources map[string]bool // nil: all
	early   map[string]bool // public by the day asked about
}

func (a admission) claim(c *plan.Claim) bool {
	return a.named(c.Source) || a.basis(c.Basis) && a.source(c.Source)
}

// named reports whether a card is that of a document which the user named.
func (a admission) named(id string) bool { return slices.Contains(a.filter.Documents, id) }

func (a admission) basis(b plan.Basis) bool {
	return a.filter.Bases == nil || slices.Contains(a.filter.Bases, b)
}

func (a admission) source(id string) bool {
	return (a.sources == nil || a.sources[id]) && a.public(id)
}

func (a admission) public(id string) bool {
	return a.filter.AsOf == "" || a.early[id] || a.named(id)
}

// points are a record's points, a struck one only where an admitted claim or
// an admitted text shows that it is struck.
func (a admission) points(r *plan.Record) []plan.Point {
	struck := map[int]bool{}
	for _, fc := range r.Fields {
		for i := range fc.Claims {
			if c := &fc.Claims[i]; c.State == plan.Deleted {
				struck[c.Point] = true
			}
		}
	}
	out := slices.Clone(r.Points)
	for i := range out {
		p := &out[i]
		if r.Wording == "" {
			p.Wording, p.At = "", ""
		}
		p.Placeholder = p.Placeholder && (struck[p.Number] || r.ReadWhole(p.Number))
	}
	return out
}

// selfDescription takes out what a record says of itself on the word of
// sources that are not admitted, and of a version that was not public
// everything but its name. What names no source is the records' own word.
func (a admission) selfDescription(r *plan.Record, public bool) {
	for _, s := range []struct {
		key   string
		clear func()
	}{
		{"by", func() { r.By = nil }},
		{"date", func() { r.Date, r.DateNote = "", "" }},
		{"status", func() { r.Status = "" }},
		{"names", func() { r.Names = nil }},
		{"parties", func() { r.Parties = nil }},
		{"follows", func() { r.Follows = nil }},
		{"point_count", func() { r.PointCount = 0 }},
	} {
		by := r.AttestedBy(s.key)
		if by != nil && !slices.ContainsFunc(by, a.source) || !public && s.key != "names" && s.key != "date" {
			s.clear()
		}
	}
	if !public {
		r.Note, r.KnownNote = "", ""
	}
}
