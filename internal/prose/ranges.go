package prose

import (
	"strconv"
	"strings"
)

// Places writes the numbers and labels of points: "1-3, 7, 12bis".
func Places(points []int, labels []string) string {
	return strings.Join(append(ranges(points), labels...), ", ")
}

// Ranges writes sorted numbers with runs drawn together: "1-3, 7".
func Ranges(points []int) string { return strings.Join(ranges(points), ", ") }

func ranges(points []int) []string {
	var parts []string
	for i := 0; i < len(points); {
		j := i
		for j+1 < len(points) && points[j+1] == points[j]+1 {
			j++
		}
		part := strconv.Itoa(points[i])
		if j > i {
			part += "-" + strconv.Itoa(points[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return parts
}
