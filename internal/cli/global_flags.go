package cli

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/evidence"
	"plandiff/internal/jsonout"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/record"
	"plandiff/internal/record/shipped"
	"plandiff/internal/screen"
)

// globalFlags are the flags that every command has.
type globalFlags struct {
	format, color, workspace string
	width                    int
	ascii, noShipped         bool
	noPager, noCache         bool
}

func (g *globalFlags) register(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&g.format, "format", "text", "output `FORMAT`: text or json")
	f.StringVar(&g.color, "color", "auto", "`WHEN` to use colour: auto, always or never; NO_COLOR is honoured")
	f.IntVar(&g.width, "width", 0, "columns to write (default: those of the terminal, or 80)")
	f.BoolVar(&g.ascii, "ascii", false, "write nothing but ASCII characters")
	f.StringVar(&g.workspace, "workspace", "", "folder with further records, in plans/ and seeds/ (default: PLANDIFF_WORKSPACE)")
	f.BoolVar(&g.noShipped, "no-shipped", false, "leave out the records that come with the program")
	f.BoolVar(&g.noPager, "no-pager", false, "write long output straight to the terminal; PAGER chooses the pager, and less from release 600 on keeps the names of the columns in sight")
	f.BoolVar(&g.noCache, "no-cache", false, "keep nothing of the PDF reader in the cache folder")
	fixed(root, "format", "text", "json")
	fixed(root, "color", "auto", "always", "never")
	_ = root.MarkPersistentFlagDirname("workspace")
}

func (a *app) json() (bool, error) {
	return a.flags.format == "json", oneOf("format", a.flags.format, "text", "json")
}

const pipedWidth = 80

// options are what the flags and the terminal allow.
func (a *app) options() (screen.Options, error) {
	opt := screen.Options{Width: a.flags.width, ASCII: a.flags.ascii}
	w, h, terminal := a.Terminal()
	opt.Height, opt.Links = h, terminal
	opt.Color = a.flags.color == "always" || a.flags.color == "auto" && terminal && a.Env("NO_COLOR") == "" && a.Env("TERM") != "dumb"
	if opt.Width == 0 {
		opt.Width = pipedWidth
		if terminal {
			opt.Width = min(max(w, screen.MinWidth), maxWidth)
		} else if n, err := strconv.Atoi(a.Env("COLUMNS")); err == nil && n >= screen.MinWidth && n <= maxWidth {
			opt.Width = n
		}
	}
	allowed := fmt.Sprintf("allowed: %d to %d", screen.MinWidth, maxWidth)
	return opt, cmp.Or(
		oneOf("color", a.flags.color, "auto", "always", "never"),
		refused(opt.Width < screen.MinWidth, allowed, "--width: %d columns are too narrow", opt.Width),
		refused(opt.Width > maxWidth, allowed, "--width: %d columns are too wide", opt.Width),
	)
}

const maxWidth = 1000

// jsonTo is an output for JSON.
func (a *app) jsonTo(w io.Writer) io.Writer {
	if a.flags.ascii {
		return jsonout.ASCII{Writer: w}
	}
	return w
}

// emit writes a text, by way of the pager where it is longer than the
// terminal is high.
func (a *app) emit(text string) error { return a.emitUnder("", text) }

// emitUnder writes a text as emit does. A pager keeps the head above it, where
// it can; nothing else shows the head.
func (a *app) emitUnder(head, text string) error {
	_, height, terminal := a.Terminal()
	if terminal && a.Page != nil && !a.flags.noPager && strings.Count(text, "\n") >= height {
		return writing(a.Page(head, text))
	}
	_, err := io.WriteString(a.Out, text)
	return err
}

// workspace is the folder that the flag names, or the environment.
func (a *app) workspace() string { return cmp.Or(a.flags.workspace, a.Env("PLANDIFF_WORKSPACE")) }

func (a *app) roots() ([]record.Root, error) {
	dir := a.workspace()
	var roots []record.Root
	if !a.flags.noShipped {
		roots = append(roots, record.Embedded())
	}
	if dir == "" {
		return roots, refused(a.flags.noShipped, "add --workspace DIR", "--no-shipped leaves no records")
	}
	const hint = "give a folder that holds plans/ and seeds/"
	holds := isFolder(filepath.Join(dir, "plans")) || isFolder(filepath.Join(dir, "seeds"))
	if err := cmp.Or(folderGiven("workspace", dir, hint), refused(!holds, hint, "--workspace: %s holds neither plans/ nor seeds/", prose.Clean(dir))); err != nil {
		return nil, err
	}
	// A workspace may come from anybody: no link in it leads out of it.
	inside, err := os.OpenRoot(dir)
	if err != nil {
		return nil, usage(hint, "--workspace: %s", prose.Clean(err.Error()))
	}
	return append(roots, record.Root{FS: inside.FS(), Name: dir}), nil
}

func folderGiven(flag, dir, hint string) error {
	info, err := os.Stat(dir)
	if err != nil {
		return usage(hint, "--%s: %s", flag, prose.Clean(err.Error()))
	}
	return refused(!info.IsDir(), hint, "--%s: %s is not a folder", flag, prose.Clean(dir))
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (a *app) load() (*plan.Library, error) {
	roots, err := a.roots()
	if err != nil {
		return nil, err
	}
	return shipped.Library(roots...)
}

// withWords is the library with what people call things: for questions, names that
// are no IDs, and documents.
func (a *app) withWords() (*plan.Library, error) {
	lib, err := a.library()
	if err != nil {
		return nil, err
	}
	roots, err := a.roots()
	if err != nil {
		return nil, err
	}
	return shipped.WithWords(lib, roots...)
}

// evidenceFlags are the flags that say what is believed.
type evidenceFlags struct {
	sources, basis, asOf string
	given                func(flag string) bool // also where the value is empty
}

func (a *app) evidenceFlags(cmd *cobra.Command, e *evidenceFlags) {
	e.given = cmd.Flags().Changed
	f := cmd.Flags()
	f.StringVar(&e.sources, "only-sources", "", "use only these `SOURCES`: IDs with commas, or seeds for the founding documents")
	f.StringVar(&e.basis, "basis", "", "use only claims with these kinds of `BASIS`, with commas (plandiff help evidence): "+strings.Join(words(plan.Bases), ", "))
	f.StringVar(&e.asOf, "as-of", "", "use only what was public by this `DATE`, YYYY-MM-DD")
	a.complete(cmd, "basis", func(*plan.Library) []string { return words(plan.Bases) })
	a.complete(cmd, "only-sources", func(lib *plan.Library) []string { return append([]string{evidence.Founding}, sourceIDs(lib)...) })
}

func (e *evidenceFlags) has(flag string) bool { return e.given != nil && e.given(flag) }

func (e *evidenceFlags) parse(lib *plan.Library) (evidence.Filter, error) {
	var out evidence.Filter
	for _, f := range [...][2]string{{"only-sources", e.sources}, {"basis", e.basis}, {"as-of", e.asOf}} {
		if f[1] == "" && e.has(f[0]) {
			return out, usage("give it a value or leave it out", "--%s is empty", f[0])
		}
	}
	for _, id := range list(e.sources) {
		if id == evidence.Founding {
			for _, s := range lib.Sources {
				if s.Founding() {
					out.Sources = append(out.Sources, s.ID)
				}
			}
			continue
		}
		if lib.Source(id) == nil {
			hint := sourceHint(lib, id, "plandiff sources lists them; seeds stands for the founding documents")
			return out, usage(hint, "--only-sources: there is no source %q", prose.Clean(id))
		}
		out.Sources = append(out.Sources, id)
	}
	out.Bases = pick.Each(list(e.basis), func(b string) plan.Basis { return plan.Basis(b) })
	err := allOf("basis", words(out.Bases), words(plan.Bases))
	if err == nil && e.asOf != "" {
		out.AsOf, err = dayOf("as-of", e.asOf, "write it as YYYY-MM-DD, for example 2025-11-24")
	}
	return out, err
}

// dayOf is the value of a flag that takes a day.
func dayOf(flag, value, hint string) (plan.Date, error) {
	d, err := plan.ParseDate(value)
	if err != nil || len(d) != len("2006-01-02") {
		return "", usage(hint, "--%s: %q is not a day", flag, prose.Clean(value))
	}
	return d, nil
}

// list are the words between commas that say something.
func list(s string) []string {
	return pick.Drop(pick.Each(strings.Split(s, ","), strings.TrimSpace), isEmpty)
}

func isEmpty(s string) bool { return s == "" }
