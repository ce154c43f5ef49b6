package cli

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func runAsk(in string, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = Run(append([]string{"ask"}, args...), Streams{In: strings.NewReader(in), Out: &o, Err: &e})
	return code, o.String(), e.String()
}

// TestAsk: exit codes, one question and piped ones, filters and forms.
func TestAsk(t *testing.T) {
	for _, row := range []struct {
		name, in string
		args     []string
		code     int
		says     string
	}{
		{"a question in one argument", "", []string{"army cap in the us draft?"}, ExitOK, "in the US draft: 600,000 personnel"},
		{"words need no quotes", "", []string{"army", "cap", "us", "vs", "eu"}, ExitOK, "+200,000"},
		{"outside the records", "", []string{"weather in Kyiv"}, ExitNoAnswer, "do not cover"},
		{"an empty question", "", []string{""}, ExitNoAnswer, "There is no question."},
		{"nothing piped", "", nil, ExitUsage, "ask needs a question"},
		{"one a line, going on", "army limit in the us draft\n\nand in the E3 text?\n", nil, ExitOK, "800,000 personnel, in peacetime"},
		{"one of several outside", "weather\narmy cap in the us draft\n", nil, ExitNoAnswer, "600,000 personnel"},
		{"a line of a megabyte", strings.Repeat("a", 1<<20) + "\narmy cap in the us draft\n", nil, ExitNoAnswer, "too long"},
		{"a filter hides what it does not admit", "", []string{"amnesty in the us draft", "--only-sources", "seeds"}, ExitOK, "ot reported"},
		{"reasons", "", []string{"--explain", "army cap in the us draft"}, ExitOK, "Read as: "},
		{"ASCII alone", "", []string{"--ascii", "NATO in the us draft"}, ExitOK, "excluded"},
	} {
		code, out, errs := runAsk(row.in, row.args...)
		if text := strings.Join(strings.Fields(out+errs), " "); code != row.code || !strings.Contains(text, row.says) {
			t.Errorf("%s: exit %d, want %d with %q:\n%.600s", row.name, code, row.code, row.says, text)
		}
	}
}

// TestAskJSON: the form is that of the design, for answers and for none.
func TestAskJSON(t *testing.T) {
	for _, q := range []string{"army cap us vs eu", "weather in Kyiv", "jets in the Geneva draft"} {
		_, out, _ := runAsk("", q, "--format", "json")
		var got struct {
			Schema, Question, Status, Answer string
			Understood                       struct {
				Intent                   string
				Versions, Topics, Fields []string
			}
			Findings []struct {
				Version, Field, State, Text string
				Claims                      []struct{ Source, Basis string }
			}
			Sources []struct{ ID string }
		}
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		if got.Schema != "plandiff.ask/1" || got.Question != q || got.Answer == "" || got.Understood.Intent == "" ||
			got.Understood.Versions == nil || got.Findings == nil || got.Sources == nil {
			t.Errorf("%s: %+v", q, got)
		}
		cited := map[string]bool{}
		for _, s := range got.Sources {
			cited[s.ID] = true
		}
		for _, f := range got.Findings {
			for _, c := range f.Claims {
				if !cited[c.Source] {
					t.Errorf("%s: the source %s of %s %s is not listed", q, c.Source, f.Version, f.Field)
				}
			}
		}
	}
}

// broken is an input that fails in the worst way.
type broken struct{}

func (broken) Read([]byte) (int, error) { panic("no such thing\x1b[2J") }

// An internal error ends with a code of its own, the stack, and where to report
// it; what it says of the input is clean.
func TestInternalError(t *testing.T) {
	var out, errs strings.Builder
	code := Run([]string{"ask"}, Streams{In: broken{}, Out: &out, Err: &errs, Env: func(string) string { return "" }, Terminal: func() (int, int, bool) { return 0, 0, false }})
	if code != ExitBug || !strings.Contains(errs.String(), "internal error: no such thing") || !strings.Contains(errs.String(), "goroutine") || !strings.Contains(errs.String(), "Please report it") || strings.ContainsRune(errs.String(), 0x1b) {
		t.Errorf("a fault ends with %d and says %q", code, errs.String())
	}
}

// What evidence hides is counted over everything that is known.
func TestAskCountsWhatIsHidden(t *testing.T) {
	var out, errs strings.Builder
	args := append([]string{"ask", "what is the catch limit?", "--as-of", "2031-03-10"}, lake...)
	if code := Run(args, Streams{In: strings.NewReader(""), Out: &out, Err: &errs}); code != ExitOK || !strings.Contains(out.String(), "\nEvidence: as of 10 Mar 2031; 61 claims hidden.\n") {
		t.Errorf("exit code %d, %s%s", code, out.String(), errs.String())
	}
}
