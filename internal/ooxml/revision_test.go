package ooxml

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// readings are the paragraphs of a document after all its changes were
// accepted, or rejected: a reader of its own for tracked changes.
func readings(t testing.TB, document string, accept bool) []string {
	gone := map[string]bool{"w:ins": !accept, "w:moveTo": !accept, "w:del": accept, "w:moveFrom": accept}
	var out []string
	var open strings.Builder
	var text func(n *node, deleted bool)
	text = func(n *node, deleted bool) {
		if gone[n.name] {
			return
		}
		if n.name == "w:t" && deleted || n.name == "w:delText" && !deleted {
			t.Errorf("%s in a place of the other", n.name)
		}
		if n.name == "" {
			open.WriteString(n.text)
		}
		for _, c := range n.children {
			text(c, deleted || n.name == "w:del")
		}
	}
	for _, p := range parse(t, document).all("w:p") {
		joined := false
		for _, c := range p.children {
			if c.name != "w:pPr" {
				text(c, false)
				continue
			}
			for _, mark := range c.all("w:rPr") {
				for _, m := range mark.children {
					joined = joined || gone[m.name]
				}
			}
		}
		if !joined {
			out = append(out, open.String())
			open.Reset()
		}
	}
	return out
}

// redline is a document whose paragraphs were changed at random, with the
// older and the newer text.
func redline(r *rand.Rand) (d *Document, older, newer []string) {
	d = &Document{Title: "Redline", Author: "Newer draft", Date: "2025-11-20T00:00:00Z"}
	words := strings.Fields("the parties confirm their sovereignty & a limit of 600,000 <persons> under שלום Україна")
	phrase := func() string {
		var out []string
		for range 1 + r.IntN(6) {
			out = append(out, words[r.IntN(len(words))])
		}
		return strings.Join(out, " ") + " "
	}
	var blocks []Block
	add := func(mark Revision, runs ...Run) {
		var old, new string
		for _, run := range runs {
			if run.Revision.Op != Inserted && run.Revision.Op != MovedTo {
				old += run.Text
			}
			if run.Revision.Op != Deleted && run.Revision.Op != MovedFrom {
				new += run.Text
			}
		}
		if mark.Op != Inserted && mark.Op != MovedTo {
			older = append(older, old)
		}
		if mark.Op != Deleted && mark.Op != MovedFrom {
			newer = append(newer, new)
		}
		blocks = append(blocks, &Paragraph{Mark: mark, Runs: runs})
	}
	moves := 0
	var moved []string // texts that are still to arrive, by their number
	for range r.IntN(12) {
		switch r.IntN(5) {
		case 0:
			add(Revision{Op: Inserted}, Run{Text: phrase(), Revision: Revision{Op: Inserted}})
		case 1:
			add(Revision{Op: Deleted}, Run{Text: phrase(), Revision: Revision{Op: Deleted}})
		case 2:
			moves++
			text := phrase()
			moved = append(moved, text)
			add(Revision{MovedFrom, moves}, Run{Text: text, Revision: Revision{MovedFrom, moves}}, Run{Text: phrase(), Revision: Revision{Op: Deleted}})
		case 3:
			if n := len(moved); n > 0 {
				add(Revision{MovedTo, moves - n + 1}, Run{Text: phrase(), Revision: Revision{Op: Inserted}}, Run{Text: moved[0], Revision: Revision{MovedTo, moves - n + 1}})
				moved = moved[1:]
			}
		case 4:
			add(Revision{}, Run{Text: phrase()}, Run{Text: phrase(), Revision: Revision{Op: Deleted}}, Run{Text: phrase(), Revision: Revision{Op: Inserted}}, Run{Text: phrase()})
		}
	}
	for i, text := range moved {
		n := Revision{MovedTo, moves - len(moved) + i + 1}
		add(n, Run{Text: text, Revision: n})
	}
	d.Sections = []Section{{Body: blocks}}
	return d, older, newer
}

// Accepting all changes gives the newer text, rejecting all the older, word
// for word. The empty paragraph that has to end some documents is no text.
func TestChangesGiveBothTexts(t *testing.T) {
	for seed := range uint64(300) {
		d, older, newer := redline(rand.New(rand.NewPCG(seed, 1)))
		document := partOf(t, written(t, d), "word/document.xml")
		for _, c := range []struct {
			name   string
			accept bool
			want   []string
		}{{"accepted", true, newer}, {"rejected", false, older}} {
			got := readings(t, document, c.accept)
			if n := len(got); n > len(c.want) && got[n-1] == "" {
				got = got[:n-1]
			}
			if !slices.Equal(got, c.want) {
				t.Fatalf("seed %d, %s:\n%q, want\n%q", seed, c.name, got, c.want)
			}
		}
	}
}

// Both ends of a move have one name, and each has a range that begins and
// ends.
func TestMovesHaveTwoEnds(t *testing.T) {
	for seed := range uint64(100) {
		d, _, _ := redline(rand.New(rand.NewPCG(seed, 2)))
		root := parse(t, partOf(t, written(t, d), "word/document.xml"))
		names := map[string][]string{}
		for _, side := range []string{"moveFrom", "moveTo"} {
			var begun, ended []string
			for _, n := range root.all("w:" + side + "RangeStart") {
				begun = append(begun, n.attributes["w:id"])
				names[side] = append(names[side], n.attributes["w:name"])
			}
			for _, n := range root.all("w:" + side + "RangeEnd") {
				ended = append(ended, n.attributes["w:id"])
			}
			if !slices.Equal(begun, ended) {
				t.Fatalf("seed %d: ranges %q of %s begin, %q end", seed, begun, side, ended)
			}
			slices.Sort(names[side])
		}
		if fmt.Sprint(names["moveFrom"]) != fmt.Sprint(names["moveTo"]) {
			t.Fatalf("seed %d: moved away %q, arrived %q", seed, names["moveFrom"], names["moveTo"])
		}
	}
}
