package table

import "plandiff/internal/redline"

// Tracked is a paragraph of two documents in one text, for files with tracked
// changes; it is as redline.(*Comparison).Track makes it.
type Tracked = redline.Tracked

// What becomes of a piece of a tracked text.
const (
	Kept      = redline.Kept
	Inserted  = redline.Inserted
	Deleted   = redline.Deleted
	MovedFrom = redline.MovedFrom
	MovedTo   = redline.MovedTo
)
