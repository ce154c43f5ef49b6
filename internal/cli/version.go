package cli

import (
	"cmp"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version, and how far the records reach",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if a.flags.format != "text" {
				return usage("leave --format out", "version has no output but text")
			}
			return a.printVersion()
		},
	}
}

// printVersion says which program this is and the last day that its records
// tell of.
func (a *app) printVersion() error {
	lib, err := a.library()
	if err != nil {
		return err
	}
	var latest plan.Date
	if r := lib.Latest(); r != nil {
		latest = r.Date
	}
	return a.emit(fmt.Sprintf("plandiff %s\n%s on %s; the latest is of %s\n", build(), wording.Count(lib.ClaimCount(), "claim"), wording.Count(len(lib.Records), "record"), wording.Date(latest)))
}

// build is the version and the commit that the program was built from, as far
// as the build says.
func build() string {
	var parts []string
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		parts = append(parts, v)
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && len(s.Value) >= 12:
			parts = append(parts, "commit "+s.Value[:12])
		case s.Key == "vcs.modified" && s.Value == "true":
			parts = append(parts, "with changes")
		}
	}
	return cmp.Or(strings.Join(parts, ", "), "(built without version)")
}
