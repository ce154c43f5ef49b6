// Package pick takes parts of lists. It changes none of them, and keeps their order.
package pick

import "slices"

// Keep are those of a list that a test holds for.
func Keep[T any](of []T, test func(T) bool) (out []T) {
	for _, x := range of {
		if test(x) {
			out = append(out, x)
		}
	}
	return out
}

// Drop are those of a list that a test does not hold for.
func Drop[T any](of []T, test func(T) bool) []T {
	return Keep(of, func(x T) bool { return !test(x) })
}

// Preferred are those of a list that a test holds for; all, where it holds for none.
func Preferred[T any](of []T, test func(T) bool) []T {
	if out := Keep(of, test); len(out) > 0 {
		return out
	}
	return of
}

// Or is a list, or another where it has nothing.
func Or[T any](of, other []T) []T {
	if len(of) > 0 {
		return of
	}
	return other
}

// First is the first of a list; the zero value, where it has nothing.
func First[T any](of []T) (first T) {
	if len(of) > 0 {
		return of[0]
	}
	return first
}

// Firstly puts those of a list first that a test holds for.
func Firstly[T any](of []T, test func(T) bool) []T {
	return append(Keep(of, test), Drop(of, test)...)
}

// Rounds takes of a list one of each key in turn, in the order of the list.
func Rounds[T any](of []T, key func(T) string) []T {
	type turn struct {
		x     T
		round int
	}
	turns, seen := make([]turn, 0, len(of)), map[string]int{}
	for _, x := range of {
		turns = append(turns, turn{x, seen[key(x)]})
		seen[key(x)]++
	}
	slices.SortStableFunc(turns, func(a, b turn) int { return a.round - b.round })
	return Each(turns, func(t turn) T { return t.x })
}

// Each makes something of each of a list; of none, nil.
func Each[T, U any](of []T, make func(T) U) []U {
	var out []U
	for _, x := range of {
		out = append(out, make(x))
	}
	return out
}
