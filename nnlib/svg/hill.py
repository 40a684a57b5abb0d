"""A ball on the curve J = w²: the first picture of the course."""

import numpy as np

from nnlib import checks
from nnlib.numerals import numeral
from nnlib.svg.element import element, plain
from nnlib.svg.page import page
from nnlib.svg.text import label, symbol, symbol_width
from nnlib.words import say

WIDTH, HEIGHT, BOTTOM, TOP, BALL = 440.0, 200.0, 168.0, 34.0, 10.0


def draw_hill(walk, *, at=1):
    """The ball of a walk on the hill J = w², at its place number `at`.

    Parameters
    ----------
    walk : array of shape (m,)
        The places w, at least 2, dimensionless.
    at : int
        From 1 on.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> draw_hill([-4, -2, 0], at=2).alt
    'A ball on the curve J = w², at w = −2, height J = 4. Place 2 of 3.'
    """
    walk = places(walk)
    at = checks.integer("at", at, at_least=1, at_most=len(walk))
    return page(hill(walk, at - 1), WIDTH, HEIGHT, say_hill(walk, at - 1))


def places(walk):
    """The walk as an array, checked."""
    walk = checks.array("walk", walk, (-1,), what="places")
    if len(walk) < 2:
        raise ValueError(f"walk must be at least 2 places, got {len(walk)}")
    return walk


def say_hill(walk, k):
    """The picture in words; place k counts from 0."""
    w = walk[k]
    return say("hill.alt", w=numeral(w), J=numeral(w**2), n=k + 1, N=len(walk))


def framed_hill(walk, k):
    """The same as an ``svg`` element of a widget's frame."""
    return element(
        "svg",
        element("title", plain(say_hill(walk, k))),
        hill(walk, k),
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        role="img",
        class_="nn-picture",
    )


def hill(walk, k):
    """Curve, the places to come as rings, the ball at place k (from 0), its numbers."""
    reach = 1.15 * abs(walk).max() or 1.0

    def x(w):
        return WIDTH / 2 + (WIDTH / 2 - 20) * w / reach

    def y(w):
        return BOTTOM - (BOTTOM - TOP) * (w / reach) ** 2

    ws = np.linspace(-reach, reach, 81)
    curve = " ".join(f"{x(w):.1f},{y(w):.1f}" for w in ws)
    rings = [_circle(x(w), y(w) - BALL, 6.0, "nn-unit nn-hollow") for w in walk]
    ball = x(walk[k]), y(walk[k]) - BALL
    return "".join(
        [
            element("line", x1=12.0, y1=BOTTOM, x2=WIDTH - 12, y2=BOTTOM, class_="nn-axis"),
            element("polyline", points=curve, class_="nn-curve"),
            *rings,
            _circle(*ball, BALL, "nn-point"),
            _circle(*ball, BALL + 1.5, "nn-ring"),
            *_numbers(walk[k]),
        ]
    )


def _circle(x, y, r, class_):
    return element("circle", cx=float(x), cy=float(y), r=float(r), class_=class_)


def _numbers(w):
    for left, name, value in ((150.0, "w", w), (236.0, "J", w**2)):
        yield symbol(left, 17.0, name, size=17.0, anchor="start")
        text = f"= {numeral(value)}"
        after = left + symbol_width(name, "", "", 17.0) + 5
        yield label(after, 17.0, text, size=15.0, class_="nn-num", anchor="start")
    yield symbol(WIDTH - 18, BOTTOM + 15, "w", size=17.0)
