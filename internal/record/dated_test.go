package record_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"plandiff/internal/plan"
)

// A reader who asks what was known on a day must find what was public on it.
// Every point of the drafts that were public as a text or aloud has therefore
// a source whose page shows a date of the draft's first days. The points that
// have none are listed here, each with the reason.
func TestPointsHaveDatedSources(t *testing.T) {
	lib := shippedFiles(t)
	public := map[string]plan.Date{"us-28": "2025-11-21", "e3-28": "2025-11-24", "european-24": "2025-11-24", "zelensky-20": "2025-12-24"}
	explained := map[string]string{
		"e3-28 17": "nobody has read it", "e3-28 22": "nobody has read it", "e3-28 23": "nobody has read it", "e3-28 27": "nobody has read it",
		"european-24 1":  "says no more than that peace shall last; no field carries it",
		"zelensky-20 15": "the one page that tells it shows no date; it was public by 24 December",
	}
	for _, id := range slices.Sorted(maps.Keys(public)) {
		rec := lib.Record(id)
		if rec == nil {
			t.Fatalf("no record %s", id)
		}
		for _, p := range rec.Points {
			if p.Number == 0 {
				continue // listed by field below
			}
			key := fmt.Sprintf("%s %d", id, p.Number)
			dated := datedByPoint(lib, rec, p.Number, public[id])
			if _, known := explained[key]; known == dated {
				t.Errorf("%s, %s: a dated source %v, explained %v", key, p.Title, dated, known)
			}
		}
	}
}

// datedByPoint: a claim under the point has a source whose page shows a day
// not later than the given one.
func datedByPoint(lib *plan.Library, rec *plan.Record, number int, day plan.Date) bool {
	for _, fc := range rec.Fields {
		for _, c := range fc.Claims {
			if s := lib.Source(c.Source); c.Point == number && s != nil && s.Published != "" && s.Published <= day {
				return true
			}
		}
	}
	return false
}

// What stands under no number is listed by field: a point that only digests
// tell of has its place in the draft, not its number.
func TestUnnumberedFieldsHaveDatedSources(t *testing.T) {
	lib := shippedFiles(t)
	rec := lib.Record("european-24")
	for _, fc := range rec.Fields {
		dated, under := false, true
		for _, c := range fc.Claims {
			s := lib.Source(c.Source)
			dated = dated || s.Published != "" && s.Published <= "2025-11-24"
			under = under && c.Point == 0
		}
		if under && !dated {
			t.Errorf("%s: no dated source", fc.Field)
		}
	}
}
