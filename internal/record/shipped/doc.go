// Package shipped is the snapshot of the embedded records as Go data, so that
// the program starts without reading YAML. It is generated; package record
// decides whether it still holds.
package shipped
