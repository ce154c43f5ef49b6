package record

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
)

const (
	maxPoints = 10_000 // numbered points of a version
	maxLabel  = 24     // characters of a label
)

// recordReader reads one record.
type recordReader struct {
	*reader
	*plan.Record
	point   *plan.Point    // under which claims stand; nil at the top
	at      map[string]int // by field, in Fields
	covers  []string       // prefixes of the fields with a claim at the point
	covered map[string]bool
	labels  map[string]bool // of the points so far
	now     claimReader
	shipped bool
}

func (l *loader) readRecord(f file) {
	r, n := l.parse(f)
	if n == nil {
		return
	}
	rec := &plan.Record{}
	rr := &recordReader{reader: r, Record: rec, at: map[string]int{}, covered: map[string]bool{}, labels: map[string]bool{}}
	rr.now.keys, rr.now.evidence = rr.claimKeys(), rr.evidenceKeys()
	var points, fields, witness, attested *yaml.Node
	rr.shipped = f.shipped
	seen := r.mapping(n, "a record", keys{
		"id":    r.slug(&rec.ID),
		"kind":  word(r, &rec.Kind, []plan.RecordKind{plan.Draft, plan.Position, plan.Event}),
		"title": r.into(&rec.Title), "label": r.into(&rec.Label), "names": r.intoList(&rec.Names), "described": r.intoList(&rec.Described),
		"date": r.date(&rec.Date), "date_note": r.into(&rec.DateNote),
		"by": r.intoList(&rec.By), "parties": r.intoList(&rec.Parties),
		"follows": r.intoList(&rec.Follows), "accompanies": r.into(&rec.Accompanies), "concerns": r.intoList(&rec.Concerns),
		"point_count": r.whole(&rec.PointCount, maxPoints),
		"status":      r.into(&rec.Status), "note": r.into(&rec.Note),
		"attested": func(n *yaml.Node) { attested = n },
		"witness":  func(n *yaml.Node) { witness = n },
		"points":   func(n *yaml.Node) { points = n },
		"fields":   func(n *yaml.Node) { fields = n },
	}, "id", "kind", "title")
	if first := l.records[rec.ID]; first != nil && rec.ID != "" {
		r.bad(n, "IDs are unique over all files", "duplicate record %s", rec.ID)
		return
	}
	if rec.Label == "" {
		rec.Label = rec.Title
	} else if utf8.RuneCountInString(rec.Label) > maxLabel {
		r.bad(seen.at("label"), "", "the label has more than %d characters", maxLabel)
	}
	rec.Known = plan.KnownStatement
	if witness != nil {
		rr.readWitness(witness)
	} else if rec.Kind == plan.Draft {
		r.bad(n, "say how the text is known: witness: {known: text | oral | reported}", "a draft needs the key %q", "witness")
	}
	if attested != nil {
		rr.readAttested(attested, seen)
	}
	if points != nil {
		r.items(points, rr.readPoint)
	}
	if fields != nil {
		rr.readFields(fields)
	}
	if rec.ID == "" {
		return // its problem is listed
	}
	l.records[rec.ID] = rec
	if k := seen.at("follows"); k != nil {
		l.follows[rec.ID] = r.pos(k)
	}
	rr.checkLinks(n, seen)
}

// checkLinks looks up the records named by a record once all are there.
func (r *recordReader) checkLinks(n *yaml.Node, seen found) {
	r.later = append(r.later, func() {
		links := map[string][]string{"follows": r.Follows, "concerns": r.Concerns}
		if r.Accompanies != "" {
			links["accompanies"] = []string{r.Accompanies}
		}
		for _, key := range sortedKeys(links) {
			for _, id := range links[key] {
				r.needRecord(seen.at(key), id)
			}
		}
	})
}

func (r *reader) needRecord(n *yaml.Node, id string) {
	if r.records[id] == nil {
		r.bad(n, near(r, id, r.records), "no record has the ID %q", id)
	}
}

func (r *recordReader) readWitness(n *yaml.Node) {
	r.mapping(n, "the witness", keys{
		"known": word(r.reader, &r.Known, []plan.Witness{plan.KnownText, plan.KnownOral, plan.KnownReported, plan.KnownStatement}),
		"note":  r.into(&r.KnownNote),
		"wording": func(n *yaml.Node) {
			if r.Wording = r.text(n); r.Wording != "" && r.sources[r.Wording] == nil {
				r.bad(n, r.suggest(r.Wording, sortedKeys(r.sources)), "no card has the ID %q", r.Wording)
			}
		},
		"complete": func(n *yaml.Node) { r.items(n, r.readComplete) },
	}, "known")
}

func (r *recordReader) readComplete(n *yaml.Node) {
	var c plan.Completeness
	seen := r.mapping(n, "a witness", keys{
		"source": r.into(&c.Source),
		"points": func(n *yaml.Node) { c.Points = r.pointRange(n) },
	}, "source", "points")
	r.later = append(r.later, func() {
		r.needSource(seen.at("source"), c.Source)
		for _, p := range c.Points {
			if r.Point(p) == nil {
				r.bad(seen.at("points"), "list it under points", "point %d is said to be complete, but the record has no such point", p)
			}
		}
	})
	r.Complete = append(r.Complete, c)
}

// pointRange reads "1-3, 7" into 1 2 3 7.
func (r *reader) pointRange(n *yaml.Node) []int {
	var out []int
	s := r.text(n)
	if s == "" {
		return nil
	}
	for _, part := range strings.Split(s, ",") {
		from, to, span := strings.Cut(strings.TrimSpace(part), "-")
		if !span {
			to = from
		}
		a, errA := strconv.Atoi(from)
		b, errB := strconv.Atoi(to)
		if errA != nil || errB != nil || a < 1 || b < a || b > maxPoints || len(out) > maxPoints {
			r.bad(n, `for example "1-3, 7"`, "%q is not a range of points", part)
			return nil
		}
		for p := a; p <= b; p++ {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (r *recordReader) readPoint(n *yaml.Node) {
	p := plan.Point{}
	var fields *yaml.Node
	seen := r.mapping(n, "a point", keys{
		"number": r.whole(&p.Number, maxPoints), "label": r.into(&p.Label), "title": r.into(&p.Title), "at": r.into(&p.At), "wording": r.into(&p.Wording),
		"covers": r.intoList(&p.Covers), "parts": r.intoList(&p.Parts),
		"placeholder": r.truth(&p.Placeholder), "unread": r.truth(&p.Unread),
		"from":   func(n *yaml.Node) { p.From = r.readFrom(n) },
		"fields": func(n *yaml.Node) { fields = n },
	})
	if seen.at("title") == nil && seen.at("wording") == nil {
		r.bad(n, "", "a point needs the key %q", "title")
	}
	r.checkWording(seen.at("wording"))
	r.checkLabel(seen.at("label"), &p)
	if p.Number > 0 && r.Point(p.Number) != nil {
		r.bad(seen.at("number"), "each number once; sub-points are parts", "duplicate point %d", p.Number)
		return
	}
	if r.PointCount > 0 && p.Number > r.PointCount {
		r.bad(seen.at("number"), "correct the number or point_count", "point %d of a version with %d points", p.Number, r.PointCount)
	}
	if p.Unread && (fields != nil || p.Placeholder) {
		r.bad(seen.at("unread"), "", "a point that nobody has read has neither fields nor a placeholder")
	}
	r.Points = append(r.Points, p)
	at := len(r.Points) - 1
	r.covers = nil
	clear(r.covered)
	if fields != nil {
		r.point = &r.Points[at]
		r.readFields(fields)
		r.point = nil
	}
	for _, c := range p.Covers {
		if r.fields[c] == nil && !r.prefixes[c] {
			r.bad(seen.at("covers"), r.nearCover(c), "%q is neither a field nor the prefix of one", c)
		}
	}
	if p.Covers == nil && p.Name() != "" {
		r.Points[at].Covers = r.covers
	}
}

// isNumber reports whether a text is one that the number of a point is written
// as; 0 and 007 are none.
func isNumber(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n >= 1 && n <= maxPoints && strconv.Itoa(n) == s
}

// checkLabel refuses a label beside a number, one that another point has, and
// one that is no label.
func (r *recordReader) checkLabel(n *yaml.Node, p *plan.Point) {
	switch {
	case n == nil:
		return
	case p.Number > 0:
		r.bad(n, "leave one of them out", "a point has a number or a label, not both")
	case len([]rune(p.Label)) > maxLabel:
		r.bad(n, "for example 3.1.1", "the label is longer than %d characters", maxLabel)
	case isNumber(p.Label):
		r.bad(n, "number: "+p.Label, "a whole number is no label")
	case r.labels[p.Label]:
		r.bad(n, "every label stands once", "point %s stands twice", p.Label)
	default:
		r.labels[p.Label] = true
		return
	}
	p.Label = ""
}

// nearCover words a hint for what is neither a field nor the prefix of one.
func (r *reader) nearCover(id string) string {
	if hint := near(r, id, r.prefixes); strings.HasPrefix(hint, "did you mean") {
		return hint
	}
	return near(r, id, r.fields)
}

// checkWording refuses the words of a document where they may not be, or where
// nobody says which document has them.
func (r *recordReader) checkWording(n *yaml.Node) {
	switch {
	case n == nil:
	case r.shipped:
		r.bad(n, "records that are handed on hold facts and phrases of 8 words at most; keep the wording in a workspace", "the wording of a document does not belong here")
	case r.Wording == "":
		r.bad(n, "say which card it is from: witness: {known: text, wording: CARD}", "the wording of a point has no source")
	}
}

func (r *recordReader) readFrom(n *yaml.Node) []plan.Link {
	var out []plan.Link
	if n.Kind != yaml.MappingNode {
		r.bad(n, "for example from: {us-28: [7]}", "versions with their points belong here")
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		link := plan.Link{Version: r.text(key)}
		number := func(n *yaml.Node) {
			var p int
			r.whole(&p, maxPoints)(n)
			link.Points = append(link.Points, p)
		}
		if val.Kind == yaml.ScalarNode {
			number(val)
		} else {
			r.items(val, number)
		}
		out = append(out, link)
		r.later = append(r.later, func() {
			other := r.records[link.Version]
			if other == nil {
				r.needRecord(key, link.Version)
				return
			}
			for _, p := range link.Points {
				if p > 0 && other.Point(p) == nil {
					r.bad(val, "", "%s has no point %d", link.Version, p)
				}
			}
		})
	}
	return out
}

// readFields reads claims by field ID, at the current point.
func (r *recordReader) readFields(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		r.bad(n, "", "field IDs with their claims belong here, not %s", kindName(n))
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		id := r.text(key)
		if seen[id] {
			r.bad(key, "put the claims into one list", "duplicate field %s", id)
			continue
		}
		seen[id] = true
		field := r.field(id)
		if field == nil {
			r.bad(key, r.nearField(id), "no field has the ID %q", id)
			continue
		}
		r.items(val, func(n *yaml.Node) { r.readClaim(n, field) })
	}
}

// put adds a claim to the record.
func (r *recordReader) put(field string, c plan.Claim) {
	i, known := r.at[field]
	if !known {
		i = len(r.Fields)
		r.at[field] = i
		r.Fields = append(r.Fields, plan.FieldClaims{Field: field})
	}
	r.Fields[i].Claims = append(r.Fields[i].Claims, c)
	if p := plan.Prefix(field); (c.Point > 0 || c.Label != "") && !r.covered[p] {
		r.covered[p] = true
		r.covers = append(r.covers, p)
	}
}
