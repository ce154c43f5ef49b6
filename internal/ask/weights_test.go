package ask

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/rank"
	"plandiff/internal/record/shipped/shippedtest"
)

var update = flag.Bool("update", false, "write the weights that training finds")

// example is one labelled question: the cells that training chooses among, and
// which of them are right.
type example struct {
	cells []rank.Vector
	right []int
}

// outsideExample is one labelled question: whether the records cover it.
type outsideExample struct {
	feats   rank.Vector
	outside bool
}

// candidates is how many cells of a question training looks at.
const candidates = 120

// examples are for cells, for fields, and for whether a question is outside. The
// cells are those that a model puts first.
func examples(t testing.TB, of []row, m *rank.Model) (byCell, byField []example, outside []outsideExample) {
	lib := shippedtest.Library(t)
	all, alone := New(lib, evidence.Filter{}), New(lib, founding(lib))
	all.ranker.Model, alone.ranker.Model = m, m
	for _, r := range of {
		if len(r.After) > 0 {
			continue
		}
		s := all
		if r.Seeds {
			s = alone
		}
		q := s.read(r.Q)
		s.ranker.Rank(&q.asked)
		cells := q.asked.Cells
		outside = append(outside, outsideExample{rank.Outside(&q.asked, q.Named), len(r.Status) > 0 && slices.Contains(r.Status, string(OutOfScope))})
		right := r.positive(cells)
		if right == nil || len(right) > 12 {
			continue
		}
		e, ef := example{}, example{cells: q.asked.Fields}
		for i, c := range cells {
			f := s.ranker.At(c.Field.Field)
			if is := slices.Contains(right, i); is || i < candidates {
				if is {
					e.right = append(e.right, len(e.cells))
					if !slices.Contains(ef.right, f) {
						ef.right = append(ef.right, f)
					}
				}
				e.cells = append(e.cells, *c.Feats)
			}
		}
		for f := range ef.cells {
			ef.cells[f][rank.Here] = 0
		}
		byCell, byField = append(byCell, e), append(byField, ef)
	}
	return byCell, byField, outside
}

// trainOutside fits a line between what is covered and what is not.
func trainOutside(data []outsideExample) [rank.Count]float64 {
	const epochs, rate, rare = 30, 0.1, 1.5 // a question outside counts half as much again: there are few
	var w, sum [rank.Count]float64
	for range epochs {
		for _, e := range data {
			d := -1 / (1 + math.Exp(-rank.Dot(&w, &e.feats)))
			if e.outside {
				d = rare * (d + 1)
			}
			for f := range w {
				g := d*float64(e.feats[f]) - 1e-5*w[f]
				sum[f] += g * g
				w[f] += rate * g / (1e-3 + math.Sqrt(sum[f]))
			}
		}
	}
	return w
}

// train fits the weights: of all cells of a question, the right ones together
// are to have the most of a softmax. Same data, same weights.
func train(data []example) [rank.Count]float64 {
	const epochs, rate, decay = 6, 0.15, 2e-5
	var w, sum [rank.Count]float64
	for range epochs {
		for _, e := range data {
			p := make([]float64, len(e.cells))
			top := math.Inf(-1)
			for i := range e.cells {
				p[i] = rank.Dot(&w, &e.cells[i])
				top = max(top, p[i])
			}
			var all, right float64
			for i := range p {
				p[i] = math.Exp(p[i] - top)
				all += p[i]
			}
			for _, i := range e.right {
				right += p[i]
			}
			var g [rank.Count]float64
			for i := range p {
				d := -p[i] / all
				if slices.Contains(e.right, i) {
					d += p[i] / right
				}
				if d > -1e-6 && d < 1e-6 {
					continue
				}
				for f := range g {
					g[f] += d * float64(e.cells[i][f])
				}
			}
			for f := range g {
				g[f] -= decay * w[f]
				sum[f] += g[f] * g[f]
				w[f] += rate * g[f] / (1e-3 + math.Sqrt(sum[f]))
			}
		}
	}
	return w
}

// fit trains a model: first on the cells that meet most of a question, then on
// those that the first puts on top. The weights of before play no part, so that
// the same questions and records give the same weights.
func fit(t testing.TB, of []row) *rank.Model {
	var first rank.Model
	first.Cells[rank.All], first.Cells[rank.Pooled] = 1, 1
	byCell, _, _ := examples(t, of, &first)
	first.Cells = train(byCell)
	byCell, byField, outside := examples(t, of, &first)
	return &rank.Model{Cells: train(byCell), Fields: train(byField), Outside: trainOutside(outside)}
}

// TestWeights writes the weights that all questions train, with -update.
func TestWeights(t *testing.T) {
	if !*update {
		t.Skip("trains only with -update")
	}
	m := fit(t, rows(t))
	var out strings.Builder
	out.WriteString("// Code generated from the labelled questions by \"go generate ./internal/ask\"; DO NOT EDIT.\n\npackage rank\n\n// Trained are the weights by the features in their order.\nvar Trained = Model{\n")
	for _, v := range []struct {
		name string
		w    [rank.Count]float64
	}{{"Cells", m.Cells}, {"Fields", m.Fields}, {"Outside", m.Outside}} {
		fmt.Fprintf(&out, "\t%s: [Count]float64{\n", v.name)
		for i := 0; i < len(v.w); i += 6 {
			var line []string
			for _, x := range v.w[i:min(i+6, len(v.w))] {
				line = append(line, fmt.Sprintf("%.3f", x))
			}
			out.WriteString("\t\t" + strings.Join(line, ", ") + ",\n")
		}
		out.WriteString("\t},\n")
	}
	out.WriteString("}\n")
	if err := os.WriteFile("../rank/weights.go", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
