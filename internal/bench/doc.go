// Command bench measures how the cost of plandiff's commands grows, and what
// other tools need for the same work in the same run. It is a module of its own,
// so that the others do not enter the program's dependencies.
//
//	go run . growth    Shape ── Write ──> workspace of invented records ── plandiff COMMAND ──> CPU seconds
//	go run . peers     the same two versions for each tool ──> wall clock, CPU, memory
//
// Each figure is the least of three runs of a cold process; a run that takes
// longer than three seconds is not repeated, and one that takes three minutes is
// stopped. The exponent e of a row says that cost grew with n^e between its two
// largest sizes.
//
// Of the peers, jd and dyff are built with this module; git, wdiff, daff and
// pandiff are used where they are installed (apt-get install git wdiff pandoc,
// npm install -g daff pandiff). They do less: none has sources, states or terms;
// jd, dyff and daff are given the names of the points, which plandiff finds by
// their words; git and wdiff take a point that moved for one that is gone.
//
// Memory below that of this program, about 10 MiB, is not told apart.
//
// The benchmarks of the tests measure the comparison alone, in memory.
//
// Where the time goes. Of 30,000 fields, a third is taken by reading YAML, five
// times as much of it as dyff is given, a sixth by making records of it, a fifth
// by collecting garbage, a tenth each by comparing and by laying out, less by
// drawing. jd reads JSON, which the standard library does several times as fast:
// it has done before our YAML is read. Of 10,000 points, two thirds is taken by
// finding which correspond, which the others are told or do not ask.
// Of the shipped drafts, a third is taken by packages that get ready, most of it
// by the one for workbooks, which is in the program whatever the command.
//
// Tried and dropped: garbage collected later (GOGC 200, 400 and off: at most 6 %
// less CPU for 1.3, 1.6 and 2.7 times the memory), regular expressions compiled
// when they are first needed (no difference over 150 runs), a program without
// inlining (smaller, and 19 to 43 % slower), one compiled with a profile of these
// comparisons (3 % less CPU for 30,000 fields, no difference for the rest), and
// workbooks written by a package of our own (the program 2 MB smaller, its start a
// sixth faster, for 500 lines that a kept library has). Tried and kept: no first
// collection below 24 MiB; no templates, without which the program is 5 MB smaller
// and starts 9 % faster; one PDF reader for all documents of a run.
package main
