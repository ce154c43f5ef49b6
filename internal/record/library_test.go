package record_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"plandiff/internal/plan"
	"plandiff/internal/record"
)

// The negotiation of these tests is invented: Aldland and Borland over the
// tolls and ferries of their river.
const (
	vocabularyYAML = `compare: [mill-3, weir-2]
overview: [mill-3]
topics:
- id: tolls
  title: Tolls on the river
  synonyms: [duties]
  fields:
  - id: toll.rate
    title: Rate
    kind: percent
    terms: [on goods, Sundays excepted]
  - id: toll.debt
    title: Debt owed
    kind: money
    unit: million USD
    synonyms: [arrears]
  - id: toll.relief
    title: Term of relief
    kind: duration
    unit: days
- id: ferries
  title: Ferries
  about: text
  fields:
  - id: ferry.limit
    title: Limit on crews
    kind: quantity
    unit: sailors
    note: crews of both banks
  - id: ferry.number
    title: Number of ferries
    kind: count
    unit: ferries
  - id: ferry.season
    title: When they run
    kind: choice
    choices: [all year, in summer]
- id: treaty
  title: The treaty as a document
  about: document
  fields:
  - id: treaty.signing-day
    title: Day of signing
    kind: date
  - id: treaty.parties
    title: Parties
    kind: list
  - id: treaty.purpose
    title: Purpose
    kind: text
    many: true
`
	sourcesYAML = `sources:
- id: gazette
  publisher: River Gazette
  title: The mill draft in full
  url: https://gazette.example/mill
  published: 2031-05-02
  kind: text
  attests: the mill draft, every point
- id: herald
  title: (a report on the mill draft)
  public_by: 2031-05-31
  date_note: no day on the page
  language: de
  attests: what the crier told
  original: [crier]
  reliability: low
  reliability_note: it prints what it is told
- id: crier
  attests: told on the bridge
  unread: true
- id: minutes
  kind: statement
  attests: minutes of the ferrymen
  file: minutes.txt
  sha256: ` + minutesSum + `
`
	millYAML = `id: mill-3
kind: draft
title: Draft of the mill
label: Mill
names: [three points, the mill paper]
date: 2031-05-01
date_note: as dated by its authors
by: [Aldland]
parties: [Aldland, Borland]
attested:
  date: gazette
  by: [gazette, herald]
point_count: 3
status: printed in full
note: the first of the drafts
witness:
  known: text
  note: read in the Gazette
  complete:
  - source: gazette
    points: 3, 1-2
points:
- number: 1
  title: Tolls
  covers: [toll]
  parts: [a, b]
  fields:
    toll.rate:
    - id: mill-rate
      value: "<=12.5"
      qualifiers: [on goods]
      part: a
      source: gazette
      at: point 1
      basis: text
      phrase: at most 12.5 per cent on goods
      wording: true
      rank: preferred
      also:
      - herald
      - source: minutes
        at: paragraph 2
        basis: said
        by: the ferrymen
        phrase: no more than an eighth
        date: 2031-05-03
        dated: stated
        hedged: true
        note: from memory
        via: [herald]
    toll.debt:
    - value: 40
      unit: million EUR
      state: bracketed
      proponent: Borland
      source: gazette
      basis: text
    - words: no debt
      state: bracketed
      proponent: Aldland
      source: gazette
      basis: text
- number: 2
  title: Ferries
  covers: [ferry.limit, ferry.season]
  fields:
    ferry.season:
    - value: in summer
      polarity: denies
      source: herald
      basis: reported
- number: 3
  title: Struck
  placeholder: true
fields:
  treaty.signing-day:
  - value: 2031-06
    source: herald
    basis: unnamed
  ferry.number:
  - state: deleted
    words: number taken out
    source: herald
    basis: reported
`
	weirYAML = `id: weir-2
kind: draft
title: Draft of the weir
date: 2031-06
follows: [mill-3]
witness:
  known: reported
points:
- number: 1
  title: Tolls and ferries
  from: {mill-3: [1, 2]}
  fields:
    ferry.number:
    - value: 7
      source: herald
      basis: reported
    toll.relief:
    - state: severed
      to: a side letter
      source: herald
      basis: reported
    toll.rate:
    - changed_from: mill-3
      source: herald
      basis: reported
- number: 2
  title: Not read
  unread: true
- title: A point, number unread
  fields:
    treaty.parties:
    - value: Aldland
      source: herald
      basis: opinion
`
	meetingYAML = `id: bridge-meeting
kind: event
title: Meeting on the bridge
concerns: [mill-3, weir-2]
accompanies: weir-2
`
)

// aller is the whole good library; each test takes a copy.
func aller() fstest.MapFS {
	return fstest.MapFS{
		"plans/vocabulary.yaml":     {Data: []byte(vocabularyYAML)},
		"plans/mill-3.yaml":         {Data: []byte(millYAML)},
		"plans/weir-2.yaml":         {Data: []byte(weirYAML)},
		"plans/events/bridge.yml":   {Data: []byte(meetingYAML)},
		"plans/events/notes.txt":    {Data: []byte("no record: another ending")},
		"seeds/river.yaml":          {Data: []byte(sourcesYAML)},
		"elsewhere/also-not-a.yaml": {Data: []byte("no record: another folder")},
	}
}

func load(t *testing.T, fsys fstest.MapFS) *plan.Library {
	t.Helper()
	lib, err := record.Load(record.Root{FS: fsys})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// problems checks a library that must be refused and gives the lines of the
// refusal.
func problems(t *testing.T, roots ...record.Root) []string {
	t.Helper()
	lib, err := record.Check(roots...)
	if err == nil {
		t.Fatal("the library was accepted")
	}
	if lib != nil {
		t.Error("a library with problems must be refused whole")
	}
	if _, ok := err.(record.Problems); !ok {
		t.Fatalf("the error is %T, not Problems: %v", err, err)
	}
	return strings.Split(err.Error(), "\n")
}

// refusal is one way to spoil the good library, and what is said of it.
type refusal struct {
	why  string
	file string // replaced or added
	text string // its content; the mark ¶ stands where the problem is
	want string // message and hint
}

// refuse replaces the file and wants exactly one problem, at the mark.
func refuse(t *testing.T, rows []refusal) {
	t.Helper()
	for _, row := range rows {
		before, after, marked := strings.Cut(row.text, "¶")
		if !marked || strings.Contains(after, "¶") {
			t.Fatalf("%s: mark one place with ¶", row.why)
		}
		pos := plan.Pos{
			File:   row.file,
			Line:   1 + strings.Count(before, "\n"),
			Column: len(before) - strings.LastIndexByte(before, '\n'),
		}
		fsys := maps.Clone(aller())
		fsys[row.file] = &fstest.MapFile{Data: []byte(before + after)}
		got := strings.Join(problems(t, record.Root{FS: fsys}), "\n")
		if want := pos.String() + ": " + row.want; got != want {
			t.Errorf("%s\n got: %s\nwant: %s", row.why, got, want)
		}
	}
}

// claimed is a record whose point 1 has the parts a and b and holds the claim
// about the field.
func claimed(field, claim string) string {
	return "id: extra\nkind: position\ntitle: Extra\npoints:\n- number: 1\n  title: One\n  parts: [a, b]\n  fields:\n    " +
		field + ":\n    - " + strings.ReplaceAll(strings.TrimSpace(claim), "\n", "\n      ") + "\n"
}
