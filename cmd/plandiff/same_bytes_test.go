package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// surroundings are what may differ between two runs: processors, time zone,
// language, collector, size of the terminal that is none, and with each process
// the order of maps.
func surroundings(r *rand.Rand) []string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	locale := pick("C", "C.UTF-8", "tr_TR.UTF-8", "de_DE", "ja_JP.eucJP", "ar_EG", "no_such_locale")
	env := []string{"PATH=" + os.Getenv("PATH"), "GOMAXPROCS=" + strconv.Itoa(1+r.IntN(8)), "TZ=" + pick("UTC", "Pacific/Kiritimati", "America/St_Johns", "Nowhere/None", ""),
		"LC_ALL=" + locale, "LANG=" + locale, "LANGUAGE=" + locale, "GOGC=" + pick("5", "50", "100", "off"), "TERM=" + pick("dumb", "xterm-256color", "", "vt100")}
	if r.IntN(2) == 0 {
		env = append(env, "HOME="+pick("/nonexistent", os.TempDir(), "")) // or none
	}
	if dir := os.Getenv("GOCOVERDIR"); dir != "" {
		env = append(env, "GOCOVERDIR="+dir)
	}
	return env
}

// Every command writes the same bytes, wherever and however often it runs.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	runs := times(2, 100)
	lines := withHelp(t)
	for i, c := range lines {
		r := rand.New(rand.NewPCG(uint64(i), 7))
		var first []byte
		for n := range runs {
			cmd := command(dir, c)
			cmd.Env = surroundings(r)
			var out bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &out
			code := exitCode(t, cmd.Run())
			out.WriteString("exit code " + strconv.Itoa(code))
			if n == 0 {
				first = slices.Clone(out.Bytes())
			} else if !bytes.Equal(out.Bytes(), first) {
				t.Errorf("plandiff %s: run %d under %q writes other bytes:\n%.500s\ninstead of\n%.500s", c.args, n+1, strings.Join(cmd.Env[1:], " "), firstDifference(out.Bytes(), first), firstDifference(first, out.Bytes()))
				break
			}
		}
		if code := string(first[bytes.LastIndexByte(first, ' ')+1:]); code != "0" {
			t.Errorf("plandiff %s ends with %s:\n%.500s", c.args, code, first)
		}
	}
	t.Logf("%d command lines, %d runs each", len(lines), runs)
}

// firstDifference is a text from a little before where it differs from another.
func firstDifference(a, b []byte) []byte {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[max(n-40, 0):]
}
