"""The two lines of a visit and its vectors: w, x, the update at the tip of w, the new w."""

import numpy as np

from nnlib.svg.element import element, plain
from nnlib.svg.marks import arrow
from nnlib.svg.plane import boundary
from nnlib.svg.text import label, symbol, symbol_width
from nnlib.words import say

UPDATE = ("+ ", "α", "(", "y", " − ", "ŷ", ") ", "x")
UPDATE_WIDTH = 92.0
SHRUNK = {1.0: "1", 0.5: "½", 0.2: "⅕", 0.1: "⅒"}
SHRUNK |= {1 / n: f"1/{n}" for n in (20, 50, 100, 200, 500, 1000, 2000, 5000)}
GROWN = (500, 200, 100, 50, 20, 10, 5)


def lines(plane, run, k, turning=False):
    """The line before (dotted) and now, as far as they lie in the plane; `turning` from there."""
    (w, b), now = run.before[k], (run.updates[k].w, run.updates[k].b)
    changed = run.updates[k].y_hat != run.updates[k].y
    before = boundary(plane, w, b, "nn-before") if changed else ""
    line = boundary(plane, *now)
    if turning and changed and line and np.any(w):
        line = element("g", line, class_="nn-turn", style=_turn(plane, (w, b), now))
    return before + line


def vectors(plane, run, k):
    """w, x, the update at the tip of w, and the new w: (markup, by which factor they are drawn).

    A factor below 1 shrinks all of them, one above 1 lengthens all but x.
    """
    changed = run.updates[k].y_hat != run.updates[k].y
    factor = _factor(plane, run, k)
    zero, w, new, x = _places(plane, run, k, factor)
    reach = float(np.hypot(*(x - zero)))
    if factor >= 1 and reach > 40:
        x = zero + (x - zero) * (1 - 15 / reach)  # up to the ring
    parts = [arrow(zero, x, "nn-update nn-dashed", head=8.0)]
    if changed:
        parts += [arrow(zero, w, "nn-quiet"), arrow(w, new, "nn-update")]
    parts += [
        arrow(zero, new, "nn-ink"),
        element("circle", cx=zero[0], cy=zero[1], r=3.0, class_="nn-badge"),
    ]
    return "".join(parts), factor


def names(plane, run, k, factor):
    """What stands at the vectors and lines."""
    update, (w, b) = run.updates[k], run.before[k]
    changed = update.y_hat != update.y
    zero, old, new, x = _places(plane, run, k, factor)
    parts = [_at_arrow(zero, x, "x", "", "nn-updated", 0.62)]
    if changed and np.any(w):
        parts.append(_at_arrow(zero, old, "w", "", "nn-muted", 0.6))
    if np.any(update.w):
        parts.append(_at_arrow(zero, new, "w", "new" if changed else "", "", 0.6, -1))
    if changed:
        parts.append(_update_name(plane, zero, old, new))
    if factor != 1:
        key = "visit.arrows" if factor < 1 else "visit.arrows_of_w"
        text = say(key, factor=SHRUNK.get(factor, factor))
        spot = dict(size=11.5, class_="nn-num nn-muted nn-halo", anchor="start")
        parts.append(label(zero[0] + 8, zero[1] + 14, text, **spot))
    parts.append(_line_name(plane, update.w, update.b, say("visit.now"), 0.06, "nn-strong"))
    if changed:
        parts.append(_line_name(plane, w, b, say("visit.before"), 0.9, "nn-muted"))
    return "".join(parts)


def _places(plane, run, k, factor):
    """Where the origin, w, the new w and x lie in the picture."""
    update, (w, _) = run.updates[k], run.before[k]
    ends = [0.0, 0.0], factor * w, factor * update.w, min(factor, 1) * update.x
    return [plane.px(end) for end in ends]


def _factor(plane, run, k):
    """The largest of the factors at which every arrow ends within the plane.

    Short weights are lengthened by one factor in the whole run, so that they can be compared.
    """
    room = plane.x[1] * 0.97
    longer = next((f for f in GROWN if f * run.reach <= room), 1)
    if longer > 1 and run.reach:
        return longer
    update, (w, _) = run.updates[k], run.before[k]
    reach = np.abs([w, update.w, update.x]).max()
    return next((f for f in SHRUNK if f * reach <= room), min(SHRUNK))


def _turn(plane, before, now):
    """CSS variables that carry the line of now back to the line before: a turn and a shift."""
    found = []
    for w, b in (before, now):
        w = np.asarray(w)
        foot = -b * w / (w @ w)
        found.append((plane.px(foot), np.degrees(np.arctan2(-w[1], w[0]))))
    (old, turned), (foot, angle) = found
    degrees = (turned - angle + 180) % 360 - 180
    shift = old - foot
    return (
        f"--turn:{degrees:.1f}deg;--right:{shift[0]:.1f}px;--down:{shift[1]:.1f}px;"
        f"transform-origin:{foot[0]:.1f}px {foot[1]:.1f}px"
    )


def _at_arrow(start, end, base, below, class_, share, side=1):
    """A symbol beside an arrow, `share` of the way along it."""
    start, end = np.asarray(start), np.asarray(end)
    length = float(np.hypot(*(end - start)))
    if length < 24:
        return ""
    across = side * np.array([-(end - start)[1], (end - start)[0]]) / length
    half = symbol_width(base, below, "", 16.0) / 2
    x, y = start + share * (end - start) + across * (10 + half * abs(across[0]))
    return symbol(x, y, base, below, size=16.0, class_=f"nn-halo-all {class_}".strip())


def _update_name(plane, zero, start, end):
    """+ α(y − ŷ) x beside the update, on the side away from the origin."""
    zero, start, end = map(np.asarray, (zero, start, end))
    middle, along = (start + end) / 2, end - start
    out = np.array([-along[1], along[0]]) / max(float(np.hypot(*along)), 1e-9)
    out *= 1 if out @ (middle - zero) >= 0 else -1
    signs = [(word, " nn-upright" if word in "+ (−) " else "") for word in UPDATE]
    runs = "".join(element("tspan", plain(s), class_=f"nn-sym{kind}") for s, kind in signs)
    left, wide = middle[0] + 10 * out[0] - (UPDATE_WIDTH if out[0] < 0 else 0), UPDATE_WIDTH
    left = min(max(left, plane.left + 4), plane.left + plane.width - wide - 4)
    y = middle[1] + 16 * out[1] + 5
    y = min(max(y, plane.top + 18), plane.top + plane.height - 8)
    place = dict(x=float(left), y=float(y), font_size=15.0, class_="nn-halo nn-updated")
    return element("text", runs, **place)


def _line_name(plane, w, b, text, share, class_):
    """A word beside a line, near one of its ends."""
    ends = plane.crossing(w, b)
    if ends is None:
        return ""
    first, last = sorted(plane.px(ends).tolist())
    x, y = np.array(first) + share * (np.array(last) - np.array(first))
    x = min(max(x + 6, plane.left + 6), plane.left + plane.width - 46)
    up = y - 14 if y > plane.top + 28 else y + 16
    spot = dict(size=12.5, class_=f"nn-num nn-halo {class_}", anchor="start")
    return label(x, min(up, plane.top + plane.height - 10), text, **spot)
