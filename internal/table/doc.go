// Package table makes the complete tree of every view: columns, an overview,
// lists, and sections of rows whose cells hold typed lines of marked words,
// with one register of numbered sources. It decides what stands where of that
// which package compare found, and takes its words from package wording. It
// knows neither terminals nor file formats.
//
//	compare.Comparison, Single, History, ... ──> Tree ──> screen, export, jsonout
package table
