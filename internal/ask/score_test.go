package ask

import (
	"fmt"
	"maps"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"plandiff/internal/evidence"
	"plandiff/internal/finding"
	"plandiff/internal/plan"
	"plandiff/internal/record/shipped/shippedtest"
	"plandiff/internal/telling"
	"plandiff/internal/wording"
)

// ask puts a row's question, after those before it.
func (r row) ask(all, alone *Session) *Answer {
	s := all
	if r.Seeds {
		s = alone
	}
	s.last = nil
	for _, q := range r.After {
		s.Ask(q)
	}
	return s.Ask(r.Q)
}

// everything is an answer with all that its findings rest on.
func everything(a *Answer) string {
	parts := append([]string{a.Text}, a.Notes...)
	for i := range a.Findings {
		f := &a.Findings[i]
		parts = append(parts, f.Record.Title, f.Field.Title, wording.Reading(f.Reading))
		for _, c := range f.Shown() {
			parts = append(parts, wording.Claim(c), c.Phrase, c.By, c.Note, string(c.Date))
		}
	}
	return spelled(strings.Join(parts, "\n"))
}

// spelled is a text as the labels have it: in small letters, months in full.
func spelled(text string) string {
	text = strings.ToLower(text)
	for m := time.January; m <= time.December; m++ {
		if full := strings.ToLower(m.String()); m != time.May {
			text = strings.ReplaceAll(text, " "+full[:3]+" 20", " "+full+" 20")
		}
	}
	return text
}

// wrong lists what is not as the row wants it, in the whole answer.
func (r row) wrong(a *Answer) []string {
	var out []string
	fail := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	text, whole := spelled(a.Text), everything(a)
	for _, h := range r.Has {
		if !holds(whole, h) {
			fail("no %q", h)
		}
	}
	for _, n := range r.Not {
		if strings.Contains(text, strings.ToLower(n)) {
			fail("has %q", n)
		}
	}
	if r.Status != nil && !slices.Contains(r.Status, string(a.Status)) {
		fail("status %s, want %s", a.Status, strings.Join(r.Status, " or "))
	}
	if r.Sources != nil && !slices.ContainsFunc(a.Findings, func(f finding.Finding) bool {
		return slices.ContainsFunc(f.Shown(), func(c *plan.Claim) bool { return slices.Contains(r.Sources, c.Source) })
	}) {
		fail("none of %v is cited", r.Sources[:1])
	}
	for _, id := range r.Versions {
		if !slices.ContainsFunc(a.Findings, func(f finding.Finding) bool { return f.Record.ID == id }) &&
			!slices.ContainsFunc(a.Query.Versions, func(v *plan.Record) bool { return v.ID == id }) {
			fail("nothing of %s", id)
		}
	}
	for _, id := range r.Fields {
		if !slices.ContainsFunc(a.Findings, func(f finding.Finding) bool { return f.Field.ID == id }) && !slices.ContainsFunc(a.Query.Fields, func(f *plan.Field) bool { return f.ID == id }) {
			fail("nothing of %s", id)
		}
	}
	return out
}

// short reports whether the first paragraph alone has what the row wants.
func (r row) short(a *Answer) bool {
	text := spelled(a.Text)
	for _, h := range r.Has {
		if !holds(text, h) {
			return false
		}
	}
	return true
}

func pc(a, n int) float64 { return 100 * float64(a) / float64(max(n, 1)) }

// score counts answers.
type score struct{ n, right, short int }

func (c *score) add(r row, a *Answer) {
	c.n++
	if r.wrong(a) == nil {
		c.right++
		if r.short(a) {
			c.short++
		}
	}
}

// TestMain collects garbage seldom: thousands of questions leave much of it, and keep little.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}

// Shares that must be right, in percent, by weights that have not seen the
// batch: of whole answers, and of first paragraphs; and how much better those
// may be that have seen it.
const (
	leastRight = 78
	leastShort = 62
	mostBetter = 4
)

// TestFolds asks labelled questions by weights trained without their batch, and
// by those of all, and counts by batch and kind. A part of the questions is
// asked; FOLDS=all asks every one, with a fold a batch. VERBOSE=BATCH or all
// lists what is wrong.
func TestFolds(t *testing.T) {
	t.Parallel()
	part, folds := 6, 3
	if os.Getenv("FOLDS") != "" {
		part, folds = 1, 9
	}
	lib := shippedtest.Library(t)
	fold, sample := foldOf(rows(t), folds), []row(nil)
	for i, r := range rows(t) {
		if i%part == 0 {
			sample = append(sample, r)
		}
	}
	by := make([]map[string]*score, folds)
	seen := make([]score, folds)
	t.Run("", func(t *testing.T) {
		for k := range folds {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				var rest, held []row
				for _, r := range sample {
					if fold[r.Batch] == k {
						held = append(held, r)
					} else {
						rest = append(rest, r)
					}
				}
				known, alone := New(lib, evidence.Filter{}), New(lib, founding(lib))
				for _, r := range held {
					seen[k].add(r, r.ask(known, alone))
				}
				m := fit(t, rest)
				known.ranker.Model, alone.ranker.Model = m, m
				by[k] = map[string]*score{}
				for _, r := range held {
					a := r.ask(known, alone)
					kind := "kind " + string(a.Query.Kind)
					if len(r.After) > 0 {
						kind = "follow-up"
					}
					for _, key := range []string{"all", "batch " + r.Batch, kind} {
						if by[k][key] == nil {
							by[k][key] = &score{}
						}
						by[k][key].add(r, a)
					}
					r.explain(t, a)
				}
			})
		}
	})
	total, all := map[string]*score{}, score{}
	for k := range folds {
		all.n, all.right, all.short = all.n+seen[k].n, all.right+seen[k].right, all.short+seen[k].short
		for key, c := range by[k] {
			if total[key] == nil {
				total[key] = &score{}
			}
			total[key].n, total[key].right, total[key].short = total[key].n+c.n, total[key].right+c.right, total[key].short+c.short
		}
	}
	for _, key := range slices.Sorted(maps.Keys(total)) {
		c := total[key]
		t.Logf("%-22s %4d: right %.1f %%, by the first paragraph %.1f %%", key, c.n, pc(c.right, c.n), pc(c.short, c.n))
	}
	right, short := pc(total["all"].right, all.n), pc(total["all"].short, all.n)
	t.Logf("seen: right %.1f %%, by the first paragraph %.1f %%", pc(all.right, all.n), pc(all.short, all.n))
	if right < leastRight || short < leastShort {
		t.Errorf("%.1f %% are right and %.1f %% by the first paragraph; at least %d and %d must be", right, short, leastRight, leastShort)
	}
	if pc(all.right, all.n)-right > mostBetter || pc(all.short, all.n)-short > mostBetter {
		t.Errorf("questions that the weights have seen are answered better by more than %d points", mostBetter)
	}
}

// foldOf puts the batches into folds of about one size.
func foldOf(all []row, folds int) map[string]int {
	size := map[string]int{}
	for _, r := range all {
		size[r.Batch]++
	}
	names := slices.Sorted(maps.Keys(size))
	slices.SortStableFunc(names, func(a, b string) int { return size[b] - size[a] })
	out, filled := map[string]int{}, make([]int, folds)
	for _, name := range names {
		k := slices.Index(filled, slices.Min(filled))
		out[name], filled[k] = k, filled[k]+size[name]
	}
	return out
}

// explain lists what is wrong with an answer, if that is asked for.
func (r row) explain(t *testing.T, a *Answer) {
	wrong, verbose := r.wrong(a), os.Getenv("VERBOSE")
	if wrong == nil || verbose != "all" && verbose != r.Batch {
		return
	}
	var f, v []string
	for _, x := range a.Query.Fields {
		f = append(f, x.ID)
	}
	for _, x := range a.Query.Versions {
		v = append(v, x.ID)
	}
	t.Logf("WRONG %q after %q seeds=%v\n    %s\n    %s %s %v %v: %s", r.Q, r.After, r.Seeds, strings.Join(wrong, "; "), a.Query.Kind, a.Status, v, f, a.Text)
}

// TestForm: over the labelled questions, no answer tells what the records do not
// carry, and every first paragraph can be quoted: two sentences at most, no ID,
// no square bracket. Half of them are asked, with FOLDS=all every one.
func TestForm(t *testing.T) {
	t.Parallel()
	lib := shippedtest.Library(t)
	all := rows(t)
	if os.Getenv("FOLDS") == "" {
		all = slices.DeleteFunc(slices.Clone(all), func(r row) bool { return len(r.Q)%2 == 1 })
	}
	var size []int
	var ids []string
	for _, r := range lib.Records {
		if strings.ContainsAny(r.ID, "-0123456789") {
			ids = append(ids, r.ID)
		}
	}
	for _, topic := range lib.Topics {
		for _, f := range topic.Fields {
			ids = append(ids, f.ID)
		}
	}
	const halves = 2
	var lock sync.Mutex
	t.Run("", func(t *testing.T) {
		for half := range halves {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				known, alone := New(lib, evidence.Filter{}), New(lib, founding(lib))
				for i, r := range all {
					if i%halves != half {
						continue
					}
					a := r.ask(known, alone)
					for _, d := range append(dishonest(lib, a), malformed(a.Text, ids)...) {
						t.Errorf("%q: %s: %s", r.Q, d, a.Text)
					}
					lock.Lock()
					size = append(size, telling.Length(a.Text))
					lock.Unlock()
				}
			})
		}
	})
	slices.Sort(size)
	t.Logf("first paragraph: median %d, longest %d characters", size[len(size)/2], size[len(size)-1])
}

// malformed lists what keeps a first paragraph from being quoted.
func malformed(text string, ids []string) []string {
	var out []string
	if n := telling.Length(text); n > mostText {
		out = append(out, fmt.Sprintf("%d characters", n))
	}
	if strings.ContainsAny(text, "[]") || strings.Contains(text, "(in outline)") || strings.Contains(text, "  ") || strings.Contains(text, "..") {
		out = append(out, "brackets or gaps")
	}
	for _, id := range ids {
		if strings.Contains(text, id) {
			out = append(out, "the ID "+id)
		}
	}
	if !strings.ContainsAny(text[len(text)-1:], ".?!…\"") && !strings.HasSuffix(text, "…") {
		out = append(out, "no full stop")
	}
	return out
}
