package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/browse"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
	"plandiff/internal/table"
)

func (a *app) browse() *cobra.Command {
	var f *selectionFlags
	cmd := &cobra.Command{
		Use:   "browse [VERSION VERSION [VERSION ...]] | FILE FILE [FILE ...]",
		Short: "Walk through a comparison in the terminal",
		Long: `Opens a comparison to walk through: topics at the left, the fields of one topic at
the right, and below them every claim about the cell in focus, with its source.
The last line but one is the command that prints what is seen.

` + keyList() + `
It needs a terminal of at least 30 columns and 8 lines; from 90 by 16 all panes
stand beside each other. What was copied is printed when you quit, for terminals that
do not copy.`,
		Example: `  plandiff browse
  plandiff browse us-28 zelensky-20
  plandiff browse --as-of 2025-11-24
  plandiff browse old.docx new.docx`,
		ValidArgsFunction: a.completeVersions(maxVersions),
		RunE:              func(_ *cobra.Command, args []string) error { return a.runBrowse(f, args) },
	}
	f = a.readingFlags(cmd)
	_ = cmd.Flags().MarkHidden("sources") // a key changes it
	f.kindFlags(a, cmd)
	return cmd
}

// keyList is the table of keys of a comparison of versions, for the help.
func keyList() string {
	var b strings.Builder
	for _, k := range (&app{}).recordDesk(&plan.Library{}).Keys() {
		fmt.Fprintf(&b, "  %-22s %s\n", k.Keys, k.Does)
	}
	return b.String()
}

func (a *app) runBrowse(f *selectionFlags, args []string) error {
	if _, _, terminal := a.Terminal(); !terminal || !keyboard(a.In) {
		return usage("plandiff diff and plandiff matrix print the same to a file or a pipe", "browse needs a terminal to draw on and to read keys from")
	}
	if err := oneOf("format", a.flags.format, "text"); err != nil {
		return err
	}
	m, err := a.walk(f, args)
	if err != nil {
		return err
	}
	out := a.Out
	if w, ok := out.(*watched); ok {
		out = w.Writer // the screen is sized by its file
	}
	if err := browse.Run(m, a.In, out); err != nil {
		return writing(err)
	}
	if len(m.Copied()) == 0 {
		return nil
	}
	text := "Copied while browsing:\n"
	for _, copied := range m.Copied() {
		text += "\n"
		for l := range strings.SplitSeq(copied, "\n") {
			text += prose.Clean(l) + "\n"
		}
	}
	return a.emit(text)
}

// walk makes the model that browse runs.
func (a *app) walk(f *selectionFlags, args []string) (*browse.Model, error) {
	of := a.selectionOf
	if a.documentsAlone(args) {
		of = a.documentsOf
	}
	s, err := of(f, args)
	if err != nil {
		return nil, err
	}
	if w, h, ok := a.Terminal(); ok { // the screen is drawn in full
		s.opt.Width, s.opt.Height = w, h
	}
	q := browse.Query{Versions: args, All: f.all, Words: f.words}
	if s.docs != nil {
		c, err := redline.Compare(s.docs)
		if err != nil {
			return nil, err
		}
		desk := a.desk()
		desk.Compare = func(q browse.Query) (*browse.Comparison, error) {
			return &browse.Comparison{Versions: args, Tree: table.FromRedline(c, table.RedlineOptions{All: q.All, Inline: q.Words, Unselected: true})}, nil
		}
		return browse.New(desk, q, s.opt)
	}
	q.Sources, q.Basis, q.AsOf, q.Kinds = f.evidence.sources, f.evidence.basis, f.evidence.asOf, f.kinds
	if q.Versions, err = a.versionsOf(s.view, args, s.view.Compare, maxVersions); err != nil {
		return nil, err
	}
	return browse.New(a.recordDesk(s.library), q, s.opt)
}
