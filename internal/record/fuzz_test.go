package record_test

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/record"
)

func FuzzLoadVocabulary(f *testing.F) {
	f.Add([]byte(vocabularyYAML))
	f.Add([]byte("topics:\n- {id: a, title: A, fields: [{id: a.b, title: B, kind: choice, choices: [x, y]}]}\n"))
	f.Add([]byte("topics: []\n"))
	fuzzFile(f, "plans/vocabulary.yaml")
}

func FuzzLoadRecord(f *testing.F) {
	for _, s := range []string{millYAML, weirYAML, meetingYAML,
		claimed("toll.rate", "value: '~5'\nsource: herald\nbasis: said\nby: x\nalso: [gazette, {source: minutes, phrase: y}]"),
		claimed("treaty.parties", "value: [a, b]\nsource: herald\nbasis: reported\nkept_from: mill-3"),
		claimed("toll.rate", "value: 5\nqualifiers: [On goods, by night]\nsource: herald\nbasis: reported"),
		"id: x\nkind: draft\ntitle: the fund #2\nattested: {title: herald, by: [gazette]}\nwitness: {known: oral}\n",
		"id: x\nkind: draft\ntitle: \"\\e[31m\\u202e\"\nwitness: {known: oral}\n",
	} {
		f.Add([]byte(s))
	}
	fuzzFile(f, "plans/extra.yaml")
}

func FuzzLoadSources(f *testing.F) {
	f.Add([]byte("sources:\n- {id: extra, attests: x, original: [herald], published: 2031-01/2031-02}\n"))
	f.Add([]byte("sources:\n- id: extra\n  attests: x\n  url: http://a.test/\n  kind: statement\n  reliability: low\n"))
	f.Add([]byte("sources: []\n"))
	fuzzFile(f, "seeds/extra.yaml")
}

// loadAll is a library with its words. A check refuses what they are refused for.
func loadAll(t *testing.T, root record.Root) (*plan.Library, error) {
	t.Helper()
	var words *plan.Words
	lib, err := record.Load(root)
	if err == nil {
		words, err = record.Words(lib, root)
	}
	if _, refused := record.Check(root); (refused == nil) != (err == nil) {
		t.Fatalf("the check says %v, loading %v", refused, err)
	}
	if err != nil {
		return nil, err
	}
	return lib.With(words), nil
}

// fuzzFile puts the bytes into the good library under a name. It is refused
// with problems that can be printed, or what it makes holds together.
func fuzzFile(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := aller()
		fsys[name] = &fstest.MapFile{Data: data}
		lib, err := loadAll(t, record.Root{FS: fsys})
		if err != nil {
			checkProblems(t, err)
			return
		}
		checkStrings(t, reflect.ValueOf(*lib), "library")
		checkLibrary(t, lib)
		if again, err := loadAll(t, record.Root{FS: fsys}); err != nil || !reflect.DeepEqual(lib, again) {
			t.Errorf("loading again gives another library, error %v", err)
		}
	})
}

func checkProblems(t *testing.T, err error) {
	t.Helper()
	var ps record.Problems
	if !errors.As(err, &ps) || len(ps) == 0 {
		t.Fatalf("refused, but not for a problem: %v", err)
	}
	for i, p := range ps {
		line := p.String()
		if p.Pos.File == "" && p.More == 0 || p.Msg == "" || p.Pos.Line < 0 || p.Pos.Line > 0 && p.Pos.Column < 1 {
			t.Errorf("problem without place or message: %+v", p)
		}
		if strings.ContainsFunc(line, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }) {
			t.Errorf("a problem that could steer a terminal: %q", line)
		}
		if i > 0 && ps[i-1].Pos.File == p.Pos.File && ps[i-1].Pos.Line > p.Pos.Line {
			t.Errorf("out of order: %v before %v", ps[i-1], p)
		}
	}
}

// checkStrings: every string of the library is clean.
func checkStrings(t *testing.T, v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); s != prose.Clean(s) {
			t.Errorf("%s is not clean: %q", path, s)
		}
	case reflect.Pointer:
		checkStrings(t, v.Elem(), path)
	case reflect.Slice:
		for i := range v.Len() {
			checkStrings(t, v.Index(i), path)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			checkStrings(t, v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	}
}

func checkLibrary(t *testing.T, lib *plan.Library) {
	t.Helper()
	for _, s := range lib.Sources {
		if lib.Source(s.ID) != s || s.Attests == "" {
			t.Errorf("the card %q is not found or attests nothing", s.ID)
		}
		for _, id := range s.Original {
			if lib.Source(id) == nil {
				t.Errorf("%s repeats %s, which has no card", s.ID, id)
			}
		}
	}
	for _, id := range slices.Concat(lib.Compare, lib.Overview) {
		if lib.Record(id) == nil {
			t.Errorf("%s is shown by default and has no record", id)
		}
	}
	for _, r := range lib.Records {
		if lib.Record(r.ID) != r || r.Title == "" || r.Label == "" || r.Kind == "" || r.Known == "" {
			t.Errorf("the record %q is not found, or lacks title, kind or witness", r.ID)
		}
		for _, id := range slices.Concat(r.Follows, r.Concerns) {
			if lib.Record(id) == nil {
				t.Errorf("%s names %s, which has no record", r.ID, id)
			}
		}
		for i := range r.Points {
			if p := &r.Points[i]; p.Number > 0 && r.Point(p.Number) != p {
				t.Errorf("%s: duplicate point %d", r.ID, p.Number)
			}
		}
		for _, fc := range r.Fields {
			_, field := lib.Field(fc.Field)
			if field == nil {
				t.Fatalf("%s claims %q, which is no field", r.ID, fc.Field)
			}
			for i := range fc.Claims {
				checkClaim(t, lib, r, field, &fc.Claims[i])
			}
		}
	}
}

func checkClaim(t *testing.T, lib *plan.Library, r *plan.Record, field *plan.Field, c *plan.Claim) {
	t.Helper()
	for _, id := range append([]string{c.Source}, c.Via...) {
		if lib.Source(id) == nil {
			t.Fatalf("%v: a claim on %q, which has no card", c.Pos, id)
		}
	}
	s := lib.Source(c.Source)
	if s.Unread || c.Basis == plan.BasisText && s.Kind != plan.SourceText {
		t.Errorf("%v: a claim of basis %s on %s, which cannot carry it", c.Pos, c.Basis, s.ID)
	}
	if !slices.Contains(plan.Bases, c.Basis) || !slices.Contains(plan.States, c.State) || prose.Words(c.Phrase) > record.MaxPhrase {
		t.Errorf("%v: basis %q, state %q, phrase %q", c.Pos, c.Basis, c.State, c.Phrase)
	}
	if c.Point > 0 && r.Point(c.Point) == nil || c.Pos.Line == 0 {
		t.Errorf("%v: a claim at point %d, which is not there, or without place", c.Pos, c.Point)
	}
	v := c.Value
	if v.HasNumber() && !field.Kind.Numeric() || len(v.Items) > 0 && field.Kind != plan.List || v.Date != "" && field.Kind != plan.DateKind {
		t.Errorf("%v: the value %+v does not fit the kind %s", c.Pos, v, field.Kind)
	}
	if v.IsZero() && c.State == plan.Present && !c.Denies && !c.Outline {
		t.Errorf("%v: a claim of nothing", c.Pos)
	}
	if field.Kind == plan.Choice && c.State == plan.Present && !v.IsZero() && !slices.Contains(field.Choices, v.Text) {
		t.Errorf("%v: %q is not among the choices %q", c.Pos, v.Text, field.Choices)
	}
}

func FuzzLoadWords(f *testing.F) {
	f.Add([]byte("versions:\n- {of: mill-3, names: [the third mill]}\ntopics:\n- {of: toll, names: [dues]}\nfields:\n- {of: toll.rate, names: [charge]}\naliases:\n- [the river, the stream]\n"))
	f.Add([]byte("aliases: [[a], [b, b], [c, d, \"\\e[31m\"]]\n"))
	f.Add([]byte("disagreements: [{of: none, names: [x]}]\n"))
	fuzzFile(f, "plans/words.yaml")
}

// A name of a file may be anything that a file system holds. It is read as a
// record, or passed over, and is printed without what a terminal would obey.
func FuzzFileNames(f *testing.F) {
	for _, s := range []string{"plans/x.yaml", "plans/.x.yaml", "plans/x.YML", "plans/vocabulary.yml", "plans/words.yaml/x.yaml", "seeds/a b.yaml", "plans/\x1b[31m.yaml",
		"plans/\u202eyaml.exe", "plans/a\nb.yaml", "plans/x.yaml.txt", "seeds/é.yaml", "plans/disagreements.yaml", "plans", "plans/..yaml", "plans/\xff.yaml"} {
		f.Add(s, []byte(millYAML))
	}
	f.Add("seeds/more.yaml", []byte("sources:\n- {id: extra, attests: x}\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		fsys := aller()
		if !fs.ValidPath(name) || name == "." || fsys[name] != nil {
			return
		}
		fsys[name] = &fstest.MapFile{Data: data}
		if lib, err := loadAll(t, record.Root{FS: fsys, Name: "their \x1b[1mfolder"}); err != nil {
			if strings.ContainsFunc(err.Error(), func(r rune) bool { return r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }) {
				t.Errorf("an error that could steer a terminal: %q", err)
			}
		} else {
			checkStrings(t, reflect.ValueOf(*lib), "library")
			checkLibrary(t, lib)
		}
		unread, err := record.Unread(record.Root{FS: fsys})
		if err != nil {
			t.Fatal(err)
		}
		if len(unread) > 0 {
			checkProblems(t, unread)
		}
	})
}

func FuzzReadCovers(f *testing.F) {
	for _, s := range []string{"", "7: [nato, toll.rate]\n", "3bis: toll\n", "7: [a]\n7: [b]\n", "- x\n", "? [1]\n: x\n", "7: \"\\e[31m\"\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		covers, err := record.ReadCovers("map.yaml", data)
		if err != nil {
			checkProblems(t, err)
			return
		}
		checkStrings(t, reflect.ValueOf(slices.Concat(slices.Collect(maps.Values(covers))...)), "fields")
		for number := range covers {
			if number != prose.Clean(number) {
				t.Errorf("the number %q is not clean", number)
			}
		}
	})
}

// A document that a phrase is looked for in may hold anything.
func FuzzCheckDocuments(f *testing.F) {
	for _, s := range []string{"", "the toll is five pence\n", "a\r\rb\u2028c", "one hy-\nphen\n\nand\xff\xfe more"} {
		f.Add([]byte(s), "the toll")
	}
	f.Fuzz(func(t *testing.T, document []byte, phrase string) {
		sum := sha256.Sum256(document)
		files := aller()
		files["seeds/own.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "sources:\n- {id: own, attests: x, file: own.txt, sha256: %x}\n", sum)}
		quoted, err := json.Marshal(phrase)
		if err != nil {
			t.Fatal(err)
		}
		files["plans/own.yaml"] = &fstest.MapFile{Data: []byte(claimed("toll.rate", "value: 5\nsource: own\nbasis: reported\nat: paragraph 1\nphrase: "+string(quoted)))}
		lib, err := record.Load(record.Root{FS: files})
		if err != nil {
			checkProblems(t, err)
			return
		}
		evidence, err := record.CheckDocuments(lib, fstest.MapFS{"own.txt": {Data: document}})
		if err != nil {
			t.Fatal(err)
		}
		if len(evidence.Problems) > 0 {
			checkProblems(t, evidence.Problems)
		}
	})
}
