package ask_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"plandiff/internal/ask"
	"plandiff/internal/evidence"
)

// TestUnreadable: what is no question gets a clear message, and never a crash.
func TestUnreadable(t *testing.T) {
	lib := library(t)
	for _, row := range []struct{ name, q, says string }{
		{"empty", "", "no question"},
		{"blank", " \t\n ", "no question"},
		{"marks only", "?!… —", "no question"},
		{"a megabyte", strings.Repeat("what changed? ", 1<<20/14), "too long"},
		{"a megabyte without blanks", strings.Repeat("a", 1<<20), "too long"},
		{"Cyrillic", "Что изменилось между 28 и 19 пунктами?", "Latin alphabet"},
		{"Arabic", "ما الذي تغير؟", "Latin alphabet"},
		{"Chinese", "军队上限是多少", "Latin alphabet"},
		{"control characters", "\x00\x01\x02\x1b[31m", "no question"},
		{"broken UTF-8", "\xff\xfe\xfd", "no question"},
		{"a word of nothing", "qwertyuiop", "do not cover"},
	} {
		a := ask.New(lib, evidence.Filter{}).Ask(row.q)
		if a.Status != ask.OutOfScope || !strings.Contains(a.Text, row.says) {
			t.Errorf("%s: %s, %q; want out of scope with %q", row.name, a.Status, a.Text, row.says)
		}
		if len(a.Question) > 1000 {
			t.Errorf("%s: the question is echoed with %d bytes", row.name, len(a.Question))
		}
	}
}

// TestControlCharacters: a question survives what is no text in it, and its
// echo is safe to print.
func TestControlCharacters(t *testing.T) {
	a := ask.New(library(t), evidence.Filter{}).Ask("army\x1b[2J limit\u202e in the \x00us draft")
	if a.Status != ask.Answered || strings.ContainsAny(a.Question, "\x1b\x00\u202e") {
		t.Errorf("%s, question %q", a.Status, a.Question)
	}
}

// FuzzAsk: whatever is asked, twice in one session, the answer is honest,
// printable and quick.
func FuzzAsk(f *testing.F) {
	for _, r := range questions(f) {
		f.Add(r.After, r.Q)
	}
	f.Add("point 99999999999999999999", "28 vs 28 vs 28")
	f.Add("\x1b]0;x\x07", "1e309 billion in 9999-99-99")
	lib := library(f)
	f.Fuzz(func(t *testing.T, before, q string) {
		start := time.Now()
		s := ask.New(lib, evidence.Filter{})
		for _, text := range [2]string{before, q} {
			a := s.Ask(text)
			if a.Text == "" || !utf8.ValidString(a.Text) || strings.ContainsAny(a.Text+a.Question, "\x1b\x00\n\u202e") {
				t.Fatalf("%q: answer %q", text, a.Text)
			}
			for _, d := range dishonest(lib, a) {
				t.Fatalf("%q: %s", text, d)
			}
			s.Complete(text, len(text))
		}
		if d := time.Since(start); d > 3*time.Second {
			t.Fatalf("%q, %q took %s", before, q, d)
		}
	})
}
