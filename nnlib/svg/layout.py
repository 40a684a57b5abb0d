"""Where everything of a network picture stands; the same for all steps of a pass."""

from dataclasses import dataclass, field
from math import hypot
from random import Random

import numpy as np

from nnlib.svg.text import width

WIDTH, HEIGHT = 540.0, 298.0
LEFT, RIGHT, COST = 42.0, 400.0, 500.0
TOP, BIAS_Y = 64.0, 46.0
TEXT = 12.65  # the smallest text: 11 px where the picture is 470 px wide
PLACES = np.linspace(0.2, 0.8, 37)  # of a label on its edge


@dataclass
class Layout:
    """Positions of units and labels, px in the picture.

    Attributes
    ----------
    x : dict l → float
        Column of layer l.
    y : dict (l, i) → float
        Row of unit i of layer l; i = 0 is the bias unit.
    r : float
        Radius of a unit.
    crowd : int
        Units of the widest computing layer: what is shown depends on it.
    chips : dict (l, i, j) → (x, y)
        Middle of each edge's label.
    """

    x: dict
    y: dict
    r: float
    crowd: int
    chips: dict = field(default_factory=dict)

    def units(self, l):
        """The (l, i) of a layer's units, from 1 on."""
        return [(layer, i) for layer, i in self.y if layer == l and i > 0]

    def place(self, l, i):
        """The middle of a unit."""
        return self.x[l], self.y[l, i]


def layout(sizes, chip_texts, pills=None):
    """The layout of a network.

    Parameters
    ----------
    sizes : tuple of int
    chip_texts : dict (l, i, j) → list of str
        The lines of each edge's final label; in a crowded gap they take turns.
    pills : dict (l, i) → (float, float)
        How wide z and δ of a unit are, px.
    """
    L, crowd = len(sizes), max(sizes[1:])
    r = radius(sizes)
    found = Layout({}, {}, r, crowd)
    for l, n in enumerate(sizes, start=1):
        found.x[l] = columns(L)[l - 1]
        rows = _input_rows(n, crowd, r) if l == 1 else _rows(n, crowd)
        for i, y in enumerate(rows, start=1):
            found.y[l, i] = y
        if l < L:
            found.y[l, 0] = BIAS_Y
    _place_chips(found, sizes, chip_texts, pills or {})
    return found


def columns(L):
    """The columns of layers 1 … L; many of them stand nearer to the picture's sides."""
    left, right = (LEFT, RIGHT) if L < 4 else (LEFT - 6, RIGHT + 12)
    return [left + (right - left) * l / (L - 1) for l in range(L)]


def radius(sizes):
    """The radius of a unit, by the widest computing layer and the room of the inputs."""
    r = {1: 26.0, 2: 26.0, 3: 20.0, 4: 18.0}.get(max(sizes[1:]), 12.0)
    return min(r, (HEIGHT - TOP) / sizes[0] / 2 - 3)


def crowded(sizes, l):
    """Whether Δ shows on the row in hand only, in the gap between layers l and l + 1."""
    x = columns(len(sizes))
    free = x[l] - x[l - 1] - 2 * radius(sizes)
    return sizes[l] * (1 + sizes[l - 1]) > 6 or free < 105


def _input_rows(n, crowd, r):
    """The rows of the inputs: those of the units where they fit, else as there is room."""
    if n <= max(crowd, 2):
        return _rows(n, crowd)
    first, last = TOP + r + 2, HEIGHT - r - 24
    return [first + (last - first) * i / (n - 1) for i in range(n)]


def _rows(n, crowd):
    """The rows of n units; fewer units than the widest layer has stand in its middle."""
    if crowd <= 2:  # one unit stands where two have their middle
        first, pitch, crowd = 97.0, 124.0, 2
    else:
        pitch = (HEIGHT - TOP - 2) / crowd
        first = TOP + {3: 21.0, 4: 16.0}.get(crowd, 14.0)
    middle = first + pitch * (crowd - 1) / 2
    return [middle + pitch * (i - (n - 1) / 2) for i in range(n)]


def _place_chips(found, sizes, chip_texts, pills):
    """Choose for every label the place on its edge that hides least."""
    ends = {(l, i, j): (found.place(l, j), found.place(l + 1, i)) for l, i, j in chip_texts}
    halves, weights = {}, {}
    for edge, lines in chip_texts.items():
        high = 8.5 if crowded(sizes, edge[0]) else 8.5 * len(lines)
        halves[edge] = max(width(line, TEXT) for line in lines) / 2 + 6, high
        weights[edge] = width(lines[0], TEXT) / 2 + 6, 8.5
    slots = {l: list(_slots(found, pills, l)) for l in found.x if l + 1 in found.x}

    def costs(edge, boxes):
        others = weights if crowded(sizes, edge[0]) else halves
        near = [*_near(found, boxes, edge, others), *slots[edge[0]]]
        # no arrow comes to a bias unit
        rooms = (found.r + 24 if edge[2] else 16), found.r + 24
        return _costs(near, *ends[edge], halves[edge], rooms)

    for l in slots:  # one by one, it depends on the start: the best of some starts
        gap = [edge for edge in chip_texts if edge[0] == l]
        tries = [_one_by_one(gap, start, ends, halves, costs) for start in _starts(gap)]
        found.chips |= min(tries, key=lambda one: one[0])[1]


def _starts(gap):
    """Where the labels of a gap stand at first: all in the middle, and a few random places."""
    chance = Random(0)
    yield dict.fromkeys(gap, 0.5)
    for _ in range(150 // len(gap)):
        yield {edge: chance.uniform(0.2, 0.8) for edge in gap}


def _one_by_one(gap, start, ends, halves, costs):
    """Move one label after the other, four times over; the whole cost, and the places."""
    places = {edge: _along(*ends[edge], t) for edge, t in start.items()}
    boxes = {edge: (*places[edge], *halves[edge]) for edge in gap}
    for _ in range(4):
        whole = 0.0
        for edge in gap:
            del boxes[edge]
            found = costs(edge, boxes)
            best = int(np.argmin(found))
            whole += float(found[best])
            places[edge] = _along(*ends[edge], float(PLACES[best]))
            boxes[edge] = (*places[edge], *halves[edge])
    return whole, places


def _near(found, boxes, edge, halves):
    """The labels of the same gap, with their weight: those at one unit are shown together."""
    for other, box in boxes.items():
        if other[0] != edge[0]:
            continue
        if other[1] == edge[1]:
            yield 8.0, box
        elif found.crowd < 4 or other[2] == edge[2]:
            yield 8.0, (*box[:2], *halves[other])


def _along(start, end, t):
    return start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])


def _costs(near, start, end, half, rooms):
    """What a label hides at each of the places, and how little room it leaves for arrows."""
    x, y = (np.asarray(one) for one in _along(start, end, PLACES))
    length = hypot(end[0] - start[0], end[1] - start[1])
    across, down = abs(end[0] - start[0]) / length, abs(end[1] - start[1]) / length
    reach = min(half[0] / across, half[1] / down if down else half[0])  # along the edge
    weight, box = np.array([one[0] for one in near]), np.array([one[1] for one in near]).T
    hidden = _overlap(x, half[0], box[0], box[2]) * _overlap(y, half[1], box[1], box[3])
    first, last = rooms[0] + reach - PLACES * length, rooms[1] + reach - (1 - PLACES) * length
    tight = np.maximum(0.0, np.maximum(first, last))
    return hidden @ weight + 10 * tight + 40 * abs(PLACES - 0.5)


def _slots(found, pills, l):
    """The units at both ends of a gap with their z and δ, as boxes with their weight.

    δ of the left layer comes after Δ of the gap, so its place counts less.
    """
    for (layer, i), y in found.y.items():
        x = found.x[layer]
        if layer not in (l, l + 1):
            continue
        if i == 0:
            yield 8, (x, y, 13.0, 13.0)
            continue
        yield 8, (x, y, found.r + 3, 0.6 * found.r)  # a circle as two boxes
        yield 8, (x, y, 0.6 * found.r, found.r + 3)
        z, delta = pills.get((layer, i), (0.0, 0.0))
        top, high = y + found.r, slot_height(found) / 2
        if found.crowd > 3:  # z and δ share one place
            yield 8 if layer > l else 2, (x, top + high, max(z, delta) / 2, high)
        else:
            yield 8, (x, top + high / 2, z / 2, high / 2)
            yield 8 if layer > l else 2, (x, top + 1.5 * high, delta / 2, high / 2)


def slot_height(found):
    """The height below a unit that its z and δ take, px."""
    return {1: 58.0, 2: 58.0, 3: 36.0, 4: 21.0}.get(found.crowd, 0.0)


def _overlap(one, half, others, halves):
    """How far stretches overlap: one row for each of the first, one column for each other."""
    one = one[:, np.newaxis]
    ends = np.minimum(one + half, others + halves), np.maximum(one - half, others - halves)
    return np.maximum(0.0, ends[0] - ends[1])
