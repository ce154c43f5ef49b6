// Package pdfium carries PDFium, the PDF reader of Chromium, as the WebAssembly
// module that go-pdfium ships, compressed: go-pdfium's own copy would make every
// binary 3 MB larger for those who never read a PDF.
//
//	go-pdfium in go.mod ── generate ──> pdfium.wasm.gz ──> Module
package pdfium

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
)

//go:generate go run ./generate

//go:embed pdfium.wasm.gz
var compressed []byte

// Module is the WebAssembly module, some 6 MB. It is unpacked anew on each call.
func Module() ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(compressed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
