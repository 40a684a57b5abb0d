"""What there is to see of a pass: every value with the step it is known from, and its place."""

from nnlib.numerals import numeral
from nnlib.svg.layout import TEXT, crowded, layout
from nnlib.svg.text import pill_width
from nnlib.words import say

MOST = 15  # units a layer: more would be too small to see and too much to send


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
        if max(net.sizes) > MOST:
            raise ValueError(f"net must be of at most {MOST} units a layer, got {net!r}")
        self.net, self.found, self.y = net, found, y
        self.values, self._since, self._numbers = {}, {}, {}
        for k, step in enumerate(found):
            for data_id, value in _results(step):
                self.values[data_id], self._since[data_id] = numeral(value), k
                self._numbers[data_id] = float(value)
        self.edges = [
            (l, i, j)
            for l, Theta in net.Theta.items()
            for i in range(1, Theta.shape[0] + 1)
            for j in range(Theta.shape[1])
        ]
        self.editing = editing
        self.largest = max(*(abs(Theta).max() for Theta in net.Theta.values()), 1e-12)
        chips = {edge: self.lines(edge) for edge in self.edges}
        # while numbers change nothing moves: a pass that is changed keeps its layout
        self.layout = layout_of.layout if layout_of else layout(net.sizes, chips, self._pills())

    def handle(self, data_id):
        """The attributes that let a thing be pressed and changed, and its dot once it was."""
        if self.editing is None or not self.editing.can_change(data_id):
            return {}
        words = say("edit.press", what=self.editing.name(data_id), value=self.shown(data_id))
        return {"data_press": "", "tabindex": "0", "role": "button", "aria_label": words}

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
        return float(self.net.Theta[l][i - 1, j])

    def crowded(self, l):
        """Whether Δ shows on the row in hand only, in the gap between layers l and l + 1."""
        return crowded(self.net.sizes, l)

    def _pills(self):
        """How wide z and δ of each computing unit are in the picture, px."""
        crowd = max(self.net.sizes[1:])

        def wide(base, name, l, i):
            scripts = (str(i), f"({l})") if crowd < 4 else ("", "")
            text = self.values.get(f"{name}-{l}-{i}", "")
            return pill_width(base, *scripts, text, TEXT) if text else 0.0

        return {
            (l, i): (wide("z", "z", l, i), wide("δ", "delta", l, i))
            for l in range(2, self.net.L + 1)
            for i in range(1, self.net.sizes[l - 1] + 1)
        }

    def lines(self, edge):
        """The lines of an edge's label when all is known: the weight and Δ."""
        l, i, j = edge
        weight, gradient = numeral(self.weight(edge)), self.values.get(f"Delta-{l}-{i}-{j}")
        if gradient is None:
            return [weight]
        return [weight, "Δ " + gradient]


def _results(step):
    """What a step adds to the picture: pairs of data-id and value."""
    if step.symbol == "J":
        return [("J", step.value)]
    name = "a" if step.symbol == "x" else step.symbol
    parts = [(step.unit, step.value)] if step.unit else list(enumerate(step.value, start=1))
    if step.symbol == "Delta":
        return [
            (f"Delta-{step.layer}-{i}-{j}", value)
            for i, row in parts
            for j, value in enumerate(row)
        ]
    return [(f"{name}-{step.layer}-{i}", value) for i, value in parts]
