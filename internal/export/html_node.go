package export

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// attrs are names and values of an element in turn. A name that ends in "?" is
// left out where its value is empty.
type attrs []string

// el is an element. What it holds is escaped when it is written.
func el(name string, a attrs, inner ...*html.Node) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: name}
	for i := 0; i < len(a); i += 2 {
		key, optional := strings.CutSuffix(a[i], "?")
		if a[i+1] != "" || !optional {
			n.Attr = append(n.Attr, html.Attribute{Key: key, Val: a[i+1]})
		}
	}
	return with(n, inner...)
}

// with puts more into an element, and returns it.
func with(n *html.Node, inner ...*html.Node) *html.Node {
	for _, c := range inner {
		if c != nil {
			n.AppendChild(c)
		}
	}
	return n
}

func text(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// spaced are nodes each on a line of its own in the file.
func spaced(nodes ...*html.Node) []*html.Node {
	var out []*html.Node
	for _, n := range nodes {
		out = append(out, text("\n"), n)
	}
	return out
}

// written is a node as text, which takes less memory.
func (s *site) written(n *html.Node) *html.Node {
	var b strings.Builder
	s.err = cmp.Or(s.err, html.Render(&b, n))
	return &html.Node{Type: html.RawNode, Data: b.String()}
}

// to is the address of an element of the page.
func to(id string) string { return (&url.URL{Fragment: id}).String() }
