package align

import "slices"

// steady tells which items of a sequence of different places keep its order:
// those that every longest increasing run holds. The others moved. Of two
// neighbours that changed places both did, so that the answer is the same
// with the sequence read from the other side. It costs n log n.
func steady(places []int) []bool {
	n := len(places)
	before := runs(places)
	// The longest run that begins at an item ends there in the mirror.
	mirror := make([]int, n)
	for i, p := range places {
		mirror[n-1-i] = -p
	}
	after := runs(mirror)
	longest := 0
	for _, l := range before {
		longest = max(longest, l)
	}
	at := make([]int, longest+1) // how many items may stand at a place of a longest run
	on := func(i int) bool { return before[i]+after[n-1-i]-1 == longest }
	for i := range places {
		if on(i) {
			at[before[i]]++
		}
	}
	out := make([]bool, n)
	for i := range places {
		out[i] = on(i) && at[before[i]] == 1
	}
	return out
}

// runs gives the length of the longest increasing run that ends at each item.
func runs(places []int) []int {
	out := make([]int, len(places))
	var tails []int // least last item of a run, by its length less one
	for i, p := range places {
		k, _ := slices.BinarySearch(tails, p)
		if k == len(tails) {
			tails = append(tails, p)
		} else {
			tails[k] = p
		}
		out[i] = k + 1
	}
	return out
}
