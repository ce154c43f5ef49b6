package manual

import (
	"bytes"
	"fmt"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// tree is a program with everything that a page has to show: a topic, hidden
// things, flags of each sort, and text that roff would take for markup.
func tree() *cobra.Command {
	run := func(*cobra.Command, []string) {}
	root := &cobra.Command{Use: "boats", Short: "Count boats", Run: run}
	root.PersistentFlags().Bool("loud", false, "say more")
	count := &cobra.Command{
		Use: "count LAKE", Short: "Count the boats on a lake", Run: run,
		Long:    "Counts boats.\n.so a line that begins with a dot is text,\n'as is one with a quote, and C:\\boats.\n\nWays to count:\n  by eye    slow\n  by radar  fast",
		Example: "  boats count north -o list",
	}
	count.Flags().StringP("output", "o", "-", "`FILE` to write")
	count.Flags().String("day", "", "on this `DAY`")
	count.Flags().Lookup("day").NoOptDefVal = "today"
	count.Flags().Bool("secret", false, "")
	_ = count.Flags().MarkHidden("secret")
	hidden := &cobra.Command{Use: "sink", Short: "Sink the boats", Run: run, Hidden: true}
	topic := &cobra.Command{Use: "lakes", Short: "What a lake is", Long: "What a lake is\n\nWater all around."}
	root.AddCommand(count, hidden, topic)
	return root
}

const countPage = `.TH "BOATS\-COUNT" 1 "" "boats"
.SH NAME
boats\-count \- Count the boats on a lake
.SH SYNOPSIS
.B boats count LAKE [flags]
.SH DESCRIPTION
Counts boats.
\&.so a line that begins with a dot is text,
\&'as is one with a quote, and C:\eboats.
.PP
Ways to count:
.nf
  by eye    slow
  by radar  fast
.fi
.SH OPTIONS
.TP
\fB\-\-day\fP[=\fIDAY\fP]
on this DAY
.TP
\fB\-o\fP, \fB\-\-output\fP \fIFILE\fP
FILE to write (default \-)
.SH GLOBAL OPTIONS
.TP
\fB\-\-loud\fP
say more
.SH EXAMPLES
.nf
  boats count north \-o list
.fi
.SH SEE ALSO
.BR boats (1)
`

func TestPage(t *testing.T) {
	files, err := Files(tree())
	if err != nil {
		t.Fatal(err)
	}
	if got := string(files["boats-count.1"]); got != countPage {
		t.Errorf("the page of count is\n%s", got)
	}
}

// A page for each command and topic, none for what is hidden, and completions
// for each shell; the same bytes every time.
func TestFiles(t *testing.T) {
	files, err := Files(tree())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"boats-count.1", "boats-lakes.7", "boats.1",
		"completions/_boats", "completions/boats.bash", "completions/boats.fish", "completions/boats.ps1",
	}
	var got []string
	for name := range files {
		got = append(got, name)
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}
	again, err := Files(tree())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if !bytes.Equal(text, again[name]) {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
	if root := string(files["boats.1"]); !strings.Contains(root, ".BR boats\\-count (1)\nCount the boats on a lake\n") || !strings.Contains(root, ".BR boats\\-lakes (7)\n") || strings.Contains(root, "sink") {
		t.Errorf("the page of the program lists other commands:\n%s", root)
	}
}

// What reads man pages and completions elsewhere has nothing to say of them.
func TestReadersAccept(t *testing.T) {
	files, err := Files(tree())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		var reader []string
		switch path.Ext(name) {
		case ".1", ".7":
			reader = []string{"mandoc", "-Tlint", "-Wwarning"}
		case ".bash":
			reader = []string{"bash", "-n"}
		case ".fish":
			reader = []string{"fish", "--no-execute"}
		default:
			continue
		}
		t.Run(name, func(t *testing.T) {
			if _, err := exec.LookPath(reader[0]); err != nil {
				t.Skipf("%s is not installed", reader[0])
			}
			cmd := exec.Command(reader[0], reader[1:]...)
			cmd.Stdin = bytes.NewReader(text)
			out, _ := cmd.CombinedOutput() // a warning fails mandoc; what it says decides
			for line := range strings.Lines(string(out)) {
				if !strings.Contains(line, "missing date") { // wanted: the same bytes on any day
					t.Error(strings.TrimSpace(line))
				}
			}
		})
	}
}

func ExampleFiles() {
	files, err := Files(tree())
	if err != nil {
		panic(err)
	}
	name, _, _ := strings.Cut(string(files["boats-lakes.7"]), ".SH DESCRIPTION")
	fmt.Print(name)
	// Output:
	// .TH "BOATS\-LAKES" 7 "" "boats"
	// .SH NAME
	// boats\-lakes \- What a lake is
}
