package export

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// axePackage is the accessibility checker of Deque Systems (MPL-2.0). It is
// fetched when the test runs, and is no part of the program.
const axePackage = "axe-core@4.14.1"

// axe is the text of axe-core, or skips the test.
func axe(t *testing.T) string {
	t.Helper()
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("no npm here to fetch axe-core with")
	}
	dir := t.TempDir()
	cmd := exec.Command(npm, "pack", "--silent", "--prefer-offline", axePackage)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("%s cannot be had: %v: %.300s", axePackage, err, out)
	}
	found, err := filepath.Glob(filepath.Join(dir, "*.tgz"))
	if err != nil || len(found) != 1 {
		t.Fatalf("npm packed %q: %v", found, err)
	}
	f, err := os.Open(found[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for files := tar.NewReader(z); ; {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			t.Fatal("the package holds no axe.min.js")
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Name == "package/axe.min.js" {
			text, err := io.ReadAll(files)
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
	}
}

const runAxe = `axe.run(%s, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"]}).then(r =>
	r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + " (" + v.impact + ", " + v.nodes.length + " times): " + v.help + ": " + n.html.slice(0, 200) + " " + (n.any[0]?.message ?? ""))))`

// TestAxe: a second checker of accessibility, by other people, finds nothing on
// the page either.
func TestAxe(t *testing.T) {
	ctx := browser(t)
	checker := axe(t)
	check := func(part string) (found []string) {
		t.Helper()
		do(t, ctx, chromedp.Evaluate(checker+";0", nil), chromedp.Evaluate(fmt.Sprintf(runAxe, part), &found, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
		return found
	}
	v := shippedView(t)
	type look struct {
		page   string
		width  int64
		scheme string
	}
	pages := map[string]string{"three versions": smallPage(t, v.Compare...)}
	looks := []look{{"three versions", 1400, "light"}}
	if *long {
		pages = map[string]string{"hostile text": saved(t, hostileDocument(t)), "six versions": saved(t, documentOf(t, v, v.Overview...)), "three versions": wholePage(t)}
		looks = []look{{"hostile text", 1400, "light"}, {"six versions", 900, "light"}, {"three versions", 1400, "dark"}, {"three versions", 390, "light"}, {"three versions", 1400, "light"}}
	}
	for _, look := range looks {
		do(t, ctx, chromedp.EmulateViewport(look.width, 1000), emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look.scheme}}), chromedp.Navigate(pages[look.page]))
		if look == looks[len(looks)-1] { // with the box of a source open
			do(t, ctx, chromedp.Evaluate(`[...document.querySelectorAll("#pd-table a.cite")].find(a => a.checkVisibility()).focus()`, nil), chromedp.KeyEvent(kb.Enter), until(noteOpen))
		}
		for _, finding := range check("document") {
			t.Errorf("%v: %s", look, finding)
		}
	}
	do(t, ctx, chromedp.Evaluate(`document.querySelector("main").append(document.createElement("button"))`, nil))
	if len(check(`document.querySelector("main > button:last-child")`)) == 0 {
		t.Error("a button without a name is not found")
	}
}
