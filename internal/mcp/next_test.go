package mcp

import (
	"encoding/json"
	"testing"
)

func TestNextCall(t *testing.T) {
	for _, c := range []struct{ command, want string }{
		{"versions", `{"tool":"versions","arguments":{}}`},
		{"versions --kind event --from 2025-11-01 --to 2025-11-30", `{"tool":"versions","arguments":{"kind":"event"}}`},
		{"show us-28", `{"tool":"show","arguments":{"version":"us-28"}}`},
		{"show us-28 21 --follow", `{"tool":"show","arguments":{"point":21,"version":"us-28"}}`},
		{"show us-28 21c", `{"tool":"show","arguments":{"part":"c","point":21,"version":"us-28"}}`},
		{"show e3-28 army-size.limit", `{"tool":"show","arguments":{"topic":"army-size.limit","version":"e3-28"}}`},
		{"diff us-28 e3-28 --topic nato,eu", `{"tool":"diff","arguments":{"topics":["nato","eu"],"versions":["us-28","e3-28"]}}`},
		{"diff us-28 e3-28 --kind added,changed", `{"tool":"diff","arguments":{"kinds":["added","changed"],"versions":["us-28","e3-28"]}}`},
		{"uptake us-28 e3-28 zelensky-20", `{"tool":"diff","arguments":{"versions":["us-28","e3-28","zelensky-20"]}}`},
		{"diff", `{"tool":"diff","arguments":{}}`},
		{"history army-size.limit --from 2025-11-01 --to 2025-11-30", `{"tool":"history","arguments":{"field":"army-size.limit"}}`},
		{`search "who says \"de facto\"?"`, `{"tool":"search","arguments":{"words":"who says \"de facto\"?"}}`},
		{`search --by "White House" --as-of 2025-11-24`, `{"tool":"search","arguments":{"as_of":"2025-11-24","by":"White House"}}`},
		{`search --publisher "RFE/RL"`, `{"tool":"search","arguments":{"publisher":"RFE/RL"}}`},
		{`search "22 points" --as-of 2025-11-24`, `{"tool":"search","arguments":{"as_of":"2025-11-24","words":"22 points"}}`},
		{"show us-28 21 --follow --only-sources seeds --basis text,said", `{"tool":"show","arguments":{"basis":["text","said"],"only_sources":["seeds"],"point":21,"version":"us-28"}}`},
		{"history army-size.limit --as-of 2025-11-24", `{"tool":"history","arguments":{"as_of":"2025-11-24","field":"army-size.limit"}}`},
		{"help states", `null`}, // no tool tells it: the instructions do
		{"", `null`},
	} {
		if got, _ := json.Marshal(nextOf(c.command)); string(got) != c.want {
			t.Errorf("%s: %s, want %s", c.command, got, c.want)
		}
	}
}
