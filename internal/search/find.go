package search

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
)

// Filter narrows a search; zero values admit everything.
type Filter struct {
	Versions  []string
	Topics    []string // IDs of topics or fields
	By        string   // of the speaker's name; of one of several, with commas
	Publisher string
	Value     string
}

// Hit is one claim, record or source that has the words.
type Hit struct {
	Score  float32 // share of the query that it meets, weighed by where
	Record *plan.Record
	Topic  *plan.Topic // nil unless it is a claim
	Field  *plan.Field
	Claim  *plan.Claim
	Source *plan.Source // of the claim, or by itself
}

// weights of the zones of one claim with all that it belongs to.
var claimZones = [...]struct {
	unit   func(Claim) Unit
	zone   Zone
	weight float32
}{
	{func(c Claim) Unit { return c.Unit }, Value, 1}, {func(c Claim) Unit { return c.Unit }, Phrase, 1}, {func(c Claim) Unit { return c.Unit }, Note, 0.9},
	{func(c Claim) Unit { return c.Unit }, Speaker, 0.9}, {func(c Claim) Unit { return c.Of }, Title, 0.9}, {func(c Claim) Unit { return c.Of }, Synonyms, 0.8},
	{func(c Claim) Unit { return c.Theme }, Title, 0.6}, {func(c Claim) Unit { return c.Theme }, Synonyms, 0.6}, {func(c Claim) Unit { return c.In }, Names, 0.8}, {func(c Claim) Unit { return c.In }, By, 0.5},
	{func(c Claim) Unit { return c.From }, Publisher, 0.7},
}

// least is the share of the best hit's score below which a hit is noise.
const least = 0.6

// Find ranks what meets a query, best first; ties in the order of the library.
func (x *Index) Find(words string, f Filter) []Hit {
	m := x.Match(x.Terms(Words(words)))
	by := pick.Each(strings.Split(f.By, ","), func(name string) *Match { return x.Match(x.Terms(Words(name))) })
	publisher := x.Match(x.Terms(Words(f.Publisher)))
	value := x.Match(x.Terms(Words(f.Value)))
	var out []Hit
	for _, c := range x.Claims {
		if !f.admits(c) || f.By != "" && !slices.ContainsFunc(by, func(m *Match) bool { return m.Cover(Place{c.Unit, Speaker}) >= full }) ||
			f.Publisher != "" && publisher.Cover(Place{c.From, Publisher}) < full || f.Value != "" && value.Cover(Place{c.Unit, Value}) < full {
			continue
		}
		score := m.score(c)
		if m.Total == 0 {
			score = 1
		}
		if score > 0 {
			out = append(out, Hit{Score: score, Record: c.Record, Topic: c.Topic, Field: c.Field, Claim: c.Claim, Source: x.Lib.Source(c.Claim.Source)})
		}
	}
	if f.By == "" && f.Publisher == "" && f.Value == "" && f.Topics == nil {
		out = append(out, x.things(m, f)...)
	}
	var best float32
	for _, h := range out {
		best = max(best, h.Score)
	}
	out = slices.DeleteFunc(out, func(h Hit) bool { return h.Score < best*least })
	slices.SortStableFunc(out, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// full is a cover that leaves no word out but for a slip of typing.
const full = 0.75

// things are the records and, without a filter on versions, the sources whose
// own words meet the query.
func (x *Index) things(m *Match, f Filter) []Hit {
	var out []Hit
	for _, r := range x.Lib.Records {
		if f.Versions == nil || slices.Contains(f.Versions, r.ID) {
			u := x.records[r.ID]
			if s := m.Cover(Place{u, Names}, Place{u, About}, Place{u, By}); s > 0 {
				out = append(out, Hit{Score: s, Record: r})
			}
		}
	}
	if f.Versions == nil {
		for _, s := range x.Lib.Sources {
			u := x.sources[s.ID]
			if score := m.Cover(Place{u, Publisher}, Place{u, Card}); score > 0 {
				out = append(out, Hit{Score: 0.9 * score, Source: s})
			}
		}
	}
	return out
}

func (f Filter) admits(c Claim) bool {
	return (f.Versions == nil || slices.Contains(f.Versions, c.Record.ID)) &&
		(f.Topics == nil || slices.Contains(f.Topics, c.Topic.ID) || slices.Contains(f.Topics, c.Field.ID) || slices.Contains(f.Topics, c.Field.Prefix()))
}

func (m *Match) score(c Claim) float32 {
	if m.Total == 0 {
		return 0
	}
	var sum float32
	for i := range m.Terms {
		var best float32
		for _, z := range claimZones {
			best = max(best, m.Strength(i, z.unit(c), z.zone)*z.weight)
		}
		sum += best * m.Terms[i].Weight
	}
	return sum / m.Total
}
