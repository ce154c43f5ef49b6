// Package deepcopy stands in for the library of this name, of which excelize
// needs one function and this program one use: columns of a sheet are copied
// when it is written. The library also copies by methods that it finds by name.
// A program that does so must keep every exported method of everything in it,
// whether called or not, which makes this one 5 MB larger.
package deepcopy

import (
	"errors"
	"reflect"
)

// Option is there for the signature; the library's options are not known here.
type Option struct{}

var errKind = errors.New("deepcopy: the destination is no pointer to what the source is")

// Copy sets what dst points to to a copy of src, or of what src points to, that
// shares no pointer, slice or map with it in its exported fields. It is an error
// where they are of different types.
func Copy(dst, src any, _ ...Option) error {
	to, from := reflect.ValueOf(dst), reflect.Indirect(reflect.ValueOf(src))
	if to.Kind() != reflect.Pointer || to.IsNil() || !from.IsValid() || to.Elem().Type() != from.Type() {
		return errKind
	}
	to.Elem().Set(clone(from))
	return nil
}

func clone(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(clone(v.Elem()))
		}
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(clone(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			out.Index(i).Set(clone(v.Index(i)))
		}
	case reflect.Map:
		if !v.IsNil() {
			out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		}
		for key, value := range v.Seq2() {
			out.SetMapIndex(key, clone(value))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(clone(v.Field(i)))
			}
		}
	}
	return out
}
