package ooxml

// Tracked changes (ECMA-376-1, 17.13.5). A move is two changes whose ranges
// have one name; a program that knows no moves sees a deletion and an
// insertion.

var revisionNames = [...]string{Inserted: "w:ins", Deleted: "w:del", MovedFrom: "w:moveFrom", MovedTo: "w:moveTo"}

// markNames are the changes of the end of a paragraph. That of a moved one is
// inserted and deleted: LibreOffice keeps an empty paragraph otherwise.
var markNames = [...]string{Inserted: "w:ins", Deleted: "w:del", MovedFrom: "w:del", MovedTo: "w:ins"}

// revision is who made the next change, and when.
func (b *body) revision() []string {
	b.revisions++
	out := []string{"w:id", number(b.revisions), "w:author", b.doc.Author}
	if b.doc.Date != "" {
		out = append(out, "w:date", b.doc.Date)
	}
	return out
}

// revised writes a run in the element of its change. A link cannot stand in
// one.
func (b *body) revised(r Run, rightToLeft bool) {
	if r.Revision.Op == Kept {
		b.linked(r, rightToLeft)
		return
	}
	name := revisionNames[r.Revision.Op]
	b.start(name, b.revision()...)
	b.run(r, rightToLeft)
	b.end(name)
}

// rangeStart opens the range of one end of a move.
func (b *body) rangeStart(r Revision) {
	attributes := append(b.revision(), "w:name", "move"+number(r.Move))
	b.ranges[r] = attributes[1]
	b.empty(revisionNames[r.Op]+"RangeStart", attributes...)
}

func (b *body) rangeEnd(r Revision) { b.empty(revisionNames[r.Op]+"RangeEnd", "w:id", b.ranges[r]) }
