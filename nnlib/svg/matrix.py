"""The formula card of a whole layer: matrices under their symbols, shapes below."""

import numpy as np

from nnlib.formula import math, sentence, term
from nnlib.numerals import numeral
from nnlib.svg.element import element, plain
from nnlib.svg.factors import NOTHING, equal, op
from nnlib.words import say

_MOST = 4  # rows or columns shown whole


def matrix(value, tone="", class_=""):
    """A vector (as a column) or a matrix in brackets; a large one as its corner and ⋯."""
    value = np.asarray(value, dtype=float)
    value = value[:, np.newaxis] if value.ndim == 1 else value
    rows, columns = value.shape
    shown_rows = rows if rows <= _MOST else 3
    shown_columns = columns if columns <= _MOST else 3
    cells = []
    for row in value[:shown_rows]:
        cells += [
            element("span", plain(numeral(one)), class_=_tone(tone, one))
            for one in row[:shown_columns]
        ]
        cells += ["<span>⋯</span>"] if shown_columns < columns else []
    if shown_rows < rows:
        cells += ["<span>⋮</span>"] * (shown_columns + (shown_columns < columns))
    n = shown_columns + (shown_columns < columns)
    style = f"grid-template-columns:repeat({n},auto)"
    return element("span", *cells, class_=f"nn-matrix {class_}".strip(), style=style)


def shape(value):
    """The shape of a vector or matrix in words: ``2 × 1``."""
    value = np.asarray(value)
    rows, columns = value.shape if value.ndim == 2 else (value.size, 1)
    return f"{rows} × {columns}"


def matrix_card(net, step):
    """The formula card of a step that is a whole layer, as HTML."""
    kind = "delta_out" if step.symbol == "delta" and step.layer == net.L else step.symbol
    factors = [one for row in step.terms for one in row] + list(step.factor)
    widest = max((numeral(v) for one in factors for v in np.ravel(one.value)), key=len)
    entries = sum(min(one.value.shape[1], _MOST) for one in factors if one.value.ndim == 2)
    long = len(widest) > 6 or entries + len(factors) > 5
    return element(
        "div",
        element("h4", sentence(say(f"title.layer.{kind}"))),
        element("p", say("card.slide"), class_="nn-note"),
        element("div", math(step.formula), class_="nn-slide"),
        element("p", plain(say("card.this_layer", l=step.layer)), class_="nn-note"),
        _numbers(step, long),
        element("div", element("p", sentence(say(f"foot.layer.{kind}"))), class_="nn-where"),
        class_="nn-formula",
    )


def _numbers(step, long):
    """Symbols, matrices under them, their shapes, then the result."""
    symbols, numbers, shapes = [], [], []

    def add(symbol, number="", below=""):
        symbols.append(symbol or NOTHING)
        numbers.append(f'<span class="nn-mid">{number}</span>')
        shapes.append(f'<span class="nn-shape">{below}</span>')

    factors = [one for row in step.terms for one in row] + list(step.factor)
    sign = equal(*(one.value for one in factors), step.value)
    add(term(step.tex, "ink"))
    add(math("="), op(sign))
    joint = {"entry by entry": r"\odot"}.get(step.combine, "")
    if step.combine == "function":
        add(math("g("), math("g("))
    if step.factor:
        add(math("("), _paren("("))
    for k, row in enumerate(step.terms):
        if k:
            add(math("+"), op("+"))
        for n, one in enumerate(row):
            if n and joint:
                add(math(joint), math(joint))
            add(term(one.tex, _hue(one), one.id), matrix(one.value, one.role), shape(one.value))
    if step.factor:
        (slope,) = step.factor
        add(math(")"), _paren(")"))
        add(math(r"\odot"), math(r"\odot"))
        add(term(slope.tex, "ink", slope.id), matrix(slope.value), shape(slope.value))
    if step.combine == "function":
        add(math(")"), math(")"))
    end = len(symbols) + 1
    inside = (4, end - 3) if step.factor else (3, end)
    more = _between(step, inside) + _result(step, inside)
    style = f"grid-template-columns:repeat({len(symbols)},auto)"
    grid = element(
        "div", *symbols, *numbers, *shapes, *more, class_="nn-terms nn-matrices", style=style
    )
    return element("div", grid, class_="nn-long" if long else None)


def _at(content, first, last=None, row=None):
    """A cell in the columns first … last − 1."""
    style = f"grid-column:{first}" + (f" / {last}" if last else "")
    return element("span", content, class_="nn-mid nn-below", style=style)


def _between(step, inside):
    """The product before ⊙, where there is one, under the matrices that give it."""
    if step.total is None:
        return []
    (slope,) = step.factor
    return [
        _at(op(equal(step.total)), 2),
        _at(matrix(step.total), *inside),
        _at(math(r"\odot"), inside[1] + 1),
        _at(matrix(slope.value), inside[1] + 2),
    ]


def _result(step, inside):
    role = "delta" if step.symbol in ("delta", "Delta", "dJda") else "activation"
    hue = role if step.symbol != "z" else "ink"
    answer = matrix(step.value, "" if step.symbol == "z" else role, "nn-now")
    if np.ndim(step.value) == 1 and len(step.value) <= _MOST:
        note = "".join(_unit(step, i, hue) for i in range(1, len(step.value) + 1))
    else:
        note = element("span", shape(step.value), class_="nn-shape")
    beside = element("span", note, class_="nn-units")
    return [
        _at(term(step.tex, hue, f"{step.symbol}-{step.layer}"), 1),
        _at(op(equal(step.value)), 2),
        element(
            "span",
            answer,
            beside,
            class_="nn-mid nn-below nn-answer-row",
            style="grid-column:3 / -1",
        ),
    ]


def _unit(step, i, hue):
    """``unit 1: δ₁⁽²⁾``, beside the entry of the result."""
    base = {"delta": r"\delta", "dJda": r"\partial J / \partial a"}.get(step.symbol, step.symbol)
    tex = rf"{base}_{{{i}}}^{{({step.layer})}}"
    symbol = term(tex, hue, f"{step.symbol}-{step.layer}-{i}")
    return element("span", plain(say("card.unit", i=i)) + " ", symbol)


def _tone(role, value):
    if role in ("weight", "bias"):
        return "nn-neg" if value < 0 else "nn-pos"
    return {"activation": "nn-activation", "delta": "nn-delta"}.get(role)


def _hue(one):
    return {"activation": "activation", "delta": "delta"}.get(one.role, "ink")


def _paren(sign):
    return element("span", sign, class_="nn-paren")
