// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	2.385, 2.093, 1.645, 0.685, 1.357, -0.287,
	0.394, -0.035, 1.664, 1.124, 0.355, 0.347,
	2.325, 0.436, 2.613, 1.928, 1.564, 5.954,
	2.197, -2.209, -1.760, 0.459, 0.209, -0.586,
	-3.883, 0.992, 1.740, -1.496, 3.427, 2.619,
	0.898, -0.491, -1.031, 1.000, -0.739, 2.133,
	0.724, 0.636, 0.140, 2.321,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	2.578, 2.419, 2.005, 1.230, 1.490, -0.467,
	1.258, 0.403, 6.015, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.663, 3.040,
	1.241, 0.265, 1.549, 2.091, 0.000, 1.148,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.085, -0.766, -0.587, -0.340, 3.858, 1.375,
	-1.898, -1.253, -3.653, -1.764, -1.699, -0.461,
	-1.942, -0.507, -0.378, -0.310, 3.616, 2.276,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
