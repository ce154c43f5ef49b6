package browse

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/browse/hideterm"
)

// terminalName is what the terminal is called. It has its name back once this
// package is ready, which is after all that it imports.
var terminalName = hideterm.Restore()

// Run walks until the reader quits. The screen is as before on every way out:
// quitting, a signal, an internal error, which Run then raises again.
func Run(m *Model, in io.Reader, out io.Writer) error {
	g := &guard{Model: m, out: out}
	p := tea.NewProgram(g, tea.WithInput(in), tea.WithOutput(out), tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithoutSignalHandler())
	g.quit = p.Quit
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer signal.Stop(signals)
	ended := make(chan struct{})
	defer close(ended)
	go func() {
		select {
		case <-signals:
			p.Quit()
		case <-ended:
		}
	}()
	_, err := p.Run()
	if g.fault != "" {
		panic(g.fault)
	}
	if err != nil {
		return fmt.Errorf("drawing on the terminal %q: %w", terminalName, err)
	}
	return nil
}

// guard keeps an internal error until the screen is restored.
type guard struct {
	*Model
	out   io.Writer
	quit  func()
	fault string
}

func (g *guard) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	defer g.catch(&cmd)
	if text, ok := msg.(clipboard); ok {
		_, err := io.WriteString(g.out, ansi.SetSystemClipboard(string(text)))
		if err != nil {
			return g, tea.Quit
		}
		return g, nil
	}
	_, cmd = g.Model.Update(msg)
	return g, cmd
}

func (g *guard) View() (text string) {
	if g.fault != "" {
		return ""
	}
	defer func() {
		if fault := recover(); fault != nil {
			g.fault = fmt.Sprintf("%v\n%s", fault, debug.Stack())
			go g.quit() // it waits for the loop that is drawing
		}
	}()
	return g.Model.View()
}

func (g *guard) catch(cmd *tea.Cmd) {
	if fault := recover(); fault != nil {
		g.fault = fmt.Sprintf("%v\n%s", fault, debug.Stack())
	}
	if g.fault != "" {
		*cmd = tea.Quit
	}
}
