package ask

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/record"
	"plandiff/internal/record/shipped/shippedtest"
	"plandiff/internal/wording"
)

// views are those that answers were checked by: most have the same.
var views sync.Map

func viewOf(lib *plan.Library, ev evidence.Filter) *evidence.View {
	key := fmt.Sprintf("%p %v", lib, ev)
	if v, ok := views.Load(key); ok {
		return v.(*evidence.View)
	}
	v, _ := views.LoadOrStore(key, evidence.New(lib, ev))
	return v.(*evidence.View)
}

// dishonest lists what an answer says that the records do not carry: a finding
// whose state, contents or claims are not those of its record and field on the
// evidence admitted.
func dishonest(lib *plan.Library, a *Answer) []string {
	var out []string
	seen := viewOf(lib, a.Evidence)
	for i := range a.Findings {
		f := &a.Findings[i]
		at := f.Record.ID + " " + f.Field.ID
		record := seen.Record(f.Record.ID)
		topic, field := seen.Field(f.Field.ID)
		if record == nil || field == nil {
			out = append(out, "finding of nothing: "+at)
			continue
		}
		own := record.Claims(f.Field.ID)
		for _, c := range f.Shown() {
			if !slices.ContainsFunc(own, func(o plan.Claim) bool {
				return o.Source == c.Source && o.Value.Equal(c.Value) && o.State == c.State && o.Denies == c.Denies && o.By == c.By
			}) {
				out = append(out, at+": a claim of "+c.Source+" that the record does not hold")
			}
		}
		want := compare.Derive(seen, record, topic, field)
		if len(f.Claims) < len(own) { // one date of a position's history
			continue
		}
		if f.State != want.State || wording.Reading(f.Reading) != wording.Reading(want) {
			out = append(out, fmt.Sprintf("%s: told as %s %q, is %s %q", at, f.State, wording.Reading(f.Reading), want.State, wording.Reading(want)))
		}
	}
	if a.Status == OutOfScope && len(a.Findings) > 0 {
		out = append(out, "out of scope, with findings")
	}
	if a.Status == NotReported {
		for i := range a.Findings {
			if f := &a.Findings[i]; !f.Nearest && !f.Related && f.State != plan.Lacuna && f.Kind == "" {
				out = append(out, "not reported, yet "+f.Record.ID+" "+f.Field.ID+" is "+string(f.State))
			}
		}
	}
	return out
}

// TestSpeakersAndOutlets: every speaker that the records name is known as such,
// by the full name and, where nobody else has it, by the last; and what is told
// as theirs is theirs.
func TestSpeakersAndOutlets(t *testing.T) {
	lib := shippedtest.Library(t)
	s := New(lib, evidence.Filter{})
	fields := map[string]string{} // by speaker, one that they speak of
	last := map[string]int{}
	for _, c := range s.index.Claims {
		if by := c.Claim.By; person(by) && fields[by] == "" {
			fields[by] = c.Field.Title
			last[strings.Fields(by)[1]]++
		}
	}
	if len(fields) < 15 {
		t.Fatalf("%d speakers are named", len(fields))
	}
	for by, field := range fields {
		surname := strings.Fields(by)[1]
		for _, name := range []string{by, surname} {
			if name == surname && last[surname] > 1 {
				continue
			}
			s.last = nil
			a := s.Ask("what did " + name + " say about " + field + "?")
			if s.read(a.Question).asked.Voice == 0 {
				t.Errorf("%s is not known as a speaker", name)
			}
			for i := range a.Findings {
				for _, k := range a.Findings[i].Only {
					own, _, _ := strings.Cut(k.By, ", ") // not whom they quote
					if k.Rank == plan.Deprecated {
						t.Errorf("%q is told a claim of %s that is set aside", a.Question, a.Findings[i].Record.ID)
					}
					if !strings.Contains(own+holder(a.Findings[i].Record, k)+publisher(lib, k), surname) {
						t.Errorf("%q is told a claim by %q of %s", a.Question, k.By, a.Findings[i].Record.ID)
					}
				}
			}
		}
	}
}

// person reports whether a speaker is told by first and last name.
func person(by string) bool {
	parts := strings.Fields(by)
	return len(parts) == 2 && !strings.ContainsFunc(by, func(r rune) bool { return r == ',' || r == '\'' }) &&
		unicode.IsUpper(rune(parts[0][0])) && unicode.IsUpper(rune(parts[1][0]))
}

// holder is whose position a record is, where a claim names no speaker.
func holder(r *plan.Record, c *plan.Claim) string {
	if r.Kind != plan.Position || c.By != "" {
		return ""
	}
	return strings.Join(r.By, " ")
}

func publisher(lib *plan.Library, c *plan.Claim) string {
	if s := lib.Source(c.Source); s != nil {
		return s.Publisher + " " + s.Title
	}
	return ""
}

// FuzzAsk: no text makes it fail, and no answer tells what the records do not
// hold. Each line is a question, which may lean on the one before. An invented
// negotiation has every kind of record and few of each, so that a question
// takes a fraction of what it takes on the shipped records.
func FuzzAsk(f *testing.F) {
	for _, seed := range []string{
		"", "28", "point", "the the the", "what about \"", "from to from last first", "\xff\xfe", "ſ K 0.0.0,1 2025-99-99",
		"what is the catch limit?\nand in the counter-draft?\nwho says so?", "what changed between joint-8 and counter-8?",
		"what was known by 10 March 2031?", "where do the sources differ?", "point 3 of the joint draft", "since when is the catch limit 400 tonnes",
		"which drafts do not mention the ferry", "\"in good faith\"", "what is still open in 2031", "is the catch higher than 400 tonnes",
		"history of the limit", "glossary: what does lacuna mean", "who proposed it first, and was it adopted?",
	} {
		f.Add(seed)
	}
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		f.Fatal(err)
	}
	s := New(lib, evidence.Filter{})
	f.Fuzz(func(t *testing.T, text string) {
		s.last = nil
		for i, question := range strings.SplitN(text, "\n", 3) {
			a := s.Ask(question)
			if a.Text == "" || a.Status == "" {
				t.Errorf("%q gets no answer", question)
			}
			if i == 0 {
				for _, bad := range dishonest(lib, a) {
					t.Errorf("%q: %s", question, bad)
				}
			}
		}
	})
}

// TestWhatIsNotThere: where a draft leaves a field out, every way to ask of it gets
// an answer that is true.
func TestWhatIsNotThere(t *testing.T) {
	lib := shippedtest.Library(t)
	s := New(lib, evidence.Filter{})
	n := 0
	for _, v := range s.finds.Defaults() {
		for i := range s.index.Fields {
			f := &s.index.Fields[i]
			if s.finds.Of(v, f.Topic, f.Field).State != plan.Omitted {
				continue
			}
			n++
			for _, form := range []string{"where does the %s in %s come from?", "who proposed the %s of %s first?", "what became of the %s in %s?"} {
				s.last = nil
				a := s.Ask(fmt.Sprintf(form, f.Field.Title, wording.Say(v)))
				if d := dishonest(lib, a); a.Text == "" || d != nil {
					t.Errorf("%s: %q %v", a.Question, a.Text, d)
				}
			}
		}
	}
	if n == 0 {
		t.Fatal("no draft leaves a field out")
	}
}

// TestNothingAdmitted asks on a day before anything was public: every question gets an
// answer, and none tells a claim.
func TestNothingAdmitted(t *testing.T) {
	lib := shippedtest.Library(t)
	s := New(lib, evidence.Filter{AsOf: "1900-01-01"})
	all := rows(t)
	for i := 0; i < len(all); i += 9 {
		if all[i].After == nil {
			s.last = nil
		}
		a := s.Ask(all[i].Q)
		if a.Text == "" || dishonest(lib, a) != nil {
			t.Errorf("%s: %q", a.Question, a.Text)
		}
		for _, f := range a.Findings {
			if len(f.Shown()) > 0 {
				t.Errorf("%s: tells what %s says of %s", a.Question, f.Record.ID, f.Field.ID)
			}
		}
	}
}
