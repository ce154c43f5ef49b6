package align_test

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/align"
	"plandiff/internal/plan"
)

// version makes a draft from points, each written as "number: fields", with
// "<- earlier numbers" where it comes from the version "a", "!" where the
// text is struck. Example: "4: limit terms <- 2 3".
func version(t testing.TB, id string, points ...string) *plan.Record {
	t.Helper()
	r := &plan.Record{ID: id, Kind: plan.Draft}
	for _, s := range points {
		head, rest, _ := strings.Cut(s, ":")
		var p plan.Point
		if _, err := fmt.Sscan(head, &p.Number); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		fields, from, _ := strings.Cut(rest, "<-")
		for _, f := range strings.Fields(fields) {
			if f == "!" {
				p.Placeholder = true
				continue
			}
			claim(r, f, p.Number)
		}
		var numbers []int
		for _, f := range strings.Fields(from) {
			var n int
			if _, err := fmt.Sscan(f, &n); err != nil {
				t.Fatalf("%q: %v", s, err)
			}
			numbers = append(numbers, n)
		}
		if numbers != nil {
			p.From = []plan.Link{{Version: "a", Points: numbers}}
		}
		r.Points = append(r.Points, p)
	}
	return r
}

func claim(r *plan.Record, field string, point int) {
	c := plan.Claim{State: plan.Present, Point: point}
	for i := range r.Fields {
		if r.Fields[i].Field == field {
			r.Fields[i].Claims = append(r.Fields[i].Claims, c)
			return
		}
	}
	r.Fields = append(r.Fields, plan.FieldClaims{Field: field, Claims: []plan.Claim{c}})
}

func shape(l align.Link) string {
	return fmt.Sprintf("%s -> %s %s", numbers(l.From), numbers(l.To), l.Relation)
}

func shapes(a *align.Alignment) []string {
	out := []string{}
	for _, l := range a.Links {
		out = append(out, shape(l))
	}
	return out
}

func numbers(n []int) string { return strings.Trim(fmt.Sprint(n), "[]") }

// alike answers what align cannot know: points of equal number are the same,
// and nothing is known to be gone.
var alike = align.Facts{
	Same: func(from, to int) (bool, bool) { return true, true },
	Gone: func(*plan.Record, int, *plan.Record) bool { return false },
}

func TestRelations(t *testing.T) {
	differ := align.Facts{Same: func(int, int) (bool, bool) { return false, true }}
	unsure := align.Facts{Same: func(int, int) (bool, bool) { return true, false }}
	for _, tt := range []struct {
		why   string
		a, b  []string
		facts align.Facts
		want  []string
	}{
		{"the same number, the same content", []string{"1:"}, []string{"1: <- 1"}, alike, []string{"1 -> 1 unchanged"}},
		{"the same number, other content", []string{"1:"}, []string{"1: <- 1"}, differ, []string{"1 -> 1 reworded"}},
		{"the same number, content not known well enough", []string{"1:"}, []string{"1: <- 1"}, unsure, []string{"1 -> 1 unknown"}},
		{"the same number, nothing to ask", []string{"1:"}, []string{"1: <- 1"}, align.Facts{}, []string{"1 -> 1 unknown"}},
		{"another number, in the old order", []string{"1:", "2:", "3:"}, []string{"1: <- 2", "2: <- 3"}, alike, []string{"2 -> 1 renumbered", "3 -> 2 renumbered"}},
		{"out of the order of its neighbours", []string{"1:", "2:", "3:"}, []string{"1: <- 3", "2: <- 1", "3: <- 2"}, alike, []string{"1 -> 2 renumbered", "2 -> 3 renumbered", "3 -> 1 moved"}},
		{"two neighbours that changed places both moved", []string{"1:", "2:"}, []string{"1: <- 2", "2: <- 1"}, alike, []string{"1 -> 2 moved", "2 -> 1 moved"}},
		{"one point became two", []string{"1:"}, []string{"1: <- 1", "2: <- 1"}, alike, []string{"1 -> 1 2 split"}},
		{"two points became one", []string{"1:", "2:"}, []string{"1: <- 1 2"}, alike, []string{"1 2 -> 1 joined"}},
		{"points that overlap hang together", []string{"1:", "2:"}, []string{"1: <- 1", "2: <- 1 2"}, alike, []string{"1 2 -> 1 2 joined"}},
		{"the number is kept and the text struck", []string{"1:"}, []string{"1: ! <- 1"}, alike, []string{"1 -> 1 deleted"}},
		{"a text where a number stood empty", []string{"1: !"}, []string{"1: <- 1"}, alike, []string{"1 -> 1 inserted"}},
		{"empty on both sides", []string{"1: !"}, []string{"1: ! <- 1"}, alike, []string{"1 -> 1 unchanged"}},
		{"a number is no identity", []string{"1: x"}, []string{"1: y"}, alike, []string{}},
	} {
		a, b := version(t, "a", tt.a...), version(t, "b", tt.b...)
		if diff := cmp.Diff(tt.want, shapes(align.Align(a, b, tt.facts))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

func TestSharedFields(t *testing.T) {
	for _, tt := range []struct {
		why  string
		a, b []string
		want []string // links with what they rest on
	}{
		{"points with the same fields", []string{"1: x y"}, []string{"2: x y"}, []string{"1 -> 2 fields 1.00"}},
		{"half of the fields", []string{"1: x"}, []string{"2: x y"}, []string{"1 -> 2 fields 0.50"}},
		{"too few", []string{"1: x"}, []string{"2: x y z w"}, nil},
		{"each other's best, and no second best", []string{"1: x", "2: x y"}, []string{"3: x y"}, []string{"2 -> 3 fields 1.00"}},
		{"a tie goes to the lower numbers", []string{"1: x", "2: x"}, []string{"3: x", "4: x"}, []string{"1 -> 3 fields 1.00"}},
		{"a curated link wins over likeness", []string{"1: x", "2: y"}, []string{"3: x <- 2"}, []string{"2 -> 3 curated 1.00"}},
		{"and a point with one is not linked again", []string{"1: x", "2: y"}, []string{"3: z <- 1", "4: x"}, []string{"1 -> 3 curated 1.00"}},
	} {
		a, b := version(t, "a", tt.a...), version(t, "b", tt.b...)
		var got []string
		for _, l := range align.Align(a, b, alike).Links {
			got = append(got, fmt.Sprintf("%s -> %s %s %.2f", numbers(l.From), numbers(l.To), l.By, l.Score))
			if len(l.Why) == 0 {
				t.Errorf("%s: a link without a reason", tt.why)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// Of a document only some fields are known: that a record has more of them at
// a point does not set the two apart.
func TestSharedFieldsOfADocument(t *testing.T) {
	record, document := version(t, "a", "1: x y z w", "2: u v"), version(t, "b", "1: u", "2: x")
	document.Wording = "b"
	for _, pair := range [][2]*plan.Record{{record, document}, {document, record}} {
		al := align.Align(pair[0], pair[1], align.Facts{})
		if len(al.Links) != 2 {
			t.Fatalf("%s to %s: %d links, want 2", pair[0].ID, pair[1].ID, len(al.Links))
		}
		for _, l := range al.Links {
			if l.From[0]+l.To[0] != 3 || l.Score != 1 || l.Why[0] != "100 % of the fields read in b are shared" {
				t.Errorf("%s to %s: %+v", pair[0].ID, pair[1].ID, l)
			}
		}
	}
}

// Two versions that both name their points in a third are linked by way of
// it, with less certainty than directly.
func TestLinksByThirdVersion(t *testing.T) {
	b := version(t, "b", "7: <- 1", "8: <- 2")
	c := version(t, "c", "4: <- 2")
	got := align.Align(b, c, alike)
	if len(got.Links) != 1 || shape(got.Links[0]) != "8 -> 4 renumbered" {
		t.Fatalf("%v, want 8 -> 4 renumbered", shapes(got))
	}
	if s := got.Links[0].Score; s >= 1 || s <= 0 {
		t.Errorf("score %v, want less than that of a direct link", s)
	}
}

func TestUnmatched(t *testing.T) {
	a, b := version(t, "a", "1: x", "2: y"), version(t, "b", "1: z", "2: w")
	gone := align.Facts{Gone: func(in *plan.Record, point int, other *plan.Record) bool { return point == 1 }}
	got := align.Align(a, b, gone)
	if diff := cmp.Diff(map[int]align.Relation{1: align.Deleted, 2: align.Unknown}, got.UnmatchedFrom); diff != "" {
		t.Errorf("points of a: gone where that is known, else unknown (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(map[int]align.Relation{1: align.Inserted, 2: align.Unknown}, got.UnmatchedTo); diff != "" {
		t.Errorf("points of b: new where that is known, else unknown (-want +got)\n%s", diff)
	}
}

func TestCandidates(t *testing.T) {
	a := version(t, "a", "1: x y")
	b := version(t, "b", "1: x", "2: y", "3: x y", "4: x", "5: x", "6: x", "7: z")
	got := align.Align(a, b, alike).Candidates[1]
	want := []align.Candidate{{Number: 3, Score: 1}, {Number: 1, Score: 0.5}, {Number: 2, Score: 0.5}, {Number: 4, Score: 0.5}, {Number: 5, Score: 0.5}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the five best, ties by number, none that shares nothing (-want +got)\n%s", diff)
	}
}

var opposite = map[align.Relation]align.Relation{
	align.Split: align.Joined, align.Joined: align.Split,
	align.Deleted: align.Inserted, align.Inserted: align.Deleted,
}

func mirrored(r align.Relation) align.Relation {
	if o, ok := opposite[r]; ok {
		return o
	}
	return r
}

// random makes two versions with random fields, links and gaps.
func random(t testing.TB, seed int64) (*plan.Record, *plan.Record) {
	g := rand.New(rand.NewSource(seed))
	points := func(links bool) []string {
		var out []string
		for n := 1; n <= 6; n++ {
			s := fmt.Sprintf("%d:", n)
			for range g.Intn(3) {
				s += " " + string(rune('p'+g.Intn(6)))
			}
			if g.Intn(8) == 0 {
				s += " !"
			}
			if links && g.Intn(2) == 0 {
				s += fmt.Sprintf(" <- %d", 1+g.Intn(6))
				if g.Intn(4) == 0 {
					s += fmt.Sprintf(" %d", 1+g.Intn(6))
				}
			}
			out = append(out, s)
		}
		return out
	}
	a, b := version(t, "a", points(false)...), version(t, "b", points(true)...)
	return a, b
}

// With the versions exchanged the links are the same, read from the other
// side: split is joined, deleted is inserted, the rest is itself.
func checkMirrored(t *testing.T, forth, back *align.Alignment) {
	t.Helper()
	var want, got []string
	for _, l := range forth.Links {
		r := mirrored(l.Relation)
		if len(l.From) > 1 && len(l.To) > 1 {
			r = l.Relation // many to many reads the same from both sides
		}
		want = append(want, fmt.Sprintf("%s -> %s %s %s %.4f", numbers(l.To), numbers(l.From), r, l.By, l.Score))
	}
	for _, l := range back.Links {
		got = append(got, fmt.Sprintf("%s -> %s %s %s %.4f", numbers(l.From), numbers(l.To), l.Relation, l.By, l.Score))
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s and %s, exchanged (-want +got)\n%s", forth.From.ID, forth.To.ID, diff)
	}
	if len(forth.UnmatchedFrom) != len(back.UnmatchedTo) || len(forth.UnmatchedTo) != len(back.UnmatchedFrom) {
		t.Errorf("%s and %s: other points are without a link when exchanged", forth.From.ID, forth.To.ID)
	}
	for n, r := range forth.UnmatchedFrom {
		if back.UnmatchedTo[n] != mirrored(r) {
			t.Errorf("point %d of %s: %s, and %s when exchanged", n, forth.From.ID, r, back.UnmatchedTo[n])
		}
	}
}

func TestMirrored(t *testing.T) {
	gone := align.Facts{
		Same: alike.Same,
		Gone: func(in *plan.Record, point int, _ *plan.Record) bool { return (point+len(in.ID))%2 == 0 },
	}
	for seed := range int64(500) {
		a, b := random(t, seed)
		checkMirrored(t, align.Align(a, b, gone), align.Align(b, a, gone))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// Every numbered point stands in exactly one link or is listed without one.
func TestEveryPointOnce(t *testing.T) {
	for seed := range int64(500) {
		a, b := random(t, seed)
		al := align.Align(a, b, alike)
		seen := map[string]int{}
		for _, l := range al.Links {
			for _, n := range l.From {
				seen[fmt.Sprintf("a %d", n)]++
			}
			for _, n := range l.To {
				seen[fmt.Sprintf("b %d", n)]++
			}
		}
		for n := range al.UnmatchedFrom {
			seen[fmt.Sprintf("a %d", n)]++
		}
		for n := range al.UnmatchedTo {
			seen[fmt.Sprintf("b %d", n)]++
		}
		if len(seen) != 12 {
			t.Fatalf("seed %d: %d points accounted for, want 12", seed, len(seen))
		}
		for p, n := range seen {
			if n != 1 {
				t.Fatalf("seed %d: point %s stands %d times", seed, p, n)
			}
		}
	}
}

// Every run says the same.
func TestRunsAgree(t *testing.T) {
	for seed := range int64(100) {
		_, b := random(t, seed)
		c := version(t, "c", "1: <- 3", "2: <- 1")
		want := align.Align(b, c, alike)
		for range 3 {
			if got := align.Align(b, c, alike); !reflect.DeepEqual(want, got) {
				t.Fatalf("seed %d (-first +again)\n%s", seed, cmp.Diff(shapes(want), shapes(got)))
			}
		}
	}
}
