package deepcopy

import (
	"reflect"
	"testing"
)

type sheet struct {
	Name   string
	Width  *float64
	Rows   [][]string
	Styles map[string]*int
	Any    any
	None   *sheet
	quiet  int
}

// A copy equals what it was made of, and a change to either is not seen in the other.
func TestCopy(t *testing.T) {
	make := func() *sheet {
		width, style := 2.5, 7
		return &sheet{Name: "a", Width: &width, Rows: [][]string{{"b"}, nil}, Styles: map[string]*int{"c": &style}, Any: []int{1}, quiet: 3}
	}
	from := make()
	for _, src := range []any{from, *from} {
		var to sheet
		if err := Copy(&to, src); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(&to, make()) {
			t.Errorf("%+v is not %+v", to, *make())
		}
		*to.Width, to.Rows[0][0], *to.Styles["c"], to.Any.([]int)[0] = 0, "", 0, 0
		to.Styles["d"] = nil
		if !reflect.DeepEqual(from, make()) {
			t.Errorf("the original changed with its copy: %+v", *from)
		}
	}
}

func TestCopyRefuses(t *testing.T) {
	var s sheet
	for why, err := range map[string]error{
		"no pointer":     Copy(s, s),
		"another type":   Copy(&s, 1),
		"nothing":        Copy(&s, nil),
		"a nil pointer":  Copy(&s, (*sheet)(nil)),
		"nowhere to put": Copy((*sheet)(nil), s),
	} {
		if err == nil {
			t.Errorf("%s: no error", why)
		}
	}
}
