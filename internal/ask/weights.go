// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	2.384, 2.045, 1.763, 0.668, 1.319, -0.280,
	0.404, -0.052, 1.668, 1.101, 0.366, 0.335,
	2.274, 0.485, 2.574, 1.954, 1.602, 5.968,
	2.163, -2.205, -1.738, 0.479, 0.200, -0.569,
	-3.920, 0.982, 1.740, -1.496, 3.430, 2.638,
	0.888, -0.510, -1.032, 1.041, -0.777, 2.152,
	0.719, 0.625, 0.156, 2.323,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	2.555, 2.370, 2.120, 1.216, 1.504, -0.481,
	1.247, 0.377, 6.019, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.649, 3.050,
	1.232, 0.280, 1.547, 2.186, 0.000, 1.190,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.089, -0.828, -0.672, -0.378, 3.894, 1.376,
	-1.876, -1.534, -3.671, -1.662, -1.720, -0.486,
	-1.940, -0.561, -0.349, -0.295, 3.629, 2.263,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
