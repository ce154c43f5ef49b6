package cli

import (
	"slices"
	"strconv"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/draft"
	"plandiff/internal/evidence"
	"plandiff/internal/intake"
	"plandiff/internal/plan"
	"plandiff/internal/redline"
	"plandiff/internal/table"
)

// keptWordings are the wordings that records keep, as documents; nil unless
// each of the records keeps one that is admitted.
func keptWordings(v *evidence.View, ids []string) []*intake.Document {
	out := make([]*intake.Document, len(ids))
	for i, id := range ids {
		r := v.Record(id)
		if !draft.HasWording(r) {
			return nil
		}
		out[i] = draft.Document(r)
	}
	return out
}

// textsDiffer reports whether points differ in a kind that is shown.
func textsDiffer(t *table.Tree, keep func(compare.Kind) bool) bool {
	return slices.ContainsFunc(t.Pairs, func(p compare.PairCount) bool {
		return slices.ContainsFunc([]compare.Kind{compare.Changed, compare.Added, compare.Removed}, func(k compare.Kind) bool { return keep(k) && p.Kinds[k] > 0 })
	})
}

// wordings gives what puts the wordings of versions below their fields, where
// all of them keep theirs and no topics are chosen, and says whether they differ.
func (a *app) wordings(s *selection, f *selectionFlags, ids []string) (put func(*table.Tree) *table.Tree, differ bool, err error) {
	docs := keptWordings(s.view, ids)
	if docs == nil || len(f.topics) > 0 {
		return func(t *table.Tree) *table.Tree { return t }, false, nil
	}
	c, err := redline.Compare(docs)
	if err != nil {
		return nil, false, err
	}
	var keep func(compare.Kind) bool
	if len(f.kinds) > 0 {
		keep = s.keep
	}
	words := table.FromRedline(c, table.RedlineOptions{All: f.all || s.json, Inline: f.words, More: "--all shows every one"})
	return func(t *table.Tree) *table.Tree { return table.WithWording(t, words, keep) }, textsDiffer(words, s.keep), nil
}

// curatedLinks are the points that records link by hand, whichever of the two
// says so.
func curatedLinks(v *evidence.View, from, to string) []align.Pair {
	var out []align.Pair
	collect := func(r *plan.Record, other string, turned bool) {
		for _, p := range r.Points {
			i := slices.IndexFunc(p.From, func(l plan.Link) bool { return l.Version == other })
			if i < 0 || p.Number == 0 {
				continue
			}
			pair := align.Pair{To: []string{strconv.Itoa(p.Number)}}
			for _, n := range p.From[i].Points {
				pair.From = append(pair.From, strconv.Itoa(n))
			}
			if turned {
				pair.From, pair.To = pair.To, pair.From
			}
			out = append(out, pair)
		}
	}
	collect(v.Record(to), from, false)
	collect(v.Record(from), to, true)
	return out
}
