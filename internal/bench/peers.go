package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// work is two versions to compare, laid down below a folder.
type work struct {
	title, dir string
	plandiff   []string
	document   bool // old.md and new.md are there too
	write      func(ours string) error
}

// tool is a peer, and its command line for some work; nil: not its kind of
// work.
type tool struct {
	name, path string // path is "" where it is not installed
	args       func(w work) []string
}

// tools are the peers. Those written in Go are built, the others are used where
// they are installed.
func tools(dir string) ([]tool, error) {
	in := func(w work, names ...string) []string {
		out := make([]string, len(names))
		for i, name := range names {
			if out[i] = name; strings.HasPrefix(name, "a.") || strings.HasPrefix(name, "b.") {
				if out[i] = filepath.Join(w.dir, name); w.document && strings.HasSuffix(name, ".txt") {
					out[i] = filepath.Join(w.dir, map[string]string{"a.txt": "old.md", "b.txt": "new.md"}[name])
				}
			}
		}
		return out
	}
	all := []tool{
		{name: "jd", args: func(w work) []string { return in(w, "-setkeys", "name", "a.json", "b.json") }},
		{name: "dyff", args: func(w work) []string { return in(w, "between", "a.yml", "b.yml") }},
		{name: "git", args: func(w work) []string { return in(w, "diff", "--no-index", "--word-diff", "a.txt", "b.txt") }},
		{name: "wdiff", args: func(w work) []string { return in(w, "a.txt", "b.txt") }},
		{name: "daff", args: func(w work) []string { return in(w, "diff", "--id", "id", "a.csv", "b.csv") }},
		{name: "pandiff", args: func(w work) []string {
			if !w.document {
				return nil
			}
			return in(w, "a.txt", "b.txt")
		}},
	}
	for i, pkg := range []string{"github.com/josephburnett/jd/v2/jd", "github.com/homeport/dyff/cmd/dyff"} {
		path, err := build(dir, ".", pkg)
		if err != nil {
			return nil, err
		}
		all[i].path = path
	}
	for i := range all {
		if all[i].path == "" {
			all[i].path, _ = exec.LookPath(all[i].name)
		}
	}
	return all, nil
}

// comparePeers prints a table in Markdown: a row for each work, and in it what
// each tool needs.
func comparePeers(w io.Writer, dir, ours string) error {
	all, err := tools(dir)
	if err != nil {
		return err
	}
	// A process counts the memory of the one that started it. So this one stays
	// small, and another lays down what is compared.
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if text, err := exec.Command(self, "lay-down", dir, ours).CombinedOutput(); err != nil {
		return fmt.Errorf("writing what is compared: %w\n%s", err, text)
	}
	head := "| work | plandiff |"
	for _, t := range all {
		head += " " + t.name + " |"
	}
	fmt.Fprintln(w, head)
	fmt.Fprintln(w, "|"+strings.Repeat(" --- |", len(all)+2))
	for _, x := range works(dir) {
		own, err := measure(ours, x.plandiff...)
		if err != nil {
			return err
		}
		if own.stopped {
			return fmt.Errorf("plandiff %s: %s", strings.Join(x.plandiff, " "), own)
		}
		fmt.Fprintf(w, "| %s | %s |", x.title, own)
		for _, t := range all {
			fmt.Fprintf(w, " %s |", t.cell(x, own))
		}
		fmt.Fprintln(w)
	}
	return nil
}

// cell is what a tool needs for some work, and how many times the CPU of
// plandiff that is.
func (t tool) cell(x work, own cost) string {
	args := t.args(x)
	switch {
	case t.path == "":
		return "not installed"
	case args == nil:
		return ""
	}
	c, err := measure(t.path, args...)
	if err != nil {
		return err.Error()
	}
	if c.stopped {
		return c.String()
	}
	return fmt.Sprintf("%s, ×%.2g", c, c.cpu.Seconds()/own.cpu.Seconds())
}

// works are what is compared, below a folder.
func works(dir string) []work {
	out := []work{{title: "two shipped drafts", dir: filepath.Join(dir, "shipped"), plandiff: []string{"diff", "us-28", "e3-28", "--all", "--sources", "none"}}}
	out[0].write = func(ours string) error {
		diff, err := exec.Command(ours, append(out[0].plandiff, "--format", "json")...).Output()
		if err != nil {
			return fmt.Errorf("comparing the shipped drafts: %w", err)
		}
		entries, err := shippedEntries(diff)
		if err != nil {
			return err
		}
		return writeEntries(out[0].dir, entries)
	}
	for _, n := range []int{300, 3000, 30000} {
		s, at := Shape{Fields: n, Versions: 2}, filepath.Join(dir, fmt.Sprintf("fields-%d", n))
		out = append(out, work{
			title: fmt.Sprintf("%d fields", n), dir: at,
			plandiff: []string{"--workspace", at, "--no-shipped", "diff", "v0", "v1", "--sources", "none"},
			write: func(string) error {
				if err := s.Write(at); err != nil {
					return err
				}
				return writeEntries(at, s.entries())
			},
		})
	}
	for _, n := range []int{10000, 100000} {
		at := filepath.Join(dir, fmt.Sprintf("points-%d", n))
		from, to := filepath.Join(at, "old.md"), filepath.Join(at, "new.md")
		out = append(out, work{
			title: fmt.Sprintf("%d points", n), dir: at, document: true, plandiff: []string{"diff", from, to},
			write: func(string) error {
				entries, older, newer := points(n)
				if err := writeEntries(at, entries); err != nil {
					return err
				}
				if err := writeDocument(from, older); err != nil {
					return err
				}
				return writeDocument(to, newer)
			},
		})
	}
	return out
}

// layDown writes what is compared.
func layDown(dir, ours string) error {
	for _, x := range works(dir) {
		if err := x.write(ours); err != nil {
			return err
		}
	}
	return nil
}
