package jsonout

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
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
	Left   []string       `json:"left,omitempty"`
	Out    *inner         `json:"out,omitempty"`
	In     *inner         `json:"in"`
	Counts map[string]int `json:"counts,omitempty"`
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
