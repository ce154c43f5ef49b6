package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// perTopic is how many fields a topic has. Every topic is one numbered point
// of every version.
const perTopic = 10

// Shape is the size of an invented workspace.
type Shape struct {
	Fields   int // of the vocabulary, a multiple of ten; every version has all of them
	Versions int // drafts v0, v1, ...
	Claims   int // reports on the first field of every version, no two of which agree
}

// Write makes a workspace below a folder: drafts that follow one another, known
// whole from their texts, each with other values in a third of the fields.
func (s Shape) Write(dir string) error {
	for _, sub := range []string{"plans", "seeds"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			return err
		}
	}
	files := map[string]string{"plans/vocabulary.yaml": s.vocabulary(), "seeds/cards.yaml": s.cards()}
	for v := range s.Versions {
		files[fmt.Sprintf("plans/v%d.yaml", v)] = s.record(v)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (s Shape) topics() int { return s.Fields / perTopic }

// value is what a version says of a field: a third of the fields differ from
// version to version.
func value(version, topic, field int) int {
	if (topic+field)%3 == 0 {
		return 100 + field + version
	}
	return 100 + field
}

func (s Shape) vocabulary() string {
	var b strings.Builder
	b.WriteString("compare: [v0, v1]\noverview: [v0, v1]\ntopics:\n")
	for t := range s.topics() {
		fmt.Fprintf(&b, "- id: matter%d\n  title: Matter number %d\n  fields:\n", t, t)
		for f := range perTopic {
			fmt.Fprintf(&b, "  - {id: matter%d.f%d, title: Limit %d of boats, kind: count, unit: boats}\n", t, f, t*perTopic+f)
		}
	}
	return b.String()
}

func (s Shape) cards() string {
	var b strings.Builder
	b.WriteString("sources:\n")
	for v := range s.Versions {
		fmt.Fprintf(&b, "- {id: text%d, publisher: Courier %d, title: Draft %d in full, published: %s, kind: text, attests: reproduces draft %d}\n", v, v, v, day(v), v)
	}
	for c := range s.Claims {
		fmt.Fprintf(&b, "- {id: report%d, publisher: Herald %d, title: Account %d, published: %s, kind: report, attests: tells of a limit}\n", c, c, c, day(0))
	}
	return b.String()
}

// day gives versions days in their order, 336 to a year.
func day(n int) string { return fmt.Sprintf("%d-%02d-%02d", 2031+n/336, 1+n/28%12, 1+n%28) }

func (s Shape) record(v int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "id: v%d\nkind: draft\ntitle: Draft number %d\nlabel: Draft %d\ndate: %s\nby: [Aldmark]\nparties: [Aldmark, Borrin]\n", v, v, v, day(v))
	if v > 0 {
		fmt.Fprintf(&b, "follows: [v%d]\n", v-1)
	}
	fmt.Fprintf(&b, "point_count: %d\nwitness:\n  known: text\n  complete:\n  - {source: text%d, points: 1-%d}\npoints:\n", s.topics(), v, s.topics())
	for t := range s.topics() {
		fmt.Fprintf(&b, "- number: %d\n  title: Matter number %d\n  covers: [matter%d]\n  fields:\n", t+1, t, t)
		for f := range perTopic {
			fmt.Fprintf(&b, "    matter%d.f%d:\n    - {value: %d, source: text%d, basis: text}\n", t, f, value(v, t, f), v)
			for c := range s.reports(t, f) {
				fmt.Fprintf(&b, "    - {value: %d, source: report%d, basis: reported}\n", 1000*(v+1)+c, c)
			}
		}
	}
	return b.String()
}

func (s Shape) reports(topic, field int) int {
	if topic == 0 && field == 0 {
		return s.Claims
	}
	return 0
}
