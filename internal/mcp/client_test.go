package mcp_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"plandiff/internal/cli"
)

// served is the command plandiff mcp with the SDK's client at its streams.
type served struct {
	*sdk.ClientSession
	t *testing.T
}

// serve starts the command; at the end of the test it must end with 0 and have
// written nothing but protocol.
func serve(t *testing.T, args ...string) *served {
	t.Helper()
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	var stderr bytes.Buffer
	done := make(chan int)
	go func() {
		code := cli.Run(append([]string{"mcp"}, args...), cli.Streams{In: in, Out: out, Err: &stderr})
		out.Close()
		done <- code
	}()
	client := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(context.Background(), &sdk.IOTransport{Reader: fromServer, Writer: toServer}, nil)
	if err != nil {
		t.Fatalf("connecting: %v; %s", err, &stderr)
	}
	t.Cleanup(func() {
		session.Close()
		if code := <-done; code != 0 || stderr.Len() > 0 {
			t.Errorf("the server ended with %d and said %q", code, &stderr)
		}
	})
	return &served{session, t}
}

// args are the arguments of a call.
type args = map[string]any

// call is the text of a tool's result.
func (s *served) call(tool string, a args) (text string, failed bool) {
	s.t.Helper()
	r, err := s.CallTool(context.Background(), &sdk.CallToolParams{Name: tool, Arguments: a})
	if err != nil {
		s.t.Fatalf("%s %v: %v", tool, a, err)
	}
	if len(r.Content) != 1 {
		s.t.Fatalf("%s %v: %d contents, want 1", tool, a, len(r.Content))
	}
	return r.Content[0].(*sdk.TextContent).Text, r.IsError
}

// answer is a result as an assistant reads it.
type answer struct {
	Notes  []string
	ReadAs struct {
		Kind, Status     string
		Versions, Fields []string
	} `json:"read_as"`
	Next *struct {
		Tool      string
		Arguments args
	}
	Command         string
	Fields, Records []struct {
		ID    string
		Score float64
	}
	Rows    []map[string]any
	Sources []struct{ ID, URL, File, Publisher string }
	LeftOut *struct {
		Rows int
		Ask  string
	} `json:"left_out"`
	text string
}

// ask is a tool's result, which must be no error.
func (s *served) ask(tool string, a args) answer {
	s.t.Helper()
	text, failed := s.call(tool, a)
	if failed {
		s.t.Fatalf("%s %v: %s", tool, a, text)
	}
	out := answer{text: text}
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		s.t.Fatalf("%s %v: %v in %s", tool, a, err, text)
	}
	return out
}

// wire is how long a result is in its message.
func wire(t *testing.T, text string) int {
	t.Helper()
	data, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	return len(data) - strings.Count(string(data), `\u003`)*5
}

// cited are the IDs of sources anywhere in the rows of a result.
func cited(v any) []string {
	var out []string
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			out = append(out, cited(x)...)
		}
	case map[string]any:
		for key, x := range v {
			switch ids := x.(type) {
			case string:
				if key == "source" || key == "source_id" {
					out = append(out, ids)
				}
			case []any:
				if key != "sources" {
					out = append(out, cited(x)...)
					continue
				}
				for _, id := range ids {
					out = append(out, id.(string))
				}
			}
		}
	}
	return out
}
