package intake

// block is a paragraph, heading or list item with what its format says of
// it. Readers of formats give blocks in reading order, cleaned.
type block struct {
	text  string
	place Place
	// label is the number that the format keeps apart from the words (Word
	// numbering, an ordered list in HTML); the text has none of its own then.
	label   string
	heading int // 1 is the highest level; 0: no heading
	// list is how deep the item stands in lists, from 1; 0: no list item, or
	// the format does not say. under is how many lists a paragraph that is no
	// item stands in; -1: the format does not say.
	list, under int
	// series and level: items of one Word list, and how deep; "": none.
	series string
	level  int
	indent int // columns from the left; only compared within a document
	note   string
	// changes of the text as it stands, offsets before any label is cut off.
	changes []Change
	// broken: a line break inside the paragraph ended the text.
	broken bool
	// contents: the line stands in a table of contents, as the format says.
	contents bool
}

// parsed is the label of a block, and the text after it.
func (b *block) parsed() (l label, rest string, ok bool) {
	if b.label != "" {
		l, ok := parseLabel(b.label+" x", true)
		if !ok || len(b.label)+1 != l.size {
			l = label{bullet: true, style: b.label, printed: b.label}
		}
		l.weak = false
		l.size = 0
		return l, b.text, true
	}
	l, ok = parseLabel(b.text, b.heading > 0)
	if !ok {
		return label{}, b.text, false
	}
	return l, b.text[l.size:], true
}
