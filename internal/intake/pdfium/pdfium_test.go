package pdfium_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"plandiff/internal/intake/pdfium"
)

// The copy is the module of the go-pdfium in go.mod, byte for byte.
func TestModule(t *testing.T) {
	got, err := pdfium.Module()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/klippa-app/go-pdfium").Output()
	if err != nil {
		t.Skip("the module cache cannot be asked: ", err)
	}
	want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "internal", "pdfium_wasm", "pdfium.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%d bytes that are not the %d of go-pdfium; run go generate ./internal/intake/pdfium", len(got), len(want))
	}
}
