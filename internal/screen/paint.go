package screen

import (
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"golang.org/x/text/unicode/norm"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/wording"
)

// Options say what the terminal can do.
type Options struct {
	Width  int  // columns; at least MinWidth
	Height int  // lines of the screen; 0: there is none
	Color  bool // use colour and bold
	Links  bool // write addresses as links that a terminal can open
	ASCII  bool // write nothing but ASCII
}

// MinWidth is the narrowest width that anything can be read at.
const MinWidth = 20

type painter struct {
	Options
	b      strings.Builder
	styles map[style]lipgloss.Style
	links  []string // addresses that chunks open
}

type style int

const (
	plainStyle style = iota
	bold
	faint
	heading
	note
	inserted
	deleted
	firstTone // firstTone+i is the style of wording.Tones[i]
)

func newPainter(opt Options) *painter {
	p := &painter{Options: opt}
	if !opt.Color {
		return p
	}
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.ANSI)
	p.styles = map[style]lipgloss.Style{bold: r.NewStyle().Bold(true)}
	for _, s := range [...]style{faint, note, toneStyle(wording.Same), toneStyle(wording.Unknown)} {
		p.styles[s] = r.NewStyle().Faint(true)
	}
	for s, colour := range map[style]lipgloss.Color{
		heading: "6", inserted: "2", deleted: "1",
		toneStyle(wording.Changed): "3", toneStyle(wording.Removed): "1", toneStyle(wording.Added): "2", toneStyle(wording.Moved): "12",
		toneStyle(wording.Open): "5", toneStyle(wording.Disputed): "9", toneStyle(wording.Reworded): "6",
	} {
		p.styles[s] = r.NewStyle().Foreground(colour).Bold(true)
	}
	return p
}

func toneStyle(t wording.Tone) style {
	if i := slices.Index(wording.Tones, t); i >= 0 {
		return firstTone + style(i)
	}
	return plainStyle
}

// chunk is text in one style. Words of neighbouring chunks that no blank
// separates stay together.
type chunk struct {
	text  string
	style style
}

// linkShift parts the style from the number of a link.
const linkShift = 8

func (p *painter) render(c chunk) string {
	text := c.text
	if base := c.style & (1<<linkShift - 1); p.Color && base != plainStyle && text != "" {
		text = p.styles[base].Render(text)
	}
	if n := int(c.style >> linkShift); n > 0 && text != "" {
		text = ansi.SetHyperlink(p.links[n-1]) + text + ansi.ResetHyperlink()
	}
	return text
}

// linked is a text that opens an address, where the terminal has links. The
// number of the address stands above the bits of the style.
func (p *painter) linked(text, address string, s style) chunk {
	if address = plan.WebAddress(address); p.Links && address != "" {
		p.links = append(p.links, address)
		s |= style(len(p.links)) << linkShift
	}
	return chunk{p.text(text), s}
}

// mark is what stands before a text with a mark; nil for none.
func (p *painter) mark(m wording.Mark) []chunk {
	if m.IsZero() {
		return nil
	}
	return []chunk{{m.Sign(p.ASCII) + " ", toneStyle(m.Tone)}}
}

// text makes a string fit for the terminal: ASCII if asked for.
func (p *painter) text(s string) string {
	if p.ASCII {
		return ASCII(s)
	}
	return s
}

var asciiForms = strings.NewReplacer("·", "-", "•", "-", "…", "...", "×", "x", "€", "EUR", "£", "GBP", "°", " degrees", "≠", "!=", "→", "->", "−", "-", "│", "|", "┃", "#", "─", "-", "┼", "+", "█", "#", "▏", "|", "◁", "<", "▷", ">", "▸", ">", "ł", "l", "Ł", "L", "ø", "o", "Ø", "O", "ß", "ss", "đ", "d")

// ASCII writes a text in ASCII: punctuation in its plain form, letters
// without accents, and a question mark for what has no such form.
func ASCII(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) {
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

// spans turns marked words into chunks; without colour the marks are brackets.
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
		body = open + isolate(body) + close
	}
	return []chunk{{before, plainStyle}, {body, s}, {after, plainStyle}}
}
