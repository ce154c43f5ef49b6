package screen

import (
	"fmt"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// markSymbols: the symbol, its ASCII form, and the kind whose colour it has.
var markSymbols = map[compare.Mark]struct {
	symbol, ascii string
	kind          compare.Kind
}{
	compare.MarkDiffers: {"≠", "*", compare.Changed}, compare.MarkDeleted: {"−", "-", compare.Removed},
	compare.MarkDisputed: {"?", "?", compare.Disputed}, compare.MarkOpen: {"◇", "o", compare.Open},
	compare.MarkMoved: {"→", ">", compare.Severed}, compare.MarkValue: {"●", "=", compare.Added},
	compare.MarkAbsent: {"○", "x", compare.Same}, compare.MarkUnknown: {"·", ".", compare.Unknown},
}

func (p *painter) mark(m compare.Mark) chunk {
	s := markSymbols[m]
	text := s.symbol
	if p.ASCII {
		text = s.ascii
	}
	return chunk{text, styleOf(s.kind)}
}

// Matrix draws topics by versions. A cell is a symbol and, for a topic, how
// many of its fields it stands for. Head says which evidence is admitted.
func Matrix(m *compare.Matrix, head []string, opt Options) string {
	p := newPainter(opt)
	p.head(head)
	for from := 0; from < len(m.Versions); {
		label, col, n := p.matrixColumns(m, len(m.Versions)-from)
		p.matrixBlock(m, from, from+n, label, col)
		p.line()
		from += n
	}
	p.legend(m)
	return p.b.String()
}

const (
	markColumn  = 10 // of a version where there is room
	leastColumn = 6  // "european-" in two lines, a mark and "3/7"
	leastLabel  = 10 // of a topic
)

// matrixColumns are the widths of the titles and of a version, and how many
// of the versions that are left stand beside each other.
func (p *painter) matrixColumns(m *compare.Matrix, left int) (label, col, n int) {
	least := leastColumn
	for _, r := range m.Rows {
		for _, c := range r.Cells {
			least = max(least, 2+len(cellCount(r, c)))
		}
	}
	label = min(max(p.Width-left*markColumn, leastLabel), 46)
	n = max(min(left, (p.Width-label)/least), 1)
	return label, min((p.Width-label)/n, markColumn), n
}

// matrixBlock draws the versions from one to another.
func (p *painter) matrixBlock(m *compare.Matrix, from, to, label, col int) {
	p.matrixHead(m.Versions[from:to], label, col)
	topic := ""
	for _, r := range m.Rows {
		title := r.Topic.Title
		if r.Field != nil {
			if topic != r.Topic.ID {
				p.line()
				p.paragraph("", "", chunk{p.text(r.Topic.Title), heading})
				topic = r.Topic.ID
			}
			title = r.Field.Title
		}
		p.matrixRow(title, r, from, to, label, col)
	}
}

func (p *painter) matrixHead(versions []*plan.Record, label, col int) {
	heads := make([][]string, len(versions))
	rows := 0
	for i, v := range versions {
		heads[i] = breakID(v.ID, col-1)
		rows = max(rows, len(heads[i]))
	}
	for y := range rows {
		out := []chunk{{text: strings.Repeat(" ", label)}}
		for i := range versions {
			part := ""
			if at := y - (rows - len(heads[i])); at >= 0 {
				part = heads[i][at]
			}
			out = append(out, chunk{pad(part, col), heading})
		}
		p.line(out...)
	}
}

// breakID breaks an ID after hyphens into lines of at most w characters.
func breakID(id string, w int) []string {
	var lines []string
	cur := ""
	for _, part := range strings.SplitAfter(id, "-") {
		if cur != "" && len(cur)+len(part) > w {
			lines = append(lines, cur)
			cur = ""
		}
		cur += part
		for len(cur) > w {
			lines = append(lines, cur[:w])
			cur = cur[w:]
		}
	}
	return append(lines, cur)
}

func (p *painter) matrixRow(title string, r compare.MatrixRow, from, to, label, col int) {
	lines := wrap([]chunk{{p.text(title), plainStyle}}, label-1)
	for y, l := range lines {
		used := 0
		for _, c := range l {
			used += width(c.text)
		}
		out := append(l, chunk{text: strings.Repeat(" ", label-used)})
		if y == 0 {
			for _, c := range r.Cells[from:to] {
				out = append(out, p.mark(c.Mark), chunk{pad(cellCount(r, c), col-1), faint})
			}
		}
		p.line(out...)
	}
}

// cellCount is " 3/7": how many fields of a topic have its mark.
func cellCount(r compare.MatrixRow, c compare.MatrixCell) string {
	if r.Field != nil || c.Of < 2 {
		return ""
	}
	return fmt.Sprintf(" %d/%d", c.Count, c.Of)
}

func (p *painter) legend(m *compare.Matrix) {
	for _, mark := range compare.Marks {
		var counts []string
		for i, v := range m.Versions {
			if n := m.Totals[i][mark]; n > 0 {
				counts = append(counts, fmt.Sprintf("%s %d", v.ID, n))
			}
		}
		if counts == nil {
			continue
		}
		meaning := string(mark)
		if mark == compare.MarkDiffers {
			meaning = "differs from " + m.Base.ID
		}
		p.paragraph("", "    ", p.mark(mark), chunk{" " + meaning + ": ", bold}, chunk{p.text(strings.Join(counts, " · ")), plainStyle})
	}
	p.paragraph("", "", chunk{p.text(fmt.Sprintf("A topic shows its most telling field; 3/7 means that 3 of its 7 fields have that mark. Base: %s, %s.", m.Base.ID, compare.DateText(m.Base.Date))), faint})
}
