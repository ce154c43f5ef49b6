package table_test

import (
	"fmt"
	"slices"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/table/tabletest"
)

// libraries are the views that hold for every library: the shipped one, the
// invented one, random ones, and each with evidence left out.
func libraries(t *testing.T, each func(t *testing.T, v *evidence.View)) {
	t.Run("shipped", func(t *testing.T) { each(t, shippedView(t)) })
	t.Run("shipped, as of a day", func(t *testing.T) { each(t, shippedView(t, evidence.Filter{AsOf: "2025-11-24"})) })
	t.Run("lake", func(t *testing.T) { each(t, lake(t)) })
	t.Run("lake, texts only", func(t *testing.T) { each(t, lake(t, evidence.Filter{Bases: []plan.Basis{plan.BasisText}})) })
	for seed := range int64(40) {
		lib := plantest.Random(seed)
		lib.Overview = []string{"v0", "v1", "v2"}
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) { each(t, view(lib)) })
		t.Run(fmt.Sprintf("seed=%d, as of a day", seed), func(t *testing.T) { each(t, view(lib, evidence.Filter{AsOf: "2031-03-03"})) })
	}
}

// eachLine calls f for every line of a tree in the order in which a reader
// meets them; cells of lists come as a line each.
func eachLine(tree *table.Tree, f func(l table.Line)) {
	all := func(list []table.Line) {
		for _, l := range list {
			f(l)
		}
	}
	grid := func(g table.Grid) {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				l := table.Plain(c.Text)
				l.Cites = c.Cites
				f(l)
			}
			all(r.Details)
		}
		all(g.Notes)
	}
	all(tree.Head)
	if o := tree.Overview; o != nil {
		for _, g := range append([]table.Grid{o.Versions, o.Counts, o.Topics}, o.More...) {
			grid(g)
		}
	}
	for _, g := range tree.Grids {
		grid(g)
	}
	for _, s := range tree.Sections {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				all(c.Lines)
			}
		}
	}
	all(tree.Foot)
}

// Every number that a line cites is in the register, which has each card once
// and numbers them as a reader meets them; what no line cites stands behind.
func TestRegister(t *testing.T) {
	libraries(t, func(t *testing.T, v *evidence.View) {
		for _, d := range tabletest.Everything(t, v) {
			next := 1
			eachLine(d.Tree, func(l table.Line) {
				if !slices.IsSorted(l.Cites) {
					t.Errorf("%s: %q cites %v, which is not sorted", d.Name, l.Text(), l.Cites)
				}
				for _, n := range l.Cites {
					switch {
					case n < 1 || n > len(d.Sources):
						t.Fatalf("%s: %q cites %d of %d sources", d.Name, l.Text(), n, len(d.Sources))
					case n > next:
						t.Errorf("%s: %q cites %d before any line cites %d", d.Name, l.Text(), n, next)
					case n == next:
						next++
					}
				}
			})
			if got := len(d.Cited()); got != next-1 {
				t.Errorf("%s: %d sources are cited and %d counted as such", d.Name, next-1, got)
			}
			seen := map[string]bool{}
			for i, s := range d.Sources {
				if s.Number != i+1 {
					t.Errorf("%s: source %d has the number %d", d.Name, i+1, s.Number)
				}
				if seen[s.Card.ID] {
					t.Errorf("%s: %s stands twice in the register", d.Name, s.Card.ID)
				}
				seen[s.Card.ID] = true
				if (s.Uses != nil) != (i < next-1) {
					t.Errorf("%s: %s is number %d of %d cited and has %d uses", d.Name, s.Card.ID, s.Number, next-1, len(s.Uses))
				}
			}
		}
	})
}

// Each claim beside a cell stands once, with the number of its card, and what
// decides is cited by a line of the cell.
func TestClaimsBesideCells(t *testing.T) {
	libraries(t, func(t *testing.T, v *evidence.View) {
		for _, d := range tabletest.Everything(t, v) {
			for _, s := range d.Sections {
				for _, r := range s.Rows {
					for _, c := range r.Cells {
						checkClaims(t, d.Name+" "+r.Field+" "+c.Version, d.Tree, c)
					}
				}
			}
		}
	})
}

func checkClaims(t *testing.T, where string, tree *table.Tree, c table.Cell) {
	t.Helper()
	seen := map[*plan.Claim]bool{}
	for _, x := range c.Claims {
		if seen[x.Claim] {
			t.Errorf("%s: a claim of %s stands twice", where, x.Claim.Source)
		}
		seen[x.Claim] = true
		if x.Source == 0 || tree.Sources[x.Source-1].Card.ID != x.Claim.Source {
			t.Fatalf("%s: the claim of %s has the number %d", where, x.Claim.Source, x.Source)
		}
		cited := slices.ContainsFunc(c.Lines, func(l table.Line) bool { return slices.Contains(l.Cites, x.Source) })
		if x.Decides && !cited {
			t.Errorf("%s: %s decides, and no line cites it", where, x.Claim.Source)
		}
	}
}

// What a cell says is said with words: no line is empty, no mark lacks its
// word, and the word of a kind is said once.
func TestCellsSpeak(t *testing.T) {
	libraries(t, func(t *testing.T, v *evidence.View) {
		for _, d := range tabletest.Everything(t, v) {
			for _, s := range d.Sections {
				for _, r := range s.Rows {
					for i, c := range r.Cells {
						where := d.Name + " " + r.Field + " " + c.Version
						if len(c.Lines) == 0 {
							t.Errorf("%s says nothing", where)
							continue
						}
						for _, l := range c.Lines {
							if l.Text() == "" {
								t.Errorf("%s: an empty line %v", where, l.Role)
							}
						}
						first := c.Lines[0].Text()
						if c.Badge != "" && (first == c.Badge || c.Badge == r.Word && len(r.Cells) == 1 && first == r.Word) {
							t.Errorf("%s says %q twice", where, c.Badge)
						}
						if i == 0 && len(r.Cells) > 1 && (!c.Mark.IsZero() || c.Kind != "" || c.Badge != "") {
							t.Errorf("%s: the first version differs from itself: %q", where, c.Kind)
						}
						if quiet := c.State == plan.Lacuna || c.State == plan.Omitted; d.View != "origin" && c.Quiet != quiet {
							t.Errorf("%s: %s is quiet: %v", where, c.State, c.Quiet)
						}
					}
				}
			}
		}
	})
}

// Rows have their number among all rows, shown or not, and each row has a cell
// for every column, each section points for every column.
func TestRowsFitColumns(t *testing.T) {
	libraries(t, func(t *testing.T, v *evidence.View) {
		for _, d := range tabletest.Everything(t, v) {
			last := 0
			for _, s := range d.Sections {
				columns := max(len(d.Columns), 1)
				if len(s.Points) != columns {
					t.Errorf("%s: section %s has points for %d of %d columns", d.Name, s.ID, len(s.Points), columns)
				}
				for _, r := range s.Rows {
					if len(r.Cells) != columns {
						t.Errorf("%s: %s has %d cells for %d columns", d.Name, r.Field, len(r.Cells), columns)
					}
					if numbered := d.View == "diff" || d.View == "uptake"; numbered && r.Number <= last || !numbered && r.Number != 0 {
						t.Errorf("%s: %s has the number %d behind %d", d.Name, r.Field, r.Number, last)
					}
					last = r.Number
				}
			}
			for _, g := range d.Grids {
				for _, r := range g.Rows {
					if len(r.Cells) != len(g.Columns) {
						t.Errorf("%s: %s of %s has %d cells for %d columns", d.Name, r.ID, g.ID, len(r.Cells), len(g.Columns))
					}
				}
			}
		}
	})
}

// What draws a tree never meets text that is not clean: every string of the
// records was cleaned at the door, and laying out adds nothing unclean.
func TestLinesAreClean(t *testing.T) {
	for _, v := range []*evidence.View{lake(t), shippedView(t)} {
		for _, d := range tabletest.Everything(t, v) {
			eachLine(d.Tree, func(l table.Line) {
				if text := l.Text(); prose.Clean(text) != text {
					t.Errorf("%s: %q is not clean", d.Name, text)
				}
			})
		}
	}
}
