package cli

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What a user waits for is a whole process. The measures of the design are 10
// ms on a quiet machine and 40 MiB; a word diff by git of two texts of 28
// points, timed beside it, tells how quiet the machine is.
const (
	mostMemory = 40 // MiB
	mostTime   = 10 * time.Millisecond
)

// build makes the program as users have it.
func build(t testing.TB) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "plandiff")
	if out, err := exec.Command("go", "build", "-o", name, "plandiff/cmd/plandiff").CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	return name
}

// cold runs a process to its end: how long it took and the most memory it
// held, in MiB. Linux counts what the parent held against the child, so a
// small process stands between: this test binary, as TestStarter.
func cold(t testing.TB, dir, name string, args ...string) (time.Duration, float64) {
	t.Helper()
	starter := exec.Command(os.Args[0], append([]string{"-test.run=^TestStarter$", "--", name}, args...)...)
	starter.Dir = dir
	starter.Env = []string{startEnv + "=1", "HOME=" + dir, "GIT_CONFIG_NOSYSTEM=1", "PATH=" + os.Getenv("PATH")}
	starter.Stderr = os.Stderr
	out, err := starter.Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var nanoseconds, kib int64
	if _, err := fmt.Sscan(string(out), &nanoseconds, &kib); err != nil {
		t.Fatalf("%s: %v in %q", name, err, out)
	}
	return time.Duration(nanoseconds), float64(kib) / 1024
}

const startEnv = "PLANDIFF_TEST_START"

// TestStarter is no test: it runs the command after "--" and prints how many
// nanoseconds that took and how many KiB it held. Exit code 1 of the command
// says that there are differences.
func TestStarter(t *testing.T) {
	if os.Getenv(startEnv) == "" {
		t.Skip("runs commands for other tests")
	}
	args := os.Args[slices.Index(os.Args, "--")+1:]
	cmd := exec.Command(args[0], args[1:]...)
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	fmt.Println(int64(took), cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	os.Exit(0)
}

// writeTexts writes two texts of 28 points that differ in a word here and
// there, as two drafts do.
func writeTexts(t testing.TB, dir string) {
	t.Helper()
	var a, b strings.Builder
	for n := 1; n <= 28; n++ {
		point := fmt.Sprintf("%d. The parties shall within %d days of signing set up a commission of %d members, which meets on the quay of the town, keeps a log in both languages, and reports to the two governments on the catch of the year before.\n", n, 10*n, n+2)
		a.WriteString(point)
		if n%3 == 0 {
			point = strings.NewReplacer("shall", "may", "two governments", "joint council").Replace(point)
		}
		if n != 3 {
			b.WriteString(point)
		}
	}
	for name, text := range map[string]string{"a.txt": a.String(), "b.txt": b.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkColdDiff(b *testing.B) {
	if _, err := exec.LookPath("git"); err != nil {
		b.Skip("git is not there to compare with")
	}
	name, dir := build(b), b.TempDir()
	writeTexts(b, dir)
	var ours, theirs time.Duration
	most := 0.0
	n := 0
	for b.Loop() {
		took, memory := cold(b, dir, name, "diff")
		ours, most = ours+took, max(most, memory)
		took, _ = cold(b, dir, "git", "diff", "--no-index", "--word-diff", "a.txt", "b.txt")
		theirs += took
		n++
	}
	b.ReportMetric(ours.Seconds()*1e3/float64(n), "plandiff-ms")
	b.ReportMetric(theirs.Seconds()*1e3/float64(n), "git-ms")
	b.ReportMetric(float64(ours)/float64(theirs), "ratio")
	b.ReportMetric(most, "MiB")
}

// The fastest of several runs holds the promise with room for a busy machine,
// and the memory without any. Reading the records' YAML at start, in place of
// the snapshot, would fail this.
func TestColdDiff(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	name, dir := build(t), t.TempDir()
	fastest, most := time.Hour, 0.0
	for range 15 {
		took, memory := cold(t, dir, name, "diff")
		fastest, most = min(fastest, took), max(most, memory)
	}
	if most > mostMemory {
		t.Errorf("%.1f MiB at most, want no more than %d", most, mostMemory)
	}
	if fastest > 2*mostTime {
		t.Errorf("the fastest of 15 runs took %v, want no more than %v, twice what is promised", fastest, 2*mostTime)
	}
}
