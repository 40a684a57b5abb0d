"""What stands on a plane: a sample of a class, the ring of the current one, a handle, an arrow."""

import numpy as np

from nnlib.svg.element import element
from nnlib.svg.plane import written

GRIP = 12.0  # px: half of the least area that a finger can hit


def sample(x, y, label, *, r=6.5, hollow=False, **attributes):
    """A sample at (x, y) px: class 0 a circle, class 1 a triangle, with a halo; hollow if a test.

    `attributes` (``data_id``, ``data_drag``, ``tabindex`` …) stand on the group around it.
    """
    class_ = f"nn-mark nn-class{label}" + (" nn-hollow" if hollow else "")
    if label:
        mark = element("polygon", points=written(_triangle(x, y, r * 1.25)), class_=class_)
    else:
        mark = element("circle", cx=float(x), cy=float(y), r=float(r), class_=class_)
    return (
        element("g", grip(x, y) if attributes else "", mark, **attributes) if attributes else mark
    )


def ring(x, y, r=13.0):
    """The amber ring with its ink edges around the current thing."""
    round_ = dict(cx=float(x), cy=float(y), class_="nn-now-edge")
    edges = [element("circle", r=float(r + d), **round_) for d in (-2.0, 2.0)]
    return element("circle", cx=float(x), cy=float(y), r=float(r), class_="nn-now-ring") + "".join(
        edges
    )


def handle(x, y, **attributes):
    """The disc that every draggable thing wears."""
    at = dict(cx=float(x), cy=float(y))
    disc = element("circle", r=10.0, class_="nn-handle", **at)
    dot = element("circle", r=3.5, class_="nn-handle-dot", **at)
    focus = element("circle", r=13.5, class_="nn-handle-focus", **at)
    return element("g", grip(x, y), focus, disc, dot, class_="nn-grip", **attributes)


def grip(x, y, r=GRIP):
    """The area that takes the pointer, larger than what is seen."""
    return element("circle", cx=float(x), cy=float(y), r=float(r), class_="nn-hit-area")


def cross(x, y):
    """The badge on a sample that is wrong: ✗ on a dark disc, and a dashed ring around it."""
    dashed = element("circle", cx=float(x), cy=float(y), r=14.0, class_="nn-wrong")
    disc = element("circle", cx=float(x + 12), cy=float(y - 12), r=7.0, class_="nn-badge")
    arms = f"M{x + 9.5:.1f} {y - 14.5:.1f}l5 5m0 -5l-5 5"
    return dashed + disc + element("path", d=arms, class_="nn-badge-cross")


def arrow(start, end, class_, head=11.0):
    """An arrow between two points in px; shorter than its head it is the head alone."""
    start, end = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    length = float(np.hypot(*(end - start)))
    if length < 0.5:
        return ""
    along = (end - start) / length
    across = np.array([-along[1], along[0]]) * head * 0.42
    neck = end - along * min(head, length)
    ends = dict(x1=start[0], y1=start[1], x2=neck[0], y2=neck[1])
    shaft = element("line", **{name: float(value) for name, value in ends.items()})
    tip = element("polygon", points=written([end, neck + across, neck - across]))
    return element("g", shaft, tip, class_=f"nn-arrow {class_}")


def _triangle(x, y, r):
    """The corners of an upright triangle around (x, y)."""
    angles = np.radians([90, 210, 330])
    return np.stack([x + r * np.cos(angles), y - r * np.sin(angles)], axis=1)
