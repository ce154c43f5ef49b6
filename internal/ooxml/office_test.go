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

// profile is what LibreOffice finds when it starts: that nothing is to be
// installed, and a macro that accepts, and rejects, every change of a document,
// and saves the texts.
var profile = map[string]string{
	"registrymodifications.xcu": `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`,
	"basic/script.xlc": `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"><library:library library:name="Standard" library:link="false"/></library:libraries>
`,
	"basic/Standard/script.xlb": `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
`,
	"basic/Standard/Module1.xba": `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Decide(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each command In Array("AcceptAllTrackedChanges", "RejectAllTrackedChanges")
    document = StarDesktop.loadComponentFromURL(folder &amp; "/redline.docx", "_blank", 0, hidden())
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
    document.storeToURL(folder &amp; "/" &amp; command, plain())
    document.close(True)
  Next
End Sub
</script:module>
`,
}

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
	for name, text := range profile {
		path := filepath.Join(dir, "profile", "user", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d, older, newer := redline(rand.New(rand.NewPCG(longest(), 1)))
	if err := os.WriteFile(filepath.Join(dir, "redline.docx"), written(t, d), 0o644); err != nil {
		t.Fatal(err)
	}
	folder := (&url.URL{Scheme: "file", Path: dir}).String()
	if out, err := exec.Command(program, "-env:UserInstallation="+folder+"/profile", "--headless", "--norestore", fmt.Sprintf(`macro:///Standard.Module1.Decide("%s")`, folder)).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for command, want := range map[string][]string{"AcceptAllTrackedChanges": newer, "RejectAllTrackedChanges": older} {
		text, err := os.ReadFile(filepath.Join(dir, command))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Split(strings.TrimRight(strings.TrimPrefix(string(text), "\ufeff"), "\n"), "\n")
		if !slices.Equal(got, want) {
			t.Errorf("%s gives\n%q, want\n%q", command, got, want)
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
