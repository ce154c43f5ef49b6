package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/plan"
)

func TestRecordHomes(t *testing.T) {
	r := &plan.Record{Points: []plan.Point{
		{Number: 1, Covers: []string{"toll"}},
		{Number: 2, Covers: []string{"toll.rate", "fleet"}},
		{Number: 3, Covers: []string{"fleet"}, Placeholder: true},
		{Covers: []string{"toll.rate", "harbour"}},
	}}
	for _, tt := range []struct {
		why   string
		field string
		want  []int
	}{
		{"the field by name outranks its prefix", "toll.rate", []int{2}},
		{"the prefix takes the rest", "toll.currency", []int{1}},
		{"a field may be at home twice, also where the text was struck", "fleet.limit", []int{2, 3}},
		{"a point without number is no home", "harbour.depth", nil},
		{"a longer word is no prefix", "tollbooth.colour", nil},
		{"covered nowhere", "signing.day", nil},
	} {
		if diff := cmp.Diff(tt.want, r.Homes(tt.field)); diff != "" {
			t.Errorf("homes of %s: %s (-want +got)\n%s", tt.field, tt.why, diff)
		}
	}
}

func TestRecordPoint(t *testing.T) {
	r := &plan.Record{Points: []plan.Point{{Title: "no number"}, {Number: 2, Title: "two"}}}
	if p := r.Point(2); p == nil || p.Title != "two" {
		t.Errorf("point 2 is %+v", p)
	}
	if p := r.Point(0); p != nil {
		t.Errorf("0 is no number, but finds %+v", p)
	}
	if p := r.Point(3); p != nil {
		t.Errorf("there is no point 3, but it finds %+v", p)
	}
}

func TestRecordClaims(t *testing.T) {
	r := &plan.Record{Fields: []plan.FieldClaims{
		{Field: "a.x", Claims: []plan.Claim{{Source: "s"}}},
		{Field: "a.y", Claims: []plan.Claim{{Source: "t"}, {Source: "u"}}},
	}}
	if got := r.Claims("a.y"); len(got) != 2 || got[1].Source != "u" {
		t.Errorf("claims of a.y: %+v", got)
	}
	if got := r.Claims("a.z"); got != nil {
		t.Errorf("nobody claims a.z, but there is %+v", got)
	}
	lib := &plan.Library{Records: []*plan.Record{r, {ID: "empty"}, r}}
	if r.ClaimCount() != 3 || lib.ClaimCount() != 6 {
		t.Errorf("%d claims in the record and %d in the library, want 3 and 6", r.ClaimCount(), lib.ClaimCount())
	}
}

func TestLibraryLookups(t *testing.T) {
	lib := &plan.Library{
		Topics: []plan.Topic{
			{ID: "tolls", Fields: []plan.Field{{ID: "toll.rate"}, {ID: "toll.currency"}}},
			{ID: "fleet", Fields: []plan.Field{{ID: "fleet.limit"}}},
		},
		Records: []*plan.Record{{ID: "draft-10"}, {ID: "draft-2"}, {ID: "miller"}},
		Sources: []*plan.Source{{ID: "crier"}, {ID: "gazette"}},
	}
	for _, r := range lib.Records {
		if lib.Record(r.ID) != r {
			t.Errorf("record %s is not found", r.ID)
		}
	}
	for _, s := range lib.Sources {
		if lib.Source(s.ID) != s {
			t.Errorf("source %s is not found", s.ID)
		}
	}
	for i := range lib.Topics {
		topic := &lib.Topics[i]
		if lib.Topic(topic.ID) != topic {
			t.Errorf("topic %s is not found", topic.ID)
		}
		for j := range topic.Fields {
			if gotTopic, got := lib.Field(topic.Fields[j].ID); gotTopic != topic || got != &topic.Fields[j] {
				t.Errorf("field %s is not found, or not under its topic", topic.Fields[j].ID)
			}
		}
	}
	for _, id := range []string{"", "draft", "draft-1", "draft-100", "Gazette", "zzz"} {
		topic, field := lib.Field(id)
		if lib.Record(id) != nil || lib.Source(id) != nil || lib.Topic(id) != nil || topic != nil || field != nil {
			t.Errorf("%q finds something, but no ID is exactly so", id)
		}
	}
}

func TestOfKind(t *testing.T) {
	lib := &plan.Library{Records: []*plan.Record{
		{ID: "a", Kind: plan.Draft},
		{ID: "b", Kind: plan.Draft, Date: "2025-11"},
		{ID: "c", Kind: plan.Event, Date: "2024"},
		{ID: "d", Kind: plan.Draft, Date: "2025-11-01"},
		{ID: "e", Kind: plan.Draft, Date: "2025-11-01"},
	}}
	var ids []string
	for _, r := range lib.Drafts() {
		ids = append(ids, r.ID)
	}
	// By date, the vaguer later, then by ID, the undated last.
	if diff := cmp.Diff([]string{"d", "e", "b", "a"}, ids); diff != "" {
		t.Errorf("drafts (-want +got)\n%s", diff)
	}
	if got := lib.OfKind(plan.Position); got != nil {
		t.Errorf("no positions, but %v", got)
	}
}

func TestNumericKinds(t *testing.T) {
	var numeric []plan.FieldKind
	for _, k := range plan.FieldKinds {
		if k.Numeric() {
			numeric = append(numeric, k)
		}
	}
	want := []plan.FieldKind{plan.Quantity, plan.Money, plan.Percent, plan.Duration, plan.Count}
	if diff := cmp.Diff(want, numeric); diff != "" {
		t.Errorf("kinds whose values are numbers (-want +got)\n%s", diff)
	}
}

func TestDescends(t *testing.T) {
	lib := &plan.Library{Records: []*plan.Record{ // by ID
		{ID: "about", Follows: []string{"round"}}, {ID: "beside"}, {ID: "first"}, {ID: "round", Follows: []string{"about"}},
		{ID: "second", Follows: []string{"first"}}, {ID: "third", Follows: []string{"gone", "second"}},
	}}
	for _, row := range []struct {
		v, from string
		want    bool
	}{
		{"second", "first", true}, {"third", "first", true}, {"first", "third", false},
		{"third", "beside", false}, {"first", "first", false}, {"round", "first", false},
	} {
		if got := lib.Descends(lib.Record(row.v), lib.Record(row.from)); got != row.want {
			t.Errorf("%s from %s: %v", row.v, row.from, got)
		}
	}
}
