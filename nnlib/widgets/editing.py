"""What a student can change in a pass: a weight, a bias, an input, a target, g, the loss."""

import numpy as np

from nnlib import checks
from nnlib.activations import Activation, activations
from nnlib.losses import Loss, losses
from nnlib.steps.record import symbol
from nnlib.widgets.picture import Refusal, typed
from nnlib.words import say

REACH = 3.0  # the slider runs from −REACH to REACH, or as far as the value lies


class Editing:
    """A network, an input and a target that can be changed, and set back to the same start.

    Everything is a copy: what the reader passed stays as it is.

    Attributes
    ----------
    net : Network
    x, y : arrays of shape (s_1,) and (s_L,); y is None in a forward pass alone
    loss : Loss
    changed_ids : set of str
        The ``data-id`` of every number that differs from the start.
    """

    def __init__(self, net, x, y, loss):
        self._start = (
            net.copy(),
            np.array(x, dtype=float),
            None if y is None else np.array(y, dtype=float),
            checks.known("loss", loss, Loss, losses),
        )
        self.reset()

    def reset(self):
        """Go back to exactly the same start."""
        net, x, y, self.loss = self._start
        self.net, self.x, self.y = net.copy(), x.copy(), None if y is None else y.copy()
        self.changed_ids = set()

    def can_change(self, data_id):
        """Whether this ``data-id`` stands for something that can be changed."""
        try:
            self._place(data_id)
        except (KeyError, IndexError, ValueError, TypeError):
            return False
        return True

    def value(self, data_id):
        """The number behind a ``data-id``, a float (dimensionless)."""
        values, at = self._place(data_id)
        return float(values[at])

    def change(self, data_id, value):
        """Put a number, or the text of one, behind a ``data-id``.

        Raises
        ------
        Refusal
            If it is no finite number; nothing has changed then.
        """
        values, at = self._place(data_id)
        name = say(f"edit.{data_id.split('-')[0]}")
        number = typed(value, say("edit.no_number", name=name, value=repr(value)))
        values[at] = number
        same = number == float(self._started(data_id))
        self.changed_ids = self.changed_ids - {data_id} if same else self.changed_ids | {data_id}

    def change_g(self, name):
        """Use the activation of this name in every layer.

        Raises
        ------
        Refusal
            If it is unknown, or its slope is 0 everywhere, so that every δ would be.
        """
        g = _known("g", name, Activation, activations)
        if not np.any(g.derivative(np.linspace(-4.0, 4.0, 9))):
            raise Refusal(say("edit.no_slope", g=g.name))
        for l in self.net.g:
            self.net.g[l] = g

    def change_loss(self, name):
        """Use the loss of this name.

        Raises
        ------
        Refusal
            If it is unknown.
        """
        self.loss = _known("loss", name, Loss, losses)

    def all(self):
        """Every ``data-id`` that can be changed: weights and biases by layer, inputs, targets."""
        for l, Theta in self.net.Theta.items():
            for i, j in np.ndindex(Theta.shape):
                yield f"W-{l}-{i + 1}-{j}" if j else f"b-{l}-{i + 1}"
        yield from (f"a-1-{i}" for i in range(1, len(self.x) + 1))
        yield from (f"y-{i}" for i in range(1, len(() if self.y is None else self.y) + 1))

    def reach(self, data_id):
        """How far its slider runs to both sides: 3, more if the value is."""
        return float(max(REACH, np.ceil(abs(self.value(data_id)))))

    def name(self, data_id):
        """What it is, in words, for a screen reader."""
        kind, *indices = data_id.split("-")
        l, i, j = (indices + [""] * 3)[:3]
        after = int(l) + 1
        return say(f"edit.name.{kind}", l=l, i=l if kind == "y" else i, j=j, after=after)

    def is_changed(self, what):
        """Whether "g" or "loss" differs from the start."""
        net, _, _, loss = self._start
        return self.net.g != net.g if what == "g" else self.loss is not loss

    def is_started(self):
        """Whether everything is as it was at the start."""
        return not (self.changed_ids or self.is_changed("g") or self.is_changed("loss"))

    def tex(self, data_id):
        """Its symbol as TeX."""
        kind, *indices = data_id.split("-")
        if kind == "y":
            return f"y_{{{indices[0]}}}"
        l, *rest = map(int, indices)
        return symbol(kind, l, *rest)

    def _started(self, data_id):
        net, x, y, _ = self._start
        values, at = _place(net, x, y, data_id)
        return values[at]

    def _place(self, data_id):
        return _place(self.net, self.x, self.y, data_id)


def _known(name, value, kind, table):
    try:
        return checks.known(name, value, kind, table)
    except (TypeError, ValueError) as error:
        raise Refusal(str(error)) from None


def _place(net, x, y, data_id):
    """The array and the index behind a ``data-id``; an error if there is none."""
    kind, *indices = str(data_id).split("-")
    indices = [int(i) for i in indices]
    if any(i < 1 for i in indices):
        raise IndexError(data_id)
    if kind == "y" and len(indices) == 1:
        return y, range(len(y))[indices[0] - 1]
    if kind == "a" and len(indices) == 2 and indices[0] == 1:
        return x, range(len(x))[indices[1] - 1]
    if kind == "W" and len(indices) == 3:
        l, i, j = indices
        return net.Theta[l], (range(net.sizes[l])[i - 1], range(1 + net.sizes[l - 1])[j])
    if kind == "b" and len(indices) == 2:
        l, i = indices
        return net.Theta[l], (range(net.sizes[l])[i - 1], 0)
    raise KeyError(data_id)
