"""The chain of boxes of slide 21: what stands in each box, and below it the E of the box."""

import numpy as np

from nnlib import checks
from nnlib.losses import Loss, losses, squared_error
from nnlib.network import Network
from nnlib.numerals import numeral
from nnlib.svg.element import element
from nnlib.svg.page import page
from nnlib.svg.text import label, symbol, symbol_width, width
from nnlib.training import cost
from nnlib.words import say

MOST = 4  # units a layer
TEXT, ROW, GAP, PAD = 12.65, 18.0, 14.0, 4.0
COLUMN_GAP = 7.0
KINDS = {"W": "weight", "J": "cost"}


def draw_chain(net, x, y, *, loss=squared_error):
    """The boxes a^(1), W^(1), z^(2), a^(2) … J, and E of each, E a^(l) = ∂J/∂a^(l) and so on.

    Parameters
    ----------
    net : Network
        At most 4 units a layer.
    x : array of shape (s_1,)
    y : array of shape (s_L,)
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
    Lecture, slide 21.

    Examples
    --------
    >>> net = Network.from_weights([[[2.0]]], [[0.0]], g="identity")
    >>> draw_chain(net, [1], [1]).alt
    'The chain of boxes from x to J = 1. From the back to the front: E a(2) 2, E z(2) 2, \
E W(1) 2, E a(1) 4.'
    """
    if not isinstance(net, Network):
        raise TypeError(f"net must be a Network, got {checks.shown(net)}")
    if max(net.sizes) > MOST:
        raise ValueError(f"net must have at most {MOST} units a layer, got {net}")
    x = checks.array("x", x, (net.sizes[0],))
    y = checks.array("y", y, (net.sizes[-1],))
    loss = checks.known("loss", loss, Loss, losses)
    boxes = _boxes(net, x, y, loss)
    J = cost(net, x, y, loss=loss)
    spoken = ", ".join(
        f"E {name}({l}) {' '.join(map(numeral, np.ravel(E)))}" for name, l, _, E in boxes[::-1]
    )
    return _draw(
        [*boxes, ("J", None, np.array([J]), None)], say("chain.alt", J=numeral(J), boxes=spoken)
    )


def _boxes(net, x, y, loss):
    """(name, layer, value, E) in the order of the way forward."""
    ahead = net.forward(x)
    back = net.backward(ahead, y, loss)
    E_a = {net.L: loss.derivative(ahead.a[net.L], y)}
    for l in range(net.L - 1, 0, -1):
        E_a[l] = net.W[l].T @ back.delta[l + 1]
    boxes = [("a", 1, ahead.a[1], E_a[1])]
    for l in net.W:
        boxes.append(("W", l, net.W[l], back.Delta[l][:, 1:]))
        boxes.append(("z", l + 1, ahead.z[l + 1], back.delta[l + 1]))
        boxes.append(("a", l + 1, ahead.a[l + 1], E_a[l + 1]))
    return boxes


def _draw(boxes, alt):
    rows = max(_rows(value).shape[0] for _, _, value, _ in boxes)
    high = rows * ROW + 14
    upper, lower = 34.0 + high / 2, 34.0 + high + 58 + high / 2
    parts, x, ends = [], 4.0, []
    for name, l, value, E in boxes:
        wide = _width(value, E)
        middle = x + wide / 2
        above = f"({l})" if l else ""
        parts.append(symbol(middle, 17, name, "", above, size=16.0))
        parts.append(_box(middle, upper, wide, high, value, KINDS.get(name, "forth")))
        if E is not None:
            at = lower - high / 2 - 15
            left = middle - (12 + symbol_width(name, "", above, 16.0)) / 2
            parts.append(label(left, at, "E", size=15.0, class_="nn-sym nn-upright nn-delta"))
            name_at = symbol(
                left + 8, at, name, "", above, size=16.0, class_="nn-delta", anchor="start"
            )
            parts.append(name_at)
            parts.append(_box(middle, lower, wide, high, E, "back"))
        ends.append((x, x + wide))
        x += wide + GAP
    for (_, left), (right, _) in zip(ends, ends[1:]):
        parts.append(_arrow(left + 2, right - 2, upper, "nn-forth"))
    for (_, left), (right, _) in zip(ends, ends[1:-1]):
        parts.append(_arrow(right - 2, left + 2, lower, "nn-back"))
    J = ends[-1][0] + (ends[-1][1] - ends[-1][0]) / 2
    parts.append(_corner(J, upper + high / 2 + 2, ends[-2][1] + 2, lower))
    return page("".join(parts), x - GAP + 4, lower + high / 2 + 10, alt)


def _rows(value):
    return np.atleast_2d(value) if np.ndim(value) > 1 else np.reshape(value, (-1, 1))


def _columns(value):
    return [max(width(numeral(v), TEXT) for v in column) for column in _rows(value).T]


def _width(*values):
    """As wide as the widest of a box's two contents."""
    wide = [
        sum(_columns(value)) + COLUMN_GAP * (len(_columns(value)) - 1) + 2 * PAD
        for value in values
        if value is not None
    ]
    return max(44.0, *wide)


def _box(x, y, wide, high, value, kind):
    class_ = {"cost": "nn-cost nn-on", "back": "nn-pill nn-known"}.get(kind, "nn-unit")
    parts = [
        element(
            "rect",
            x=float(x - wide / 2),
            y=float(y - high / 2),
            width=float(wide),
            height=float(high),
            rx=6.0,
            class_=class_,
            fill_opacity=0.06 if class_ == "nn-unit" else None,
        )
    ]
    rows, columns = _rows(value), _columns(value)
    right = x - (sum(columns) + COLUMN_GAP * (len(columns) - 1)) / 2
    for column, column_wide in zip(rows.T, columns):
        right += column_wide
        for k, one in enumerate(column):
            at = y + ROW * (k - (len(column) - 1) / 2)
            tone = _tone(kind, one)
            parts.append(label(right, at, numeral(one), size=TEXT, class_=tone, anchor="end"))
        right += COLUMN_GAP
    return "".join(parts)


def _tone(kind, value):
    sign = "nn-neg" if value < 0 else "nn-pos"
    return "nn-num " + {"back": "nn-delta", "weight": sign}.get(kind, "")


def _arrow(start, end, y, tone):
    tip = 7.0 if end > start else -7.0
    return element("line", x1=start, y1=y, x2=end - tip, y2=y, class_=f"nn-ray {tone}") + element(
        "path", d=f"M{end:.1f} {y:.1f}l{-tip - tip / 7:.1f} -5v10z", class_=f"nn-tip {tone}"
    )


def _corner(x, top, end, y):
    """From J down and to the left: the way back begins."""
    return element(
        "path", d=f"M{x:.1f} {top:.1f}V{y:.1f}H{end + 7:.1f}", class_="nn-ray nn-back", fill="none"
    ) + element("path", d=f"M{end:.1f} {y:.1f}l8 -5v10z", class_="nn-tip nn-back")
