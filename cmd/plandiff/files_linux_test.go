package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// systems are what the system and the language read for themselves, whatever
// the program: libraries, time zones, processors and memory.
var systems = regexp.MustCompile(`^(/etc/ld\.so\.\w+|/etc/localtime|/usr/share/zoneinfo/.*|(/usr)?/lib.*|/usr/local/go/lib/time/zoneinfo\.zip|/sys/.*|/proc/(self|sys)/.*|/proc/filesystems|/proc/version|/dev/null)$`)

var (
	// call is a line of strace that names a file: "12 openat(AT_FDCWD, "a", O_RDONLY) = 3".
	call    = regexp.MustCompile(`^(?:\d+ +)?(\w+)\((?:[A-Z_]+, |\d+, )?"((?:[^"\\]|\\.)*)"(.*)$`)
	network = regexp.MustCompile(`^(?:\d+ +)?(socket|connect|sendto)\(`)
)

// No file is read or written but those that the command line names, and
// nothing is asked of a network.
func TestNoOtherFiles(t *testing.T) {
	t.Parallel()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace, which lists the files that a program opens, is not installed")
	}
	if testing.CoverMode() != "" {
		t.Skip("a program that counts what is covered writes its counts")
	}
	dir := folder(t)
	log := filepath.Join(t.TempDir(), "log")
	program, err := exec.LookPath("plandiff")
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, c := range append(slices.Clone(commandLines),
		commandLine{"export -o a.html -o b.xlsx", ""}, commandLine{"import new.md --id lake-9 --workspace lake --no-shipped", ""}, commandLine{"init accord", ""}) {
		cmd := command(dir, c)
		cmd.Args = append([]string{strace, "-f", "-qq", "-e", "trace=%file,%network", "-o", log, program}, cmd.Args[1:]...)
		cmd.Path = strace
		cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
		if out, err := cmd.CombinedOutput(); err != nil {
			if checked == 0 {
				t.Skipf("strace does not run a command here: %v: %.300s", err, out)
			}
			t.Fatalf("plandiff %s: %v: %.300s", c.args, err, out)
		}
		text, err := os.ReadFile(log)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range whole(string(text)) {
			if network.MatchString(line) {
				t.Errorf("plandiff %s: asks a network: %s", c.args, line)
			}
			m := call.FindStringSubmatch(line)
			if m == nil || m[2] == "" || strings.HasPrefix(m[1], "exec") || strings.Contains(m[3], "ENOENT") {
				continue
			}
			checked++
			path := m[2]
			if !filepath.IsAbs(path) {
				path = filepath.Join(dir, path)
			}
			if path != program && !systems.MatchString(path) && path != dir && !strings.HasPrefix(path, dir+"/") {
				t.Errorf("plandiff %s: %s %s, which nobody named", c.args, m[1], path)
			}
		}
	}
	if checked < 100 {
		t.Errorf("%d calls that name files: the list of strace is not understood", checked)
	}
}

// whole are the calls of a log, each on one line: one that another thread broke into
// stands in two parts, "12 open("a" <unfinished ...>" and "12 <... open resumed>) = 3".
func whole(log string) []string {
	var out []string
	begun := map[string]string{} // by thread
	for line := range strings.Lines(log) {
		thread, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if part, broken := strings.CutSuffix(rest, " <unfinished ...>"); broken {
			begun[thread] = part
			continue
		}
		if _, end, resumed := strings.Cut(rest, " resumed>"); resumed && strings.HasPrefix(strings.TrimLeft(rest, " "), "<... ") {
			rest = begun[thread] + end
			delete(begun, thread)
		}
		out = append(out, thread+" "+rest)
	}
	for thread, part := range begun { // ended in the middle
		out = append(out, thread+" "+part)
	}
	return out
}

func TestWhole(t *testing.T) {
	got := whole("1 open(\"a\" <unfinished ...>\n2 stat(\"b\") = 0\n1  <... open resumed>) = -1 ENOENT\n")
	if want := []string{"2 stat(\"b\") = 0", "1 open(\"a\") = -1 ENOENT"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
