package compare

import (
	"slices"

	"plandiff/internal/plan"
)

// Evidence is what a reader is willing to believe. The zero Evidence admits
// everything.
type Evidence struct {
	Sources []string     // card IDs that are admitted; nil: all
	Bases   []plan.Basis // bases that are admitted; nil: all
	AsOf    plan.Date    // only what was public by the end of this day; "": no limit
}

// IsZero reports whether everything is admitted.
func (e Evidence) IsZero() bool { return e.Sources == nil && e.Bases == nil && e.AsOf == "" }

// Filter is the library as if claims that are not admitted did not exist,
// and texts that were read in sources not admitted had not been read. One
// thing outlives a claim that says that a clause is there: the other
// witnesses' silence on it no longer shows that it is absent. Filter also
// counts the claims hidden in the records named, or in all if none is.
// A source whose day of publication is unknown is not admitted under AsOf:
// nobody can say that it was public by then.
func (e Evidence) Filter(lib *plan.Library, ids []string) (*plan.Library, int) {
	if e.IsZero() {
		return lib, 0
	}
	out := *lib
	out.Records = nil
	hidden := 0
	for _, r := range lib.Records {
		kept := *r
		kept.Fields, kept.Complete = nil, nil
		n := 0
		for _, fc := range r.Fields {
			left := plan.FieldClaims{Field: fc.Field, Withheld: fc.Withheld}
			for _, c := range fc.Claims {
				if e.admits(lib, &c) {
					left.Claims = append(left.Claims, c)
					continue
				}
				n++
				left.Withheld = left.Withheld || c.Rank != plan.Deprecated && !gone(c.Claimed())
			}
			if left.Claims != nil || left.Withheld {
				kept.Fields = append(kept.Fields, left)
			}
		}
		for _, w := range r.Complete {
			if e.admitsSource(lib, w.Source) && e.admitsBasis(plan.BasisText) {
				kept.Complete = append(kept.Complete, w)
			}
		}
		kept.Points = knownPoints(&kept)
		if len(ids) == 0 || slices.Contains(ids, r.ID) {
			hidden += n
		}
		out.Records = append(out.Records, &kept)
	}
	return &out, hidden
}

// knownPoints are a record's points, a struck one only where an admitted claim
// or an admitted text shows that it is struck.
func knownPoints(r *plan.Record) []plan.Point {
	out := slices.Clone(r.Points)
	for i := range out {
		p := &out[i]
		if p.Placeholder && !PointRead(r, p.Number) && !slices.ContainsFunc(r.Fields, func(fc plan.FieldClaims) bool {
			return slices.ContainsFunc(fc.Claims, func(c plan.Claim) bool { return c.Point == p.Number && c.State == plan.Deleted })
		}) {
			p.Placeholder = false
		}
	}
	return out
}

func (e Evidence) admits(lib *plan.Library, c *plan.Claim) bool {
	return e.admitsBasis(c.Basis) && e.admitsSource(lib, c.Source)
}

func (e Evidence) admitsBasis(b plan.Basis) bool {
	return e.Bases == nil || slices.Contains(e.Bases, b)
}

func (e Evidence) admitsSource(lib *plan.Library, id string) bool {
	if e.Sources != nil && !slices.Contains(e.Sources, id) {
		return false
	}
	if e.AsOf == "" {
		return true
	}
	s := lib.Source(id)
	return s != nil && s.Public() != "" && s.Public().Last() <= e.AsOf.Last()
}
