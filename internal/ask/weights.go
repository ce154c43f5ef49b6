// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	2.418, 2.062, 1.731, 0.639, 1.331, -0.272,
	0.401, -0.083, 1.685, 1.126, 0.396, 0.316,
	2.315, 0.466, 2.544, 1.964, 1.507, 6.040,
	2.154, -2.251, -1.806, 0.450, 0.198, -0.580,
	-3.926, 0.987, 1.759, -1.524, 3.424, 2.625,
	0.895, -0.517, -1.003, 0.918, -0.731, 1.908,
	0.730, 0.621, 0.132, 2.334,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	2.625, 2.398, 2.075, 1.134, 1.467, -0.483,
	1.209, 0.491, 5.977, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.661, 3.060,
	1.246, 0.276, 1.598, 2.106, 0.000, 1.180,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.074, -0.821, -0.657, -0.377, 3.874, 1.400,
	-1.900, -1.265, -3.652, -1.690, -1.703, -0.488,
	-1.945, -0.518, -0.379, -0.304, 3.613, 2.272,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
