// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	2.414, 2.094, 1.642, 0.656, 1.324, -0.299,
	0.388, -0.071, 1.666, 1.130, 0.341, 0.291,
	2.323, 0.442, 2.571, 1.958, 1.542, 6.014,
	2.155, -2.257, -1.811, 0.453, 0.199, -0.585,
	-3.899, 0.996, 1.734, -1.499, 3.418, 2.635,
	0.887, -0.498, -1.021, 0.996, -0.735, 1.892,
	0.723, 0.636, 0.162, 2.354,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	2.625, 2.429, 1.969, 1.137, 1.457, -0.496,
	1.235, 0.511, 5.957, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.639, 3.050,
	1.235, 0.264, 1.565, 2.126, 0.000, 1.125,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.090, -0.760, -0.587, -0.352, 3.853, 1.399,
	-1.902, -1.251, -3.657, -1.770, -1.697, -0.514,
	-1.857, -0.510, -0.380, -0.295, 3.617, 2.276,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
