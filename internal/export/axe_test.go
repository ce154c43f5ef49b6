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
	cmd := exec.Command(npm, "pack", "--silent", axePackage)
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

const runAxe = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"]}).then(r =>
	r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + " (" + v.impact + ", " + v.nodes.length + " times): " + v.help + ": " + n.html.slice(0, 200) + " " + (n.any[0]?.message ?? ""))))`

// TestAxe: a second checker of accessibility, by other people, finds nothing on
// the page either.
func TestAxe(t *testing.T) {
	ctx := browser(t)
	checker := axe(t)
	check := func(name string) {
		t.Helper()
		var found []string
		do(t, ctx, chromedp.Evaluate(checker+";0", nil), chromedp.Evaluate(runAxe, &found, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
		for _, finding := range found {
			t.Errorf("%s: %s", name, finding)
		}
	}
	v := shippedView(t)
	pages := map[string]string{"three versions": defaultPage(t), "six versions": saved(t, documentOf(t, v, v.Overview...)), "hostile text": saved(t, hostileDocument(t))}
	for _, look := range []struct {
		page   string
		width  int64
		scheme string
	}{{"three versions", 1400, "light"}, {"three versions", 1400, "dark"}, {"three versions", 390, "light"}, {"six versions", 900, "light"}, {"hostile text", 1400, "light"}} {
		do(t, ctx, chromedp.EmulateViewport(look.width, 1000), emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look.scheme}}), chromedp.Navigate(pages[look.page]))
		check(fmt.Sprint(look))
	}
	do(t, ctx, chromedp.EmulateViewport(1400, 1000), chromedp.Navigate(pages["three versions"]),
		chromedp.Evaluate(`document.querySelector("tr[id='army-size.limit'] a.cite").focus()`, nil), chromedp.KeyEvent(kb.Enter), until(noteOpen))
	check("with the box of a source open")
	do(t, ctx, chromedp.Evaluate(`document.querySelector("main").append(document.createElement("button"))`, nil))
	var found []string
	do(t, ctx, chromedp.Evaluate(runAxe, &found, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	if len(found) == 0 {
		t.Error("a button without a name is not found")
	}
}
