"""The network of a pass at one of its steps: what is known, what takes part, what is new."""

from math import hypot

from nnlib.numerals import numeral
from nnlib.svg.element import element
from nnlib.svg.layout import BIAS_Y, COST, HEIGHT, TEXT, WIDTH, layout, slot_height
from nnlib.svg.text import label, symbol, symbol_width, width
from nnlib.words import say

FLOW = {"z": "forward", "J": "forward", "delta": "backward", "dJda": "backward", "Delta": "both"}


class PassPicture:
    """Draws every step of one pass over one layout.

    Parameters
    ----------
    net : Network
    found : list of Step
        All steps of the pass.
    y : array of shape (s_L,) or None
        The target, where the pass has one.
    """

    def __init__(self, net, found, y=None):
        self.net, self.found, self.y = net, found, y
        self.values, self.since = {}, {}
        for k, step in enumerate(found):
            for data_id, value in _results(step):
                self.values[data_id], self.since[data_id] = numeral(value), k
        self.edges = [
            (l, i, j)
            for l, Theta in net.Theta.items()
            for i in range(1, Theta.shape[0] + 1)
            for j in range(Theta.shape[1])
        ]
        self.largest = max(max(abs(Theta).max() for Theta in net.Theta.values()), 1e-12)
        self.layout = layout(net.sizes, {edge: self._lines(edge) for edge in self.edges})
        self.crowded = {l: self._is_crowded(l) for l in net.Theta}

    def draw(self, k):
        """The picture at step k (from 0 on) as the inside of an ``svg`` of WIDTH × HEIGHT."""
        step = self.found[k]
        active = [edge for edge in self.edges if edge in set(step.edges)]
        quiet = [edge for edge in self.edges if edge not in set(step.edges)]
        return "".join(
            [
                self._heads(step),
                *(self._edge(edge, step, False) for edge in quiet),
                self._cost_edge(step),
                *(self._edge(edge, step, True) for edge in active),
                *(self._chip(edge, k, False) for edge in quiet),
                *(self._chip(edge, k, True) for edge in active),
                *(self._bias(l, step) for l in self.net.Theta),
                *(
                    self._unit(l, i, k)
                    for l in range(1, self.net.L + 1)
                    for l, i in self.layout.units(l)
                ),
                self._cost(k),
            ]
        )

    def known(self, data_id, k):
        """Whether this value is there at step k."""
        return data_id in self.since and self.since[data_id] <= k

    def is_now(self, data_id, k):
        """Whether this value is what step k computes."""
        return self.since.get(data_id) == k

    # edges and their labels

    def _weight(self, edge):
        l, i, j = edge
        return float(self.net.Theta[l][i - 1, j])

    def _lines(self, edge):
        l, i, j = edge
        lines = [numeral(self._weight(edge))]
        gradient = self.values.get(f"Delta-{l}-{i}-{j}")
        return lines if gradient is None else [*lines, "Δ " + gradient]

    def _is_crowded(self, l):
        """Whether Δ shows on the row in hand only, in the gap between layers l and l + 1."""
        n_edges = self.net.Theta[l].size
        free = self.layout.x[l + 1] - self.layout.x[l] - 2 * self.layout.r
        return n_edges > 6 or free < 105

    def _ends(self, edge):
        """Where an edge leaves one unit's outline and meets the other's."""
        l, i, j = edge
        (x1, y1), (x2, y2) = self.layout.place(l, j), self.layout.place(l + 1, i)
        length = hypot(x2 - x1, y2 - y1)
        ux, uy = (x2 - x1) / length, (y2 - y1) / length
        first = 13.0 if j == 0 else self.layout.r
        second = self.layout.r
        return x1 + ux * first, y1 + uy * first, x2 - ux * second, y2 - uy * second

    def _edge(self, edge, step, active):
        l, i, j = edge
        weight = self._weight(edge)
        sign = "nn-neg" if weight < 0 else "nn-pos"
        x1, y1, x2, y2 = self._ends(edge)
        stroke = 1.2 + 3.3 * abs(weight) / self.largest
        line = element(
            "line",
            x1=x1,
            y1=y1,
            x2=x2,
            y2=y2,
            stroke_width=float(stroke),
            class_=f"nn-edge {sign}" + ("" if active else " nn-receded"),
        )
        extra = _flow(FLOW.get(step.symbol), x1, y1, x2, y2, chip=self.layout.chips[edge])
        name = f"b-{l}-{i}" if j == 0 else f"W-{l}-{i}-{j}"
        return element("g", extra[0] if active else "", line, extra[1] if active else "", data_id=name)

    def _chip(self, edge, k, active):
        l, i, j = edge
        step, gradient = self.found[k], f"Delta-{l}-{i}-{j}"
        now = self.is_now(gradient, k)
        shows_gradient = now or (self.known(gradient, k) and not self.crowded[l])
        if self.layout.crowd > 3 and not active:
            return ""
        lines = self._lines(edge) if shows_gradient else self._lines(edge)[:1]
        x, y = self.layout.chips[edge]
        wide, high = max(width(line, TEXT) for line in lines) + 9, 15.5 * len(lines) + 2.0
        kind = "nn-now" if now else "nn-known" if shows_gradient else "nn-bare"
        box = element(
            "rect",
            x=x - wide / 2,
            y=y - high / 2,
            width=float(wide),
            height=float(high),
            rx=4.0,
            class_=f"nn-chip {kind}",
        )
        sign = "nn-neg" if self._weight(edge) < 0 else "nn-pos"
        tone = f"nn-num nn-strong {sign}" if active else "nn-num nn-muted"
        first = y - (7.5 if shows_gradient else 0)
        texts = [label(x, first, lines[0], size=TEXT, class_=tone)]
        if shows_gradient:
            strong = " nn-strong" if now else ""
            texts.append(label(x, y + 7.5, lines[1], size=TEXT, class_="nn-num nn-delta" + strong))
        name = f"b-{l}-{i}" if j == 0 else f"W-{l}-{i}-{j}"
        del step
        return element("g", box, *texts, data_id=gradient if shows_gradient else name)

    # units

    def _bias(self, l, step):
        x = self.layout.x[l]
        on = (l, 0) in step.units
        return element(
            "g",
            element(
                "rect",
                x=x - 11,
                y=BIAS_Y - 11,
                width=22.0,
                height=22.0,
                rx=4.0,
                class_="nn-bias" + (" nn-on" if on else ""),
            ),
            label(x, BIAS_Y, "1", size=13.0, class_="nn-num" + ("" if on else " nn-muted")),
            data_id=f"a-{l}-0",
        )

    def _unit(self, l, i, k):
        step = self.found[k]
        x, y = self.layout.place(l, i)
        a_id, z_id = f"a-{l}-{i}", f"z-{l}-{i}"
        known, on = self.known(a_id, k), (l, i) in step.units
        computing = step.symbol in ("z", "a", "delta", "dJda") and (l, i) == (step.layer, step.unit)
        computing = computing or (step.symbol in ("z", "a", "delta") and step.unit is None
                                  and l == step.layer)
        state = "nn-on" if on else "nn-off"
        if not known:
            state = "nn-hollow nn-ready" if self.known(z_id, k) else "nn-hollow"
        value = self._activation(l, i) if known else 0.0
        parts = []
        if computing:
            parts.append(element("circle", cx=x, cy=y, r=self.layout.r + 5.5, class_="nn-ring"))
        parts.append(element("circle", cx=x, cy=y, r=self.layout.r, class_="nn-disc"))
        fill = 0.04 + 0.20 * min(1.0, abs(value))
        parts.append(
            element(
                "circle",
                cx=x,
                cy=y,
                r=self.layout.r,
                class_=f"nn-unit {state}",
                fill_opacity=float(fill) if known else 0.0,
            )
        )
        parts += self._inside(l, i, x, y, known, on)
        return element("g", *parts, data_id=a_id) + self._below(l, i, k, x, y, on)

    def _activation(self, l, i):
        first = next(s for s in self.found if s.symbol == "x")
        if l == 1:
            return float(first.value[i - 1])
        for step in self.found:
            if step.symbol == "a" and step.layer == l and step.unit in (i, None):
                return float(step.value if step.unit else step.value[i - 1])
        return 0.0

    def _inside(self, l, i, x, y, known, on):
        big = self.layout.r > 22
        size = 14.5 if big else 13.5
        tone = "nn-activation" if on and known else "nn-muted" if known else "nn-unknown"
        text = self.values.get(f"a-{l}-{i}", "") if known else ""
        with_symbol = self.layout.crowd < 4 or not text
        parts = []
        if with_symbol:
            at = y - (0.38 * self.layout.r if text else 0)
            size_s = size if self.layout.r > 18 else 12.65
            parts.append(symbol(x, at, "a", str(i), f"({l})", size=size_s, class_=tone))
        if text:
            at = y + (0.40 * self.layout.r if with_symbol else 0)
            number = size if width(text, size) < 2 * self.layout.r - 4 else TEXT
            if width(text, number) > 2 * self.layout.r - 2:
                parts.append(_plate(x, at, width(text, number) + 6, 15.0, "nn-chip nn-bare"))
            strong = "nn-num nn-strong" if on else "nn-num nn-muted"
            parts.append(label(x, at, text, size=number, class_=strong))
        return parts

    def _below(self, l, i, k, x, y, on):
        """z under the unit, δ under z; in crowded layers one slot for the newest of them."""
        if l == 1:
            return self._input_gradient(i, k, x, y)
        z_id, d_id = f"z-{l}-{i}", f"delta-{l}-{i}"
        crowd, room = self.layout.crowd, slot_height(self.layout)
        z_now, d_now = self.is_now(z_id, k), self.is_now(d_id, k)
        parts, at = [], y + self.layout.r
        has_delta = self.known(d_id, k)
        if self.known(z_id, k) and (crowd < 4 or (z_now and not has_delta)):
            shift = 19.0 if z_now else 17.0 if crowd <= 2 else 10.0
            if crowd > 2 and z_now:
                shift = 13.0
            parts.append(self._pill(x, at + shift, "z", l, i, z_now, z_now or on))
        if has_delta:
            shift = {1: 42.0, 2: 42.0, 3: 27.0}.get(crowd, room / 2 + 1)
            parts.append(self._pill(x, at + shift, "δ", l, i, d_now, d_now or on))
        return "".join(parts)

    def _input_gradient(self, i, k, x, y):
        data_id = f"dJda-1-{i}"
        if not self.known(data_id, k):
            return ""
        now = self.is_now(data_id, k)
        text = "∂J " + self.values[data_id]
        wide = width(text, TEXT) + 12
        at = y + self.layout.r + 13
        x = max(x, wide / 2 + 1)
        return element(
            "g",
            _plate(x, at, wide, 18.0, "nn-pill nn-now" if now else "nn-pill nn-known"),
            label(x, at, text, size=TEXT, class_="nn-num nn-delta" + (" nn-strong" if now else "")),
            data_id=data_id,
        )

    def _pill(self, x, y, base, l, i, now, on):
        name = "z" if base == "z" else "delta"
        text = self.values[f"{name}-{l}-{i}"]
        small = self.layout.crowd > 2
        size = TEXT if base == "z" or small else 13.5
        scripts = (str(i), f"({l})") if self.layout.crowd < 4 else ("", "")
        sign_wide = symbol_width(base, *scripts, size) + 5
        wide = sign_wide + width(text, size) + (16 if base == "δ" or now else 0)
        tone = "nn-delta" if base == "δ" else "" if on else "nn-muted"
        left = x - (sign_wide + width(text, size)) / 2
        parts = []
        if base == "δ" or now:
            high = 17.5 if small else 23.0 if base == "δ" else 20.0
            parts.append(_plate(x, y, wide, high, "nn-pill " + ("nn-now" if now else "nn-known")))
        parts.append(symbol(left, y, base, *scripts, size=size, class_=tone, anchor="start"))
        strong = "nn-strong " if now or (on and base == "δ") else ""
        colour = "nn-delta" if base == "δ" and not now else "" if now or on else "nn-muted"
        parts.append(
            label(left + sign_wide, y, text, size=size, class_=f"nn-num {strong}{colour}", anchor="start")
        )
        return element("g", *parts, data_id=f"{name}-{l}-{i}")

    # the cost

    def _cost_y(self):
        ys = [self.layout.y[unit] for unit in self.layout.units(self.net.L)]
        return sum(ys) / len(ys)

    def _cost_edge(self, step):
        parts = []
        L, y = self.net.L, self._cost_y()
        for l, i in self.layout.units(L):
            x1, y1 = self.layout.place(l, i)
            flow = {"J": "forward", "delta": "backward"}.get(step.symbol) if step.layer == L else None
            if flow == "backward" and step.unit not in (i, None):
                flow = None
            start, end = x1 + self.layout.r, COST - 31
            under, heads = _flow(flow, start, y1, end, y, chip=None) if flow else ("", "")
            tone = "nn-wire nn-strong" if flow else "nn-wire"
            parts += [under, element("line", x1=start, y1=y1, x2=end, y2=y, class_=tone), heads]
        return "".join(parts)

    def _cost(self, k):
        step, y = self.found[k], self._cost_y()
        known, now = self.known("J", k), step.symbol == "J"
        on = now or (step.symbol == "delta" and step.layer == self.net.L)
        parts = []
        if now:
            parts.append(_plate(COST, y, 73, 57, "nn-ring", corner=9))
        parts.append(_plate(COST, y, 62, 46, "nn-cost" + (" nn-on" if on else ""), corner=6))
        tone = "" if on else "nn-muted" if known else "nn-unknown"
        parts.append(symbol(COST, y - (10 if known else 0), "J", size=14.5, class_=tone))
        if known:
            strong = "nn-num nn-strong" if on else "nn-num nn-muted"
            size = 14.5 if width(self.values["J"], 14.5) < 58 else TEXT
            parts.append(label(COST, y + 9, self.values["J"], size=size, class_=strong))
        return element("g", *parts, data_id="J") + self._target(y, on)

    def _target(self, y, on):
        if self.y is None:
            return ""
        parts = []
        for i, target in enumerate(self.y, start=1):
            at = y + 24 + 17 * i
            text = f"= {numeral(target)}"
            positive = target > 0.5
            left = COST - (27 + width(text, TEXT)) / 2 - 6
            mark = (
                element("path", d=f"M{left - 6:.1f} {at + 5:.1f}h12l-6 -11z", class_="nn-class1")
                if positive
                else element("circle", cx=left, cy=at, r=5.0, class_="nn-class0")
            )
            tone = "" if on else "nn-muted"
            parts.append(
                element(
                    "g",
                    mark,
                    symbol(left + 11, at, "y", str(i), size=TEXT, class_=tone, anchor="start"),
                    label(left + 27, at, text, size=TEXT, class_="nn-num " + tone, anchor="start"),
                    data_id=f"y-{i}",
                )
            )
        return "".join(parts)

    # column heads and the ray of progress

    def _heads(self, step):
        L = self.net.L
        backward = step.phase in ("backward", "gradients", "input")
        places = [*((l, self.layout.x[l]) for l in range(1, L + 1)), ("J", COST)]
        parts, here = [], self._here(step)
        for l, x in places:
            kind = "cost" if l == "J" else "input" if l == 1 else "output" if l == L else "hidden"
            text = say(f"head.{kind}") if l == "J" else f"{say(f'head.{kind}')} l = {l}"
            if len(places) > 5 and l not in ("J",):
                text = f"l = {l}"
            strong = l in here
            x = max(x, width(text, TEXT) / 2 - 4)
            if l == "J" and self.y is None:
                continue
            parts.append(_head(x, text, strong))
        last = COST + 31 if self.y is not None else self.layout.x[L] + 26
        first, reach = 10.0, self._reach(step)
        start, end = (last, reach) if backward else (first, reach)
        tone = "nn-back" if backward else "nn-forth"
        tip = -1 if backward else 1
        parts.append(element("line", x1=first, y1=26.0, x2=last, y2=26.0, class_="nn-track"))
        parts.append(
            element("line", x1=start, y1=26.0, x2=end - 6.0 * tip, y2=26.0, class_=f"nn-ray {tone}")
        )
        parts.append(
            element("path", d=f"M{end:.1f} 26l{-11 * tip} -6v12z", class_=f"nn-tip {tone}")
        )
        return "".join(parts)

    def _here(self, step):
        if step.symbol == "J":
            return {"J"}
        return {step.layer, step.layer + 1} if step.symbol == "Delta" else {step.layer}

    def _reach(self, step):
        if step.symbol == "J":
            return COST
        x = self.layout.x[step.layer]
        if step.symbol == "x":
            return x + 8
        return max(x, 14.0)


def _head(x, text, strong):
    """The head of a column; its l is set as a symbol."""
    drawn = label(x, 8, text, size=TEXT, class_="nn-head" + (" nn-strong" if strong else ""))
    return drawn.replace("l = ", '<tspan class="nn-sym">l</tspan> = ')


def _plate(x, y, wide, high, class_, corner=None):
    return element(
        "rect",
        x=float(x - wide / 2),
        y=float(y - high / 2),
        width=float(wide),
        height=float(high),
        rx=float(high / 2 if corner is None else corner),
        class_=class_,
    )


def _flow(kind, x1, y1, x2, y2, chip):
    """The underlay of an edge that takes part, and its arrow heads."""
    if kind is None:
        return "", ""
    if kind == "both":
        x, y = chip
        green = _underlay("nn-forth", x1, y1, x, y), _arrow("nn-forth", x1, y1, x, y, back=26)
        purple = _underlay("nn-back", x2, y2, x, y), _arrow("nn-back", x2, y2, x, y, back=26)
        return green[0] + purple[0], green[1] + purple[1]
    if kind == "backward":
        x1, y1, x2, y2 = x2, y2, x1, y1
    tone = "nn-back" if kind == "backward" else "nn-forth"
    return _underlay(tone, x1, y1, x2, y2), _arrow(tone, x1, y1, x2, y2, back=10)


def _underlay(tone, x1, y1, x2, y2):
    length = hypot(x2 - x1, y2 - y1)
    return element(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, class_=f"nn-flow {tone}", style=f"--n:{length:.0f}px"
    )


def _arrow(tone, x1, y1, x2, y2, back):
    """An arrow head that points from 1 to 2; its tip is `back` px before 2, as far as there is room."""
    length = hypot(x2 - x1, y2 - y1)
    if length < 14:
        return ""
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    back = min(back, max(0.0, length - 20))
    x, y = x2 - ux * back, y2 - uy * back
    points = [(x, y), (x - 12 * ux + 6 * uy, y - 12 * uy - 6 * ux), (x - 12 * ux - 6 * uy, y - 12 * uy + 6 * ux)]
    return element(
        "polygon",
        points=" ".join(f"{px:.1f},{py:.1f}" for px, py in points),
        class_=f"nn-tip {tone}",
    )


def _results(step):
    """What a step adds to the picture: pairs of data-id and value."""
    if step.symbol == "J":
        return [("J", step.value)]
    if step.symbol == "x":
        return [(f"a-1-{i}", value) for i, value in enumerate(step.value, start=1)]
    if step.symbol == "Delta":
        rows = [(step.unit, step.value)] if step.unit else enumerate(step.value, start=1)
        return [
            (f"Delta-{step.layer}-{i}-{j}", value)
            for i, row in rows
            for j, value in enumerate(row)
        ]
    values = [(step.unit, step.value)] if step.unit else enumerate(step.value, start=1)
    return [(f"{step.symbol}-{step.layer}-{i}", value) for i, value in values]


def frame(inside, title, description):
    """The ``svg`` element around a picture, with its words for a screen reader."""
    from nnlib.svg.element import plain

    return element(
        "svg",
        element("title", plain(title)),
        element("desc", plain(description)),
        inside,
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        role="img",
        class_="nn-picture",
    )
