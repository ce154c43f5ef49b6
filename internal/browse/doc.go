// Package browse walks through a comparison in the terminal: topics at the
// left, the comparison of one topic at the right, and below it the claims of
// the cell in focus. It holds nothing that the commands do not also give, and
// always says which command that is. It knows neither records nor how they are
// compared: a Desk makes the trees, and package screen draws their parts.
//
//	keys ──> Model.Update ──> Query ──> Desk ──> table.Tree ──> Model.View
package browse
