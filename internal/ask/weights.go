// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	2.396, 2.124, 1.604, 0.651, 1.378, -0.279,
	0.390, -0.084, 1.675, 1.143, 0.322, 0.288,
	2.344, 0.456, 2.595, 1.957, 1.530, 6.011,
	2.155, -2.257, -1.807, 0.452, 0.203, -0.584,
	-3.899, 0.988, 1.733, -1.498, 3.399, 2.653,
	0.890, -0.503, -1.015, 0.988, -0.734, 1.889,
	0.730, 0.641, 0.167, 2.326,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	2.596, 2.471, 1.959, 1.133, 1.475, -0.468,
	1.231, 0.500, 5.965, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.640, 3.062,
	1.248, 0.258, 1.574, 2.113, 0.000, 1.171,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.086, -0.759, -0.580, -0.300, 3.845, 1.384,
	-1.928, -1.249, -3.646, -1.765, -1.699, -0.431,
	-2.151, -0.516, -0.368, -0.304, 3.611, 2.281,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
