package table_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/search"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// sectionText is the sections of a tree: a line a section, then its rows with
// what their one cell says.
func sectionText(tree *table.Tree) []string {
	var out []string
	for _, s := range tree.Sections {
		head := "# " + s.Title
		if s.Note != "" {
			head += " (" + s.Note + ")"
		}
		out = append(out, head)
		for _, r := range s.Rows {
			for _, l := range outline(tree, r.Cells[0]) {
				out = append(out, r.Title+": "+l)
			}
		}
	}
	return out
}

func single(t testing.TB, v *evidence.View, id string) *compare.RecordReading {
	t.Helper()
	s, err := compare.Read(v, id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// One record: what it says of itself, its points in order, then the rest by
// topic; claims that did not decide, and notes.
func TestSingle(t *testing.T) {
	v := lake(t)
	tree := table.FromRecord(single(t, v, "counter-8"))
	same(t, "facts", gridText(gridOf(t, tree, "facts")), []string{
		"date | 20 Mar 2031", "by | Aldmark", "parties | Aldmark, Borrin", "known | text: 5 of 8 points",
		" | points 1 to 5 were printed; 7 was not", "status | published in part", "follows | joint-8", "called | counter-draft, lake paper",
	})
	var heads []string
	for _, s := range tree.Sections {
		heads = append(heads, s.ID+" | "+s.Title+" | "+s.Note)
	}
	same(t, "sections", heads, []string{
		"1 | Point 1: Purpose | text known · joint-8 point 1",
		"2 | Point 2: Catch | text known · joint-8 point 2",
		"3 | Point 3: Season | text known · joint-8 point 3",
		"4 | Point 4: Patrols | text known · joint-8 point 4",
		"5 | Point 5: Restocking fund | text known · joint-8 point 5",
		"6 | Point 6: Villages | the number is kept and the text struck · joint-8 point 6",
		"7 | Point 7: Hatchery | nobody has read this point",
		"8 | Point 8: Disputes | joint-8 point 8",
		"document | The document | ",
	})
	if tree.Title != "counter-8: Aldmark's counter-draft" || tree.Known.ReadWhole != 5 || tree.Known.As != plan.KnownText || !tree.Known.Public {
		t.Errorf("title %q, known %+v", tree.Title, tree.Known)
	}
	joint := table.FromRecord(single(t, v, "joint-8"))
	for _, tt := range []struct {
		why, field string
		want       []string
	}{
		{"a copy that did not decide, with its note", "catch.limit",
			[]string{"", "value: 400 tonnes <courier-joint>", "other copy: also reported: 450 tonnes <gazette-joint>", "note: note: the leaked copy has another figure <gazette-joint>"}},
		{"a claim that nobody credits", "fund.size",
			[]string{"", "value: 10 million EUR <courier-joint>", "other copy: not relied on: 100 million EUR <gazette-joint>", "note: note: a slip of the copyist <gazette-joint>"}},
	} {
		same(t, tt.why, outline(joint, rowOf(t, joint, tt.field).Cells[0]), tt.want)
	}
	if got := joint.Sections[1].Note; got != "text known · parts a, b" {
		t.Errorf("a point with parts: %q", got)
	}
}

// A claim in outline is told where a fuller one decides.
func TestNotDeciding(t *testing.T) {
	rough := claim("s2", plan.BasisReported, plantest.Words("a limit"))
	rough.Outline = true
	lib := pairOf(plantest.Limit, []plan.Claim{claim("s1", plan.BasisReported, plantest.Tonnes(100)), rough}, []plan.Claim{claim("s1", plan.BasisReported, plantest.Tonnes(1))})
	lib.Records[0].Points = []plan.Point{{Number: 1, Title: "Catch"}}
	tree := table.FromRecord(single(t, view(lib), "v0"))
	same(t, "outline beside a number", outline(tree, rowOf(t, tree, plantest.Limit).Cells[0]),
		[]string{"", "value: 100 tonnes <s1>", "other copy: not counted: a limit (in outline) <s2>"})
}

// A part of a record says nothing of the record as a whole, and a record
// without anything says so.
func TestPartsAndEmptyRecords(t *testing.T) {
	v := lake(t)
	s := single(t, v, "joint-8")
	part := table.FromRecord(s.AtPoint(s.Points[1], "b"))
	if part.Grids != nil || len(part.Sections) != 1 || len(part.Sections[0].Rows) != 1 || part.Sections[0].Rows[0].Field != "catch.share" {
		t.Errorf("point 2b: %d lists, %q", len(part.Grids), sectionText(part))
	}
	none := table.FromRecord(single(t, lake(t, evidence.Filter{Sources: []string{"wardens-flyer"}}), "borrin-wants"))
	same(t, "nothing is admitted", lines(none, none.Foot), []string{"remark: Nothing of this is reported."})
}

func follow(t testing.TB, v *evidence.View, id string, point int) *table.Tree {
	t.Helper()
	f, err := compare.Follow(v, id, point)
	if err != nil {
		t.Fatal(err)
	}
	return table.FromTrails(f)
}

// Where a point went in each later draft, with what its fields were; what is
// not reported is counted, not listed.
func TestTrails(t *testing.T) {
	v := lake(t)
	tree := follow(t, v, "joint-8", 2)
	if tree.Title != "joint-8 point 2: Catch" || len(tree.Known.Points) != 1 {
		t.Errorf("title %q, points %v", tree.Title, tree.Known.Points)
	}
	got := sectionText(tree)
	same(t, "final-9", got[slices.IndexFunc(got, func(s string) bool { return strings.HasPrefix(s, "# final-9") }):], []string{
		"# final-9, 20 May 2031: points 2-3, split (of its 4 fields: 3 changed, 1 not known; the record of final-9 links them)",
		"Limit on the catch: ≠ changed", "Limit on the catch: value: 600 tonnes, in season <minutes-final>", "Limit on the catch: step: +200 (+50.0 %)", "Limit on the catch: remark: joint-8 has: 400 tonnes <courier-joint>",
		"Share of Aldmark: ≠ changed", "Share of Aldmark: value: 55 % <minutes-final>", "Share of Aldmark: step: +5 percentage points (+10.0 %)", "Share of Aldmark: remark: joint-8 has: 50 % <courier-joint>",
		"When the limit applies: ≠ changed", "When the limit applies: value: in season <minutes-final>", "When the limit applies: remark: joint-8 has: all year <courier-joint>",
	})
	var heads []string
	for _, s := range follow(t, v, "joint-8", 6).Sections {
		heads = append(heads, s.Title+" | "+s.Trail.Version.ID+" "+string(s.Trail.Relation))
	}
	same(t, "a point that goes", heads, []string{
		"counter-8, 20 Mar 2031: point 6, deleted | counter-8 deleted",
		"quay-text, 11 Apr 2031: no corresponding point is known | quay-text unknown",
		"final-9, 20 May 2031: gone, every field is known to be absent | final-9 deleted",
	})
	last := follow(t, v, "final-9", 1)
	same(t, "no later draft", lines(last, last.Foot), []string{"remark: No later draft is known."})
}

// A field through time: what bears no date last, numbers to scale, each step
// from the last plain number.
func TestHistory(t *testing.T) {
	v := lake(t)
	of := func(ids ...string) *table.Tree {
		return table.FromHistories(v, compare.Histories(v, func(_ *plan.Topic, f *plan.Field) bool { return slices.Contains(ids, f.ID) }))
	}
	tree := of("catch.limit")
	same(t, "catch.limit", sectionText(tree), []string{
		"# Limit on the catch (Catch)",
		"borrin-wants: ", "borrin-wants: value: 350 tonnes <borrin-note> bar 0.50",
		"joint-8: ", "joint-8: value: 400 tonnes <courier-joint> bar 0.57", "joint-8: other copy: also reported: 450 tonnes <gazette-joint>", "joint-8: step: +50 (+14.3 %) from borrin-wants",
		"counter-8: ", "counter-8: value: 600 tonnes, in season <courier-counter> bar 0.86", "counter-8: step: +200 (+50.0 %) from joint-8",
		"borrin-wants: ", "borrin-wants: value: at least 700 tonnes <courier-quay> bar 1.00>=",
		"quay-text: ", "quay-text: heading: disputed",
		"quay-text: account: 2 independent sources say: deleted: limit gone; no strict limit <gazette-quay weekly-quay>",
		"quay-text: account: 2 independent sources say: 500 tonnes <courier-quay radio-quay reprint-quay harbour-letter> bar 0.71",
		"final-9: ", "final-9: value: 600 tonnes, in season <minutes-final> bar 0.86", // no step from a number without an upper bound
		"wardens: ", "wardens: value: under 300 tonnes <wardens-flyer> bar 0.43<",
	})
	when := tree.Sections[0].Rows[len(tree.Sections[0].Rows)-1].When
	if when.Date != "" || when.Record.Kind != plan.Position {
		t.Errorf("what bears no date: %+v", when)
	}
	if w := tree.Sections[0].Rows[1].When; w.From.ID != "borrin-wants" || w.Date != "2031-03-02" {
		t.Errorf("a step: %+v", w)
	}
	if s := of("hatchery.site").Sections[0]; s.Largest != 0 || s.Unit != "" {
		t.Errorf("words have no scale: %v %q", s.Largest, s.Unit)
	}
	none := of()
	same(t, "no field", lines(none, none.Foot), []string{"remark: Nothing of this is reported."})
}

func origins(t testing.TB, v *evidence.View, id string) *table.Tree {
	t.Helper()
	o, err := compare.TraceOrigins(v, id)
	if err != nil {
		t.Fatal(err)
	}
	return table.FromOrigins(o)
}

// Where each content first stood, what drafts in between had instead, and who
// put it forward.
func TestOrigins(t *testing.T) {
	tree := origins(t, lake(t), "final-9")
	for _, tt := range []struct {
		why, field string
		want       []string
		origin     string
	}{
		{"from an earlier draft, with a dispute in between", "catch.limit", []string{"", "value: 600 tonnes, in season <minutes-final>", "account: first in counter-8, 20 Mar 2031, put forward by Aldmark",
			"remark: different in quay-text: disputed: deleted: limit gone; no strict limit / 500 tonnes <gazette-quay weekly-quay courier-quay radio-quay reprint-quay harbour-letter>"},
			"[counter-8] 2031-03-20 by [Aldmark], not quay-text: disputed"},
		{"back again after two others", "patrols.boats", []string{"", "value: 6 boats <minutes-final>", "account: first in joint-8, 2 Mar 2031, put forward by Aldmark and Borrin",
			"remark: different in counter-8: 9 boats <courier-counter>", "remark: different in quay-text: absent <gazette-quay>"},
			"[joint-8] 2031-03-02 by [Aldmark Borrin], not counter-8: present, not quay-text: omitted"},
		{"drafts in between are not reported", "hatchery.owner", []string{"", "value: owned by both <minutes-final>", "account: first in joint-8, 2 Mar 2031, put forward by Aldmark and Borrin", "remark: not reported for counter-8, quay-text"},
			"[joint-8] 2031-03-02 by [Aldmark Borrin], perhaps counter-8, perhaps quay-text"},
		{"nobody had it before", "observers.count", []string{"", "value: 4 observers <minutes-final>", "account: first here, as far as known"},
			"[final-9] 2031-05-20 by [Aldmark Borrin]"},
	} {
		r := rowOf(t, tree, tt.field)
		same(t, tt.why, outline(tree, r.Cells[0]), tt.want)
		o := r.Origin
		got := fmt.Sprintf("%s %s by %s", plan.IDs(o.First), o.First[0].Date, o.By())
		for _, d := range o.Different {
			got += ", not " + d.Record.ID + ": " + string(d.State)
		}
		for _, id := range plan.IDs(o.Unknown) {
			got += ", perhaps " + id
		}
		if got != tt.origin || o.Disputed != nil {
			t.Errorf("%s: %s, disputed in %s, want %s", tt.why, got, plan.IDs(o.Disputed), tt.origin)
		}
	}
	same(t, "foot", lines(tree, tree.Foot), []string{"remark: First appeared in: joint-8 5 · counter-8 2 · final-9 7."})
	none := origins(t, lake(t, evidence.Filter{Sources: []string{"wardens-flyer"}}), "final-9")
	same(t, "nothing is admitted", lines(none, none.Foot), []string{"remark: Nothing of this is reported."})
}

// Whose wording an outcome has: counted by topic, a word a row, rows under
// their number among all.
func TestUptake(t *testing.T) {
	u, err := compare.CompareUptake(lake(t), "joint-8", "counter-8", "final-9")
	if err != nil {
		t.Fatal(err)
	}
	tree := table.FromUptake(u, nil)
	g := gridOf(t, tree, "counts")
	var heads []string
	for _, c := range g.Columns {
		heads = append(heads, c.Title)
	}
	same(t, "columns", heads, []string{"Topic", "kept", "adopted", "coincides", "between", "new", "different from both", "dropped by both", "open", "not known"})
	if text := gridText(g); text[0] != "all topics | 5 | 1 | 1 | 1 | 1 | 2 | 2 | 1 | 7" {
		t.Errorf("in all: %q", text[0])
	}
	for field, want := range map[string]string{
		"accord.purpose": "= kept", "catch.scope": "+ adopted", "catch.limit": "≈ coincides", "catch.share": "≠ between", "observers.count": "· not known",
		"season.opens": "≠ different from both", "access.nets": "− dropped by both", "disputes.panel": "◇ open", "fund.share": "· not known",
	} {
		if r := rowOf(t, tree, field); r.Mark.Symbol+" "+r.Word != want {
			t.Errorf("%s: %q, want %q", field, r.Mark.Symbol+" "+r.Word, want)
		}
	}
	sum := 0
	for topic, counts := range tree.Uptakes {
		for _, n := range counts {
			if topic != "" {
				sum += n
			} else {
				sum -= n
			}
		}
	}
	if sum != 0 {
		t.Errorf("the topics have %d more than all", sum)
	}
	for i, role := range []string{"base", "proposal", "outcome"} {
		if tree.Columns[i].Role != role {
			t.Errorf("column %d is the %s", i, tree.Columns[i].Role)
		}
	}
	kept := table.FromUptake(u, func(k compare.Uptake) bool { return k == compare.Between })
	if len(kept.Sections) != 1 || kept.Sections[0].Rows[0].Number != rowOf(t, tree, "catch.share").Number {
		t.Errorf("between alone: %d sections", len(kept.Sections))
	}
}

func matrix(t testing.TB, v *evidence.View, fields bool, ids ...string) *table.Tree {
	t.Helper()
	m, err := compare.Survey(v, ids, fields)
	if err != nil {
		t.Fatal(err)
	}
	return table.FromMatrix(m)
}

// A topic shows its most telling mark and how many fields are known; the
// notes count every mark in use.
func TestMatrix(t *testing.T) {
	tree := matrix(t, lake(t), false, "joint-8", "counter-8", "quay-text", "final-9")
	g := gridOf(t, tree, "matrix")
	same(t, "topics", gridText(g), []string{
		"The document | ● 2/2 | = 1/2 | ≠ 1/2 | · 0/2",
		"Purpose and parties | ● 3/3 | = 3/3 | ≠ 2/3 | ≠ 3/3",
		"Catch | ● 4/4 | ≠ 4/4 | ? 3/4 | ≠ 3/4",
		"Season | ● 2/2 | ≠ 2/2 | ≠ 1/2 | ≠ 2/2",
		"Patrols | ● 3/3 | ≠ 3/3 | ≠ 2/3 | + 2/3",
		"Restocking fund | ● 2/2 | ≠ 2/2 | = 1/2 | ≠ 1/2",
		"Villages on the shore | ● 2/2 | − 2/2 | ◇ 1/2 | − 2/2",
		"Hatchery | ● 2/2 | · 0/2 | → 1/2 | ≠ 2/2",
		"Disputes | ● | ◇ | ◇ | ◇",
		"Observers | ○ | · | · | +",
	})
	var notes []string
	for _, l := range g.Notes {
		notes = append(notes, strings.TrimSpace(l.Mark.Symbol+" "+l.Text()))
	}
	same(t, "notes", notes, []string{
		"? disputed: quay-text 2", "◇ in brackets: counter-8 1 · quay-text 2 · final-9 1", "≠ changed from joint-8: counter-8 8 · quay-text 5 · final-9 7",
		"− removed, in joint-8: counter-8 3 · quay-text 1 · final-9 2", "+ added, absent from joint-8: counter-8 1 · final-9 2", "→ moved elsewhere: quay-text 1",
		"= same as joint-8: counter-8 4 · quay-text 2 · final-9 5", "● known: joint-8 20", "● known, cannot be compared with joint-8: counter-8 1", "○ absent: joint-8 2", "· not reported: counter-8 4 · quay-text 9 · final-9 5",
		"A topic shows the mark of its most telling field; 2/3 means that 2 of its 3 fields are known.",
		"Counted: 22 fields in this comparison, each version by itself: what is disputed, in brackets or moved counts also where joint-8 is not known.",
	})
	fields := gridOf(t, matrix(t, lake(t), true, "joint-8", "final-9"), "matrix")
	if r := fields.Rows[5]; r.ID != "catch.limit" || r.Group != "Catch" || r.Cells[2].Mark.Word != "changed" || r.Cells[2].Text != "" {
		t.Errorf("by field: %+v", r)
	}
}

func TestAlignment(t *testing.T) {
	v := lake(t)
	a, err := compare.Align(v, "joint-8", "final-9")
	if err != nil {
		t.Fatal(err)
	}
	tree := table.FromAlignment(v, a)
	same(t, "links", gridText(gridOf(t, tree, "links")), []string{
		"1 | 1 | unchanged | curated | 1.00 | Purpose",
		"2 | 2-3 | split | curated | 1.00 | Catch → Limit; Shares",
		"3-4 | 4 | joined | curated | 1.00 | Season; Patrols → Season and patrols",
		"5 | 6 | renumbered | curated | 1.00 | Restocking fund",
		"7 | 7 | reworded | curated | 1.00 | Hatchery",
		"8 | 5 | moved | curated | 1.00 | Disputes",
	})
	same(t, "gone", gridText(gridOf(t, tree, "unmatched-joint-8")), []string{"6 | deleted | Villages"})
	same(t, "new", gridText(gridOf(t, tree, "unmatched-final-9")), []string{"8 | inserted | Observers", "9 | not placed | (not read out)"})
	if g := gridOf(t, tree, "links"); lines(tree, g.Rows[0].Details)[0] != "remark: the record of final-9 links them" {
		t.Errorf("why: %q", lines(tree, g.Rows[0].Details))
	}
}

func TestRecordsAndSources(t *testing.T) {
	v := lake(t)
	g := gridOf(t, table.FromRecords(v, []*plan.Record{v.Record("counter-8"), v.Record("quay-meeting"), v.Record("wardens")}), "versions")
	same(t, "versions", gridText(g), []string{
		"counter-8 | 20 Mar 2031 | 8 | text: 5 of 8 points | Aldmark's counter-draft",
		"quay-meeting | 10 to 11 Apr 2031 |  | an event | Meeting on the quay",
		"wardens | undated |  | a position, not a text | What the lake wardens ask for",
	})
	same(t, "details", lines(nil, g.Rows[0].Details), []string{"remark: put forward by: Aldmark", "remark: also called: counter-draft, lake paper", "remark: follows: joint-8"})

	cited := slices.DeleteFunc(compare.Citations(v), func(c compare.Cited) bool {
		return !slices.Contains([]string{"gazette-joint", "wire-quay"}, c.Source.ID)
	})
	g = gridOf(t, table.FromCitations(v, cited, true), "sources")
	same(t, "sources", gridText(g), []string{"gazette-joint | Borrin Gazette | by 31 Mar 2031 | gives the text, weak | 3", "wire-quay | Upland Wire | by 13 Apr 2031 | report | 0"})
	same(t, "a weak source", lines(nil, g.Rows[0].Details), []string{
		"remark: title: (leaked copy of the joint draft)", "remark: what it shows: a leaked copy of the joint draft with small variants", "remark: address: https://gazette.example/joint",
		"remark: date: no date shown; quoted by others in March", "remark: weak because: no one knows who typed the copy",
		"account: joint-8 paper.name: lake paper (text)", "account: joint-8 catch.limit: 450 tonnes (point 2a · text)", "account: joint-8 fund.size: 100 million EUR (point 5 · text)",
	})
	same(t, "nobody has read it", lines(nil, g.Rows[1].Details)[2:], []string{"remark: known only through those who repeat it"})
	if n := len(table.FromCitations(v, cited, false).Grids[0].Rows[0].Details); n != 5 {
		t.Errorf("%d details without claims, want 5", n)
	}
}

// What a record says of itself on the word of sources cites them.
func TestFactsAreCited(t *testing.T) {
	tree := table.FromRecords(shippedView(t), shippedView(t).Records)
	for _, s := range tree.Cited() {
		for _, u := range s.Uses {
			if u.Evidence != "statement about the version" || len(u.For) == 0 {
				t.Errorf("%s is cited for %q of %q", s.Card.ID, u.Evidence, u.For)
			}
		}
	}
	if len(tree.Cited()) == 0 {
		t.Error("nothing of what the shipped records say of themselves has a source")
	}
}

// An answer's findings: a section a field, a row a record, with why it is
// told.
func TestFindings(t *testing.T) {
	v := lake(t)
	limit := func(id string) compare.Row {
		for _, r := range single(t, v, id).Rows {
			if r.Field.ID == "catch.limit" {
				return r
			}
		}
		t.Fatalf("%s says nothing of the limit", id)
		return compare.Row{}
	}
	tree := table.FromFindings(v, []table.Finding{{Row: limit("counter-8")}, {Row: limit("final-9"), Beside: true}})
	same(t, "findings", sectionText(tree), []string{"# Limit on the catch",
		"counter-8: ", "counter-8: value: 600 tonnes, in season <courier-counter>",
		"# Limit on the catch, the nearest that is reported",
		"final-9: ", "final-9: value: 600 tonnes, in season <minutes-final>"})
	if tree.Columns[0].ID != "counter-8" {
		t.Errorf("the column is of %s", tree.Columns[0].ID)
	}
	if none := table.FromFindings(v, nil); none.Columns != nil || none.Sections != nil {
		t.Errorf("nothing found: %v", none)
	}
}

// What a search found: claims with their phrase and speaker, records, cards.
func TestHits(t *testing.T) {
	v := lake(t)
	r := v.Record("quay-text")
	topic, field := v.Field("catch.limit")
	var cs []plan.Claim
	for _, fc := range r.Fields {
		if fc.Field == field.ID {
			cs = fc.Claims
		}
	}
	again := cs[len(cs)-1]
	again.Source = "courier-quay"
	hits := []search.Hit{{Record: r, Topic: topic, Field: field, Claim: &cs[0]}, {Record: r, Topic: topic, Field: field, Claim: &cs[len(cs)-1]}, {Source: v.Source("gazette-joint")}, {Record: r, Topic: topic, Field: field, Claim: &again}, {Record: r}}
	g := gridOf(t, table.FromHits(v, "limit", hits, len(hits)), "search")
	same(t, "hits", gridText(g), []string{
		"catch.limit | deleted: limit gone (a delegate of Borrin) | gazette-quay",
		"catch.limit | 500 tonnes “The limit of 500 tonnes was spoken of” | harbour-letter; 1 more",
		" | Text worked out on the quay | ",
		" | Borrin Gazette, public by 31 Mar 2031 (weak source) | gazette-joint",
	})
	if g.Rows[3].Cells[2].Link != "https://gazette.example/joint" || g.Empty == "" {
		t.Errorf("a card's link %q", g.Rows[3].Cells[2].Link)
	}
}

// The drafts in time; those that the evidence tells nothing of are left out,
// unless they are compared.
func TestLineage(t *testing.T) {
	draw := func(v *evidence.View) []string {
		c, err := compare.Compare(v, []string{"joint-8", "quay-text"})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, d := range table.FromDrafts(c) {
			chosen := ""
			if d.Chosen {
				chosen = " (compared)"
			}
			out = append(out, d.ID+" "+wording.Date(d.Date)+" "+d.Known+" from "+strings.Join(d.From, ", ")+chosen)
		}
		return out
	}
	same(t, "all", draw(lake(t)), []string{"joint-8 2 Mar 2031 text: 8 of 8 points from  (compared)", "counter-8 20 Mar 2031 text: 5 of 8 points from joint-8",
		"quay-text 11 Apr 2031 no text, reports only from joint-8 (compared)", "final-9 20 May 2031 set out orally, no text from quay-text"})
	same(t, "one source", draw(lake(t, evidence.Filter{Sources: []string{"minutes-final"}})), []string{"joint-8 2 Mar 2031 no text, reports only from  (compared)",
		"quay-text 11 Apr 2031 no text, reports only from joint-8 (compared)", "final-9 20 May 2031 set out orally, no text from quay-text"})
}
