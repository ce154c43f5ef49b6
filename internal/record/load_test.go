package record_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"plandiff/internal/plan"
	"plandiff/internal/record"
)

var withoutPos = cmpopts.IgnoreTypes(plan.Pos{})

func TestLoad(t *testing.T) {
	percent := func(b plan.Bound, n plan.Decimal) plan.Value {
		return plan.Value{Number: n, Bound: b, Unit: "%"}
	}
	crews := []plan.Field{
		{ID: "ferry.limit", Title: "Limit on crews", Kind: plan.Quantity, Unit: "sailors", Note: "crews of both banks"},
		{ID: "ferry.number", Title: "Number of ferries", Kind: plan.Count, Unit: "ferries"},
		{ID: "ferry.season", Title: "When they run", Kind: plan.Choice, Choices: []string{"all year", "in summer"}},
	}
	reported := plan.Claim{State: plan.Present, Source: "herald", Basis: plan.BasisReported, Rank: plan.Normal}
	claim := func(base plan.Claim, change func(*plan.Claim)) plan.Claim { change(&base); return base }

	want := &plan.Library{
		Compare: []string{"mill-3", "weir-2"}, Overview: []string{"mill-3"},
		Topics: []plan.Topic{
			{ID: "tolls", Title: "Tolls on the river", About: plan.AboutText, Synonyms: []string{"duties"}, Fields: []plan.Field{
				{ID: "toll.rate", Title: "Rate", Kind: plan.Percent, Unit: "%", Terms: []string{"on goods", "Sundays excepted"}},
				{ID: "toll.debt", Title: "Debt owed", Kind: plan.Money, Unit: "million USD", Synonyms: []string{"arrears"}},
				{ID: "toll.relief", Title: "Term of relief", Kind: plan.Duration, Unit: "days"},
			}},
			{ID: "ferries", Title: "Ferries", About: plan.AboutText, Fields: crews},
			{ID: "treaty", Title: "The treaty as a document", About: plan.AboutDocument, Fields: []plan.Field{
				{ID: "treaty.signing-day", Title: "Day of signing", Kind: plan.DateKind},
				{ID: "treaty.parties", Title: "Parties", Kind: plan.List},
				{ID: "treaty.purpose", Title: "Purpose", Kind: plan.Text, Many: true},
			}},
		},
		Sources: []*plan.Source{
			{ID: "crier", Kind: plan.SourceReport, Attests: "told on the bridge", Unread: true},
			{ID: "gazette", Publisher: "River Gazette", Title: "The mill draft in full", URL: "https://gazette.example/mill",
				Published: "2031-05-02", Kind: plan.SourceText, Attests: "the mill draft, every point"},
			{ID: "herald", Title: "(a report on the mill draft)", PublicBy: "2031-05-31", DateNote: "no day on the page",
				Kind: plan.SourceReport, Language: "de", Attests: "what the crier told", Original: []string{"crier"},
				LowReliability: true, ReliabilityNote: "it prints what it is told"},
			{ID: "minutes", Kind: plan.SourceStatement, Attests: "minutes of the ferrymen", File: "minutes.txt", SHA256: minutesSum},
		},
		Records: []*plan.Record{
			{ID: "bridge-meeting", Kind: plan.Event, Title: "Meeting on the bridge", Label: "Meeting on the bridge",
				Concerns: []string{"mill-3", "weir-2"}, Accompanies: "weir-2", Known: plan.KnownStatement},
			{ID: "mill-3", Kind: plan.Draft, Title: "Draft of the mill", Label: "Mill", Names: []string{"three points", "the mill paper"},
				Date: "2031-05-01", DateNote: "as dated by its authors", By: []string{"Aldland"}, Parties: []string{"Aldland", "Borland"},
				Attested:   []plan.Attestation{{Key: "date", Sources: []string{"gazette"}}, {Key: "by", Sources: []string{"gazette", "herald"}}},
				PointCount: 3, Status: "printed in full", Note: "the first of the drafts",
				Known: plan.KnownText, KnownNote: "read in the Gazette",
				Complete: []plan.Completeness{{Source: "gazette", Points: []int{1, 2, 3}}},
				Points: []plan.Point{
					{Number: 1, Title: "Tolls", Covers: []string{"toll"}, Parts: []string{"a", "b"}},
					{Number: 2, Title: "Ferries", Covers: []string{"ferry.limit", "ferry.season"}},
					{Number: 3, Title: "Struck", Placeholder: true},
				},
				Fields: []plan.FieldClaims{
					{Field: "toll.rate", Claims: []plan.Claim{
						{ID: "mill-rate", State: plan.Present, Value: percent(plan.AtMost, "12.5"), Qualifiers: []string{"on goods"},
							Source: "gazette", At: "point 1", Point: 1, Part: "a", Basis: plan.BasisText,
							Phrase: "at most 12.5 per cent on goods", Wording: true, Rank: plan.Preferred},
						// A card that does not reproduce the text reports it.
						{State: plan.Present, Value: percent(plan.AtMost, "12.5"), Qualifiers: []string{"on goods"},
							Source: "herald", Point: 1, Part: "a", Basis: plan.BasisReported, Rank: plan.Preferred},
						{State: plan.Present, Value: percent(plan.AtMost, "12.5"), Qualifiers: []string{"on goods"},
							Source: "minutes", Via: []string{"herald"}, At: "paragraph 2", Point: 1, Part: "a", Basis: plan.BasisSaid,
							Phrase: "no more than an eighth", By: "the ferrymen", Date: "2031-05-03",
							Rank: plan.Preferred, Hedged: true, Note: "from memory"},
					}},
					{Field: "toll.debt", Claims: []plan.Claim{
						{State: plan.Bracketed, Value: plan.Value{Number: "40", Unit: "million EUR"}, Proponent: "Borland",
							Source: "gazette", Point: 1, Basis: plan.BasisText, Rank: plan.Normal},
						{State: plan.Bracketed, Value: plan.Value{Text: "no debt"}, Proponent: "Aldland",
							Source: "gazette", Point: 1, Basis: plan.BasisText, Rank: plan.Normal},
					}},
					// Fields come in the order of the vocabulary, not of the file.
					{Field: "ferry.number", Claims: []plan.Claim{claim(reported, func(c *plan.Claim) {
						c.State, c.Value.Text = plan.Deleted, "number taken out"
					})}},
					{Field: "ferry.season", Claims: []plan.Claim{claim(reported, func(c *plan.Claim) {
						c.Denies, c.Value.Text, c.Point = true, "in summer", 2
					})}},
					{Field: "treaty.signing-day", Claims: []plan.Claim{claim(reported, func(c *plan.Claim) {
						c.Value.Date, c.Basis = "2031-06", plan.BasisUnnamed
					})}},
				}},
			{ID: "weir-2", Kind: plan.Draft, Title: "Draft of the weir", Label: "Draft of the weir", Date: "2031-06",
				Follows: []string{"mill-3"}, Known: plan.KnownReported,
				Points: []plan.Point{
					// A point that says nothing of what it covers covers what it claims.
					{Number: 1, Title: "Tolls and ferries", Covers: []string{"ferry", "toll"},
						From: []plan.Link{{Version: "mill-3", Points: []int{1, 2}}}},
					{Number: 2, Title: "Not read", Unread: true},
					{Title: "A point, number unread"},
				},
				Fields: []plan.FieldClaims{
					{Field: "toll.rate", Claims: []plan.Claim{claim(reported, func(c *plan.Claim) {
						c.ChangedFrom, c.Outline, c.Point = "mill-3", true, 1
					})}},
					{Field: "toll.relief", Claims: []plan.Claim{claim(reported, func(c *plan.Claim) {
						c.State, c.To, c.Point = plan.Severed, "a side letter", 1
					})}},
					{Field: "ferry.number", Claims: []plan.Claim{claim(reported, func(c *plan.Claim) {
						c.Value, c.Point = plan.Value{Number: "7", Unit: "ferries"}, 1
					})}},
					{Field: "treaty.parties", Claims: []plan.Claim{claim(reported, func(c *plan.Claim) {
						c.Value.Items, c.Value.Key, c.Basis = []string{"Aldland"}, "aldland", plan.BasisOpinion
					})}},
				}},
		},
	}
	if diff := cmp.Diff(want, load(t, aller()), withoutPos); diff != "" {
		t.Errorf("the loaded library (-want +got)\n%s", diff)
	}
}

// Claims and cards know where they are written, under the name of their root.
func TestLoadPositions(t *testing.T) {
	lib, err := record.Load(record.Root{FS: aller(), Name: "aller"})
	if err != nil {
		t.Fatal(err)
	}
	claims := lib.Record("mill-3").Claims("toll.rate")
	for _, tt := range []struct {
		what string
		pos  plan.Pos
		text string // what stands there
	}{
		{"aller/plans/mill-3.yaml", claims[0].Pos, "id: mill-rate"},
		{"aller/plans/mill-3.yaml", claims[1].Pos, "herald"},
		{"aller/plans/mill-3.yaml", claims[2].Pos, "source: minutes"},
		{"aller/seeds/river.yaml", lib.Source("minutes").Pos, "id: minutes"},
	} {
		lines := strings.Split(millYAML, "\n")
		if strings.HasPrefix(tt.what, "aller/seeds") {
			lines = strings.Split(sourcesYAML, "\n")
		}
		if tt.pos.File != tt.what || !strings.HasPrefix(lines[tt.pos.Line-1][tt.pos.Column-1:], tt.text) {
			t.Errorf("%v is not where %q stands", tt.pos, tt.text)
		}
	}
}

// What comes in dirty is clean inside.
// A further source has its own terms where it names them, its own speaker where
// it knows the value in another way, and its own day.
func TestLoadFurtherSources(t *testing.T) {
	fsys := aller()
	fsys["plans/x.yaml"] = &fstest.MapFile{Data: []byte(claimed("toll.rate", `value: 5
qualifiers: [on goods]
source: gazette
basis: said
by: the ferrymen
date: 2031-05-03
also:
- herald
- {source: minutes, qualifiers: [], basis: reported, date: 2031-05-04}`))}
	type said struct {
		Source, By, Date string
		Terms            []string
	}
	var got []said
	for _, c := range load(t, fsys).Record("extra").Claims("toll.rate") {
		got = append(got, said{c.Source, c.By, string(c.Date), c.Qualifiers})
	}
	want := []said{
		{"gazette", "the ferrymen", "2031-05-03", []string{"on goods"}},
		{"herald", "the ferrymen", "", []string{"on goods"}},
		{"minutes", "", "2031-05-04", nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLoadCleans(t *testing.T) {
	fsys := aller()
	fsys["plans/extra.yaml"] = &fstest.MapFile{Data: []byte(
		"id: extra\nkind: position\ntitle: \"red \\e[31mflag\\u202e\"\nnames: [\"a\\nb\", \"zero\\u200bwidth\"]\n")}
	r := load(t, fsys).Record("extra")
	if diff := cmp.Diff([]string{"red flag", "a b", "zerowidth"}, append([]string{r.Title}, r.Names...)); diff != "" {
		t.Errorf("strings of the record (-want +got)\n%s", diff)
	}
}

// A comment is one where nobody can take it for words of the value.
func TestLoadComments(t *testing.T) {
	fsys := aller()
	fsys["plans/extra.yaml"] = &fstest.MapFile{Data: []byte(
		"#no blank, but no value either\nid: extra # the ID\nkind: position\n#here neither\ntitle: \"the fund #2\" #quoted\nnames: ['a #1', b#2] #a list\n")}
	r := load(t, fsys).Record("extra")
	if diff := cmp.Diff([]string{"the fund #2", "a #1", "b#2"}, append([]string{r.Title}, r.Names...)); diff != "" {
		t.Errorf("strings of the record (-want +got)\n%s", diff)
	}
}

// A failure of the file system is no problem of the records, and is told as
// it is, in words that may be printed.
func TestLoadFileSystemFails(t *testing.T) {
	fsys := aller()
	fsys["plans/folder.yaml"] = &fstest.MapFile{Mode: fs.ModeDir}
	if _, err := record.Load(record.Root{FS: fsys}); err != nil {
		t.Errorf("a folder that is called like a file: %v", err)
	}
	fsys["plans/two\nlines \x1b[31m.yaml"] = &fstest.MapFile{}
	_, err := record.Load(record.Root{FS: failing{fsys}})
	if ps := (record.Problems)(nil); !errors.Is(err, fs.ErrPermission) || errors.As(err, &ps) || err.Error() != "open plans/two lines .yaml: permission denied" {
		t.Errorf("a file that may not be read: error %q", err)
	}
}

// failing lets nobody read a file whose name has a line break.
type failing struct{ fstest.MapFS }

func (f failing) Open(name string) (fs.File, error) {
	if strings.Contains(name, "\n") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.Open(name)
}

func (f failing) ReadFile(name string) ([]byte, error) { return fs.ReadFile(fsOnly{f}, name) }

type fsOnly struct{ fs.FS }
