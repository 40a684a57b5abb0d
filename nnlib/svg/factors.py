"""The parts of a formula with numbers: symbol, number, operator, and = or ≈."""

import numpy as np

from nnlib.formula import difference, term
from nnlib.numerals import is_exact, numeral
from nnlib.svg.element import element, plain

NOTHING = "<span></span>"


def tone(one):
    """The class that gives a number or symbol its colour: by its sign, or by its role."""
    if one.role in ("weight", "bias"):
        return "neg" if np.all(np.asarray(one.value) < 0) else "pos"
    return {"activation": "activation", "delta": "delta"}.get(one.role, "ink")


def symbol_of(one, power=""):
    """A term's symbol, linked with the thing it stands for."""
    if one.parts:
        return difference(*((side.tex, tone(side), side.id) for side in one.parts), power)
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


def value_cell(text, class_="", data_id=None):
    """A number of the formula; it lights up with what it is the number of."""
    return element(
        "span", plain(text), class_=f"nn-value {class_}".strip(), data_id=data_id or None
    )


def op(sign):
    """An operator between numbers."""
    return element("span", plain(sign), class_="nn-op")


def result_symbol(step):
    """The symbol of a step's result, linked with its place in the picture."""
    hue = {"a": "activation", "delta": "delta", "Delta": "delta", "dJda": "delta"}
    return term(step.tex, hue.get(step.symbol, "ink"), result_id(step))


def result_id(step):
    """The ``data-id`` of a step's result."""
    if step.symbol == "J":
        return "J"
    return "-".join(map(str, (step.symbol, step.layer, step.unit)[: 3 if step.unit else 2]))
