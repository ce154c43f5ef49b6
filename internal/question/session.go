package question

import (
	"slices"
	"strings"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Session answers questions on one library, and keeps the last query for the
// next question to take over from.
type Session struct {
	lib     *plan.Library
	ev      evidence.Filter
	view    *evidence.View
	seen    *plan.Library // as admitted
	index   *search.Index
	lexicon *lexicon
	fieldAt map[search.Unit]int
	titled  map[search.Unit][]*plan.Record // drafts that a field's title names
	last    *reading
}

// New makes a session on a library, with the evidence that is admitted.
func New(lib *plan.Library, ev evidence.Filter) *Session {
	s := &Session{lib: lib, ev: ev}
	s.admit(ev)
	return s
}

// admit indexes the library on the evidence that is admitted.
func (s *Session) admit(ev evidence.Filter) {
	s.ev = ev
	s.view = evidence.New(s.lib, ev)
	s.seen = s.view.Library
	s.index = search.New(s.seen)
	s.lexicon = newLexicon(s.index)
	s.fieldAt, s.titled = map[search.Unit]int{}, map[search.Unit][]*plan.Record{}
	for i, f := range s.index.Fields {
		s.fieldAt[f.Unit] = i
		if f.Topic.About == plan.AboutStance {
			s.titled[f.Unit] = s.lexicon.read(search.Words(f.Field.Title)).records
		}
	}
}

// reading is a question on its way to a query.
type reading struct {
	*named
	text  string // as asked
	full  string // with what was taken over from the last question
	cues  []cue
	asked asked
	cells []cell
	all   *search.Match // of all words, names too
	fixed []string      // slips of typing that were put right
	x     *search.Index
	// continued: it goes on from the last question, whose kind it has unless
	// its own words tell another.
	continued bool
	kind      Kind
	query     *Query
	lead      *plan.Record // of the answer's first finding
}

// read takes a question apart.
func (s *Session) read(text string) *reading {
	r := &reading{text: text, full: text, x: s.index}
	words := s.spell(search.Words(text), r)
	r.named = s.lexicon.read(words)
	r.cues = findCues(r.named)
	r.asked = asked{records: r.records, dates: r.dates}
	for _, v := range r.records {
		if v.Kind == plan.Draft {
			r.asked.drafts = append(r.asked.drafts, v)
		}
	}
	for _, p := range r.parties {
		r.asked.theirs = append(r.asked.theirs, s.lexicon.pick(s.lexicon.plansOf(p), false)...)
	}
	r.asked.match = s.index.Match(s.content(r))
	r.all = s.index.Match(s.index.Terms(r.words))
	for i, w := range words {
		if w.Number && !r.used[i] {
			r.asked.numbers = append(r.asked.numbers, w.Text)
		}
	}
	r.shape()
	s.voices(r)
	return r
}

// voices finds the terms that name a speaker or an outlet, where a question
// asks what somebody says: the words beside the verb that are names of those
// whom the records quote, parties with a draft of their own apart.
func (s *Session) voices(r *reading) {
	r.asked.voices = nil
	if r.asked.shape[fSays] == 0 {
		return
	}
	m := r.asked.match
	for i, t := range m.Terms {
		if group, _, ok := s.index.Alias(t.Words); ok && s.lexicon.plansNamed(group) != nil || t.Words[0].Number || r.isCue(t.Words[0].Start) {
			continue
		}
		first := r.full[t.Words[0].Start]
		capital := first >= 'A' && first <= 'Z' && t.Words[0].Start > 0
		speaks := slices.ContainsFunc(s.index.Claims, func(k search.Claim) bool {
			return max(m.Strength(i, k.Unit, search.Speaker), m.Strength(i, k.In, search.By), m.Strength(i, k.From, search.Publisher)) >= 0.99
		})
		if speaks && (capital || t.Alias) {
			r.asked.voices = append(r.asked.voices, i)
		}
	}
}

// spell puts mistyped words right, as the library spells them.
func (s *Session) spell(words []search.Word, r *reading) []search.Word {
	for i, w := range words {
		if w.Number || w.Common() || len(w.Text) < 4 || month(w.Text) > 0 || isCueWord(w) || s.index.Knows(w) {
			continue
		}
		if search.NearCommon(w.Text) {
			words[i].Text, words[i].Stem = "", ""
			continue
		}
		if near := s.index.Near(w.Text); near != nil {
			words[i].Text, words[i].Stem = near[0], search.Stem(near[0])
			r.fixed = append(r.fixed, w.Text+" as "+near[0])
		}
	}
	return words
}

// cueWeight is what a word counts that tells the kind of a question: it may be
// a part of its subject too.
const cueWeight = 0.3

// content are the terms of a question that are no name, date or point.
func (s *Session) content(r *reading) []search.Term {
	at := map[int]int{}
	for i, w := range r.words {
		at[w.Start] = i
	}
	terms := s.index.Terms(r.words)
	for i := range terms {
		first := at[terms[i].Words[0].Start]
		if terms[i].Words[0].Stem == pointKey || slices.ContainsFunc(r.cues, func(c cue) bool { return c.from <= first && first < c.to }) {
			terms[i].Weight *= cueWeight
		}
	}
	return slices.DeleteFunc(terms, func(t search.Term) bool {
		used := true
		for _, w := range t.Words {
			used = used && r.used[at[w.Start]]
		}
		noun := strings.TrimSuffix(t.Words[0].Text, "s")
		return used || planNouns[noun] || pointNouns[noun] && noun != pointKey
	})
}

// shape tells what sort of value is asked for.
func (r *reading) shape() {
	ask := func(phrases ...string) float32 {
		for _, p := range phrases {
			if _, _, ok := phraseAt(r.named, strings.Fields(p)); ok {
				return 1
			}
		}
		return 0
	}
	r.asked.shape[fAmount] = ask("how many", "how much", "what number", "size", "figure")
	r.asked.shape[fWhen] = ask("when", "what day", "how long", "how soon", "which month", "date")
	r.asked.shape[fSays] = ask("say", "said", "tell", "told", "accord", "view", "quot")
	r.asked.shape[fWho] = ask("who", "whom", "whose")
}

// Ask answers one question. It never fails: what it cannot read or answer gets
// the status OutOfScope and says why.
func (s *Session) Ask(text string) *Answer {
	r := s.goesOn(s.read(text))
	if day := r.asOf(); day != "" && s.ev.AsOf == "" {
		ev := s.ev
		ev.AsOf = day
		then := New(s.lib, ev)
		r = then.read(text)
		r.dates = nil
		return then.answer(r)
	}
	return s.answer(r)
}

// differing adds the claims of a disagreement that the question is about.
func (s *Session) differing(r *reading, q *Query, a *Answer) {
	if q.Kind == Disputed || lists[q.Kind] || q.Kind == Overview || len(q.Points) > 0 {
		return
	}
	d := s.disagreement(r)
	if d == nil {
		return
	}
	for _, side := range d.Sides {
		if f := s.claimFinding(side[0]); f != nil && !slices.ContainsFunc(a.Findings, func(g Finding) bool { return g.Record == f.Record && g.Field == f.Field }) {
			a.Findings = append(a.Findings, *f)
		}
	}
	a.Notes = append(a.Notes, "Accounts differ: "+d.Question+" "+upper(d.Note)+".")
}

// asOf is the day of which a question asks what was known by then.
func (r *reading) asOf() plan.Date {
	if len(r.dates) == 0 || len(r.dates[0]) < len("2006-01-02") || !r.has("known", "knew", "public", "as of") {
		return ""
	}
	return r.dates[len(r.dates)-1]
}

func (s *Session) answer(r *reading) *Answer {
	q := s.compile(r)
	a := &Answer{Question: r.text, Query: *q, Evidence: s.ev, Hidden: s.view.Hidden()}
	for _, f := range r.fixed {
		a.Assumed = append(a.Assumed, f)
	}
	if !s.outside(r, q) {
		a.Findings = s.run(r, q)
		s.differing(r, q, a)
		a.Status = status(q, a)
		if a.Status == NotReported {
			s.nearest(r, q, a)
		}
		s.compose(r, q, a)
	}
	if a.Text == "" {
		a.Status, a.Findings, a.Query.Kind = OutOfScope, nil, Outside
		a.Text = "The records do not cover that question."
		return a
	}
	r.query, r.lead = q, nil
	for i := range a.Findings {
		if f := &a.Findings[i]; len(f.Contents) > 0 && !f.Nearest {
			r.lead = f.Record
			break
		}
	}
	s.last = r
	return a
}

// goesOn completes a question that leans on the last: what it names itself
// replaces what was named; without a subject of its own it keeps the old one.
// A question complete in itself takes nothing over.
func (s *Session) goesOn(r *reading) *reading {
	last := s.last
	if last == nil || !r.elliptic() {
		return r
	}
	own := !r.empty()
	text := r.text
	if !own {
		for _, t := range last.asked.match.Terms {
			text += " " + last.full[t.Words[0].Start:t.Words[len(t.Words)-1].End]
		}
	}
	out := s.read(text)
	out.text, out.continued = r.text, true
	if len(out.records) == 0 && !own && len(out.parties) > 0 && len(last.query.Versions) > 0 {
		for _, p := range r.parties {
			for _, v := range s.lexicon.pick(s.lexicon.plansNamed(p), false) {
				out.records = append(out.records, v)
			}
		}
	}
	if len(out.records) == 0 {
		out.records = last.records
		if len(out.records) == 0 && last.lead != nil {
			out.records = []*plan.Record{last.lead}
		}
	}
	out.asked.records, out.asked.drafts = out.records, nil
	for _, v := range out.records {
		if v.Kind == plan.Draft {
			out.asked.drafts = append(out.asked.drafts, v)
		}
	}
	if !own {
		out.kind = last.query.Kind
	}
	return out
}

// elliptic reports whether a question leans on the one before it.
func (r *reading) elliptic() bool {
	if len(r.words) == 0 {
		return false
	}
	if leaning[r.words[0].Text] || r.empty() && len(r.dates) == 0 && !has(r.cues, Overview) {
		return true
	}
	return len(r.records) == 0 && slices.ContainsFunc(r.words, func(w search.Word) bool { return pronouns[w.Text] })
}

// empty reports whether a question has no subject of its own, parties apart.
func (r *reading) empty() bool {
	for _, t := range r.asked.match.Terms {
		if group, _, ok := r.x.Alias(t.Words); ok && slices.Contains(r.parties, group) {
			continue
		}
		if !r.isCue(t.Words[0].Start) && !t.Unknown {
			return false
		}
	}
	return true
}

// status says how far the findings answer. Where drafts are named, it is they
// that must say something of the field asked about; what others say of it is
// then but the nearest.
func status(q *Query, a *Answer) Status {
	if len(a.Findings) == 0 {
		return NotReported
	}
	first := a.Findings[0].Field
	if len(q.Versions) > 0 && len(q.Fields) > 0 && !lists[q.Kind] && q.Kind != Overview && q.Kind != Events {
		first = q.Fields[0]
	}
	said, silent, others := 0, 0, 0
	for i := range a.Findings {
		f := &a.Findings[i]
		asked := len(q.Versions) == 0 || slices.Contains(q.Versions, f.Record) || slices.Contains(q.Records, f.Record)
		switch {
		case f.State == plan.Lacuna && f.Field == first:
			silent++
		case f.State == plan.Lacuna:
		case asked && (f.Field == first || q.Versions == nil || lists[q.Kind]):
			said++
		default:
			others++
		}
	}
	if lists[q.Kind] && said > 0 && !slices.ContainsFunc(a.Findings, func(f Finding) bool { return f.State != plan.Lacuna && f.Kind != "" }) && len(q.Versions) != 1 {
		return NotReported
	}
	switch {
	case said == 0 && silent > 0:
		for i := range a.Findings {
			f := &a.Findings[i]
			f.Nearest = f.State != plan.Lacuna
		}
		return NotReported
	case said == 0 && others == 0:
		return NotReported
	case silent > 0 && len(q.Versions) > 0 && !lists[q.Kind]:
		return Partly
	}
	return Answered
}

// lists are the kinds answered by a list of differences.
var lists = map[Kind]bool{Same: true, Added: true, Gone: true, Open: true, Unknown: true}

// nearest adds what other records say of the field asked about.
func (s *Session) nearest(r *reading, q *Query, a *Answer) {
	if len(q.Fields) == 0 {
		return
	}
	const most = 4
	n := 0
	for _, c := range r.cells {
		if c.claims != nil && c.field.Field == q.Fields[0] && n < most {
			f := s.finding(c.record, c.field.Topic, c.field.Field)
			f.Nearest = true
			a.Findings = append(a.Findings, f)
			n++
		}
	}
}

// Features of a whole question, for telling whether the records cover it.
const (
	oBias      = iota
	oBest      // the most of it that any cell meets
	oPooled    // the most that any field with its claims meets
	oField     // the most that any field's own words meet
	oUnknown   // weight share of words that nothing in the library has
	oLoose     // of those that only a related word meets
	oDrafts    // it names a draft
	oRecords   // it names another record
	oEmpty     // it has no content
	oScore     // score of the best cell
	oBroad     // it has a cue for a broad answer
	oName      // the best name of a field that it has
	oWhole     // the most that a whole name of a field meets
	oClaim     // the most that a claim alone meets
	oTerms     // how many words it has, by tens
	oDated     // it names a day
	oBeyond    // it asks for an opinion, or of a time after the records
	oBeyondTwo // in two ways
)

func (s *Session) outsideFeatures(r *reading, cells []cell) vector {
	var v vector
	v[oBias] = 1
	for i, c := range cells {
		v[oBest] = max(v[oBest], c.feats[fAll])
		v[oPooled] = max(v[oPooled], c.feats[fPooled])
		v[oClaim] = max(v[oClaim], c.feats[fClaim])
		if i == 0 {
			v[oScore] = float32(c.score) / 10
		}
	}
	for _, f := range r.asked.fields {
		v[oField] = max(v[oField], f[fField])
		v[oName], v[oWhole] = max(v[oName], f[fName]), max(v[oWhole], f[fWhole])
	}
	if total := r.asked.match.Total; total > 0 {
		for _, t := range r.asked.match.Terms {
			switch {
			case r.isCue(t.Words[0].Start):
			case t.Unknown:
				v[oUnknown] += t.Weight / total
			case t.Loose:
				v[oLoose] += t.Weight / total
			}
		}
	} else {
		v[oEmpty] = 1
	}
	for n := range r.cuesOf(Outside) {
		v[min(oBeyond+n, oBeyondTwo)] = 1
	}
	v[oTerms] = float32(len(r.asked.match.Terms)) / 10
	if len(r.dates) > 0 {
		v[oDated] = 1
	}
	if len(r.asked.drafts) > 0 {
		v[oDrafts] = 1
	}
	if len(r.records) > len(r.asked.drafts) {
		v[oRecords] = 1
	}
	for _, k := range []Kind{Overview, Compare, Same, Added, Gone, Open, Unknown, Disputed} {
		if has(r.cues, k) {
			v[oBroad] = 1
		}
	}
	return v
}

// outside reports whether a question is about something else.
func (s *Session) outside(r *reading, q *Query) bool {
	if len(r.cells) == 0 {
		return true
	}
	v := s.outsideFeatures(r, r.cells)
	return dot(&outsideWeights, &v) > 0
}
