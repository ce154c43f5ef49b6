// Code generated from the labelled questions by "go generate ./internal/question"; DO NOT EDIT.

package question

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	1.613, 1.480, 2.719, 0.531, 1.234, -0.037,
	-0.116, -0.199, 1.507, 0.680, 0.161, -0.001,
	2.913, 0.947, 3.272, 2.042, 1.810, 6.415,
	2.537, -1.732, -2.165, -0.032, 0.181, -0.331,
	-3.956, 0.172, 2.275, -1.604, 2.846, 2.710,
	0.858, -0.220, 0.086, 0.400, -1.378, 1.860,
	0.815, 0.743,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	1.323, 2.177, 3.300, 1.074, 1.334, -0.244,
	0.088, 0.200, 5.163, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.453, 2.663,
	0.978, 0.438, 2.288, 2.073, 4.726, 0.000,
	0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.358, -0.675, -0.413, -0.114, 3.490, 1.200,
	-1.998, 0.000, -3.799, -2.085, -1.778, -0.238,
	-0.419, -0.890, -0.372, -0.688, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000,
}
