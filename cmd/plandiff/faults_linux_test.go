package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// An output that is full is said so, and ends with 5; one that is closed or
// that nobody reads any more is no failure; where nothing can be said, the exit
// code stays.
func TestOutputsThatTakeNothing(t *testing.T) {
	t.Parallel()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skipf("no output is full here: %v", err)
	}
	defer full.Close()
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell to close outputs")
	}
	dir := folder(t)
	outputs := []func(c commandLine){
		func(c commandLine) {
			cmd := command(dir, c)
			var out bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, full
			if code := exitCode(t, cmd.Run()); code != 0 || out.Len() == 0 {
				t.Errorf("plandiff %s with messages going nowhere: exit code %d, %d bytes", c.args, code, out.Len())
			}
		},
		func(c commandLine) {
			cmd := command(dir, c)
			read, write, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer write.Close()
			read.Close()
			var said bytes.Buffer
			cmd.Stdout, cmd.Stderr = write, &said
			if code := exitCode(t, cmd.Run()); code != 0 || strings.Contains(said.String(), "pipe") {
				t.Errorf("plandiff %s on a pipe that nobody reads: exit code %d, %.500s", c.args, code, &said)
			}
		},
		func(c commandLine) {
			cmd := command(dir, c)
			cmd.Args = append([]string{"sh", "-c", `exec plandiff "$@" >&- 2>&-`}, cmd.Args...)
			cmd.Path = sh
			if code := exitCode(t, cmd.Run()); code != 0 && code != 5 {
				t.Errorf("plandiff %s on closed outputs: exit code %d", c.args, code)
			}
		},
	}
	for i, c := range withHelp(t) {
		cmd := command(dir, c)
		var said bytes.Buffer
		cmd.Stdout, cmd.Stderr = full, &said
		if code := exitCode(t, cmd.Run()); code != 5 || !strings.Contains(said.String(), "plandiff: writing the output: ") || strings.Count(said.String(), "\n") > 3 {
			t.Errorf("plandiff %s on a full output: exit code %d, %.500s", c.args, code, &said)
		}
		for n, output := range outputs { // one of them in turn, or all
			if *long || i%len(outputs) == n {
				output(c)
			}
		}
	}
}

// writers are commands that write files, and what they write.
var writers = []struct {
	args  string
	files []string
}{
	{"export -o out/a.html -o out/a.xlsx -o out/a.docx --force", []string{"out/a.html", "out/a.xlsx", "out/a.docx"}},
	{"import new.md --id lake-9 --workspace lake --no-shipped --force", []string{"lake/seeds/lake-9.yaml", "lake/plans/lake-9.yaml"}},
}

const before = "what stood there before"

// withOld makes a folder where the files that a command writes stand already.
func withOld(t *testing.T, files []string) (dir string) {
	t.Helper()
	dir = folder(t)
	for _, name := range files {
		restore(t, dir, name)
	}
	return dir
}

func restore(t *testing.T, dir, name string) {
	t.Helper()
	path := filepath.Join(dir, name)
	text := before
	if strings.HasSuffix(name, ".yaml") {
		text = "# " + before + "\n" // a workspace that is read
		if strings.Contains(name, "seeds") {
			text += "sources: []\n"
		} else {
			text += "id: lake-9\nkind: draft\ntitle: Ninth draft\nwitness: {known: reported}\n"
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func contents(t *testing.T, dir string, files []string) []string {
	t.Helper()
	var out []string
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

// litter are the temporary files in a folder and below it.
func litter(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(d.Name(), ".plandiff-") {
			out = append(out, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A command that is killed at any moment leaves each file as it was or as it is
// to be, and after a signal that can be caught nothing else. Half of the kills
// come at random, half as soon as there is a temporary file.
func TestKilled(t *testing.T) {
	for _, w := range writers {
		dir := withOld(t, w.files)
		old := contents(t, dir, w.files)
		start := time.Now()
		if out, err := command(dir, commandLine{w.args, ""}).CombinedOutput(); err != nil {
			t.Fatalf("plandiff %s: %v: %s", w.args, err, out)
		}
		took := time.Since(start)
		made := contents(t, dir, w.files)
		signals := []syscall.Signal{syscall.SIGKILL, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}
		r := rand.New(rand.NewPCG(11, 13))
		died, halfway := 0, 0
		kills := times(8, 200)
		for n := range kills {
			for _, name := range w.files {
				restore(t, dir, name)
			}
			signal := signals[n%len(signals)]
			cmd := command(dir, commandLine{w.args, ""})
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if n/len(signals)%2 == 0 {
				time.Sleep(time.Duration(r.Int64N(int64(took) * 5 / 4)))
			} else {
				for end := time.Now().Add(2 * took); len(litter(t, dir)) == 0 && time.Now().Before(end); {
					time.Sleep(50 * time.Microsecond)
				}
			}
			_ = cmd.Process.Signal(signal)
			if cmd.Wait() != nil {
				died++
			}
			is := contents(t, dir, w.files)
			changed := 0
			for i, text := range is {
				switch text {
				case made[i]:
					changed++
				case old[i]:
				default:
					t.Errorf("plandiff %s, killed with %v: %s has %d bytes, neither the %d of before nor the %d that are to be", w.args, signal, w.files[i], len(text), len(old[i]), len(made[i]))
				}
			}
			left := litter(t, dir)
			if changed > 0 && changed < len(is) {
				halfway++
				if signal != syscall.SIGKILL {
					t.Errorf("plandiff %s, ended with %v: %d of %d files are written", w.args, signal, changed, len(is))
				}
			}
			if len(left) > 0 && signal != syscall.SIGKILL {
				t.Errorf("plandiff %s, ended with %v: %q are left", w.args, signal, left)
			}
			for _, path := range left {
				if err := os.Remove(path); err != nil {
					t.Fatal(err)
				}
			}
		}
		t.Logf("plandiff %s: %d kills, %d ended it, %d of them between two files", w.args, kills, died, halfway)
	}
}

// On a disk that is full, or that cannot be written on, what stood there stays
// and nothing comes to it.
func TestDisksThatTakeNothing(t *testing.T) {
	for name, end := range map[string]func(t *testing.T, disk string){"full": fill, "read only": lock} {
		t.Run(name, func(t *testing.T) {
			disk, dir := t.TempDir(), folder(t)
			mounted(t, disk)
			if err := os.CopyFS(filepath.Join(disk, "lake"), os.DirFS(filepath.Join(dir, "lake"))); err != nil {
				t.Fatal(err)
			}
			for _, file := range []string{"a.html", "lake/plans/lake-9.yaml", "lake/seeds/lake-9.yaml"} {
				restore(t, disk, file)
			}
			end(t, disk)
			was := listing(t, disk)
			for _, args := range []string{"export -o DISK/a.html --force", "export -o DISK/b.xlsx", "export -o DISK/c.csv -o DISK/b.docx", "init DISK/new",
				"import new.md --id lake-9 --workspace DISK/lake --no-shipped --force", "import new.md --id lake-10 --workspace DISK/lake --no-shipped"} {
				cmd := command(dir, commandLine{strings.ReplaceAll(args, "DISK", disk), ""})
				out, err := cmd.CombinedOutput()
				if code := exitCode(t, err); code != 5 || !strings.HasPrefix(string(out), "plandiff: writing the output: ") || strings.Contains(string(out), ".plandiff-") {
					t.Errorf("plandiff %s: exit code %d, %s", args, code, out)
				}
				if is := listing(t, disk); is != was {
					t.Errorf("plandiff %s: the disk holds\n%s\ninstead of\n%s", args, is, was)
				}
			}
		})
	}
}

// mounted makes a folder a disk of its own.
func mounted(t *testing.T, dir string) {
	t.Helper()
	if err := syscall.Mount("plandiff-test", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skipf("no disk can be made here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
}

// fill takes what room a disk has left.
func fill(t *testing.T, dir string) {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, "filler"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for {
		if _, err := f.Write(make([]byte, 4096)); err != nil {
			return
		}
	}
}

// lock makes a disk one that is only read.
func lock(t *testing.T, dir string) {
	t.Helper()
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("the disk cannot be locked: %v", err)
	}
}

// listing is every name and content below a folder.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			fmt.Fprintln(&b, path)
			return err
		}
		data, err := os.ReadFile(path)
		fmt.Fprintf(&b, "%s %d %.60q\n", path, len(data), data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Of two that write the same new file one comes first, and the other says so;
// of two that replace it one comes last. The file is whole either way.
func TestTwoWriters(t *testing.T) {
	dir := folder(t)
	for n := range times(2, 100) {
		for _, c := range []struct {
			args string
			ends string
		}{{"export --format html -o a", "0 2"}, {"export --format html -o a --force", "0 0"}} {
			path := filepath.Join(dir, "a")
			if c.ends == "0 2" {
				os.Remove(path)
			}
			var running []*exec.Cmd
			var said [2]bytes.Buffer
			for i, title := range []string{"--title=One", "--title=Two"} {
				cmd := command(dir, commandLine{c.args + " " + title, ""})
				cmd.Stderr = &said[i]
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				running = append(running, cmd)
			}
			a, b := exitCode(t, running[0].Wait()), exitCode(t, running[1].Wait())
			if got := fmt.Sprint(min(a, b), max(a, b)); got != c.ends {
				t.Fatalf("round %d: plandiff %s twice ends with %s, want %s: %s%s", n, c.args, got, c.ends, &said[0], &said[1])
			}
			if text := contents(t, dir, []string{"a"})[0]; !strings.HasPrefix(text, "<!doctype html>") || !strings.HasSuffix(strings.TrimSpace(text), "</html>") {
				t.Fatalf("round %d: the file is not whole, it has %d bytes", n, len(text))
			}
			if left := litter(t, dir); len(left) > 0 {
				t.Fatalf("round %d: %q are left", n, left)
			}
		}
	}
}

// A signal that the caller has the program ignore does not end it, while it
// writes neither.
func TestIgnoredHangup(t *testing.T) {
	nohup, err := exec.LookPath("nohup")
	if err != nil {
		t.Skip("nohup is not installed")
	}
	w := writers[0]
	dir := withOld(t, w.files)
	for range times(2, 40) {
		for _, name := range w.files {
			restore(t, dir, name)
		}
		cmd := command(dir, commandLine{w.args, ""})
		cmd.Args = append([]string{nohup}, cmd.Args...)
		cmd.Path = nohup
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for n := 0; n < 2000 && len(litter(t, dir)) == 0; n++ {
			time.Sleep(time.Millisecond)
		}
		for range 5 { // in the midst of writing, and after it
			_ = cmd.Process.Signal(syscall.SIGHUP)
			time.Sleep(time.Millisecond)
		}
		if code := exitCode(t, cmd.Wait()); code != 0 {
			t.Fatalf("exit code %d", code)
		}
		for i, text := range contents(t, dir, w.files) {
			if text == before {
				t.Fatalf("%s is not written", w.files[i])
			}
		}
	}
}
