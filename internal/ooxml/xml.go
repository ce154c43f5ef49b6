package ooxml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// Kind is the sort of a token.
type Kind int

const (
	Start Kind = iota
	End
	Chars
)

// Token is an element's start or end, or text. Name is without its prefix.
type Token struct {
	Kind  Kind
	Name  string
	Space string // the prefix as written: "w", "mc"
	Text  string
	attrs []xml.Attr
}

// Attr is the value of an attribute by its name without prefix; "" if the
// element has none.
func (t *Token) Attr(name string) string {
	for i := range t.attrs {
		if t.attrs[i].Name.Local == name {
			return t.attrs[i].Value
		}
	}
	return ""
}

// maxDepth is how deep elements may stand in each other. Word stays below 60.
const maxDepth = 1000

// Reader gives the tokens of a part. Prefixes are not resolved: the producers
// of Office files all use the same ones.
type Reader struct {
	part string
	d    *xml.Decoder
	open []string
}

// Tokens reads a part's XML. Document types, and with them all entities but
// the five of XML, are refused (ECMA-376-2, 8.1.4).
func Tokens(part string, data []byte) *Reader {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	d.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("the encoding %q is not read", charset)
	}
	return &Reader{part: part, d: d}
}

// Line is where the reader stands in the part, from 1.
func (r *Reader) Line() int {
	line, _ := r.d.InputPos()
	return line
}

func (r *Reader) fail(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("%s, line %d: the XML is damaged: %s", r.part, syntax.Line, syntax.Msg)
	}
	return fmt.Errorf("%s, line %d: %w", r.part, r.Line(), err)
}

// Next is the next token; io.EOF at the end of the part.
func (r *Reader) Next() (Token, error) {
	for {
		raw, err := r.d.RawToken()
		if err == io.EOF {
			if len(r.open) > 0 {
				return Token{}, r.fail(fmt.Errorf("the element %q is not closed", r.open[len(r.open)-1]))
			}
			return Token{}, io.EOF
		}
		if err != nil {
			return Token{}, r.fail(err)
		}
		switch t := raw.(type) {
		case xml.StartElement:
			if len(r.open) == maxDepth {
				return Token{}, r.fail(fmt.Errorf("elements are nested more than %d deep", maxDepth))
			}
			r.open = append(r.open, t.Name.Local)
			return Token{Kind: Start, Name: t.Name.Local, Space: t.Name.Space, attrs: t.Attr}, nil
		case xml.EndElement:
			if len(r.open) == 0 || r.open[len(r.open)-1] != t.Name.Local {
				return Token{}, r.fail(fmt.Errorf("the end of %q is out of place", t.Name.Local))
			}
			r.open = r.open[:len(r.open)-1]
			return Token{Kind: End, Name: t.Name.Local, Space: t.Name.Space}, nil
		case xml.CharData:
			return Token{Kind: Chars, Text: string(t)}, nil
		case xml.Directive:
			return Token{}, r.fail(errors.New("a document type is not allowed in an Office file"))
		}
	}
}

// Skip reads to the end of the element whose start was the last token.
func (r *Reader) Skip() error {
	for depth := len(r.open); len(r.open) >= depth; {
		if _, err := r.Next(); err != nil {
			if err == io.EOF {
				return r.fail(errors.New("the part ends too early"))
			}
			return err
		}
	}
	return nil
}
