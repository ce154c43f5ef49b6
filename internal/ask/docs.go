package ask

import (
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// doc is one field of one record as the words by which a question may find
// it: what its claims say, who says it, and what is noted beside.
type doc struct {
	record         int // in index.records
	field          int // in index.fields
	said, by, note phrase
	outlets        []int // in index.outlets, of those who publish it
}

// remark is what a record notes of itself as a whole: its status, and how it
// is known and dated.
type remark struct {
	record int // in index.records
	text   string
	words  phrase
}

// corpus are the docs of a library on some evidence.
type corpus struct {
	ev   compare.Evidence
	docs []doc
	// remarks are notes of whole records; they rest on no claim, so a filter
	// leaves none.
	remarks []remark
}

// corpus gathers the docs of a library whose records are those of the index,
// with the claims that are admitted.
func (x *index) corpus(lib *plan.Library, ev compare.Evidence) *corpus {
	place := make(map[string]int, len(x.fields))
	for i := range x.fields {
		place[x.fields[i].field.ID] = i
	}
	c := &corpus{ev: ev, docs: make([]doc, 0, 1024)}
	for i := range x.records {
		rec := lib.Record(x.records[i].record.ID)
		if rec == nil {
			continue
		}
		if ev.IsZero() {
			for _, text := range [4]string{rec.Status, rec.Note, rec.KnownNote, rec.DateNote} {
				for part := range strings.SplitSeq(text, "; ") {
					if part != "" {
						c.remarks = append(c.remarks, remark{i, part, x.phrase(part)})
					}
				}
			}
		}
		for f := range rec.Fields {
			claims := rec.Fields[f].Claims
			if len(claims) == 0 {
				continue
			}
			d := doc{record: i, field: place[rec.Fields[f].Field]}
			for j := range claims {
				x.read(&d, &claims[j])
			}
			c.docs = append(c.docs, d)
		}
	}
	return c
}

// read adds the words of a claim to a doc.
func (x *index) read(d *doc, c *plan.Claim) {
	add := func(to *phrase, texts ...string) {
		for _, s := range texts {
			if s == "" {
				continue
			}
			for w := range eachWord(s) {
				if !skip(w) {
					*to = append(*to, x.id(w))
				}
			}
			*to = append(*to, gap)
		}
	}
	add(&d.said, c.Value.String(), c.Phrase, c.Proponent, c.To)
	add(&d.said, c.Qualifiers...)
	if w := stateNames[c.Claimed()]; w != "" {
		add(&d.said, w)
	}
	add(&d.by, c.By)
	for _, card := range append([]string{c.Source}, c.Via...) {
		if i, ok := x.outletOf[card]; ok && !slices.Contains(d.outlets, i) {
			d.outlets = append(d.outlets, i)
		}
	}
	add(&d.note, c.Note)
}

// gap stands between texts, so that no phrase is found across them.
const gap = -1

// stateNames are words for what a claim says of a clause without a value.
var stateNames = map[plan.State]string{
	plan.Bracketed: "bracketed not agreed open",
	plan.Deleted:   "deleted taken out",
	plan.Severed:   "separate moved",
	plan.Omitted:   "absent",
}
