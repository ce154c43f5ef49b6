package internal_test

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// literals are the texts in quotation marks of a file, without tags and
// imports.
func (s source) literals() []string {
	var out []string
	ast.Inspect(s.ast, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			return x.Tag == nil
		case *ast.BasicLit:
			if x.Kind == token.STRING {
				if text, err := strconv.Unquote(x.Value); err == nil {
					out = append(out, text)
				}
			}
		}
		return true
	})
	return out
}

// little are words that any room may say: names of columns and of classes, and joints.
var little = []string{"number", "field", "point", "card", "denies", "text", "points", "first", "from", "to", "and", "million", "billion", "trillion"}

// A word for a state, a kind, a heading or a remark is said by wording alone:
// what draws trees neither says it again nor looks for it in a text.
func TestRenderersHaveNoWordsOfTheirOwn(t *testing.T) {
	words := map[string]bool{}
	all := sources(t)
	for _, s := range all {
		if s.dir != "internal/wording" {
			continue
		}
		for _, text := range s.literals() {
			if strings.ContainsFunc(text, unicode.IsLetter) && len(text) > 3 {
				words[strings.TrimSpace(text)] = true
			}
		}
	}
	for _, word := range []string{"not reported", "disputed", "changed", "[ not agreed ]", "several descriptions", "too long to mark word by word", "text", "no longer:"} {
		if !words[word] {
			t.Errorf("wording does not have %q, and this test looks at nothing", word)
		}
	}
	for _, s := range all {
		if !slices.Contains(renderers, s.dir) {
			continue
		}
		for _, text := range s.literals() {
			if word := strings.TrimSpace(text); words[word] && !slices.Contains(little, word) {
				t.Errorf("%s says %q, which is a word of wording", s.name, text)
			}
		}
	}
}
