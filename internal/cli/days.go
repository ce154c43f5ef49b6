package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// dayFlags are a range of days: --from and --to, each a day or a version.
type dayFlags struct {
	from, to string
	a        *app
}

func (d *dayFlags) register(a *app, cmd *cobra.Command) {
	d.a = a
	cmd.Flags().StringVar(&d.from, "from", "", "leave out what is before this `DAY` or version")
	cmd.Flags().StringVar(&d.to, "to", "", "leave out what is after this `DAY` or version")
}

// span is the first and the last day; "" where there is no limit.
func (d *dayFlags) span(lib *plan.Library) (from, to string, err error) {
	for _, side := range [2]struct {
		text string
		put  func(plan.Date)
	}{{d.from, func(x plan.Date) { from = x.First() }}, {d.to, func(x plan.Date) { to = x.Last() }}} {
		if side.text == "" {
			continue
		}
		if day, err := plan.ParseDate(side.text); err == nil {
			side.put(day)
			continue
		}
		r := lib.Record(side.text)
		if r == nil || r.Date == "" {
			return "", "", usage("for example --from 2025-11-20 or --from us-28", "--from, --to: %q is neither a day nor a dated version", prose.Clean(side.text))
		}
		side.put(r.Date)
	}
	return from, to, nil
}

// within reports whether a date may lie in the range; an unknown one may only
// where there is no limit.
func within(date plan.Date, from, to string) bool {
	if from == "" && to == "" {
		return true
	}
	return date != "" && (from == "" || date.Last() >= from) && (to == "" || date.First() <= to)
}

// keep leaves of histories the entries within the range.
func (d *dayFlags) keep(hs []compare.History) ([]compare.History, error) {
	lib, err := d.a.library()
	if err != nil {
		return nil, err
	}
	from, to, err := d.span(lib)
	if err != nil {
		return nil, err
	}
	for i := range hs {
		drop := func(e compare.Entry) bool { return !within(e.Date, from, to) }
		hs[i].Entries, hs[i].Undated = slices.DeleteFunc(hs[i].Entries, drop), slices.DeleteFunc(hs[i].Undated, drop)
	}
	return slices.DeleteFunc(hs, func(h compare.History) bool { return len(h.Entries)+len(h.Undated) == 0 }), nil
}
