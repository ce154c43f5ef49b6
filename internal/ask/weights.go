// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	1.590, 1.869, 1.926, 1.427, 1.202, -0.330,
	-0.132, -0.258, 1.868, 0.707, 0.104, -0.287,
	2.547, 0.749, 2.347, 1.510, 1.618, 6.468,
	2.171, -2.060, -1.900, 0.440, 0.045, -0.468,
	-4.076, 0.605, 1.955, -1.436, 3.505, 2.322,
	1.077, -0.411, -0.000, 0.873, -1.504, 1.929,
	0.707, 0.779, -0.011, 0.811,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	1.166, 2.653, 2.320, 2.232, 1.350, -0.596,
	0.186, 0.158, 6.367, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.594, 2.857,
	1.347, 0.728, 2.029, 1.891, 0.000, 1.069,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.090, -0.681, -0.869, -0.766, 4.410, 1.735,
	-1.857, -1.426, -3.733, -1.409, -1.523, -0.985,
	-1.677, -0.516, -0.504, -0.233, 3.651, 2.226,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
