package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/table"
)

// Pane draws parts of a tree one by one, for a program that scrolls in it. The
// parts look as they do in Draw.
type Pane struct{ d *drawing }

// NewPane makes a pane; no line that it draws is wider than the options say.
func NewPane(t *table.Tree, f Form, opt Options) *Pane {
	return &Pane{newDrawing(t, f, opt)}
}

// Drawn is one line as written out.
type Drawn struct {
	Text    string
	Focused bool // it belongs to the cell in focus
}

// Beside reports whether versions stand in columns beside each other.
func (p *Pane) Beside() bool { return p.d.beside() }

// ColumnAt is the version whose column a place on a line lies in; -1 where
// versions stand under each other.
func (p *Pane) ColumnAt(x int) int {
	if !p.Beside() {
		return -1
	}
	return min(max(x, 0)/(p.d.column()+3), len(p.d.t.Columns)-1)
}

// Names are the versions over a section, with its points; the one in focus is
// marked, -1 for none.
func (p *Pane) Names(s table.Section, focus int) []string {
	if !p.Beside() {
		p.d.stackedNames(s)
		return p.take()
	}
	names := p.d.names(s, p.d.column()-2)
	if focus >= 0 && focus < len(names) {
		names[focus][0] = append([]chunk{{p.d.text("▸ "), bold}}, names[focus][0]...)
	}
	p.d.columns(names, p.d.column(), -1)
	return p.take()
}

// Row draws one field. The cell in focus is told apart by heavy lines beside
// it, or by the mark on its lines; -1 for none.
func (p *Pane) Row(r table.Row, focus int) []Drawn {
	var out []Drawn
	p.d.row(r, focus, func(focused bool) {
		for _, l := range p.take() {
			out = append(out, Drawn{l, focused})
		}
	})
	return out
}

// Text draws lines of the tree, wrapped, after an indent.
func (p *Pane) Text(indent string, lines ...table.Line) []string {
	p.d.textLines(indent, lines, plainStyle)
	return p.take()
}

func (p *Pane) take() []string {
	text := strings.TrimSuffix(p.d.b.String(), "\n")
	p.d.b.Reset()
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// Width is the columns that a text takes on a terminal, escapes left out.
func Width(s string) int {
	if strings.IndexByte(s, '\x1b') >= 0 {
		s = ansi.Strip(s)
	}
	return width(s)
}

// Cut shortens a text without escapes to a width.
func Cut(s string, w int, ascii bool) string {
	return (&painter{Options: Options{ASCII: ascii}}).cut(s, w)
}
