package question

import (
	"os"
	"slices"
	"strconv"
	"strings"
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

func TestDbgRank(t *testing.T) {
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
		right := r.positive(cells)
		if right == nil || len(right) > 12 || slices.Contains(right, 0) {
			continue
		}
		var terms []string
		for _, x := range q.asked.match.Terms {
			terms = append(terms, x.Text())
		}
		t.Logf("%q %v", r.Q, terms)
		for i := range cells {
			if i < 2 || i == right[0] {
				c := cells[i]
				text := ""
				if c.claims != nil {
					text = c.claims[c.best].Claim.Value.String() + " | " + c.claims[c.best].Claim.Phrase
				}
				var fs []string
				for f, x := range c.feats {
					if x != 0 && weights[f]*float64(x) > 0.3 || weights[f]*float64(x) < -0.3 {
						fs = append(fs, featureNames[f]+":"+trim(weights[f]*float64(x)))
					}
				}
				t.Logf("      #%d %.2f %s %s: %s   %v", i, c.score, c.record.ID, c.field.Field.ID, text, fs)
			}
		}
	}
}

func trim(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) }

var featureNames = strings.Fields("title name whole syn topicname topic meaning field pooled value phrase note speaker pub record by claim all named other beside draft default event silent number day offday amount when who text pvalue pphrase here titled party says dateval heard x x x x")
