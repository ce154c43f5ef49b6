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

// encode writes a struct as an indented object, with a line break at the end.
// It encodes its lists an entry at a time: those of long documents would stand
// in memory three times over.
func encode(w io.Writer, v reflect.Value) error {
	out := bufio.NewWriter(w) // which keeps the first error
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	put := func(before string, v reflect.Value, margin string) error {
		out.WriteString(before)
		buf.Reset()
		enc.SetIndent(margin, "  ")
		err := enc.Encode(v.Interface())
		out.Write(inert(bytes.TrimSuffix(buf.Bytes(), []byte("\n"))))
		return err
	}
	separator := "{\n"
	for _, f := range reflect.VisibleFields(v.Type()) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		field := v.FieldByIndex(f.Index)
		if f.Anonymous || options == "omitempty" && empty(field) {
			continue
		}
		key := separator + `  "` + name + `": `
		separator = ",\n"
		if field.Kind() != reflect.Slice || field.Len() == 0 {
			if err := put(key, field, "  "); err != nil {
				return err
			}
			continue
		}
		between := key + "[\n    "
		for i := range field.Len() {
			if err := put(between, field.Index(i), "    "); err != nil {
				return err
			}
			between = ",\n    "
		}
		out.WriteString("\n  ]")
	}
	out.WriteString("\n}\n")
	return out.Flush()
}

// empty is what encoding/json leaves out with omitempty.
func empty(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return v.Len() == 0
	}
	return v.IsZero()
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
