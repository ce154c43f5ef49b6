package evidence

import (
	"slices"
	"strings"
)

// Command is a command line that looks through the same filter. Help looks at
// no evidence, and no command stays none.
func (v *View) Command(line string) string {
	if line == "" || line == "help" || strings.HasPrefix(line, "help ") {
		return line
	}
	return strings.Join(append([]string{line}, v.flags()...), " ")
}

// flags are the filter as a command line has it.
func (v *View) flags() []string {
	var out []string
	if v.Filter.Sources != nil {
		out = append(out, "--only-sources", strings.Join(v.sourceNames(), ","))
	}
	if v.Filter.Bases != nil {
		bases := make([]string, len(v.Filter.Bases))
		for i, b := range v.Filter.Bases {
			bases[i] = string(b)
		}
		out = append(out, "--basis", strings.Join(bases, ","))
	}
	if v.Filter.AsOf != "" {
		out = append(out, "--as-of", string(v.Filter.AsOf))
	}
	return out
}

// Founding is what a command line calls the founding documents.
const Founding = "seeds"

// sourceNames are the admitted sources, the founding documents by one name if
// all of them are.
func (v *View) sourceNames() []string {
	var founding, other []string
	for _, s := range v.Library.Sources {
		if s.Founding() {
			founding = append(founding, s.ID)
		}
	}
	for _, id := range v.Filter.Sources {
		if !slices.Contains(founding, id) {
			other = append(other, id)
		}
	}
	if len(founding) > 0 && len(other)+len(founding) == len(v.Filter.Sources) {
		return append([]string{Founding}, other...)
	}
	return v.Filter.Sources
}
