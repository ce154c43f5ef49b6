// Code generated from the labelled questions by "go generate ./internal/question"; DO NOT EDIT.

package question

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	1.822, 1.427, 2.943, 0.514, 1.360, -0.122,
	-0.162, -0.390, 1.335, 0.673, 0.040, -0.164,
	2.721, 0.997, 3.455, 2.506, 1.880, 6.054,
	2.430, -1.662, -2.192, 0.017, 0.423, -0.403,
	-4.019, 0.201, 2.277, -1.629, 3.140, 2.799,
	0.962, -0.069, -0.060, 0.497, -0.886,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	1.382, 2.094, 3.520, 1.026, 1.480, -0.353,
	0.142, -0.046, 5.490, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.709, 2.735,
	0.986, 0.539, 2.262, 2.083, 4.489,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	0.790, -1.917, -1.562, -1.033, 3.704, 1.292,
	-2.123, 0.000, -3.798, -1.839, -1.729, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000,
}
