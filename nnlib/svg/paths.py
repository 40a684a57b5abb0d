"""Every path from one unit to J, one after the other, and the sum of their products (slide 23)."""

from itertools import product
from math import prod

from nnlib import checks, steps
from nnlib.losses import Loss, losses, squared_error
from nnlib.numerals import is_exact, numeral
from nnlib.svg.element import element
from nnlib.svg.page import page
from nnlib.svg.text import label, symbol
from nnlib.words import say

MOST = 12  # paths on one page
TEXT = 12.65  # with TEXT in nnlib.svg.layout: 11 px where the page is narrow
LEFT, THUMB, COLUMN, PRODUCT, TOP = 8.0, 120.0, 50.0, 66.0, 44.0


def draw_paths(net, x, y, *, unit, loss=squared_error):
    """All paths from a unit to J: ∂J/∂a_i^(l) = Σ_paths Π (Θ · g′) · ∂J/∂a_k^(L).

    Parameters
    ----------
    net : Network
    x : array of shape (s_1,)
    y : array of shape (s_L,)
    unit : (l, i)
        The unit i of layer l, both from 1 on; at most 12 paths may start there.
    loss : Loss or str

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slide 23.

    Examples
    --------
    >>> from nnlib import Network
    >>> net = Network.from_weights([[[1.0], [2.0]], [[3.0, 0.5]]], [[0, 0], [0]], g="identity")
    >>> draw_paths(net, [1], [3], unit=(1, 1)).alt
    'The paths from unit 1 of layer 1 to J: 1-1-1 gives 6, 1-2-1 gives 2. Their sum is 8.'
    """
    steps.backward(net, x, y, loss)  # refuses what is no network, sample or target
    l, i = _unit(net, unit)
    loss = checks.known("loss", loss, Loss, losses)
    paths = [(i, *rest) for rest in product(*(range(1, n + 1) for n in net.sizes[l:]))]
    if len(paths) > MOST:
        raise ValueError(f"unit must have at most {MOST} paths to J, got {len(paths)}")
    ahead = net.forward(x)
    ends = loss.derivative(ahead.a[net.L], checks.array("y", y, (net.sizes[-1],)))
    slopes = {k: net.g[k].derivative(ahead.z[k]) for k in ahead.z}
    factors = [_factors(net, slopes, ends, l, path) for path in paths]
    products = [prod(row) for row in factors]
    alt = say(
        "paths.alt",
        l=l,
        i=i,
        paths=", ".join(
            say("paths.one", path="-".join(map(str, path)), value=numeral(value))
            for path, value in zip(paths, products)
        ),
        sum=numeral(sum(products)),
    )
    return _draw(net, l, i, paths, factors, products, alt)


def _unit(net, unit):
    if not isinstance(unit, (tuple, list)) or len(unit) != 2:
        raise TypeError(f"unit must be a pair (l, i), got {checks.shown(unit)}")
    l = checks.integer("unit[0]", unit[0], at_least=1, at_most=net.L - 1)
    return l, checks.integer("unit[1]", unit[1], at_least=1, at_most=net.sizes[l - 1])


def _factors(net, slopes, ends, l, path):
    """Weight and slope of every unit on the way, then the slope of J at its end."""
    row = []
    for k, (j, i) in enumerate(zip(path, path[1:]), start=l):
        row += [float(net.W[k][i - 1, j - 1]), float(slopes[k + 1][i - 1])]
    return [*row, float(ends[path[-1] - 1])]


def _draw(net, l, i, paths, factors, products, alt):
    rows = max(net.sizes)
    high = max(62.0, 24.0 * rows + 14)
    columns = [LEFT + THUMB + 20 + COLUMN * (k + 0.5) for k in range(len(factors[0]))]
    right = columns[-1] + COLUMN / 2 + PRODUCT
    parts = _head(net, l, columns, right)
    for n, (path, row, value) in enumerate(zip(paths, factors, products)):
        top = TOP + n * high
        parts += [
            _thumb(net, l, path, top, high),
            *_numbers(columns, right, row, value, top, high),
        ]
    bottom = TOP + len(paths) * high
    parts += [
        element("line", x1=LEFT, y1=bottom, x2=right, y2=bottom, class_="nn-wire nn-strong"),
        *_total(l, i, right, bottom + 20, products),
    ]
    return page("".join(parts), right + LEFT, bottom + 40, alt)


def _head(net, l, columns, right):
    """What the columns are: Θ, g′, Θ, g′ … ∂J/∂a."""
    parts = []
    for k, x in enumerate(columns[:-1]):
        layer = l + k // 2
        if k % 2:
            parts.append(symbol(x, 18, "g′", "", f"({layer + 1})", size=15.0))
        else:
            parts.append(symbol(x, 18, "Θ", "", f"({layer})", size=15.0))
    parts.append(_slope_of_J(columns[-1] + 4, 18, "", f"({net.L})"))
    parts.append(label(right, 18, say("paths.product"), size=TEXT, class_="nn-head", anchor="end"))
    parts.append(element("line", x1=LEFT, y1=36.0, x2=right, y2=36.0, class_="nn-wire"))
    return parts


def _slope_of_J(x, y, below, above):
    return label(x - 13, y, "∂J/∂", size=14.0, class_="nn-sym") + symbol(
        x + 1, y, "a", below, above, size=15.0, anchor="start"
    )


def _numbers(columns, right, row, value, top, high):
    y = top + high / 2
    parts = []
    for k, (x, factor) in enumerate(zip(columns, row)):
        weight = k % 2 == 0 and k < len(row) - 1
        tone = ("nn-neg" if factor < 0 else "nn-pos") if weight else ""
        parts.append(label(x, y, _bracketed(factor, k), size=TEXT, class_=f"nn-num {tone}"))
        sign = "·" if k < len(row) - 1 else _equal(*row, value)
        parts.append(label(x + COLUMN / 2, y, sign, size=TEXT, class_="nn-num nn-muted"))
    strong = "nn-num nn-strong nn-delta"
    return [*parts, label(right, y, numeral(value), size=14.0, class_=strong, anchor="end")]


def _bracketed(factor, k):
    text = numeral(factor)
    return f"({text})" if factor < 0 and k else text


def _total(l, i, right, y, products):
    strong = "nn-num nn-strong nn-delta"
    return [
        _slope_of_J(right - 108, y, str(i), f"({l})"),
        label(right - 70, y, _equal(*products), size=14.0, class_="nn-num nn-muted"),
        label(right, y, numeral(sum(products)), size=15.0, class_=strong, anchor="end"),
    ]


def _equal(*values):
    return "=" if is_exact(*values) else "≈"


def _thumb(net, l, path, top, high):
    """The network, small, with one path drawn out."""
    place = _places(net, top, high)
    on = {(layer, unit) for layer, unit in enumerate(path, start=l)}
    steps_on = [(first, second) for first, second in zip(sorted(on), sorted(on)[1:])]
    parts = []
    for layer in net.W:
        for i in range(1, net.sizes[layer] + 1):
            for j in range(1, net.sizes[layer - 1] + 1):
                if ((layer, j), (layer + 1, i)) not in steps_on:
                    parts.append(_line(place[layer, j], place[layer + 1, i], "nn-wire", 1.0))
    end = (LEFT + THUMB, place[net.L, path[-1]][1])
    parts.append(_line(place[net.L, path[-1]], end, "nn-wire nn-strong", 1.0))
    for (layer, j), (_, i) in steps_on:
        sign = "nn-neg" if net.W[layer][i - 1, j - 1] < 0 else "nn-pos"
        parts.append(_line(place[layer, j], place[layer + 1, i], f"nn-edge {sign}", 3.4))
    for unit, (x, y) in place.items():
        state = "nn-on" if unit in on else "nn-hollow"
        parts.append(element("circle", cx=x, cy=y, r=8.0, class_="nn-plate"))
        parts.append(
            element("circle", cx=x, cy=y, r=8.0, class_=f"nn-unit {state}", fill_opacity=0.15)
        )
        if unit in on:
            parts.append(label(x, y, str(unit[1]), size=11.5, class_="nn-num nn-strong"))
    return "".join([*parts, symbol(end[0] + 9, end[1], "J", size=15.0)])


def _places(net, top, high):
    step = (THUMB - 40) / (net.L - 1)
    return {
        (layer, i): (
            LEFT + 10 + step * (layer - 1),
            top + high / 2 + 24 * (i - (n + 1) / 2),
        )
        for layer, n in enumerate(net.sizes, start=1)
        for i in range(1, n + 1)
    }


def _line(start, end, class_, wide):
    return element(
        "line",
        x1=float(start[0]),
        y1=float(start[1]),
        x2=float(end[0]),
        y2=float(end[1]),
        class_=class_,
        stroke_width=wide,
        style=f"stroke-width:{wide}" if class_ == "nn-wire" else None,
    )
