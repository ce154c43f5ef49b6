package compare

import (
	"fmt"
	"slices"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Origins is where each content of a version first stood.
type Origins struct {
	View     *evidence.View
	Version  *plan.Record
	Contents []Origin
	Hidden   int
}

// Origin tells where a content of a version first stood.
type Origin struct {
	Topic   *plan.Topic
	Field   *plan.Field
	Content Content
	// Reading is all that the version says of the field: where it is disputed,
	// Content is one of its accounts.
	Reading Reading
	// First are the earliest drafts with equal content; several if they bear
	// the same date. The version itself if there is none before it.
	First []*plan.Record
	// Disputed are those of First where sources contradict each other on it.
	Disputed []*plan.Record
	// Different are the drafts between the first and the version that are
	// known to say something else, in time order.
	Different []Variation
	// Unknown are the drafts between that are not reported.
	Unknown []*plan.Record
}

// By are those who put the first drafts forward, each once.
func (o Origin) By() []string {
	var out []string
	for _, r := range o.First {
		out = append(out, slices.DeleteFunc(slices.Clone(r.By), func(who string) bool { return slices.Contains(out, who) })...)
	}
	return out
}

// Variation is what another draft says instead.
type Variation struct {
	Record *plan.Record
	Reading
}

// TraceOrigins traces every content that a version has, among the drafts up
// to its own date that were public. Clauses that it does not have have no
// origin.
func TraceOrigins(v *evidence.View, id string) (*Origins, error) {
	version := v.Record(id)
	if version == nil {
		return nil, fmt.Errorf("tracing origins: there is no %s", id)
	}
	var earlier []*plan.Record
	for _, r := range v.Drafts() {
		if r.ID != id && r.Date != "" && v.Public(r.ID) && (version.Date == "" || r.Date.Compare(version.Date) <= 0) {
			earlier = append(earlier, r)
		}
	}
	out := &Origins{View: v, Version: version, Hidden: v.Hidden()}
	has := claimed([]*plan.Record{version})
	for topic, field := range v.Fields() {
		if !field.Compared() || !has[field.ID] {
			continue
		}
		reading := Derive(v, version, topic, field)
		var told []earlierDraft
		for _, k := range reading.Contents {
			if !k.stated() || k.Value.IsZero() {
				continue
			}
			if told == nil {
				told = earlierDrafts(v, earlier, topic, field)
			}
			out.Contents = append(out.Contents, origin(v, side{version, reading}, told, topic, field, k))
		}
	}
	return out, nil
}

// earlierDraft is what an earlier draft says of a field.
type earlierDraft struct {
	side
	stated []Content        // the contents that it has, told well enough
	groups map[string][]int // their places, by nearness
}

func earlierDrafts(v *evidence.View, earlier []*plan.Record, topic *plan.Topic, field *plan.Field) []earlierDraft {
	out := make([]earlierDraft, len(earlier))
	for i, r := range earlier {
		t := earlierDraft{side: side{r, Derive(v, r, topic, field)}}
		for _, k := range t.Contents {
			if k.stated() {
				t.stated = append(t.stated, k)
			}
		}
		t.groups = byNearness(t.stated)
		out[i] = t
	}
	return out
}

// stated reports whether a content says what a version has.
func (k Content) stated() bool {
	return !gone(k.State) && k.State != plan.Severed && !k.Outline()
}

// carries reports whether a draft holds a content equal to one of a version.
func (t earlierDraft) carries(v *evidence.View, field *plan.Field, version side, k Content) bool {
	return slices.ContainsFunc(t.groups[near(k.Value)], func(i int) bool {
		return pairContents(v, field, t.side, t.stated[i], version, k).Kind.Equal()
	})
}

func origin(v *evidence.View, version side, told []earlierDraft, topic *plan.Topic, field *plan.Field, k Content) Origin {
	o := Origin{Topic: topic, Field: field, Content: k, Reading: version.Reading}
	carries := make([]bool, len(told))
	for i, t := range told {
		carries[i] = t.carries(v, field, version, k)
		if carries[i] && (o.First == nil || t.record.Date.First() == o.First[0].Date.First()) {
			o.First = append(o.First, t.record)
			if t.State == plan.Disputed {
				o.Disputed = append(o.Disputed, t.record)
			}
		}
	}
	if o.First == nil {
		o.First = []*plan.Record{version.record}
		return o
	}
	for i, t := range told {
		if carries[i] || t.record.Date.First() <= o.First[0].Date.First() {
			continue
		}
		if t.State == plan.Lacuna {
			o.Unknown = append(o.Unknown, t.record)
		} else {
			o.Different = append(o.Different, Variation{t.record, t.Reading})
		}
	}
	return o
}
