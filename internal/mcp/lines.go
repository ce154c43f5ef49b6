package mcp

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// longest is the most that one message may have, in bytes. A longer one is
// answered with an error and skipped up to its end.
const longest = 16 << 20

// lines is a connection of one message a line. Unlike the SDK's own, it
// outlives what it cannot read: that is answered with an error.
type lines struct {
	out      io.Writer
	incoming chan incoming
	closed   chan struct{}
	once     sync.Once

	mu      sync.Mutex // guards out and pending
	pending map[any]int
	idle    *sync.Cond // pending is empty, or the connection is closed
	ended   bool
}

// listening is a call that is answered by the end of the connection alone.
const listening = "subscriptions/listen"

type incoming struct {
	line []byte
	err  error
}

var errTooLong = fmt.Errorf("the message is longer than %d bytes", longest)

// transport connects a server to two streams.
type transport struct {
	in  io.Reader
	out io.Writer
}

// Connect begins to read. The goroutine that reads ends with the stream; a read
// that blocks cannot be interrupted.
func (t transport) Connect(context.Context) (sdk.Connection, error) {
	c := &lines{out: t.out, incoming: make(chan incoming), closed: make(chan struct{}), pending: map[any]int{}}
	c.idle = sync.NewCond(&c.mu)
	go c.receive(bufio.NewReaderSize(t.in, 64<<10))
	return c, nil
}

func (c *lines) receive(in *bufio.Reader) {
	for {
		line, err := readLine(in)
		select {
		case c.incoming <- incoming{line, err}:
		case <-c.closed:
			return
		}
		if err != nil && !errors.Is(err, errTooLong) {
			return
		}
	}
}

// readLine reads up to the next line break or the end of the stream. Of a line
// that is too long nothing is kept.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(part) > longest; long {
			line = nil
		} else {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long:
			return nil, errTooLong
		case err != nil && len(bytes.TrimSpace(line)) > 0:
			return line, nil // the last line has no break
		}
		return line, err
	}
}

// Read is the next message. What is none is answered here.
func (c *lines) Read(ctx context.Context) (jsonrpc.Message, error) {
	for {
		var got incoming
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-c.closed:
			return nil, io.EOF
		case got = <-c.incoming:
		}
		switch {
		case errors.Is(got.err, errTooLong):
			if err := c.refuse(nil, jsonrpc.CodeInvalidRequest, errTooLong.Error()); err != nil {
				return nil, err
			}
			continue
		case got.err != nil:
			c.finish()
			return nil, got.err
		case len(bytes.TrimSpace(got.line)) == 0:
			continue
		}
		msg, err := c.message(got.line)
		if msg != nil || err != nil {
			return msg, err
		}
	}
}

// message reads one line; nil where it was refused.
func (c *lines) message(line []byte) (jsonrpc.Message, error) {
	msg, err := jsonrpc.DecodeMessage(line)
	if err == nil {
		if req, ok := msg.(*jsonrpc.Request); ok && req.IsCall() && req.Method != listening {
			c.mu.Lock()
			taken := c.pending[req.ID.Raw()] > 0
			if !taken {
				c.pending[req.ID.Raw()]++
			}
			c.mu.Unlock()
			if taken { // it would get no answer, and be waited for
				return nil, c.refuse(nil, jsonrpc.CodeInvalidRequest, "the id is that of a call that has no answer yet: give each call an id of its own")
			}
		}
		return msg, nil
	}
	if !json.Valid(line) {
		return nil, c.refuse(nil, jsonrpc.CodeParseError, "the line is not JSON: give one JSON-RPC message a line")
	}
	var head struct {
		ID json.RawMessage `json:"id"`
	}
	_ = json.Unmarshal(line, &head) // without an id, null is answered
	return nil, c.refuse(head.ID, jsonrpc.CodeInvalidRequest, "the line is no JSON-RPC 2.0 request: it needs jsonrpc, id, method and params, and no batch")
}

// refuse answers a message that cannot be read.
func (c *lines) refuse(id json.RawMessage, code int, text string) error {
	if id == nil || bytes.ContainsAny(id, "{[") {
		id = json.RawMessage("null")
	}
	data, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": id, "error": map[string]any{"code": code, "message": text}})
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.put(data)
}

// Write sends one message.
func (c *lines) Write(_ context.Context, msg jsonrpc.Message) error {
	data, err := jsonrpc.EncodeMessage(msg)
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if r, ok := msg.(*jsonrpc.Response); ok {
		id := r.ID.Raw()
		if c.pending[id]--; c.pending[id] <= 0 {
			delete(c.pending, id)
		}
		defer c.idle.Broadcast()
	}
	return c.put(data)
}

func (c *lines) put(data []byte) error {
	_, err := c.out.Write(append(data, '\n'))
	return err
}

// finish waits until every call has its answer: whoever closes the input after
// the last question still wants it.
func (c *lines) finish() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for len(c.pending) > 0 && !c.ended {
		c.idle.Wait()
	}
}

// Close ends the connection.
func (c *lines) Close() error {
	c.once.Do(func() {
		close(c.closed)
		c.mu.Lock()
		c.ended = true
		c.mu.Unlock()
		c.idle.Broadcast()
	})
	return nil
}

// SessionID is empty: there is one session.
func (c *lines) SessionID() string { return "" }
