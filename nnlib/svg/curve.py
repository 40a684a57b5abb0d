"""The curve of g with its point: where g′ comes from, and what comes next."""

import numpy as np

from nnlib.svg.element import element

WIDTH, HEIGHT = 106.0, 70.0


def curve(g, z, data_id, *, tangent):
    """The curve of g around z with the point (z, g(z)), as an ``svg`` element.

    Parameters
    ----------
    g : Activation
    z : float
    data_id : str
        What it lights up with.
    tangent : bool
        Draw the tangent, else the line up to the point.
    """
    reach = max(5.0, 1.25 * abs(z)) if abs(z) < 1e6 else 5.0
    z = float(np.clip(np.nan_to_num(z), -reach, reach))  # beyond, or no number: at the edge
    zs = np.linspace(-reach, reach, 81)
    values = np.append(g(zs), 0.0)
    low, high = float(values.min()), float(values.max())
    margin = 0.12 * max(high - low, 0.1)

    def x(one):
        return 53.0 + 50.0 * one / reach

    def y(one):
        return HEIGHT - HEIGHT * (one - low + margin) / (high - low + 2 * margin)

    points = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in zip(zs, g(zs)))
    at = x(z), y(float(g(z)))
    if tangent:
        slope = float(g.derivative(np.array(z)))
        dx, dy = 1.0, (y(slope * reach / 50.0) - y(0.0))
        scale = 24.0 / np.hypot(dx, dy)
        ends = at[0] - dx * scale, at[1] - dy * scale, at[0] + dx * scale, at[1] + dy * scale
    else:
        ends = at[0], y(0.0), at[0], at[1]
    return element(
        "svg",
        element("line", x1=0.0, y1=y(0.0), x2=WIDTH, y2=y(0.0), class_="nn-axis"),
        element("line", x1=53.0, y1=0.0, x2=53.0, y2=HEIGHT, class_="nn-axis"),
        element("polyline", points=points, class_="nn-curve"),
        element("line", x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3], class_="nn-tangent"),
        element("circle", cx=at[0], cy=at[1], r=4.5, class_="nn-point"),
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        class_="nn-curve-box",
        data_id=data_id,
        aria_hidden="true",
    )
