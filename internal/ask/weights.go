// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	2.411, 2.062, 1.728, 0.633, 1.327, -0.288,
	0.399, -0.087, 1.694, 1.117, 0.341, 0.292,
	2.293, 0.451, 2.553, 1.957, 1.543, 6.043,
	2.152, -2.249, -1.806, 0.450, 0.194, -0.572,
	-3.928, 0.991, 1.726, -1.492, 3.417, 2.641,
	0.887, -0.513, -1.023, 0.990, -0.736, 1.905,
	0.724, 0.625, 0.166, 2.330,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	2.612, 2.395, 2.077, 1.126, 1.465, -0.491,
	1.231, 0.497, 5.980, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.645, 3.055,
	1.235, 0.273, 1.565, 2.123, 0.000, 1.181,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.076, -0.817, -0.650, -0.373, 3.879, 1.399,
	-1.899, -1.265, -3.654, -1.682, -1.705, -0.486,
	-1.941, -0.558, -0.380, -0.305, 3.613, 2.274,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
