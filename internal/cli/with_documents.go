package cli

import (
	"cmp"
	"path/filepath"
	"slices"

	"plandiff/internal/draft"
	"plandiff/internal/evidence"
	"plandiff/internal/intake"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// withDocuments reads the documents among arguments that name versions and sets them
// beside the records of a selection, each as a record of its own under the name
// of its file. It gives the arguments as IDs and names, and what a reader has to
// know of the documents.
func (a *app) withDocuments(s *selection, args []string) ([]string, []table.Line, error) {
	lib, filter := *s.library, s.view.Filter
	out := slices.Clone(args)
	var notes []table.Line
	for i, arg := range args {
		if !isPath(s.library, arg) {
			continue
		}
		d, err := intake.ReadFile(arg, a.intakeOptions())
		if err != nil {
			return nil, nil, err
		}
		id := prose.Clean(filepath.Base(arg))
		if lib.Record(id) != nil || lib.Source(id) != nil {
			id = prose.Clean(arg)
		}
		if lib.Record(id) != nil {
			return nil, nil, usage("give each version once", "%s is given twice", id)
		}
		vocabulary, err := a.withWords(s.library)
		if err != nil {
			return nil, nil, err
		}
		made := draft.New(d, draft.About{ID: id}, vocabulary)
		out[i] = id
		filter.Documents = append(filter.Documents, id)
		notes = append(notes, table.Plain(wording.Beside(id, made.Fields, made.Points, made.Rest)))
		lib.Records = append(slices.Clip(lib.Records), made.Record)
		slices.SortFunc(lib.Records, func(x, y *plan.Record) int { return cmp.Compare(x.ID, y.ID) })
		lib.Sources = append(slices.Clip(lib.Sources), made.Source)
		slices.SortFunc(lib.Sources, func(x, y *plan.Source) int { return cmp.Compare(x.ID, y.ID) })
	}
	if notes != nil {
		s.view = evidence.New(&lib, filter)
	}
	return out, notes, nil
}
