package redline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"plandiff/internal/intake"
)

// documents are two drafts, the second made from the first by deletions,
// moves, new points and changed words.
func documents(r *rand.Rand) (older, newer *intake.Document) {
	words := strings.Fields("the parties shall confirm agree guarantee a ceasefire of “ninety” days along the line 600,000 troops; Україна and שלום, frozen assets return civilian hostages within energy station border region")
	phrase := func(n int) string {
		var out []string
		for range n {
			out = append(out, words[r.IntN(len(words))])
		}
		return strings.Join(out, " ")
	}
	point := func(n int) intake.Point {
		p := intake.Point{Number: strconv.Itoa(n), Label: strconv.Itoa(n) + ".", Kind: intake.KindPoint, Text: phrase(5 + r.IntN(30))}
		if r.IntN(3) == 0 {
			p.Title = phrase(2)
		}
		for i := range r.IntN(3) {
			number := fmt.Sprintf("%d.%d", n, i+1)
			p.Inner = append(p.Inner, intake.Point{Number: number, Label: "(" + string(rune('a'+i)) + ")", Kind: intake.KindPoint, Text: phrase(3 + r.IntN(10))})
		}
		return p
	}
	older, newer = &intake.Document{Name: "older"}, &intake.Document{Name: "newer"}
	for n := range 4 + r.IntN(12) {
		if r.IntN(5) == 0 {
			older.Points = append(older.Points, intake.Point{Label: "Section " + strconv.Itoa(n), Kind: intake.KindHeading})
		}
		older.Points = append(older.Points, point(n+1))
	}
	for _, p := range older.Points {
		switch r.IntN(6) {
		case 0: // gone
		case 1: // other words in it
			list := strings.Fields(p.Text)
			if len(list) > 2 {
				list[r.IntN(len(list))] = phrase(1 + r.IntN(3))
			}
			p.Text = strings.ReplaceAll(strings.Join(list, " "), "“ninety”", "\"ninety\"")
			newer.Points = append(newer.Points, p)
		case 2: // somewhere else
			newer.Points = slices.Insert(newer.Points, r.IntN(len(newer.Points)+1), p)
		default:
			newer.Points = append(newer.Points, p)
		}
		if r.IntN(6) == 0 {
			newer.Points = append(newer.Points, point(100+len(newer.Points)))
		}
	}
	return older, newer
}

func linesOf(d *intake.Document) []string {
	var out []string
	for i := range d.Points {
		out = append(out, Lines(&d.Points[i])...)
	}
	return out
}

// remaining are the paragraphs of a text without what has some fates.
func remaining(list []Tracked, fates ...Fate) []string {
	var out []string
	var open strings.Builder
	for _, t := range list {
		for _, r := range t.Runs {
			if !slices.Contains(fates, r.Fate) {
				open.WriteString(r.Text)
			}
		}
		if !slices.Contains(fates, t.End) {
			out = append(out, open.String())
			open.Reset()
		}
	}
	return out
}

// One text holds both documents, word for word.
func TestTrackHoldsBothTexts(t *testing.T) {
	moved := 0
	for seed := range uint64(300) {
		older, newer := documents(rand.New(rand.NewPCG(seed, 3)))
		c, err := Compare([]*intake.Document{older, newer})
		if err != nil {
			t.Fatal(err)
		}
		list := c.Track()
		if got, want := remaining(list, Deleted, MovedFrom), linesOf(newer); !slices.Equal(got, want) {
			t.Fatalf("seed %d: the newer text is\n%q, want\n%q", seed, got, want)
		}
		if got, want := remaining(list, Inserted, MovedTo), linesOf(older); !slices.Equal(got, want) {
			t.Fatalf("seed %d: the older text is\n%q, want\n%q", seed, got, want)
		}
		moved += ends(t, list)
	}
	if moved == 0 {
		t.Error("nothing moved in any of the documents")
	}
}

// ends counts the moves of a text. Each has two ends, in one paragraph each.
func ends(t *testing.T, list []Tracked) int {
	t.Helper()
	where := map[Fate]map[int]int{MovedFrom: {}, MovedTo: {}}
	for i, p := range list {
		for _, r := range p.Runs {
			if r.Move == 0 {
				if r.Fate == MovedFrom || r.Fate == MovedTo {
					t.Fatalf("%q moved without a number", r.Text)
				}
				continue
			}
			if at, met := where[r.Fate][r.Move]; met && at != i {
				t.Fatalf("move %d has an end in two paragraphs", r.Move)
			}
			where[r.Fate][r.Move] = i
		}
	}
	if len(where[MovedFrom]) != len(where[MovedTo]) {
		t.Fatalf("%d moves begin, %d end", len(where[MovedFrom]), len(where[MovedTo]))
	}
	return len(where[MovedTo])
}

// What stays in its place is not said to move: the fewest points move.
func TestTrackMovesTheFewest(t *testing.T) {
	texts := []string{"the ceasefire begins at midnight along the line of contact", "prisoners are returned all for all within ninety days",
		"frozen assets rebuild what was destroyed under joint oversight", "elections are held once the guarantees are in force"}
	document := func(order ...int) *intake.Document {
		d := &intake.Document{}
		for n, i := range order {
			d.Points = append(d.Points, intake.Point{Number: strconv.Itoa(n + 1), Label: strconv.Itoa(n+1) + ".", Kind: intake.KindPoint, Text: texts[i]})
		}
		return d
	}
	c, err := Compare([]*intake.Document{document(0, 1, 2, 3), document(3, 0, 1, 2)})
	if err != nil {
		t.Fatal(err)
	}
	list := c.Track()
	if n := ends(t, list); n != 1 {
		t.Errorf("%d moves, want one: %+v", n, list)
	}
}
