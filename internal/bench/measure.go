package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
)

// leastOutput is how many bytes a command writes at least that has done its
// work: a refusal is not measured as a success.
const leastOutput = 100

// build compiles a command, named by its import path, into a folder, with the
// dependencies of the module that lies at another.
func build(dir, module, pkg string) (string, error) {
	out := filepath.Join(dir, filepath.Base(pkg))
	cmd := exec.Command("go", "build", "-o", out, pkg)
	cmd.Dir = module
	if text, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building %s: %w\n%s", pkg, err, text)
	}
	return out, nil
}

// long is the time in seconds after which a run is not repeated.
const long = 3

// cpu is the least user and system time, in seconds, of several runs.
func cpu(name string, args ...string) (float64, error) {
	least := math.Inf(1)
	for range runs {
		cmd := exec.Command(name, args...)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) { // 1: there are differences
			return 0, fmt.Errorf("running %s %v: %w", name, args, err)
		}
		if len(out) < leastOutput {
			return 0, fmt.Errorf("running %s %v: it wrote only %q", name, args, out)
		}
		least = min(least, (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds())
		if least > long {
			break
		}
	}
	return least, nil
}

// exponent is e where cost grew with n^e from one size to another.
func exponent(fromN, toN int, from, to float64) float64 {
	return math.Log(to/from) / math.Log(float64(toN)/float64(fromN))
}
