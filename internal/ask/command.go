package ask

import (
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// command is what shows the view of a query.
func (s *Session) command(q *Query) string {
	ids := idsOf(q.records())
	fields := s.spelled(q.asked())
	days := ""
	if q.From != "" && q.From != plan.Earliest {
		days = " --from " + q.From.First()
	}
	if q.From != "" && q.To != plan.Latest {
		days += " --to " + q.To.Last()
	}
	sides := idsOf(s.comparing(q))
	diff := "diff " + strings.Join(sides, " ")
	switch {
	case q.Kind == Glossary && (lexicon.HowTo(search.Words(q.Words)) || lexicon.OfProgram(search.Words(q.Words))):
		return "help ask"
	case q.Kind == Glossary:
		return "help states"
	case (q.Kind == Point || q.Kind == Follow) && len(q.Points) > 0:
		return "show " + s.pointVersion(q).ID + " " + strconv.Itoa(q.Points[0]) + map[bool]string{true: " --follow"}[q.Kind == Follow]
	case q.Kind == Events && q.From != "":
		return "versions --kind all" + days
	case q.Kind == Events && len(ids) > 1:
		of := slices.SortedFunc(slices.Values(q.records()), lexicon.InTime)
		return "versions --kind event --from " + of[0].Date.First() + " --to " + of[len(of)-1].Date.Last()
	case q.Kind == Events && len(ids) == 1:
		return "show " + ids[0]
	case q.Kind == Overview && len(ids) == 0:
		return "versions"
	case q.Kind == Overview:
		return "show " + ids[0]
	case q.By != "":
		return "search " + q.By
	case q.Kind == Search:
		return "search " + strconv.Quote(q.Words)
	case q.Kind == Open && len(q.Versions) == 0:
		return "history " + s.spelled(s.ranker.Open)
	case q.first():
		return "origin " + ids[0]
	case q.lists():
		return diff + " --kind " + strings.Join(pick.Each(q.differences(), func(k compare.Kind) string { return string(k) }), ",")
	case q.Kind == Uptake && len(sides) == 3:
		return "uptake " + strings.Join(sides, " ")
	case fields == "":
		return diff
	case q.through() || len(ids) == 0:
		return "history " + fields + days
	case len(ids) == 1 && q.Kind != Compare:
		return "show " + ids[0] + " " + fields
	case q.Kind != Compare:
		diff = "diff " + strings.Join(ids, " ")
	}
	return diff + " --topic " + fields
}

// spelled are fields as an option takes them: a topic where all that is told of it is meant.
func (s *Session) spelled(fields []*plan.Field) string {
	if t := s.seen.TopicOf(fields); t != nil {
		return t.ID
	}
	return strings.Join(pick.Each(fields, func(f *plan.Field) string { return f.ID }), ",")
}
