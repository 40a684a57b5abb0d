"""The foot of the formula card: where g′ comes from, or what comes next."""

import numpy as np

from nnlib.formula import math, sentence, term
from nnlib.numerals import numeral
from nnlib.svg.curve import curve
from nnlib.svg.element import element, plain
from nnlib.svg.factors import equal
from nnlib.words import say


def foot(net, step):
    """The foot of a step's card, as HTML."""
    if step.symbol == "delta":
        drawn, words = _slope(net, step)
    elif step.symbol in ("z", "a"):
        drawn, words = _point(net, step)
    else:
        drawn, words = "", element("p", sentence(say(f"foot.{step.symbol}")))
    return element("div", drawn, words, class_="nn-where")


def _point(net, step):
    """The point on the curve of g: for z the one that comes next, for a the one that is now."""
    l, i, g = step.layer, step.unit, net.g[step.layer]
    z = step.value if step.symbol == "z" else step.terms[0][0].value
    words = say("g.is", tex=g.tex)
    if step.symbol == "z":
        words = say("next.a", a=rf"a_{{{i}}}^{{({l})}}")
    drawn = curve(g, float(z), f"g-{l}-{i}", tangent=False)
    return drawn, element("p", sentence(words))


def _slope(net, step):
    """The tangent at z, and its slope computed from a where there is such a formula."""
    l, i, g = step.layer, step.unit, net.g[step.layer]
    slope = next(one for row in (*step.terms, step.factor) for one in row if one.role == "slope")
    a, value, text = rf"a_{{{i}}}^{{({l})}}", float(g(np.array(slope.at))), numeral(slope.value)
    rules = {
        "sigmoid": (rf"{a}(1 - {a})", f"{numeral(value)} × {numeral(1 - value)}"),
        "tanh": (rf"1 - ({a})^2", f"1 − {_squared(value)}"),
    }
    here = element("p", term(slope.tex, "ink", slope.id), plain(" " + say("slope.here")))
    sign, answer = equal(slope.value), element("b", plain(text))
    if g.name in rules:
        tex, numbers = rules[g.name]
        how = element("p", math(tex), plain(f" {equal(value)} {numbers} {sign} "), answer)
    else:
        how = element("p", plain(f"{sign} "), answer)
    return curve(g, slope.at, f"g-{l}-{i}", tangent=True), element("div", here, how)


def _squared(value):
    return f"({numeral(value)})²" if value < 0 else f"{numeral(value)}²"
