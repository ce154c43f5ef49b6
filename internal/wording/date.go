package wording

import (
	"cmp"
	"strings"
	"time"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Undated is said of what bears no date.
const Undated = "undated"

// Date writes a date as far as it is known: "20 Nov 2025", "Nov 2025",
// "20 to 21 Dec 2025", "28 Nov to 2 Dec 2025", "undated".
func Date(d plan.Date) string {
	if d == "" {
		return Undated
	}
	from, to, span := strings.Cut(string(d), "/")
	if span {
		return untold(day(from), day(to)) + " to " + day(to)
	}
	return day(from)
}

// untold is the first day of a span without what is said of its last one.
func untold(first, last string) string {
	f, l := strings.Fields(first), strings.Fields(last)
	for len(f) > 1 && len(l) > 1 && f[len(f)-1] == l[len(l)-1] {
		f, l = f[:len(f)-1], l[:len(l)-1]
	}
	return strings.Join(f, " ")
}

func day(s string) string {
	for _, layout := range [...]struct{ read, write string }{{time.DateOnly, "2 Jan 2006"}, {"2006-01", "Jan 2006"}} {
		if t, err := time.Parse(layout.read, s); err == nil {
			return t.Format(layout.write)
		}
	}
	return s
}

// Published is a source's day as far as it is known.
func Published(s *plan.Source) string { return dayOf(s, "public by ", "no date known") }

// Day is a source's day in a list: "26 Nov 2025", "by 26 Nov 2025", "".
func Day(s *plan.Source) string { return dayOf(s, "by ", "") }

func dayOf(s *plan.Source, by, unknown string) string {
	switch {
	case s.Published != "":
		return Date(s.Published)
	case s.PublicBy != "":
		return by + Date(s.PublicBy)
	}
	return unknown
}

// Publisher is who published a source.
func Publisher(s *plan.Source) string { return cmp.Or(s.Publisher, "publisher not stated") }

// SourceLine is "RFE/RL, 26 Nov 2025"; weak sources are called so.
func SourceLine(s *plan.Source) string {
	return Publisher(s) + ", " + Published(s) + weak(s)
}

// CardLine is SourceLine with the title, and whether it is a founding document.
func CardLine(s *plan.Source) string {
	line := prose.Listed(", ", Publisher(s), s.Title, Published(s)) + weak(s)
	if s.Founding() {
		line += ", founding document"
		if s.URL == "" {
			line += " without an address"
		}
	}
	return line
}

func weak(s *plan.Source) string {
	if s.LowReliability {
		return " (weak source)"
	}
	return ""
}

// Reach says how far records reach: the latest of them.
func Reach(latest *plan.Record) string {
	out := "The latest record is " + latest.ID + ", " + Date(latest.Date)
	if latest.Note != "" {
		out += "; plandiff show " + latest.ID + " says what it leaves out"
	}
	return out + "."
}
