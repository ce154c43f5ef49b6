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
package main
