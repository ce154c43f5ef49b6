package internal_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "plandiff"

// floors are the rooms of the house: a package imports only from lower ones.
var floors = map[string]int{
	"plans": 0, "seeds": 0, "internal/plan": 0, "internal/pick": 0, "internal/prose": 0, "internal/ooxml": 0,
	"internal/plan/plantest": 1, "internal/ooxml/ooxmltest": 0,
	"internal/record": 1, "internal/evidence": 1, "internal/intake": 1, "internal/align": 1,
	"internal/intake/pdfium": 0, "internal/intake/pdfium/generate": 1,
	"internal/record/shipped": 2, "internal/record/shipped/generate": 3, "internal/record/shipped/shippedtest": 3,
	"internal/search": 1, "internal/compare": 2, "internal/draft": 2, "internal/redline": 2, "internal/lexicon": 3, "internal/rank": 4, "internal/query": 4,
	"internal/wording": 3,
	"internal/table":   4, "internal/table/tabletest": 5,
	"internal/finding": 5, "internal/telling": 6,
	"internal/ask":    7,
	"internal/screen": 8, "internal/export": 8, "internal/jsonout": 8,
	"internal/mcp": 9, "internal/browse": 9, "internal/browse/hideterm": 0, "internal/manual": 0,
	"internal/cli": 10,
	"cmd/plandiff": 11,
}

// renderers draw trees, and nothing else.
var renderers = []string{"internal/screen", "internal/export", "internal/jsonout"}

// source is a Go file of the module that is no test.
type source struct {
	dir, name string // the package folder, and the file, from the top
	text      []byte
	ast       *ast.File
}

func (s source) generated() bool { return ast.IsGenerated(s.ast) }

// sources reads every Go file below the top of the repository.
func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	top := os.DirFS("..")
	err := fs.WalkDir(top, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || name != "." && strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case d.IsDir() && name != "." && isModule(top, name):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := fs.ReadFile(top, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		out = append(out, source{path.Dir(name), name, text, file})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// isModule reports whether a folder is a module of its own, which is no room
// of this house.
func isModule(top fs.FS, dir string) bool {
	_, err := fs.Stat(top, path.Join(dir, "go.mod"))
	return err == nil
}

// Data flows one way.
func TestImportsGoDown(t *testing.T) {
	for _, s := range sources(t) {
		floor, known := floors[s.dir]
		if !known {
			t.Errorf("%s: the package %s has no floor", s.name, s.dir)
			continue
		}
		for _, spec := range s.ast.Imports {
			target, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			below, ours := strings.CutPrefix(target, module+"/")
			if !ours {
				continue
			}
			targetFloor, known := floors[below]
			if !known {
				t.Errorf("%s: imports %s, which has no floor", s.name, below)
			} else if targetFloor >= floor {
				t.Errorf("%s: %s is on floor %d and imports %s on floor %d", s.name, s.dir, floor, below, targetFloor)
			}
		}
	}
}

// What draws trees looks nothing up and compares nothing: it imports neither
// what compares nor what reads records.
func TestRenderersDrawTrees(t *testing.T) {
	forbidden := []string{"internal/compare", "internal/record", "internal/evidence", "internal/align", "internal/intake", "internal/redline"}
	for _, s := range sources(t) {
		if !slices.Contains(renderers, s.dir) {
			continue
		}
		for _, spec := range s.ast.Imports {
			target, _ := strconv.Unquote(spec.Path.Value)
			if below, ours := strings.CutPrefix(target, module+"/"); ours && slices.Contains(forbidden, below) {
				t.Errorf("%s imports %s; what it needs belongs into the tree", s.name, below)
			}
		}
	}
}

// One place numbers sources, and one filters: nobody else makes a table.Source
// or a view of less than everything.
func TestOnePlaceForOneRule(t *testing.T) {
	for _, rule := range []struct{ text, home string }{
		{"Source{Number:", "internal/table"},
		{"evidence.New(", "internal/cli internal/mcp internal/ask internal/table"},
	} {
		for _, s := range sources(t) {
			if strings.Contains(string(s.text), rule.text) && !slices.Contains(strings.Fields(rule.home), s.dir) && s.dir != "internal/table/tabletest" {
				t.Errorf("%s has %q, which belongs into %s", s.name, rule.text, rule.home)
			}
		}
	}
}

// The model is pure data.
func TestModelImportsNothing(t *testing.T) {
	for _, s := range sources(t) {
		for _, spec := range s.ast.Imports {
			target, _ := strconv.Unquote(spec.Path.Value)
			first, _, _ := strings.Cut(target, "/")
			standard := first != module && !strings.Contains(first, ".")
			switch s.dir {
			case "internal/plan":
				if !standard {
					t.Errorf("%s imports %s, and plan knows the standard library only", s.name, target)
				}
			case "plans", "seeds":
				if target != "embed" {
					t.Errorf("%s imports %s, and a folder of records only embeds them", s.name, target)
				}
			}
		}
	}
}

// Every package says what it is for, once.
func TestPackageComments(t *testing.T) {
	said := map[string][]string{}
	for _, s := range sources(t) {
		if _, ok := said[s.dir]; !ok {
			said[s.dir] = nil
		}
		if s.ast.Doc != nil {
			said[s.dir] = append(said[s.dir], s.name)
		}
	}
	for dir, files := range said {
		if len(files) != 1 {
			t.Errorf("%s has %d package comments %q, want one", dir, len(files), files)
		}
	}
}

// No file is too long to be read in one go. What is generated is not read.
func TestFilesAreShort(t *testing.T) {
	const most = 400
	for _, s := range sources(t) {
		if lines := bytes.Count(s.text, []byte("\n")); lines > most && !s.generated() {
			t.Errorf("%s has %d lines, and %d are enough", s.name, lines, most)
		}
	}
}

// The top of the repository holds nothing that has no place there.
func TestTopLevel(t *testing.T) {
	allowed := []string{"cmd", "plans", "internal", "seeds", "go.mod", "go.sum", "README.md",
		"plandiff"} // the program itself, when built in place; it is not committed
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(allowed, e.Name()) {
			t.Errorf("%s lies at the top of the repository", e.Name())
		}
	}
}

// The README names every module that go.mod requires itself, with its licence
// and what it is for.
func TestREADMENamesDependencies(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "| dependency | licence | for |")
	major := regexp.MustCompile(`/v\d+$`)
	direct := 0
	for line := range strings.Lines(string(mod)) {
		fields := strings.Fields(line)
		if len(fields) != 2 || !strings.HasPrefix(fields[1], "v") {
			continue // indirect ones bear a comment
		}
		direct++
		name := path.Base(major.ReplaceAllString(fields[0], ""))
		if !regexp.MustCompile(`(?m)^\|[^|]*\b` + regexp.QuoteMeta(name) + `\b[^|]*\|`).MatchString(table) {
			t.Errorf("README.md does not name %s", fields[0])
		}
	}
	if direct == 0 {
		t.Error("no requirement was found in go.mod, and this test looks at nothing")
	}
}
