// Code generated from the labelled questions by "go generate ./internal/question"; DO NOT EDIT.

package question

// weights are those of the features, in their order.
var weights = [featureCount]float64{
	1.752,
	1.423,
	2.915,
	0.511,
	1.357,
	-0.031,
	-0.288,
	-0.419,
	1.353,
	0.580,
	0.019,
	-0.151,
	2.748,
	0.955,
	3.427,
	2.460,
	1.879,
	6.088,
	2.548,
	-1.790,
	-2.238,
	0.016,
	0.448,
	-0.404,
	-4.091,
	0.189,
	2.252,
	-1.644,
	3.141,
	2.760,
	0.911,
	-0.139,
}
