package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// version finds a record by its ID or by a name that people use, and says on
// standard error what a name was taken for.
func (a *app) version(lib *plan.Library, arg string) (*plan.Record, error) {
	r, note, err := version(lib, arg)
	if note != "" {
		fmt.Fprintf(a.Err, "plandiff: %s\n", note)
	}
	return r, err
}

// version finds a record by its ID or by a name that people use. A name that
// several records share is taken for the draft with most claims, and the note
// names the others; "" for an ID.
func version(lib *plan.Library, arg string) (r *plan.Record, note string, err error) {
	if r := lib.Record(arg); r != nil {
		return r, "", nil
	}
	found, begin := named(lib, arg), beginning(lib, arg)
	if len(found) == 0 && len(begin) == 1 {
		found = begin
	}
	if len(found) == 0 {
		hint := cmp.Or(meant(arg, recordIDs(lib)), "plandiff versions lists them")
		if len(begin) > 1 {
			hint = "did you mean " + strings.Join(plan.IDs(begin), ", ") + "?"
		}
		if isPath(lib, arg) {
			hint = "only diff, align and export compare a document with versions; plandiff import makes a record of it"
		}
		return nil, "", usage(hint, "there is no version %q", prose.Clean(arg))
	}
	slices.SortStableFunc(found, func(x, y *plan.Record) int { return y.ClaimCount() - x.ClaimCount() })
	found = pick.Firstly(found, func(r *plan.Record) bool { return r.Kind == plan.Draft })
	note = fmt.Sprintf("%q is taken as %s", prose.Clean(arg), found[0].ID)
	if others := plan.IDs(found[1:]); len(others) > 0 {
		note += "; it may also mean " + strings.Join(others, ", ")
	}
	return found[0], note, nil
}

func named(lib *plan.Library, name string) []*plan.Record {
	return pick.Keep(lib.Records, func(r *plan.Record) bool { return containsFold(append([]string{r.Title, r.Label}, r.Names...), name) })
}

// beginning are the drafts whose ID begins with a word: "geneva" of geneva-19.
func beginning(lib *plan.Library, word string) []*plan.Record {
	return slices.DeleteFunc(lib.Drafts(), func(r *plan.Record) bool { return word == "" || !strings.HasPrefix(r.ID, strings.ToLower(word)+"-") })
}

// shows is the command that shows what a word names, where it names a draft or a
// topic; "" for any other.
func (a *app) shows(word string) string {
	lib, err := a.withWords()
	if err != nil {
		return ""
	}
	r := lib.Record(word)
	if found := beginning(lib, word); r == nil && len(found) == 1 {
		r = found[0]
	}
	if r != nil {
		return "did you mean plandiff show " + r.ID + "?"
	}
	if t := topicOf(lib, word); t != nil {
		return "did you mean plandiff diff --topic " + t.ID + "?"
	}
	return ""
}

// topicOf is the topic that a word names: by its ID, its title or a synonym, or
// as the only one whose ID begins with it; nil for none.
func topicOf(lib *plan.Library, word string) *plan.Topic {
	var begin []*plan.Topic
	for i := range lib.Topics {
		t := &lib.Topics[i]
		if containsFold(append([]string{t.ID, t.Title}, t.Synonyms...), word) {
			return t
		}
		if strings.HasPrefix(t.ID, strings.ToLower(word)+"-") {
			begin = append(begin, t)
		}
	}
	if len(begin) == 1 {
		return begin[0]
	}
	return nil
}

func (a *app) versionIDs(lib *plan.Library, args []string) ([]string, error) {
	out := make([]string, len(args))
	for i, arg := range args {
		r, err := a.version(lib, arg)
		if err != nil {
			return nil, err
		}
		if slices.Contains(out[:i], r.ID) {
			return nil, usage("give each version once", "%s is given twice", r.ID)
		}
		out[i] = r.ID
	}
	return out, nil
}

func recordIDs(lib *plan.Library) []string { return plan.IDs(lib.Records) }

// topicIDs are what --topic takes: topics, field prefixes, fields.
func topicIDs(lib *plan.Library) []string {
	out := pick.Each(lib.Topics, func(t plan.Topic) string { return t.ID })
	for _, f := range lib.Fields() {
		for _, id := range []string{f.Prefix(), f.ID} {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// isID reports whether a name is the ID of a topic or a field, or a prefix.
func isID(lib *plan.Library, name string) bool { return containsFold(topicIDs(lib), name) }

// topics is the choice of the function topics, with the words that people use
// where a name is no ID.
func (a *app) topics(lib *plan.Library, names []string) (func(*plan.Topic, *plan.Field) bool, error) {
	if slices.ContainsFunc(names, func(name string) bool { return !isID(lib, name) }) {
		var err error
		if lib, err = a.withWords(); err != nil {
			return nil, err
		}
	}
	return topics(lib, names)
}

// topics turns names of topics, prefixes, fields or synonyms into a choice of
// fields; an ID means what it stands for, and an empty list chooses all.
func topics(lib *plan.Library, names []string) (func(*plan.Topic, *plan.Field) bool, error) {
	if len(names) == 0 {
		return func(*plan.Topic, *plan.Field) bool { return true }, nil
	}
	chosen := map[string]bool{}
	for _, name := range names {
		found, id := false, isID(lib, name)
		for t, f := range lib.Fields() {
			if containsFold([]string{t.ID, f.ID, f.Prefix()}, name) || !id && containsFold(slices.Concat([]string{t.Title, f.Title}, t.Synonyms, f.Synonyms), name) {
				chosen[f.ID], found = true, true
			}
		}
		if t := topicOf(lib, name); t != nil && !found {
			for _, f := range t.Fields {
				chosen[f.ID], found = true, true
			}
		}
		if !found {
			ids := topicIDs(lib)
			return nil, usage(cmp.Or(meant(name, ids), "topics: "+strings.Join(ids[:len(lib.Topics)], ", ")), "there is no topic or field %q", prose.Clean(name))
		}
	}
	return func(_ *plan.Topic, f *plan.Field) bool { return chosen[f.ID] }, nil
}

func containsFold(list []string, s string) bool {
	return slices.ContainsFunc(list, func(x string) bool { return strings.EqualFold(x, s) })
}

// point reads "21" or "21c"; ok is false for anything else.
func point(s string) (number int, part string, ok bool) {
	digits := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || len(s)-len(digits) > 1 {
		return 0, "", false
	}
	return n, s[len(digits):], true
}
