package intake

import (
	"strings"

	"plandiff/internal/ooxml"
	"plandiff/internal/prose"
)

func (w *wordReader) paragraphStart() {
	if len(w.open) == 0 {
		w.seen++
	}
	p := &wordParagraph{place: Place{Paragraph: w.seen}}
	if c := w.carried; c != nil && len(w.open) == 0 {
		// The mark before is gone in this reading: the words go on here.
		w.carried = nil
		p.text, p.lines, p.inside, p.place = c.text, c.lines, c.inside, c.place
	}
	w.open = append(w.open, p)
}

// properties reads a paragraph's properties; in the rejected reading those
// that a tracked change replaced.
func (w *wordReader) properties(r *ooxml.Reader, p *wordParagraph) error {
	depth := 1
	old := false
	for depth > 0 {
		t, err := r.Next()
		if err != nil {
			return err
		}
		if t.Kind == ooxml.End {
			depth--
			continue
		}
		if t.Kind != ooxml.Start {
			continue
		}
		depth++
		val := t.Attr("val")
		switch t.Name {
		case "pPrChange":
			if !w.rejected {
				depth--
				if err := r.Skip(); err != nil {
					return err
				}
				continue
			}
			old = true
			p.style, p.num, p.outline, p.left, p.hasLeft, p.hasLevel = "", wordNum{}, 0, 0, false, false
		case "rPrChange", "sectPr", "tabs", "pBdr", "framePr":
			depth--
			if err := r.Skip(); err != nil {
				return err
			}
		case "pStyle":
			p.style = val
		case "numId":
			p.num.id = val
		case "ilvl":
			p.num.level, p.hasLevel = min(small(val), wordLevels-1), true
		case "outlineLvl":
			p.outline = outlineLevel(val)
			if p.outline == 0 {
				p.outline = -1
			}
		case "ind":
			if left, ok := leftOf(&t); ok {
				p.left, p.hasLeft = left, true
			}
		case "ins", "moveTo":
			p.inserted = p.inserted || !old && depth == 3
		case "del", "moveFrom":
			p.deleted = p.deleted || !old && depth == 3
		}
	}
	return nil
}

// runProperties reads what hides or strikes a run.
func (w *wordReader) runProperties(r *ooxml.Reader, p *wordParagraph) error {
	for depth := 1; depth > 0; {
		t, err := r.Next()
		if err != nil {
			return err
		}
		switch t.Kind {
		case ooxml.End:
			depth--
			continue
		case ooxml.Chars:
			continue
		}
		depth++
		on := t.Attr("val") != "0" && t.Attr("val") != "false" && t.Attr("val") != "none"
		switch t.Name {
		case "strike", "dstrike":
			p.struck = p.struck || on
		case "vanish":
			p.hidden = on
		case "rPrChange":
			depth--
			if err := r.Skip(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *wordReader) paragraphEnd() {
	p := w.top()
	if p == nil {
		return
	}
	w.open = w.open[:len(w.open)-1]
	if outer := w.top(); outer != nil {
		outer.inside = append(append(outer.inside, w.blocks(p)...), p.inside...)
		return
	}
	if p.deleted && !w.rejected || p.inserted && w.rejected {
		w.carried = p // its mark is gone in this reading: it joins the next
		return
	}
	w.emit(p)
}

func (w *wordReader) flushCarried() {
	if p := w.carried; p != nil {
		w.carried = nil
		w.emit(p)
	}
}

func (w *wordReader) emit(p *wordParagraph) {
	w.out = append(append(w.out, w.blocks(p)...), p.inside...)
}

// blocks makes blocks of a paragraph, one a line, the first with its number.
func (w *wordReader) blocks(p *wordParagraph) []block {
	w.lineBreak(p)
	if w.skipNote {
		return nil
	}
	style := w.styles.resolve(p.style)
	first := block{place: p.place, under: -1, note: w.note, contents: strings.HasPrefix(style.name, "toc ") && style.name != "toc heading"}
	first.heading = p.outline
	if p.outline == 0 {
		first.heading = style.outline
	}
	first.heading = max(first.heading, 0)
	left, hasLeft := p.left, p.hasLeft
	num := p.num
	if num.id == "" {
		num.id = style.num.id
		if !p.hasLevel {
			num.level = style.num.level
		}
		num.level = w.numbering.levelOf(num.id, p.style, num.level)
	}
	empty := len(p.lines) == 0
	if num.id != "" && num.id != "0" && w.note == "" {
		_, def := w.numbering.level(num.id, num.level)
		if def != nil && !hasLeft && def.hasLeft {
			left, hasLeft = def.left, true
		}
		// An empty paragraph is counted too: the reader sees its number.
		if label := prose.Clean(w.numbering.count(num.id, num.level)); label != "" && !(empty && label == "-") {
			first.label, first.series, first.level = label, num.id, num.level
		}
	}
	if !hasLeft {
		left = style.left
	}
	first.indent = left / 120 // about a character
	if empty {
		if first.label == "" || first.label == "-" || first.heading > 0 {
			return nil
		}
		p.lines = []block{{}}
	}
	out := make([]block, 0, len(p.lines))
	for i, l := range p.lines {
		b := first
		if i > 0 {
			b = block{place: p.place, under: -1, note: w.note, indent: first.indent + 1, heading: first.heading, contents: first.contents}
		}
		b.text, b.changes, b.broken = l.text, l.changes, i+1 < len(p.lines)
		if b.label == "-" {
			// A dash before a number of its own is layout.
			if l, ok := parseLabel(b.text, false); ok && !l.weak {
				b.label, b.series, b.level = "", "", 0
			}
		}
		out = append(out, b)
	}
	return out
}
