// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	2.412, 2.062, 1.729, 0.634, 1.328, -0.287,
	0.403, -0.088, 1.693, 1.117, 0.341, 0.293,
	2.294, 0.455, 2.553, 1.958, 1.544, 6.042,
	2.154, -2.248, -1.805, 0.450, 0.194, -0.574,
	-3.928, 0.991, 1.726, -1.492, 3.417, 2.639,
	0.887, -0.512, -1.028, 0.993, -0.735, 1.905,
	0.724, 0.624, 0.163, 2.331,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	2.612, 2.395, 2.078, 1.128, 1.467, -0.490,
	1.234, 0.497, 5.978, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.646, 3.055,
	1.235, 0.274, 1.565, 2.123, 0.000, 1.181,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.076, -0.817, -0.649, -0.373, 3.878, 1.399,
	-1.898, -1.266, -3.655, -1.680, -1.706, -0.486,
	-1.943, -0.561, -0.380, -0.305, 3.612, 2.274,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
