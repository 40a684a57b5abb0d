"""The four corners of a truth table in their plane, and one line among them."""

from functools import cache

import numpy as np

from nnlib import checks, lines
from nnlib.svg.element import element, plain
from nnlib.svg.marks import arrow, cross, handle, sample
from nnlib.svg.page import page
from nnlib.svg.plane import Plane, axes, boundary, sides
from nnlib.svg.text import label
from nnlib.words import say

WIDTH, HEIGHT = 384.0, 372.0
PLANE = Plane(30.0, 22.0, 330.0, 330.0, (-0.45, 1.45), (-0.45, 1.45))
GRIPS = 0.2, 0.8  # where the handles lie on what is seen of the line
STYLE = """
.nn-arrow.nn-thin line { stroke: var(--nn-ink); stroke-width: 2; }
.nn-arrow.nn-thin polygon { fill: var(--nn-ink); }
"""


def ends(w, b):
    """Where the two handles lie, shape (2, 2); None if the line runs outside the window."""
    found = PLANE.crossing(w, b)
    return None if found is None else found[0] + np.outer(GRIPS, found[1] - found[0])


def corners(X, y, w, b, grips=""):
    """The plane, the line w·x + b = 0 with both sides, the samples, a ✗ where one is wrong."""
    wrong = (X @ w + b > 0) != y
    return "".join(
        [
            sides(PLANE, w, b),
            _axes(),
            "".join(_side(w, b, k) for k in (0, 1)),
            boundary(PLANE, w, b),
            _arrow(w, b),
            *(_sample(x, k, miss) for x, k, miss in zip(X, y, wrong)),
            grips,
        ]
    )


def framed(trial):
    """The picture of a `Trial` whose line can be dragged, an ``svg``."""
    one = trial.X, trial.y, trial.w, trial.b
    title, description = spoken(*one)
    return element(
        "svg",
        element("title", plain(title)),
        element("desc", plain(description)),
        corners(*one, _grips(trial)),
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        role="group",
        aria_label=title,
        class_="nn-picture",
    )


def held(data_id, name, trial):
    """The attributes of a thing that stands for the line, and can be dragged."""
    at = say("separate.at", angle=f"{trial.angle:.0f}", offset=two(trial.offset, ""))
    return {
        "data_id": data_id,
        "data_drag": "",
        "tabindex": "0",
        "role": "slider",
        "aria_label": name,
        "aria_valuemin": "0",
        "aria_valuemax": "360",
        "aria_valuenow": f"{trial.angle:.0f}",
        "aria_valuetext": at,
    }


def spoken(X, y, w, b):
    """What is seen, in words: (title, description)."""
    wrong = (X @ w + b > 0) != y
    which = ", ".join(map(corner, X[wrong]))
    which = say("separate.alt_which", which=which) if which else ""
    samples = "; ".join(f"{corner(x)}: {k}" for x, k in zip(X, y))
    title = say("separate.alt", line=equation(w, b), n=int(wrong.sum()), which=which)
    return title, say("separate.desc", samples=samples)


def equation(w, b):
    """``0.53 x₁ + 0.85 x₂ − 0.41 = 0``."""
    terms = zip((w[0], w[1], b), (" x₁", " x₂", ""))
    signed = "".join(f" {two(number)[0]} {two(number)[1:]}{name}" for number, name in terms)
    return f"{signed.removeprefix(' + ').replace(' − ', '−', signed.startswith(' − '))} = 0"


def two(number, plus="+"):
    """Two decimals, a true minus sign or `plus` before them."""
    text = f"{round(float(number), 2) + 0.0:.2f}"
    return text.replace("-", "−") if text.startswith("-") else plus + text


def corner(x):
    """``(0, 1)``."""
    return f"({x[0]:.0f}, {x[1]:.0f})"


def draw_line(data, w, b):
    """A line w·x + b = 0 among the corners of a truth table, for the page.

    Parameters
    ----------
    data : Dataset
        A truth table of two inputs, such as `nnlib.XOR`.
    w : array of shape (2,)
        Its weights, not both 0; ŷ = 1 lies where w points to (dimensionless).
    b : float
        Its bias.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> from nnlib.data import XOR
    >>> draw_line(XOR(), [1, 1], -0.5).alt
    'The line 1.00 x₁ + 1.00 x₂ − 0.50 = 0: 1 of 4 wrong: (1, 1).'
    """
    X, y = lines.corners(data)
    lines.polar(w, b)
    w, b = checks.array("w", w, (2,)), checks.number("b", b)
    return page(corners(X, y, w, b), WIDTH, HEIGHT, *spoken(X, y, w, b), plane=True, style=STYLE)


def _sample(x, label_, wrong):
    at = PLANE.px(x)
    return sample(*at, label_, r=7.5) + (cross(*at) if wrong else "")


def _side(w, b, k):
    """ŷ = k in the corner of the window that lies deepest on its side."""
    (left, right), (low, high) = PLANE.x, PLANE.y
    places = np.array([[left, low], [right, high], [right, low], [left, high]])
    z = (places @ w + b) * (1 if k else -1)
    if z.max() <= 0:
        return ""
    at = places[z.argmax()]
    inward = np.where(at < 0.5, 1, -1) * (30.0, -15.0)
    x, y = PLANE.px(at) + inward
    hat = element("tspan", "ŷ", class_="nn-sym")
    text = label(x, y, "{}", size=17.0, class_=f"nn-upright nn-{('neg', 'pos')[k]}")
    return text.replace("{}", f"{hat} = {k}")


def _arrow(w, b):
    seen = PLANE.crossing(w, b)
    if seen is None:
        return ""
    start = PLANE.px(seen.mean(axis=0))
    return arrow(start, start + 34.0 * np.array([w[0], -w[1]]) / np.hypot(*w), "nn-thin", 10.0)


def _grips(trial):
    """The line between its handles, and the handles, if it is seen."""
    if trial.ends is None:
        return ""
    (x1, y1), (x2, y2) = PLANE.px(PLANE.crossing(trial.w, trial.b))
    along = {"x1": float(x1), "y1": float(y1), "x2": float(x2), "y2": float(y2)}
    made = [element("line", **along, class_="nn-line-grip", data_id="line", data_drag="")]
    for k, at in enumerate(trial.ends, start=1):
        words = held(f"handle-{k}", say("separate.handle", k=k), trial)
        made.append(handle(*PLANE.px(at), **words))
    return "".join(made)


@cache
def _axes():
    return axes(PLANE, (0, 0.5, 1))
