package cli

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/jsonout"
	"plandiff/internal/record"
	"plandiff/internal/wording"
)

func (a *app) check() *cobra.Command {
	documents := ""
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check records against their rules, and phrases against documents",
		Long: `Reads every record, source card and the vocabulary, lists every problem as
file:line:column with what to do, and names the files in plans/ and seeds/ that
are not read. With --documents, each founding document is found in the folder
by its SHA-256, and every claim that rests on it is looked up: its phrase must
stand in the paragraph that it names. No-break spaces, styles of quotation
marks, ligatures and hyphenation at line ends are allowed for.

Exit codes: 0 all is well; 2 usage; 3 there are problems.`,
		Example: `  plandiff check
  plandiff check --documents ~/documents
  plandiff check --workspace . --no-shipped`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("documents") && documents == "" {
				return usage("give the folder with the founding documents", "--documents: the name of the folder is empty")
			}
			return a.runCheck(documents)
		},
	}
	cmd.Flags().StringVar(&documents, "documents", "", "`DIR` with the founding documents")
	_ = cmd.MarkFlagDirname("documents")
	return cmd
}

func (a *app) runCheck(documents string) error {
	asJSON, formatErr := a.json()
	roots, err := a.roots()
	if err := cmp.Or(formatErr, err); err != nil {
		return err
	}
	lib, err := record.Check(roots...)
	var problems record.Problems
	if err != nil && !errors.As(err, &problems) {
		return err
	}
	unread, err := record.Unread(roots...)
	if err != nil {
		return err
	}
	var text strings.Builder
	var out jsonout.CheckOutput
	if lib != nil {
		fields := 0
		for range lib.Fields() {
			fields++
		}
		out.Records, out.Claims, out.Sources = len(lib.Records), lib.ClaimCount(), len(lib.Sources)
		fmt.Fprintf(&text, "%s with %s on %s, %s: no problem\n", wording.Count(out.Records, "record"), wording.Count(out.Claims, "claim"),
			wording.Count(fields, "field"), wording.Count(out.Sources, "source card"))
	}
	if documents != "" && lib != nil {
		if err := folderGiven("documents", documents, "give the folder with the founding documents"); err != nil {
			return err
		}
		ev, err := record.CheckDocuments(lib, os.DirFS(documents))
		if err != nil {
			return err
		}
		out.Documents, out.Verified = &ev.Documents, &ev.Verified
		fmt.Fprintf(&text, "%s found, %s verified word by word, %s\n",
			wording.Count(ev.Documents, "founding document"), wording.Count(ev.Verified, "claim"), wording.Count(len(ev.Problems), "failure"))
		problems = append(problems, ev.Problems...)
	}
	for _, u := range unread {
		out.Unread = append(out.Unread, u.Pos.File)
		fmt.Fprintln(&text, u)
	}
	for _, p := range problems {
		out.Problems = append(out.Problems, jsonout.Problem{File: p.Pos.File, Line: p.Pos.Line, Column: p.Pos.Column, Message: p.Msg, Hint: p.Hint})
	}
	if asJSON {
		err = jsonout.Check(a.jsonTo(a.Out), out)
	} else {
		err = a.emit(text.String())
	}
	if err == nil && len(problems) > 0 {
		return problems
	}
	return err
}
