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
)

var update = flag.Bool("update", false, "write the weights that training finds")

// example is one labelled question: the cells that training chooses among, and
// which of them are right.
type example struct {
	batch string
	cells []vector
	right []int
	field []int // by cell: its field, so that the best field can be counted
}

// outsideExample is one labelled question: whether the records cover it.
type outsideExample struct {
	batch   string
	feats   vector
	outside bool
}

// candidates is how many cells of a question training looks at.
const candidates = 120

// examples are for cells, for fields, and for whether a question is outside.
// The cells are those that some weights put first.
func examples(t testing.TB, w [featureCount]float64) (byCell, byField []example, outside []outsideExample) {
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
		cells := s.rankBy(&q.asked, &w)
		outside = append(outside, outsideExample{r.Batch, s.outsideFeatures(q, cells), len(r.Status) > 0 && slices.Contains(r.Status, string(OutOfScope))})
		right := r.positive(cells)
		if right == nil || len(right) > 12 {
			continue
		}
		e, ef := example{batch: r.Batch}, example{batch: r.Batch, cells: q.asked.fields}
		for i, c := range cells {
			f := s.fieldAt[c.field.Unit]
			if is := slices.Contains(right, i); is || i < candidates {
				if is {
					e.right = append(e.right, len(e.cells))
					if !slices.Contains(ef.right, f) {
						ef.right = append(ef.right, f)
					}
				}
				e.cells, e.field = append(e.cells, c.feats), append(e.field, f)
			}
		}
		for f := range ef.cells {
			ef.cells[f][fHere] = 0
			ef.field = append(ef.field, f)
		}
		byCell, byField = append(byCell, e), append(byField, ef)
	}
	return byCell, byField, outside
}

// trainOutside fits a line between what is covered and what is not.
func trainOutside(data []outsideExample) [featureCount]float64 {
	const epochs, rate, rare = 30, 0.1, 1.5 // a question outside counts half as much again: there are few
	var w, sum [featureCount]float64
	for range epochs {
		for _, e := range data {
			d := -1 / (1 + math.Exp(-dot(&w, &e.feats)))
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
func train(data []example) [featureCount]float64 {
	const epochs, rate, decay = 6, 0.15, 2e-5
	var w, sum [featureCount]float64
	for range epochs {
		for _, e := range data {
			p := make([]float64, len(e.cells))
			top := math.Inf(-1)
			for i := range e.cells {
				p[i] = dot(&w, &e.cells[i])
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
			var g [featureCount]float64
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

// bestOf counts the examples whose best cell, best field, and best four fields are right.
func bestOf(w [featureCount]float64, data []example) (cell, field, four int) {
	for _, e := range data {
		order := make([]int, len(e.cells))
		scores := make([]float64, len(e.cells))
		for i := range order {
			order[i], scores[i] = i, dot(&w, &e.cells[i])
		}
		slices.SortStableFunc(order, func(a, b int) int {
			switch {
			case scores[a] > scores[b]:
				return -1
			case scores[a] < scores[b]:
				return 1
			}
			return 0
		})
		good := map[int]bool{}
		for _, i := range e.right {
			good[e.field[i]] = true
		}
		if slices.Contains(e.right, order[0]) {
			cell++
		}
		if good[e.field[order[0]]] {
			field++
		}
		seen := map[int]bool{}
		for _, i := range order {
			if seen[e.field[i]] = true; good[e.field[i]] {
				four++
				break
			}
			if len(seen) == 4 {
				break
			}
		}
	}
	return cell, field, four
}

// TestWeights trains on all batches but one, for each, and counts on the one
// left out; with -update it writes the weights of all. The first weights come
// from cells that meet most of a question, the last from cells that the first
// put on top: the weights of before play no part, so that the same questions and
// records give the same weights.
func TestWeights(t *testing.T) {
	if !*update && os.Getenv("FOLDS") == "" {
		t.Skip("trains only with -update")
	}
	first, _, _ := examples(t, [featureCount]float64{fAll: 1, fPooled: 1})
	byCell, byField, outside := examples(t, train(first))
	w, fw := folds(t, "cells", byCell), folds(t, "fields", byField)
	ow := trainOutside(outside)
	var n, right, refused int
	for _, e := range outside {
		is := dot(&ow, &e.feats) > 0
		if e.outside {
			n++
			if is {
				right++
			}
		} else if is {
			refused++
		}
	}
	t.Logf("outside: %d of %d noticed, %d of %d others refused", right, n, refused, len(outside)-n)
	if !*update {
		return
	}
	var out strings.Builder
	out.WriteString("// Code generated from the labelled questions by \"go generate ./internal/ask\"; DO NOT EDIT.\n\npackage ask\n")
	for _, v := range []struct {
		name, about string
		w           [featureCount]float64
	}{{"weights", "cells", w}, {"fieldWeights", "fields", fw}, {"outsideWeights", "whole questions: above zero, the records do not cover it", ow}} {
		fmt.Fprintf(&out, "\n// %s judge %s, by the features in their order.\nvar %s = [featureCount]float64{\n", v.name, v.about, v.name)
		for i := 0; i < len(v.w); i += 6 {
			var line []string
			for _, x := range v.w[i:min(i+6, len(v.w))] {
				line = append(line, fmt.Sprintf("%.3f", x))
			}
			out.WriteString("\t" + strings.Join(line, ", ") + ",\n")
		}
		out.WriteString("}\n")
	}
	if err := os.WriteFile("weights.go", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func pc(a, n int) float64 { return 100 * float64(a) / float64(max(n, 1)) }

// folds trains on all batches but one, for each, counts on the one left out,
// and returns the weights of all.
func folds(t *testing.T, what string, data []example) [featureCount]float64 {
	batches := map[string][]example{}
	var names []string
	for _, e := range data {
		if batches[e.batch] == nil {
			names = append(names, e.batch)
		}
		batches[e.batch] = append(batches[e.batch], e)
	}
	var n, c, f, four int
	for _, held := range names {
		var rest []example
		for _, e := range data {
			if e.batch != held {
				rest = append(rest, e)
			}
		}
		a, b, d := bestOf(train(rest), batches[held])
		k := len(batches[held])
		n, c, f, four = n+k, c+a, f+b, four+d
	}
	t.Logf("%s held out: best %.1f %%, best field %.1f %%, best four fields %.1f %%", what, pc(c, n), pc(f, n), pc(four, n))
	w := train(data)
	a, b, d := bestOf(w, data)
	t.Logf("%s seen: %.1f %%, %.1f %%, %.1f %%", what, pc(a, n), pc(b, n), pc(d, n))
	return w
}
