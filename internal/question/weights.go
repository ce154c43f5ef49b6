// Code generated from the labelled questions by "go generate ./internal/question"; DO NOT EDIT.

package question

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	1.446, 1.410, 2.585, 0.572, 1.280, -0.344,
	-0.162, -0.182, 1.475, 0.594, 0.101, -0.115,
	2.775, 0.904, 2.911, 1.570, 1.660, 6.384,
	2.063, -1.895, -2.198, 0.307, 0.240, -0.342,
	-4.165, 0.415, 2.184, -1.498, 3.503, 2.446,
	0.807, -0.476, -0.187, 0.623, -1.158, 1.894,
	0.580, 0.650, 0.380, 0.740,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	1.104, 2.043, 3.170, 1.209, 1.606, -0.736,
	-0.021, 0.235, 5.703, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.994, 2.887,
	1.137, 0.728, 2.180, 1.907, 0.000, 1.135,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.108, -0.608, -0.468, -0.178, 4.628, 1.562,
	-1.907, -1.675, -3.966, -1.752, -1.501, -0.246,
	-0.420, -1.079, -0.662, -0.156, 3.607, 2.095,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
