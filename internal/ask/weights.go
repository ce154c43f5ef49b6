// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	1.489, 1.990, 1.660, 1.016, 1.194, -0.221,
	-0.288, -0.254, 1.926, 0.655, 0.204, -0.105,
	2.507, 0.481, 2.421, 1.891, 1.486, 6.180,
	2.114, -2.120, -1.895, 0.382, 0.145, -0.544,
	-4.314, 0.833, 2.093, -1.557, 3.645, 2.354,
	1.114, -0.411, -0.006, 0.886, -1.534, 1.878,
	0.703, 0.820, 0.072, 1.907,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	1.246, 2.544, 1.970, 1.741, 1.302, -0.510,
	-0.011, 0.350, 6.597, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.770, 2.909,
	1.408, 0.800, 2.007, 1.948, 0.000, 0.874,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.105, -0.798, -0.618, -0.432, 4.297, 1.583,
	-1.861, -1.596, -3.707, -1.566, -1.827, -0.844,
	-1.439, -0.502, -0.488, -0.239, 3.635, 2.184,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
