package record_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
	"plandiff/internal/record"
)

// The founding documents and the claims that were drawn from them lie beside
// the repository, never in it.
const shared = "../../../shared"

func needShared(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(shared, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the founding documents are not part of the repository, and not beside it: %v", err)
	}
	return path
}

func shippedFiles(t *testing.T) *plan.Library {
	t.Helper()
	lib, err := record.Load(record.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// Every claim that rests on a founding document has its phrase there, word
// for word, in the paragraph that it names.
func TestShippedEvidence(t *testing.T) {
	dir := needShared(t, "seeds")
	lib := shippedFiles(t)
	ev, err := record.CheckDocuments(lib, os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range ev.Problems {
		t.Error(p)
	}
	if ev.Documents != 5 {
		t.Errorf("%d founding documents, want 5", ev.Documents)
	}
	if ev.Verified < 252 {
		t.Errorf("%d claims verified, want at least 252", ev.Verified)
	}
}

// Every claim drawn from the founding documents has one home in the records:
// under its ID, on the same document, paragraph and words.
func TestShippedHoldsEveryClaim(t *testing.T) {
	data, err := os.ReadFile(needShared(t, "facts/seed-claims/claims.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var drawn struct {
		Count  int
		Claims []struct {
			ID, Seed, Evidence string
			Paragraph          int
		}
	}
	if err := yaml.Unmarshal(data, &drawn); err != nil {
		t.Fatal(err)
	}
	if len(drawn.Claims) != drawn.Count || drawn.Count == 0 {
		t.Fatalf("%d claims were read, and there are %d", len(drawn.Claims), drawn.Count)
	}
	lib := shippedFiles(t)
	homes := map[string][]*plan.Claim{}
	for _, r := range lib.Records {
		for _, fc := range r.Fields {
			for i := range fc.Claims {
				if c := &fc.Claims[i]; c.ID != "" {
					homes[c.ID] = append(homes[c.ID], c)
				}
			}
		}
	}
	for _, d := range drawn.Claims {
		if len(homes[d.ID]) != 1 {
			t.Errorf("%s has %d homes, want one", d.ID, len(homes[d.ID]))
			continue
		}
		c := homes[d.ID][0]
		if at := fmt.Sprintf("paragraph %d", d.Paragraph); c.At != at {
			t.Errorf("%v: %s is at %q, want %q", c.Pos, d.ID, c.At, at)
		}
		if c.Phrase != d.Evidence {
			t.Errorf("%v: %s has the phrase %q, want %q", c.Pos, d.ID, c.Phrase, d.Evidence)
		}
		if s := lib.Source(c.Source); s == nil || s.File != d.Seed {
			t.Errorf("%v: %s rests on %s, want the card of %s", c.Pos, d.ID, c.Source, d.Seed)
		}
	}
}
