package table

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// builder makes one tree. It is the one place that numbers sources.
type builder struct {
	view    *evidence.View
	tree    *Tree
	largest float64        // number of the field that is told through time; 0: none, and there are no bars
	said    bool           // contents are told with who says them
	number  map[string]int // card ID -> number in the register
	uses    map[useKey]int // -> place among the Uses of the card
}

// useKey is what a card is cited for; with what "" it is the evidence alone.
type useKey struct {
	number         int
	evidence, what string
}

// newBuilder begins a tree whose columns are some versions; hidden is how many claims
// the filter keeps out.
func newBuilder(v *evidence.View, view string, hidden int, columns ...*plan.Record) *builder {
	b := &builder{view: v, tree: &Tree{View: view}, number: map[string]int{}, uses: map[useKey]int{}}
	if !v.Filter.IsZero() {
		b.tree.Evidence = &Evidence{Filter: v.Filter, Hidden: hidden}
		b.tree.Head = append(b.tree.Head, plain(Remark, wording.Filter(v, hidden)))
	}
	b.tree.Columns = pick.Each(columns, b.column)
	return b
}

// done is the tree, with the cards behind claims that no line cites.
func (b *builder) done() *Tree {
	for _, r := range b.tree.Rows() {
		for _, c := range r.Cells {
			for i := range c.Claims {
				c.Claims[i].Source = b.card(c.Claims[i].Claim.Source)
				for _, via := range c.Claims[i].Via {
					b.card(via)
				}
			}
		}
	}
	return b.tree
}

// card is the number of a card in the register; 0 where there is none.
func (b *builder) card(id string) int {
	n := b.number[id]
	if n == 0 {
		s := b.view.Source(id)
		if s == nil {
			return 0
		}
		n = len(b.tree.Sources) + 1
		b.number[id] = n
		b.tree.Sources = append(b.tree.Sources, Source{Number: n, Card: s, Line: wording.SourceLine(s)})
	}
	return n
}

// cite numbers the sources of claims about a field of a version.
func (b *builder) cite(version, field string, claims []*plan.Claim) []int {
	return numbered(pick.Each(claims, func(c *plan.Claim) int { return b.use(c.Source, wording.Evidence(c), version+" "+field) }))
}

// citeReading numbers the sources of all that a reading says, or of the texts
// that show that it says nothing.
func (b *builder) citeReading(version, field string, r compare.Reading) []int {
	var claims []*plan.Claim
	for _, k := range r.Contents {
		claims = append(claims, k.Claims...)
	}
	if claims != nil || r.State != plan.Omitted {
		return b.cite(version, field, claims)
	}
	return b.citeCards(r.Witness, wording.WitnessHasNot, version+" "+field)
}

// aboutItself is why a source is cited for what a record says of itself.
const aboutItself = "statement about the version"

// citeCards numbers sources that are cited for one thing.
func (b *builder) citeCards(ids []string, evidence, what string) []int {
	return numbered(pick.Each(ids, func(id string) int { return b.use(id, evidence, what) }))
}

// numbered are places in the register, sorted, each once.
func numbered(cards []int) []int {
	slices.Sort(cards)
	return slices.DeleteFunc(slices.Compact(cards), func(n int) bool { return n == 0 })
}

// use enters a card and what it is cited for; 0 where there is no such card.
func (b *builder) use(card, evidence, what string) int {
	n := b.card(card)
	if n == 0 {
		return 0
	}
	src := &b.tree.Sources[n-1]
	key := useKey{n, evidence, ""}
	at, known := b.uses[key]
	if !known {
		at = len(src.Uses)
		b.uses[key] = at
		src.Uses = append(src.Uses, Use{Evidence: evidence})
	}
	key.what = what
	if _, twice := b.uses[key]; !twice {
		b.uses[key] = at
		src.Uses[at].For = append(src.Uses[at].For, what)
	}
	return n
}
