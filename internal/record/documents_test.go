package record_test

import (
	"crypto/sha256"
	"errors"
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

// minutes is a founding document: four paragraphs, with the blanks, quotation
// marks and line ends that documents have.
const (
	minutes = "Minutes of the ferrymen\n\n" +
		"They said:\u00a0“no more than an eighth” of the goods.\n" +
		"  Crews are limited to 1\u00a0200 sailors, they said.  \r\n\n" +
		"The ferrymen’s house, the mill house and the mill.\n"
	minutesSum = "e9191f26d693e19d98fd6f501ad75891e64a95794b6500937db4073457806625"
)

// evidence checks one claim that rests on the minutes, among those of the
// good library, and gives what is said of it.
func evidence(t *testing.T, claim string, dir fs.FS) record.Evidence {
	t.Helper()
	fsys := aller()
	fsys["plans/x.yaml"] = &fstest.MapFile{Data: []byte(claimed("treaty.purpose", "value: trade\nsource: minutes\nbasis: quoted\n"+claim))}
	ev, err := record.CheckDocuments(load(t, fsys), dir)
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

func TestCheckDocuments(t *testing.T) {
	dir := fstest.MapFS{"renamed.txt": {Data: []byte(minutes)}, "other.txt": {Data: []byte("not a founding document")}}
	const at = "plans/x.yaml:10:7: extra treaty.purpose, claim of minutes: "
	for _, tt := range []struct {
		why, claim, want string // want: "" if the phrase stands
	}{
		{"the words, letter for letter", "at: paragraph 2\nphrase: no more than an eighth", ""},
		{"a whole paragraph", "at: paragraph 1\nphrase: Minutes of the ferrymen", ""},
		{"a no-break space in the document is a blank", "at: paragraph 3\nphrase: limited to 1 200 sailors", ""},
		{"a no-break space in the record too", "at: paragraph 3\nphrase: \"limited\\u00a0to 1 200 sailors\"", ""},
		{"curly quotes are straight ones", "at: paragraph 2\nphrase: \"\\\"no more than an eighth\\\"\"", ""},
		{"a straight apostrophe is a curly one", "at: paragraph 4\nphrase: The ferrymen's house", ""},
		{"blank lines count for nothing, ends of line neither", "at: paragraph 4\nphrase: the mill house", ""},
		{"marks at the edge are not needed", "at: paragraph 4\nphrase: and the mill", ""},

		{"one letter changed", "at: paragraph 2\nphrase: no more then an eighth",
			`the phrase "no more then an eighth" is not in paragraph 2`},
		{"a capital changed", "at: paragraph 1\nphrase: minutes of the ferrymen",
			`the phrase "minutes of the ferrymen" is not in paragraph 1`},
		{"a digit changed", "at: paragraph 3\nphrase: limited to 1 300 sailors",
			`the phrase "limited to 1 300 sailors" is not in paragraph 3`},
		{"a word left out", "at: paragraph 2\nphrase: no more an eighth",
			`the phrase "no more an eighth" is not in paragraph 2`},
		{"another paragraph, and where it stands", "at: paragraph 3\nphrase: no more than an eighth",
			`the phrase "no more than an eighth" is not in paragraph 3 (it is in paragraph 2)`},
		{"the end of a word is not a word", "at: paragraph 4\nphrase: rymen’s house",
			`the phrase "rymen’s house" is not in paragraph 4`},
		{"the beginning neither", "at: paragraph 4\nphrase: the mill hou",
			`the phrase "the mill hou" is not in paragraph 4`},
		{"half a number is another number", "at: paragraph 3\nphrase: 200 sailors",
			`the phrase "200 sailors" is not in paragraph 3`},
		{"a phrase does not run over paragraphs", "at: paragraph 1\nphrase: the ferrymen They said",
			`the phrase "the ferrymen They said" is not in paragraph 1`},
		{"beyond the last paragraph", "at: paragraph 5\nphrase: the mill",
			"the document has 4 paragraphs, not 5"},
		{"paragraphs count from 1", "at: paragraph 0\nphrase: the mill",
			`"paragraph 0" does not name a paragraph (for example "at: paragraph 29")`},
		{"a page is no paragraph", "at: page 2\nphrase: the mill",
			`"page 2" does not name a paragraph (for example "at: paragraph 29")`},
		{"no place at all", "phrase: the mill",
			`"" does not name a paragraph (for example "at: paragraph 29")`},
		{"no phrase, no evidence", "at: paragraph 1",
			"it has no phrase (give at most 8 words of the paragraph)"},
	} {
		// The good library has one claim on the minutes already, and its phrase
		// stands.
		want := record.Evidence{Documents: 1, Verified: 2}
		var lines []string
		if tt.want != "" {
			want.Verified = 1
			lines = []string{at + tt.want}
		}
		got := evidence(t, tt.claim, dir)
		if got.Documents != want.Documents || got.Verified != want.Verified {
			t.Errorf("%s: %d documents and %d claims verified, want %d and %d", tt.why, got.Documents, got.Verified, want.Documents, want.Verified)
		}
		var gotLines []string
		if len(got.Problems) > 0 {
			gotLines = strings.Split(got.Problems.Error(), "\n")
		}
		if diff := cmp.Diff(lines, gotLines); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// What typesetting and extraction do to a text is undone before phrases are
// looked for, and nothing else is.
func TestCheckDocumentsExtracted(t *testing.T) {
	const wrapped = "THE ACCORD OF THE RIVER\n\n" +
		"The ferrymen of both banks will confirm that the line of con-\n" +
		"tact between Aldland and Borland is that of the first of May\n" +
		"and is recognised by both in a ten-\n" +
		"year treaty.\n\n" +
		"Tolls are an eighth of all goods.\n"
	for _, tt := range []struct{ why, text, claim, want string }{
		{"a ligature", "They will con\ufb01rm the line.", "at: paragraph 1\nphrase: will confirm the line", ""},
		{"a ligature in the record", "They will confirm the line.", "at: paragraph 1\nphrase: will con\ufb01rm the line", ""},
		{"a soft hyphen", "the line of con\u00adtact", "at: paragraph 1\nphrase: line of contact", ""},
		{"decomposed accents", "the Zu\u0308rich paper", "at: paragraph 1\nphrase: the Z\u00fcrich paper", ""},
		{"an invisible blank", "the li\u200bne", "at: paragraph 1\nphrase: the line", ""},
		{"a mark at the beginning of the file", "\ufeffThe line", "at: paragraph 1\nphrase: The line", ""},
		{"another accent is another letter", "the Zurich paper", "at: paragraph 1\nphrase: the Z\u00fcrich paper",
			"the phrase \"the Zürich paper\" is not in paragraph 1"},
		{"a superior digit is no digit", "10\u00b2 boats", "at: paragraph 1\nphrase: 102 boats",
			"the phrase \"102 boats\" is not in paragraph 1"},

		{"a phrase over the end of a line", wrapped, "at: paragraph 2\nphrase: the first of May and is recognised", ""},
		{"a word parted at the end of a line", wrapped, "at: paragraph 2\nphrase: the line of contact between Aldland", ""},
		{"a hyphen that belongs to the word", wrapped, "at: paragraph 2\nphrase: in a ten-year treaty", ""},
		{"paragraphs are set off by blank lines", wrapped, "at: paragraph 3\nphrase: an eighth of all goods", ""},
		{"a phrase does not run over them", wrapped, "at: paragraph 2\nphrase: treaty. Tolls are an eighth",
			`the phrase "treaty. Tolls are an eighth" is not in paragraph 2`},
		{"lines that end are paragraphs", "They met at the mill.\nThey met at the weir.\nThey parted.", "at: paragraph 2\nphrase: met at the weir", ""},
		{"and phrases do not run over them", "They met at the mill.\nThey met at the weir.\nThey parted.", "at: paragraph 1\nphrase: the mill. They met",
			`the phrase "the mill. They met" is not in paragraph 1`},
	} {
		sum := fmt.Sprintf("%x", sha256.Sum256([]byte(tt.text)))
		fsys := aller()
		fsys["seeds/x.yaml"] = &fstest.MapFile{Data: []byte("sources:\n- {id: paper, attests: x, file: x.txt, sha256: " + sum + "}\n")}
		fsys["plans/x.yaml"] = &fstest.MapFile{Data: []byte(claimed("treaty.purpose", "value: trade\nsource: paper\nbasis: quoted\n"+tt.claim))}
		ev, err := record.CheckDocuments(load(t, fsys), fstest.MapFS{"x.txt": {Data: []byte(tt.text)}})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range ev.Problems {
			if p.Pos.File == "plans/x.yaml" {
				got = strings.TrimPrefix(p.Msg, "extra treaty.purpose, claim of paper: ")
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

// A document is found by its bytes, not by its name; one that was touched is
// not the document.
func TestCheckDocumentsMissing(t *testing.T) {
	const missing = "seeds/river.yaml:21:3: no file with the SHA-256 of minutes (minutes.txt) (put the unchanged document into the folder)"
	for _, tt := range []struct {
		why string
		dir fstest.MapFS
	}{
		{"an empty folder", fstest.MapFS{}},
		{"one blank more at the end", fstest.MapFS{"minutes.txt": {Data: []byte(minutes + " ")}}},
		{"other line ends", fstest.MapFS{"minutes.txt": {Data: []byte(strings.ReplaceAll(minutes, "\n", "\r\n"))}}},
		{"in a folder of the folder", fstest.MapFS{"deeper/minutes.txt": {Data: []byte(minutes)}}},
		{"no regular file", fstest.MapFS{"minutes.txt": {Data: []byte(minutes), Mode: fs.ModeNamedPipe}}},
	} {
		ev, err := record.CheckDocuments(load(t, aller()), tt.dir)
		if err != nil {
			t.Errorf("%s: %v", tt.why, err)
		}
		// Without the document nothing can be said of the claims on it.
		if ev.Documents != 0 || ev.Verified != 0 || ev.Problems.Error() != missing {
			t.Errorf("%s: %d documents, %d claims verified, problems\n%v", tt.why, ev.Documents, ev.Verified, ev.Problems)
		}
	}
	if _, err := record.CheckDocuments(load(t, aller()), os.DirFS(filepath.Join(t.TempDir(), "gone"))); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: error %v", err)
	}
}
