package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// runs is how often a command is run at each size.
const runs = 3

// axis is one way for a workspace to grow.
type axis struct {
	name  string
	sizes []int
	shape func(n int) Shape
}

func axes() []axis {
	return []axis{
		{"fields", []int{300, 3000, 30000}, func(n int) Shape { return Shape{Fields: n, Versions: 3} }},
		{"versions", []int{3, 30, 300}, func(n int) Shape { return Shape{Fields: 30, Versions: n} }},
		{"claims", []int{30, 300, 3000}, func(n int) Shape { return Shape{Fields: 30, Versions: 3, Claims: n} }},
	}
}

// commands are what is measured along every axis.
func commands() [][]string {
	return [][]string{
		{"diff", "v0", "v1", "--all"}, {"matrix"}, {"history", "matter0"}, {"origin", "v2"}, {"uptake", "v0", "v1", "v2"},
		{"align", "v0", "v1"}, {"show", "v1"}, {"versions"}, {"sources"},
	}
}

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(w io.Writer) error {
	dir, err := os.MkdirTemp("", "plandiff-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ours, err := build(dir, "../..", "plandiff/cmd/plandiff")
	if err != nil {
		return err
	}
	peer, err := build(dir, ".", "github.com/homeport/dyff/cmd/dyff")
	if err != nil {
		return err
	}
	for _, a := range axes() {
		for _, command := range commands() {
			if err := a.measure(w, dir, ours, command); err != nil {
				return err
			}
		}
	}
	return comparePeer(w, dir, ours, peer)
}

// measure prints what a command costs at each size, and how that grew at last.
func (a axis) measure(w io.Writer, dir, ours string, command []string) error {
	fmt.Fprintf(w, "%-8s  %-8s", a.name, command[0])
	var costs []float64
	for _, n := range a.sizes {
		ws, err := workspace(dir, a.name, n, a.shape(n))
		if err != nil {
			return err
		}
		cost, err := cpu(ours, append([]string{"--workspace", ws, "--no-shipped"}, command...)...)
		if err != nil {
			return err
		}
		costs = append(costs, cost)
		fmt.Fprintf(w, "  %6d: %6.2f s", n, cost)
	}
	last := len(costs) - 1
	fmt.Fprintf(w, "  e %.2f\n", exponent(a.sizes[last-1], a.sizes[last], costs[last-1], costs[last]))
	return nil
}

// workspace writes a shape once and names its folder.
func workspace(dir, axis string, n int, s Shape) (string, error) {
	ws := filepath.Join(dir, fmt.Sprintf("%s-%d", axis, n))
	if _, err := os.Stat(ws); err == nil {
		return ws, nil
	}
	return ws, s.Write(ws)
}

// comparePeer prints what a keyed comparison of 30,000 fields costs here and
// with dyff.
func comparePeer(w io.Writer, dir, ours, peer string) error {
	s := Shape{Fields: 30000, Versions: 2}
	ws, err := workspace(dir, "peer", s.Fields, s)
	if err != nil {
		return err
	}
	if err := s.WritePeer(ws); err != nil {
		return err
	}
	cost, err := cpu(ours, "--workspace", ws, "--no-shipped", "diff", "v0", "v1", "--sources", "none")
	if err != nil {
		return err
	}
	theirs, err := cpu(peer, "between", filepath.Join(ws, "a.yml"), filepath.Join(ws, "b.yml"))
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "diff of %d fields: plandiff %.2f s, dyff %.2f s, %.2f times\n", s.Fields, cost, theirs, cost/theirs)
	return nil
}
