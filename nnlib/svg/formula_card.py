"""The formula card: the slide's formula, the same for this unit, numbers under their symbols."""

from nnlib.formula import math, sentence, term
from nnlib.numerals import numeral
from nnlib.steps.record import symbol
from nnlib.svg.element import element, plain
from nnlib.svg.factors import (
    NOTHING,
    equal,
    number_of,
    op,
    result_symbol,
    symbol_of,
    tone,
    value_cell,
)
from nnlib.svg.foot import foot
from nnlib.svg.layer_card import layer_card
from nnlib.svg.ledger import MOST, ledger
from nnlib.words import say

LONG = 7  # characters of a number above which the row is set smaller
ACROSS = 8  # inputs shown one by one
OUTPUTS = 4  # outputs shown one by one in J


def card(net, step):
    """The formula card of a step as HTML."""
    if step.unit is None and step.symbol not in ("x", "J"):
        return layer_card(net, step)
    kind = "delta_out" if step.symbol == "delta" and step.layer == net.L else step.symbol
    body = {"x": _values, "z": ledger, "a": _function, "J": _sum, "Delta": _products}
    if step.symbol in body:
        middle = body[step.symbol](step)
    elif len(step.terms) == 1:
        middle = _row(step, [*step.factor, *step.terms[0]])
    else:
        middle = ledger(step)
    for_this = say("card.this_unit") if step.unit else say("card.numbers")
    return element(
        "div",
        element("h4", sentence(say(f"title.{kind}"))),
        element("p", say("card.slide"), class_="nn-note"),
        element("div", math(step.formula), class_="nn-slide"),
        element("p", for_this, class_="nn-note"),
        middle,
        result(step),
        foot(net, step),
        class_="nn-formula" + (" nn-dense" if _dense(step) else ""),
    )


def _dense(step):
    """Whether the ledger leaves little room for the rest."""
    return len(step.terms) > {"z": 4, "delta": 2, "dJda": 3}.get(step.symbol, len(step.terms))


def _row(step, factors):
    """The factors side by side: symbol, number, what it is."""
    texts = [number_of(one, in_product=k > 0) for k, one in enumerate(factors)]
    long = any(len(text.strip("()")) > LONG for text in texts)
    leaves = [part.value for one in factors for part in (one.parts or (one,))]
    symbols = [result_symbol(step), math("=")]
    numbers = [NOTHING, op(equal(*leaves, step.value))]
    notes = [NOTHING, NOTHING]
    for k, (one, text) in enumerate(zip(factors, texts)):
        if k:
            symbols.append(math(r"\cdot"))
            numbers.append(op("×"))
            notes.append(NOTHING)
        symbols.append(symbol_of(one))
        class_ = f"nn-bar nn-{tone(one)}" + (" nn-long" if long else "")
        numbers.append(value_cell(text, class_, one.id))
        notes.append(element("span", sentence(one.note), class_="nn-note"))
    tight = max(map(len, texts)) > 2 * LONG
    return _grid(symbols, numbers, notes, class_="nn-terms" + (" nn-tight" if tight else ""))


def _grid(*rows, class_="nn-terms"):
    style = f"grid-template-columns:repeat({len(rows[0])},auto)"
    return element("div", *(cell for row in rows for cell in row), class_=class_, style=style)


def _function(step):
    ((z,),) = step.terms
    open_, close = math("g("), math(")")
    number = value_cell(number_of(z, in_product=False), "nn-bar nn-ink", z.id)
    note = element("span", sentence(z.note), class_="nn-note")
    return _grid(
        [result_symbol(step), math("="), open_, symbol_of(z), close],
        [NOTHING, op("="), open_, number, close],
        [NOTHING, NOTHING, NOTHING, note, NOTHING],
    )


def _values(step):
    shown = step.terms[0][:ACROSS]
    half = len(shown) if len(shown) <= ACROSS // 2 else -(-len(shown) // 2)
    cells = []
    for one in (one for k in range(half) for one in shown[k::half]):
        cells += [symbol_of(one), op(equal(one.value)), value_cell(numeral(one.value), "", one.id)]
    across = 3 if half == len(shown) else 6
    return _table(cells, across, "card.more_inputs", len(step.terms[0]) - ACROSS, 190)


def _sum(step):
    """The cost: the loss of each output, its numbers under it, or beside it if there are many."""
    shown = step.terms[:OUTPUTS]
    beside, cells = len(shown) > 2, []
    for k, (one,) in enumerate(shown):
        symbols, numbers = _loss(step, one)
        sign = equal(*(part.value for part in one.parts), step.value)
        cells += [result_symbol(step) if k == 0 else NOTHING, op("+" if k else "="), symbols]
        if beside:
            cells += [op(equal(*(part.value for part in one.parts))), value_cell(numbers)]
        else:
            cells += [NOTHING, op("+" if k else sign), value_cell(numbers)]
    across, more = 5 if beside else 3, len(step.terms) - OUTPUTS
    return _table(cells, across, "card.more_terms", more, 140)


def _loss(step, one):
    """The loss of one output in symbols and in numbers."""
    a, y = one.parts
    if r"\ell" in step.formula:
        return math(rf"\ell({a.tex}, {y.tex})"), f"ℓ({numeral(a.value)}, {numeral(y.value)})"
    half = r"\tfrac" in step.formula
    symbols = element("span", math(r"\tfrac{1}{2}") if half else "", symbol_of(one, "2"))
    return symbols, f"{'½ ' if half else ''}({numeral(a.value)} − {number_of(y)})²"


def _table(cells, across, key, more, room):
    """Rows of so many cells, in so many px; and in words how many are left out."""
    rows = -(-len(cells) // across)
    gap = ";column-gap:14px" if across > 5 else ""
    style = f"grid-template-columns:repeat({across},auto);--rows:{rows};--room:{room}px{gap}"
    note = element("p", plain(say(key, n=more)), class_="nn-note") if more > 0 else ""
    return element("div", *cells, class_="nn-ledger nn-few", style=style) + note


def _products(step):
    """A row of Δ: one product a weight, each a result of its own."""
    shown = list(step.terms) if len(step.terms) <= MOST else step.terms[:4]
    cells = []
    for j, (delta, a) in enumerate(shown):
        value, l, i = float(step.value[j]), step.layer, step.unit
        comma = "," if max(i, j) > 9 else ""
        tex = rf"\Delta_{{{i}{comma}{j}}}^{{({l})}}"
        cells += [term(tex, "delta", f"Delta-{l}-{i}-{j}"), op("=")]
        cells += [symbol_of(delta), op("·"), symbol_of(a), op(equal(delta.value, a.value))]
        cells += [value_cell(number_of(delta, in_product=False), "nn-delta", delta.id)]
        cells += [op("×"), value_cell(number_of(a), f"nn-{tone(a)}", a.id)]
        cells += [op(equal(delta.value, a.value, value))]
        cells += [value_cell(numeral(value), "nn-delta", f"Delta-{l}-{i}-{j}")]
    more = len(step.terms) - len(shown)
    note = element("p", plain(say("card.more_products", n=more)), class_="nn-note") if more else ""
    style = f"grid-template-columns:repeat(11,auto);--room:170px;--rows:{len(shown)}"
    many = " nn-many" if len(shown) > 4 else ""
    return element("div", *cells, class_=f"nn-ledger{many}", style=style) + note


def result(step):
    """The result on amber, and what its sign means."""
    if step.symbol == "x":
        return ""
    if step.symbol == "Delta":
        return element("p", sentence(say("meaning.Delta")), class_="nn-note nn-after")
    text = f"{equal(step.value)} {numeral(step.value)}"
    long = " nn-long" if len(text) > 11 else ""
    answer = element("span", result_symbol(step), plain(f" {text}"), class_=f"nn-answer{long}")
    right = " nn-right-end" if step.symbol == "z" else ""
    return element("div", answer, meaning(step), class_=f"nn-result{right}")


def meaning(step):
    """What the sign of a derivative says."""
    if step.symbol not in ("delta", "dJda"):
        return ""
    about = symbol("z" if step.symbol == "delta" else "a", step.layer, step.unit)
    key = "zero" if step.value == 0 else "positive" if step.value > 0 else "negative"
    return element("span", sentence(say(f"meaning.{key}", about=about)), class_="nn-note")
