"""Where the labels of the edges stand: each at the place on its edge that hides least."""

from math import hypot
from random import Random

import numpy as np

from nnlib.svg.layout import TEXT, crowded, slot_height
from nnlib.svg.text import width

PLACES = np.linspace(0.2, 0.8, 37)  # of a label on its edge


def place_chips(found, sizes, chip_texts, pills):
    """Give the `Layout` found the middle of every label, chosen once for the whole pass.

    Parameters
    ----------
    found : Layout
    sizes : tuple of int
    chip_texts : dict (l, i, j) → list of str
        The lines of each edge's final label; in a crowded gap they take turns.
    pills : dict (l, i) → (float, float)
        How wide z and δ of a unit are, px; for an input 0 and ∂J.
    """
    ends = {(l, i, j): (found.place(l, j), found.place(l + 1, i)) for l, i, j in chip_texts}
    halves, weights = {}, {}
    for edge, lines in chip_texts.items():
        high = 8.5 if crowded(sizes, edge[0]) else 8.5 * len(lines)
        halves[edge] = max(width(line, TEXT) for line in lines) / 2 + 6, high
        weights[edge] = width(lines[0], TEXT) / 2 + 6, 8.5
    slots = {l: list(_slots(found, pills, l)) for l in found.x if l + 1 in found.x}

    def costs(edge, boxes):
        l, _, j = edge
        tight = crowded(sizes, l)
        others = weights if tight else halves
        near = [*_near(found, boxes, edge, others, tight), *slots[l]]
        # no arrow comes to a bias unit
        rooms = (found.r[l] + 24 if j else 16), found.r[l + 1] + 24
        return _costs(near, *ends[edge], halves[edge], rooms)

    for l in slots:  # one by one, it depends on the start: the best of some starts
        gap = [edge for edge in chip_texts if edge[0] == l]
        if gap:
            tries = [_one_by_one(gap, start, ends, halves, costs) for start in _starts(gap)]
            found.chips |= min(tries, key=lambda one: one[0])[1]
    boxes = {edge: (*place, *weights[edge]) for edge, place in found.chips.items()}
    found.clear = {edge for edge in boxes if _is_clear(edge, boxes, slots[edge[0]])}
    return found


def _is_clear(edge, boxes, slots):
    """Whether a weight hides no other and none of the numbers under the units."""
    near = [*(box for other, box in boxes.items() if other != edge), *(box for _, box in slots)]
    x, y, wide, high = boxes[edge]
    return not any(
        abs(x - other[0]) < wide + other[2] - 2 and abs(y - other[1]) < high + other[3] - 2
        for other in near
    )


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


def _near(found, boxes, edge, halves, crowded):
    """The labels of the same gap, with their weight: those at one unit are shown together.

    The others keep away where there is room for that.
    """
    for other, box in boxes.items():
        if other[0] != edge[0]:
            continue
        if other[1] == edge[1]:
            yield 8.0, box
        elif other[2] == edge[2]:
            yield 8.0, (*box[:2], *halves[other])
        elif found.crowd < 4 and found.most < 6:
            yield 2.0 if crowded else 8.0, (*box[:2], *halves[other])


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
        r = found.r[layer]
        yield 12, (x, y, r + 3, 0.6 * r)  # a circle as two boxes
        yield 12, (x, y, 0.6 * r, r + 3)
        if not found.beside(layer):
            yield from _below(found, pills, layer, i, late=4 if layer == l else 8)


def _below(found, pills, l, i, late):
    """What stands under a unit; `late` is the weight of δ."""
    z, delta = pills.get((l, i), (0.0, 0.0))
    x, top, high = found.x[l], found.y[l, i] + found.r[l], slot_height(found) / 2
    if l == 1:  # ∂J, in the last steps
        yield 8, (delta / 2 - 6, top + 13, delta / 2, 8.5)
    elif found.crowd > 3:  # z and δ share one place
        yield late, (x, top + high, max(z, delta) / 2, high)
    else:
        yield 8, (x, top + high / 2, z / 2, high / 2)
        yield late, (x, top + 1.5 * high, delta / 2, high / 2)


def _overlap(one, half, others, halves):
    """How far stretches overlap: one row for each of the first, one column for each other."""
    one = one[:, np.newaxis]
    ends = np.minimum(one + half, others + halves), np.maximum(one - half, others - halves)
    return np.maximum(0.0, ends[0] - ends[1])
