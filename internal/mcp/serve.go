package mcp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// Names reads what a caller names, by the rules of the command line.
type Names struct {
	// Version finds a record by its ID or a name; the note says what a name was
	// taken as.
	Version func(lib *plan.Library, name string) (r *plan.Record, note string, err error)
	// Topics turns names of topics and fields into a choice; none chooses all.
	Topics func(lib *plan.Library, names []string) (func(*plan.Topic, *plan.Field) bool, error)
	// Filter reads evidence filters: IDs of sources or "seeds", bases, a day.
	Filter func(lib *plan.Library, sources, bases []string, asOf string) (evidence.Filter, error)
}

// Program is what the server says of itself.
type Program struct{ Version string }

// server is what the tools look at. It changes nothing of it.
type server struct {
	lib   *plan.Library
	names Names
}

// Serve answers until the input ends or the output is closed. It returns nil at
// the end of the input, and the error of the output otherwise.
func Serve(ctx context.Context, lib *plan.Library, names Names, program Program, in io.Reader, out io.Writer) error {
	s := &server{lib, names}
	m := sdk.NewServer(&sdk.Implementation{Name: "plandiff", Title: "plandiff: versions of a negotiated text", Version: program.Version}, &sdk.ServerOptions{
		Instructions: s.instructions(),
		Logger:       slog.New(slog.DiscardHandler),
		Capabilities: &sdk.ServerCapabilities{Tools: &sdk.ToolCapabilities{}},
	})
	for _, t := range s.tools() {
		m.AddTool(t.describe(), t.handle)
	}
	err := m.Run(ctx, transport{in, out})
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// instructions tell an assistant how to read the results.
func (s *server) instructions() string {
	var last plan.Date
	if r := s.lib.Latest(); r != nil {
		last = r.Date
	}
	return fmt.Sprintf(`plandiff compares versions of a negotiated text, field by field. Every value names the sources that carry it: %s on %s, the latest of %s. Nothing after that day is here.

Rules for answers:
- A silence is no absence. State "lacuna", "not reported" and every "not_reported" mean that nobody has published it: never say that a draft dropped, removed or lacks it. Absent is only "omitted" (the text is known and does not have it) or "deleted" (a source says that it was taken out).
- Kind "unknown" is not a difference and not an agreement.
- State "disputed": sources contradict each other. Give every account with its source and choose none.
- State "bracketed": in the text but not agreed.
- Name the source of a value, with its day and address. "phrase" is the source's own wording, at most 8 words. Every other text is a summary: never quote it as the document's.
- Basis says how a source knows, strongest first: text, quoted, said (by a named person), reported, unnamed (officials), transcript, opinion.
- "more_claims" counts claims that are not shown, "left_out" says what else is not shown and how to ask for it.

Versions are ids (us-28) or names; find reads a question and says which call answers it.`,
		wording.Count(s.lib.ClaimCount(), "claim"), wording.Count(len(s.lib.Records), "record"), wording.Date(last))
}
