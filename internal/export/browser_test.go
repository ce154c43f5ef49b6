package export

import (
	"context"
	_ "embed"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"plandiff/internal/compare"
	"plandiff/internal/table"
)

//go:embed testdata/audit.js
var audit string

// long has the tests in a browser look at whole pages in every way that a page
// is shown, and random libraries be as many as before a release.
var long = flag.Bool("long", false, "look at more pages and libraries than a change needs")

// chromium is the browser that every test has a page of.
var chromium struct {
	once   sync.Once
	ctx    context.Context
	close  func()
	absent string // why there is none
}

func TestMain(m *testing.M) {
	code := m.Run()
	if chromium.close != nil {
		chromium.close()
	}
	os.Exit(code)
}

func startChromium() {
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		chromium.absent = "no Chromium here: install the package chromium to test the page in a browser"
		return
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("no-proxy-server", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, leave := chromedp.NewContext(ctx, chromedp.WithErrorf(func(string, ...any) {})) // it complains of events newer than it
	chromium.ctx, chromium.close = ctx, func() { leave(); stop() }
	if err := chromedp.Run(ctx); err != nil {
		chromium.absent = fmt.Sprintf("Chromium does not start: %v", err)
	}
}

// browser opens a page in Chromium without a window, or skips the test. It goes
// on beside other tests: programs that start wait for the disk.
func browser(t *testing.T) context.Context {
	t.Helper()
	t.Parallel()
	chromium.once.Do(startChromium)
	if chromium.absent != "" {
		t.Skip(chromium.absent)
	}
	ctx, cancel := chromedp.NewContext(chromium.ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 20*time.Minute)
	t.Cleanup(cancel)
	do(t, ctx)
	return ctx
}

// wholePage writes the page of the default comparison, unselected rows too
// included, and gives its address.
func wholePage(t *testing.T) string {
	t.Helper()
	v := shippedView(t)
	return pageOf(t, documentOf(t, v, v.Compare...), comparisonOf(t, v, v.Compare...))
}

// firstRows is the same of the first forty rows and one picture, or with -long
// of all: what a reader does with a page takes as long as the page is large.
func firstRows(t *testing.T) string {
	t.Helper()
	if *long {
		return wholePage(t)
	}
	v := shippedView(t)
	d, c := documentOf(t, v, v.Compare...), comparisonOf(t, v, v.Compare...)
	d.Charts, c.Rows = d.Charts[:1], c.Rows[:40]
	return pageOf(t, d, c)
}

func pageOf(t *testing.T, d *Document, c *compare.Comparison) string {
	t.Helper()
	d.Tree = table.FromComparison(c, table.Options{Keep: compare.Kind.Differs, Unselected: true})
	return saved(t, d)
}

// smallPage has of a comparison one row for each way that rows are drawn, and
// two pictures: what holds for how a page looks is seen on it in a tenth of the time.
func smallPage(t *testing.T, ids ...string) string {
	t.Helper()
	v := shippedView(t)
	d, c := documentOf(t, v, ids...), comparisonOf(t, v, ids...)
	seen, kept := map[string]bool{}, map[string]bool{}
	for _, r := range d.Tree.Selected() {
		way := ""
		for _, cell := range r.Cells {
			way = fmt.Sprintln(way, cell.Kind, cell.Mark, cell.Badge, cell.Quiet)
			for _, l := range cell.Lines {
				way = fmt.Sprintln(way, l.Role, l.Mark)
			}
		}
		for _, part := range strings.Split(way, "\n") {
			kept[r.Field] = kept[r.Field] || !seen[part]
			seen[part] = true
		}
	}
	c.Rows = slices.DeleteFunc(c.Rows, func(r compare.Row) bool { return !kept[r.Field.ID] })
	if n := len(c.Rows); n < 5 {
		t.Fatalf("a small page of %d rows", n)
	}
	d.Charts = d.Charts[:1]
	return pageOf(t, d, c)
}

func saved(t *testing.T, d *Document) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, write1(t, HTML, Shape{}, d), 0o600); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

// watch notes what a page should never do.
func watch(ctx context.Context) func() []string {
	var mu sync.Mutex
	var seen []string
	note := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, fmt.Sprintf(format, args...))
	}
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, "file://") || !strings.HasSuffix(strings.SplitN(e.Request.URL, "#", 2)[0], "/page.html") {
				note("request for %s", e.Request.URL)
			}
		case *runtime.EventExceptionThrown:
			note("exception: %s", e.ExceptionDetails.Error())
		case *runtime.EventConsoleAPICalled:
			note("console: %s", e.Type)
		case *log.EventEntryAdded:
			note("log: %s", e.Entry.Text)
		}
	})
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return seen
	}
}

func do(t *testing.T, ctx context.Context, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// until waits for an expression to hold. A page that is being replaced answers
// with errors, which pass.
func until(expression string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		deadline := time.Now().Add(10 * time.Second)
		for {
			var holds bool
			err := chromedp.Evaluate(expression, &holds).Do(ctx)
			if err == nil && holds {
				return nil
			}
			if time.Now().After(deadline) {
				return fmt.Errorf("after ten seconds, %s does not hold: %w", expression, err)
			}
			time.Sleep(20 * time.Millisecond)
		}
	})
}

// eval is the value of an expression in the page.
func eval[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	var out T
	do(t, ctx, chromedp.Evaluate(expression, &out))
	return out
}

const shownRows = `[...document.querySelectorAll("tr[data-kind]")].filter(r => r.checkVisibility()).length`

func TestPageInABrowser(t *testing.T) {
	ctx := browser(t)
	address := firstRows(t)
	seen := watch(ctx)
	do(t, ctx, network.Enable(), log.Enable(), chromedp.EmulateViewport(1400, 1000), chromedp.Navigate(address))

	t.Run("filters", func(t *testing.T) { filters(t, ctx) })
	t.Run("links to rows", func(t *testing.T) { deepLinks(t, ctx, address) })
	t.Run("sources by keyboard", func(t *testing.T) { popovers(t, ctx) })
	t.Run("sticky", func(t *testing.T) { sticky(t, ctx) })
	if bad := seen(); len(bad) > 0 {
		t.Errorf("the page did what it must not: %q", bad)
	}
}

func filters(t *testing.T, ctx context.Context) {
	total := eval[int](t, ctx, `document.querySelectorAll("tr[data-kind]").length`)
	first := eval[int](t, ctx, shownRows)
	if first == 0 || first >= total {
		t.Fatalf("%d of %d rows at first: those unselected should be hidden", first, total)
	}
	do(t, ctx, chromedp.Click(`input[name=kind][value=unknown]`))
	if n := eval[int](t, ctx, shownRows); n <= first {
		t.Errorf("%d rows with the unknown ones, %d without", n, first)
	}
	do(t, ctx, chromedp.Click(`#pd-filters button[type=reset]`), until(shownRows+fmt.Sprintf(" === %d", first)))

	do(t, ctx, chromedp.SetValue("#pd-topic", "army-size"), chromedp.Evaluate(`document.getElementById("pd-topic").dispatchEvent(new Event("input", {bubbles: true}))`, nil))
	if n := eval[int](t, ctx, shownRows); n == 0 || n > 8 {
		t.Errorf("%d rows on the topic army-size", n)
	}
	if n := eval[int](t, ctx, `[...document.querySelectorAll("#pd-table tbody")].filter(b => b.checkVisibility()).length`); n != 1 {
		t.Errorf("%d topics are shown, one is chosen", n)
	}
	do(t, ctx, chromedp.Click(`#pd-filters button[type=reset]`), until(shownRows+fmt.Sprintf(" === %d", first)))

	do(t, ctx, chromedp.SetValue("#pd-search", "PERSONNEL limi"), chromedp.SendKeys("#pd-search", "t"))
	if n := eval[int](t, ctx, shownRows); n == 0 || n > 6 {
		t.Errorf("%d rows with the words searched for", n)
	}
	if s := eval[string](t, ctx, `document.getElementById("pd-count").textContent`); !strings.Contains(s, "fields shown") {
		t.Errorf("the count says %q", s)
	}
	do(t, ctx, chromedp.Click(`#pd-filters button[type=reset]`), chromedp.Click(`input[name=version][value="geneva-19"]`))
	if n := eval[int](t, ctx, `[...document.querySelectorAll('#pd-table [data-version="geneva-19"]')].filter(c => c.checkVisibility()).length`); n != 0 {
		t.Errorf("%d cells of a version that was put away are shown", n)
	}
	do(t, ctx, chromedp.Click(`#pd-filters button[type=reset]`), chromedp.Click(`#pd-sources`))
	if n := eval[int](t, ctx, `[...document.querySelectorAll(".cites, #sources")].filter(c => c.checkVisibility()).length`); n != 0 {
		t.Errorf("%d lists of sources are shown that were put away", n)
	}
	do(t, ctx, chromedp.Click(`#pd-filters button[type=reset]`), until(`!document.documentElement.classList.contains("no-sources")`))
}

func deepLinks(t *testing.T, ctx context.Context, address string) {
	inView := `(id => { const b = document.getElementById(id).getBoundingClientRect(); return document.getElementById(id).checkVisibility() && b.bottom > 0 && b.top < innerHeight })`
	do(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(address+"#army-size.limit"), until(inView+`("army-size.limit")`))
	if !eval[bool](t, ctx, `document.getElementById("army-size.limit").classList.contains("found")`) {
		t.Error("the row that the address names does not stand out")
	}
	hidden := eval[string](t, ctx, `[...document.querySelectorAll("tr[data-kind]")].find(r => r.hidden).id`)
	do(t, ctx, chromedp.Evaluate(fmt.Sprintf("location.hash = %q", hidden), nil), until(fmt.Sprintf("%s(%q)", inView, hidden)))
	if eval[int](t, ctx, `document.querySelectorAll("tr.found").length`) != 1 {
		t.Error("more than one row stands out")
	}
	if href := eval[string](t, ctx, `document.querySelector("tr[id='army-size.limit'] th a").getAttribute("href")`); href != "#army-size.limit" {
		t.Errorf("the row links to %q", href)
	}
}

const noteOpen = `document.getElementById("pd-note").matches(":popover-open")`

func popovers(t *testing.T, ctx context.Context) {
	do(t, ctx, chromedp.Evaluate(`document.querySelector("tr[id='army-size.limit'] a.cite").focus()`, nil), chromedp.KeyEvent(kb.Enter), until(noteOpen))
	if !eval[bool](t, ctx, `document.getElementById("pd-note").contains(document.activeElement)`) {
		t.Error("the box of a source opens without taking the focus")
	}
	text := eval[string](t, ctx, `document.getElementById("pd-note-body").textContent`)
	if !strings.Contains(text, "20") || eval[int](t, ctx, `document.querySelectorAll("#pd-note-body li").length`) == 0 {
		t.Errorf("the box says %q, not what the source is cited for", text)
	}
	box := eval[[]float64](t, ctx, `(b => [b.left, b.top, innerWidth - b.right, innerHeight - b.bottom])(document.getElementById("pd-note").getBoundingClientRect())`)
	for _, edge := range box {
		if edge < 0 {
			t.Errorf("the box leaves the window: %v", box)
			break
		}
	}
	keep(t, ctx, "popover", "")
	do(t, ctx, chromedp.KeyEvent(kb.Escape), until("!"+noteOpen))
	if !eval[bool](t, ctx, `document.activeElement.matches("a.cite")`) {
		t.Error("closing the box does not give the focus back")
	}
}

// sticky: the header and the first column stay where they are.
func sticky(t *testing.T, ctx context.Context) {
	do(t, ctx, chromedp.Evaluate(`document.querySelector("tr[id='army-size.limit']").scrollIntoView({block: "center", behavior: "instant"})`, nil))
	if top := eval[float64](t, ctx, `document.querySelector("#pd-table thead th").getBoundingClientRect().top`); top < -1 || top > 1 {
		t.Errorf("the header is %v below the edge of the window", top)
	}
}
