"""Where units stand close: their numbers beside them, a bar for a known δ, and hidden units."""

from nnlib.svg.element import element, plate
from nnlib.svg.layout import TEXT
from nnlib.svg.text import label, symbol, symbol_width, width

LOWER = {"z": -1, "delta": 0, "Delta": 0, "dJda": 0}  # layer on the left of the edges of a step
PAD = 16.0  # of a pill


def beside(scene, l, i, k):
    """What stands beside a unit: a number if it takes part, and a bar if its δ is known.

    Numbers stand on the side where no edge takes part.
    """
    step, place = scene.found[k], (l, i)
    name = _name(step, l)
    gradient = f"{'delta' if l > 1 else 'dJda'}-{l}-{i}"
    known, data_id = scene.known(gradient, k), f"{name}-{l}-{i}"
    shown = place in step.units and scene.known(data_id, k)
    if l == 1 and scene.layout.crowd < 5:  # beside the inputs there is room for all
        data_id, shown = gradient if known else f"a-1-{i}", True
    if data_id == f"a-{l}-{i}" and scene.layout.inside(l):
        shown = False  # it stands in the unit
    bar = known and not (shown and data_id == gradient)
    number = _number(scene, data_id, place, k, left=_is_left(step, l)) if shown else ""
    return (_bar(scene, gradient, place) if bar else "") + number


def _gap(step):
    """The layer on the left of the edges that take part, None without edges."""
    return step.layer + LOWER[step.symbol] if step.edges else None


def _name(step, l):
    """Which number of a unit a step uses or makes: z, a, delta or dJda."""
    if l == step.layer and step.symbol in ("z", "a", "delta", "dJda"):
        return step.symbol
    return "delta" if step.edges and step.symbol != "z" and l == _gap(step) + 1 else "a"


def _is_left(step, l):
    if l == 1 or not step.edges:
        return l == 1 or step.symbol in ("J", "delta")
    return l == _gap(step)


def _bar(scene, data_id, place):
    """The small mark of a known δ, right of its unit; left of an input, where edges are not."""
    x, y = scene.layout.place(*place)
    far = scene.layout.r[place[0]] + 6
    high = min(11.0, scene.layout.free(place[0]) + 1.2 * scene.layout.r[place[0]])
    bar = plate(x + (far if place[0] > 1 else -far), y, 5, high, "nn-mark", corner=1)
    return element("g", bar, data_id=data_id)


def _number(scene, data_id, place, k, *, left):
    """A number beside its unit; what is new with its symbol on a pill, as far as there is room."""
    (l, i), text, now = place, scene.values[data_id], scene.is_now(data_id, k)
    name, on = data_id.split("-")[0], place in scene.found[k].units
    x, y = scene.layout.place(l, i)
    base, below = {"delta": ("δ", str(i)), "dJda": ("∂J", "")}.get(name, (name, str(i)))
    wide, pill = width(text, TEXT), name == "dJda" or (now and scene.found[k].symbol != "x")
    lead = width("∂J ", TEXT) if name == "dJda" else symbol_width(base, below, "", TEXT) + 5
    room = _room(scene, l, left)
    if not pill or lead + wide + PAD > room:
        lead = 0.0
    pad = min(PAD, max(6.0, room - wide)) if pill else 0.0
    full = lead + wide + pad
    away = scene.layout.r[l] + (9 if now else 5)
    start = x - away - full if left else x + away
    delta = name in ("delta", "dJda")
    tone = "nn-num" + (" nn-strong" if on else "" if delta else " nn-muted")
    tone += " nn-delta" if delta and not now else ""
    parts = []
    if pill:
        high = min(17.5, scene.layout.free(l) + 2 * scene.layout.r[l] + 3)
        kind = "nn-pill nn-now" if now else "nn-pill nn-known"
        parts.append(plate(start + full / 2, y, full, high, kind))
    if lead:
        hue = "nn-delta" if delta else ""
        at = start + pad / 2
        if name == "dJda":
            parts.append(label(at, y, base, size=TEXT, class_=f"nn-num {hue}", anchor="start"))
        else:
            parts.append(symbol(at, y, base, below, size=TEXT, class_=hue, anchor="start"))
    tone += "" if pill else " nn-halo"
    at = start + pad / 2 + lead
    parts.append(label(at, y, text, size=TEXT, class_=tone, anchor="start"))
    return element("g", *parts, data_id=data_id)


def _room(scene, l, left):
    """How wide a number beside a unit of layer l can be, px."""
    layout = scene.layout
    x, r, other = layout.x[l], layout.r[l] + 9, l + (-1 if left else 1)
    if other not in layout.x:
        return x - r + 6 if left else 469 - 6 - x - r
    return abs(layout.x[other] - x) - r - layout.r[other] - 5


def hidden(scene, l):
    """⋮ and how many units it stands for, where a layer is not drawn whole."""
    if l not in scene.layout.hidden:
        return ""
    (y, n), x = scene.layout.hidden[l], scene.layout.x[l]
    dots = [
        element("circle", cx=x, cy=y - 9 + 5 * (i - 1), r=1.8, class_="nn-dot") for i in range(3)
    ]
    count = label(x, y + 11, f"+ {n}", size=TEXT, class_="nn-num nn-muted nn-halo")
    return element("g", *dots, count)


def bands(scene, step):
    """A band for the edges between two layers that are not drawn, tinted where they take part."""
    layout, parts = scene.layout, []
    for l in scene.net.Theta:
        if layout.most <= 10 and l not in layout.hidden and l + 1 not in layout.hidden:
            continue
        (top1, end1), (top2, end2) = (_span(layout, one) for one in (l, l + 1))
        x1, x2 = layout.x[l] + layout.r[l] + 4, layout.x[l + 1] - layout.r[l + 1] - 4
        points = f"{x1:.0f},{top1:.0f} {x2:.0f},{top2:.0f} {x2:.0f},{end2:.0f} {x1:.0f},{end1:.0f}"
        parts.append(element("polygon", points=points, class_="nn-band"))
    return "".join(parts)


def _span(layout, l):
    """Top and bottom of the units that are not drawn, or of the whole layer."""
    if l in layout.hidden:
        y, _ = layout.hidden[l]
        return y - 16, y + 20
    rows = [layout.y[which] for which in layout.units(l)]
    return min(rows) - layout.r[l] / 2, max(rows) + layout.r[l] / 2
