package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"time"
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

const (
	runs  = 3                 // how often a command is run
	long  = 3 * time.Second   // after which a run is not repeated
	limit = 180 * time.Second // after which it is stopped
)

// cost is what a command needed, at least, in several runs.
type cost struct {
	wall, cpu time.Duration // cpu: user and system time, of the processes it started too
	memory    int64         // bytes at the most; 0: not known on this system
	stopped   bool          // by the limit
}

func (c cost) String() string {
	if c.stopped {
		return fmt.Sprintf("stopped after %.0f s", limit.Seconds())
	}
	return fmt.Sprintf("%s s, %s s, %d MiB", seconds(c.wall), seconds(c.cpu), c.memory>>20)
}

// seconds has two digits that count, as far as times are known.
func seconds(d time.Duration) string {
	if d < 100*time.Millisecond {
		return fmt.Sprintf("%.3f", d.Seconds())
	}
	return fmt.Sprintf("%.2f", d.Seconds())
}

// measure runs a command several times, each in a new process.
func measure(name string, args ...string) (cost, error) {
	least := cost{wall: math.MaxInt64, cpu: math.MaxInt64, memory: math.MaxInt64}
	for range runs {
		c, err := once(name, args)
		if err != nil || c.stopped {
			return c, err
		}
		least = cost{wall: min(least.wall, c.wall), cpu: min(least.cpu, c.cpu), memory: min(least.memory, c.memory)}
		if least.wall > long {
			break
		}
	}
	return least, nil
}

func once(name string, args []string) (cost, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	var out counter
	cmd.Stdout = &out
	cmd.WaitDelay = time.Second // children may hold the output open
	begin := time.Now()
	err := cmd.Run()
	wall := time.Since(begin)
	if ctx.Err() != nil {
		return cost{stopped: true}, nil
	}
	if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) { // 1: there are differences
		return cost{}, fmt.Errorf("%s: %w", filepath.Base(name), err)
	}
	if out < leastOutput {
		return cost{}, fmt.Errorf("%s wrote %d bytes only", filepath.Base(name), out)
	}
	return cost{wall: wall, cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), memory: peakMemory(cmd.ProcessState)}, nil
}

// counter counts what is written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// exponent is e where cost grew with n^e from one size to another.
func exponent(fromN, toN int, from, to float64) float64 {
	return math.Log(to/from) / math.Log(float64(toN)/float64(fromN))
}
