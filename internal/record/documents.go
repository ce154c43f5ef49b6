package record

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"

	"plandiff/internal/plan"
)

// Evidence is the outcome of holding claims against the founding documents.
type Evidence struct {
	Documents int // founding documents found
	Verified  int // claims whose phrase stands in the paragraph they name
	Problems  Problems
}

// CheckDocuments finds each founding document in a folder by its SHA-256 and
// looks up every claim that rests on it: the phrase must stand, whole words
// and letter for letter, in the paragraph that the claim names. A paragraph
// is a non-blank line, counted from 1, or, in a text whose lines were broken at
// a width, what blank lines set off. What typesetting and extraction do to a
// text is allowed for. The library must come from Load, so that claims know
// where they are written.
func CheckDocuments(lib *plan.Library, dir fs.FS) (Evidence, error) {
	var ev Evidence
	docs, err := documents(dir)
	if err != nil {
		return ev, err
	}
	texts := map[string][]paragraph{}
	for _, s := range lib.Sources {
		if !s.Founding() {
			continue
		}
		data, ok := docs[s.SHA256]
		if !ok {
			ev.Problems = append(ev.Problems, Problem{Pos: s.Pos,
				Msg:  fmt.Sprintf("no file with the SHA-256 of %s (%s)", s.ID, s.File),
				Hint: "put the unchanged document into the folder"})
			continue
		}
		ev.Documents++
		texts[s.ID] = paragraphs(data)
	}
	for _, r := range lib.Records {
		for _, fc := range r.Fields {
			for i := range fc.Claims {
				c := &fc.Claims[i]
				paras, ok := texts[c.Source]
				if !ok {
					continue
				}
				msg, hint := checkPhrase(c, paras)
				if c.Source == r.Wording {
					msg, hint = checkKept(r, c)
				}
				if msg != "" {
					ev.Problems = append(ev.Problems, Problem{Pos: c.Pos, Msg: fmt.Sprintf("%s %s, claim %s: %s", r.ID, fc.Field, claimName(c), msg), Hint: hint})
				} else {
					ev.Verified++
				}
			}
		}
	}
	ev.Problems = ev.Problems.sorted()
	return ev, nil
}

func claimName(c *plan.Claim) string {
	if c.ID != "" {
		return c.ID
	}
	return "of " + c.Source
}

// documents reads the regular files at the top of a folder by their SHA-256.
func documents(dir fs.FS) (map[string]string, error) {
	entries, err := fs.ReadDir(dir, ".")
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, e := range entries {
		info, err := fs.Stat(dir, e.Name())
		if errors.Is(err, fs.ErrNotExist) || err == nil && (!info.Mode().IsRegular() || info.Size() > maxFile) {
			continue
		}
		if err != nil {
			return nil, err
		}
		data, err := fs.ReadFile(dir, e.Name())
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(data)
		out[hex.EncodeToString(sum[:])] = string(data)
	}
	return out, nil
}

var paragraphPattern = pattern(`^paragraph ([1-9][0-9]{0,5})$`)

// checkKept says what is wrong with the evidence of a claim that rests on the
// wording that its record keeps; "" if nothing is.
func checkKept(r *plan.Record, c *plan.Claim) (msg, hint string) {
	stands := func(p plan.Point) bool { return c.StandsAt(&p) && paragraph{spelt(p.Wording)}.holds(c.Phrase) }
	if c.Phrase == "" || slices.ContainsFunc(r.Points, stands) {
		return "", ""
	}
	return fmt.Sprintf("the phrase %q is not in the wording of its point", c.Phrase), ""
}

// checkPhrase says what is wrong with a claim's evidence; "" if nothing is.
func checkPhrase(c *plan.Claim, paras []paragraph) (msg, hint string) {
	if c.Phrase == "" {
		return "it has no phrase", "give at most 8 words of the paragraph"
	}
	m := paragraphPattern().FindStringSubmatch(c.At)
	if m == nil {
		return fmt.Sprintf("%q does not name a paragraph", c.At), `for example "at: paragraph 29"`
	}
	number, _ := strconv.Atoi(m[1])
	if number > len(paras) {
		return fmt.Sprintf("the document has %d paragraphs, not %d", len(paras), number), ""
	}
	if paras[number-1].holds(c.Phrase) {
		return "", ""
	}
	where := slices.IndexFunc(paras, func(p paragraph) bool { return p.holds(c.Phrase) })
	if where >= 0 {
		hint = fmt.Sprintf("it is in paragraph %d", where+1)
	}
	return fmt.Sprintf("the phrase %q is not in paragraph %d", c.Phrase, number), hint
}
