package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// entry is one thing that two versions say: a field of a version, or the words
// of a point. What a version does not have is "".
type entry struct{ group, name, old, new string }

// writeEntries writes two versions below a folder, once for each kind of tool:
// a.json and b.json, a.yml and b.yml as lists of named groups, a.csv and b.csv
// with a row an entry, a.txt and b.txt with a line an entry.
func writeEntries(dir string, entries []entry) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for side, base := range []string{"a", "b"} {
		var groups []map[string]string
		var yml, csv, txt strings.Builder
		csv.WriteString("id,text\n")
		for i, e := range entries {
			if i == 0 || e.group != entries[i-1].group {
				groups = append(groups, map[string]string{"name": e.group})
				fmt.Fprintf(&yml, "- name: %s\n", e.group)
			}
			text := [2]string{e.old, e.new}[side]
			if text == "" {
				continue
			}
			groups[len(groups)-1][e.name] = text
			fmt.Fprintf(&yml, "  %s: %q\n", e.name, text)
			fmt.Fprintf(&csv, "%s,%q\n", e.group+"."+e.name, strings.ReplaceAll(text, `"`, "'"))
			fmt.Fprintf(&txt, "%s, %s: %s\n", e.group, e.name, text)
		}
		list, err := json.MarshalIndent(groups, "", " ")
		if err != nil {
			return err
		}
		for ext, text := range map[string]string{"json": string(list), "yml": yml.String(), "csv": csv.String(), "txt": txt.String()} {
			if err := os.WriteFile(filepath.Join(dir, base+"."+ext), []byte(text), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// entries are the first two versions of a shape.
func (s Shape) entries() []entry {
	var out []entry
	for t := range s.topics() {
		for f := range perTopic {
			out = append(out, entry{fmt.Sprintf("point%d", t+1), fmt.Sprintf("matter%d.f%d", t, f), fmt.Sprint(value(0, t, f)), fmt.Sprint(value(1, t, f))})
		}
	}
	return out
}

// shippedEntries are the fields of two drafts that the program ships with, as
// the program itself gives them.
func shippedEntries(diff []byte) ([]entry, error) {
	var out struct {
		Rows []struct {
			Topic, Field string
			Cells        []struct{ Text string }
		}
	}
	if err := json.Unmarshal(diff, &out); err != nil {
		return nil, err
	}
	var entries []entry
	for _, r := range out.Rows {
		entries = append(entries, entry{r.Topic, r.Field, r.Cells[0].Text, r.Cells[1].Text})
	}
	return entries, nil
}

// points are two versions of a document: of a hundred points one is gone, one
// is new, ten have moved, and a third of the others have other words.
func points(n int) (entries []entry, older, newer []string) {
	r := rand.New(rand.NewPCG(20, 26))
	words := make([]string, 3000)
	for i := range words {
		for range 2 + r.IntN(3) {
			words[i] += string("bdfgklmnprstvz"[r.IntN(14)]) + string("aeiou"[r.IntN(5)])
		}
	}
	text := func() []string {
		out := make([]string, 20+r.IntN(20))
		for i := range out {
			out[i] = words[min(r.IntN(len(words)), r.IntN(len(words)))] // some words are frequent
		}
		return out
	}
	var moved []string
	for i := range n {
		before := text()
		after := append([]string(nil), before...)
		if r.IntN(3) == 0 {
			for range 1 + r.IntN(3) {
				after[r.IntN(len(after))] = words[r.IntN(len(words))]
			}
		}
		e := entry{fmt.Sprintf("point%d", i+1), "text", strings.Join(before, " "), strings.Join(after, " ")}
		switch k := i % 100; {
		case k == 40:
			e.new = ""
		case k == 60:
			e.old = ""
		case k%10 == 5:
			moved = append(moved, e.new)
		}
		entries = append(entries, e)
		if e.old != "" {
			older = append(older, e.old)
		}
		if e.new != "" && i%100%10 != 5 {
			newer = append(newer, e.new)
		}
		if i%100 == 99 { // what moved comes at the end of its hundred, the last first
			for len(moved) > 0 {
				newer = append(newer, moved[len(moved)-1])
				moved = moved[:len(moved)-1]
			}
		}
	}
	return entries, older, newer
}

// writeDocument writes numbered points as a text, which is Markdown too.
func writeDocument(path string, points []string) error {
	var b strings.Builder
	for i, p := range points {
		fmt.Fprintf(&b, "%d. %s.\n\n", i+1, p)
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
