package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/jsonout"
	"plandiff/internal/plan"
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
	asJSON, err := a.json()
	if err != nil {
		return err
	}
	roots, err := a.roots()
	if err != nil {
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
	var ev *record.Evidence
	if documents != "" && lib != nil {
		if ev, err = a.checkDocuments(lib, documents); err != nil {
			return err
		}
	}
	if asJSON {
		err = writing(jsonout.Check(a.jsonOut(), checkOutput(lib, unread, problems, ev)))
	} else {
		err = a.emit(checkText(lib, unread, ev))
	}
	if err != nil {
		return err
	}
	if ev != nil {
		problems = append(problems, ev.Problems...)
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

func (a *app) checkDocuments(lib *plan.Library, dir string) (*record.Evidence, error) {
	if err := folderGiven("documents", dir, "give the folder with the founding documents"); err != nil {
		return nil, err
	}
	ev, err := record.CheckDocuments(lib, os.DirFS(dir))
	if err != nil {
		return nil, err
	}
	return &ev, nil
}

func checkOutput(lib *plan.Library, unread, problems record.Problems, ev *record.Evidence) jsonout.CheckOutput {
	var out jsonout.CheckOutput
	if ev != nil {
		out.Documents, out.Verified = &ev.Documents, &ev.Verified
		problems = append(problems, ev.Problems...)
	}
	for _, p := range problems {
		out.Problems = append(out.Problems, jsonout.Problem{File: p.Pos.File, Line: p.Pos.Line, Column: p.Pos.Column, Message: p.Msg, Hint: p.Hint})
	}
	for _, u := range unread {
		out.Unread = append(out.Unread, u.Pos.File)
	}
	if lib != nil {
		out.Records, out.Claims, out.Sources = len(lib.Records), lib.ClaimCount(), len(lib.Sources)
	}
	return out
}

func checkText(lib *plan.Library, unread record.Problems, ev *record.Evidence) string {
	var b strings.Builder
	if lib != nil {
		fields := 0
		for _, t := range lib.Topics {
			fields += len(t.Fields)
		}
		fmt.Fprintf(&b, "%s with %s on %s, %s: no problem\n", wording.Count(len(lib.Records), "record"), wording.Count(lib.ClaimCount(), "claim"),
			wording.Count(fields, "field"), wording.Count(len(lib.Sources), "source card"))
	}
	if ev != nil {
		fmt.Fprintf(&b, "%s found, %s verified word by word, %s\n",
			wording.Count(ev.Documents, "founding document"), wording.Count(ev.Verified, "claim"), wording.Count(len(ev.Problems), "failure"))
	}
	for _, u := range unread {
		fmt.Fprintln(&b, u)
	}
	return b.String()
}
