package mcp

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/ask"
	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// nextCall is the call that answers a question.
type nextCall struct {
	Tool      string         `json:"tool"`
	Arguments map[string]any `json:"arguments"`
}

// call is a call with the command line that shows the same.
type call struct {
	nextCall
	command string
}

func calling(tool string, arguments map[string]any, command ...string) call {
	for i, arg := range command {
		command[i] = quoted(arg)
	}
	return call{nextCall{tool, arguments}, "plandiff " + strings.Join(command, " ")}
}

// kindsOf are the kinds of difference that a kind of question asks for.
var kindsOf = map[ask.Kind][]string{
	ask.Same: {string(compare.Same), string(compare.Reworded)}, ask.Added: {string(compare.Added)},
	ask.Gone: {string(compare.Removed)}, ask.Open: {string(compare.Open)}, ask.Unknown: {string(compare.Unknown)},
	ask.Disputed: {string(compare.Disputed)},
}

// next is the call that shows what a question asks for.
func (s *server) next(lib *plan.Library, q *ask.Query, findings []ask.Finding) call {
	var fields []string
	for _, f := range q.Fields {
		fields = append(fields, f.ID)
	}
	if len(fields) == 0 && len(findings) > 0 {
		fields = []string{findings[0].Field.ID}
	}
	lists := kindsOf[q.Kind] != nil
	switch {
	case len(q.Points) > 0 && len(q.Versions) > 0:
		return s.pointCall(q)
	case q.Kind == ask.Events:
		return calling("versions", map[string]any{"kind": "event"}, "versions", "--kind", "event")
	case q.Kind == ask.Overview && len(q.Versions)+len(q.Records) == 0:
		return calling("versions", map[string]any{}, "versions")
	case lists || len(q.Versions) > 1:
		return s.diffCall(lib, q, fields)
	case len(q.Versions)+len(q.Records) > 0:
		id := append(slices.Clone(q.Versions), q.Records...)[0].ID
		if q.Kind == ask.Overview || len(fields) == 0 {
			return calling("show", map[string]any{"version": id}, "show", id)
		}
		if q.Kind != ask.History && q.Kind != ask.Origin {
			return calling("show", map[string]any{"version": id, "topic": fields[0]}, "show", id, fields[0])
		}
	case len(fields) == 0:
		return calling("search", map[string]any{"words": q.Words}, "ask", q.Words)
	}
	return calling("history", map[string]any{"field": fields[0]}, "history", fields[0])
}

func (s *server) pointCall(q *ask.Query) call {
	id, number := q.Versions[0].ID, q.Points[0]
	arguments := map[string]any{"version": id, "point": number}
	if q.Part != "" {
		arguments["part"] = q.Part
	}
	command := []string{"show", id, strconv.Itoa(number) + q.Part}
	if q.Kind == ask.Follow && q.Part == "" {
		command = append(command, "--follow")
	}
	return calling("show", arguments, command...)
}

// diffCall compares the drafts named; one by itself with the first of the usual
// ones, or with the draft that it was made from.
func (s *server) diffCall(lib *plan.Library, q *ask.Query, fields []string) call {
	var ids []string
	for _, r := range q.Versions {
		ids = append(ids, r.ID)
	}
	if len(ids) == 1 {
		base := slices.Concat(q.Versions[0].Follows, lib.Compare)
		if i := slices.IndexFunc(base, func(id string) bool { return id != ids[0] && lib.Record(id) != nil }); i >= 0 {
			ids = []string{base[i], ids[0]}
		}
	}
	const most = 6
	ids = ids[:min(len(ids), most)]
	arguments, command := map[string]any{}, append([]string{"diff"}, ids...)
	if ids != nil {
		arguments["versions"] = ids
	}
	if kinds := kindsOf[q.Kind]; kinds != nil {
		arguments["kinds"] = kinds
		command = append(command, "--kind", strings.Join(kinds, ","))
	} else if topics := topicsOf(lib, fields); topics != nil {
		arguments["topics"] = topics
		command = append(command, "--topic", strings.Join(topics, ","), "--all")
		arguments["kinds"] = []string{allKinds}
	}
	return calling("diff", arguments, command...)
}

// topicsOf are fields as a choice of topics: fields of one topic together are
// the topic.
func topicsOf(lib *plan.Library, fields []string) []string {
	var out []string
	for _, id := range fields {
		topic, _ := lib.Field(id)
		if topic == nil {
			continue
		}
		if name := cmp.Or(topic.ID, id); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
