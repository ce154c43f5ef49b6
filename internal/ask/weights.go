// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	1.638, 1.406, 2.464, 0.566, 1.177, -0.303,
	-0.247, -0.142, 1.484, 0.657, 0.128, -0.074,
	2.862, 0.955, 2.887, 1.584, 1.679, 6.371,
	2.069, -2.153, -2.132, 0.236, 0.200, -0.331,
	-3.983, 0.285, 2.074, -1.506, 3.200, 2.474,
	0.821, -0.343, -0.090, 0.645, -1.360, 1.872,
	0.638, 0.652, 0.229, 0.736,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	1.349, 2.060, 3.083, 1.187, 1.468, -0.681,
	0.131, 0.247, 5.747, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.787, 2.912,
	1.129, 0.811, 2.174, 1.973, 0.000, 1.123,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.172, -0.667, -0.499, -0.218, 4.682, 1.555,
	-1.883, -1.655, -3.701, -1.736, -1.376, -0.242,
	-0.417, -1.079, -0.697, -0.184, 3.669, 2.212,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
