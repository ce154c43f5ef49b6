package lexicon

import "strings"

// Words that make the shape of a name.
var (
	planNouns  = set("plan draft text version paper document proposal framework")
	pointNouns = set("point article clause item provision")
	glue       = set("of and for by s de")
	articles   = set("the a an")
	every      = set("which each every any all")
	ordinals   = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
)

// PlanNoun reports whether a word is one for a version of a text.
func PlanNoun(word string) bool { return planNouns[strings.TrimSuffix(word, "s")] }

// PointNoun reports whether a word is one for a part of a text.
func PointNoun(word string) bool { return pointNouns[strings.TrimSuffix(word, "s")] }

// Every reports whether a word asks about all of several.
func Every(word string) bool { return every[word] }

func set(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}
