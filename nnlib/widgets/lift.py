"""`lift`: samples lifted by a third input x₁x₂, turned in space, with a unit's plane."""

from nnlib import checks
from nnlib.network import Network
from nnlib.svg import lift_card as card
from nnlib.svg.cloud import START
from nnlib.svg.lifted import cloud
from nnlib.svg.space import View
from nnlib.svg.style import own
from nnlib.widgets.picture import Picture, Refusal, typed
from nnlib.words import say

MOVES = {"ArrowLeft": (-5, 0), "ArrowRight": (5, 0), "ArrowUp": (0, 5), "ArrowDown": (0, -5)}
PACE = 0.6  # degrees a px of a drag


class Lift(Picture):
    """The widget; made by `lift`.

    Attributes
    ----------
    data : Dataset
        The lifted samples, X of shape (m, 3).
    net : Network or None
        The plane as one unit of three inputs with g = step.
    turn, tilt : float
        Where one looks from, degrees.
    height : float
        How much of the third input is shown, 0 … 1.
    """

    _css = Picture._css + own("lift")

    def __init__(self, data, unit):
        self._cloud, self._touched = cloud(data, unit), dict.fromkeys(card.SLIDERS, 0)
        super().__init__(shell=card.shell(self._cloud))
        self.reset()
        self.on_event(self._heard)

    data = property(lambda self: self._cloud.data)
    net = property(lambda self: _net(self._cloud.unit))

    def reset(self):
        """Back to exactly the same start."""
        self._held, self._fields = None, {}
        self._touched = {name: times + 1 for name, times in self._touched.items()}
        self._look(START.turn, START.tilt, 1.0)

    def look(self, turn, tilt, height=1.0):
        """Look from here: degrees around, degrees up from the ground, and the share of x₃.

        Raises
        ------
        TypeError, ValueError
            If they are no finite numbers, or height is not within 0 … 1.
        """
        height = checks.number("height", height, at_least=0)
        if height > 1:
            raise ValueError(f"height must be a number from 0 to 1, got {height}")
        self._look(checks.number("turn", turn), checks.number("tilt", tilt), height)

    def _look(self, turn, tilt, height, kept=None):
        """Draw it; the slider `kept` is in the student's hand and stays."""
        self.turn, self.tilt = (turn + 180) % 360 - 180, min(max(tilt, 0.0), 90.0)
        self.height = height
        for name in card.SLIDERS:
            if name != kept:  # a new comment makes the browser take the same text again
                field = card.adjust(name, getattr(self, name))
                self._fields[name] = f"{field}<!--{self._touched[name]}-->"
        view = View(self.turn, self.tilt)
        self.frames = [card.frame(self._cloud, view, height) | self._fields]

    def _heard(self, event):
        kind, name = event["type"], event["id"]
        if kind == "input" and name in card.SLIDERS:
            self._type(name, event["value"])
        elif kind == "key":
            times = 3 if event["key"].startswith("Shift+") else 1
            turn, tilt = MOVES[event["key"].removeprefix("Shift+")]
            self._look(self.turn + times * turn, self.tilt + times * tilt, self.height)
        elif kind == "press" and name == "reset":
            self.reset()
        elif kind == "press" and name == "above":
            self._look(0.0, 90.0, self.height)
        elif kind == "press":
            self._held = (event["x"], event["y"]), (self.turn, self.tilt)
        elif self._held:
            self._drag(kind, event)

    def _type(self, name, value):
        self._touched[name] += 1
        low, high, _ = card.SLIDERS[name]
        number = typed(value, say(f"lift.no_{name}", value=repr(value)))
        if not low <= number <= high:
            raise Refusal(say(f"lift.no_{name}", value=repr(value)))
        here = {"turn": self.turn, "tilt": self.tilt, "height": self.height} | {name: number}
        self._look(**here, kept=name)

    def _drag(self, kind, event):
        (x, y), (turn, tilt) = self._held
        if kind == "cancel":
            way = 0.0, 0.0
        else:
            way = PACE * (x - event["x"]), PACE * (event["y"] - y)
        if kind != "drag":
            self._held = None
        self._look(turn + way[0], tilt + way[1], self.height)

    def __repr__(self):
        wrong = "" if self.net is None else f", {int(self._cloud.wrong.sum())} wrong"
        return f"Lift({self.data.name}: {len(self.data)} samples{wrong})"


def _net(unit):
    """The unit as a network of one, None without one."""
    return None if unit is None else Network.from_weights([[unit.w]], [[unit.b]], g="step")


def lift(data, unit=None):
    """Lift samples of two inputs by a third, x₁x₂, and turn them in space.

    Parameters
    ----------
    data : Dataset
        Two inputs, classes 0 and 1.
    unit : Perceptron or None
        Of three inputs, such as one that has learned the lifted samples; its plane
        w·x + b = 0 is drawn.

    Returns
    -------
    Lift
        ``.data`` holds the lifted samples, ``.net`` the plane as one unit.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> from nnlib import XOR, Perceptron
    >>> unit = Perceptron(3)
    >>> unit.w, unit.b = [1, 1, -2], -0.5
    >>> lifted = lift(XOR(), unit)
    >>> lifted
    Lift(XOR, lifted: 4 samples, 0 wrong)
    >>> lifted.net(lifted.data.X).ravel()
    array([0., 1., 1., 0.])
    """
    return Lift(data, unit)
