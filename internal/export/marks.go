package export

import "plandiff/internal/compare"

// look is how a mark of the matrix is drawn. The symbol and the words say
// it; the colour only repeats them.
type look struct {
	symbol string
	ground string // colour behind
}

var looks = map[compare.Mark]look{
	compare.MarkDiffers:  {"≠", "#FFE2B8"},
	compare.MarkDeleted:  {"−", "#F9CFCB"},
	compare.MarkDisputed: {"?", "#F3D6F5"},
	compare.MarkOpen:     {"◇", "#E3DAFA"},
	compare.MarkMoved:    {"→", "#CFE3F7"},
	compare.MarkValue:    {"●", "#D8EEDC"},
	compare.MarkAbsent:   {"○", "#EFEFEF"},
	compare.MarkUnknown:  {"·", "#FFFFFF"},
}

// markWord is a mark in words.
func markWord(m *compare.Matrix, mark compare.Mark) string {
	if mark == compare.MarkDiffers {
		return "differs from " + safe(m.Base.ID)
	}
	return string(mark)
}

// kindSymbols stand beside the word of a kind.
var kindSymbols = map[compare.Kind]string{
	compare.Changed: "≠", compare.Removed: "−", compare.Added: "+", compare.Severed: "→", compare.Open: "◇",
	compare.Disputed: "?", compare.Reworded: "≈", compare.Unknown: "·", compare.Same: "=",
}

// kindGrounds are the colours behind the cells of a kind in a workbook.
var kindGrounds = map[compare.Kind]string{
	compare.Changed: "#FFF1DC", compare.Removed: "#FCE4E2", compare.Added: "#E4F4E7", compare.Severed: "#E0EDFA",
	compare.Open: "#EEE8FC", compare.Disputed: "#F8E6F9", compare.Reworded: "#E0F2F4", compare.Unknown: "#F4F4F4",
}
