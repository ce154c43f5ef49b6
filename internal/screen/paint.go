package screen

import (
	"io"
	"strings"
	"unicode"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"golang.org/x/text/unicode/norm"

	"plandiff/internal/compare"
	"plandiff/internal/prose"
)

// Options say what the terminal can do.
type Options struct {
	Width int  // columns; at least MinWidth
	Color bool // use colour and bold
	ASCII bool // write nothing but ASCII
}

// MinWidth is the narrowest width that anything can be read at.
const MinWidth = 20

// painter writes styled lines.
type painter struct {
	Options
	b      strings.Builder
	styles map[style]lipgloss.Style
}

// style is what a piece of text is, for colour.
type style int

const (
	plainStyle style = iota
	bold
	faint
	heading
	note
	inserted
	deleted
	kindStyle // kindStyle+i is the style of compare.Kinds[i]
)

func newPainter(opt Options) *painter {
	p := &painter{Options: opt}
	if !opt.Color {
		return p
	}
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.ANSI)
	colour := func(c string) lipgloss.Style { return r.NewStyle().Foreground(lipgloss.Color(c)) }
	p.styles = map[style]lipgloss.Style{
		bold: r.NewStyle().Bold(true), faint: r.NewStyle().Faint(true), heading: colour("6").Bold(true),
		note: r.NewStyle().Faint(true), inserted: colour("2").Bold(true), deleted: colour("1").Bold(true),
	}
	for k, c := range map[compare.Kind]string{
		compare.Changed: "3", compare.Removed: "1", compare.Added: "2", compare.Severed: "4",
		compare.Open: "5", compare.Disputed: "9", compare.Reworded: "6",
	} {
		p.styles[styleOf(k)] = colour(c).Bold(true)
	}
	p.styles[styleOf(compare.Same)] = r.NewStyle().Faint(true)
	p.styles[styleOf(compare.Unknown)] = r.NewStyle().Faint(true)
	return p
}

func styleOf(k compare.Kind) style {
	for i, known := range compare.Kinds {
		if known == k {
			return kindStyle + style(i)
		}
	}
	return plainStyle
}

// symbols stand before a cell or row for its kind; the second is the ASCII one.
var symbols = map[compare.Kind][2]string{
	compare.Same: {"=", "="}, compare.Reworded: {"≈", "~"}, compare.Changed: {"≠", "*"}, compare.Added: {"+", "+"},
	compare.Removed: {"−", "-"}, compare.Open: {"◇", "o"}, compare.Severed: {"→", ">"}, compare.Disputed: {"?", "?"},
	compare.Unknown: {"·", "."},
}

// Symbol is the mark of a kind of difference.
func (o Options) Symbol(k compare.Kind) string {
	if o.ASCII {
		return symbols[k][1]
	}
	return symbols[k][0]
}

// chunk is text in one style. Words of neighbouring chunks that no blank
// separates stay together.
type chunk struct {
	text  string
	style style
}

// render is a chunk as written out.
func (p *painter) render(c chunk) string {
	if !p.Color || c.style == plainStyle || c.text == "" {
		return c.text
	}
	return p.styles[c.style].Render(c.text)
}

// text makes a string fit for the terminal: ASCII if asked for.
func (p *painter) text(s string) string {
	if p.ASCII {
		return ASCII(s)
	}
	return s
}

var asciiForms = strings.NewReplacer("·", "-", "•", "-", "…", "...", "×", "x", "€", "EUR", "£", "GBP", "°", " degrees", "≠", "!=", "→", "->", "−", "-", "│", "|", "─", "-", "┼", "+", "█", "#", "▏", "|", "ł", "l", "Ł", "L", "ø", "o", "Ø", "O", "ß", "ss", "đ", "d")

// ASCII writes a text in ASCII: punctuation in its plain form, letters
// without accents, and a question mark for what has no such form.
func ASCII(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(asciiForms.Replace(prose.Plain(s))) {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			b.WriteByte('?')
		}
	}
	return b.String()
}

// width is the columns that a text takes; most texts are plain ASCII.
func width(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

// line writes chunks as one line, without blanks at its end.
func (p *painter) line(chunks ...chunk) {
	last := len(chunks) - 1
	for last >= 0 && strings.TrimRight(chunks[last].text, " ") == "" {
		last--
	}
	for i := 0; i <= last; {
		c := chunks[i]
		for i++; i <= last && chunks[i].style == c.style; i++ {
			c.text += chunks[i].text // one run of a style is one escape
		}
		if i > last {
			c.text = strings.TrimRight(c.text, " ")
		}
		p.b.WriteString(p.render(c))
	}
	p.b.WriteByte('\n')
}

// paragraph writes chunks over as many lines as they need, the first after
// first, the others after rest.
func (p *painter) paragraph(first, rest string, chunks ...chunk) {
	for i, l := range wrap(chunks, max(p.Width-max(width(first), width(rest)), 1)) {
		lead := rest
		if i == 0 {
			lead = first
		}
		p.line(append([]chunk{{text: lead}}, l...)...)
	}
}

// spans turns marked words into chunks; without colour the marks are
// brackets.
func (p *painter) spans(spans []prose.Span, base style) []chunk {
	var out []chunk
	for _, s := range spans {
		text := p.text(s.Text)
		switch {
		case s.Op == prose.Keep || strings.TrimSpace(text) == "":
			out = append(out, chunk{text, base})
		case s.Op == prose.Insert:
			out = append(out, p.marked(text, "{+", "+}", inserted)...)
		default:
			out = append(out, p.marked(text, "[-", "-]", deleted)...)
		}
	}
	return out
}

func (p *painter) marked(text, open, close string, s style) []chunk {
	body := strings.TrimSpace(text)
	before, after, _ := strings.Cut(text, body)
	if !p.Color {
		body = open + body + close
	}
	return []chunk{{before, plainStyle}, {body, s}, {after, plainStyle}}
}
