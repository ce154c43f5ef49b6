package export

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	devtools "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// On upright paper of either size the versions stand side by side, under heads
// that each page of the table repeats.
func TestPageOnPaper(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: the test reads columns")
	}
	ctx := browser(t)
	do(t, ctx, chromedp.EmulateViewport(390, 844), chromedp.Navigate(firstRows(t))) // printed from a phone, too
	for name, size := range map[string][2]float64{"A4": {8.27, 11.69}, "Letter": {8.5, 11}} {
		var pdf []byte
		do(t, ctx, chromedp.ActionFunc(func(ctx context.Context) (err error) {
			pdf, _, err = devtools.PrintToPDF().WithPaperWidth(size[0]).WithPaperHeight(size[1]).WithPrintBackground(true).Do(ctx)
			return err
		}))
		path := filepath.Join(t.TempDir(), name+".pdf")
		if err := os.WriteFile(path, pdf, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		store(t, name+".pdf", pdf)
		heads := 0
		for page := range strings.SplitSeq(string(out), "\f") {
			if regexp.MustCompile(`(?m)^ *Field +us-28 +geneva-19 +e3-28$`).MatchString(page) {
				heads++
			}
		}
		if heads < 3 {
			t.Errorf("%s: %d pages have the names of the versions side by side", name, heads)
		}
		if !regexp.MustCompile(`(?m)600,000 personnel {2,}\? changed; how is disputed {2,}≠ changed$`).Match(out) {
			t.Errorf("%s: the cells of a row do not stand side by side", name)
		}
	}
}
