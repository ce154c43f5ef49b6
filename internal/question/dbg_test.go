package question

import (
	"os"
	"slices"
	"testing"

	"plandiff/internal/evidence"
)

func TestDbgOutside(t *testing.T) {
	if os.Getenv("DBG") == "" {
		t.Skip()
	}
	lib := library(t)
	all, alone := New(lib, evidence.Filter{}), New(lib, founding(lib))
	for _, r := range rows(t) {
		if len(r.After) > 0 {
			continue
		}
		s := all
		if r.Seeds {
			s = alone
		}
		q := s.read(r.Q)
		cells := s.rank(&q.asked)
		v := s.outsideFeatures(q, cells)
		is := len(r.Status) > 0 && slices.Contains(r.Status, string(OutOfScope))
		d := dot(&outsideWeights, &v)
		if is != (d > 0) {
			var terms []string
			for _, x := range q.asked.match.Terms {
				m := ""
				if x.Unknown {
					m = "?"
				} else if x.Loose {
					m = "~"
				}
				terms = append(terms, x.Text()+m)
			}
			t.Logf("%v %.2f best %.2f pooled %.2f field %.2f unk %.2f loose %.2f name %.2f whole %.2f claim %.2f %q %v", is, d, v[oBest], v[oPooled], v[oField], v[oUnknown], v[oLoose], v[oName], v[oWhole], v[oClaim], r.Q, terms)
		}
	}
}
