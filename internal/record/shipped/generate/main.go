// Command generate writes the snapshot of the embedded records as Go source:
// composite literals only, which the compiler lays out as data that costs
// nothing at start. Places in files are left out; whoever wants them reads the
// files. Beside it stands the index of the words, as the search room keeps it.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"reflect"
	"strconv"

	"plandiff/internal/plan"
	"plandiff/internal/record"
	"plandiff/internal/search"
)

func main() {
	if err := snapshots(record.Embedded()); err != nil {
		fmt.Fprintln(os.Stderr, "writing the snapshot of the records:", err)
		os.Exit(1)
	}
}

func snapshots(root record.Root) error {
	lib, err := record.Load(root)
	if err != nil {
		return err
	}
	words, err := record.Words(lib, root)
	if err != nil {
		return err
	}
	if err := snapshot("library", *lib, root.FS, record.Fingerprint); err != nil {
		return err
	}
	if err := snapshot("words", *words, root.FS, record.WordsFingerprint); err != nil {
		return err
	}
	return os.WriteFile("index.bin", search.New(lib.With(words)).Made(), 0o644)
}

// snapshot writes a value as a variable, in a file of its name.
func snapshot(name string, value any, files fs.FS, fingerprint func(fs.FS) (string, error)) error {
	sum, err := fingerprint(files)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `// Code generated from the embedded records by "go generate ./internal/record/shipped"; DO NOT EDIT.

package shipped

import "plandiff/internal/plan"

// %[1]sFingerprint is that of the files this snapshot was made from.
const %[1]sFingerprint = %[2]q

var %[1]s = `, name, sum)
	literal(&b, reflect.ValueOf(value), true)
	b.WriteByte('\n')
	source, err := format.Source(b.Bytes())
	if err != nil {
		return err
	}
	return os.WriteFile(name+".go", source, 0o644)
}

// literal writes a value of the model as Go source, zero fields left out. The
// type of an element is written only where the slice around it does not say
// it.
func literal(b *bytes.Buffer, v reflect.Value, typed bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if typed {
			b.WriteByte('&')
		}
		literal(b, v.Elem(), typed)
	case reflect.Struct:
		if typed {
			b.WriteString(v.Type().String())
		}
		b.WriteByte('{')
		for i := range v.NumField() {
			if f := v.Field(i); !f.IsZero() && v.Type().Field(i).Type != reflect.TypeFor[plan.Pos]() {
				fmt.Fprintf(b, "%s: ", v.Type().Field(i).Name)
				literal(b, f, true)
				b.WriteString(", ")
			}
		}
		b.WriteByte('}')
	case reflect.Slice:
		slice(b, v, typed)
	case reflect.String:
		b.WriteString(strconv.Quote(v.String()))
	default:
		fmt.Fprintf(b, "%#v", v.Interface())
	}
}

// slice writes words several a line, and anything larger one a line.
func slice(b *bytes.Buffer, v reflect.Value, typed bool) {
	if typed {
		b.WriteString(v.Type().String())
	}
	b.WriteByte('{')
	words := v.Type().Elem().Kind() == reflect.String || v.Type().Elem().Kind() == reflect.Int
	column := 0
	for i := range v.Len() {
		start := b.Len()
		if i == 0 && v.Len() > 1 && !words {
			b.WriteByte('\n')
		}
		literal(b, v.Index(i), false)
		if v.Len() > 1 && !words {
			b.WriteString(",\n")
			continue
		}
		if i < v.Len()-1 {
			b.WriteString(", ")
		}
		if column += b.Len() - start; column > 120 && i < v.Len()-1 {
			b.WriteByte('\n')
			column = 0
		}
	}
	b.WriteByte('}')
}
