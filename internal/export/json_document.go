package export

import "io"

// data is the form that other programs read.
type data struct{}

func (data) Columns() (all, usual []string) { return nil, nil }

func (data) Write(w io.Writer, d *Document) error {
	return Diff(w, d.Data.Library, d.Data.Shown, d.Data.Total)
}
