// Package table makes the complete tree of every view: columns, an overview,
// lists, and sections of rows whose cells hold typed lines of marked words,
// with one register of numbered sources. It decides what stands where of that
// which compare, redline and search found, and takes its words from wording. It
// knows neither terminals nor file formats.
//
//	compare.Comparison, History, Origins, ... ─┐
//	redline.Comparison, align.Matching        ─┼──> Tree ──> screen, export, jsonout
//	search.Hit                                ─┘
package table
