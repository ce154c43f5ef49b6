package redline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/intake"
	"plandiff/internal/ooxml"
)

// reading is the text of tracked paragraphs once all changes are accepted, or
// rejected.
func reading(paragraphs []*ooxml.Paragraph, accept bool) []string {
	gone := func(f ooxml.Op) bool {
		if accept {
			return f == ooxml.Deleted || f == ooxml.MovedFrom
		}
		return f == ooxml.Inserted || f == ooxml.MovedTo
	}
	var out []string
	open := ""
	for _, p := range paragraphs {
		for _, piece := range p.Runs {
			if !gone(piece.Revision.Op) {
				open += piece.Text
			}
		}
		if !gone(p.Mark.Op) {
			out = append(out, open)
			open = ""
		}
	}
	return out
}

func readText(t testing.TB, text string) *intake.Document {
	t.Helper()
	d, err := intake.Read("draft.md", []byte(text), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// tracked checks that both texts come back, and gives the paragraphs.
func tracked(t testing.TB, older, newer string) []*ooxml.Paragraph {
	t.Helper()
	docs := []*intake.Document{readText(t, older), readText(t, newer)}
	c, err := Compare(docs)
	if err != nil {
		t.Fatal(err)
	}
	out := c.Track()
	for i, accept := range []bool{false, true} {
		if got, want := reading(out, accept), Lines(docs[i]); !slices.Equal(got, want) {
			t.Fatalf("all accepted: %v\ngot  %q\nwant %q\nof\n%s\nand\n%s", accept, got, want, older, newer)
		}
	}
	return out
}

func TestTrackMarksWords(t *testing.T) {
	for _, c := range []struct{ why, older, newer, want string }{
		{"a number", "1. The limit is 600,000 people.\n\n2. It holds for ten years.\n", "1. The limit is 800,000 people.\n\n2. It holds for ten years.\n",
			"1. The limit is -600,000-+800,000+ people. | 2. It holds for ten years."},
		{"a style of quotation mark is a change to the byte", "1. The \"zone\" is closed to ships.\n\n2. It stays so.\n", "1. The “zone” is closed to ships.\n\n2. It stays so.\n",
			"1. The -\"-+“+zone-\"-+”+ is closed to ships. | 2. It stays so."},
		{"a sub-point", "1. The parties agree:\n\n   a) to meet every month\n\n2. It holds.\n", "1. The parties agree:\n\n   a) to meet every month\n\n   b) to write a report\n\n2. It holds.\n",
			"1. The parties agree: | a) to meet every month | +b) to write a report+ |+ 2. It holds."},
		{"a point between others", "1. The parties agree.\n\n2. It holds for years.\n", "1. The parties agree.\n\n2. Ships may pass the strait.\n\n3. It holds for years.\n",
			"1. The parties agree. | +2. Ships may pass the strait.+ |+ -2-+3+. It holds for years."},
	} {
		var got strings.Builder
		for i, p := range tracked(t, c.older, c.newer) {
			if i > 0 {
				got.WriteString(" ")
			}
			for _, piece := range p.Runs {
				sign := [...]string{"", "+", "-", "<", ">"}[piece.Revision.Op]
				got.WriteString(sign + piece.Text + sign)
			}
			got.WriteString(" |" + [...]string{"", "+", "-", "<", ">"}[p.Mark.Op])
		}
		if s := strings.TrimSuffix(got.String(), " |"); s != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.why, s, c.want)
		}
	}
}

// A point that align calls moved is a move at both places, also where a few of
// its words changed.
func TestTrackMoves(t *testing.T) {
	older := "1. The harbour stays open to ships of all flags.\n\n2. The bridge is repaired by the end of the year.\n\n3. Prisoners are exchanged all for all within a month.\n\n4. The fund pays for the damage of the flood.\n"
	newer := "1. The harbour stays open to ships of all flags.\n\n2. The fund pays at once for the damage of the flood.\n\n3. The bridge is repaired by the end of the year.\n\n4. Prisoners are exchanged all for all within a month.\n"
	var from, to string
	moves := map[int]int{}
	for _, p := range tracked(t, older, newer) {
		for _, piece := range p.Runs {
			moves[piece.Revision.Move]++
			switch piece.Revision.Op {
			case ooxml.MovedFrom:
				from += piece.Text
			case ooxml.MovedTo:
				to += piece.Text
			}
		}
	}
	if want := ". The fund pays for the damage of the flood."; from != want || to != want {
		t.Errorf("moved away %q, arrived %q, want %q", from, to, want)
	}
}

// Whatever is done to a text, both come back.
func TestTrackGivesBothTexts(t *testing.T) {
	words := strings.Fields("the parties confirm sovereignty limit 600,000 persons “under” Україна treaty border fund harbour exchange of all by a in observers month")
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 3))
		sentence := func() string {
			var out []string
			for range 5 + r.IntN(12) {
				out = append(out, words[r.IntN(len(words))])
			}
			return strings.Join(out, " ") + "."
		}
		var a, b []string
		for range 3 + r.IntN(8) {
			a = append(a, sentence())
		}
		for _, s := range a {
			switch r.IntN(7) {
			case 0:
			case 1:
				b = append(b, sentence(), s)
			case 2:
				b = append([]string{s}, b...)
			case 3:
				b = append(b, strings.Replace(s, " ", " newly ", 1+r.IntN(3)))
			case 4:
				if n := len(b); n > 0 {
					b[n-1] += " " + s
				}
			default:
				b = append(b, s)
			}
		}
		text := func(list []string) string {
			var out strings.Builder
			for i, s := range list {
				if i%4 == 0 {
					fmt.Fprintf(&out, "# Part %d\n\n", i/4+1)
				}
				fmt.Fprintf(&out, "%d. %s\n\n", i+1, s)
			}
			return out.String()
		}
		if len(b) > 0 {
			tracked(t, text(a), text(b))
		}
	}
}

// Accepting everything gives the newer text, and rejecting the older,
// whatever stands in them.
func FuzzTrack(f *testing.F) {
	f.Add("1. The limit is 600,000 people.\n\n2. It holds for ten years.\n", "1. It holds for ten years.\n\n2. The limit is 800,000 people.\n")
	f.Add("# A\n\n1. a\n   - b\n", "# B\n\na\n\n- b\n- [c\n")
	f.Add("Article 1\n\nx", "第一条 x\n\n> y")
	f.Add("0", "\xa0")
	f.Fuzz(func(t *testing.T, older, newer string) {
		for _, s := range []string{older, newer} {
			if _, err := intake.Read("draft.md", []byte(s), intake.Options{}); err != nil {
				return
			}
		}
		tracked(t, older, newer)
	})
}
