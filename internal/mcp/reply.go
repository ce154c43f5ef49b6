package mcp

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"

	"plandiff/internal/plan"
)

// A result is told as fully as fits into small, else with one claim a value,
// and never longer than large: in bytes, as it goes over the wire.
const (
	small = 6000
	large = 19500
)

// depths are how many claims of each content are told, the most first. At 0 a
// value has the ids of its sources alone.
var depths = []int{8, 3, 2, 1, 0}

// reply is what a tool found, before it is known how much of it can be told.
type reply struct {
	result
	lib   *plan.Library
	lines []line
	skip  int    // lines to pass over
	limit int    // the most lines to tell; 0: all
	roomy bool   // may be large before it is shortened: one field, told in full
	paged bool   // is never large: told a page at a time
	more  string // how to ask for what is left out, beside skip
}

// line is one row of a result.
type line struct {
	topic string // "" where rows have none
	tell  func(b *book, depth int) any
}

// result is what goes to the assistant.
type result struct {
	Evidence string     `json:"evidence,omitempty"` // the filter, and how many claims it hides
	Notes    []string   `json:"notes,omitempty"`
	ReadAs   *readAs    `json:"read_as,omitempty"`
	Next     *nextCall  `json:"next,omitempty"`
	Command  string     `json:"command,omitempty"`
	Fields   []scored   `json:"fields,omitempty"`
	Records  []scored   `json:"records,omitempty"`
	Versions []version  `json:"versions,omitempty"`
	Pairs    []pair     `json:"counts,omitempty"`
	Source   *cardOut   `json:"source,omitempty"`
	Rows     []any      `json:"rows,omitempty"`
	Sources  []sourceID `json:"sources,omitempty"`
	LeftOut  *leftOut   `json:"left_out,omitempty"`
}

// leftOut is what a result does not tell, and how to ask for it.
type leftOut struct {
	Rows     int    `json:"rows,omitempty"`
	Topics   string `json:"topics,omitempty"` // of the rows: "sanctions 5, eu 2"
	Evidence string `json:"evidence,omitempty"`
	Ask      string `json:"ask"`
}

// sourceID is a source as cited.
type sourceID struct {
	ID        string `json:"id"`
	Publisher string `json:"publisher,omitempty"`
	Day       string `json:"day,omitempty"`
	URL       string `json:"url,omitempty"`
	File      string `json:"file,omitempty"` // founding documents without an address
	Weak      bool   `json:"weak,omitempty"`
}

// book is the register of the sources that a result cites.
type book struct {
	lib   *plan.Library
	cited map[string]bool
	list  []sourceID
}

// has reports whether a claim's source is in the register already.
func (b *book) has(c *plan.Claim) bool { return b.cited[c.Source] }

// cite enters a source, and gives its ID back.
func (b *book) cite(id string) string {
	if s := b.lib.Source(id); s != nil && !b.cited[id] {
		b.cited[id] = true
		b.list = append(b.list, sourceOf(s))
	}
	return id
}

func sourceOf(s *plan.Source) sourceID {
	out := sourceID{ID: s.ID, Publisher: s.Publisher, Day: string(s.Public()), URL: s.URL, Weak: s.LowReliability}
	if s.URL == "" {
		out.File = s.File
	}
	return out
}

// text is the result as JSON, shortened until it fits.
func (r *reply) text() (string, error) {
	room := small
	if r.roomy {
		room = large
	}
	n := max(len(r.lines)-r.skip, 0)
	if r.limit > 0 {
		n = min(n, r.limit)
	}
	for _, depth := range depths {
		text, err := r.at(depth, n)
		if err != nil {
			return "", err
		}
		if wire(text) <= room || depth <= 1 && !r.paged && wire(text) <= large {
			return text, nil
		}
	}
	if !r.paged {
		room = large
	}
	// Even the shortest form of every row is too long: the most that fit, and one
	// at least, or there would be no end.
	fit := sort.Search(n, func(i int) bool {
		text, err := r.at(0, i+1)
		return err != nil || wire(text) > room
	})
	return r.at(0, max(fit, min(n, 1)))
}

// wire is how long a text is inside a message, where quotation marks are
// escaped.
func wire(text string) int { return len(text) + strings.Count(text, `"`) + strings.Count(text, `\`) }

// at tells n rows at a depth.
func (r *reply) at(depth, n int) (string, error) {
	out := r.result
	b := &book{lib: r.lib, cited: map[string]bool{}}
	from := min(r.skip, len(r.lines))
	for _, l := range r.lines[from : from+n] {
		out.Rows = append(out.Rows, l.tell(b, depth))
	}
	out.Sources = append(slices.Clone(out.Sources), b.list...)
	out.LeftOut = r.leftOut(depth, from+n)
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return "", fmt.Errorf("writing the result: %w", err)
	}
	return strings.TrimSuffix(buf.String(), "\n"), nil
}

func (r *reply) leftOut(depth, end int) *leftOut {
	out := &leftOut{}
	var ask []string
	if rest := r.lines[end:]; len(rest) > 0 {
		out.Rows = len(rest)
		out.Topics = counted(rest)
		ask = append(ask, fmt.Sprintf("call again with skip %d", end))
		if out.Topics != "" {
			ask = append(ask, "or with topics")
		}
	}
	if depth == 0 && len(r.lines) > 0 && r.more != "" {
		out.Evidence = "phrases, places and bases of the claims"
		ask = append(ask, r.more)
	}
	if ask == nil {
		return nil
	}
	out.Ask = strings.Join(ask, "; ")
	return out
}

// counted is how many rows each topic has: "sanctions 5, eu 2".
func counted(rows []line) string {
	counts := map[string]int{}
	var order []string
	for _, l := range rows {
		if l.topic == "" {
			continue
		}
		if counts[l.topic] == 0 {
			order = append(order, l.topic)
		}
		counts[l.topic]++
	}
	parts := make([]string, len(order))
	for i, t := range order {
		parts[i] = fmt.Sprintf("%s %d", t, counts[t])
	}
	return strings.Join(parts, ", ")
}
