package jsonout

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

type inner struct {
	Name string   `json:"name"`
	Tags []string `json:"tags,omitempty"`
}

type sample struct {
	Envelope
	Lists  []inner        `json:"lists"`
	Nil    []inner        `json:"nil"`
	None   []string       `json:"none"`
	Left   []string       `json:"left,omitzero"`
	Out    *inner         `json:"out,omitzero"`
	In     *inner         `json:"in"`
	Counts map[string]int `json:"counts,omitzero"`
	Text   string         `json:"text"`
}

// What is written an entry at a time is what encoding/json writes at once.
func TestEncodeIsEncodingJSON(t *testing.T) {
	for _, v := range []sample{
		{},
		{Envelope: Envelope{Schema: "a/1", Evidence: &Evidence{Sources: []string{"x"}}}, Lists: []inner{{"<&>", []string{"a", "b"}}, {}}, None: []string{}, Left: []string{},
			In: &inner{Name: "é\n"}, Counts: map[string]int{"b": 1, "a": 2}, Text: "\u2028"},
	} {
		var want, got bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(v); err != nil {
			t.Fatal(err)
		}
		if err := encode(&got, reflect.ValueOf(v)); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("got\n%swant\n%s", &got, &want)
		}
	}
}

// In ASCII the values are the same, wherever the buffer of the output ends.
func TestEncodeInASCII(t *testing.T) {
	v := sample{Text: "\u007f", Lists: []inner{{Name: "€"}}}
	for i := range 4100 {
		v.None = append(v.None, strings.Repeat("é😀", 1+i%7))
	}
	var ascii bytes.Buffer
	if err := encode(ASCII{&ascii}, reflect.ValueOf(v)); err != nil {
		t.Fatal(err)
	}
	if i := bytes.IndexFunc(ascii.Bytes(), func(r rune) bool { return r > 0x7e }); i >= 0 {
		t.Errorf("%q is not ASCII", ascii.Bytes()[i:min(i+10, ascii.Len())])
	}
	var back sample
	if err := json.Unmarshal(ascii.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, v) {
		t.Error("in ASCII the values are others")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestEncodeSaysWhatFails(t *testing.T) {
	if err := encode(broken{}, reflect.ValueOf(sample{})); err == nil {
		t.Error("a full disk is no error")
	}
	if err := encode(&bytes.Buffer{}, reflect.ValueOf(struct {
		Bad []any `json:"bad"`
	}{[]any{func() {}}})); err == nil {
		t.Error("a function is written")
	}
}
