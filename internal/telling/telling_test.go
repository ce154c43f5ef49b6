package telling_test

import (
	"strings"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/finding"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/query"
	"plandiff/internal/telling"
	"plandiff/internal/wording"
)

// each runs a test on the findings of every field of some random libraries that say something.
func each(t *testing.T, test func(t telling.Teller, group []*finding.Finding)) {
	for seed := range int64(40) {
		view := evidence.New(plantest.Random(seed), evidence.Filter{})
		teller := telling.Teller{Lib: view.Library, Lower: strings.ToLower}
		book := finding.Book{View: view}
		for _, topic := range view.Library.Topics {
			for i := range topic.Fields {
				all := book.Grid([]*plan.Field{&topic.Fields[i]}, view.Library.Records)
				if group := finding.Those(all, (*finding.Finding).Says); len(group) > 0 {
					test(teller, group)
				}
			}
		}
	}
}

// TestOne: a finding is told with its field and its record, in the room that it has, and a source is
// named that has it.
func TestOne(t *testing.T) {
	const room = 300
	each(t, func(tell telling.Teller, group []*finding.Finding) {
		for _, f := range group {
			text := tell.One(f, f.Field.Title, room)
			if telling.Length(text) > room || !strings.Contains(strings.ToLower(text), strings.ToLower(f.Field.Title)) || !strings.Contains(strings.ToLower(text), strings.ToLower(wording.Say(f.Record))) {
				t.Errorf("%s of %s: %q", f.Field.ID, f.Record.ID, text)
			}
			if f.State == plan.Disputed != strings.HasPrefix(text, telling.Differ) {
				t.Errorf("that sources differ is said first, and only then: %q", text)
			}
			_, _, name := tell.Source(f)
			if sources := tell.SoSay([]*finding.Finding{f}, false, room); f.State != plan.Disputed && name != "" && !strings.HasPrefix(sources, "Sources: ") {
				t.Errorf("%s of %s: sources %q", f.Field.ID, f.Record.ID, sources)
			}
		}
	})
}

// TestShared: of drafts that say something each is named, or counted, and what is told has room.
func TestShared(t *testing.T) {
	each(t, func(tell telling.Teller, group []*finding.Finding) {
		whole := tell.Shared(new(query.Query), group, 5000)
		for _, f := range group {
			if !strings.Contains(whole, wording.Say(f.Record)) {
				t.Errorf("%s of %s is not told: %q", f.Field.ID, f.Record.ID, whole)
			}
		}
		if text := tell.OneByOne(finding.Records(group), func(v *plan.Record) []*finding.Finding {
			return finding.Those([]finding.Finding{*group[0]}, func(f *finding.Finding) bool { return f.Record == v })
		}, 300); !strings.Contains(text, tell.Lower(group[0].Field.Title)) {
			t.Errorf("%q", text)
		}
	})
}

// TestWhoSays: everything said stands with those who say it; of objections they come first.
func TestWhoSays(t *testing.T) {
	each(t, func(tell telling.Teller, group []*finding.Finding) {
		f := group[0]
		by := wording.Sayer(tell.Lib, f.Told()[0].Claims[0])
		said, objected := tell.WhoSays(f.Field.Title, group[:1], false, 5000), tell.WhoSays(f.Field.Title, group[:1], true, 5000)
		if !strings.HasPrefix(strings.ToLower(said), strings.ToLower(f.Field.Title)) || !strings.Contains(said, by) {
			t.Errorf("%q has no %q", said, by)
		}
		if !strings.Contains(strings.ToLower(objected), strings.ToLower(by)) || strings.HasPrefix(objected, f.Field.Title+": ") {
			t.Errorf("%q does not begin with who it is", objected)
		}
	})
}
