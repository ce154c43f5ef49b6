package record_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/record"
)

// Which files are read, and which are named because they are not. Each row
// adds one file with a record of the ID extra.
func TestFiles(t *testing.T) {
	const note = " (rename it, or keep it elsewhere)"
	for _, tt := range []struct {
		why, name string
		read      bool
		unread    string
	}{
		{"the usual ending", "plans/extra.yaml", true, ""},
		{"the short one", "plans/extra.yml", true, ""},
		{"in capitals", "plans/extra.YAML", true, ""},
		{"in both", "plans/extra.Yml", true, ""},
		{"however deep", "plans/a/b/extra.yaml", true, ""},
		{"a name with dots", "plans/extra.2031.yaml", true, ""},
		{"what macOS leaves on shares", "plans/._extra.yaml", false, ""},
		{"an editor's swap file", "plans/.extra.yaml.swp", false, ""},
		{"in a hidden folder", "plans/.git/extra.yaml", false, ""},
		{"a second extension", "plans/extra.yaml.txt", false, "plans/extra.yaml.txt: not read: records end in .yaml or .yml" + note},
		{"an editor's copy", "plans/extra.yaml~", false, "plans/extra.yaml~: not read: records end in .yaml or .yml" + note},
		{"no extension", "plans/extra", false, "plans/extra: not read: records end in .yaml or .yml" + note},
		{"the extension alone is a hidden name", "plans/.yaml", false, ""},
		{"another format", "plans/extra.json", false, "plans/extra.json: not read: records end in .yaml or .yml" + note},
		{"a name that could steer a terminal", "plans/ex\x1b[31mtra\n.txt", false, "plans/extra .txt: not read: records end in .yaml or .yml" + note},
		{"cards have the same loader", "seeds/extra.txt", false, "seeds/extra.txt: not read: records end in .yaml or .yml" + note},
		{"beside the two folders nothing is looked at", "extra.yaml", false, ""},
	} {
		fsys := aller()
		delete(fsys, "plans/events/notes.txt")
		fsys[tt.name] = &fstest.MapFile{Data: []byte("id: extra\nkind: position\ntitle: Extra\n")}
		if got := load(t, fsys).Record("extra") != nil; got != tt.read {
			t.Errorf("%q is read: %v: %s", tt.name, got, tt.why)
		}
		unread, err := record.Unread(record.Root{FS: fsys})
		if got := unread.Error(); err != nil || got != tt.unread {
			t.Errorf("%q: error %v, not read:\n%q\nwant\n%q: %s", tt.name, err, got, tt.unread, tt.why)
		}
	}
}

// The vocabulary is known by its name, whatever the extension.
func TestFilesSpecial(t *testing.T) {
	for _, name := range []string{"plans/vocabulary.yml", "plans/vocabulary.YAML"} {
		fsys := aller()
		fsys[name] = fsys["plans/vocabulary.yaml"]
		delete(fsys, "plans/vocabulary.yaml")
		if lib := load(t, fsys); len(lib.Topics) != 3 {
			t.Errorf("%s: %d topics", name, len(lib.Topics))
		}
	}
}

// Links: those to files are read, others named; none stops a command.
func TestFilesLinks(t *testing.T) {
	dir := t.TempDir()
	for name, f := range aller() {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	beside := filepath.Join(t.TempDir(), "deeper")
	if err := os.Mkdir(beside, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(beside, "x.yaml"), []byte("id: extra\nkind: position\ntitle: Extra\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{
		"plans/.#beta.yaml": "nobody@host.1:2",
		"plans/gone.yaml":   "nowhere",
		"plans/link.yaml":   filepath.Join(beside, "x.yaml"),
		"plans/linked":      beside,
		"seeds/linked.yaml": beside,
		"seeds/ring.yaml":   "ring.yaml",
	} {
		if err := os.Symlink(to, filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Skipf("no links here: %v", err)
		}
	}
	root := record.Root{FS: os.DirFS(dir), Name: "ours"}
	lib, err := record.Load(root)
	if err != nil || lib.Record("extra") == nil {
		t.Errorf("error %v; a link to a file is read as one", err)
	}
	unread, err := record.Unread(root)
	want := []string{
		"ours/plans/events/notes.txt: not read: records end in .yaml or .yml (rename it, or keep it elsewhere)",
		"ours/plans/gone.yaml: not read: a link that leads nowhere, or out of the folder (put the file there, or remove the link)",
		"ours/plans/linked: not read: a link to a folder (put the folder itself there)",
		"ours/seeds/linked.yaml: not read: a link to a folder (put the folder itself there)",
		"ours/seeds/ring.yaml: not read: a link that leads nowhere, or out of the folder (put the file there, or remove the link)",
	}
	if diff := cmp.Diff(want, strings.Split(unread.Error(), "\n")); err != nil || diff != "" {
		t.Errorf("error %v, not read (-want +got)\n%s", err, diff)
	}
}

// What should be a folder and is a file, and what is no file at all.
func TestFilesOddKinds(t *testing.T) {
	fsys := aller()
	delete(fsys, "plans/events/notes.txt")
	delete(fsys, "seeds/river.yaml")
	fsys["seeds"] = &fstest.MapFile{Data: []byte(sourcesYAML)}
	fsys["plans/pipe.yaml"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	unread, err := record.Unread(record.Root{FS: fsys})
	want := "plans/pipe.yaml: not read: not a regular file (remove it)\nseeds: not read: a file (a folder of this name is read)"
	if err != nil || unread.Error() != want {
		t.Errorf("error %v, not read\n%v\nwant\n%s", err, unread, want)
	}
	if got := len(problems(t, record.Root{FS: fsys})); got == 0 {
		t.Error("claims on cards that were not read were accepted")
	}
}

// However many problems there are, the first 200 are told and the others are
// counted.
func TestProblemsAreCounted(t *testing.T) {
	fsys := aller()
	fsys["plans/x.yaml"] = &fstest.MapFile{Data: []byte("id: x\nkind: position\ntitle: X\nnames: [" + strings.Repeat("[],", 1000) + "]\n")}
	_, err := record.Load(record.Root{FS: fsys})
	ps, ok := err.(record.Problems)
	if !ok || len(ps) != 201 || ps.Count() != 1000 || ps[200].String() != "800 more problems (fix these first)" {
		t.Errorf("%d problems are told of %d, the last %v", len(ps), ps.Count(), ps[len(ps)-1])
	}
}

// A file with more values than records of its size have is refused before
// they are kept.
func TestRefusedMarks(t *testing.T) {
	for _, tt := range []struct{ why, text string }{
		{"a list of letters", "names: [" + strings.Repeat("a,", 1<<20) + "]"},
		{"mappings without values", "names: " + strings.Repeat("{", 9) + strings.Repeat("a,", 1<<20)},
		{"lists of nothing", "names: " + strings.Repeat("[],", 1<<20)},
		{"entries on lines", "names:\n" + strings.Repeat("- a\n", 1<<19)},
		{"keys without values", strings.Repeat("a:\n", 1<<20)},
	} {
		fsys := aller()
		fsys["plans/x.yaml"] = &fstest.MapFile{Data: []byte(tt.text)}
		want := fmt.Sprintf("plans/x.yaml: the file has more than %d values (split it)", 4<<20/8)
		if got := strings.Join(problems(t, record.Root{FS: fsys}), "\n"); got != want {
			t.Errorf("%s: %q, want %q", tt.why, got, want)
		}
	}
}
