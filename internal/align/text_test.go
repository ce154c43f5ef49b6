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
)

// texts makes provisions from lines, each "number| words".
func texts(lines ...string) []align.Text {
	var out []align.Text
	for _, l := range lines {
		number, body, _ := strings.Cut(l, "|")
		out = append(out, align.Text{Number: number, Body: strings.TrimSpace(body)})
	}
	return out
}

func textShape(l align.TextLink) string {
	return strings.Join(l.From, " ") + " -> " + strings.Join(l.To, " ") + " " + string(l.Relation)
}

func matched(m *align.Matching) []string {
	var out []string
	for _, l := range m.Links {
		out = append(out, textShape(l))
	}
	for _, u := range slices.Concat(m.UnmatchedFrom, m.UnmatchedTo) {
		out = append(out, u.Number+" "+string(u.Relation))
	}
	return out
}

const (
	army      = "The armed forces are limited to 600,000 people in peacetime."
	elections = "Elections take place within a hundred days of the signature."
	prisoners = "All prisoners are exchanged, and civilians who are held return home."
	plant     = "The nuclear plant starts again under the watch of the agency, and its power is shared."
	assets    = "Frozen assets go into a fund for rebuilding what the war destroyed."
	dam       = "The council surveys the dam for damage every spring, writes a report on the state of the wall and the gates, and repairs what the report names."
	tools     = "The tools. The council uses instruments that let it readily renew the list of cracks to look for."
	port      = "Grain leaves by the river and across the sea without hindrance."
)

func TestMatch(t *testing.T) {
	for _, tt := range []struct {
		why      string
		from, to []string
		want     []string
	}{
		{"nothing against nothing", nil, nil, nil},
		{"nothing against something: what was never there cannot be missed", nil, []string{"1|" + army}, []string{"1 unknown"}},
		{"the same text under its number", []string{"1|" + army}, []string{"1|" + army}, []string{"1 -> 1 unchanged"}},
		{"case and blanks make no other words", []string{"1|" + army}, []string{"1|" + strings.ReplaceAll(army, " ", "  ")}, []string{"1 -> 1 unchanged"}},
		{"a capital is a change, and no other point", []string{"1|" + army}, []string{"1|" + strings.ReplaceAll(army, "armed", "Armed")}, []string{"1 -> 1 reworded"}},
		{"another number in it", []string{"1|" + army, "2|" + plant}, []string{"1|" + strings.ReplaceAll(army, "600,000", "800,000"), "2|" + plant},
			[]string{"1 -> 1 reworded", "2 -> 2 unchanged"}},
		{"Article 3bis is 3bis", []string{"Article 3bis|" + army}, []string{"3bis.|" + army}, []string{"Article 3bis -> 3bis. unchanged"}},
		{"a number is no identity", []string{"1|" + army, "2|" + plant}, []string{"1|" + plant, "2|" + assets, "3|" + army},
			[]string{"1 -> 3 moved", "2 -> 1 moved", "2 inserted"}},
		{"one taken out: the others are renumbered", []string{"1|" + army, "2|" + elections, "3|" + plant, "4|" + assets}, []string{"1|" + army, "2|" + plant, "3|" + assets},
			[]string{"1 -> 1 unchanged", "3 -> 2 renumbered", "4 -> 3 renumbered", "2 deleted"}},
		{"one to another place: it moved, the others did not", []string{"1|" + army, "2|" + elections, "3|" + plant, "4|" + assets}, []string{"1|" + assets, "2|" + army, "3|" + elections, "4|" + plant},
			[]string{"1 -> 2 renumbered", "2 -> 3 renumbered", "3 -> 4 renumbered", "4 -> 1 moved"}},
		{"two became one", []string{"1|" + army, "2|" + prisoners, "3|" + elections, "4|" + plant}, []string{"1|" + army, "2|" + prisoners + " " + elections, "3|" + plant},
			[]string{"1 -> 1 unchanged", "2 3 -> 2 joined", "4 -> 3 renumbered"}},
		{"one became two", []string{"1|" + army, "2|" + prisoners + " " + elections, "3|" + plant}, []string{"1|" + army, "2|" + prisoners, "3|" + elections, "4|" + plant},
			[]string{"1 -> 1 unchanged", "2 -> 2 3 split", "3 -> 4 renumbered"}},
		{"a short one into a long one", []string{"1|" + plant + " " + assets + " " + port + " " + prisoners, "2|" + elections, "3|" + army},
			[]string{"1|" + plant + " " + assets + " " + port + " " + prisoners + " " + elections, "2|" + army},
			[]string{"1 2 -> 1 joined", "3 -> 2 renumbered"}},
		{"one went into the point before it, and the next has its words by now", []string{"1|" + dam, "2|" + tools, "3|The council renews the list weekly.", "4|" + army},
			[]string{"1|" + strings.TrimSuffix(dam, ".") + "; and uses instruments that let it readily renew the list of cracks.", "2|The council readily renews the list of cracks to look for.", "3|" + army},
			[]string{"1 2 -> 1 joined", "3 -> 2 renumbered", "4 -> 3 renumbered"}},
		{"the same words twice, one of them gone: those beside the same neighbours", []string{"1|" + army, "2|Reserved.", "3|" + plant, "4|Reserved.", "5|" + port}, []string{"1|" + army, "2|" + plant, "3|Reserved.", "4|" + port},
			[]string{"1 -> 1 unchanged", "3 -> 2 renumbered", "4 -> 3 renumbered", "5 -> 4 renumbered", "2 deleted"}},
		{"a text without words is no one's", []string{"1|" + army, "2|"}, []string{"1|" + army, "2|..."}, []string{"1 -> 1 unchanged", "2 unknown", "2 unknown"}},
		{"Ukrainian, with й composed or not", []string{"1|Збройні сили обмежено до 600 тисяч осіб, і це остаточний рівень.", "2|Вибори відбудуться за сто днів."},
			[]string{"1|Вибори відбудуться за сто днів.", "2|Збройні сили обмежено до 800 тисяч осіб, і це остаточний рівень."},
			[]string{"1 -> 2 moved", "2 -> 1 moved"}},
		{"Chinese sets no blanks", []string{"1|武装部队在和平时期限制为六十万人。", "2|选举在签署后一百天内举行。"}, []string{"1|选举在签署后一百天内举行。", "2|武装部队在和平时期限制为八十万人。"},
			[]string{"1 -> 2 moved", "2 -> 1 moved"}},
		{"Arabic", []string{"1|تقتصر القوات المسلحة على ستمائة ألف جندي في زمن السلم", "2|تجرى الانتخابات خلال مائة يوم"}, []string{"1|تقتصر القوات المسلحة على ثمانمائة ألف جندي في زمن السلم", "2|تجرى الانتخابات خلال مائة يوم"},
			[]string{"1 -> 1 reworded", "2 -> 2 unchanged"}},
		{"two languages: no link, and nothing is called deleted", []string{"1|" + army, "2|" + elections, "3|" + plant},
			[]string{"1|Вооружённые силы ограничены числом 600 000 человек в мирное время.", "2|Выборы проходят в течение ста дней после подписания.", "3|Атомная станция запускается под наблюдением агентства."},
			[]string{"1 unknown", "2 unknown", "3 unknown", "1 unknown", "2 unknown", "3 unknown"}},
	} {
		from, to := texts(tt.from...), texts(tt.to...)
		m := align.Match(from, to, nil)
		if diff := cmp.Diff(tt.want, matched(m)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
		for _, l := range m.Links {
			if len(l.Why) == 0 || l.Score <= 0 || l.Score > 1 {
				t.Errorf("%s: %s with the reasons %q and the score %v", tt.why, textShape(l), l.Why, l.Score)
			}
		}
		checkTextsMirrored(t, m, align.Match(to, from, nil))
	}
}

func TestCuratedWins(t *testing.T) {
	from, to := texts("1|"+army, "2|"+plant, "3|"+port), texts("1|"+army, "2|"+plant, "3|"+port)
	m := align.Match(from, to, []align.Pair{{From: []string{"1"}, To: []string{"2"}}, {From: []string{"9"}, To: []string{"1"}}})
	want := []string{"1 -> 2 renumbered", "3 -> 3 unchanged", "2 unknown", "1 unknown"}
	if diff := cmp.Diff(want, matched(m)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if l := m.Links[0]; l.By != align.Curated || l.Score != 1 || !slices.Equal(l.Why, []string{"linked by hand"}) {
		t.Errorf("%+v", l)
	}
}

func TestWhy(t *testing.T) {
	from := []align.Text{{Number: "1", Title: "Army", Body: army}, {Number: "2", Title: "Plant", Body: plant}}
	to := []align.Text{{Number: "1", Title: "Army", Body: strings.ReplaceAll(army, "600,000", "800,000")}, {Number: "2", Title: "Plant", Body: plant}}
	m := align.Match(from, to, nil)
	got := strings.Join(m.Links[0].Why, "; ")
	if !strings.Contains(got, "% alike in wording; the same title; the texts around them are alike") {
		t.Errorf("reasons %q", got)
	}
	if got := m.Links[1].Why; !slices.Equal(got, []string{"the same words"}) {
		t.Errorf("reasons %q, want the same words", got)
	}
}

// What is numbered below a point counts for it, and is linked below its link.
func TestInner(t *testing.T) {
	from := []align.Text{{Number: "4", Body: "The parties agree:", Inner: texts("a)|"+army, "b)|"+plant, "c)|"+port)}, {Number: "5", Body: prisoners}}
	to := []align.Text{{Number: "3", Body: prisoners}, {Number: "4", Body: "The parties agree as follows:", Inner: texts("4.1|"+plant, "4.2|"+strings.ReplaceAll(army, "600,000", "800,000"))}}
	m := align.Match(from, to, nil)
	want := []string{"4 -> 4 moved", "5 -> 3 moved"}
	if diff := cmp.Diff(want, matched(m)); diff != "" {
		t.Fatalf("(-want +got)\n%s", diff)
	}
	var got []string
	for _, l := range m.Links[0].Inner {
		got = append(got, textShape(l))
	}
	if diff := cmp.Diff([]string{"4.a -> 4.2 moved", "4.b -> 4.1 moved"}, got); diff != "" {
		t.Errorf("inner (-want +got)\n%s", diff)
	}
}

// Numbers may repeat where they start again in each section: places tell the
// texts apart.
func TestRepeatedNumbers(t *testing.T) {
	m := align.Match(texts("1|"+army, "2|"+plant, "1|"+port), texts("1|"+army, "1|"+port, "2|"+assets), nil)
	got := []int{m.Links[0].ToAt[0], m.Links[1].ToAt[0]}
	if !slices.Equal(got, []int{0, 1}) || m.Links[1].FromAt[0] != 2 {
		t.Errorf("%+v", m.Links)
	}
}

func TestTextCandidates(t *testing.T) {
	from, to := texts("1|"+army, "2|"+plant), texts("1|"+assets, "2|"+strings.ReplaceAll(army, "600,000", "800,000"), "3|"+port, "4|"+plant, "5|"+elections, "6|"+prisoners)
	m := align.Match(from, to, nil)
	for i, want := range []string{"2", "4"} {
		list := m.Candidates[i]
		if len(list) == 0 || len(list) > 5 || list[0].Number != want {
			t.Errorf("candidates of %s: %v, want %s first of five at most", from[i].Number, list, want)
		}
		if !slices.IsSortedFunc(list, func(a, b align.TextCandidate) int { return int(1e6 * (b.Score - a.Score)) }) {
			t.Errorf("candidates of %s are not in the order of their scores: %v", from[i].Number, list)
		}
	}
}

// draft makes a document and another made from it by random edits.
func draft(seed int64) (from, to []align.Text) {
	rnd := rand.New(rand.NewSource(seed))
	words := strings.Fields("the parties shall agree within days border region treaty fund assets army limit port grain plant power vote prisoners return")
	sentence := func() []string {
		var out []string
		for range 4 + rnd.Intn(16) {
			out = append(out, words[rnd.Intn(len(words))])
		}
		return out
	}
	var bodies [][]string
	for range 3 + rnd.Intn(12) {
		bodies = append(bodies, sentence())
	}
	if rnd.Intn(2) == 0 {
		bodies = append(bodies, bodies[0]) // the same words twice
	}
	number := func(bodies [][]string) (out []align.Text) {
		for i, b := range bodies {
			out = append(out, align.Text{Number: fmt.Sprint(i + 1), Body: strings.Join(b, " ")})
		}
		return out
	}
	edited := [][]string{}
	for i, b := range bodies {
		switch rnd.Intn(8) {
		case 0: // taken out
		case 1: // reworded
			c := slices.Clone(b)
			c[rnd.Intn(len(c))] = words[rnd.Intn(len(words))]
			edited = append(edited, c)
		case 2: // joined with the one before
			edited = append(edited, slices.Concat(bodies[max(0, i-1)], b))
		case 3: // split
			edited = append(edited, b[:len(b)/2], b[len(b)/2:])
		case 4: // a new one before it
			edited = append(edited, sentence(), b)
		case 5: // moved to the front
			edited = slices.Insert(edited, 0, b)
		default:
			edited = append(edited, b)
		}
	}
	return number(bodies), number(edited)
}

// flipped names a link as it is called from the other side.
func flipped(l align.TextLink) align.TextLink {
	l.From, l.To, l.FromAt, l.ToAt = l.To, l.From, l.ToAt, l.FromAt
	switch {
	case l.Relation == align.Split:
		l.Relation = align.Joined
	case l.Relation == align.Joined && len(l.From) == 1:
		l.Relation = align.Split
	}
	l.Why = nil // reasons name the numbers in the order of the documents
	l.Inner = flippedAll(l.Inner)
	return l
}

func flippedAll(links []align.TextLink) []align.TextLink {
	var out []align.TextLink
	for _, l := range links {
		out = append(out, flipped(l))
	}
	sortLinks(out)
	return out
}

func withoutWhy(links []align.TextLink) []align.TextLink {
	var out []align.TextLink
	for _, l := range links {
		l.Why, l.Inner = nil, withoutWhy(l.Inner)
		out = append(out, l)
	}
	sortLinks(out)
	return out
}

// checkTextsMirrored: a matching of b with a is that of a with b, read from
// the other side, to the last bit of the scores.
func checkTextsMirrored(t *testing.T, ab, ba *align.Matching) {
	t.Helper()
	if diff := cmp.Diff(withoutWhy(ab.Links), flippedAll(ba.Links)); diff != "" {
		t.Errorf("links are not mirrored (-one way +other way)\n%s", diff)
	}
	mirror := map[align.Relation]align.Relation{align.Deleted: align.Inserted, align.Inserted: align.Deleted, align.Unknown: align.Unknown}
	for _, side := range [][2][]align.Unmatched{{ab.UnmatchedFrom, ba.UnmatchedTo}, {ab.UnmatchedTo, ba.UnmatchedFrom}} {
		var other []align.Unmatched
		for _, u := range side[1] {
			u.Relation = mirror[u.Relation]
			other = append(other, u)
		}
		if diff := cmp.Diff(side[0], other); diff != "" {
			t.Errorf("unmatched texts are not mirrored (-one way +other way)\n%s", diff)
		}
	}
}

func TestTextsMirrored(t *testing.T) {
	for seed := range int64(400) {
		from, to := draft(seed)
		checkTextsMirrored(t, align.Match(from, to, nil), align.Match(to, from, nil))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// Every text stands in exactly one link or is unmatched.
func TestEveryTextOnce(t *testing.T) {
	for seed := range int64(400) {
		from, to := draft(seed)
		m := align.Match(from, to, nil)
		seen := [2][]int{make([]int, len(from)), make([]int, len(to))}
		for _, l := range m.Links {
			for side, places := range [][]int{l.FromAt, l.ToAt} {
				for _, x := range places {
					seen[side][x]++
				}
			}
		}
		for side, list := range [][]align.Unmatched{m.UnmatchedFrom, m.UnmatchedTo} {
			for _, u := range list {
				seen[side][u.At]++
			}
		}
		for side := range seen {
			for x, n := range seen[side] {
				if n != 1 {
					t.Fatalf("seed %d: text %d of side %d stands %d times", seed, x+1, side, n)
				}
			}
		}
	}
}

func TestMatchTwice(t *testing.T) {
	for seed := range int64(100) {
		from, to := draft(seed)
		if first := align.Match(from, to, nil); !reflect.DeepEqual(first, align.Match(from, to, nil)) {
			t.Fatalf("seed %d: another result when run again", seed)
		}
	}
}

// Every text is linked or said to have no counterpart, once; and the documents
// exchanged give the same links.
func FuzzMatch(f *testing.F) {
	f.Add(army+"\n"+plant+"\n"+assets, plant+"\n"+army+" "+assets)
	f.Add("a\na\na", "a\n\na")
	f.Add("湖鱒\n"+port, "湖 鱒\n"+port)
	f.Add("", army)
	f.Fuzz(func(t *testing.T, older, newer string) {
		lines := func(s string) (out []align.Text) {
			for i, body := range strings.SplitN(s, "\n", 12) {
				out = append(out, align.Text{Number: fmt.Sprint(i + 1), Body: body})
			}
			return out
		}
		from, to := lines(older), lines(newer)
		m := align.Match(from, to, nil)
		times := map[string]int{}
		for _, l := range m.Links {
			for _, n := range l.From {
				times["from "+n]++
			}
			for _, n := range l.To {
				times["to "+n]++
			}
		}
		for _, u := range m.UnmatchedFrom {
			times["from "+u.Number]++
		}
		for _, u := range m.UnmatchedTo {
			times["to "+u.Number]++
		}
		for side, texts := range map[string][]align.Text{"from ": from, "to ": to} {
			for _, text := range texts {
				if times[side+text.Number] != 1 {
					t.Errorf("%s%s is told of %d times", side, text.Number, times[side+text.Number])
				}
			}
		}
		ends := func(links []align.TextLink, exchanged bool) (out []string) {
			for _, l := range links {
				if exchanged {
					l.From, l.To = l.To, l.From
				}
				out = append(out, fmt.Sprint(l.From, l.To))
			}
			slices.Sort(out)
			return out
		}
		if a, b := ends(m.Links, false), ends(align.Match(to, from, nil).Links, true); !slices.Equal(a, b) {
			t.Errorf("the links are %v, and exchanged %v", a, b)
		}
	})
}
