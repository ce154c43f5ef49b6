package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/jsonout"
	"plandiff/internal/table"
)

func (a *app) align() *cobra.Command {
	var f *selectionFlags
	cmd := &cobra.Command{
		Use:   "align VERSION|FILE VERSION|FILE",
		Short: "Show which points of two versions correspond, and why",
		Long: `Drafts renumber, split and join their points, so that the same number need not be
the same point. Links are those that the records give, directly or by way of a
third version, and for other points the fields that they share. Points without a
counterpart are deleted or inserted where the other text is known, and unknown
where it is not.

Points of documents, and of records that keep their wording, are linked by their
words. A document and another record are linked by the fields that are certain to
be in it.`,
		Example: `  plandiff align us-28 zelensky-20
  plandiff align us-28 e3-28 --long
  plandiff align old.docx new.txt
  plandiff align us-28 leaked.pdf`,
		Args:              exactly(2, "align takes two versions", "for example plandiff align us-28 zelensky-20"),
		ValidArgsFunction: a.completeVersions(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if a.documentsAlone(args) {
				return a.alignDocuments(f, args)
			}
			s, err := a.selectionOf(f)
			if err != nil {
				return err
			}
			args, notes, err := a.withDocuments(s, args)
			if err != nil {
				return err
			}
			ids, err := a.versionIDs(s.view.Library, args)
			if err != nil {
				return err
			}
			if docs := keptWordings(s.view, ids); docs != nil {
				return a.showMatching(s, docs, curatedLinks(s.view, ids[0], ids[1]))
			}
			al, err := compare.Align(s.view, ids[0], ids[1])
			if err != nil {
				return err
			}
			t := table.FromAlignment(s.view, al)
			t.Head = append(t.Head, notes...)
			return a.show(s, t, jsonout.Write)
		},
	}
	f = a.readingFlags(cmd)
	_ = cmd.Flags().MarkHidden("sources") // links cite records
	cmd.Flags().BoolVar(&f.long, "long", false, "say why points are linked")
	return cmd
}
