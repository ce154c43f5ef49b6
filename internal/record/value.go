package record

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// numberPattern: a bound, then plain digits without leading zeros; no
// exponents, groups or octals, which people and YAML read differently. How long
// it may be is plan.Decimal.Recordable's rule.
var numberPattern = pattern(`^(<=|>=|<|>|~)? ?(-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?)$`)

var moneyPattern = pattern(`^((thousand|million|billion|trillion) )?[A-Z]{3}$`)

// readValue reads what a claim says into a value of the field's kind; the
// zero value if the claim has no content. A clause that was struck has words
// in any field: how the source puts it.
func (r *reader) readValue(value, words, unit *yaml.Node, field *plan.Field, struck bool) plan.Value {
	if unit != nil && value == nil {
		r.bad(unit, "remove it", "a unit belongs to a value")
	}
	if words != nil {
		if !struck && !field.Kind.Numeric() && field.Kind != plan.DateKind {
			r.bad(words, "use value", "the field %s is of kind %s and has no words beside its value", field.ID, field.Kind)
		}
		return inWords(r.text(words))
	}
	if value == nil {
		return plan.Value{}
	}
	if unit != nil && !field.Kind.Numeric() {
		r.bad(unit, "remove it", "a field of kind %s has no unit", field.Kind)
	}
	switch field.Kind {
	case plan.List:
		items := r.list(value)
		if len(items) == 0 {
			r.bad(value, "name the items or remove the key", "the list is empty")
		}
		v := plan.Value{Items: items}
		if key := plan.ItemsKey(items, prose.Fold); key != plan.ItemsKey(items, func(s string) string { return s }) {
			v.Key = key
		}
		return v
	case plan.DateKind:
		var v plan.Value
		r.date(&v.Date)(value)
		return v
	case plan.Choice:
		var v plan.Value
		word(r, &v.Text, field.Choices)(value)
		return inWords(v.Text)
	case plan.Text:
		return inWords(r.text(value))
	}
	return r.readNumber(value, unit, field)
}

func (r *reader) readNumber(value, unit *yaml.Node, field *plan.Field) plan.Value {
	s := r.text(value)
	if s == "" {
		return plan.Value{}
	}
	m := numberPattern().FindStringSubmatch(s)
	if m == nil {
		r.bad(value, `plain digits such as 600000, with < <= > >= or ~ before them; use "words" for what is told in words`,
			"%q is no %s", s, field.Kind)
		return plan.Value{}
	}
	v := plan.Value{Bound: plan.Bound(m[1]), Unit: field.Unit}
	v.Number, _ = plan.ParseDecimal(m[2])
	r.checkReading(value, field, m[2])
	if unit != nil {
		u := r.text(unit)
		if u != field.Unit && !(field.Kind == plan.Money && moneyPattern().MatchString(u)) {
			hint := "remove it or correct it"
			if field.Kind == plan.Money {
				hint = `a unit of money looks like "billion EUR"`
			}
			r.bad(unit, hint, "the field %s is in %s, not in %s", field.ID, strings.TrimSpace(field.Unit), u)
		}
		v.Unit = u
	}
	return v
}

// inWords is a text with the key that it is compared by.
func inWords(s string) plan.Value {
	v := plan.Value{Text: s}
	if key := prose.Fold(s); key != s {
		v.Key = key
	}
	return v
}

// checkReading refuses a number that has two readings: 600.000 is six hundred
// in one country and six hundred thousand in another.
func (r *reader) checkReading(n *yaml.Node, field *plan.Field, s string) {
	whole, frac, point := strings.Cut(s, ".")
	if !point || field.Kind != plan.Count && !strings.HasSuffix(frac, "0") {
		return
	}
	short := strings.TrimRight(strings.TrimRight(s, "0"), ".")
	switch {
	case len(frac) == 3 && strings.TrimLeft(whole, "-0") != "":
		hint := "write " + whole + frac + " for " + group(whole+frac)
		if field.Kind != plan.Count || !strings.Contains(short, ".") {
			hint += ", or " + short + " for " + short
		}
		r.bad(n, hint, "%s can be read as %s or as %s", s, group(whole+frac), short)
	case field.Kind == plan.Count:
		r.bad(n, "write the number without a decimal point", "a count is a whole number, not %s", s)
	default:
		r.bad(n, "write "+short, "the decimals of %s end in 0", s)
	}
}

func group(digits string) string {
	d, err := plan.ParseDecimal(digits)
	if err != nil {
		return digits
	}
	return d.String()
}
