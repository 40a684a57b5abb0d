"""The map of all lines: angle to the right, offset upwards, mistakes as a shade."""

import numpy as np

from nnlib import lines
from nnlib.svg import line_plane
from nnlib.svg.element import element, plate
from nnlib.svg.marks import grip, ring
from nnlib.svg.plane import Plane, written
from nnlib.svg.text import label
from nnlib.words import say

WIDTH, HEIGHT = 346.0, 328.0
MAP = Plane(36.0, 6.0, 297.0, 240.0, (0.0, 360.0), (-1.0, 1.0))
COLUMNS, ROWS = 36, 25
WIDE, HIGH = MAP.width / COLUMNS, MAP.height / ROWS
ANGLES = np.arange(0.0, 361.0, 5.0)
STYLE = """
.nn-count0 { --nn-shade: var(--nn-activation); --nn-on: var(--nn-on-now); }
.nn-count1 { --nn-shade: var(--nn-count1); --nn-on: var(--nn-ink); }
.nn-count2 { --nn-shade: var(--nn-count2); --nn-on: var(--nn-on-now); }
.nn-count3 { --nn-shade: var(--nn-count3); --nn-on: var(--nn-page); }
.nn-count4 { --nn-shade: var(--nn-count4); --nn-on: var(--nn-page); }
.nn-shade { fill: var(--nn-shade); }
.nn-tiles { fill: none; stroke-width: 8.6; stroke-dasharray: 7.25 1; stroke: var(--nn-shade); }
.nn-dots { stroke: var(--nn-hairline); stroke-width: 1.4; stroke-linecap: round; stroke-dasharray: 0 8.25; }
.nn-through0, .nn-through1 { fill: none; stroke-width: 2; }
.nn-through0 { stroke: var(--nn-negative); stroke-dasharray: 6 4; }
.nn-through1 { stroke: var(--nn-positive); }
.nn-picture .nn-region { font-weight: 700; fill: var(--nn-on); stroke: var(--nn-shade); stroke-width: 5;
  paint-order: stroke; stroke-linejoin: round; }
.nn-picture .nn-blank { fill: var(--nn-muted); stroke: var(--nn-page); stroke-width: 5; paint-order: stroke; }
.nn-wanted { fill: none; stroke: var(--nn-activation); stroke-width: 2; }
"""  # noqa: E501


def tile(angle, offset):
    """The row and the column of a line's tile, from 0, from below and from the left."""
    row = int(np.clip((offset + 1) / 2 * ROWS, 0, ROWS - 1))
    return row, int(angle / 360 * COLUMNS) % COLUMNS


def ground():
    """What lies under everything: a dot a tile."""
    x1, x2 = MAP.left + WIDE / 2, MAP.left + MAP.width
    ys = (MAP.top + HIGH * (k + 0.5) for k in range(ROWS))
    return "".join(element("line", x1=x1, y1=y, x2=x2, y2=y, class_="nn-dots") for y in ys)


def whole(X, regions, plane=MAP):
    """Every region in the shade of its mistakes, one path a count."""
    shapes = {}
    for region in regions:
        shapes.setdefault(region.mistakes, []).extend(_outlines(X, region.labels, plane))
    return "".join(
        element("path", d="".join(paths), class_=f"nn-shade nn-count{count}")
        for count, paths in sorted(shapes.items())
    )


def tiles(tried):
    """The tiles tried: an array of shape (25, 36), the mistakes or −1; one path a count.

    A run of equal tiles is a dashed line as thick as they are high.
    """
    runs = {}
    for row, counts in enumerate(tried):
        edges = np.flatnonzero(np.diff(counts)) + 1
        y = MAP.top + MAP.height - (row + 0.5) * HIGH
        for start, end in zip([0, *edges], [*edges, COLUMNS]):
            if counts[start] >= 0:
                path = f"M{MAP.left + start * WIDE:.2f} {y:.1f}h{(end - start) * WIDE:.2f}"
                runs.setdefault(int(counts[start]), []).append(path)
    return "".join(
        element("path", d="".join(paths), class_=f"nn-tiles nn-count{count}")
        for count, paths in sorted(runs.items())
    )


def curves(X, y):
    """For each sample the lines that run through it."""
    at = lines.places(X, ANGLES)
    return "".join(
        element("polyline", points=_points(ANGLES, row), class_=f"nn-through{k}")
        for row, k in zip(at, y)
    )


def numbers(regions, known, clear_of=None):
    """In each region its mistakes, or ? where it is not known yet (`known` holds labels).

    They give way to what stands at `clear_of`, a place in px.
    """
    made = []
    for region in regions:
        text = str(region.mistakes) if region.labels in known else "?"
        shade = f"nn-region nn-count{region.mistakes}" if text != "?" else "nn-blank"
        for place in MAP.px(_places(region)):
            place = place if clear_of is None else _aside(place, clear_of)
            made.append(label(*place, text, size=14.0, class_=f"nn-num {shade}"))
    return "".join(made)


def marker(trial):
    """Where the line is on the map: a ring that can be dragged."""
    x, y = MAP.px([trial.angle, trial.offset])
    at = {"cx": float(x), "cy": float(y)}
    return element(
        "g",
        grip(x, y),
        element("circle", r=13.5, class_="nn-handle-focus", **at),
        element("circle", r=8.0, class_="nn-plate", **at),
        ring(x, y, 8.0),
        element("circle", r=2.8, class_="nn-badge", **at),
        class_="nn-grip",
        **line_plane.held("map-line", say("separate.marker"), trial),
    )


def still(data, plane):
    """The whole map, small, with its region of 0 mistakes marked."""
    X, y = lines.corners(data)
    regions = lines.regions(data)
    best = [region for region in regions if region.mistakes == 0]
    zeros = (plane.px([region.angle, region.offset * 1.2]) for region in best)
    marks = [label(*at, "0", size=13.0, class_="nn-num nn-region nn-count0") for at in zeros]
    middle = plane.left + plane.width / 2, plane.top + plane.height / 2
    edge = plate(*middle, plane.width, plane.height, "nn-frame", corner=0)
    return "".join([whole(X, regions, plane), *marks, edge])


def _places(region):
    """Where its number stands: twice where the map's edge cuts it, away from the curves."""
    if abs(region.offset) > 0.7:
        return [[180.0, region.offset]]
    if region.angle == 0:
        return [[14.0, region.offset], [346.0, region.offset]]
    return [[region.angle, region.offset * 1.2]]


def _aside(place, other):
    """The place, or a point beside it if the ring around `other` would cover it."""
    away = place - other
    near = float(np.hypot(*away))
    if near >= 18.0:
        return place
    return other + (18.0 * away / near if near > 1.0 else np.array([18.0, 0.0]))


def _outlines(X, labels, plane):
    """The region of these labels as closed paths, one for each run of angles."""
    low, high = lines.band(X, labels, ANGLES)
    there = np.flatnonzero(high - low > -1e-9)
    for run in np.split(there, np.flatnonzero(np.diff(there) > 1) + 1):
        over = np.concatenate([ANGLES[run], ANGLES[run][::-1]])
        edge = np.concatenate([high[run], low[run][::-1]])
        if len(run) > 1:
            yield f"M{_points(over, edge, plane)}z"


def _points(angles, offsets, plane=MAP):
    return written(plane.px(np.stack([angles, offsets], axis=-1)))
