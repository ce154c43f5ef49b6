package mcp_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"plandiff/internal/cli"
)

// What cannot be carried out is an error that says what is wanted, and the next
// call is answered.
func TestBadCalls(t *testing.T) {
	s := serve(t)
	if _, err := s.CallTool(context.Background(), &sdk.CallToolParams{Name: "write", Arguments: args{}}); err == nil || !strings.Contains(err.Error(), "unknown tool") {
		t.Errorf("an unknown tool: %v", err)
	}
	for _, c := range []struct {
		tool string
		args args
		want string
	}{
		{"show", args{}, `the argument "version" is missing`},
		{"show", nil, `the argument "version" is missing`},
		{"show", args{"version": ""}, `the argument "version" is missing`},
		{"show", args{"version": 5}, "a text is due, a number given"},
		{"show", args{"version": "us-28", "point": "21"}, "a whole number is due, a text given"},
		{"show", args{"version": "us-28", "point": 2.5}, "a whole number is due"},
		{"show", args{"version": "us-28", "point": 0}, "from 1 to"},
		{"show", args{"version": "us-28", "point": 99}, "us-28 has no point 99"},
		{"show", args{"version": "us-28", "topic": "weather"}, `no topic or field "weather"`},
		{"show", args{"version": "us-28", "topic": "nato", "point": 7}, "not both"},
		{"show", args{"version": "us-82"}, "did you mean us-28?"},
		{"diff", args{"versions": []string{"us-28", "new.docx"}}, "no file is read; the tool versions lists what there is"},
		{"show", args{"version": "us-28", "file": "x"}, `there is no argument "file"; there is: version, topic`},
		{"diff", args{"versions": "us-28"}, "a list is due, a text given"},
		{"diff", args{"versions": []string{"us-28"}}, "two to six versions"},
		{"diff", args{"versions": []string{"us-28", "us-28"}}, "given twice"},
		{"diff", args{"kinds": []string{"gone"}}, "there is: changed, removed"},
		{"diff", args{"basis": []string{"rumour"}}, "there is: text, quoted"},
		{"diff", args{"as_of": "soon"}, "YYYY-MM-DD"},
		{"diff", args{"only_sources": []string{"nobody"}}, `only_sources: there is no source "nobody"`},
		{"sources", args{"id": "rferl-2025-11-25"}, "did you mean rferl-2025-11-26?"},
		{"find", args{"question": strings.Repeat("army ", 2<<20)}, "at most 1000 characters"},
		{"search", args{"words": []string{"a"}}, "a text is due, a list given"},
	} {
		text, failed := s.call(c.tool, c.args)
		if !failed || !strings.Contains(text, c.want) || len(text) > 1000 {
			t.Errorf("%s: error %v, %.300q, want %q", c.tool, failed, text, c.want)
		}
	}
	if got := s.ask("versions", nil); len(got.Rows) == 0 {
		t.Error("after the errors nothing is answered")
	}
}

// A file is never read, however it is asked for.
func TestAsksForFiles(t *testing.T) {
	dir := t.TempDir()
	const secret = "the-secret-of-the-house"
	path := filepath.Join(dir, "plan.txt")
	if err := os.WriteFile(path, []byte("1. "+secret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	s := serve(t)
	list, err := s.ListTools(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range list.Tools {
		schema := tool.InputSchema.(map[string]any)
		for name, p := range schema["properties"].(map[string]any) {
			for _, asked := range []string{path, "plan.txt", "./plan.txt", "file://" + path, "../" + filepath.Base(dir) + "/plan.txt", "/etc/passwd", "us-28\x00/etc/passwd"} {
				a := args{}
				for _, needed := range asList(schema["required"]) {
					a[needed] = "us-28"
				}
				switch p.(map[string]any)["type"] {
				case "string":
					a[name] = asked
				case "array":
					a[name] = []string{asked, asked}
				default:
					continue
				}
				if text, _ := s.call(tool.Name, a); strings.Contains(text, secret) || strings.Contains(text, "root:") {
					t.Errorf("%s %v reads the file: %s", tool.Name, a, text)
				}
			}
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("the folder holds %d files, want 1 (%v)", len(left), err)
	}
}

func asList(v any) []string {
	var out []string
	if list, ok := v.([]any); ok {
		for _, x := range list {
			out = append(out, x.(string))
		}
	}
	return out
}

const (
	hello = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}` + "\n" +
		`{"jsonrpc":"2.0","method":"notifications/initialized"}` + "\n"
	question = `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"versions"}}`
)

// What is no message is answered with an error; the call after it is answered
// even where the input ends with it; the end of the input ends the server with
// 0; and the output holds nothing but messages.
func TestBrokenMessages(t *testing.T) {
	for _, c := range []struct {
		why, line string
		code      int // of the error; 0: none is due
	}{
		{"nothing", "", 0},
		{"no JSON", "hello", -32700},
		{"half a message", `{"jsonrpc":"2.0","id":3,"method"`, -32700},
		{"a batch", `[` + question + `]`, -32600},
		{"no version", `{"id":3,"method":"tools/list"}`, -32600},
		{"a number where a word is due", `{"jsonrpc":"2.0","id":3,"method":4}`, -32600},
		{"an object for an id", `{"jsonrpc":"2.0","id":{},"method":"ping"}`, -32600},
		{"an unknown method", `{"jsonrpc":"2.0","id":3,"method":"tools/write"}`, -32601},
		{"parameters that are a word", `{"jsonrpc":"2.0","id":3,"method":"tools/call","params":"x"}`, -32602},
		{"bytes of no text", "\xff\xfe\x00", -32700},
		{"too long", strings.Repeat("x", 17<<20), -32600},
		{"ten megabytes", `{"jsonrpc":"2.0","id":3,"method":"` + strings.Repeat("x", 10<<20) + `"}`, -32601},
		{"deep nesting", strings.Repeat("[", 100000), -32700},
	} {
		var out, stderr bytes.Buffer
		code := cli.Run([]string{"mcp"}, cli.Streams{In: strings.NewReader(hello + c.line + "\n" + question), Out: &out, Err: &stderr})
		if code != 0 || stderr.Len() > 0 {
			t.Errorf("%s: ends with %d and says %q", c.why, code, &stderr)
		}
		answered, refused := false, 0
		for dec := json.NewDecoder(&out); ; {
			var m struct {
				JSONRPC string
				ID      any
				Result  map[string]any
				Error   *struct{ Code int }
			}
			if err := dec.Decode(&m); err == io.EOF {
				break
			} else if err != nil || m.JSONRPC != "2.0" {
				t.Fatalf("%s: the output holds something else than messages: %v", c.why, err)
			}
			answered = answered || m.ID == 2.0 && m.Result["content"] != nil
			if m.Error != nil {
				refused = m.Error.Code
			}
		}
		if !answered || refused != c.code {
			t.Errorf("%s: error %d, want %d; the next call is answered: %v", c.why, refused, c.code, answered)
		}
	}
}

// closedAfter is a pipe whose reader goes away after some writes.
type closedAfter struct{ n int }

func (w *closedAfter) Write(p []byte) (int, error) {
	if w.n--; w.n < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

func TestClosedPipe(t *testing.T) {
	for n := range 3 {
		in, _ := io.Pipe() // never ends
		var stderr bytes.Buffer
		if code := cli.Run([]string{"mcp"}, cli.Streams{In: io.MultiReader(strings.NewReader(hello+question+"\n"+question+"\nx\n"), in), Out: &closedAfter{n}, Err: &stderr}); code != 0 || stderr.Len() > 0 {
			t.Errorf("after %d messages: ends with %d and says %q", n, code, &stderr)
		}
	}
}

// FuzzMessages: whatever a line of the input holds, the output holds messages
// alone, and the call after it is answered. All lines go to one server.
func FuzzMessages(f *testing.F) {
	call := `{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"%s","arguments":%s}}`
	for tool, arguments := range map[string]string{
		"versions": `{}`, "show": `{"version":"joint-8","point":2}`, "diff": `{"versions":["joint-8","counter-8"],"kinds":["changed"],"as_of":"2031-03-10"}`,
		"find": `{"question":"what is the catch limit?"}`, "search": `{"words":"catch \u0000 400"}`, "sources": `{"id":"courier-joint"}`, "history": `{"field":"catch.limit"}`,
	} {
		f.Add(fmt.Sprintf(call, tool, arguments))
	}
	for _, line := range []string{"", "hello", "[]", `{"jsonrpc":"2.0","id":null,"method":"ping"}`, `{"jsonrpc":"2.0","id":2}`, `{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}`,
		`{"jsonrpc":"2.0","id":3,"method":"tools/list","params":{"cursor":"x"}}`, `{"jsonrpc":"2.0","id":"2","result":{}}`, "\xff\xfe"} {
		f.Add(line)
	}
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	var stderr bytes.Buffer
	done := make(chan int, 1)
	go func() {
		done <- cli.Run([]string{"mcp", "--no-shipped", "--workspace", "../../cmd/plandiff/testdata/lake"}, cli.Streams{In: in, Out: out, Err: &stderr})
		out.Close()
	}()
	f.Cleanup(func() {
		toServer.Close()
		go io.Copy(io.Discard, fromServer)
		if code := <-done; code != 0 || stderr.Len() > 0 {
			f.Errorf("ends with %d and says %q", code, &stderr)
		}
	})
	answers := json.NewDecoder(fromServer)
	io.WriteString(toServer, hello)
	var greeting map[string]any
	if err := answers.Decode(&greeting); err != nil {
		f.Fatal(err)
	}
	calls := 0
	f.Fuzz(func(t *testing.T, line string) {
		if len(line) > 4000 || strings.Contains(line, "cancelled") || strings.Contains(line, "initialize") {
			return // a client may take its own call back, or begin again
		}
		calls++
		last := fmt.Sprintf("call %d", calls)
		go io.WriteString(toServer, line+"\n"+strings.Replace(question, `"id":2`, fmt.Sprintf(`"id":%q`, last), 1)+"\n")
		for {
			var m struct {
				JSONRPC string
				ID      json.RawMessage // a number may be longer than any that Go has
				Result  map[string]any
			}
			if err := answers.Decode(&m); err != nil || m.JSONRPC != "2.0" {
				t.Fatalf("the output holds something else than messages: %v", err)
			}
			if string(m.ID) == strconv.Quote(last) {
				if m.Result["content"] == nil {
					t.Error("the call after it is refused")
				}
				return
			}
		}
	})
}
