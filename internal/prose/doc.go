// Package prose works on strings: it cleans what comes from outside, folds what
// means the same, cuts text into words, normalises numbers, finds the word-level
// difference of two texts and the nearest of several names. It knows nothing of
// plans.
//
//	outside ── Clean ──> string ── Fold, Key ──> what is compared
//	two strings ── Tokens ──> words ── Diff, Inline ──> what stayed, went and came
package prose
