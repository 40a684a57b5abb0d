"""What there is to see of a pass: every value with the step it is known from, and its place."""

from functools import cached_property
from itertools import combinations

from nnlib.numerals import numeral
from nnlib.svg.layout import TEXT, crowded, layout
from nnlib.svg.places import place_chips
from nnlib.svg.text import pill_width, width
from nnlib.words import say

LABELS = 6  # edges of one step that have a label, where there are many


class Scene:
    """One pass over one layout; the drawing functions read it and change nothing.

    Parameters
    ----------
    net : Network
    found : list of Step
        All steps of the pass.
    y : array of shape (s_L,) or None
        The target, where the pass has one.
    editing : object with can_change, changed, value; or None
        What can be pressed to change it; None nothing.
    layout_of : Scene or None
        A pass of the same network whose layout this one keeps.

    Attributes
    ----------
    values : dict data-id → str
        Every number of the pass as it is shown.
    edges : list of (l, i, j)
        All weights, from unit j of layer l to unit i of layer l + 1; j = 0 the bias.
    """

    def __init__(self, net, found, y=None, *, editing=None, layout_of=None):
        self.net, self.found, self.y = net, found, y
        # while numbers change nothing moves: a pass that is changed keeps its layout
        self.layout = layout_of.layout if layout_of else layout(net.sizes)
        self.values, self._since, self._numbers = {}, {}, {}
        for k, step in enumerate(found):
            for data_id, value in self._results(step):
                self.values[data_id], self._since[data_id] = numeral(value), k
                self._numbers[data_id] = float(value)
        self.edges = [
            (l, i, j)
            for l in net.Theta
            for _, i in self.layout.units(l + 1)
            for j in (0, *(j for _, j in self.layout.units(l)))
        ]
        self.editing = editing
        self._Theta = net.Theta
        self.largest = max(*(abs(Theta).max() for Theta in self._Theta.values()), 1e-12)
        if not layout_of:
            chips = {edge: self.lines(edge) for edge in self.edges if self.has_label(edge)}
            place_chips(self.layout, net.sizes, chips, self._pills())

    def handle(self, data_id):
        """The attributes of a button that lets a thing be changed, by key or press."""
        if self.editing is None or not self.editing.can_change(data_id):
            return {}
        words = say("edit.press", what=self.editing.name(data_id), value=self.shown(data_id))
        return {"data_press": "", "tabindex": "0", "role": "button", "aria_label": words}

    def pressed(self, data_id):
        """The attribute that lets a thing be pressed whose button for the keyboard is another."""
        can = self.editing is not None and self.editing.can_change(data_id)
        return {"data_press": ""} if can else {}

    def shown(self, data_id):
        """A number that can be changed, as it is shown."""
        return numeral(self.editing.value(data_id))

    def is_changed(self, data_id):
        """Whether it differs from the start."""
        return self.editing is not None and data_id in self.editing.changed_ids

    def known(self, data_id, k):
        """Whether this value is there at step k."""
        return self._since.get(data_id, k + 1) <= k

    def is_now(self, data_id, k):
        """Whether this value is what step k computes."""
        return self._since.get(data_id) == k

    def number(self, data_id):
        """The value itself, a float."""
        return self._numbers[data_id]

    def weight(self, edge):
        """The weight or bias of an edge, a float."""
        l, i, j = edge
        return float(self._Theta[l][i - 1, j])

    @property
    def draws_all(self):
        """Whether all edges are drawn; where there are more, only what takes part."""
        return self.layout.most <= 10

    def crowded(self, l):
        """Whether Δ shows on the row in hand only, in the gap between layers l and l + 1."""
        return crowded(self.net.sizes, l)

    def takes_part(self, k):
        """The drawn edges that take part in step k, a set."""
        return set(self.found[k].edges).intersection(self.edges)

    def has_label(self, edge):
        """Whether an edge has a label at some step: not where too many edges take part."""
        return self.layout.most < LABELS or edge in self._few

    def shows_labels(self, k):
        """Whether the edges of step k have labels: where they are few and stand apart."""
        edges = self.takes_part(k)
        return self.layout.most < LABELS or (len(edges) <= LABELS and self._apart(edges))

    def _apart(self, edges):
        """Whether the labels of these edges, a line each, hide neither each other nor a unit."""
        chips = {which: self.layout.chips[which] for which in edges}
        half = {which: max(width(t, TEXT) for t in self.lines(which)) / 2 + 4 for which in edges}
        pairs = all(
            abs(chips[a][0] - chips[b][0]) > half[a] + half[b] - 2
            or abs(chips[a][1] - chips[b][1]) > 15.5
            for a, b in combinations(edges, 2)
        )
        return pairs and all(
            x - half[which] > self.layout.x[which[0]] + self.layout.r[which[0]] - 2
            and x + half[which] < self.layout.x[which[0] + 1] - self.layout.r[which[0] + 1] + 2
            for which, (x, _) in chips.items()
        )

    @cached_property
    def _few(self):
        steps = (self.takes_part(k) for k in range(len(self.found)))
        return set().union(*(edges for edges in steps if len(edges) <= LABELS))

    def scripts(self, l, i):
        """The index and the layer at z and δ of a unit, as far as there is room for them."""
        return {1: (str(i), f"({l})"), 2: (str(i), f"({l})"), 3: (str(i), "")}.get(
            self.layout.crowd, ("", "")
        )

    @property
    def pad(self):
        """How much wider a pill is than what stands on it, px."""
        return 16.0 if self.layout.crowd < 3 else 9.0

    def _pills(self):
        """How wide z and δ of each unit are in the picture, ∂J of an input, px."""

        def wide(base, name, l, i):
            text = self.values.get(f"{name}-{l}-{i}", "")
            return pill_width(base, *self.scripts(l, i), text, TEXT, self.pad) if text else 0.0

        pills = {
            (l, i): (wide("z", "z", l, i), wide("δ", "delta", l, i))
            for l in range(2, self.net.L + 1)
            for _, i in self.layout.units(l)
        }
        for _, i in self.layout.units(1):
            text = self.values.get(f"dJda-1-{i}")
            pills[1, i] = 0.0, width(f"∂J {text}", TEXT) + 14 if text else 0.0
        return pills

    def lines(self, edge):
        """The lines of an edge's label when all is known: the weight and Δ."""
        l, i, j = edge
        weight, gradient = numeral(self.weight(edge)), self.values.get(f"Delta-{l}-{i}-{j}")
        if gradient is None:
            return [weight]
        return [weight, "Δ " + gradient]

    def _results(self, step):
        """What a step adds to the picture: pairs of data-id and value."""
        if step.symbol == "J":
            return [("J", step.value)]
        l, drawn = step.layer, [i for _, i in self.layout.units(step.layer)]
        if step.symbol == "Delta":
            after = [i for _, i in self.layout.units(l + 1)] if step.unit is None else [step.unit]
            rows = step.value if step.unit is None else {step.unit - 1: step.value}
            return [(f"Delta-{l}-{i}-{j}", rows[i - 1][j]) for i in after for j in (0, *drawn)]
        name = "a" if step.symbol == "x" else step.symbol
        if step.unit:
            return [(f"{name}-{l}-{step.unit}", step.value)]
        return [(f"{name}-{l}-{i}", step.value[i - 1]) for i in drawn]
