package browse

import tea "github.com/charmbracelet/bubbletea"

// overlay is what takes the keys in place of the panes, until it closes.
type overlay interface {
	update(m *Model, key tea.KeyMsg)
	wheel(m *Model, by int)
	click(m *Model, line int) // counted from the first line of the overlay
	hint(m *Model) []string   // its keys, the most needed first
}

// over is the overlay that has the keys; nil: the panes have them.
func (m *Model) over() overlay {
	if len(m.overlays) == 0 {
		return nil
	}
	return m.overlays[len(m.overlays)-1]
}

func (m *Model) push(o overlay) { m.overlays = append(m.overlays, o) }

// pop closes the overlay that has the keys; what it was opened from is as
// before.
func (m *Model) pop() { m.overlays = m.overlays[:len(m.overlays)-1] }

// shown is the overlay that is drawn in place of panes: the uppermost that is
// no prompt, so that what a prompt was opened from stays in sight; nil for
// none.
func (m *Model) shown() overlay {
	for i := len(m.overlays) - 1; i >= 0; i-- {
		if _, asks := m.overlays[i].(*prompt); !asks {
			return m.overlays[i]
		}
	}
	return nil
}

// text is the uppermost text over the panes that a command prints; nil for
// none.
func (m *Model) text() *reader {
	for i := len(m.overlays) - 1; i >= 0; i-- {
		if r, ok := m.overlays[i].(*reader); ok && r.command != "" {
			return r
		}
	}
	return nil
}

// common carries out the keys that mean the same in every text and list over
// the panes.
func (m *Model) common(act, openedBy action) {
	switch {
	case act == leave || act == quit || act == openedBy && act != none:
		m.pop()
	case act == help:
		m.showKeys()
	case act == question:
		m.ask()
	case act == copyCommand:
		m.copyCommand()
	case act == exportTopic || act == exportAll:
		m.status = "only a comparison is written to a file; Esc goes back to it, c copies the command"
	default:
		m.status = noSuchKey
	}
}

const noSuchKey = "no such key here; ? shows the keys"
