package intake

import "strconv"

// Problem is why a document was not read: what, where, and what to do.
type Problem struct {
	Name  string // of the document
	Place Place
	Msg   string
	Hint  string
}

// Error is "draft.txt:12: the line is longer than 1 MiB (break it up)".
func (p *Problem) Error() string {
	s := p.Name
	switch {
	case p.Place.Page == 0 && p.Place.Line > 0:
		s += ":" + strconv.Itoa(p.Place.Line)
	case p.Place != Place{}:
		s += ", " + p.Place.String()
	}
	if s != "" {
		s += ": "
	}
	s += p.Msg
	if p.Hint != "" {
		s += " (" + p.Hint + ")"
	}
	return s
}
