package record

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
)

// numberPattern: a bound, then plain digits without leading zeros; no
// exponents, groups or octals, which people and YAML read differently.
var numberPattern = regexp.MustCompile(`^(<=|>=|<|>|~)? ?(-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?)$`)

var moneyPattern = regexp.MustCompile(`^((thousand|million|billion|trillion) )?[A-Z]{3}$`)

// readValue reads what a claim says into a value of the field's kind; the
// zero value if the claim has no content. A clause that was struck has words
// in any field: how the source puts it.
func (r *reader) readValue(value, words, unit *yaml.Node, field *plan.Field, struck bool) plan.Value {
	if unit != nil && value == nil {
		r.bad(unit, "take it out", "a unit belongs to a value")
	}
	if words != nil {
		if !struck && !field.Kind.Numeric() && field.Kind != plan.DateKind {
			r.bad(words, "use value", "the field %s is of kind %s and has no words beside its value", field.ID, field.Kind)
		}
		return plan.Value{Text: r.text(words)}
	}
	if value == nil {
		return plan.Value{}
	}
	if unit != nil && !field.Kind.Numeric() {
		r.bad(unit, "take it out", "a field of kind %s has no unit", field.Kind)
	}
	switch field.Kind {
	case plan.List:
		items := r.list(value)
		if len(items) == 0 {
			r.bad(value, "name the items or take the key out", "the list is empty")
		}
		return plan.Value{Items: items}
	case plan.DateKind:
		var v plan.Value
		r.date(&v.Date)(value)
		return v
	case plan.Choice:
		var v plan.Value
		word(r, &v.Text, field.Choices)(value)
		return v
	case plan.Text:
		return plan.Value{Text: r.text(value)}
	}
	return r.readNumber(value, unit, field)
}

func (r *reader) readNumber(value, unit *yaml.Node, field *plan.Field) plan.Value {
	s := r.text(value)
	if s == "" {
		return plan.Value{}
	}
	m := numberPattern.FindStringSubmatch(s)
	if m == nil {
		r.bad(value, `plain digits such as 600000, with < <= > >= or ~ before them; use "words" for what is told in words`,
			"%q is no %s", s, field.Kind)
		return plan.Value{}
	}
	v := plan.Value{HasNumber: true, Bound: plan.Bound(m[1]), Unit: field.Unit}
	v.Number, _ = strconv.ParseFloat(m[2], 64)
	if field.Kind == plan.Count && v.Number != math.Trunc(v.Number) {
		r.bad(value, "", "a count is a whole number, not %s", s)
	}
	if unit != nil {
		u := r.text(unit)
		if u != field.Unit && !(field.Kind == plan.Money && moneyPattern.MatchString(u)) {
			hint := "take it out or correct it"
			if field.Kind == plan.Money {
				hint = `a unit of money looks like "billion EUR"`
			}
			r.bad(unit, hint, "the field %s is in %s, not in %s", field.ID, strings.TrimSpace(field.Unit), u)
		}
		v.Unit = u
	}
	return v
}
