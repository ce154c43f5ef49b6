// Package plan is the model: versions of a negotiated text, the claims that
// sources make about them, and the vocabulary that gives every field one
// meaning. It is pure data and knows neither files nor rendering.
//
//	Library ─┬─ Topics ── Fields           what can be compared
//	         ├─ Records ─┬─ Points         the numbered provisions
//	         │           └─ Claims         who says what about which field
//	         └─ Sources                    the cards behind the claims
//	Words                                  what people call all this in questions
//
// A field of a version holds claims, never a bare value. What the claims add
// up to (present, bracketed, deleted, omitted, severed, disputed, lacuna) is
// derived by package compare, each time anew, because it depends on what
// evidence the reader admits.
package plan
