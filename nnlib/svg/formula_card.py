"""The formula card: the slide's formula, the same for this unit, numbers under their symbols."""

import numpy as np

from nnlib.formula import difference, math, sentence, term
from nnlib.numerals import is_exact, numeral
from nnlib.svg.curve import curve
from nnlib.svg.element import element, plain
from nnlib.svg.matrix import matrix_card
from nnlib.words import say

_LONG = 7  # characters of a number from which the row is set smaller
_ROWS = 6  # addends shown one by one


def card(net, step):
    """The formula card of a step as HTML."""
    if step.unit is None and step.symbol not in ("x", "J"):
        return matrix_card(net, step)
    kind = "delta_out" if step.symbol == "delta" and step.layer == net.L else step.symbol
    body = {"x": _values, "z": _ledger, "a": _function, "J": _sum, "Delta": _products}
    if step.symbol in body:
        middle = body[step.symbol](step)
    elif len(step.terms) == 1:
        middle = _row(step, [*step.factor, *step.terms[0]])
    else:
        middle = _ledger(step)
    for_this = say("card.this_unit") if step.unit else say("card.numbers")
    return element(
        "div",
        element("h4", sentence(say(f"title.{kind}"))),
        element("p", say("card.slide"), class_="nn-note"),
        element("div", math(step.formula), class_="nn-slide"),
        element("p", for_this, class_="nn-note"),
        middle,
        result(step),
        where(net, step),
        class_="nn-formula" + (" nn-dense" if len(step.terms) > 4 else ""),
    )


def tone(one):
    """The class that gives a number or symbol its colour: by its sign, or by its role."""
    if one.role in ("weight", "bias"):
        return "neg" if np.all(np.asarray(one.value) < 0) else "pos"
    return {"activation": "activation", "delta": "delta"}.get(one.role, "ink")


def symbol_of(one):
    """A term's symbol, linked with the thing it stands for."""
    if one.parts:
        return difference(*((side.tex, tone(side), side.id) for side in one.parts))
    return term(one.tex, tone(one), one.id)


def number_of(one, *, in_product=True):
    """A term's number as text, in parentheses where a sign would run into an operator."""
    if one.parts:
        a, y = (number_of(side) for side in one.parts)
        return f"({a} − {y})"
    text = numeral(one.value)
    return f"({text})" if in_product and text.startswith("−") else text


def equal(*values):
    """``=`` or ``≈``, whichever is true of the numbers as they are shown."""
    return "=" if all(is_exact(value) for value in values) else "≈"


def value_cell(text, class_=""):
    """A number of the formula."""
    return element("span", plain(text), class_=f"nn-value {class_}".strip())


def _op(sign):
    return element("span", plain(sign), class_="nn-op")


def _row(step, factors):
    """The factors side by side: symbol, number, what it is."""
    texts = [number_of(one, in_product=k > 0 or None) for k, one in enumerate(factors)]
    texts[0] = number_of(factors[0], in_product=False)
    long = any(len(text.strip("()")) > _LONG for text in texts)
    leaves = [part.value for one in factors for part in (one.parts or (one,))]
    symbols = [term(step.tex, _result_tone(step), _result_id(step)), math("=")]
    numbers = ["<span></span>", _op(equal(*leaves, step.value))]
    notes = ["<span></span>", "<span></span>"]
    for k, (one, text) in enumerate(zip(factors, texts)):
        if k:
            symbols.append(math(r"\cdot"))
            numbers.append(_op("×"))
            notes.append("<span></span>")
        symbols.append(symbol_of(one))
        numbers.append(value_cell(text, f"nn-bar nn-{tone(one)}" + (" nn-long" if long else "")))
        notes.append(element("span", sentence(one.note), class_="nn-note"))
    return _grid(symbols, numbers, notes)


def _grid(*rows):
    columns = len(rows[0])
    cells = "".join(cell for row in rows for cell in row)
    style = f"grid-template-columns:repeat({columns},auto)"
    return element("div", cells, class_="nn-terms", style=style)


def _function(step):
    (z,), = step.terms
    symbols = [
        term(step.tex, _result_tone(step), _result_id(step)),
        math("="),
        math("g("),
        symbol_of(z),
        math(")"),
    ]
    numbers = [
        "<span></span>",
        _op("="),
        math("g("),
        value_cell(number_of(z, in_product=False), "nn-bar nn-ink"),
        math(")"),
    ]
    notes = ["<span></span>"] * 3 + [element("span", sentence(z.note), class_="nn-note")]
    return _grid(symbols, numbers, [*notes, "<span></span>"])


def _values(step):
    cells = []
    for one in step.terms[0][:8]:
        exact = equal(one.value)
        cells += [symbol_of(one), _op(exact), value_cell(numeral(one.value), "nn-activation")]
    more = len(step.terms[0]) - 8
    note = element("p", plain(say("card.more_inputs", n=more)), class_="nn-note") if more > 0 else ""
    style = "grid-template-columns:repeat(3,auto);justify-content:start;column-gap:8px"
    return element("div", *cells, class_="nn-ledger", style=style) + note


def _sum(step):
    """The cost: one difference an output, squared."""
    half = step.formula.count(r"\tfrac")
    front = r"\tfrac{1}{2}" if half else ""
    cells = []
    for k, (one,) in enumerate(step.terms[:4]):
        sign = "+" if k else "="
        a, y = one.parts
        shown = equal(a.value, y.value) if k == 0 and len(step.terms) > 1 else equal(a.value, y.value)
        inner = f"({numeral(a.value)} − {number_of(y)})²"
        cells += [
            term("J", "ink", "J") if k == 0 else "<span></span>",
            _op(sign),
            element("span", math(front) if half else "", symbol_of(one), math("{}^2")),
        ]
        cells += ["<span></span>", _op(shown if k == 0 else "+"), value_cell(("½ · " if half else "") + inner)]
    more = len(step.terms) - 4
    note = element("p", plain(say("card.more_terms", n=more)), class_="nn-note") if more > 0 else ""
    style = "grid-template-columns:repeat(3,auto);justify-content:start;column-gap:8px"
    return element("div", *cells, class_="nn-ledger", style=style) + note


def _ledger(step):
    """A sum of products, one a line, products at the right, the total under a rule."""
    rows = list(step.terms)
    bias = [rows.pop()] if step.symbol == "z" else []
    left_out = []
    if len(rows) > _ROWS - len(bias):
        by_size = sorted(rows, key=lambda row: -abs(row[0].value * row[1].value))
        kept = by_size[:3]
        left_out = [row for row in rows if row not in kept]
        rows = [row for row in rows if row in kept]
    cells = []
    for k, row in enumerate(rows + bias):
        if k == len(rows) and left_out:
            cells += _more(left_out)
        cells += _ledger_row(row, plus=k > 0)
    if left_out and not bias:
        cells += _more(left_out)
    cells.append('<span class="nn-rule"></span>')
    if step.factor:
        cells += _times_factor(step)
    style = "grid-template-columns:repeat(10,auto)"
    head = element("div", term(step.tex, _result_tone(step), _result_id(step)), math("="))
    if step.factor:
        slope = symbol_of(step.factor[0])
        inside = element("span", plain(say("card.sum_below")), class_="nn-note")
        head = element(
            "div", term(step.tex, _result_tone(step), _result_id(step)), math("="), slope,
            math(r"\cdot"), inside, class_="nn-lead",
        )
    return head + element("div", *cells, class_="nn-ledger", style=style)


def _ledger_row(row, plus):
    one, other = row
    product = one.value * other.value
    return [
        _op("+" if plus else ""),
        symbol_of(one),
        _op("·"),
        symbol_of(other),
        _op("="),
        value_cell(number_of(one), f"nn-{tone(one)}"),
        _op("×"),
        value_cell(number_of(other), f"nn-{tone(other)}"),
        _op(equal(one.value, other.value, product)),
        value_cell(numeral(product)),
    ]


def _more(rows):
    total = sum(one.value * other.value for one, other in rows)
    text = element("span", plain(say("card.more", n=len(rows))), class_="nn-note",
                   style="grid-column:2 / 9")
    return [_op("+"), text, _op(equal(total)), value_cell(numeral(total))]


def _times_factor(step):
    slope = step.factor[0]
    line = element(
        "span",
        plain(say("card.times")) + " ",
        symbol_of(slope),
        plain(f" {equal(slope.value)} "),
        value_cell(numeral(slope.value)),
        class_="nn-times",
        style="grid-column:1 / 10;font-size:14px",
    )
    return ['<span style="grid-column:1 / 9"></span>', _op(equal(step.total)),
            value_cell(numeral(step.total)), line, "<span></span>"]


def _products(step):
    """A row of Δ: one product a weight, each a result of its own."""
    rows = list(step.terms)
    shown = rows if len(rows) <= _ROWS else rows[:4]
    cells = []
    for j, (delta, a) in enumerate(rows):
        if j >= len(shown):
            break
        value = float(step.value[j])
        l, i = step.layer, step.unit
        tex = rf"\Delta_{{{i}{j}}}^{{({l})}}"
        cells += [
            term(tex, "delta", f"Delta-{l}-{i}-{j}"),
            _op("="),
            symbol_of(delta),
            _op("·"),
            symbol_of(a),
            _op(equal(delta.value, a.value, value)),
            value_cell(number_of(delta, in_product=False), "nn-delta"),
            _op("×"),
            value_cell(number_of(a), f"nn-{tone(a)}"),
            _op(equal(delta.value, a.value, value)),
            value_cell(numeral(value), "nn-delta"),
        ]
    more = len(rows) - len(shown)
    note = element("p", plain(say("card.more_products", n=more)), class_="nn-note") if more else ""
    style = "grid-template-columns:repeat(10,auto) auto"
    return element("div", *cells, class_="nn-ledger nn-wide", style=style) + note


def result(step):
    """The result on amber, and what its sign means."""
    if step.symbol in ("x", "Delta"):
        if step.symbol == "x":
            return ""
        return element("p", sentence(say("meaning.Delta")), class_="nn-note nn-after")
    text = f"{equal(step.value)} {numeral(step.value)}"
    answer = element("span", term(step.tex, _result_tone(step), _result_id(step)), " ", plain(text),
                     class_="nn-answer" + (" nn-long" if len(text) > 11 else ""))
    right = " nn-right-end" if step.symbol == "z" else ""
    return element("div", answer, meaning(step), class_="nn-result" + right)


def meaning(step):
    """What the sign of a derivative says."""
    if step.symbol not in ("delta", "dJda"):
        return ""
    about = step.tex
    if step.symbol == "delta":
        about = rf"z_{{{step.unit}}}^{{({step.layer})}}"
    else:
        about = rf"a_{{{step.unit}}}^{{(1)}}"
    value = float(step.value)
    key = "zero" if value == 0 else "positive" if value > 0 else "negative"
    return element("span", sentence(say(f"meaning.{key}", about=about)), class_="nn-note")


def where(net, step):
    """The foot of the card: where g′ comes from, or what comes next."""
    if step.symbol in ("z", "a", "delta") and step.unit:
        l, i = step.layer, step.unit
        g = net.g[l]
        z = next((one.value for row in step.terms for one in row if one.role == "z"), None)
        z = step.value if step.symbol == "z" else z
        slope = next((one for row in (*step.terms, step.factor) for one in row
                      if one.role == "slope"), None)
        if step.symbol == "delta":
            return _slope_foot(net, step, slope, g)
        drawn = curve(g, float(z), f"g-{l}-{i}", tangent=False)
        a = rf"a_{{{i}}}^{{({l})}}"
        key = "next.a" if step.symbol == "z" else f"g.{g.name}"
        words = say(key, a=a) if step.symbol == "z" else say("g.is", tex=g.tex)
        return element("div", drawn, element("p", sentence(words)), class_="nn-where")
    return element("div", element("p", sentence(say(f"foot.{step.symbol}"))), class_="nn-where")


def _slope_foot(net, step, slope, g):
    l, i = step.layer, step.unit
    z = slope.at
    drawn = curve(g, z, f"g-{l}-{i}", tangent=True)
    is_here = element("p", term(slope.tex, "ink", slope.id), plain(" " + say("slope.here")))
    a = rf"a_{{{i}}}^{{({l})}}"
    value, text = float(g(np.array(z))), numeral(slope.value)
    rule = {
        "sigmoid": (rf"{a}(1 - {a})", f"{numeral(value)} × {numeral(1 - value)}"),
        "tanh": (rf"1 - ({a})^2", f"1 − {numeral(value)}²"),
    }.get(g.name)
    if rule is None:
        how = element("p", plain(f"{equal(slope.value)} "), element("b", plain(text)))
    else:
        sign = equal(value, 1 - value, slope.value)
        how = element("p", math(rule[0]), plain(f" {equal(value)} {rule[1]} {sign} "),
                      element("b", plain(text)))
    return element("div", drawn, element("div", is_here, how), class_="nn-where")


def _result_tone(step):
    return {"a": "activation", "delta": "delta", "Delta": "delta", "dJda": "delta"}.get(
        step.symbol, "ink"
    )


def _result_id(step):
    if step.symbol == "J":
        return "J"
    return f"{step.symbol}-{step.layer}-{step.unit}" if step.unit else f"{step.symbol}-{step.layer}"
