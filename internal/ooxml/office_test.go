package ooxml

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// macro has LibreOffice accept or reject every change of a document and save
// its text.
const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Decide(command As String, from As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(from, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF"
  document.storeToURL(target, plain())
  document.close(True)
End Sub
</script:module>
`

// TestLibreOfficeAcceptsAndRejects has another program take all changes back,
// or make them.
func TestLibreOfficeAcceptsAndRejects(t *testing.T) {
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: the test reads what it makes of tracked changes")
	}
	if testing.Short() {
		t.Skip("LibreOffice takes seconds to start")
	}
	dir := t.TempDir()
	address := func(name string) string { return (&url.URL{Scheme: "file", Path: filepath.Join(dir, name)}).String() }
	office := func(arguments ...string) {
		t.Helper()
		all := append([]string{"-env:UserInstallation=" + address("profile"), "--headless", "--norestore"}, arguments...)
		if out, err := exec.Command(program, all...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	office("--terminate_after_init") // makes the profile that the macro goes into
	if err := os.WriteFile(filepath.Join(dir, "profile", "user", "basic", "Standard", "Module1.xba"), []byte(macro), 0o644); err != nil {
		t.Fatal(err)
	}
	d, older, newer := redline(rand.New(rand.NewPCG(longest(), 1)))
	if err := os.WriteFile(filepath.Join(dir, "redline.docx"), written(t, d), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		command string
		want    []string
	}{{".uno:AcceptAllTrackedChanges", newer}, {".uno:RejectAllTrackedChanges", older}} {
		office(fmt.Sprintf(`macro:///Standard.Module1.Decide("%s","%s","%s")`, c.command, address("redline.docx"), address("text.txt")))
		text, err := os.ReadFile(filepath.Join(dir, "text.txt"))
		if err != nil {
			t.Fatal(err)
		}
		os.Remove(filepath.Join(dir, "text.txt"))
		got := strings.Split(strings.TrimRight(strings.TrimPrefix(string(text), "\ufeff"), "\n"), "\n")
		if !slices.Equal(got, c.want) {
			t.Errorf("%s gives\n%q, want\n%q", c.command, got, c.want)
		}
	}
}

// longest is the seed of a document with every kind of change.
func longest() uint64 {
	best, most := uint64(0), 0
	for seed := range uint64(200) {
		d, _, _ := redline(rand.New(rand.NewPCG(seed, 1)))
		kinds := map[Op]bool{}
		for _, b := range d.Sections[0].Body {
			kinds[b.(*Paragraph).Mark.Op] = true
		}
		if n := len(kinds)*100 + len(d.Sections[0].Body); n > most {
			best, most = seed, n
		}
	}
	return best
}
