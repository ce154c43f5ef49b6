package record

import (
	"bytes"
	"fmt"
	"go/format"
	"reflect"
	"strconv"

	"plandiff/internal/plan"
)

// snapshot writes a library as the source of package shipped: composite
// literals only, which the compiler lays out as data that costs nothing at
// start. Places in files are left out; whoever wants them reads the files.
func snapshot(lib *plan.Library, sum string) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, `// Code generated from the embedded records by "go generate ./internal/record"; DO NOT EDIT.

package shipped

import "plandiff/internal/plan"

// Fingerprint is that of the record files this snapshot was made from.
const Fingerprint = %q

// Library is the snapshot. It is shared and must not be written to.
func Library() *plan.Library { return &library }

var library = `, sum)
	literal(&b, reflect.ValueOf(*lib))
	b.WriteByte('\n')
	return format.Source(b.Bytes())
}

// literal writes a value of the model as Go source, zero fields left out.
func literal(b *bytes.Buffer, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		b.WriteByte('&')
		literal(b, v.Elem())
	case reflect.Struct:
		fmt.Fprintf(b, "%s{", v.Type())
		for i := range v.NumField() {
			if f := v.Field(i); !f.IsZero() && v.Type().Field(i).Type != reflect.TypeFor[plan.Pos]() {
				fmt.Fprintf(b, "%s: ", v.Type().Field(i).Name)
				literal(b, f)
				b.WriteString(", ")
			}
		}
		b.WriteByte('}')
	case reflect.Slice:
		fmt.Fprintf(b, "%s{", v.Type())
		for i := range v.Len() {
			if i == 0 && v.Len() > 1 {
				b.WriteByte('\n')
			}
			literal(b, v.Index(i))
			if v.Len() > 1 {
				b.WriteString(",\n")
			}
		}
		b.WriteByte('}')
	case reflect.String:
		b.WriteString(strconv.Quote(v.String()))
	default:
		fmt.Fprintf(b, "%#v", v.Interface())
	}
}
