package ask

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

func TestDbgMiss(t *testing.T) {
	if os.Getenv("DBG") == "" {
		t.Skip()
	}
	lib := library(t)
	all, alone := New(lib, evidence.Filter{}), New(lib, founding(lib))
	hist := map[string]int{}
	for _, r := range rows(t) {
		if len(r.After) > 0 {
			continue
		}
		s := all
		if r.Seeds {
			s = alone
		}
		a := r.ask(all, alone)
		w := r.wrong(a)
		if w == nil {
			continue
		}
		q := s.read(r.Q)
		s.compile(q)
		right := r.positive(q.cells)
		k := "no positive"
		if len(right) > 0 {
			k = "rank>=20"
			for _, lim := range []int{1, 2, 4, 8, 12, 20} {
				if right[0] < lim {
					k = "rank<" + strconv.Itoa(lim)
					break
				}
			}
			d := q.cells[0].score - q.cells[right[0]].score
			k += " gap<" + strconv.Itoa(1+int(d))
		}
		k = string(a.Query.Kind) + " v" + strconv.Itoa(min(2, len(a.Query.Versions))) + " " + k
		hist[k]++
		if strings.Contains(k, os.Getenv("PAT")) {
			t.Logf("EX %s %q %v | %s %s", k, r.Q, w, a.Status, a.Text)
		}
	}
	var ks []string
	for k := range hist {
		ks = append(ks, k)
	}
	slices.SortFunc(ks, func(a, b string) int { return hist[b] - hist[a] })
	for _, k := range ks[:40] {
		t.Logf("%4d %s", hist[k], k)
	}
}

func TestDbgAsk(t *testing.T) {
	if os.Getenv("DBG") == "" {
		t.Skip()
	}
	data, _ := os.ReadFile("/tmp/iss.txt")
	s := New(library(t), evidence.Filter{})
	for _, q := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		s.last = nil
		a := s.Ask(q)
		var f []string
		for _, x := range a.Findings {
			f = append(f, x.Record.ID+" "+x.Field.ID)
		}
		t.Logf("Q %s\n  %s %s [%d] %s\n  %d findings: %v\n  notes %v", q, a.Query.Kind, a.Status, len(a.Text), a.Text, len(f), f[:min(9, len(f))], a.Notes)
	}
}
