package browse

import tea "github.com/charmbracelet/bubbletea"

// overlay is what takes the keys in place of the panes, until it closes.
type overlay interface {
	update(m *Model, key tea.KeyMsg)
	wheel(m *Model, by int)
	click(m *Model, line int) // counted from the first line of the overlay
	hint() string             // its keys, for the last line of the screen
}
