// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	2.362, 2.116, 1.682, 0.691, 1.344, -0.284,
	0.398, -0.054, 1.647, 1.131, 0.366, 0.347,
	2.291, 0.517, 2.593, 1.988, 1.602, 5.945,
	2.167, -2.207, -1.732, 0.478, 0.208, -0.582,
	-3.894, 0.978, 1.752, -1.506, 3.433, 2.637,
	0.890, -0.505, -1.042, 1.064, -0.778, 2.127,
	0.725, 0.628, 0.154, 2.325,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	2.552, 2.450, 2.027, 1.231, 1.509, -0.477,
	1.249, 0.373, 5.998, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.635, 3.050,
	1.235, 0.272, 1.561, 2.197, 0.000, 1.161,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.105, -0.773, -0.606, -0.338, 3.886, 1.370,
	-1.903, -1.529, -3.666, -1.750, -1.710, -0.502,
	-1.924, -0.514, -0.360, -0.283, 3.607, 2.273,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
