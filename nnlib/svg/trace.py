"""Current in, membrane potential out: two planes over one axis of time, and the rate beside."""

import numpy as np

from nnlib import checks
from nnlib.membrane import Membrane
from nnlib.numerals import numeral
from nnlib.svg.element import element, plain
from nnlib.svg.page import SHOWN, page
from nnlib.svg.plane import Plane, axes, written
from nnlib.svg.style import own
from nnlib.svg.text import label
from nnlib.words import say

WIDTH, HEIGHT = SHOWN, 372.0
LEFT, RIGHT = 58.0, 572.0  # of both planes; the last number of the axis stands around RIGHT
SIDE_WIDTH, SIDE_HEIGHT = 300.0, 372.0
DT, END = 0.1, 100.0  # ms
APART = 0.05  # nA: dots nearer than that would cover each other
PEAK = 30.0  # mV: where a pulse is drawn to; the model does not compute its shape
STYLE = own("trace").partition("/* in the widget")[0]
SMALL = dict(size=13.0, class_="nn-num nn-muted")


def draw_trace(membrane, I):
    """The membrane potential V that a current makes, above it the current.

    Parameters
    ----------
    membrane : Membrane
    I : array of shape (n,)
        The current every 0.1 ms, nA.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> draw_trace(Membrane(), np.full(1000, 2.0)).alt
    'The current I and the membrane potential V over 100 ms: 7 pulses, 13.8 ms apart.'
    """
    membrane = checks.instance("membrane", membrane, Membrane)
    V, pulses = membrane.run(I)
    I = np.asarray(I, dtype=float)
    inside = trace(membrane, I, V, pulses)
    return page(inside, WIDTH, HEIGHT, say_trace(len(I), pulses), plane=True, style=STYLE)


def say_trace(n, pulses):
    """The picture in words."""
    ms = numeral(round(n * DT))
    if len(pulses) < 2:
        return say(f"trace.alt{len(pulses)}", ms=ms)
    apart = numeral(np.diff(pulses).mean())
    return say("trace.alt", ms=ms, count=len(pulses), apart=apart)


def framed(inside, words, width=WIDTH, height=HEIGHT):
    """Markup as an ``svg`` element of a widget's frame."""
    return element(
        "svg",
        element("title", plain(words)),
        inside,
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        role="img",
        class_="nn-picture",
    )


def current_plane(ms=END):
    """Where the current is drawn."""
    return Plane(LEFT, 24.0, RIGHT - LEFT, 84.0, (0.0, ms), (-6.0, 8.0))


def trace(membrane, I, V, pulses):
    """Both planes: the current as it is, V with a stroke up to `PEAK` at each pulse."""
    ms = len(I) * DT
    low = min(-75.0, membrane.E - 5.0)
    below = Plane(LEFT, 144.0, RIGHT - LEFT, 190.0, (0.0, ms), (low, PEAK + 8.0))
    above = current_plane(ms)
    times = np.linspace(0.0, ms, 6)
    t = np.arange(len(I)) * DT
    level = say("trace.theta", theta=numeral(membrane.theta))
    kept = np.flatnonzero(np.r_[True, np.diff(I) != 0]) if len(I) else []
    corners = np.repeat(np.append(t[kept], ms), 2)[1:-1]
    steps = np.clip(np.stack([corners, np.repeat(I[kept], 2)], axis=1), *above.ends)
    return "".join(
        [
            axes(above, [-5, 0, 5], ("", ""), x_ticks=[], size=13.0),
            _polyline(above.px(steps), "nn-current"),
            label(LEFT, 12.0, say("trace.I"), anchor="start", **SMALL),
            axes(below, [-70, -50, -30, 0, 30], ("", ""), x_ticks=times, size=13.0),
            label(LEFT, 132.0, say("trace.V"), anchor="start", **SMALL),
            label(RIGHT, 364.0, say("trace.t"), anchor="end", **SMALL),
            label(RIGHT, 132.0, level, anchor="end", **SMALL),
            _level(below, membrane.theta),
            _polyline(below.px(_with_strokes(t, V, pulses)), "nn-potential"),
        ]
    )


def _with_strokes(t, V, pulses):
    """Points (t, V), every second one and those around a pulse, with a stroke at each pulse."""
    fired = np.rint(np.asarray(pulses) / DT).astype(int)
    keep = np.zeros(len(t), dtype=bool)
    keep[::2] = True
    keep[fired] = keep[fired - 1] = True
    points = np.stack([t, V], axis=1)
    strokes = np.stack([t[fired], np.full(len(fired), PEAK)], axis=1)
    where = np.searchsorted(np.flatnonzero(keep), fired)
    return np.insert(points[keep], where, strokes, axis=0)


def _level(plane, value):
    return _polyline(plane.px([[plane.x[0], value], [plane.x[1], value]]), "nn-level")


def _polyline(points, class_):
    return element("polyline", points=written(points), class_=class_)


def kick(t, sign, number, **attributes):
    """A single pulse that comes in at t ms, as the knob of a synapse.

    Inhibitory ones hang lower, so that one between two others covers neither.
    """
    x, y = current_plane().px([t + 0.5, 0.0 if sign > 0 else -3.0])
    place = dict(cx=float(x), cy=float(y))
    return element(
        "g",
        element("title", plain(say(f"trace.kick{sign:+d}", t=numeral(t)))),
        element("circle", r=13.0, class_="nn-hit-area", **place),
        element("circle", r=10.0, class_=f"nn-kick {'nn-pos' if sign > 0 else 'nn-neg'}", **place),
        label(float(x), float(y) - 0.5, "+" if sign > 0 else "−", size=16.0, class_="nn-on-kick"),
        data_id=f"kick-{number}",
        **attributes,
    )


def rates(tried, I, count):
    """How many pulses each constant current tried so far made, the present one ringed."""
    most = max(24, 4 * -(-max([count, *tried.values()]) // 4))
    plane = Plane(44.0, 24.0, 244.0, 184.0, (0.0, 4.0), (-1.0, float(most)))
    apart = {(round(at / APART), n): (at, n) for at, n in tried.items()}  # few stay fast
    dots = [_dot(plane, *pair, "nn-tried") for pair in apart.values()]
    now = _dot(plane, I, tried[I], "nn-tried-now") if I in tried else ""
    return "".join(
        [
            axes(plane, np.arange(0, most + 1, most // 4), ("", ""), x_ticks=range(5), size=13.0),
            label(44.0, 12.0, say("trace.count"), anchor="start", **SMALL),
            label(288.0, 238.0, say("trace.nA"), anchor="end", **SMALL),
            *dots,
            now,
            *_found(tried, I, count),
        ]
    )


def nano(I):
    """``1.50`` and ``1.501``: a current in nA, two decimals or as many more as it has, up to 4."""
    text = f"{I:.4f}"
    return text[:-2] + text[-2:].rstrip("0")


def bracket(tried):
    """The largest current that made no pulse and the smallest that made one, or None."""
    silent = max((I for I, count in tried.items() if not count), default=None)
    firing = min((I for I, count in tried.items() if count), default=None)
    return silent, firing


def say_rates(tried, I, count):
    """The rates in words."""
    named = dict(zip(("silent", "firing"), map(_nA, bracket(tried))))
    return say("trace.alt_rates", n=len(tried), I=nano(I), count=count, **named)


def _nA(I):
    return say("trace.none") if I is None else f"{nano(I)} nA"


def _found(tried, I, count):
    rows = [("trace.now", f"{nano(I)} nA"), ("trace.count", str(count))]
    for name, value in zip(("trace.silent", "trace.firing"), bracket(tried)):
        rows.append((name, "?" if value is None else f"{nano(value)} nA"))
    for k, (name, text) in enumerate(rows):
        y = 268.0 + 27.0 * k
        strong = dict(size=15.0, class_="nn-num nn-strong", anchor="end")
        yield label(4.0, y, say(name), size=14.0, anchor="start", class_="nn-num")
        yield label(288.0, y, text.replace("-", "−"), **strong)


def _dot(plane, I, count, class_):
    x, y = plane.px([I, count])
    return element("circle", cx=float(x), cy=float(y), r=3.6, class_=class_)
