"""The plane of two inputs: data to px and back, its axes, a line with its two sides."""

from dataclasses import dataclass

import numpy as np

from nnlib.numerals import numeral
from nnlib.svg.element import element, plate
from nnlib.svg.text import label, symbol


@dataclass(frozen=True)
class Plane:
    """A window of the (x₁, x₂) plane as a rectangle of a picture.

    Attributes
    ----------
    left, top, width, height : float
        Where it lies, px.
    x, y : (float, float)
        What it shows: the least and the greatest x₁ and x₂, dimensionless.
    """

    left: float
    top: float
    width: float
    height: float
    x: tuple
    y: tuple

    def px(self, points):
        """Points of shape (…, 2) in px; x₂ grows upwards."""
        points = np.asarray(points, dtype=float)
        low, high = np.array([self.x, self.y]).T
        share = (points - low) / (high - low)
        start = np.array([self.left, self.top + self.height])
        return start + share * np.array([self.width, -self.height])

    def data(self, x, y):
        """The point under a place in px, kept within the window: array of shape (2,)."""
        (left, right), (low, high) = self.x, self.y
        across = (x - self.left) / self.width
        up = (self.top + self.height - y) / self.height
        return np.clip([left + across * (right - left), low + up * (high - low)], *self.ends)

    @property
    def ends(self):
        """The lower left and the upper right corner: two arrays of shape (2,)."""
        return np.array([self.x, self.y]).T

    def side(self, w, b):
        """The corners of {w·x + b > 0} in the window, shape (k, 2); k = 0 if there is none."""
        (left, right), (low, high) = self.x, self.y
        corners = np.array([[left, low], [right, low], [right, high], [left, high]])
        z = corners @ np.asarray(w, dtype=float) + b
        found = []
        for k in range(4):
            here, there = corners[k], corners[(k + 1) % 4]
            if z[k] > 0:
                found.append(here)
            if (z[k] > 0) != (z[(k + 1) % 4] > 0):
                found.append(here + (there - here) * z[k] / (z[k] - z[(k + 1) % 4]))
        return np.array(found).reshape(-1, 2)

    def crossing(self, w, b):
        """The two ends of w·x + b = 0 in the window, shape (2, 2); None if it runs outside."""
        corners = self.side(w, b)
        z = np.abs(corners @ np.asarray(w, dtype=float) + b)
        scale = np.abs(w).sum() * max(map(abs, (*self.x, *self.y))) + abs(b)
        ends = corners[z <= 1e-9 * scale]
        if not len(ends):
            return None
        lengths = np.hypot(*(ends - ends[0]).T)  # a corner may stand there twice
        return ends[[0, lengths.argmax()]] if lengths.max() > 1e-9 * scale else None


def axes(plane, ticks, names=("x_1", "x_2"), *, x_ticks=None, size=11.5):
    """The frame, hairlines and numbers at the ticks, the names.

    The ticks hold for both axes, or for x₂ alone if there are `x_ticks`.
    """
    (left, right), (low, high) = plane.x, plane.y
    right_px, bottom = plane.left + plane.width, plane.top + plane.height
    parts = []
    for tick in ticks if x_ticks is None else x_ticks:
        x = plane.px([tick, low])[0]
        if left <= tick <= right:
            parts.append(_line((x, plane.top), (x, bottom), _hairline(tick)))
            parts.append(_line((x, bottom), (x, bottom + 4), "nn-frame"))
            text = dict(size=size, class_="nn-num nn-muted")
            parts.append(label(x, bottom + size + 0.5, numeral(tick), **text))
    for tick in ticks:
        y = plane.px([left, tick])[1]
        if low <= tick <= high:
            parts.append(_line((plane.left, y), (right_px, y), _hairline(tick)))
            parts.append(_line((plane.left - 4, y), (plane.left, y), "nn-frame"))
            text = dict(size=size, class_="nn-num nn-muted", anchor="end")
            parts.append(label(plane.left - 7, y, numeral(tick), **text))
    middle = plane.left + plane.width / 2, plane.top + plane.height / 2
    parts.append(plate(*middle, plane.width, plane.height, "nn-frame", corner=0))
    (x_name, x_below), (y_name, y_below) = (name.partition("_")[::2] for name in names)
    muted = dict(size=16.0, class_="nn-muted")
    if x_name:
        parts.append(symbol(right_px + 6, bottom - 1, x_name, x_below, anchor="start", **muted))
    if y_name:
        place = plane.left - 4, plane.top - 10
        parts.append(symbol(*place, y_name, y_below, anchor="end", **muted))
    return "".join(parts)


def _hairline(tick):
    return "nn-grid nn-zero" if tick == 0 else "nn-grid"


def sides(plane, w, b):
    """Both half-planes of z = w·x + b in the tints of their classes: class 1 where z > 0."""
    return "".join(
        element("polygon", points=written(plane.px(corners)), class_=f"nn-side{k}")
        for k, corners in ((0, _rest(plane, w, b)), (1, plane.side(w, b)))
        if len(corners)
    )


def boundary(plane, w, b, class_="nn-boundary"):
    """The line w·x + b = 0, as far as it lies in the window."""
    ends = plane.crossing(w, b)
    return "" if ends is None else _line(*plane.px(ends), class_)


def written(points):
    """Points in px as the ``points`` of a polygon."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _rest(plane, w, b):
    """Where w·x + b ≤ 0: what the other class leaves, all of the window if w = 0 and b ≤ 0."""
    w = np.asarray(w, dtype=float)
    if not w.any():
        return plane.side(w, 1.0) if b <= 0 else np.empty((0, 2))
    return plane.side(-w, -b)


def _line(start, end, class_):
    (x1, y1), (x2, y2) = start, end
    ends = dict(x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2))
    return element("line", **ends, class_=class_)
