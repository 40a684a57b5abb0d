"""A sum of products as a ledger: one addend a line, the total under a rule."""

from nnlib.formula import math
from nnlib.numerals import numeral
from nnlib.svg.element import element, plain
from nnlib.svg.factors import (
    equal,
    number_of,
    op,
    result_symbol,
    symbol_of,
    tone,
    value_cell,
)
from nnlib.words import say

MOST = 6  # addends shown one by one
LARGEST = 3  # of more, these


def ledger(step):
    """The addends of a step, products at the right, and what their sum is multiplied by."""
    rows = list(step.terms)
    bias = [rows.pop()] if step.symbol == "z" else []
    left_out = []
    if len(rows) + len(bias) > MOST:
        by_size = sorted(rows, key=lambda row: -abs(row[0].value * row[1].value))
        left_out = by_size[LARGEST:]
        rows = [row for row in rows if row not in left_out]
    cells = [cell for k, row in enumerate(rows) for cell in _ledger_row(row, plus=k > 0)]
    cells += _more(left_out) if left_out else []
    cells += [cell for row in bias for cell in _ledger_row(row, plus=True)]
    style = f"grid-template-columns:repeat(10,auto);--rows:{len(cells) // 10 + bool(left_out)}"
    cells.append('<span class="nn-rule"></span>')
    lead = [result_symbol(step), math("=")]
    if step.factor:
        cells += _times_factor(step)
        inside = element("span", plain(say("card.sum_below")), class_="nn-note")
        lead += [symbol_of(step.factor[0]), math(r"\cdot"), inside]
    sums = element("div", *cells, class_="nn-ledger", style=style)
    return element("div", *lead, class_="nn-lead") + sums


def _ledger_row(row, plus):
    one, other = row
    product = one.value * other.value
    return [
        op("+" if plus else ""),
        symbol_of(one),
        op("·"),
        symbol_of(other),
        op("="),
        value_cell(number_of(one), f"nn-{tone(one)}", one.id),
        op("×"),
        value_cell(number_of(other), f"nn-{tone(other)}", other.id),
        op(equal(one.value, other.value, product)),
        value_cell(numeral(product)),
    ]


def _more(rows):
    total = sum(one.value * other.value for one, other in rows)
    text = element(
        "span", plain(say("card.more", n=len(rows))), class_="nn-note", style="grid-column:2 / 9"
    )
    return [op("+"), text, op(equal(total)), value_cell(numeral(total))]


def _times_factor(step):
    slope = step.factor[0]
    line = element(
        "span",
        plain(say("card.times")) + " ",
        symbol_of(slope),
        plain(f" {equal(slope.value)} "),
        value_cell(numeral(slope.value), "", slope.id),
        class_="nn-times",
        style="grid-column:1 / 10;font-size:14px",
    )
    return [
        '<span style="grid-column:1 / 9"></span>',
        op(equal(step.total)),
        value_cell(numeral(step.total)),
        line,
        "<span></span>",
    ]
