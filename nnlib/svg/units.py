"""The units of a picture, with z and δ under them, the bias units, and the box of J."""

from nnlib.numerals import numeral
from nnlib.svg.edges import changed_dot, flow
from nnlib.svg.element import element, plate
from nnlib.svg.layout import BIAS_Y, COST, HEIGHT, TEXT, TOP, slot_height
from nnlib.svg.text import label, symbol, symbol_width, width


def bias(scene, l, step):
    """The bias unit of layer l, which stores 1."""
    x, on = scene.layout.x[l], (l, 0) in step.units
    return element(
        "g",
        plate(x, BIAS_Y, 22, 22, "nn-bias" + (" nn-on" if on else ""), corner=4),
        label(x, BIAS_Y, "1", size=13.0, class_="nn-num" + ("" if on else " nn-muted")),
        data_id=f"a-{l}-0",
    )


def unit(scene, l, i, k):
    """One unit: hollow until a is known, its fill the darker the larger |a|."""
    step, r = scene.found[k], scene.layout.r[l]
    x, y = scene.layout.place(l, i)
    known, on = scene.known(f"a-{l}-{i}", k), (l, i) in step.units
    state = "nn-on" if on else "nn-off"
    if not known:
        state = "nn-hollow nn-ready" if scene.known(f"z-{l}-{i}", k) else "nn-hollow"
    fill = 0.04 + 0.20 * min(1.0, abs(scene.number(f"a-{l}-{i}"))) if known else 0.0
    parts = [
        element("circle", cx=x, cy=y, r=r, class_="nn-plate"),
        element("circle", cx=x, cy=y, r=r, class_=f"nn-unit {state}", fill_opacity=fill),
        *_inside(scene, l, i, x, y, known, on),
    ]
    if _computed(step, l, i):
        parts.insert(0, _ring(scene, l, x, y, together=step.unit is None))
    name = f"a-{l}-{i}"
    if scene.is_changed(name):
        parts.append(changed_dot(x + 0.7 * r, y - 0.7 * r))
    return element("g", *parts, data_id=name, **scene.pressed(name))


def _ring(scene, l, x, y, together):
    """The amber ring; where units stand close it keeps clear of the next, or of its ring."""
    free = scene.layout.free(l) / (2 if together else 1)
    wide, away = min(5.0, 0.75 * free), min(5.5, 0.5 * free)
    style = f"stroke-width:{wide:.1f}" if wide < 5 else None
    r = scene.layout.r[l] + away
    return element("circle", cx=x, cy=y, r=r, class_="nn-ring", style=style)


def _computed(step, l, i):
    of_a_unit = step.symbol in ("z", "a", "delta", "dJda")
    return of_a_unit and step.layer == l and step.unit in (i, None)


def _inside(scene, l, i, x, y, known, on):
    """Symbol and value; in a crowded layer the value alone, in a small unit nothing."""
    if not scene.layout.inside(l):
        return []
    r = scene.layout.r[l]
    size = 14.5 if r > 22 else TEXT
    text = scene.values[f"a-{l}-{i}"] if known else ""
    tone = "nn-activation" if on and known else "nn-muted" if known else "nn-unknown"
    both = scene.layout.crowd < 4 and r > 15
    parts = []
    if both or not text:
        at = y - (0.38 * r if text else 0)
        parts.append(symbol(x, at, "a", str(i), f"({l})", size=size, class_=tone))
    if text:
        at, number = y + (0.40 * r if both else 0), size
        if width(text, number) > 2 * r - 4:
            number = TEXT
        strong = "nn-num nn-strong" if on else "nn-num nn-muted"
        if width(text, number) > 2 * r - 4:  # it crosses the outline
            strong += " nn-halo"
        parts.append(label(x, at, text, size=number, class_=strong))
    return parts


def below(scene, l, i, k):
    """Z under the unit, δ under z; in a crowded layer one place for the newer of them."""
    on = (l, i) in scene.found[k].units
    if l == 1:
        return _input_gradient(scene, i, k)
    x, y = scene.layout.place(l, i)
    crowd, at = scene.layout.crowd, y + scene.layout.r[l]
    z_now, d_now = scene.is_now(f"z-{l}-{i}", k), scene.is_now(f"delta-{l}-{i}", k)
    has_delta = scene.known(f"delta-{l}-{i}", k)
    parts = []
    if scene.known(f"z-{l}-{i}", k) and (crowd < 4 or z_now):
        shift = 13.0 if crowd > 2 and z_now else 10.0 if crowd > 2 else 19.0 if z_now else 17.0
        parts.append(_pill(scene, x, at + shift, "z", l, i, z_now, on))
    if has_delta:
        shift = {1: 42.0, 2: 42.0, 3: 27.0}.get(crowd, slot_height(scene.layout) / 2 + 1)
        parts.append(_pill(scene, x, at + shift, "δ", l, i, d_now, on))
    return "".join(parts)


def _pill(scene, x, y, base, l, i, now, on):
    """Symbol and number on a pill; a z that is not new stands bare."""
    small, delta = scene.layout.crowd > 2, base == "δ"
    data_id = f"{'delta' if delta else 'z'}-{l}-{i}"
    text, size = scene.values[data_id], 13.5 if delta and not small else TEXT
    scripts, pad = scene.scripts(l, i), scene.pad
    first, second = symbol_width(base, *scripts, size) + 5, width(text, size)
    left = x - (first + second) / 2
    quiet = "" if on or now else "nn-muted"
    parts = []
    if delta or now:
        high = 17.5 if small else 23.0 if delta else 20.0
        kind = "nn-pill nn-now" if now else "nn-pill nn-known"
        parts.append(plate(x, y, first + second + pad, high, kind))
    hue = "nn-delta" if delta else quiet
    strong = " nn-strong" if now or (on and delta) else ""
    number = "nn-num" + strong + (" nn-delta" if delta and not now else f" {quiet}".rstrip())
    parts.append(symbol(left, y, base, *scripts, size=size, class_=hue, anchor="start"))
    parts.append(label(left + first, y, text, size=size, class_=number, anchor="start"))
    return element("g", *parts, data_id=data_id)


def _input_gradient(scene, i, k):
    data_id = f"dJda-1-{i}"
    if not scene.known(data_id, k):
        return ""
    now, text = scene.is_now(data_id, k), "∂J " + scene.values[data_id]
    x, y = scene.layout.place(1, i)
    wide = width(text, TEXT) + 14
    x, y = wide / 2 - 6, y + scene.layout.r[1] + 13
    tone = "nn-num nn-delta" + (" nn-strong" if now else "")
    pill = plate(x, y, wide, 17, "nn-pill " + ("nn-now" if now else "nn-known"))
    return element("g", pill, label(x, y, text, size=TEXT, class_=tone), data_id=data_id)


def cost_wires(scene, step):
    """The wires from the outputs to J."""
    L, y, parts = scene.net.L, cost_y(scene), []
    end = COST - 31
    for l, i in scene.layout.units(L):
        x1, y1 = scene.layout.place(l, i)
        x1 += scene.layout.r[l]
        kind = {"J": "forward", "delta": "backward"}.get(step.symbol)
        if step.layer != L or step.unit not in (i, None):
            kind = None
        thin = scene.layout.most > 5
        under, heads = flow(kind, x1, y1, end, y, thin=thin) if kind else ("", "")
        tone = "nn-wire nn-strong" if kind else "nn-wire"
        parts += [under, element("line", x1=x1, y1=y1, x2=end, y2=y, class_=tone), heads]
    return "".join(parts)


def cost_y(scene):
    """The row of J: the middle of the outputs, as far as the targets have room below."""
    rows = [scene.layout.y[which] for which in scene.layout.units(scene.net.L)]
    room = HEIGHT - 36 - 17 * len(rows)
    return min((rows[0] + rows[-1]) / 2, max(TOP + 30, room))


def cost(scene, k):
    """The box of J, and the targets under it."""
    step, y = scene.found[k], cost_y(scene)
    known, now = scene.known("J", k), step.symbol == "J"
    on = now or (step.symbol == "delta" and step.layer == scene.net.L)
    tone = "" if on else "nn-muted" if known else "nn-unknown"
    parts = [plate(COST, y, 73, 57, "nn-ring", corner=9)] if now else []
    parts.append(plate(COST, y, 62, 46, "nn-cost" + (" nn-on" if on else ""), corner=6))
    parts.append(symbol(COST, y - (10 if known else 0), "J", size=14.5, class_=tone))
    if known:
        text = scene.values["J"]
        size = 14.5 if width(text, 14.5) < 58 else TEXT
        strong = "nn-num nn-strong" if on else "nn-num nn-muted"
        parts.append(label(COST, y + 9, text, size=size, class_=strong))
    outputs = scene.layout.units(scene.net.L)
    pitch = min(17.0, (HEIGHT - y - 36) / len(outputs))
    places = ((i, y + 24 + pitch * n) for n, (_, i) in enumerate(outputs, start=1))
    targets = (_target(scene, i, at, on) for i, at in places)
    return element("g", *parts, data_id="J") + "".join(targets)


def _target(scene, i, at, on):
    """``y₁ = 1`` with the mark of its class: a triangle above ½, else a circle."""
    value, name = scene.y[i - 1], f"y-{i}"
    text = f"= {numeral(value)}"
    after = 17 + symbol_width("y", str(i), "", TEXT)
    left = COST - (after + width(text, TEXT)) / 2 - 6
    wide = 22 + after + width(text, TEXT)
    mark = element("circle", cx=left, cy=at, r=5.0, class_="nn-class0")
    if value > 0.5:
        mark = element("path", d=f"M{left - 6:.1f} {at + 5:.1f}h12l-6 -11z", class_="nn-class1")
    tone = "" if on else "nn-muted"
    return element(
        "g",
        mark,
        symbol(left + 11, at, "y", str(i), size=TEXT, class_=tone, anchor="start"),
        label(left + after, at, text, size=TEXT, class_=f"nn-num {tone}".strip(), anchor="start"),
        plate(COST - 3, at, wide, 18, "nn-hit-area", corner=3) if scene.handle(name) else "",
        changed_dot(left - 10, at - 5) if scene.is_changed(name) else "",
        data_id=name,
        **scene.handle(name),
    )
