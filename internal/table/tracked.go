package table

import "plandiff/internal/redline"

// What a document with tracked changes is made of, for those who write it.
type (
	TrackedParagraph = redline.Paragraph
	Fate             = redline.Fate
)

// The fates of a piece of text.
const (
	Kept      = redline.Kept
	Inserted  = redline.Inserted
	Deleted   = redline.Deleted
	MovedFrom = redline.MovedFrom
	MovedTo   = redline.MovedTo
)
