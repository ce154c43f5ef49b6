package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"plandiff/internal/intake"
)

// numbered is a text of so many points, one a line.
func numbered(points int) []byte {
	words := strings.Fields("the parties shall confirm within days a ceasefire that is monitored along the line of contact by a council of [eight] states")
	var b strings.Builder
	for i := range points {
		fmt.Fprintf(&b, "%d. Point on topic %d:", i+1, i%14)
		for j := range 12 + i%28 {
			b.WriteByte(' ')
			b.WriteString(words[(i*7+j*3)%len(words)])
		}
		b.WriteString(".\n")
	}
	return []byte(b.String())
}

// The cost of a hundred thousand points is about ten times that of ten thousand.
func BenchmarkRead(b *testing.B) {
	for _, points := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(points), func(b *testing.B) {
			data := numbered(points)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				doc, err := intake.Read("d.txt", data, intake.Options{})
				if err != nil || len(doc.Points) != points {
					b.Fatal(len(doc.Points), err)
				}
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	doc, err := intake.Read("d.txt", numbered(10_000), intake.Options{})
	if err != nil {
		b.Fatal(err)
	}
	lib := vocabulary()
	for b.Loop() {
		doc.Find(lib)
	}
}
