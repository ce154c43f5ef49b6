package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// origins traces the contents of a version, of which there must be some.
func origins(t *testing.T, lib *plan.Library, id string) []compare.Origin {
	t.Helper()
	o, err := compare.TraceOrigins(view(lib), id)
	if err != nil {
		t.Fatal(err)
	}
	if o.Version.ID != id || len(o.Contents) == 0 {
		t.Fatalf("%d origins of %s", len(o.Contents), o.Version.ID)
	}
	return o.Contents
}

func TestOrigins(t *testing.T) {
	lib := library(
		on("2031-01-01", draft("a", limit, claim("s", tonnes(600)))),
		on("2031-02-01", draft("b", limit, claim("s", tonnes(500)))),
		on("2031-03-01", draft("c", limit)),
		on("2031-04-01", draft("d", limit, claim("s", tonnes(600)))),
		on("2031-05-01", draft("later", limit, claim("s", tonnes(600)))),
		on("", draft("undated", limit, claim("s", tonnes(600)))),
		on("2030-01-01", position(draft("asks", limit, claim("s", tonnes(600))))),
	)
	o := origins(t, lib, "d")[0]
	var first, different, unknown []string
	for _, r := range o.First {
		first = append(first, r.ID)
	}
	for _, d := range o.Different {
		different = append(different, d.Record.ID+": "+reading(d.Reading))
	}
	for _, r := range o.Unknown {
		unknown = append(unknown, r.ID)
	}
	got := [][]string{first, different, unknown}
	want := [][]string{{"a"}, {"b: 500 tonnes"}, {"c"}} // drafts up to its date; positions, later and undated ones do not count
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("first, different, unknown (-want +got)\n%s", diff)
	}
}

// Two drafts of one day may share the origin; of a draft whose reports
// contradict each other it is said.
func TestOriginsOfOneDay(t *testing.T) {
	lib := library(
		on("2031-01-01", draft("a", limit, claim("s", tonnes(600)))),
		on("2031-01-01", draft("b", limit, claim("s", tonnes(600)), claim("r", nothing, deleted))),
		on("2031-04-01", draft("d", limit, claim("s", tonnes(600)))))
	os := origins(t, lib, "d")
	if len(os) != 1 || len(os[0].First) != 2 || len(os[0].Disputed) != 1 || os[0].Disputed[0].ID != "b" {
		t.Errorf("%+v, want first in a and b, disputed in b", os)
	}
}

// The origin is that of equal content: value, unit and terms, as far as both
// are known.
func TestOriginsSameValue(t *testing.T) {
	barrels := plan.Value{Number: "600", Unit: "barrels"}
	for _, tt := range []struct {
		why     string
		earlier plan.Claim
		first   string // "" for the version itself
	}{
		{"the same", claim("s", tonnes(600), qualified("in season")), "a"},
		{"a brief report leaves the term out", claim("s", tonnes(600)), "a"},
		{"the text does not have the term", claim("s", tonnes(600), text), "d"},
		{"a quoted fragment shows no absence", claim("s", tonnes(600), quoted), "a"},
		{"told more vaguely", claim("s", about(600), qualified("in season")), "a"},
		{"another unit", claim("s", barrels, qualified("in season")), "d"},
		{"an outline is too vague", claim("s", tonnes(600), qualified("in season"), outline), "d"},
		{"in brackets it stood there", claim("s", tonnes(600), qualified("in season"), bracketed), "a"},
		{"denied, it did not", claim("s", tonnes(600), qualified("in season"), denies), "d"},
	} {
		lib := library(on("2031-01-01", draft("a", limit, tt.earlier)),
			on("2031-04-01", draft("d", limit, claim("s", tonnes(600), qualified("in season")))))
		os := origins(t, lib, "d")
		if len(os) != 1 || os[0].First[0].ID != tt.first {
			t.Errorf("%s: first in %v, want %s", tt.why, os[0].First[0].ID, tt.first)
		}
	}
	if _, err := compare.TraceOrigins(view(library(draft("a", limit))), "nowhere"); err == nil {
		t.Error("a version that is not there has origins")
	}
}
