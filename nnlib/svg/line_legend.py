"""What stands around the map of all lines: its axes and its legend; and the map for the page."""

from nnlib import lines
from nnlib.svg.element import element, plate
from nnlib.svg.line_map import HEIGHT, MAP, STYLE, WIDTH, curves, numbers, whole
from nnlib.svg.marks import sample
from nnlib.svg.page import page
from nnlib.svg.text import label, width
from nnlib.words import say


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


def legend(regions, found, all_known):
    """Which shade is which count, and which curve which class; `found`: whether 0 is known."""
    counts = sorted({region.mistakes for region in regions} - {0})
    y, words = MAP.top + MAP.height + 49.0, {"size": 13.0, "class_": "nn-num nn-muted"}
    x, word = 36.0, say("separate.mistakes")
    parts = [label(x, y, word, anchor="start", **words)]
    x += width(word, 13.0) + 6
    apart = 38 if len(counts) < 4 or found else 33
    for count in [0, *counts] if found else counts:
        parts.append(plate(x + 8, y, 16.0, 14.0, f"nn-shade nn-count{count}", corner=2))
        parts.append(label(x + 20, y, str(count), size=13.0, class_="nn-num", anchor="start"))
        x += apart
    if not found:
        parts.append(plate(x + 8, y, 16.0, 13.0, "nn-wanted", corner=2))
        text = say("separate.nowhere" if all_known else "separate.nowhere_yet")
        parts.append(label(x + 20, y, text, size=13.0, class_="nn-num", anchor="start"))
    return "".join([*parts, _classes(y + 22)])


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
    parts.append(legend(regions, any(region.mistakes == 0 for region in regions), True))
    return page("".join(parts), WIDTH, HEIGHT, *spoken(data, regions), plane=True, style=STYLE)


def spoken(data, regions):
    """The whole map in words: (title, description)."""
    counts = [region.mistakes for region in regions]
    each = ", ".join(f"{counts.count(n)} with {n}" for n in sorted(set(counts)))
    title = say("separate.map_alt", name=data.name, n=len(regions), counts=each)
    return title, say("separate.map_desc")


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
