"""`truth_table`: press the inputs of an MP neuron, change it, and its table fills in."""

import numpy as np

from nnlib.neurons import MPNeuron
from nnlib.svg import truth as draw
from nnlib.svg.board import board, button, said, slider
from nnlib.svg.element import element
from nnlib.svg.style import own
from nnlib.svg.text import symbol
from nnlib.widgets.picture import Picture, Refusal, typed
from nnlib.words import say


class TruthTable(Picture):
    """The widget; made by `truth_table`.

    Attributes
    ----------
    neuron : MPNeuron
        As it is now.
    x : tuple of int
        The inputs pressed now.
    seen : set of tuple of int
        The rows that are filled in.
    """

    _css = Picture._css + own("mp")

    def __init__(self, neuron):
        self._start = draw.known_neuron(neuron)
        super().__init__(shell=_shell())
        self.reset()
        self.on_event(self._event)

    def reset(self):
        """Back to exactly the same start: the reader's neuron, one row filled in."""
        self.neuron, self.x = self._start, (0,) * len(self._start.weights)
        self.seen = {self.x}
        self._renew()
        self._show()

    def _event(self, event):
        kind, (name, *number) = event["type"], str(event["id"]).split("-")
        i = int(number[0]) - 1 if number else None
        if kind == "press" and name == "x":
            self.x = tuple(bit ^ (k == i) for k, bit in enumerate(self.x))
        elif kind == "press" and name == "fill":
            self.seen = set(draw.inputs(len(self.x)))
        elif kind == "press" and name == "reset":
            return self.reset()
        elif kind == "press" and name == "inhibits":
            stops = {*self.neuron.inhibitory} ^ {i}
            self._change(inhibitory=sorted(stops))
            self._renew()
        elif kind == "input" and name == "theta":
            self._change(threshold=_number(event["value"], say("truth.theta")))
        elif kind == "input" and name == "w":
            weights = self.neuron.weights.copy()
            weights[i] = _number(event["value"], say("truth.weight", i=i + 1))
            self._change(weights=weights)
        self.seen = self.seen | {self.x}
        self._show()

    def _change(self, **new):
        old = self.neuron
        kept = dict(weights=old.weights, threshold=old.threshold, inhibitory=old.inhibitory)
        self.neuron = MPNeuron(**kept | new)

    def _renew(self):
        """Controls that show the neuron as it is, also where the browser holds another text."""
        self.places = {**self.places, "controls": ""}
        self.places = {**self.places, "controls": _controls(self.neuron)}

    def _show(self):
        self.frames = [
            {
                "picture": draw.framed(self.neuron, self.x),
                "table": draw.table(self.neuron, self.x, self.seen),
                "said": self._says(),
            }
        ]

    def _says(self):
        rows = draw.inputs(len(self.x))
        why = draw.why(self.neuron, self.x)
        sentence = say("truth.said", why=why, y=self.neuron(self.x))
        w = np.delete(self.neuron.weights, self.neuron.inhibitory)
        if (w < 0).any() or (w % 1).any():
            sentence += " " + say("truth.later")
        if len(self.seen) < len(rows):
            count = say("truth.filled", seen=len(self.seen), rows=len(rows))
            return said(f"{sentence} {count}")
        name = draw.name_of(self.neuron(rows))
        if name is None:
            return said(f"{sentence} {say('truth.whole')}")
        return said(f"{sentence} {say('truth.is', name=name)}", "reached")

    def __repr__(self):
        return f"TruthTable({self.neuron!r}, {len(self.seen)} of {2 ** len(self.x)} rows)"


def truth_table(neuron):
    """Press the inputs of an MP neuron, move its threshold, change it: the table fills in.

    Parameters
    ----------
    neuron : MPNeuron
        Of 1 to 4 inputs. It stays as it is.

    Returns
    -------
    TruthTable
        ``.neuron`` is the changed MPNeuron, ready for the next cell.

    Raises
    ------
    TypeError, ValueError
        If neuron is not as above.

    References
    ----------
    Lecture, slides 6 and 9. McCulloch and Pitts 1943.

    Examples
    --------
    >>> truth_table(MPNeuron([1, 1], 2))
    TruthTable(MPNeuron([1, 1], threshold 2), 1 of 4 rows)
    """
    return TruthTable(neuron)


def _number(value, name):
    bad = say("truth.bad", name=name, value=repr(value))
    number = typed(value, bad)
    if abs(number) > 99:
        raise Refusal(bad)
    return number


def _shell():
    places = (element("div", "", data_slot=name) for name in ("picture", "table"))
    body = element("div", *places, class_="nn-truth-of")
    controls = element("div", "", data_slot="controls", style="width:100%")
    return board(
        body,
        name="truth",
        controls=controls,
        keys=[("Tab", say("truth.key_tab")), ("Enter", say("truth.key"))],
    )


def _controls(neuron):
    n = len(neuron.weights)
    high = max(6.0, float(np.abs(neuron.weights).sum()) + 2, neuron.threshold)
    low = min(-2.0, neuron.threshold)
    theta = slider("theta", _sign("θ"), neuron.threshold, low, high, 1, words=say("truth.theta"))
    weights = (_weight(neuron, i) for i in range(n))
    fill = button("fill", say("truth.fill"))
    back = button("reset", say("truth.reset"), sign="⟲")
    return element("div", theta, *weights, fill, back, class_="nn-truth-controls")


def _weight(neuron, i):
    words = say("truth.weight", i=i + 1)
    more = dict(type="text", inputmode="decimal", size=4, aria_label=words)
    field = element("input", data_id=f"w-{i + 1}", value=f"{neuron.weights[i]:g}", **more)
    stops = i in neuron.inhibitory
    toggle = button(
        f"inhibits-{i + 1}",
        say("truth.inhibits"),
        pressed=stops,
        aria_label=say("truth.inhibits_i", i=i + 1),
    )
    return element("span", _sign("w", str(i + 1)), field, toggle, class_="nn-weight")


def _sign(base, below=""):
    inside = symbol(12.0, 9.0, base, below, size=18.0)
    return element("svg", inside, viewBox="0 0 24 20", class_="nn-picture", aria_hidden="true")
