package mcp

import (
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// evidenceArgs are the filters that every tool takes.
type evidenceArgs struct {
	OnlySources []string `json:"only_sources"`
	Basis       []string `json:"basis"`
	AsOf        string   `json:"as_of"`
}

// admitted are the filters of a call.
func (e evidenceArgs) admitted() evidenceArgs { return e }

// reply begins the answer to a call about records, or about all if none is
// named.
func (s *server) reply(v *evidence.View, records ...string) *reply {
	return &reply{lib: s.lib, result: result{Evidence: wording.Filter(v, v.Hidden(records...))}}
}

// records resolves the names of records, and notes what they were taken as.
func (s *server) records(v *evidence.View, names []string) (ids, notes []string, err error) {
	for _, name := range names {
		r, note, err := s.names.Version(v.Library, name)
		if err != nil {
			return nil, nil, err
		}
		if note != "" {
			notes = append(notes, note)
		}
		ids = append(ids, r.ID)
	}
	return ids, notes, nil
}

// tools are all there is to ask for.
func (s *server) tools() []tool {
	return []tool{
		define(s, "versions", "List the versions", "List the drafts by date, each with how well it is known; or the positions and events beside them.",
			object(closed("kind", "which records; draft if left out", []string{"draft", "position", "event", "all"}), skip()), s.listVersions),
		define(s, "find", "Find what a question is about", "Read a question: the fields and records that it is about, with scores from 0 to 1, the kind of question, and the call and the command that answer it. Begin here.",
			object(text("question", "the question, in plain English", mostText).require()), s.find),
		define(s, "show", "Show one version", "Show what is known of one draft, position or event: states, values and who says so. With a topic, a field or a point only that; one field is told with every claim.",
			object(record("version", "the record, by id; find reads other names", s.ids(plan.Draft, plan.Position, plan.Event)).require(), s.topic("topic", "only this topic, or field by id"),
				whole("point", "only this numbered point", 1, 10000), text("part", "of the point: the letter of a part", 1), skip()), s.show),
		define(s, "diff", "Compare versions", "Compare two to six versions field by field, each value with its sources. The first is what the others are compared with. Without versions, the usual three.",
			object(list(record("versions", "", s.ids(plan.Draft)), "two to six versions, by id; the first is the base; find reads other names", 2, 6), s.topics(), kinds(), skip()), s.diff),
		define(s, "history", "Follow a field through time", "What every draft, position and event says of a field, or of each field of a topic, in the order of their dates: also for which drafts have it and who says so.",
			object(s.topic("field", "a field by id such as "+s.someField()+", or a topic").require(), skip()), s.history),
		define(s, "sources", "List the sources", "List the source cards with publisher, day, address and how many claims rest on each; with an id, that card and every claim that rests on it.",
			object(text("id", "one source, by id", mostName), text("version", "only sources of claims about this record, by id", mostName), text("publisher", "only publishers with this in their name", mostName), skip()), s.sources),
		define(s, "search", "Search claims by words", "Search claims, phrases, titles and sources for words, best first.",
			object(text("words", "the words; needless with by, publisher or value", mostText), list(text("versions", "", mostName), "only these records, by id", 1, 20), s.topics(),
				text("by", "only claims by this speaker, or by several with commas", mostName), text("publisher", "only claims from this publisher", mostName), text("value", "only claims whose value has these words", mostName), skip()), s.search),
	}
}

// silence is a field of which nothing is reported for some records.
type silence struct {
	Field    string   `json:"field"`
	Versions []string `json:"not_reported"`
}

// version is a record in short.
type version struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind,omitempty"`
	Title   string   `json:"title"`
	Date    string   `json:"date,omitempty"`
	Known   string   `json:"known,omitempty"` // how well
	Points  int      `json:"points,omitempty"`
	By      []string `json:"by,omitempty"`
	Names   []string `json:"names,omitempty"`
	Follows []string `json:"follows,omitempty"`
	Status  string   `json:"status,omitempty"`
}

// versionOf is a record for the head of a result.
func versionOf(v *evidence.View, r *plan.Record) version {
	return version{ID: r.ID, Title: r.Title, Date: string(r.Date), Known: wording.Known(v, r), Points: r.PointCount}
}
