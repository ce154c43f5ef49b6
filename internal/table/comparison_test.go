package table_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// What each cell of the invented negotiation says.
func TestCells(t *testing.T) {
	v := lake(t)
	for _, tt := range []struct {
		why, from, to, field string
		first, second        []string
	}{
		{"numbers have a step, and another copy's number stands beside", "joint-8", "counter-8", "catch.limit",
			[]string{"", "value: 400 tonnes <courier-joint>", "other copy: also reported: 450 tonnes <gazette-joint>"},
			[]string{"≠ changed", "value: 600 tonnes, in season <courier-counter>", "step: +200 (+50.0 %)"}},
		{"percent is told in points", "joint-8", "counter-8", "catch.share",
			[]string{"", "value: 50 % <courier-joint>"},
			[]string{"≠ changed", "value: 60 % <courier-counter>", "step: +10 percentage points (+20.0 %)"}},
		{"of nothing there is no share", "joint-8", "counter-8", "fund.share",
			[]string{"", "value: 0 % <courier-joint>"},
			[]string{"≠ changed", "value: 20 % <courier-counter>", "step: +20 percentage points"}},
		{"two currencies have no step", "joint-8", "counter-8", "fund.size",
			[]string{"", "value: 10 million EUR <courier-joint>"},
			[]string{"≠ changed", "value: 12 million USD <courier-counter>"}},
		{"words that differ are marked on both sides", "joint-8", "final-9", "hatchery.site",
			[]string{"", "value: on the [-island-] <courier-joint>"},
			[]string{"≠ changed", "value: on the {+southern shore+} <minutes-final>"}},
		{"a day is read whole", "joint-8", "counter-8", "season.opens",
			[]string{"", "value: 2032-04-01 <courier-joint>"},
			[]string{"≠ changed", "value: 2032-05-01 <courier-counter>"}},
		{"other words for the same stand below it on both sides", "joint-8", "counter-8", "accord.purpose",
			[]string{"", "value: the lake is shared <courier-joint>", "wording: The lake [-shall be-] shared in good faith"},
			[]string{"≈ reworded", "value: the lake is shared <courier-counter>", "wording: The lake {+is+} shared in good faith"}},
		{"the order of a list is no difference", "joint-8", "counter-8", "accord.parties",
			[]string{"", "value: Aldmark, Borrin <courier-joint>"},
			[]string{"= same", "value: Borrin, Aldmark <courier-counter>"}},
		{"a text that has not the clause is cited for that", "joint-8", "counter-8", "patrols.log",
			[]string{"", "value: absent <courier-joint>"},
			[]string{"+ added", "value: a shared log in two languages <courier-counter>"}},
		{"absent says that it was removed", "joint-8", "counter-8", "catch.species",
			[]string{"", "value: 湖鱒 (lake trout), perch <courier-joint>"},
			[]string{"−", "value: absent <courier-counter>"}},
		{"struck in so many words", "joint-8", "counter-8", "access.villages",
			[]string{"", "value: Ku\u0308rnach and עין-אגם <courier-joint>"},
			[]string{"−", "value: deleted: clause struck <courier-counter>"}},
		{"what nobody reports is no change", "joint-8", "counter-8", "hatchery.site",
			[]string{"", "value: on the island <courier-joint>"},
			[]string{"·", "value: not reported"}},
		{"there, but not what it is", "joint-8", "counter-8", "accord.term",
			[]string{"", "value: 10 years <courier-joint>"},
			[]string{"·", "value: mentioned, no details <courier-counter>"}},
		{"two alternatives under one heading", "joint-8", "counter-8", "disputes.panel",
			[]string{"", "value: a panel of three fishers <courier-joint>"},
			[]string{"◇", "heading: [ not agreed ]", "alternative: [ Aldmark: a judge of Aldmark ] <courier-counter>", "alternative: [ Borrin: the old panel ] <courier-counter>"}},
		{"who only says that it is open stands at the heading", "joint-8", "quay-text", "access.villages",
			[]string{"", "value: Ku\u0308rnach and עין-אגם <courier-joint>"},
			[]string{"◇", "heading: [ not agreed ] <courier-quay>", "alternative: [ three villages ] <gazette-quay>"}},
		{"a dispute gives each account with its independent sources; what nobody keeps is said", "joint-8", "quay-text", "catch.limit",
			[]string{"", "value: 400 tonnes <courier-joint>", "other copy: also reported: 450 tonnes <gazette-joint>"},
			[]string{"?", "heading: changed; how is disputed", "remark: no source says it is still 400 tonnes",
				"account: 2 independent sources say: deleted: limit gone; no strict limit <gazette-quay weekly-quay>",
				"account: 2 independent sources say: 500 tonnes <courier-quay radio-quay reprint-quay harbour-letter>"}},
		{"one source each", "joint-8", "quay-text", "catch.share",
			[]string{"", "value: 50 % <courier-joint>"},
			[]string{"?", "heading: disputed", "account: 1 source says: 50 % <courier-quay>", "account: 1 source denies: 50 % <gazette-quay>"}},
		{"an unsure source is not surer on paper", "joint-8", "quay-text", "catch.scope",
			[]string{"", "value: [-all year-] <courier-joint>"},
			[]string{"≠ changed", "value: possibly {+in season+} <courier-quay>"}},
		{"changed, and how is not known: no words to mark", "joint-8", "quay-text", "patrols.who",
			[]string{"", "value: both together <courier-joint>"},
			[]string{"≠", "value: changed from joint-8, no details <courier-quay>"}},
		{"kept is the same without a value", "joint-8", "quay-text", "fund.size",
			[]string{"", "value: 10 million EUR <courier-joint>"},
			[]string{"= same", "value: kept as in joint-8 <courier-quay>"}},
		{"moved to another paper", "joint-8", "quay-text", "hatchery.site",
			[]string{"", "value: on the island <courier-joint>"},
			[]string{"→", "value: moved to a protocol of its own <harbour-letter>"}},
		{"a field that takes many contents", "joint-8", "quay-text", "paper.name",
			[]string{"", "heading: several descriptions", "alternative: joint draft <courier-joint>", "alternative: lake paper <gazette-joint>"},
			[]string{"·", "value: not reported"}},
		{"the step is in the unit of the numbers", "joint-8", "final-9", "fund.size",
			[]string{"", "value: 10 million EUR <courier-joint>"},
			[]string{"≠ changed", "value: 11 million EUR <minutes-final>", "step: +1 million EUR (+10.0 %)"}},
	} {
		tree := diff(t, v, table.Options{Words: true}, tt.from, tt.to)
		r := rowOf(t, tree, tt.field)
		same(t, tt.why+" (first)", outline(tree, r.Cells[0]), tt.first)
		same(t, tt.why, outline(tree, r.Cells[1]), tt.second)
	}
}

// With more than two versions the first differs from each in its own way, and
// only the later ones are marked.
func TestThreeVersionsMarkTheLaterOnes(t *testing.T) {
	tree := diff(t, lake(t), table.Options{Words: true}, "joint-8", "quay-text", "final-9")
	for _, field := range []string{"catch.scope", "hatchery.site"} {
		for i, c := range rowOf(t, tree, field).Cells {
			marked := slices.ContainsFunc(c.Lines, func(l table.Line) bool { return len(l.Spans) > 1 || l.Spans[0].Op != 0 })
			if i == 0 && marked {
				t.Errorf("%s of the first version is marked", field)
			}
		}
	}
	same(t, "final-9", outline(tree, rowOf(t, tree, "hatchery.site").Cells[2]), []string{"≠ changed", "value: on the {+southern shore+} <minutes-final>"})
}

// pairOf is a library of two drafts that say something of one field.
func pairOf(field string, a, b []plan.Claim) *plan.Library {
	lib := &plan.Library{Topics: plantest.Vocabulary()}
	for i, cs := range [][]plan.Claim{a, b} {
		r := &plan.Record{ID: "v" + strconv.Itoa(i), Title: "Draft", Kind: plan.Draft, Known: plan.KnownReported, Date: plan.Date("2031-03-0" + strconv.Itoa(i+1))}
		r.Fields = []plan.FieldClaims{{Field: field, Claims: cs}}
		for _, c := range cs {
			if c.Basis == plan.BasisText {
				r.Known, r.PointCount, r.Points = plan.KnownText, 1, []plan.Point{{Number: 1, Covers: []string{"catch"}}}
				r.Complete = []plan.Completeness{{Source: c.Source, Points: []int{1}}}
			}
			if lib.Source(c.Source) == nil {
				lib.Sources = append(lib.Sources, &plan.Source{ID: c.Source, Publisher: "P " + c.Source, Published: "2031-03-01"})
				plantest.Sort(lib)
			}
		}
		lib.Records = append(lib.Records, r)
	}
	return lib
}

func claim(source string, basis plan.Basis, v plan.Value, terms ...string) plan.Claim {
	return plan.Claim{State: plan.Present, Value: v, Source: source, Basis: basis, Rank: plan.Normal, Qualifiers: terms, Point: 1}
}

func worded(c plan.Claim, phrase string) plan.Claim {
	c.Wording, c.Phrase, c.Basis = true, phrase, plan.BasisText
	return c
}

// What the lake does not have: terms that come, go and are passed over, marks
// inside values of several kinds, texts too long to mark.
func TestMadeCells(t *testing.T) {
	long := strings.Repeat("word ", 5000)
	text, said := plan.BasisText, plan.BasisReported
	hundred, x := plantest.Tonnes(100), plantest.Words
	for _, tt := range []struct {
		why, field string
		a, b       []plan.Claim
		words      bool
		want       [2][]string
	}{
		{why: "a term that a text has not is lost, and cited from where it was", field: plantest.Limit,
			a: []plan.Claim{claim("s1", text, hundred, "in season")}, b: []plan.Claim{claim("s2", text, hundred)},
			want: [2][]string{{"", "value: 100 tonnes, [-in season-] <s1>"}, {"≠ changed in its terms", "value: 100 tonnes <s2>", "term: no longer: in season (v0) <s1>"}}},
		{why: "a term that is new is marked", field: plantest.Limit,
			a: []plan.Claim{claim("s1", text, hundred, "at night")}, b: []plan.Claim{claim("s2", text, hundred, "at night", "in season")},
			want: [2][]string{{"", "value: 100 tonnes, at night <s1>"}, {"≠ changed in its terms", "value: 100 tonnes, at night, {+in season+} <s2>"}}},
		{why: "a report that leaves a term out shows no change", field: plantest.Limit,
			a: []plan.Claim{claim("s1", text, hundred, "in season")}, b: []plan.Claim{claim("s2", said, hundred)},
			want: [2][]string{{"", "value: 100 tonnes, in season <s1>"}, {"= same", "value: 100 tonnes <s2>", "term: in season: not reported for v1 <s1>"}}},
		{why: "nor does one on the first version", field: plantest.Limit,
			a: []plan.Claim{claim("s1", said, hundred)}, b: []plan.Claim{claim("s2", text, hundred, "in season")},
			want: [2][]string{{"", "value: 100 tonnes <s1>"}, {"= same", "value: 100 tonnes, in season <s2>", "term: in season: not reported for v0 <s2>"}}},
		{why: "too little is kept for marks to help", field: plantest.Terms,
			a: []plan.Claim{claim("s1", text, x("boats of all the villages keep to the eastern bay"))}, b: []plan.Claim{claim("s2", text, x("nobody may sail"))},
			want: [2][]string{{"", "value: boats of all the villages keep to the eastern bay <s1>"}, {"≠ changed", "value: nobody may sail <s2>"}}},
		{why: "who asks for words has them", field: plantest.Terms, words: true,
			a: []plan.Claim{claim("s1", text, x("boats keep out"))}, b: []plan.Claim{claim("s2", text, x("nobody may sail"))},
			want: [2][]string{{"", "value: [-boats keep out-] <s1>"}, {"≠ changed", "value: {+nobody may sail+} <s2>"}}},
		{why: "a long text is not marked, and says so", field: plantest.Terms,
			a: []plan.Claim{claim("s1", text, x("old "+long))}, b: []plan.Claim{claim("s2", text, x("new "+long))},
			want: [2][]string{{"", "value: old " + long + " <s1>"}, {"≠ changed", "value: new " + long + " <s2>", "remark: too long to mark word by word"}}},
		{why: "a long wording neither", field: plantest.Terms,
			a: []plan.Claim{worded(claim("s1", text, x("kept")), "old "+long)}, b: []plan.Claim{worded(claim("s2", text, x("kept")), "new "+long)},
			want: [2][]string{{"", "value: kept <s1>", "wording: old " + long}, {"≈ reworded", "value: kept <s2>", "wording: new " + long, "remark: too long to mark word by word"}}},
	} {
		v := view(pairOf(tt.field, tt.a, tt.b))
		tree := diff(t, v, table.Options{Words: tt.words}, "v0", "v1")
		for i, c := range rowOf(t, tree, tt.field).Cells {
			same(t, tt.why, outline(tree, c), tt.want[i])
		}
	}
}

// Lost and gained terms and silences stand in the tree as data too.
func TestTermsAsData(t *testing.T) {
	hundred := plantest.Tonnes(100)
	lost := rowOf(t, diff(t, view(pairOf(plantest.Limit, []plan.Claim{claim("s1", plan.BasisText, hundred, "a", "b")}, []plan.Claim{claim("s2", plan.BasisText, hundred, "b", "c")})), table.Options{}, "v0", "v1"), plantest.Limit)
	if c := lost.Cells[1]; !c.Terms || !lost.Terms || !slices.Equal(wording.TermTexts(c.Lost), []string{"a"}) || !slices.Equal(wording.TermTexts(c.Gained), []string{"c"}) || lost.Word != "changed in its terms" {
		t.Errorf("a text without one term and with another: terms %v, lost %v, gained %v, %q", c.Terms, c.Lost, c.Gained, lost.Word)
	}
	silent := rowOf(t, diff(t, view(pairOf(plantest.Limit, []plan.Claim{claim("s1", plan.BasisText, hundred, "a")}, []plan.Claim{claim("s2", plan.BasisReported, hundred)})), table.Options{}, "v0", "v1"), plantest.Limit)
	if c := silent.Cells[1]; c.Terms || len(c.Unreported) != 1 || c.Unreported[0].Text != "a" || c.Unreported[0].Version != "v1" {
		t.Errorf("a report without a term: terms %v, silences %v", c.Terms, c.Unreported)
	}
}

// The words that a cell of each kind has beside it: none where its own lines
// say it.
func TestBadges(t *testing.T) {
	tree := diff(t, lake(t), table.Options{}, "joint-8", "counter-8", "quay-text")
	want := map[compare.Kind]string{compare.Changed: "changed", compare.Added: "added", compare.Same: "same", compare.Reworded: "reworded"}
	seen := map[compare.Kind]bool{}
	for _, s := range tree.Sections {
		for _, r := range s.Rows {
			for _, c := range r.Cells[1:] {
				seen[c.Kind] = true
				expect := want[c.Kind]
				if c.Text == "changed from joint-8, no details" {
					expect = ""
				}
				if c.Badge != expect {
					t.Errorf("%s, %s %s: badge %q, want %q", r.Field, c.Kind, c.State, c.Badge, expect)
				}
			}
		}
	}
	for _, k := range compare.Kinds {
		if !seen[k] {
			t.Errorf("no cell of the test is %s", k)
		}
	}
}

func keepRemoved(k compare.Kind) bool { return k == compare.Removed }

// A selection shows fewer rows, under the numbers and with the sources that
// they have without it; where the rest comes along it is marked as such.
func TestKeepAndAside(t *testing.T) {
	v := lake(t)
	ids := []string{"joint-8", "counter-8"}
	whole := diff(t, v, table.Options{}, ids...)
	kept := diff(t, v, table.Options{Keep: keepRemoved, More: "--all shows every one"}, ids...)
	unselected := diff(t, v, table.Options{Keep: keepRemoved, Unselected: true}, ids...)
	if want := []string{"remark: 18 of 21 fields are not shown; --all shows every one."}; !slices.Equal(lines(kept, kept.Foot), want) {
		t.Errorf("foot %q, want %q", lines(kept, kept.Foot), want)
	}
	if want := []string{"remark: 18 of 21 fields are not shown."}; !slices.Equal(lines(unselected, unselected.Foot), want) {
		t.Errorf("foot without a program at hand %q, want %q", lines(unselected, unselected.Foot), want)
	}
	if whole.Foot != nil {
		t.Errorf("all is shown, and the foot says %q", lines(whole, whole.Foot))
	}
	n := 0
	for _, s := range unselected.Sections {
		for _, r := range s.Rows {
			n++
			if all := rowOf(t, whole, r.Field); r.Number != all.Number {
				t.Errorf("%s is number %d, and %d of all", r.Field, r.Number, all.Number)
			}
			if r.Unselected {
				continue
			}
			alone := rowOf(t, kept, r.Field)
			if r.Number != alone.Number {
				t.Errorf("%s is number %d with the rest unselected, and %d without", r.Field, r.Number, alone.Number)
			}
			for i := range r.Cells {
				for k, l := range r.Cells[i].Lines {
					if !slices.Equal(l.Cites, alone.Cells[i].Lines[k].Cites) {
						t.Errorf("%s cites %v with the rest unselected, and %v without", r.Field, l.Cites, alone.Cells[i].Lines[k].Cites)
					}
				}
			}
		}
	}
	if n != 21 {
		t.Errorf("%d rows with the rest unselected, want all 21", n)
	}
	var fields []string
	for _, s := range kept.Sections {
		for _, r := range s.Rows {
			fields = append(fields, r.Field)
		}
	}
	if want := []string{"catch.species", "access.villages", "access.nets"}; !slices.Equal(fields, want) {
		t.Errorf("kept %q, want %q", fields, want)
	}
	if !slices.Equal(gridText(kept.Overview.Counts), gridText(whole.Overview.Counts)) {
		t.Error("the counts are of all fields, shown or not")
	}
}

// Sections by the points of the first version say where each other version
// has them; what stands in no point comes last.
func TestByPoint(t *testing.T) {
	v := lake(t)
	tree := diff(t, v, table.Options{ByPoint: true}, "joint-8", "final-9")
	var got []string
	for _, s := range tree.Sections {
		got = append(got, s.ID+" | "+s.Title+" | "+strings.Join(s.Points, " | ")+" | "+s.Rows[0].Field)
	}
	same(t, "by point", got, []string{
		"point-1 | Point 1: Purpose | 1 | 1 | accord.purpose",
		"point-2 | Point 2: Catch | 2 | 2-3 | catch.limit",
		"point-3 | Point 3: Season | 3 | 4 | season.opens",
		"point-4 | Point 4: Patrols | 4 | 4 | patrols.boats",
		"point-5 | Point 5: Restocking fund | 5 | 6 | fund.size",
		"point-6 | Point 6: Villages | 6 |  | access.villages",
		"point-7 | Point 7: Hatchery | 7 | 7 | hatchery.site",
		"point-8 | Point 8: Disputes | 8 | 5 | accord.term",
		"point-0 | In no numbered point of joint-8 |  | 8 | paper.name",
	})
	untitled := pairOf(plantest.Limit, []plan.Claim{claim("s1", plan.BasisText, plantest.Tonnes(1))}, []plan.Claim{claim("s2", plan.BasisText, plantest.Tonnes(2))})
	if got := diff(t, view(untitled), table.Options{ByPoint: true}, "v0", "v1").Sections[0].Title; got != "Point 1" {
		t.Errorf("a point without a title is called %q", got)
	}
}

// The columns tell what a version is and how well it is known.
func TestColumns(t *testing.T) {
	tree := diff(t, lake(t), table.Options{}, "joint-8", "quay-text", "final-9")
	var got []string
	for _, c := range tree.Columns {
		got = append(got, strings.Join([]string{c.ID, c.Title, c.Date, string(c.Day), c.Known, c.By, c.Role}, " | "))
	}
	same(t, "columns", got, []string{
		"joint-8 | Joint draft of eight points | 2 Mar 2031 | 2031-03-02 | text: 8 of 8 points | Aldmark, Borrin | ",
		"quay-text | Text worked out on the quay | 11 Apr 2031 | 2031-04-11 | no text, reports only | Aldmark, Borrin | ",
		"final-9 | Final text of nine points | 20 May 2031 | 2031-05-20 | set out orally, no text | Aldmark, Borrin | ",
	})
	same(t, "versions of the overview", gridText(tree.Overview.Versions), []string{
		"joint-8 | Joint draft of eight points | 2 Mar 2031 | text: 8 of 8 points",
		"quay-text | Text worked out on the quay | 11 Apr 2031 | no text, reports only",
		"final-9 | Final text of nine points | 20 May 2031 | set out orally, no text",
	})
}

// The topics that differ in more versions and more fields come first, each
// with its first difference in a few words.
func TestTopicsOfTheOverview(t *testing.T) {
	tree := diff(t, lake(t), table.Options{}, "joint-8", "counter-8", "quay-text")
	same(t, "topics", gridText(tree.Overview.Topics), []string{
		"Catch | ≠ Limit on the catch: 400 → 600, in season (+50.0 %); 3 more | ? Limit on the catch: deleted: limit gone; no strict limit or 500 tonnes; 2 more",
		"Patrols | ≠ Patrol boats: 6 → 9 (+50.0 %); 2 more | − Patrol boats: absent; 1 more",
		"Villages on the shore | − Villages that may fish by day: deleted; 1 more | ◇ Villages that may fish by day: not agreed or three villages",
		"Season | ≠ First opening: 2032-04-01 → 2032-05-01 | ≠ First opening: 2032-04-01 → when the ice is gone",
		"Disputes | ◇ Who decides: a judge of Aldmark or the old panel | ◇ Who decides: not agreed",
		"Restocking fund | ≠ Size of the fund: 10 million EUR → 12 million USD; 1 more | = same",
		"Purpose and parties | ≈ reworded | ≠ How long it runs: 10 years → until the fish return",
		"Hatchery | · not reported | → Where it stands: moved to a protocol of its own",
		"The document | = same | ≠ Number of points: 8 → possibly about 7",
	})
	lib := pairOf(plantest.Limit, []plan.Claim{claim("s1", plan.BasisText, plantest.Tonnes(1))}, []plan.Claim{claim("s1", plan.BasisText, plantest.Tonnes(1))})
	if g := diff(t, view(lib), table.Options{}, "v0", "v1").Overview.Topics; g.Rows != nil || g.Empty != "No differences, as far as the sources show." {
		t.Errorf("nothing differs, and the overview has %q and says %q", gridText(g), g.Empty)
	}
}

// Whatever the records, the counts of each pair add up to the fields, and the
// tree has a row for each.
func TestCountsAddUp(t *testing.T) {
	libraries(t, func(t *testing.T, v *evidence.View) {
		drafts := v.Drafts()
		tree := diff(t, v, table.Options{}, drafts[0].ID, drafts[1].ID, drafts[2].ID)
		rows := 0
		kinds := [2]map[compare.Kind]int{{}, {}}
		for _, s := range tree.Sections {
			rows += len(s.Rows)
			for _, r := range s.Rows {
				for i, c := range r.Cells[1:] {
					kinds[i][c.Kind]++
				}
			}
		}
		for i, r := range tree.Overview.Counts.Rows {
			sum := 0
			for k, c := range r.Cells[1:] {
				n := 0
				if c.Text != "-" {
					var err error
					if n, err = strconv.Atoi(strings.ReplaceAll(c.Text, ",", "")); err != nil {
						t.Fatal(err)
					}
				}
				if tree.Overview.Counts.Columns[k+1].Title == "of these in terms only" {
					if n > kinds[i][compare.Changed] {
						t.Errorf("%s: %d of %d changed are so in terms only", r.ID, n, kinds[i][compare.Changed])
					}
					continue
				}
				sum += n
			}
			if sum != rows {
				t.Errorf("%s: the counts add up to %d of %d fields", r.ID, sum, rows)
			}
			for _, k := range compare.Kinds {
				if tree.Pairs[i].Kinds[k] != kinds[i][k] {
					t.Errorf("%s: %d cells are %s, and %d are counted", r.ID, kinds[i][k], k, tree.Pairs[i].Kinds[k])
				}
			}
		}
	})
}

// The head says which evidence is admitted and what it hides; a version that
// was not public is called so.
func TestFilteredHeads(t *testing.T) {
	for _, tt := range []struct {
		why    string
		filter evidence.Filter
		head   []string
		known  string
	}{
		{"all is admitted", evidence.Filter{}, nil, "no text, reports only"},
		{"before the text was public", evidence.Filter{AsOf: "2031-04-01"}, []string{"remark: Evidence: as of 1 Apr 2031; 20 claims hidden."}, "not yet public on 1 Apr 2031"},
		{"one source", evidence.Filter{Sources: []string{"courier-joint"}}, []string{"remark: Evidence: only courier-joint; 23 claims hidden."}, "no text, reports only"},
		{"texts", evidence.Filter{Bases: []plan.Basis{plan.BasisText}}, []string{"remark: Evidence: only the basis text; 20 claims hidden."}, "no text, reports only"},
	} {
		tree := diff(t, lake(t, tt.filter), table.Options{}, "joint-8", "quay-text")
		same(t, tt.why, lines(tree, tree.Head), tt.head)
		if tree.Columns[1].Known != tt.known {
			t.Errorf("%s: the version is called %q, want %q", tt.why, tree.Columns[1].Known, tt.known)
		}
		if (tree.Evidence == nil) != (tt.head == nil) {
			t.Errorf("%s: evidence %v", tt.why, tree.Evidence)
		}
	}
}
