// Package evidence is what a reader is willing to believe: a library as if
// claims that are not admitted did not exist. A view is made once for a
// command, and everything behind it (comparing, laying out, answering) sees
// that view alone, so that filtered and unfiltered records never meet.
//
//	plan.Library, Filter ──> View ──> compare, table
package evidence
