package internal_test

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"
)

// Nothing happens before main, and nothing that a package keeps changes: there
// is no init, every package variable has its value where it is declared, and
// no statement assigns to one, to a part of one, or counts it up.
func TestNoPackageState(t *testing.T) {
	all := sources(t)
	variables := map[string]map[string]bool{} // by folder and name
	for _, s := range all {
		if variables[s.dir] == nil {
			variables[s.dir] = map[string]bool{}
		}
		for _, decl := range s.ast.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == "init" {
					t.Errorf("%s has an init function", s.name)
				}
			case *ast.GenDecl:
				for _, v := range variableSpecs(d) {
					for _, name := range v.Names {
						variables[s.dir][name.Name] = true
					}
					if len(v.Values) == 0 && !embeds(d.Doc) && !embeds(v.Doc) {
						t.Errorf("%s: %s has no value where it is declared", s.name, v.Names[0].Name)
					}
				}
			}
		}
	}
	for _, s := range all {
		ast.Inspect(s.ast, func(n ast.Node) bool {
			var targets []ast.Expr
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					targets = n.Lhs
				}
			case *ast.IncDecStmt:
				targets = []ast.Expr{n.X}
			case *ast.RangeStmt:
				if n.Tok == token.ASSIGN {
					targets = []ast.Expr{n.Key, n.Value}
				}
			}
			for _, x := range targets {
				if id := root(x); id != nil && id.Name != "_" && variables[s.dir][id.Name] && !local(s.ast, id) {
					t.Errorf("%s assigns to the package variable %s", s.name, id.Name)
				}
			}
			return true
		})
	}
}

func variableSpecs(d *ast.GenDecl) []*ast.ValueSpec {
	var out []*ast.ValueSpec
	if d.Tok == token.VAR {
		for _, spec := range d.Specs {
			out = append(out, spec.(*ast.ValueSpec))
		}
	}
	return out
}

// embeds: the compiler gives the variable its value.
func embeds(doc *ast.CommentGroup) bool {
	if doc == nil {
		return false
	}
	for _, c := range doc.List {
		if strings.HasPrefix(c.Text, "//go:embed ") {
			return true
		}
	}
	return false
}

// root is the variable that an expression is a part of: x in x.a[i].b.
func root(x ast.Expr) *ast.Ident {
	for {
		switch e := x.(type) {
		case *ast.Ident:
			return e
		case *ast.SelectorExpr:
			x = e.X
		case *ast.IndexExpr:
			x = e.X
		case *ast.StarExpr:
			x = e.X
		case *ast.ParenExpr:
			x = e.X
		default:
			return nil
		}
	}
}

// local reports whether a name means a variable of a function. The parser
// resolves names within a file; what it leaves open is the package's.
func local(file *ast.File, id *ast.Ident) bool {
	return id.Obj != nil && file.Scope.Lookup(id.Name) != id.Obj
}
