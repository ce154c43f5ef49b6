// Command generate compresses the PDFium module of the go-pdfium version in
// go.mod. A copy that holds the same module already is left as it is, since
// another release of Go may compress to other bytes.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"plandiff/internal/intake/pdfium"
)

func main() {
	if err := generate(); err != nil {
		fmt.Fprintln(os.Stderr, "compressing PDFium:", err)
		os.Exit(1)
	}
}

func generate() error {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/klippa-app/go-pdfium").Output()
	if err != nil {
		return fmt.Errorf("finding go-pdfium: %w", err)
	}
	module, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "internal", "pdfium_wasm", "pdfium.wasm"))
	if err != nil {
		return err
	}
	if have, err := pdfium.Module(); err == nil && bytes.Equal(have, module) {
		return nil
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(module); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile("pdfium.wasm.gz", b.Bytes(), 0o644)
}
