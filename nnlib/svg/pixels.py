"""Pictures of 8 × 8 pixels: ink as grey, weights in the colours of their signs."""

import numpy as np

from nnlib import checks
from nnlib.svg.element import element, plain
from nnlib.svg.page import SHOWN, page
from nnlib.svg.text import label
from nnlib.words import say

ACROSS, GAP, BELOW = 8, 14.0, 26.0
LARGEST = 20.0  # px a pixel


def pixels(values, left, top, cell, most=None):
    """The squares of one picture; with `most` signed, its colour full at ±most."""
    n = side(values)
    parts = [
        element(
            "rect",
            x=float(left),
            y=float(top),
            width=float(n * cell),
            height=float(n * cell),
            class_="nn-plate nn-paper",
        )
    ]
    for (i, j), value in np.ndenumerate(np.reshape(values, (n, n))):
        if value:
            parts.append(_pixel(value, left + j * cell, top + i * cell, cell, most))
    return "".join(parts)


def side(values):
    """The number of pixels along a side."""
    return int(round(np.sqrt(np.size(values))))


def draw_pictures(X, captions=None, *, signed=False):
    """Pictures side by side, eight a row.

    Parameters
    ----------
    X : array of shape (m, n²) or (n²,), dimensionless
        Row by row from the top left: ink from 0 to 1; if `signed`, numbers of any size,
        orange above 0 and blue with a bar below, the largest of all in full colour.
    captions : sequence of m texts, or None
    signed : bool

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> from nnlib import digits
    >>> draw_pictures(digits().X[:2], ["0", "1"]).alt
    'Pictures of 8 × 8 pixels: 0, 1.'
    """
    X = np.atleast_2d(checks.array("X", X, (-1,), (-1, -1)))
    n, signed = side(X[0]), checks.boolean("signed", signed)
    if n * n != X.shape[1]:
        raise ValueError(f"X must be pictures of n × n pixels, got {X.shape[1]} numbers each")
    names = _captions(captions, len(X))
    most = (np.abs(X).max() or 1.0) if signed else None
    columns, rows = min(len(X), ACROSS), -(-len(X) // ACROSS)
    cell = min(LARGEST, (SHOWN / columns - GAP) / n)
    wide, high = n * cell + GAP, n * cell + (BELOW if any(names) else GAP)
    parts = []
    for k, (values, name) in enumerate(zip(X, names)):
        left, top = GAP / 2 + k % ACROSS * wide, GAP / 2 + k // ACROSS * high
        parts.append(pixels(values, left, top, cell, most))
        middle = left + n * cell / 2, top + n * cell + 10
        parts.append(label(*middle, name, size=12.0, class_="nn-num") if name else "")
    kind = "pixels.alt_signed" if signed else "pixels.alt"
    told = ", ".join(name for name in names if name) or say("pixels.count", m=len(X))
    alt = say(kind, n=n, names=told)
    return page("".join(parts), SHOWN, rows * high, alt, plane=True)


def _captions(captions, m):
    if captions is None:
        return [""] * m
    names = [checks.text("captions", str(name)) for name in checks.sequence("captions", captions)]
    if len(names) != m:
        raise ValueError(f"captions must be {m} texts, got {len(names)}")
    return names


def _pixel(value, x, y, cell, most):
    """One square; below 0 it carries a bar, so that the sign is not told by colour alone."""
    share = min(1.0, abs(value) / (most or 1.0))
    kind = "nn-badge" if most is None else f"nn-class{int(value > 0)}"
    place = dict(x=float(x), y=float(y), width=float(cell), height=float(cell))
    square = element("rect", **place, class_=kind, fill_opacity=float(share))
    if most is None or value > 0 or share < 0.15:
        return square
    bar = dict(x=x + 0.25 * cell, y=y + 0.44 * cell, width=0.5 * cell, height=0.12 * cell)
    bar = {name: float(number) for name, number in bar.items()}
    return square + element("rect", **bar, class_="nn-plate")


def titled(text, inside, size):
    """A square picture of `size` px with its words."""
    return element(
        "svg",
        element("title", plain(text)),
        inside,
        viewBox=f"-1 -1 {size + 2:.0f} {size + 2:.0f}",
        class_="nn-picture",
        role="img",
    )
