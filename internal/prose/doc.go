// Package prose works on strings: it cleans what comes from outside, cuts
// text into words, normalises numbers, finds the word-level difference of
// two texts and the nearest of several names. It knows nothing of plans.
//
//	outside ── Clean ──> string ── Tokens ──> words ── Diff ──> spans of old and new
package prose
