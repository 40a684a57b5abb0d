"""The edges of a picture: line by sign and size, the flow over them, the label on them."""

from functools import lru_cache
from math import hypot

from nnlib.numerals import numeral
from nnlib.svg.element import element, plate
from nnlib.svg.layout import TEXT
from nnlib.svg.text import label, width

FLOW = {"z": "forward", "J": "forward", "delta": "backward", "dJda": "backward", "Delta": "both"}


def edge(scene, which, step, active):
    """The line of one weight; what takes part has the flow's colour under it."""
    l, i, j = which
    weight, most = scene.weight(which), scene.layout.most
    thick = 3.3 if most < 4 else 2.2 if most < 6 else 1.6
    x1, y1, x2, y2 = ends(scene, which)
    under, heads = "", ""
    if active:
        meet = scene.layout.chips.get(which, ((x1 + x2) / 2, (y1 + y2) / 2))
        under, heads = flow(FLOW[step.symbol], x1, y1, x2, y2, meet, thin=most > 5)
    wide = 1.2 + thick * abs(weight) / scene.largest
    tone = f"nn-edge {_sign(weight)}" + ("" if active else _receded(scene))
    press = scene.editing is not None
    return _drawn(edge_id(l, i, j), x1, y1, x2, y2, wide, tone, under, heads, press)


@lru_cache(2_000)  # of one frame to the next, and of a changed pass, nearly all stay as they were
def _drawn(name, x1, y1, x2, y2, wide, tone, under, heads, press):
    line = element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=wide, class_=tone)
    return element("g", under, line, heads, data_id=name, data_press="" if press else None)


def edge_id(l, i, j):
    """The ``data-id`` of a weight, or of a bias for j = 0."""
    return f"W-{l}-{i}-{j}" if j else f"b-{l}-{i}"


def _receded(scene):
    return " nn-receded" if scene.layout.most < 6 else " nn-receded nn-faint"


def _sign(weight):
    return "nn-neg" if weight < 0 else "nn-pos"


def ends(scene, which):
    """Where an edge leaves one unit's outline and meets the other's."""
    l, i, j = which
    (x1, y1), (x2, y2) = scene.layout.place(l, j), scene.layout.place(l + 1, i)
    length = hypot(x2 - x1, y2 - y1)
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    first, second = scene.layout.r[l] if j else 13.0, scene.layout.r[l + 1]
    return x1 + ux * first, y1 + uy * first, x2 - ux * second, y2 - uy * second


def chip(scene, which, k, active):
    """The label of an edge: its weight, and Δ under it once it is known and there is room."""
    l, i, j = which
    gradient, weight = f"Delta-{l}-{i}-{j}", scene.weight(which)
    now, crowded = scene.is_now(gradient, k), scene.crowded(l)
    stays = scene.known(gradient, k) and not crowded
    receded = scene.layout.crowd < 4 and which in scene.layout.clear or stays
    if not (scene.shows_labels(k) if active else receded and scene.layout.most < 6):
        return ""
    tone = f"nn-num nn-strong {_sign(weight)}" if active else "nn-num nn-muted"
    lines = [(numeral(weight), tone)]
    if now or stays:
        delta = ("Δ " + scene.values[gradient], "nn-num nn-delta" + (" nn-strong" if now else ""))
        lines = [delta] if crowded else [*lines, delta]
    x, y = scene.layout.chips[which]
    pad = 6 if crowded else 9
    wide, high = max(width(text, TEXT) for text, _ in lines) + pad, 15.5 * len(lines) + 2
    kind = "nn-now" if now else "nn-known" if stays else "nn-bare"
    first = y - 7.5 * (len(lines) - 1)
    texts = [label(x, first + 15 * n, t, size=TEXT, class_=c) for n, (t, c) in enumerate(lines)]
    name = edge_id(l, i, j)
    return element(
        "g",
        plate(x, y, wide, high, f"nn-chip {kind}", corner=4),
        *texts,
        changed_dot(x + wide / 2 - 3, y - high / 2 + 2) if scene.is_changed(name) else "",
        data_id=gradient if now or stays else name,
        **scene.pressed(name),
    )


def changed_dot(x, y):
    """The small mark of what the student changed."""
    return element("circle", cx=float(x), cy=float(y), r=3.0, class_="nn-changed")


def flow(kind, x1, y1, x2, y2, meet=None, *, thin=False):
    """The underlay of an edge that takes part, and its arrow heads.

    ``forward`` runs from 1 to 2, ``backward`` from 2 to 1; in ``both``, green comes
    from 1, purple from 2, and they meet at the point `meet`; `thin` where edges are many.
    """
    if kind == "both":
        pairs = [("nn-forth", (x1, y1), meet, 26), ("nn-back", (x2, y2), meet, 26)]
    elif kind == "forward":
        pairs = [("nn-forth", (x1, y1), (x2, y2), 10)]
    else:
        pairs = [("nn-back", (x2, y2), (x1, y1), 10)]
    size = 0.6 if thin else 1.0
    tones = [f"{tone} nn-thin" if thin else tone for tone, *_ in pairs]
    under = "".join(_underlay(tone, *pair[1], *pair[2]) for tone, pair in zip(tones, pairs))
    heads = "".join(_arrow(*pair[:1], *pair[1], *pair[2], size * pair[3], size) for pair in pairs)
    return under, heads


def _underlay(tone, x1, y1, x2, y2):
    length = hypot(x2 - x1, y2 - y1)
    return element(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, class_=f"nn-flow {tone}", style=f"--n:{length:.0f}px"
    )


def _arrow(tone, x1, y1, x2, y2, back, size):
    """A head that points from 1 to 2, its tip `back` px before 2 as far as there is room."""
    length = hypot(x2 - x1, y2 - y1)
    if length < 14:
        return ""
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    back, long, half = min(back, max(0.0, length - 20)), 12 * size, 6 * size
    x, y = x2 - ux * back, y2 - uy * back
    left = x - long * ux + half * uy, y - long * uy - half * ux
    right = x - long * ux - half * uy, y - long * uy + half * ux
    points = " ".join(f"{px:.1f},{py:.1f}" for px, py in ((x, y), left, right))
    return element("polygon", points=points, class_=f"nn-tip {tone}")
