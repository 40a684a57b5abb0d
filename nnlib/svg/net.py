"""A net of MP neurons at one time step, and the raster of what fired when."""

import numpy as np

from nnlib import checks
from nnlib.nets import MPNet
from nnlib.svg.element import element, plain, plate
from nnlib.svg.mp import STYLE, R, lamp, named, wire
from nnlib.svg.page import page
from nnlib.svg.text import label
from nnlib.words import say

WIDTH, LEFT, RIGHT, TOP, ROW = 540.0, 60.0, 488.0, 66.0, 104.0
SIDE_WIDTH, NAME, CELL = 360.0, 70.0, 32.0
MOST = 11  # time steps


def draw_net(net, x, *, at=0):
    """A net of MP neurons at time `at`: which units fire, which wires carry a pulse.

    Parameters
    ----------
    net : MPNet
    x : array of shape (n,) or (m, n)
        The inputs, as for `MPNet.run`.
    at : int, >= 0
        The time step.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> from nnlib import MPNeuron
    >>> draw_net(MPNet({"y": (MPNeuron([1, 1], 2), ["x1", "x2"])}), [1, 1], at=1).alt
    'MPNet(x1, x2 → y) at time 1. y fires.'
    """
    checks.instance("net", net, MPNet)
    at = checks.integer("at", at, at_least=0)
    fires = net.run(x, steps=at + 1)[at]
    words = say_net(net, fires, at)
    return page(scene(net, fires), WIDTH, height(net), words, plane=True, style=STYLE)


def say_net(net, fires, t):
    """The picture in words."""
    return say("net.alt", net=repr(net), t=t, fires=say_fires(net, fires))


def say_fires(net, fires):
    """Which units fire."""
    names = [name for name, on in zip(net.names, fires) if on]
    if not names:
        return say("net.silence")
    first = ", ".join(names[:-1])
    listed = first + say("net.and") + names[-1] if first else names[0]
    return say("net.fires" if len(names) == 1 else "net.fire", names=listed)


def height(net):
    """How high the picture is, px."""
    return TOP + ROW * (max(map(len, _columns(net))) - 1) + 64.0


def _columns(net):
    """Inputs first, then each neuron one column after the last of its earlier sources."""
    depth = dict.fromkeys(net.inputs, 0)
    for name, sources in net.sources.items():
        depth[name] = 1 + max((depth[source] for source in sources if source in depth), default=0)
    columns = [[] for _ in range(max(depth.values()) + 1)]
    for name, column in depth.items():
        columns[column].append(name)
    return [column for column in columns if column]


def places(net):
    """Name to (x, y) in px."""
    columns = _columns(net)
    middle = TOP + ROW * (max(map(len, columns)) - 1) / 2
    across = np.linspace(LEFT, RIGHT, len(columns))
    return {
        name: (float(x), middle + ROW * (k - (len(column) - 1) / 2))
        for x, column in zip(across, columns)
        for k, name in enumerate(column)
    }


def scene(net, fires):
    """Wires under units; a wire is live if its source fires now, so its pulse is under way."""
    at, on = places(net), dict(zip(net.names, fires))
    order = {name: k for k, name in enumerate(net.names)}
    parts = []
    for name, sources in net.sources.items():
        for i, source in enumerate(sources):
            bend = _bend(at, order, source, name)
            neuron = net.neurons[name]
            inhibits = i in neuron.inhibitory
            if not inhibits and neuron.weights[i] == 0:
                continue  # no synapse: what comes in means nothing
            parts.append(wire(at[source], at[name], inhibits=inhibits, live=on[source], bend=bend))
    for name, (x, y) in at.items():
        parts.append(lamp(x, y, on[name], now=bool(on[name]), data_id=name))
        parts.append(named(x, y + R + 17, name, size=20.5))
        if name in net.neurons:
            theta = f"θ {net.neurons[name].threshold:g}"
            parts.append(label(x, y + R + 35, theta, size=13.5, class_="nn-num nn-muted"))
    return "".join(parts)


def _bend(at, order, source, name):
    """Wires back, and those that pass a unit, go round."""
    (x1, y1), (x2, y2) = at[source], at[name]
    if source == name:
        return 0.0
    if order[source] > order[name]:
        return 62.0
    passes = any(
        x1 < x < x2 and abs(y - (y1 + (y2 - y1) * (x - x1) / (x2 - x1))) < R + 8
        for x, y in at.values()
    )
    return -52.0 if passes else 0.0


def raster(net, fires, t, press=False):
    """One row a unit, one column a time step: what fired up to time t; inputs can be pressed."""
    steps, n = len(fires), len(net.inputs)
    wide = min(CELL, (SIDE_WIDTH - NAME) / steps)
    high = 30.0 * len(net.names)
    x_now = NAME + wide * (t + 0.5)
    parts = [plate(x_now, 26.0 + high / 2, wide, high + 4, "nn-raster-now", corner=4)]
    time = dict(size=13.0, class_="nn-num nn-muted")
    parts.append(label(NAME - 10, 12.0, say("net.time"), anchor="end", **time))
    for s in range(steps):
        parts.append(label(NAME + wide * (s + 0.5), 12.0, str(s), **time))
    for k, name in enumerate(net.names):
        y = 41.0 + 30.0 * k
        parts.append(named(NAME - 10, y, name, size=20.5, anchor="end"))
        for s in range(steps):
            known = s <= t or k < n
            on = bool(fires[s, k]) if known else None
            pressed = press and k < n
            parts.append(_square(NAME + wide * (s + 0.5), y, wide, on, name, k, s, pressed))
    return "".join(parts)


def _square(x, y, wide, on, name, k, s, press):
    class_ = "nn-raster nn-later" if on is None else "nn-raster" + " nn-fires" * on
    square = plate(x, y, wide - 6, 20.0, class_, corner=3)
    text = "" if on is None else label(x, y, str(int(on)), size=13.0, class_="nn-num nn-muted")
    if not press:
        return square + text
    words = say("net.cell", name=name, t=s, on=int(on))
    hit = plate(x, y, wide, 28.0, "nn-hit-area", corner=0)
    more = dict(data_press="", tabindex=0, role="button", aria_label=words)
    return element("g", hit, square, text, data_id=f"x-{k}-{s}", **more)


def side_height(net):
    """How high the raster is, px."""
    return 34.0 + 30.0 * len(net.names)


def framed(inside, words, width, high):
    """Markup as an ``svg`` element of a widget's frame."""
    return element(
        "svg",
        element("title", plain(words)),
        inside,
        viewBox=f"0 0 {width:.0f} {high:.0f}",
        role="img",
        class_="nn-picture",
    )
