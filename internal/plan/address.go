package plan

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WebAddress is an address where a reader may be led; "" for any other. It is
// http or https on the port of its own, by the name of a host, without a
// user's name, which can pass for one, and without characters that end an
// address in some format.
func WebAddress(s string) string {
	if strings.ContainsAny(s, " \"<>\\^`{|}") || strings.ContainsFunc(s, unicode.IsControl) || !utf8.ValidString(s) {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || strings.ContainsAny(u.Host, "[]") || u.User != nil {
		return ""
	}
	own := map[string]string{"https": "443", "http": "80"}[u.Scheme]
	if own == "" || u.Port() != "" && u.Port() != own {
		return ""
	}
	return s
}
