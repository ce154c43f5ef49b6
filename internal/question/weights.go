// Code generated from the labelled questions by "go generate ./internal/question"; DO NOT EDIT.

package question

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	1.620, 1.505, 2.556, 0.508, 1.290, -0.091,
	-0.336, -0.268, 1.448, 0.596, 0.131, -0.037,
	2.890, 0.857, 3.078, 1.918, 1.745, 6.367,
	2.323, -1.693, -1.946, 0.081, 0.231, -0.353,
	-4.072, 0.524, 2.215, -1.386, 3.566, 2.650,
	0.855, -0.390, -0.016, 0.397, -1.182, 2.014,
	0.714, 0.591, 0.128, 0.703,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	1.346, 2.162, 3.091, 1.014, 1.377, -0.292,
	-0.277, 0.049, 4.993, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 4.109, 2.644,
	0.919, 0.274, 2.169, 1.977, 4.770, 1.740,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.098, -0.700, -0.515, -0.238, 4.637, 1.586,
	-1.709, 0.000, -4.017, -1.767, -1.457, -0.169,
	-0.292, -1.086, -0.792, -0.192, 3.582, 2.152,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
