package telling

import (
	"fmt"
	"slices"
	"strconv"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// Miscounted says that no draft goes by a number of points: none has so many, or one of which that is
// told, and which is not called so. The counts are those that drafts are called by.
func (t Teller) Miscounted(n int, counts []string) string {
	having := pick.Keep(t.Lib.Drafts(), func(r *plan.Record) bool {
		for topic, f := range t.Lib.Fields() {
			if topic.About == plan.AboutDocument && f.Kind.Numeric() && slices.ContainsFunc(r.Claims(f.ID), func(c plan.Claim) bool {
				return string(c.Value.Number) == strconv.Itoa(n) && !c.Denies
			}) {
				return true
			}
		}
		return false
	})
	if len(having) > 0 {
		return fmt.Sprintf("No draft here goes by that name; of %d points is %s", n, wording.Say(having[0]))
	}
	return fmt.Sprintf("No draft has %d points; there are drafts with %s", n, wording.And(counts))
}
