"""Every line among the four corners of a truth table: by angle and offset, region by region."""

from dataclasses import dataclass

import numpy as np

from nnlib import checks
from nnlib.data.dataset import Dataset

CENTRE = (0.5, 0.5)


@dataclass(frozen=True)
class Region:
    """All lines that put the same corners on the same side.

    Attributes
    ----------
    labels : tuple of 4 ints
        The outputs ŷ, 0 or 1, for 00, 01, 10, 11.
    mistakes : int
        How many of them differ from y.
    angle, offset : float
        A line well inside, as for `line`.
    """

    labels: tuple
    mistakes: int
    angle: float
    offset: float


def line(angle, offset):
    """The line with w = (cos φ, sin φ), b = −w·(½, ½) − d, at distance d from the centre.

    Parameters
    ----------
    angle : float
        φ, the direction of w, degrees.
    offset : float
        d, from the centre (½, ½) to the line along w, dimensionless.

    Returns
    -------
    w, b : array of shape (2,), float

    Examples
    --------
    >>> line(90, 0.25)
    (array([0., 1.]), -0.75)
    """
    w = np.round([np.cos(np.radians(angle)), np.sin(np.radians(angle))], 14) + 0.0
    return w, float(-w @ CENTRE - offset)


def polar(w, b):
    """The angle in [0°, 360°) and the offset of w·x + b = 0: what `line` undoes.

    Raises
    ------
    ValueError
        If w is (0, 0): that is no line.

    Examples
    --------
    >>> polar([0.0, 2.0], -1.5)
    (90.0, 0.25)
    """
    w = checks.array("w", w, (2,))
    if not w.any():
        raise ValueError("w must have a direction, got [0, 0]: that is no line")
    b = checks.number("b", b)
    angle = float(np.degrees(np.arctan2(w[1], w[0]))) % 360.0
    angle %= 360.0  # a hair below 0° was rounded up to 360°
    return angle, float(-(w @ CENTRE + b) / np.hypot(*w)) + 0.0


def through(p, q, w):
    """The line through two points as (angle, offset), its arrow on the side that w points to.

    Raises
    ------
    ValueError
        If the points are one: no line, or any, runs through it.

    Examples
    --------
    >>> through([0.0, 0.75], [1.0, 0.75], w=[0.1, 1.0])
    (90.0, 0.25)
    """
    p, q = checks.array("p", p, (2,)), checks.array("q", q, (2,))
    if np.array_equal(p, q):
        raise ValueError(f"q must be another point than p, got {checks.shown(q)} twice")
    across = np.array([p[1] - q[1], q[0] - p[0]])
    across = -across if across @ w < 0 else across
    return polar(across, -across @ p)


def places(X, angle):
    """w·(x − (½, ½)): the offset of the line through each sample; angles (k,) give (m, k)."""
    phi = np.radians(angle)
    return (X - CENTRE) @ [np.cos(phi), np.sin(phi)]


def band(X, labels, angle):
    """From which offset to which (within −1 … 1) lines give these labels; low ≥ high: nowhere."""
    at, ones = places(X, angle), np.array(labels, dtype=bool)
    low = at[~ones].max(axis=0, initial=-1.0)
    high = at[ones].min(axis=0, initial=1.0)
    return low, high


def regions(data):
    """The 14 labellings that a line can give to the corners, with the mistakes of each.

    The line of a region that runs farthest from the corners lies at 0°, 45°, 90°, …, midway
    between two of them: so these angles meet every region.

    Parameters
    ----------
    data : Dataset
        A truth table of two inputs, such as `nnlib.XOR`; see `corners`.

    Returns
    -------
    list of 14 `Region`

    Raises
    ------
    TypeError, ValueError
        If data is no such table.

    References
    ----------
    Lecture, slides 7 and 17. Cover 1965, IEEE Trans. Electronic Computers 14:326–334.

    Examples
    --------
    >>> from nnlib.data import AND, XOR
    >>> len(regions(XOR())), min(region.mistakes for region in regions(XOR()))
    (14, 1)
    >>> min(region.mistakes for region in regions(AND()))
    0
    """
    X, y = corners(data)
    found = {}
    for angle in range(0, 360, 45):
        at = places(X, angle)
        steps = np.unique(np.round([-1.0, *at, 1.0], 9))
        for offset in (steps[1:] + steps[:-1]) / 2:
            labels = tuple((at > offset).astype(int).tolist())
            mistakes = int((y != labels).sum())
            found.setdefault(labels, Region(labels, mistakes, float(angle), float(offset)))
    return list(found.values())


def corners(data):
    """X of shape (4, 2) and y of shape (4,) of a truth table of two inputs: 00, 01, 10, 11.

    Raises
    ------
    TypeError, ValueError
        If data is no Dataset of the corners 00, 01, 10, 11 with targets 0 or 1.
    """
    X, y = checks.instance("data", data, Dataset).X, data.y
    must = "data must be a truth table of two inputs such as XOR(): 00, 01, 10, 11, each once"
    if sorted(X.tolist()) != [[0, 0], [0, 1], [1, 0], [1, 1]]:
        raise ValueError(f"{must}, got X of shape {X.shape} with {checks.shown(X)}")
    if y.shape != (4, 1) or not np.isin(y, (0.0, 1.0)).all():
        raise ValueError(f"{must} with one target 0 or 1, got y = {checks.shown(y)}")
    order = np.lexsort(X.T[::-1])
    return X[order], y.ravel().astype(int)[order]
