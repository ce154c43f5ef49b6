package cli

import (
	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/table"
)

func (a *app) align() *cobra.Command {
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
	}
	f := a.view(cmd, func(s *selection) (*table.Tree, error) {
		if s.docs != nil {
			return matched(s.docs, nil), nil
		}
		ids, err := a.versionIDs(s.view.Library, s.args)
		if err != nil {
			return nil, err
		}
		if docs := keptWordings(s.view, ids); docs != nil {
			return matched(docs, curatedLinks(s.view, ids[0], ids[1])), nil
		}
		al, err := compare.Align(s.view, ids[0], ids[1])
		if err != nil {
			return nil, err
		}
		t := table.FromAlignment(s.view, al)
		t.Head = append(t.Head, s.notes...)
		return t, nil
	})
	f.documents, f.beside = true, true
	_ = cmd.Flags().MarkHidden("sources") // links cite records
	cmd.Flags().BoolVar(&f.form.Long, "long", false, "say why points are linked")
	return cmd
}
