package draft_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"plandiff/internal/draft"
	"plandiff/internal/intake"
	"plandiff/internal/plan"
	"plandiff/internal/record"
)

const vocabulary = `topics:
- id: fishing
  title: Fishing
  fields:
  - {id: catch.limit, title: Limit on the catch, kind: quantity, unit: tonnes, terms: [in season]}
  - {id: patrols.cost, title: Cost of the patrols, kind: money, unit: million EUR}
- id: disputes
  title: Disputes
  fields:
  - {id: disputes.time, title: Time to settle a dispute, kind: duration, unit: days}
`

func load(t testing.TB, files fstest.MapFS) *plan.Library {
	t.Helper()
	files["plans/vocabulary.yaml"] = &fstest.MapFile{Data: []byte(vocabulary)}
	lib, err := record.Load(record.Root{FS: files})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func read(t *testing.T, text string) *intake.Document {
	t.Helper()
	d, err := intake.Read("lake.md", []byte(text), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const lake = `# Accord on the lake

The parties, meeting at the lake, agree:

1. Fishing: the limit on the catch is 400 tonnes.

2. The cost of the patrols is 3 million EUR.
   - half of it in spring: "at once"
   - the rest: never #later

3. The time to settle a dispute is 30 days.

Article 3bis. The council meets in May.
`

// A document that became a record is the same record once it was written and
// read again, and its wording is that of the document.
func TestNewWritesWhatLoadReads(t *testing.T) {
	d := read(t, lake)
	made := draft.New(d, draft.About{ID: "lake-1", Date: "2031-05", By: []string{"Northshore"}, Covers: map[string][]string{"3": {"disputes"}}}, load(t, fstest.MapFS{}))
	files := fstest.MapFS{}
	for name, write := range map[string]func() ([]byte, error){
		"plans/lake-1.yaml": func() ([]byte, error) { return record.Write(made.Record, load(t, fstest.MapFS{})) },
		"seeds/lake-1.yaml": func() ([]byte, error) { return record.WriteSources(made.Source) },
	} {
		data, err := write()
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	lib := load(t, files)
	if diff := cmp.Diff(made.Record, lib.Record("lake-1"), cmpopts.IgnoreTypes(plan.Pos{})); diff != "" {
		t.Errorf("the record (-made +read)\n%s\n%s", diff, files["plans/lake-1.yaml"].Data)
	}
	if diff := cmp.Diff(made.Source, lib.Source("lake-1"), cmpopts.IgnoreTypes(plan.Pos{})); diff != "" {
		t.Errorf("the card (-made +read)\n%s", diff)
	}
	var want, got []string
	for i := range d.Points {
		if p := &d.Points[i]; p.Kind != intake.KindHeading {
			want = append(want, p.Full()+" at "+p.Place.String())
		}
	}
	for _, p := range draft.Document(lib.Record("lake-1")).Points {
		got = append(got, strings.TrimPrefix(p.Full(), "Article 3bis. ")+" at "+p.Place.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the wording (-document +record)\n%s", diff)
	}
}

// What is sure is a claim with its words and place; what is not is left out,
// and said.
func TestNewClaims(t *testing.T) {
	for _, c := range []struct{ why, text, want, left string }{
		{"the terms of a field were not looked for: that the words lack one shows nothing", "1. Fishing: the limit on the catch is 400 tonnes.\n\n2. The council meets.\n",
			"catch.limit 400 tonnes present text, terms unread point 1, line 1", ""},
		{"a field without terms has none to look for", "1. The council meets.\n\n2. The time to settle a dispute is 30 days.\n",
			"disputes.time 30 days present text point 2, line 3", ""},
		{"twice the same is one claim", "1. The time to settle a dispute is 30 days.\n\n2. The time to settle a dispute is 30 days.\n",
			"disputes.time 30 days present text point 1, line 1", ""},
		{"two values of one field: it is not clear which is meant", "1. The time to settle a dispute is 30 days.\n\n2. The time to settle a dispute is 60 days.\n",
			"", "it is not clear which is meant"},
		{"another unit than the field's", "1. The time to settle a dispute is 3 months.\n\n2. The council meets.\n", "", "is not in days"},
		{"alternatives in brackets stay both", "1. The time to settle a dispute is [30 days] [60 days].\n\n2. The council meets.\n",
			"disputes.time 30 days bracketed text point 1, line 1; disputes.time 60 days bracketed text point 1, line 1", ""},
	} {
		made := draft.New(read(t, c.text), draft.About{ID: "x"}, load(t, fstest.MapFS{}))
		var got []string
		for _, fc := range made.Record.Fields {
			for _, k := range fc.Claims {
				basis := string(k.Basis)
				if k.TermsUnread {
					basis += ", terms unread"
				}
				got = append(got, strings.Join([]string{fc.Field, k.Value.String(), string(k.State), basis, k.At}, " "))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %q, want %q; left: %q", c.why, s, c.want, made.Left)
		}
		if c.left != "" && !slices.ContainsFunc(made.Left, func(s string) bool { return strings.Contains(s, c.left) }) {
			t.Errorf("%s: left is %q", c.why, made.Left)
		}
	}
}

// What is made of any document passes the check of records.
func FuzzNew(f *testing.F) {
	f.Add(lake)
	f.Add("1. [x: y] # z\n\n2. - \"a\" 'b' {c} &d *e |f\n\n3bis. 400 tonnes; 3 million EUR\n")
	f.Add("0) nothing\n\n007. agent\n\n99999. many\n")
	f.Add("Article 1\n\nThe time to settle a dispute is 0 days, or -5 days, or 99999999999999999999 days.")
	f.Add("Article 1\n\nThe time to settle a dispute is 9999999999999999 days, or 1.0000001 days, or 9999999999999 thousand days, or 1,000,000,000,000,000,000 days.")
	lib := load(f, fstest.MapFS{})
	f.Fuzz(func(t *testing.T, text string) {
		d, err := intake.Read("lake.md", []byte(text), intake.Options{})
		if err != nil {
			return
		}
		made := draft.New(d, draft.About{ID: "lake-1"}, lib)
		plans, err := record.Write(made.Record, lib)
		if err != nil {
			t.Fatal(err)
		}
		seeds, err := record.WriteSources(made.Source)
		if err != nil {
			t.Fatal(err)
		}
		load(t, fstest.MapFS{"plans/lake-1.yaml": {Data: plans}, "seeds/lake-1.yaml": {Data: seeds}})
		if topics := draft.Suggest(d, lib); len(topics) > 0 {
			data, err := record.WriteVocabulary(topics)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := record.Load(record.Root{FS: fstest.MapFS{"plans/vocabulary.yaml": {Data: data}}}); err != nil {
				t.Errorf("the vocabulary that is suggested is refused: %v\n%s", err, data)
			}
		}
	})
}
