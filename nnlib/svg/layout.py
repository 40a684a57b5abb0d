"""Where everything of a network picture stands; the same for all steps of a pass."""

from dataclasses import dataclass, field
from functools import cache

from nnlib.steps import MOST

WIDTH, HEIGHT = 540.0, 298.0
LEFT, RIGHT, COST = 42.0, 400.0, 500.0
TOP, BIAS_Y = 64.0, 46.0
TEXT = 12.65  # the smallest text: 11 px where the picture is 470 px wide
FIRST, LAST = 3, 2  # units of a large layer that are drawn, at its top and bottom


@dataclass
class Layout:
    """Positions of units and labels, px in the picture.

    Attributes
    ----------
    x : dict l → float
        Column of layer l.
    y : dict (l, i) → float
        Row of unit i of layer l, as far as it is drawn; i = 0 is the bias unit.
    r : dict l → float
        Radius of the units of layer l.
    crowd : int
        Rows of the fullest computing layer: what is shown depends on it.
    most : int
        Rows of the fullest layer.
    hidden : dict l → (float, int)
        Where a layer's ⋮ stands, and how many units it stands for.
    chips : dict (l, i, j) → (x, y)
        Middle of each edge's label, for those that ever have one.
    clear : set of (l, i, j)
        The edges whose label hides nothing.
    """

    x: dict
    y: dict
    r: dict
    crowd: int
    most: int
    hidden: dict = field(default_factory=dict)
    chips: dict = field(default_factory=dict)
    clear: set = field(default_factory=set)

    def units(self, l):
        """The (l, i) of a layer's units that are drawn, from 1 on."""
        return [(layer, i) for layer, i in self.y if layer == l and i > 0]

    def place(self, l, i):
        """The middle of a unit."""
        return self.x[l], self.y[l, i]

    def beside(self, l):
        """Whether z, δ and ∂J of a layer's units stand beside them, not under them."""
        return self.crowd > 4 or (l == 1 and self.most > max(self.crowd, 3))

    def inside(self, l):
        """Whether the values of a layer's units have room in them."""
        return self.r[l] >= 16 or not self.beside(l)

    def free(self, l):
        """The free height between two units of a layer, px."""
        rows = [self.y[which] for which in self.units(l)]
        return rows[1] - rows[0] - 2 * self.r[l] if len(rows) > 1 else HEIGHT


def layout(sizes):
    """The layout of a network, without its labels.

    Parameters
    ----------
    sizes : tuple of int
    """
    heights = rows(sizes)
    crowd, r, x = max(heights[1:]), radii(sizes), columns(sizes)
    found = Layout(dict(enumerate(x, start=1)), {}, {}, crowd, max(heights))
    for l, n in enumerate(sizes, start=1):
        found.r[l] = r[l - 1]
        at = _input_rows(heights[0], crowd) if l == 1 else _rows(heights[l - 1], crowd)
        drawn = range(1, n + 1)
        if len(at) < n:
            drawn = [*range(1, FIRST + 1), *range(n - LAST + 1, n + 1)]
            found.hidden[l] = at.pop(FIRST), n - FIRST - LAST
        found.y |= {(l, i): y for i, y in zip(drawn, at)}
        if l < len(sizes):
            found.y[l, 0] = BIAS_Y
    return found


def rows(sizes):
    """How many rows each layer has; a large network shows the ends of its layers, and ⋮."""
    whole = FIRST + 1 + LAST if max(sizes) > MOST else MOST
    return [min(n, whole) for n in sizes]


def columns(sizes):
    """The columns of the layers; numbers beside the units take room at the picture's sides."""
    L, crowd = len(sizes), max(rows(sizes)[1:])
    left, right = (LEFT, RIGHT) if L < 4 else (LEFT - 6, RIGHT + 12)
    left = 92.0 if _wide_inputs(sizes) or crowd > 4 else left
    right = 378.0 if crowd > 4 else right
    return [left + (right - left) * l / (L - 1) for l in range(L)]


def _wide_inputs(sizes):
    """Whether there are more inputs than have room under them for ∂J."""
    inputs, *computing = rows(sizes)
    return inputs > max(*computing, 3)


def radii(sizes):
    """The radius of each layer's units, by its rows; all computing layers have the same."""
    inputs, *computing = rows(sizes)
    crowd = max(computing)
    r = {1: 26.0, 2: 26.0, 3: 20.0, 4: 18.0}.get(crowd) or 0.4 * _pitch(crowd)
    r = min(r, 22.0) if len(sizes) > 3 else r  # the gaps are narrow
    return [min(r, 0.4 * _pitch(inputs))] + [r] * len(computing)


@cache  # it is asked for every edge of every frame
def crowded(sizes, l):
    """Whether Δ shows on the row in hand only, in the gap between layers l and l + 1."""
    x, r, heights = columns(sizes), radii(sizes), rows(sizes)
    free = x[l] - x[l - 1] - r[l - 1] - r[l]
    return heights[l] * (1 + heights[l - 1]) > 6 or free < 105


def _pitch(n):
    return (HEIGHT - TOP - 2) / n


def _input_rows(n, crowd):
    """The rows of the inputs: those of the units where they fit, else as there is room."""
    if n <= max(crowd, 2):
        return _rows(n, crowd)
    first, last = (92.0, 248.0) if n == 3 else (TOP + _pitch(n) / 2, HEIGHT - 2 - _pitch(n) / 2)
    return [first + (last - first) * i / (n - 1) for i in range(n)]


def _rows(n, crowd):
    """The rows of n units; fewer units than the widest layer has stand in its middle."""
    if crowd <= 2:  # one unit stands where two have their middle
        first, pitch, crowd = 97.0, 124.0, 2
    else:
        pitch = _pitch(crowd)
        first = TOP + {3: 21.0, 4: 16.0}.get(crowd, pitch / 2)
    middle = first + pitch * (crowd - 1) / 2
    return [middle + pitch * (i - (n - 1) / 2) for i in range(n)]


def slot_height(found):
    """The height below a unit that its z and δ take, px."""
    return {1: 58.0, 2: 58.0, 3: 36.0, 4: 21.0}.get(found.crowd, 0.0)
