package record

import (
	"strconv"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Write is a record as a file of plans/. Loaded again with the same vocabulary
// and cards it is the same record, places in files apart.
func Write(r *plan.Record, lib *plan.Library) ([]byte, error) {
	w := &writer{lib: lib, record: r}
	m := &mapping{}
	m.text("id", r.ID)
	m.text("kind", string(r.Kind))
	m.text("title", r.Title)
	if r.Label != r.Title {
		m.text("label", r.Label)
	}
	m.list("names", r.Names)
	m.list("described", r.Described)
	m.text("date", string(r.Date))
	m.text("date_note", r.DateNote)
	m.list("by", r.By)
	m.list("parties", r.Parties)
	m.list("follows", r.Follows)
	m.text("accompanies", r.Accompanies)
	m.list("concerns", r.Concerns)
	m.number("point_count", r.PointCount)
	m.text("status", r.Status)
	m.text("note", r.Note)
	attested := &mapping{}
	for _, a := range r.Attested {
		attested.list(a.Key, a.Sources)
	}
	m.mapping("attested", attested)
	if r.Kind == plan.Draft || r.Known != plan.KnownStatement || r.KnownNote != "" || r.Complete != nil {
		m.mapping("witness", w.witness())
	}
	var points []*yaml.Node
	for i := range r.Points {
		points = append(points, &w.point(&r.Points[i]).Node)
	}
	m.nodes("points", points)
	m.mapping("fields", w.fields(&plan.Point{}))
	return dump(m)
}

// WriteSources is cards as a file of seeds/.
func WriteSources(cards ...*plan.Source) ([]byte, error) {
	var list []*yaml.Node
	for _, s := range cards {
		m := &mapping{}
		m.text("id", s.ID)
		m.text("publisher", s.Publisher)
		m.text("title", s.Title)
		m.text("url", s.URL)
		m.text("published", string(s.Published))
		m.text("public_by", string(s.PublicBy))
		m.text("date_note", s.DateNote)
		m.text("kind", string(s.Kind))
		m.text("language", s.Language)
		m.text("attests", s.Attests)
		m.list("original", s.Original)
		m.truth("unread", s.Unread)
		if s.LowReliability {
			m.text("reliability", "low")
		}
		m.text("reliability_note", s.ReliabilityNote)
		m.text("file", s.File)
		m.text("sha256", s.SHA256)
		list = append(list, &m.Node)
	}
	top := &mapping{}
	top.nodes("sources", list)
	return dump(top)
}

func dump(m *mapping) ([]byte, error) {
	m.Kind = yaml.MappingNode
	return yaml.Dump(&m.Node, yaml.WithV4Defaults(), yaml.WithLineWidth(100))
}

// writer writes one record.
type writer struct {
	lib    *plan.Library
	record *plan.Record
}

func (w *writer) witness() *mapping {
	r, m := w.record, &mapping{}
	m.text("known", string(r.Known))
	m.text("note", r.KnownNote)
	m.text("wording", r.Wording)
	var list []*yaml.Node
	for _, c := range r.Complete {
		item := &mapping{}
		item.text("source", c.Source)
		item.text("points", prose.Ranges(c.Points))
		list = append(list, &item.Node)
	}
	m.nodes("complete", list)
	return m
}

func (w *writer) point(p *plan.Point) *mapping {
	m := &mapping{}
	m.number("number", p.Number)
	m.text("label", p.Label)
	m.text("title", p.Title)
	m.text("at", p.At)
	m.text("wording", p.Wording)
	m.list("covers", p.Covers)
	m.list("parts", p.Parts)
	m.truth("placeholder", p.Placeholder)
	m.truth("unread", p.Unread)
	from := &mapping{}
	for _, l := range p.From {
		var numbers []string
		for _, n := range l.Points {
			numbers = append(numbers, strconv.Itoa(n))
		}
		from.list(l.Version, numbers)
	}
	m.mapping("from", from)
	if p.Name() != "" {
		m.mapping("fields", w.fields(p))
	}
	return m
}

// fields are the claims at a point; at none for the zero Point.
func (w *writer) fields(p *plan.Point) *mapping {
	m := &mapping{}
	for _, fc := range w.record.Fields {
		var list []*yaml.Node
		for i := range fc.Claims {
			if c := &fc.Claims[i]; c.StandsAt(p) {
				list = append(list, &w.claim(c, fc.Field).Node)
			}
		}
		m.nodes(fc.Field, list)
	}
	return m
}

func (w *writer) claim(c *plan.Claim, field string) *mapping {
	m := &mapping{}
	m.text("id", c.ID)
	if c.State != plan.Present {
		m.text("state", string(c.State))
	}
	w.value(m, c, field)
	m.list("qualifiers", c.Qualifiers)
	m.truth("terms_unread", c.TermsUnread)
	m.text("to", c.To)
	m.text("proponent", c.Proponent)
	if c.Denies {
		m.text("polarity", "denies")
	}
	m.truth("outline", c.Outline && c.ChangedFrom == "" && c.KeptFrom == "")
	m.text("changed_from", c.ChangedFrom)
	m.text("kept_from", c.KeptFrom)
	m.text("adopted_from", c.AdoptedFrom)
	m.text("part", c.Part)
	if c.Rank != plan.Normal {
		m.text("rank", string(c.Rank))
	}
	m.text("source", c.Source)
	m.list("via", c.Via)
	m.text("at", c.At)
	m.text("basis", string(c.Basis))
	m.text("phrase", c.Phrase)
	m.truth("wording", c.Wording)
	m.text("by", c.By)
	m.text("date", string(c.Date))
	m.truth("hedged", c.Hedged)
	m.text("note", c.Note)
	return m
}

func (w *writer) value(m *mapping, c *plan.Claim, id string) {
	v := c.Value
	_, field := w.lib.Field(id)
	inWords := c.State == plan.Deleted || field != nil && (field.Kind.Numeric() || field.Kind == plan.DateKind)
	switch {
	case v.HasNumber():
		m.text("value", string(v.Bound)+string(v.Number))
		if field != nil && v.Unit != field.Unit {
			m.text("unit", v.Unit)
		}
	case v.Date != "":
		m.text("value", string(v.Date))
	case len(v.Items) > 0:
		m.list("value", v.Items)
	case inWords:
		m.text("words", v.Text)
	default:
		m.text("value", v.Text)
	}
}

// mapping is a YAML mapping being written. Values that say nothing are left
// out.
type mapping struct{ yaml.Node }

func (m *mapping) add(key string, value *yaml.Node) {
	m.Kind = yaml.MappingNode
	m.Content = append(m.Content, scalar(key), value)
}

func (m *mapping) text(key, s string) {
	if s != "" {
		m.add(key, scalar(s))
	}
}

func (m *mapping) number(key string, n int) {
	if n != 0 {
		m.add(key, scalar(strconv.Itoa(n)))
	}
}

func (m *mapping) truth(key string, b bool) {
	if b {
		m.text(key, "true")
	}
}

func (m *mapping) list(key string, items []string) {
	var nodes []*yaml.Node
	for _, s := range items {
		nodes = append(nodes, scalar(s))
	}
	if nodes != nil {
		m.add(key, &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle, Content: nodes})
	}
}

func (m *mapping) nodes(key string, nodes []*yaml.Node) {
	if nodes != nil {
		m.add(key, &yaml.Node{Kind: yaml.SequenceNode, Content: nodes})
	}
}

func (m *mapping) mapping(key string, inner *mapping) {
	if len(inner.Content) > 0 {
		m.add(key, &inner.Node)
	}
}

// plainPattern are values that YAML takes as they are.
var plainPattern = pattern(`^[0-9A-Za-z]([0-9A-Za-z .()/%_-]*[0-9A-Za-z.)%])?$`)

// scalar is a value as a record has it: numbers, days and truth need no quotes
// there, since a key says what its value is.
func scalar(s string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Value: s}
	if !plainPattern().MatchString(s) || s == "null" {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// WriteVocabulary is topics with their fields as a vocabulary.
func WriteVocabulary(topics []plan.Topic) ([]byte, error) {
	var list []*yaml.Node
	for _, t := range topics {
		m := &mapping{}
		m.text("id", t.ID)
		m.text("title", t.Title)
		m.list("synonyms", t.Synonyms)
		if t.About != plan.AboutText {
			m.text("about", string(t.About))
		}
		var fields []*yaml.Node
		for i := range t.Fields {
			f, field := &t.Fields[i], &mapping{}
			field.text("id", f.ID)
			field.text("title", f.Title)
			field.text("kind", string(f.Kind))
			if f.Kind != plan.Percent {
				field.text("unit", f.Unit)
			}
			field.list("choices", f.Choices)
			field.list("terms", f.Terms)
			field.list("synonyms", f.Synonyms)
			field.text("note", f.Note)
			field.truth("many", f.Many)
			field.truth("own", f.Own)
			fields = append(fields, &field.Node)
		}
		m.nodes("fields", fields)
		list = append(list, &m.Node)
	}
	top := &mapping{}
	top.nodes("topics", list)
	return dump(top)
}

// ReadCovers reads a map of topics: the number of a point, as the document
// prints it, with the fields or the prefixes of fields that are at home there.
func ReadCovers(name string, data []byte) (map[string][]string, error) {
	l := newLoader()
	r, n := l.parse(file{label: name, data: data})
	out := map[string][]string{}
	if n != nil && n.Kind != yaml.MappingNode {
		r.bad(n, "for example 7: [army-size, nato.enlargement]", "points with their topics belong here, not %s", kindName(n))
	} else if n != nil {
		for i := 0; i+1 < len(n.Content); i += 2 {
			out[r.text(n.Content[i])] = r.list(n.Content[i+1])
		}
	}
	if len(l.problems) > 0 {
		return nil, l.told()
	}
	return out, nil
}
