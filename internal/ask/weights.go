// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	1.583, 1.977, 1.734, 1.058, 1.252, -0.297,
	-0.401, -0.096, 1.948, 0.681, 0.166, -0.121,
	2.523, 0.749, 2.446, 1.829, 1.591, 6.406,
	2.155, -2.117, -1.921, 0.430, 0.066, -0.550,
	-4.142, 0.711, 1.985, -1.423, 3.642, 2.248,
	1.155, -0.372, -0.020, 0.886, -1.448, 1.895,
	0.729, 0.775, 0.020, 0.888,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	1.296, 2.562, 2.069, 1.719, 1.459, -0.558,
	-0.044, 0.355, 6.465, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.775, 2.892,
	1.392, 0.793, 2.045, 1.934, 0.000, 0.904,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.073, -0.654, -0.648, -0.474, 4.286, 1.626,
	-1.857, -1.567, -3.688, -1.580, -1.776, -0.823,
	-1.279, -0.538, -0.535, -0.217, 3.599, 2.218,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
