"""Samples lifted by a third input x₁x₂, and a plane between them, seen from one side."""

import numpy as np

from nnlib import checks
from nnlib.svg.element import element, plain
from nnlib.svg.lifted import cloud
from nnlib.svg.marks import cross, sample
from nnlib.svg.page import page
from nnlib.svg.plane import written
from nnlib.svg.space import View, cut
from nnlib.svg.style import own
from nnlib.svg.text import symbol
from nnlib.words import say

WIDTH, HEIGHT, UNIT = 440.0, 340.0, 100.0  # px; UNIT is half an edge of the cube
CENTRE = np.array([WIDTH / 2, HEIGHT / 2 + 4])
START = View(-28.0, 26.0)
LINES, POINTS = 7, 13  # of the lifted ground, in each direction; points of each
STYLE = own("lift").partition("/* in the widget")[0]


def draw_cloud(data, unit=None, *, turn=START.turn, tilt=START.tilt):
    """Samples lifted by a third input x₁x₂, and the plane of a unit, for the page.

    Parameters
    ----------
    data : Dataset
        Two inputs, classes 0 and 1.
    unit : Perceptron or None
        Of three inputs; its plane is drawn.
    turn, tilt : float
        Where one looks from, degrees; at tilt 90 from straight above.

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
    >>> draw_cloud(XOR()).alt
    '4 samples of XOR, lifted by x₁x₂; turned −28°, seen from 26° above.'
    """
    made = cloud(data, unit)
    view = View(checks.number("turn", turn), checks.number("tilt", tilt))
    return page(inside(made, view), WIDTH, HEIGHT, alt(made, view), plane=True, style=STYLE)


def alt(made, view):
    """What is seen, in words."""
    name = made.data.name.removesuffix(", lifted")
    turn, tilt = (f"{angle:.0f}".replace("-", "−") for angle in (view.turn, view.tilt))
    text = say("lift.alt", m=len(made.data), name=name, turn=turn, tilt=tilt)
    if made.unit is None:
        return text
    return f"{text} {say('lift.alt_plane', n=int(made.wrong.sum()))}"


def framed(made, view, height):
    """The picture of the widget, which a pointer turns."""
    return element(
        "svg",
        element("title", plain(alt(made, view))),
        inside(made, view, height),
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        role="img",
        data_plane="",
        data_id="cloud",
        tabindex="0",
        class_="nn-picture",
    )


def inside(made, view, height=1.0):
    """All marks, the farther ones first; what lies behind the plane is drawn before it."""
    plane = made.plane(height)
    near = _nearer(made, view, plane)
    axes = list(_axes(made, view))
    drawn = [_ground(made, view), *(line for line, _ in axes)]
    for front in (False, True):
        if front and plane is not None:
            drawn += [_plane(view, *plane), _cut_line(made, view, height)]
        drawn.append(_net(made, view, height, near, front))
        drawn += _samples(made, view, height, near, front)
    return "".join([*drawn, *(name for _, name in axes)])


def _nearer(made, view, plane):
    """Of points in the cube: whether they are on the eye's side of the plane."""
    if plane is None:
        return lambda points: np.ones(len(points), dtype=bool)
    w, b = plane
    eye = w @ view.axes[2] > 0
    return lambda points: (points @ w + b > 0) == eye


def _px(view, points):
    right, up, _ = np.moveaxis(view.see(points), -1, 0)
    return CENTRE + UNIT * np.stack([right, -up], axis=-1)


def _ground(made, view):
    level = made.place([[0, 0, 0]], 1.0)[0, 2]
    corners = [(-1, -1, level), (1, -1, level), (1, 1, level), (-1, 1, level)]
    return element("polygon", points=written(_px(view, corners)), class_="nn-ground")


def _axes(made, view):
    """The three axes from one corner of the ground, each a line and its name."""
    level = made.place([[0, 0, 0]], 1.0)[0, 2]
    start = np.array([-1.0, -1.0, level])
    for k, (base, below) in enumerate((("x", "1"), ("x", "2"), ("x", "3"))):
        end = start.copy()
        end[k] = 1.0 if k < 2 or level < 0.9 else -1.0
        (x1, y1), (x2, y2) = _px(view, [start, end])
        if np.hypot(x2 - x1, y2 - y1) < 24:  # it points at the eye
            continue
        ends = dict(x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2))
        line = element("line", **ends, class_="nn-axis3")
        name_at = _px(view, [end + 0.14 * (end - start) / np.linalg.norm(end - start)])[0]
        name_at[1] += (k < 2) * max(0.0, 18.0 - view.tilt)  # from the side samples stand there
        yield line, symbol(*name_at, base, below, size=15.5, class_="nn-muted nn-halo-all")


def _net(made, view, height, near, front):
    """The lifted ground as a net of lines, cut into what lies in front and behind."""
    middle, half = made.box
    lines = np.linspace(middle[:2] - half[:2], middle[:2] + half[:2], LINES).T
    along = np.linspace(middle[:2] - half[:2], middle[:2] + half[:2], POINTS).T
    path = ""
    for k in (0, 1):
        for fixed in lines[k]:
            flat = np.empty((POINTS, 2))
            flat[:, k], flat[:, 1 - k] = fixed, along[1 - k]
            points = made.place(np.column_stack([flat, flat.prod(axis=1)]), height)
            here = near((points[1:] + points[:-1]) / 2) == front
            px = _px(view, points)
            for j, drawn in enumerate(here):
                if drawn:
                    begun = j > 0 and here[j - 1]
                    path += "" if begun else "M{:.0f} {:.0f}".format(*px[j])
                    path += "L{:.0f} {:.0f}".format(*px[j + 1])
    return element("path", d=path, class_="nn-net") if path else ""


def _plane(view, w, b):
    corners = cut(w, b)
    if not len(corners):
        return ""
    return element("polygon", points=written(_px(view, corners)), class_="nn-cut")


def _cut_line(made, view, height):
    """Where the plane cuts the lifted ground."""
    path = ""
    for piece in made.curve:
        px = _px(view, made.place(piece, height))
        path += "M" + "L".join("{:.1f} {:.1f}".format(*point) for point in px)
    return element("path", d=path, class_="nn-edge3") if path else ""


def _samples(made, view, height, near, front):
    """The samples of one side, the farther ones first and smaller, each on its stalk."""
    points = made.place(made.data.X, height)
    feet = made.place(made.data.X, 0.0)
    depth = view.see(points)[:, 2]
    tops, bottoms = _px(view, points), _px(view, feet)
    shown = near(points) == front
    for k in np.argsort(depth):
        if shown[k]:
            (x, y), (x0, y0) = tops[k], bottoms[k]
            if np.hypot(x - x0, y - y0) > 4:
                ends = dict(x1=float(x0), y1=float(y0), x2=float(x), y2=float(y))
                yield element("line", **ends, class_="nn-stalk")
            r = 5.6 * (1 + 0.24 * float(depth[k]))
            yield sample(x, y, int(made.data.labels[k]), r=r)
            if made.wrong[k]:
                yield cross(x, y)
