package export

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

func TestPageWithoutScripts(t *testing.T) {
	ctx := browser(t)
	do(t, ctx, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(firstRows(t)))
	if all, shown := eval[int](t, ctx, `document.querySelectorAll("tr[data-kind]").length`), eval[int](t, ctx, shownRows); shown != all || all == 0 {
		t.Errorf("%d of %d rows can be read without scripts", shown, all)
	}
	if eval[bool](t, ctx, `document.getElementById("pd-filters").checkVisibility()`) {
		t.Error("filters are shown that do nothing without scripts")
	}
}

func TestPageLooks(t *testing.T) {
	ctx := browser(t)
	small, whole := smallPage(t, shippedView(t).Compare...), wholePage(t)
	for _, look := range []struct {
		name          string
		width, height int64
		dark          bool
	}{{"wide", 1400, 1000, false}, {"narrow", 390, 844, false}, {"small", 320, 568, false}, {"tablet", 820, 1100, false}, {"dark", 1400, 1000, true}, {"narrow-dark", 390, 844, true}} {
		scheme := "light"
		if look.dark {
			scheme = "dark"
		}
		do(t, ctx, chromedp.EmulateViewport(look.width, look.height), emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}))
		soundAt(t, ctx, look.name, look.width, small, true)
		if *long || look.name == "narrow-dark" {
			soundAt(t, ctx, look.name, look.width, whole, *long)
		}
		if look.width < 760 { // a phone: the first row is on the first screen, and so is what opens the overview
			if row := eval[float64](t, ctx, `document.querySelector("tr[data-kind]:not([hidden]) td").getBoundingClientRect().bottom`); row > float64(look.height) {
				t.Errorf("%s: the first row ends at %v of %d", look.name, row, look.height)
			}
			if at := eval[float64](t, ctx, `document.querySelector("#pd-overview > summary").getBoundingClientRect().bottom`); at > float64(look.height) {
				t.Errorf("%s: the overview is opened at %v of %d", look.name, at, look.height)
			}
			do(t, ctx, chromedp.Click("#pd-overview > summary"))
			if tall := eval[float64](t, ctx, `document.querySelector("#pd-overview table.topics").getBoundingClientRect().height`); tall < 100 {
				t.Errorf("%s: the overview does not open", look.name)
			}
			if wide := eval[float64](t, ctx, `document.documentElement.scrollWidth`); wide > float64(look.width) {
				t.Errorf("%s: with its overview the page is %v wide", look.name, wide)
			}
			do(t, ctx, chromedp.Click("#pd-overview > summary"))
		}
		keep(t, ctx, look.name, "")
		keep(t, ctx, look.name+"-table", "#pd-table")
		keep(t, ctx, look.name+"-pictures", "#pictures")
		keep(t, ctx, look.name+"-sources", "#sources")
	}
}

// soundAt opens a page, which is no wider than the window; with the accessibility
// pass it takes as long as the page is large.
func soundAt(t *testing.T, ctx context.Context, name string, width int64, address string, audited bool) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(address))
	if wide := eval[float64](t, ctx, `document.documentElement.scrollWidth`); wide > float64(width) {
		t.Errorf("%s: the page is %v wide", name, wide)
	}
	if audited {
		for _, finding := range eval[[]string](t, ctx, audit) {
			t.Errorf("%s: %s", name, finding)
		}
	}
}

// keep stores a screenshot in the folder that PLANDIFF_SCREENSHOTS names, for
// people to look at.
func keep(t *testing.T, ctx context.Context, name, at string) {
	t.Helper()
	if os.Getenv("PLANDIFF_SCREENSHOTS") == "" {
		return
	}
	var shot []byte
	if at != "" {
		do(t, ctx, chromedp.Evaluate(fmt.Sprintf(`document.querySelector(%q).scrollIntoView({behavior: "instant"})`, at), nil))
	}
	do(t, ctx, chromedp.CaptureScreenshot(&shot))
	if len(shot) == 0 {
		t.Errorf("no picture of %s", name)
	}
	store(t, name+".png", shot)
}

func store(t *testing.T, name string, data []byte) {
	t.Helper()
	if dir := os.Getenv("PLANDIFF_SCREENSHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Error(err)
		}
	}
}

// TestManyVersions: six versions beside each other scroll in a frame of their
// own, and fit a phone.
func TestManyVersions(t *testing.T) {
	ctx := browser(t)
	v := shippedView(t)
	small, whole := smallPage(t, v.Overview...), saved(t, documentOf(t, v, v.Overview...))
	for _, width := range []int64{1400, 900, 390} {
		name := fmt.Sprintf("six-%d", width)
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		soundAt(t, ctx, name, width, small, true)
		if *long || width == 900 {
			soundAt(t, ctx, name, width, whole, *long)
		}
		if width == 900 {
			do(t, ctx, chromedp.Evaluate(`document.querySelector(".many").scrollTo(500, 900)`, nil))
			at := eval[[]float64](t, ctx, `(f => [...document.querySelectorAll("thead th:first-child, thead th:last-child")].flatMap(h => [h.getBoundingClientRect().left - f.left, h.getBoundingClientRect().top - f.top]))(document.querySelector(".many").getBoundingClientRect())`)
			if at[0] > 2 || at[1] > 2 || at[3] > 2 {
				t.Errorf("the header or the first column leaves its place: %v", at)
			}
		}
		keep(t, ctx, name, "#pd-table")
	}
}

// TestAuditFinds makes sure that the accessibility pass would find something.
func TestAuditFinds(t *testing.T) {
	ctx := browser(t)
	address := smallPage(t, shippedView(t).Compare...)
	var spoils []string
	faults := map[string]string{
		"too little contrast":        `document.querySelector("tr[data-kind] td p").className = "same"; const s = new CSSStyleSheet(); s.replaceSync(".same{color:#999 !important}"); document.adoptedStyleSheets = [s]`,
		"no name":                    `const b = document.createElement("button"); document.querySelector("main").append(b)`,
		"an ID is there twice":       `document.querySelector("h1").id = "pd-table"`,
		"a head has no scope":        `document.querySelector("tbody th").removeAttribute("scope")`,
		"no text alternative":        `document.querySelector("svg").removeAttribute("role")`,
		"a link leads nowhere":       `document.querySelector("nav a").href = "#nowhere"`,
		"a level of headings":        `const h = document.createElement("h4"); h.textContent = "x"; document.querySelector("h1").after(h)`,
		"a row has other columns":    `[...document.querySelectorAll("tr[data-kind]")].at(-1).querySelector("td").remove()`,
		"no language":                `document.documentElement.lang = ""`,
		"too small to hit":           `const b = document.createElement("button"); b.textContent = "x"; b.style.cssText = ""; document.querySelector("main").prepend(b); b.style.height = "9px"; b.style.padding = 0; b.style.fontSize = "6px"`,
		"changes the order of the k": `document.querySelector("a").tabIndex = 3`,
	}
	for _, spoil := range faults {
		spoils = append(spoils, "{"+spoil+"}")
	}
	do(t, ctx, chromedp.Navigate(address), chromedp.Evaluate("(() => {"+strings.Join(spoils, "\n")+"})()", nil))
	found := strings.Join(eval[[]string](t, ctx, audit), "\n")
	for what := range faults {
		if !strings.Contains(found, what) {
			t.Errorf("%s: not found, but %q", what, found)
		}
	}
}

func TestHostilePageInABrowser(t *testing.T) {
	ctx := browser(t)
	seen := watch(ctx)
	do(t, ctx, network.Enable(), log.Enable(), chromedp.Navigate(saved(t, hostileDocument(t))))
	if bad := seen(); len(bad) > 0 {
		t.Errorf("hostile text made the page do what it must not: %q", bad)
	}
	if direction := eval[string](t, ctx, `getComputedStyle(document.querySelector("tr[id='hostile.hebrew'] td p:last-child")).direction`); direction != "rtl" {
		t.Errorf("Hebrew is set %s", direction)
	}
	for _, finding := range eval[[]string](t, ctx, audit) {
		t.Error(finding)
	}
}
