"""Units that are on or off, and the wires between them: pulses that excite or inhibit."""

import numpy as np

from nnlib.svg.element import element
from nnlib.svg.plane import written
from nnlib.svg.style import own
from nnlib.svg.text import label, symbol

R = 22.0
STYLE = own("mp").partition("/* in the widget")[0]


def lamp(x, y, on, *, r=R, text=None, now=False, **attributes):
    """A unit: filled and 1 if it fires, hollow and 0 if not, "?" where None; ringed if `now`."""
    place = dict(cx=float(x), cy=float(y))
    inside = text if text is not None else "?" if on is None else str(int(on))
    class_ = "nn-lamp" + (" nn-fires" if on else " nn-silent" if on is not None else " nn-open")
    weight = " nn-strong" if on else " nn-muted"
    return element(
        "g",
        element("circle", r=r + 6.0, class_="nn-lamp-ring" + " nn-now-ring" * now, **place),
        element("circle", r=r, class_=class_, **place),
        label(x, y, inside, size=17.0, class_="nn-num nn-lamp-text" + weight),
        **attributes,
    )


def named(x, y, name, *, size=17.0, anchor="middle", class_=""):
    """A name as its symbol if it is a letter with a number (x1), else as a word."""
    letter, number = name[:1], name[1:]
    if letter.isalpha() and (not number or number.isdigit()):
        return symbol(x, y, letter, number, size=size, anchor=anchor, class_=class_)
    return label(x, y, name, size=0.82 * size, anchor=anchor, class_=f"nn-num {class_}".strip())


def wire(start, end, *, inhibits, live, r_start=R, r_end=R, bend=0.0):
    """A wire from unit to unit: solid with a tip if it excites, dashed with a ring if it inhibits.

    `bend` px to its side at the middle; a wire from a unit to itself is a loop above it.
    """
    start, end = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    if np.allclose(start, end):
        first, last = start + [-0.5 * r_end, -0.9 * r_end], end + [0.5 * r_end, -1.16 * r_end]
        control = [start + [-2.4 * r_end, -3.6 * r_end], end + [2.4 * r_end, -3.6 * r_end]]
    else:
        along = (end - start) / np.hypot(*(end - start))
        middle = (start + end) / 2 + bend * np.array([-along[1], along[0]])
        first = start + (r_start + 2) * _unit(middle - start)
        last = end + (r_end + 4) * _unit(middle - end)
        control = [middle + bend * np.array([-along[1], along[0]])] if bend else [middle]
    toward = _unit(last - control[-1])
    neck = last - 11.0 * toward
    points = " ".join(f"{x:.1f} {y:.1f}" for x, y in [*control, neck])
    tone = f"nn-mp-wire {'nn-neg' if inhibits else 'nn-pos'}" + (" nn-live" if live else "")
    curve = "QC"[len(control) - 1]
    line = element("path", d=f"M{first[0]:.1f} {first[1]:.1f}{curve}{points}", class_="nn-mp-line")
    return element("g", line, _end(neck, last, toward, inhibits), class_=tone)


def _end(neck, last, toward, inhibits):
    if inhibits:
        x, y = last - 5.5 * toward
        return element("circle", cx=float(x), cy=float(y), r=5.0, class_="nn-mp-stop")
    across = np.array([-toward[1], toward[0]]) * 5.5
    return element("polygon", points=written([last, neck + across, neck - across]))


def _unit(v):
    return v / max(np.hypot(*v), 1e-9)
