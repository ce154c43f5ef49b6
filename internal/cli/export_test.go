package cli

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// exported runs plandiff export and gives what it wrote and said.
func exported(t *testing.T, args ...string) (code int, out, said string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Run(append([]string{"export"}, args...), Streams{Out: &o, Err: &e})
	return code, o.String(), e.String()
}

// An export of nothing says so.
func TestExportOfNothing(t *testing.T) {
	if code, out, said := exported(t, "us-28", "geneva-19", "--kind", "added", "--format", "csv"); code != ExitOK || strings.Count(out, "\n") != 1 || !strings.Contains(said, "--all writes every field") {
		t.Errorf("exit code %d, %d lines, said %q", code, strings.Count(out, "\n"), said)
	}
}

func TestExportWritesEveryFormat(t *testing.T) {
	dir := t.TempDir()
	begins := map[string]string{
		"a.md": "# ", "a.csv": `"topic"`, "a.tsv": `"topic"`, "a.json": "{", "a.html": "<!doctype html>", "a.xlsx": "PK", "a.docx": "PK", "a.svg": "<?xml",
	}
	var args []string
	for name := range begins {
		args = append(args, "-o", filepath.Join(dir, name))
	}
	if code, _, said := exported(t, args...); code != ExitOK || strings.Count(said, "plandiff: wrote ") != len(begins) {
		t.Fatalf("exit code %d: %s", code, said)
	}
	for name, begin := range begins {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !strings.HasPrefix(string(data), begin) {
			t.Errorf("%s begins %.20q: %v", name, data, err)
		}
	}
	left, _ := os.ReadDir(dir)
	if len(left) != len(begins) {
		t.Errorf("%d files in the folder, %d were asked for: temporary ones are left", len(left), len(begins))
	}
}

func TestExportIsTheSameOnEveryRun(t *testing.T) {
	for _, format := range []string{"md", "csv", "tsv", "json", "html", "xlsx", "docx", "svg"} {
		_, a, _ := exported(t, "--format", format, "-o", "-")
		_, b, _ := exported(t, "--format", format, "-o", "-")
		if a == "" || a != b {
			t.Errorf("%s: two runs gave %d and %d bytes that are not the same", format, len(a), len(b))
		}
	}
}

func TestExportKeepsWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(path, []byte("mine"), 0o640); err != nil {
		t.Fatal(err)
	}
	code, _, said := exported(t, "-o", path)
	if data, _ := os.ReadFile(path); code != ExitUsage || !strings.Contains(said, "--force") || string(data) != "mine" {
		t.Errorf("exit code %d, %q; the file is %.20q", code, said, data)
	}
	if code, _, said := exported(t, "-o", path, "--force"); code != ExitOK {
		t.Fatalf("--force: exit code %d: %s", code, said)
	}
	info, _ := os.Stat(path)
	if data, _ := os.ReadFile(path); !strings.HasPrefix(string(data), "# ") || info.Mode().Perm() != 0o640 {
		t.Errorf("--force: the file is %.20q with mode %v", data, info.Mode())
	}
}

func TestExportOfSeveralWritesAllOrNone(t *testing.T) {
	dir := t.TempDir()
	taken := filepath.Join(dir, "b.md")
	os.WriteFile(taken, []byte("mine"), 0o600)
	if code, _, _ := exported(t, "-o", filepath.Join(dir, "a.csv"), "-o", taken); code != ExitUsage {
		t.Errorf("exit code %d", code)
	}
	if _, err := os.Stat(filepath.Join(dir, "a.csv")); err == nil {
		t.Error("one of two files was written although the other was refused")
	}
}

func TestWriteFileIsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	if err := writeFiles([]outFile{{path, []byte("one")}}, false); err != nil {
		t.Fatal(err)
	}
	if err := writeFiles([]outFile{{path, []byte("two")}}, false); err == nil {
		t.Error("a file that came to be in the meantime was written over")
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	if err := writeFiles([]outFile{{link, []byte("three")}}, true); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(path); string(data) != "three" {
		t.Errorf("through a link, the file is %q", data)
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is one no more")
	}
	left, _ := os.ReadDir(dir)
	if len(left) != 2 {
		t.Errorf("%d files in the folder, want 2", len(left))
	}
}

func TestExportRefuses(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		why  string
		args []string
		says string
	}{
		{"no place to write", nil, "say where to write"},
		{"a name that tells no format", []string{"-o", filepath.Join(dir, "a.odt")}, "--format"},
		{"a pdf", []string{"-o", filepath.Join(dir, "a.pdf")}, "write html and print it"},
		{"a file without -o", []string{"us-28", "e3-28", "a.docx"}, "did you mean -o a.docx?"},
		{"a format that is not known", []string{"--format", "pdf", "-o", "-"}, "allowed: md"},
		{"text is a format of other commands", []string{"--format", "text", "-o", "-"}, "allowed: md"},
		{"a folder", []string{"--format", "md", "-o", dir}, "is a folder"},
		{"a file twice", []string{"-o", filepath.Join(dir, "a.md"), "-o", dir + "/./a.md"}, "given twice"},
		{"a column that the format lacks", []string{"-o", filepath.Join(dir, "a.md"), "--columns", "numbers"}, "available: number, field"},
		{"a column twice", []string{"-o", filepath.Join(dir, "a.md"), "--columns", "id,id"}, "named twice"},
		{"columns of a fixed schema", []string{"--format", "json", "--columns", "id"}, "no columns to choose"},
		{"a title in a fixed schema", []string{"--format", "json", "--title", "x"}, "fixed schema"},
		{"an order that is not known", []string{"--format", "md", "--order", "date"}, "allowed: topic, points"},
		{"--wide for what has one form", []string{"--format", "md", "--wide"}, "only csv and tsv"},
		{"a day that is none", []string{"--format", "md", "--date=2025-02-30"}, "--date"},
		{"a picture of nothing", []string{"--format", "svg", "--picture", "army-size.limt"}, "did you mean army-size.limit?"},
		{"one version", []string{"us-28", "--format", "md"}, "at most 6 versions"},
		{"a version that is not known", []string{"us-28", "e3-29", "--format", "md"}, "did you mean e3-28?"},
		{"--all with --kind", []string{"--format", "md", "--all", "--kind", "changed"}, "exclude each other"},
	} {
		code, out, said := exported(t, c.args...)
		if code != ExitUsage || out != "" || !strings.Contains(said, c.says) {
			t.Errorf("%s: exit code %d, said %q, want %q", c.why, code, said, c.says)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%d files were written by commands that failed", len(left))
	}
}

func TestExportIntoNoFolder(t *testing.T) {
	code, _, said := exported(t, "-o", filepath.Join(t.TempDir(), "none", "a.md"))
	if code != ExitOutput || !strings.Contains(said, "a.md: no such file or directory") || strings.Contains(said, ".plandiff-") {
		t.Errorf("exit code %d, said %q", code, said)
	}
}

func TestExportDateOnlyWhenAsked(t *testing.T) {
	if _, out, _ := exported(t, "--format", "md"); strings.Contains(out, "Made on") {
		t.Error("a day stands in the title block that nobody asked for")
	}
	if _, out, _ := exported(t, "--format", "md", "--date=2026-01-31"); !strings.Contains(out, "Made on 31 Jan 2026.") {
		t.Error("the day that was asked for is missing")
	}
}

func TestExportSelectsAsDiffDoes(t *testing.T) {
	args := []string{"us-28", "e3-28", "--topic", "army-size,nato", "--kind", "changed,disputed", "--only-sources", "seeds"}
	var o, e bytes.Buffer
	if code := Run(append([]string{"diff", "--format", "json"}, args...), Streams{Out: &o, Err: &e}); code != ExitOK {
		t.Fatal(e.String())
	}
	_, out, _ := exported(t, append(args, "--format", "json")...)
	if out != o.String() {
		t.Error("the JSON is not what diff writes")
	}
	var diff struct{ Rows []struct{ Field string } }
	if err := json.Unmarshal(o.Bytes(), &diff); err != nil || len(diff.Rows) == 0 {
		t.Fatalf("%d rows: %v", len(diff.Rows), err)
	}
	var want []string
	for _, r := range diff.Rows {
		want = append(want, r.Field)
	}
	_, out, _ = exported(t, append(args, "--format", "csv")...)
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows[1:] {
		got = append(got, r[slices.Index(rows[0], "field")])
	}
	if !slices.Equal(got, want) {
		t.Errorf("csv has the fields %v, json %v", got, want)
	}
	_, out, _ = exported(t, append(args, "--format", "md")...)
	if !strings.Contains(out, "Topics: army-size, nato.") || !strings.Contains(out, "founding documents") {
		t.Error("the filters are not in the title block")
	}
	_, out, _ = exported(t, append(args, "--format", "html")...)
	if strings.Count(out, `<tr role="row" id=`) != len(want) {
		t.Error("a page has rows that --kind leaves out")
	}
}

func TestExportOrderAndColumns(t *testing.T) {
	_, out, _ := exported(t, "us-28", "e3-28", "--format", "csv", "--order", "points", "--all", "--columns", "section,base_points,field")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || !slices.Equal(rows[0], []string{"section", "base_points", "field"}) {
		t.Fatalf("the columns are %v: %v", rows[0], err)
	}
	if !strings.HasPrefix(rows[1][0], "Point 1") {
		t.Errorf("the first section is %q", rows[1][0])
	}
	_, out, _ = exported(t, "us-28", "e3-28", "--format", "md", "--columns", "number,field,versions,agreed,comments")
	if !strings.Contains(out, "| No. | Field | us-28<br>points 1-2 | e3-28<br>points 1-2 | Agreed text | Comments |") {
		t.Errorf("the columns to write in are missing:\n%.3000s", out)
	}
}

func TestExportPageHasWhatIsAside(t *testing.T) {
	_, out, _ := exported(t, "--format", "html")
	_, all, _ := exported(t, "--format", "csv", "--all", "--wide")
	if got, want := strings.Count(out, `<tr role="row" id=`), strings.Count(all, "\r\n")-1; got != want {
		t.Errorf("a page has %d rows, the versions have %d fields", got, want)
	}
}

func TestExportTitle(t *testing.T) {
	_, out, _ := exported(t, "--format", "docx", "--title", "Round <3>\x1b[31m")
	z, err := zip.NewReader(strings.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	b.ReadFrom(f)
	if !strings.Contains(b.String(), ">Round &lt;3&gt;</w:t>") {
		t.Error("the title is not the one that was given")
	}
}

func TestExportToATerminal(t *testing.T) {
	var o, e bytes.Buffer
	code := Run([]string{"export", "--format", "docx", "-o", "-"}, Streams{Out: &o, Err: &e, Terminal: func() (int, int, bool) { return 80, 24, true }})
	if code != ExitUsage || o.Len() > 0 || !strings.Contains(e.String(), "terminal") {
		t.Errorf("exit code %d, %d bytes, said %q", code, o.Len(), e.String())
	}
}

// TestExportAsOfADay: a page as of a day tells of nothing that came later, in
// its pictures neither.
func TestExportAsOfADay(t *testing.T) {
	_, out, said := exported(t, "us-28", "e3-28", "--format", "html", "--as-of", "2025-11-25")
	if out == "" || strings.Contains(out, "zelensky-20") || strings.Contains(out, "Dec 2025") {
		t.Errorf("December is in a page as of November; said %q", said)
	}
	if !strings.Contains(out, "as of 25 Nov 2025") {
		t.Error("the page does not say which day it is of")
	}
}

// A clock that is wrong by ages gives the day that it shows.
func TestExportUnderAWrongClock(t *testing.T) {
	for _, day := range []struct {
		at   time.Time
		want string
	}{{time.Unix(0, 0).UTC(), "Made on 1 Jan 1970."}, {time.Date(1601, 2, 3, 0, 0, 0, 0, time.UTC), "Made on 3 Feb 1601."}, {time.Date(2999, 12, 31, 23, 59, 0, 0, time.UTC), "Made on 31 Dec 2999."}} {
		var out, said bytes.Buffer
		code := Run([]string{"export", "--format", "md", "--date"}, Streams{Out: &out, Err: &said, Now: func() time.Time { return day.at }})
		if code != ExitOK || !strings.Contains(out.String(), day.want) {
			t.Errorf("exit code %d, %s; want %q in %.300s", code, &said, day.want, &out)
		}
	}
}
