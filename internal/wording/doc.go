// Package wording has every word and symbol that a reader sees for a state, a
// kind of difference, a basis, a remark, a count or a day, once. Renderers and
// answers take their words from here; nothing in it decides what is so.
//
//	compare.Kind, plan.State, plan.Basis ──> Mark (symbol, word, tone)
//	compare.Content, plan.Claim, dates   ──> text
//	texts that records have alike        ──> MainAccounts, with the names of the records
package wording
