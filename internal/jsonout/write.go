package jsonout

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf8"
)

// write encodes a struct as an indented object, with a line break at the end.
// It encodes its lists an entry at a time: those of long documents would stand
// in memory three times over.
func write(w io.Writer, v any) error {
	out := &writer{w: bufio.NewWriter(w)}
	out.enc = json.NewEncoder(&out.buf)
	out.enc.SetEscapeHTML(false)
	out.object(reflect.ValueOf(v))
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

// writer keeps the first error; what comes after it is not written.
type writer struct {
	w   *bufio.Writer
	buf bytes.Buffer
	enc *json.Encoder
	err error
}

func (out *writer) object(v reflect.Value) {
	separator := "{\n"
	for _, f := range reflect.VisibleFields(v.Type()) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		field := v.FieldByIndex(f.Index)
		if f.Anonymous || options == "omitempty" && empty(field) {
			continue
		}
		out.text(separator + `  "` + name + `": `)
		separator = ",\n"
		if field.Kind() == reflect.Slice && field.Len() > 0 {
			out.list(field)
		} else {
			out.value(field, "  ")
		}
	}
	out.text("\n}\n")
}

// empty is what encoding/json leaves out with omitempty.
func empty(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return v.Len() == 0
	}
	return v.IsZero()
}

func (out *writer) list(v reflect.Value) {
	separator := "[\n    "
	for i := range v.Len() {
		out.text(separator)
		out.value(v.Index(i), "    ")
		separator = ",\n    "
	}
	out.text("\n  ]")
}

func (out *writer) text(s string) {
	if out.err == nil {
		_, out.err = out.w.WriteString(s)
	}
}

// value encodes a value whose further lines begin with a margin.
func (out *writer) value(v reflect.Value, margin string) {
	if out.err != nil {
		return
	}
	out.buf.Reset()
	out.enc.SetIndent(margin, "  ")
	if out.err = out.enc.Encode(v.Interface()); out.err == nil {
		_, out.err = out.w.Write(inert(bytes.TrimSuffix(out.buf.Bytes(), []byte("\n"))))
	}
}

// inert is JSON with the control characters escaped that encoding/json leaves as
// they are, U+007F to U+009F: some of them steer a terminal.
func inert(data []byte) []byte {
	control := func(r rune) bool { return r >= 0x7f && r <= 0x9f }
	if !bytes.ContainsFunc(data, control) {
		return data
	}
	var out []byte
	for _, r := range string(data) {
		if control(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}
