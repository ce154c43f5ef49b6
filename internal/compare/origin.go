package compare

import (
	"slices"

	"plandiff/internal/plan"
)

// Origin tells where a content of a version first stood.
type Origin struct {
	Topic   *plan.Topic
	Field   *plan.Field
	Content Content
	// First are the earliest drafts with the same value, unit and qualifiers;
	// several if they bear the same date. The version itself if there is none
	// before it.
	First []*plan.Record
	// Disputed are those of First where sources contradict each other on it.
	Disputed []*plan.Record
	// Different are the drafts between the first and the version that are
	// known to say something else, in time order.
	Different []Variation
	// Unknown are the drafts between that are not reported.
	Unknown []*plan.Record
}

// Variation is what another draft says instead.
type Variation struct {
	Record *plan.Record
	Reading
}

// Origins traces every content that a version has, among the drafts up to its
// own date. Clauses that it does not have have no origin.
func Origins(lib *plan.Library, id string, ev Evidence) ([]Origin, *plan.Record, int) {
	seen, hidden := ev.Filter(lib, nil)
	version := seen.Record(id)
	if version == nil {
		return nil, nil, hidden
	}
	var earlier []*plan.Record
	for _, r := range seen.Drafts() {
		if r.ID != id && r.Date != "" && (version.Date == "" || r.Date.Compare(version.Date) <= 0) {
			earlier = append(earlier, r)
		}
	}
	var out []Origin
	eachField(seen, func(topic *plan.Topic, field *plan.Field) {
		if field.Many {
			return
		}
		for _, k := range Derive(version, topic, field).Contents {
			if !gone(k.State) && k.State != plan.Severed && !k.Value.IsZero() && !k.Claims[0].Outline {
				out = append(out, origin(version, earlier, topic, field, k))
			}
		}
	})
	return out, version, hidden
}

func origin(version *plan.Record, earlier []*plan.Record, topic *plan.Topic, field *plan.Field, k Content) Origin {
	o := Origin{Topic: topic, Field: field, Content: k}
	readings := make([]Reading, len(earlier))
	for i, r := range earlier {
		readings[i] = Derive(r, topic, field)
		if carries(readings[i], k) && (o.First == nil || r.Date.First() == o.First[0].Date.First()) {
			o.First = append(o.First, r)
			if readings[i].State == plan.Disputed {
				o.Disputed = append(o.Disputed, r)
			}
		}
	}
	if o.First == nil {
		o.First = []*plan.Record{version}
		return o
	}
	for i, r := range earlier {
		if r.Date.First() <= o.First[0].Date.First() || carries(readings[i], k) {
			continue
		}
		switch readings[i].State {
		case plan.Lacuna:
			o.Unknown = append(o.Unknown, r)
		default:
			o.Different = append(o.Different, Variation{r, readings[i]})
		}
	}
	return o
}

// carries reports whether a reading holds a content with the same value, unit
// and qualifiers.
func carries(r Reading, k Content) bool {
	return slices.ContainsFunc(r.Contents, func(o Content) bool {
		return !gone(o.State) && o.State != plan.Severed && !o.Claims[0].Outline && o.Value.Equal(k.Value) && slices.Equal(qualifierSet(o), qualifierSet(k))
	})
}

func qualifierSet(k Content) []string {
	var out []string
	for _, c := range k.Claims {
		out = append(out, c.Qualifiers...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
