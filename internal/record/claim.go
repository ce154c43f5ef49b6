package record

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// MaxPhrase is how many words of a source a record may repeat as evidence.
const MaxPhrase = 8

var partPattern = pattern(`^[A-Za-z]$`)

// claimReader is where a record's claims are read, one after the other, so that
// what each key does is set up once for a record.
type claimReader struct {
	claim                    plan.Claim
	field                    *plan.Field
	value, words, unit, also *yaml.Node
	keys, evidence           keys // of a claim; of a further source of one
}

// claimKeys is what may stand in a claim.
func (r *recordReader) claimKeys() keys {
	c := &r.now.claim
	out := r.evidenceKeys()
	for key, handle := range (keys{
		"id":    r.slug(&c.ID),
		"value": func(n *yaml.Node) { r.now.value = n },
		"words": func(n *yaml.Node) { r.now.words = n },
		"unit":  func(n *yaml.Node) { r.now.unit = n },
		"also":  func(n *yaml.Node) { r.now.also = n },

		"state": word(r.reader, &c.State, []plan.State{plan.Present, plan.Bracketed, plan.Deleted, plan.Severed}),
		"to":    r.into(&c.To), "proponent": r.into(&c.Proponent),
		"polarity": func(n *yaml.Node) {
			polarity := ""
			word(r.reader, &polarity, []string{"asserts", "denies"})(n)
			c.Denies = polarity == "denies"
		},
		"outline": r.truth(&c.Outline), "terms_unread": r.truth(&c.TermsUnread), "changed_from": r.into(&c.ChangedFrom), "kept_from": r.into(&c.KeptFrom), "adopted_from": r.into(&c.AdoptedFrom),
		"part": r.readPart,
		"rank": word(r.reader, &c.Rank, []plan.Rank{plan.Preferred, plan.Normal, plan.Deprecated}),
	}) {
		out[key] = handle
	}
	return out
}

// evidenceKeys are the keys that tell of a source, shared by a claim and by
// the further sources of one.
func (r *recordReader) evidenceKeys() keys {
	c := &r.now.claim
	dated := "" // how the date is known: for those who keep the records
	return keys{
		"source": r.into(&c.Source), "via": r.intoList(&c.Via), "at": r.into(&c.At),
		"basis":      word(r.reader, &c.Basis, plan.Bases),
		"qualifiers": func(n *yaml.Node) { c.Qualifiers = r.readQualifiers(n, r.now.field) },
		"phrase":     r.into(&c.Phrase), "wording": r.truth(&c.Wording), "by": r.into(&c.By),
		"date": r.date(&c.Date), "dated": word(r.reader, &dated, []string{"stated", "part-stated", "derived", "as-of"}),
		"hedged": r.truth(&c.Hedged), "note": r.into(&c.Note),
	}
}

func (r *recordReader) readPart(n *yaml.Node) {
	part := r.text(n)
	switch {
	case part == "":
	case !partPattern().MatchString(part):
		r.bad(n, "a single letter", "%q is no sub-point", part)
	case r.point == nil || r.point.Number == 0:
		r.bad(n, "", "a sub-point needs a numbered point to stand under")
	case len(r.point.Parts) > 0 && !slices.Contains(r.point.Parts, part):
		r.bad(n, "its parts: "+strings.Join(r.point.Parts, ", "), "point %d has no part %q", r.point.Number, part)
	}
	r.now.claim.Part = part
}

// readClaim reads one claim and those of the further sources listed with it.
func (r *recordReader) readClaim(n *yaml.Node, field *plan.Field) {
	now := &r.now
	now.claim = plan.Claim{State: plan.Present, Rank: plan.Normal, Pos: r.pos(n)}
	now.field, now.value, now.words, now.unit, now.also = field, nil, nil, nil, nil
	if r.point != nil {
		now.claim.Point, now.claim.Label = r.point.Number, r.point.Label
	}
	seen := r.mapping(n, "a claim", now.keys, "source", "basis")
	if n.Kind != yaml.MappingNode {
		return
	}
	c := &now.claim
	if c.ID != "" {
		if first, twice := r.claims[c.ID]; twice {
			r.bad(seen.at("id"), "it is already at "+first.String(), "duplicate claim %s", c.ID)
		}
		r.claims[c.ID] = c.Pos
	}
	c.Outline = c.Outline || c.ChangedFrom != "" || c.KeptFrom != ""
	c.Value = r.readValue(now.value, now.words, now.unit, field, c.State == plan.Deleted)
	r.checkContent(n, seen, c)
	r.checkEvidence(n, seen, c)
	for _, link := range [...]struct{ key, id string }{
		{"changed_from", c.ChangedFrom}, {"kept_from", c.KeptFrom}, {"adopted_from", c.AdoptedFrom},
	} {
		if link.id != "" {
			r.later = append(r.later, func() { r.needRecord(seen.at(link.key), link.id) })
		}
	}
	r.put(field.ID, *c)
	if now.also != nil {
		main := *c
		r.items(now.also, func(n *yaml.Node) { r.readAlso(n, field, main) })
	}
}

// readQualifiers reads the terms of a claim, which the vocabulary declares for
// its field, and writes each as it is declared, so that two records say one
// thing in one way.
func (r *recordReader) readQualifiers(n *yaml.Node, field *plan.Field) []string {
	var out []string
	r.each(n, func(n *yaml.Node) {
		s := r.text(n)
		if s == "" {
			return
		}
		term, declared := r.fields[field.ID].terms[prose.Fold(s)]
		switch {
		case !declared:
			r.bad(n, r.nearTerm(s, field), "the field %s has no term %q", field.ID, s)
		case slices.Contains(out, term):
			r.bad(n, "keep one", "duplicate term %q", term)
		default:
			out = append(out, term)
		}
	})
	return out
}

// nearTerm words a hint for a term that is not declared.
func (r *reader) nearTerm(term string, field *plan.Field) string {
	const declare = "declare it under terms of the field"
	if near := r.suggest(term, field.Terms); near != "" {
		return near + "; or " + declare
	}
	return declare
}

// readAlso adds the claim of a further source: the same content, with its own
// evidence. A source that does not reproduce the text reports it. Its terms are
// those of the claim unless it names its own, its speaker only where both know
// it in one way, and its day is never another source's.
func (r *recordReader) readAlso(n *yaml.Node, field *plan.Field, main plan.Claim) {
	r.now.claim = main
	c := &r.now.claim
	c.ID, c.Source, c.Via, c.At, c.Phrase, c.Note, c.Date, c.Pos = "", "", nil, "", "", "", "", r.pos(n)
	c.Hedged, c.Wording = false, false
	var seen found
	if n.Kind == yaml.ScalarNode {
		c.Source = r.text(n)
		seen = found{{"source", n}}
	} else {
		seen = r.mapping(n, "a further source", r.now.evidence, "source")
	}
	if seen.at("basis") == nil && c.Basis == plan.BasisText {
		if s := r.sources[c.Source]; s != nil && s.Kind != plan.SourceText {
			c.Basis = plan.BasisReported
		}
	}
	if c.Basis != main.Basis && seen.at("by") == nil {
		c.By = ""
	}
	r.checkEvidence(n, seen, c)
	r.put(field.ID, *c)
}

// checkContent refuses claims whose state and content do not go together.
func (r *recordReader) checkContent(n *yaml.Node, seen found, c *plan.Claim) {
	hasContent := seen.at("value") != nil || seen.at("words") != nil
	switch {
	case seen.at("value") != nil && seen.at("words") != nil:
		r.bad(seen.at("words"), "keep one", "a claim has either a value or words")
	case c.State == plan.Deleted && seen.at("value") != nil:
		r.bad(seen.at("value"), `how the source puts it goes into "words"`, "a clause that was deleted has no value")
	case (c.State == plan.Severed) != (c.To != ""):
		r.bad(n, `for example "state: severed" with "to: separate US-Russia format"`, "severed and the key %q belong together", "to")
	case c.Proponent != "" && c.State != plan.Bracketed:
		r.bad(seen.at("proponent"), `add "state: bracketed"`, "only a bracketed alternative has a proponent")
	case c.State == plan.Present && !hasContent && !c.Denies && !c.Outline:
		r.bad(n, "give a value or words, or mark the claim outline: true", "the claim has no value")
	case c.ChangedFrom != "" && c.KeptFrom != "":
		r.bad(n, "keep one", "a clause is either changed or kept")
	case c.Denies && c.State != plan.Present:
		r.bad(seen.at("polarity"), "", "a denial goes with the state present")
	}
}

// checkEvidence refuses claims whose source, basis, phrase and speaker do not
// go together.
func (r *recordReader) checkEvidence(n *yaml.Node, seen found, c *plan.Claim) {
	at := func(key string) *yaml.Node {
		if k := seen.at(key); k != nil {
			return k
		}
		return n
	}
	r.needSource(at("source"), c.Source)
	for _, id := range c.Via {
		r.needSource(at("via"), id)
	}
	if s := r.sources[c.Source]; s != nil {
		if c.Basis == plan.BasisText && s.Kind != plan.SourceText {
			r.bad(at("basis"), "quoted or reported, or correct the card", "the card %s is of kind %s and does not reproduce the text", s.ID, s.Kind)
		}
		if s.Unread {
			r.bad(at("source"), "name who repeats it", "nobody has read %s", s.ID)
		}
	}
	if w := prose.Words(c.Phrase); w > MaxPhrase {
		r.bad(at("phrase"), "shorten it", "the phrase has %d words, and %d are allowed", w, MaxPhrase)
	}
	if c.Wording && (c.Phrase == "" || c.Basis != plan.BasisText && c.Basis != plan.BasisQuoted) {
		r.bad(at("wording"), "", "wording belongs to a phrase of the basis text or quoted")
	}
	if (c.Basis == plan.BasisSaid || c.Basis == plan.BasisTranscript) && c.By == "" {
		r.bad(at("basis"), `add "by"`, "the basis %s needs a speaker", c.Basis)
	}
	if seen.at("dated") != nil && c.Date == "" {
		r.bad(at("dated"), "", "dated belongs to a date")
	}
}
