package jsonout

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// encode writes a struct as an indented object, with a line break at the end.
// It encodes its lists an entry at a time: those of long documents would stand
// in memory three times over.
func encode(w io.Writer, v reflect.Value) error {
	out := bufio.NewWriter(w) // which keeps the first error
	last := '\u009f'          // encoding/json leaves control characters as they are, and some steer a terminal
	if _, ok := w.(ASCII); ok {
		last = utf8.MaxRune
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	put := func(before string, v reflect.Value, margin string) error {
		out.WriteString(before)
		buf.Reset()
		enc.SetIndent(margin, "  ")
		err := enc.Encode(v.Interface())
		out.Write(escaped(bytes.TrimSuffix(buf.Bytes(), []byte("\n")), last))
		return err
	}
	separator := "{\n"
	for _, f := range reflect.VisibleFields(v.Type()) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		field := v.FieldByIndex(f.Index)
		if f.Anonymous || options == "omitzero" && field.IsZero() {
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

// ASCII is an output that takes nothing but ASCII.
type ASCII struct{ io.Writer }

// escaped is JSON with the characters from U+007F up to a last one as escapes;
// they stand in strings alone.
func escaped(data []byte, last rune) []byte {
	var out []byte
	kept := 0 // what stands before it is in out
	for i, r := range string(data) {
		if r < 0x7f || r > last {
			continue
		}
		out = append(out, data[kept:i]...)
		for _, unit := range utf16.Encode([]rune{r}) {
			out = fmt.Appendf(out, `\u%04x`, unit)
		}
		kept = i + utf8.RuneLen(r)
	}
	return append(out, data[kept:]...)
}
