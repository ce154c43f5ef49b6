package record

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// parse reads the one document of a file; nil if it cannot be walked.
func (l *loader) parse(f file) (*reader, *yaml.Node) {
	r := &reader{loader: l, file: f.label}
	if i, what := notText(f.data); i >= 0 {
		r.add(r.offset(f.data, i), "save the file as UTF-8 text", "the file holds %s", what)
		return nil, nil
	}
	dec := yaml.NewDecoder(bytes.NewReader(f.data))
	var doc, second yaml.Node
	if err := decode(dec, &doc); err != nil {
		if errors.Is(err, io.EOF) {
			r.add(plan.Pos{File: f.label, Line: 1, Column: 1}, "write a record or delete the file", "the file is empty")
		} else {
			r.add(r.errorPos(err), "", "this is not YAML: %s", yamlMessage(err))
		}
		return nil, nil
	}
	if len(doc.Content) != 1 {
		r.add(plan.Pos{File: f.label, Line: 1, Column: 1}, "write a record or delete the file", "the file is empty")
		return nil, nil
	}
	if err := decode(dec, &second); !errors.Is(err, io.EOF) {
		pos := r.pos(&second)
		if err != nil {
			pos = r.errorPos(err)
		}
		r.add(pos, "one file holds one document; remove the line ---", "a second YAML document begins")
		return nil, nil
	}
	if !r.simple(doc.Content[0], 0) {
		return nil, nil
	}
	return r, doc.Content[0]
}

// notText finds the first byte that no text file has, for which the YAML
// library would name no line; -1 if there is none.
func notText(data []byte) (at int, what string) {
	for i := 0; i < len(data); {
		c, n := utf8.DecodeRune(data[i:])
		switch {
		case c == 0:
			return i, "a zero byte"
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f:
			return i, "a control character"
		case c == utf8.RuneError && n == 1:
			return i, "a byte that is not UTF-8"
		}
		i += n
	}
	return -1, ""
}

// decode guards against a parser that gives up by panicking.
func decode(dec *yaml.Decoder, into *yaml.Node) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the parser gave up: %v", p)
		}
	}()
	return dec.Decode(into)
}

const maxDepth = 12

// simple refuses what records do not need and attackers do: aliases, anchors,
// tags of one's own, and deep nesting.
func (r *reader) simple(n *yaml.Node, depth int) bool {
	switch {
	case depth > maxDepth:
		r.bad(n, "records are flatter", "nested more than %d levels deep", maxDepth)
		return false
	case n.Kind == yaml.AliasNode:
		r.bad(n, "write the value out", "the alias *%s is not allowed in records", prose.Clean(n.Value))
		return false
	case n.Anchor != "":
		r.bad(n, "write the value out where it is needed", "the anchor &%s is not allowed in records", prose.Clean(n.Anchor))
		return false
	case n.Style&yaml.TaggedStyle != 0:
		r.bad(n, "remove the tag", "the tag %s is not allowed in records", prose.Clean(n.Tag))
		return false
	}
	if cutAtHash(n) {
		r.bad(n, "put the value into quotes, or a blank after the #", "YAML ends this value at %q", prose.Clean(n.LineComment))
	}
	for _, c := range n.Content {
		if !r.simple(c, depth+1) {
			return false
		}
	}
	return true
}

// cutAtHash reports whether YAML takes for a comment what may belong to a value
// without quotes: "the fund #2 and the bank". People put a blank after the # of
// a comment.
func cutAtHash(n *yaml.Node) bool {
	const quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	if n.Kind != yaml.ScalarNode || n.Style&quoted != 0 || len(n.LineComment) < 2 {
		return false
	}
	return n.LineComment[1] != ' ' && n.LineComment[1] != '\t'
}

var linePattern = pattern(`(?:yaml: )?(?:while [^:]*: )?line (\d+)(?:, column (\d+))?: ?`)

// errorPos finds the place that the YAML library names in its message.
func (r *reader) errorPos(err error) plan.Pos {
	pos := plan.Pos{File: r.file, Line: 1, Column: 1}
	if m := linePattern().FindStringSubmatch(err.Error()); m != nil {
		pos.Line, _ = strconv.Atoi(m[1])
		if m[2] != "" {
			pos.Column, _ = strconv.Atoi(m[2])
		}
	}
	return pos
}

func yamlMessage(err error) string {
	msg := linePattern().ReplaceAllString(err.Error(), "")
	return prose.Clean(strings.TrimPrefix(msg, "yaml: "))
}

func (r *reader) offset(data []byte, at int) plan.Pos {
	before := data[:at]
	return plan.Pos{File: r.file, Line: 1 + bytes.Count(before, []byte("\n")), Column: at - bytes.LastIndexByte(before, '\n')}
}
