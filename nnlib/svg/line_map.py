"""The map of all lines: angle to the right, offset upwards, mistakes as a shade."""

import numpy as np

from nnlib import lines
from nnlib.svg.element import element, plate
from nnlib.svg.marks import grip, ring, sample
from nnlib.svg.page import page
from nnlib.svg.plane import Plane, written
from nnlib.svg.text import label, width
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
.nn-mesh { fill: none; stroke-width: 9.7; stroke: var(--nn-page); }
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
    mesh = "".join(path for paths in runs.values() for path in paths)
    made = [element("path", d=mesh, class_="nn-mesh")] if mesh else []
    for count, paths in sorted(runs.items()):
        made.append(element("path", d="".join(paths), class_=f"nn-tiles nn-count{count}"))
    return "".join(made)


def curves(X, y):
    """For each sample the lines that run through it."""
    at = lines.places(X, ANGLES)
    return "".join(
        element("polyline", points=_points(ANGLES, row), class_=f"nn-through{k}")
        for row, k in zip(at, y)
    )


def numbers(regions, known):
    """In each region its mistakes, or ? where it is not known yet (`known` holds labels)."""
    made = []
    for region in regions:
        text = str(region.mistakes) if region.labels in known else "?"
        shade = f"nn-region nn-count{region.mistakes}" if text != "?" else "nn-blank"
        for place in _places(region):
            made.append(label(*MAP.px(place), text, size=14.0, class_=f"nn-num {shade}"))
    return "".join(made)


def marker(angle, offset, words):
    """Where the line is on the map: a ring that can be dragged."""
    x, y = MAP.px([angle, offset])
    at = {"cx": float(x), "cy": float(y)}
    return element(
        "g",
        grip(x, y),
        element("circle", r=13.5, class_="nn-handle-focus", **at),
        element("circle", r=8.0, class_="nn-plate", **at),
        ring(x, y, 8.0),
        element("circle", r=2.8, class_="nn-badge", **at),
        class_="nn-grip",
        data_id="map-line",
        data_drag="",
        tabindex="0",
        role="button",
        aria_label=words,
    )


def frame():
    """The frame, the numbers at its sides and the names of both axes."""
    left, bottom = MAP.left, MAP.top + MAP.height
    middle = left + MAP.width / 2, MAP.top + MAP.height / 2
    small = {"size": 11.5, "class_": "nn-num nn-muted nn-tick"}
    parts = [plate(*middle, MAP.width, MAP.height, "nn-frame", corner=0)]
    for angle in range(0, 361, 90):
        x = float(MAP.px([angle, 0])[0])
        parts.append(element("line", x1=x, y1=bottom, x2=x, y2=bottom + 4, class_="nn-frame"))
        parts.append(label(min(x, WIDTH - 13), bottom + 12, f"{angle}°", **small))
    for offset, text in ((-1, "−1"), (0, "0"), (1, "1")):
        y = float(MAP.px([0, offset])[1])
        parts.append(element("line", x1=left - 4, y1=y, x2=left, y2=y, class_="nn-frame"))
        parts.append(label(left - 7, min(y, bottom - 3), text, anchor="end", **small))
    words = {"size": 13.0, "class_": "nn-num nn-muted"}
    parts.append(label(middle[0], bottom + 27, say("separate.x_axis"), **words))
    turned = f"translate(9 {middle[1]:.0f})rotate(-90)"
    parts.append(element("g", label(0, 0, say("separate.y_axis"), **words), transform=turned))
    return "".join(parts)


def legend(regions, found):
    """Which shade is which count, and which curve which class; `found`: whether 0 is known."""
    counts = sorted({region.mistakes for region in regions} - {0})
    y, words = MAP.top + MAP.height + 49.0, {"size": 13.0, "class_": "nn-num nn-muted"}
    x, word = 36.0, say("separate.mistakes")
    parts = [label(x, y, word, anchor="start", **words)]
    x += width(word, 13.0) + 6
    for count in [0, *counts] if found else counts:
        parts.append(plate(x + 8, y, 16.0, 14.0, f"nn-shade nn-count{count}", corner=2))
        parts.append(label(x + 20, y, str(count), size=13.0, class_="nn-num", anchor="start"))
        x += 38
    if not found:
        parts.append(plate(x + 8, y, 16.0, 13.0, "nn-wanted", corner=2))
        text = say("separate.nowhere")
        parts.append(label(x + 20, y, text, size=13.0, class_="nn-num", anchor="start"))
    return "".join([*parts, _classes(y + 22)])


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


def draw_line_map(data):
    """The map of every line among the corners of a truth table, whole, for the page.

    To the right the angle of w, upwards the offset of the line from (½, ½); a shade for
    each count of mistakes, which changes only where the line runs through a sample.

    Parameters
    ----------
    data : Dataset
        A truth table of two inputs, such as `nnlib.XOR`.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If data is no such table.

    Examples
    --------
    >>> from nnlib.data import AND
    >>> draw_line_map(AND()).alt[:49]
    'All lines on the map of AND: 14 regions, 1 with 0'
    """
    X, y = lines.corners(data)
    regions = lines.regions(data)
    every = {region.labels for region in regions}
    parts = [whole(X, regions), curves(X, y), numbers(regions, every), frame()]
    parts.append(legend(regions, any(region.mistakes == 0 for region in regions)))
    return page("".join(parts), WIDTH, HEIGHT, *spoken(data, regions), plane=True, style=STYLE)


def spoken(data, regions):
    """The whole map in words: (title, description)."""
    counts = [region.mistakes for region in regions]
    each = ", ".join(f"{counts.count(n)} with {n}" for n in sorted(set(counts)))
    title = say("separate.map_alt", name=data.name, n=len(regions), counts=each)
    return title, say("separate.map_desc")


def _places(region):
    """Where its number stands: twice where the map's edge cuts it, away from the curves."""
    if abs(region.offset) > 0.7:
        return [[180.0, region.offset]]
    if region.angle == 0:
        return [[14.0, region.offset], [346.0, region.offset]]
    return [[region.angle, region.offset * 1.2]]


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


def _classes(y):
    text = say("separate.through")
    parts = [label(36.0, y, text, size=13.0, class_="nn-num nn-muted", anchor="start")]
    x = 36.0 + 0.87 * width(text, 13.0) + 8
    for k in (1, 0):
        parts.append(
            element("line", x1=x, y1=y, x2=x + 26, y2=y, class_=f"nn-through{k}"),
        )
        parts.append(sample(x + 37, y, k, r=5.0))
        x += 60
    return "".join(parts)
