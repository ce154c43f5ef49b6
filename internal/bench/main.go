package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

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
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, w io.Writer) error {
	if len(args) == 3 && args[0] == "lay-down" { // for comparePeers
		return layDown(args[1], args[2])
	}
	dir, err := os.MkdirTemp("", "plandiff-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ours, err := build(dir, "../..", "plandiff/cmd/plandiff")
	if err != nil {
		return err
	}
	switch strings.Join(args, " ") {
	case "growth":
		return growth(w, dir, ours)
	case "peers":
		return comparePeers(w, dir, ours)
	}
	return errors.New("go run . growth: how the cost of each command grows; go run . peers: what other tools need for the same work")
}

// growth prints the cost of every command along every axis.
func growth(w io.Writer, dir, ours string) error {
	for _, a := range axes() {
		for _, command := range commands() {
			if err := a.measure(w, dir, ours, command); err != nil {
				return err
			}
		}
	}
	return nil
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
		c, err := measure(ours, append([]string{"--workspace", ws, "--no-shipped"}, command...)...)
		if err != nil {
			return err
		}
		costs = append(costs, c.cpu.Seconds())
		fmt.Fprintf(w, "  %6d: %6.2f s", n, c.cpu.Seconds())
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
