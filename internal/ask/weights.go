// Code generated from the labelled questions by "go generate ./internal/ask"; DO NOT EDIT.

package ask

// weights judge cells, by the features in their order.
var weights = [featureCount]float64{
	2.405, 2.133, 1.642, 0.652, 1.337, -0.280,
	0.391, -0.076, 1.659, 1.122, 0.341, 0.292,
	2.309, 0.482, 2.563, 2.000, 1.559, 6.027,
	2.152, -2.258, -1.805, 0.454, 0.200, -0.586,
	-3.891, 0.996, 1.735, -1.501, 3.423, 2.636,
	0.886, -0.498, -1.051, 1.008, -0.727, 1.889,
	0.735, 0.628, 0.157, 2.327,
}

// fieldWeights judge fields, by the features in their order.
var fieldWeights = [featureCount]float64{
	2.592, 2.471, 1.984, 1.128, 1.464, -0.476,
	1.221, 0.511, 5.954, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 3.652, 3.042,
	1.232, 0.269, 1.560, 2.143, 0.000, 1.178,
	0.000, 0.000, 0.000, 0.000,
}

// outsideWeights judge whole questions: above zero, the records do not cover it, by the features in their order.
var outsideWeights = [featureCount]float64{
	1.089, -0.753, -0.577, -0.340, 3.859, 1.391,
	-1.901, -1.254, -3.656, -1.778, -1.703, -0.491,
	-1.921, -0.509, -0.384, -0.297, 3.601, 2.280,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
	0.000, 0.000, 0.000, 0.000,
}
