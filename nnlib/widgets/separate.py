"""`separate`: one line among the four corners of a truth table, and the map of all it tried."""

import numpy as np

from nnlib import checks, lines
from nnlib.network import Network
from nnlib.svg import line_map, line_plane
from nnlib.svg import separate as card
from nnlib.svg.trial import START, Trial
from nnlib.widgets.picture import Picture, Refusal, typed
from nnlib.words import say

NEAR = 0.02  # handles that lie nearer than this turn the line at a breath
MOVES = {"ArrowLeft": (-2, 0), "ArrowRight": (2, 0), "ArrowDown": (0, -1), "ArrowUp": (0, 1)}
SLIDERS = "angle", "offset"


class Separate(Picture):
    """The widget; made by `separate`.

    Attributes
    ----------
    data : Dataset
        The problem that is worked on: the reader's, or that of a still.
    net : Network
        The line as one unit with g = step: its W[1] and b[1] are w and b.
    w : array of shape (2,)
        The weights, of length 1: the arrow.
    b : float
        The bias.
    angle, offset : float
        The direction of w, degrees, and the signed distance of the line from (½, ½).
    mistakes : int
        How many of the four samples are wrong.
    tried : dict
        The regions tried: outputs ŷ of the four samples → how many of them are wrong.
    """

    _css = Picture._css + card.STYLE

    def __init__(self, data):
        lines.corners(data)
        self._home = data
        self._fields, self._touched = dict.fromkeys(SLIDERS, ""), set()
        self._renewed = dict.fromkeys(SLIDERS, 0)
        super().__init__()
        self.reset()
        self.on_event(self._heard)

    data = property(lambda self: self._trial.data)
    w = property(lambda self: self._trial.w)
    b = property(lambda self: self._trial.b)
    angle = property(lambda self: self._trial.angle)
    offset = property(lambda self: self._trial.offset)
    mistakes = property(lambda self: int(self._trial.wrong.sum()))
    tried = property(lambda self: dict(self._trial.tried))
    net = property(lambda self: Network.from_weights([[self.w]], [[self.b]], g="step"))

    def reset(self):
        """Back to exactly the same start: the reader's problem, the first line, an empty map."""
        self._trials, self._held = {}, None
        self._work_on(self._home, START)

    def move(self, angle, offset):
        """Put the line at this angle (degrees) and this offset, which stays within −1 … 1.

        Raises
        ------
        TypeError, ValueError
            If they are no finite numbers.
        """
        self._put(checks.number("angle", angle), checks.number("offset", offset))

    def _put(self, angle, offset, ends=None, kept=None):
        self._trial.put(angle, offset, ends)
        self._show(kept)

    def _work_on(self, data, line=None):
        """Another problem: the line stays, what was tried of each is remembered."""
        line = line or (self.angle, self.offset)
        key = tuple(lines.corners(data)[1])
        if key not in self._trials:
            self._trials[key] = Trial(data, *line)
        self._trial = self._trials[key]
        with self.hold_sync():
            self.shell = card.shell(data, self._home)
            self._put(*line)

    # what was pressed, dragged, typed

    def _heard(self, event):
        kind, name = event["type"], event["id"] or ""
        if kind == "input" and name in SLIDERS:
            self._type(name, event["value"])
        elif kind == "key":
            self._key(event["key"])
        elif kind == "press" and name.startswith(("handle", "line", "map")):
            self._hold(name, event)
        elif kind == "press":
            self._press(name)
        elif self._held:
            self._drag(kind, event)

    def _press(self, name):
        trial = self._trial
        if name == "swap":
            self._put(trial.angle + 180, -trial.offset)
        elif name == "reset":
            self.reset()
        elif name == "home":
            self._work_on(self._home)
        elif name.startswith("problem-"):
            self._work_on(card.STILLS[name.removeprefix("problem-")]())
        elif name == "clear":
            trial.clear()
            self._show()
        elif name == "show":
            trial.shown = not trial.shown
            self._show()

    def _key(self, key):
        if key in ("s", "S"):
            return self._press("swap")
        times = 10 if key.startswith("Shift+") else 1
        turn, shift = MOVES[key.removeprefix("Shift+")]
        self._put(self.angle + times * turn, self.offset + times * shift * 0.02)

    def _type(self, name, value):
        self._touched.add(name)
        number = typed(value, say(f"separate.no_{name}", value=repr(value)))
        if name == "offset" and abs(number) > 1:
            raise Refusal(say("separate.no_offset", value=repr(value)))
        line = (number, self.offset) if name == "angle" else (self.angle, number)
        self._put(*line, kept=name)

    def _hold(self, name, event):
        at = np.array([event["x"], event["y"]])
        self._held = name, (self.angle, self.offset), at, self._trial.ends
        if name == "map":
            self._drag("drag", event)

    def _drag(self, kind, event):
        name, start, at, ends = self._held
        place = event["x"], event["y"]
        if kind != "drag":
            self._held = None
        if kind == "cancel":
            self._put(*start)
        elif name.startswith("map"):
            self._put(*line_map.MAP.data(*place))
        else:
            way = line_plane.PLANE.data(*place) - line_plane.PLANE.data(*at)
            if name == "line":
                self._put(start[0], start[1] + lines.line(*start)[0] @ way)
            else:
                self._turn(int(name[-1]) - 1, ends, way)

    def _turn(self, k, ends, way):
        """Handle k (from 0) is dragged: the other stays, and so does the arrow's side."""
        ends = ends.copy()
        ends[k] = np.clip(ends[k] + way, *line_plane.PLANE.ends)
        if np.hypot(*(ends[1] - ends[0])) < NEAR:
            raise Refusal(say("separate.said_one_place"))
        self._put(*lines.through(*ends, self.w), ends)

    # what is seen

    def _show(self, kept=None):
        """Draw everything; the slider `kept` is in the student's hand and stays."""
        for name in SLIDERS:
            if name != kept:
                # else the browser would keep what it has
                self._renewed[name] += name in self._touched
                field = card.adjust(name, getattr(self, name))
                self._fields[name] = f"{field}<!--{self._renewed[name]}-->"
                self._touched.discard(name)
        self.frames = [card.frame(self._trial) | self._fields]

    def __repr__(self):
        trial = self._trial
        regions = f"{len(trial.tried)} of {len(trial.regions)} regions tried"
        return f"Separate({trial.data.name}: {self.mistakes} of 4 wrong, {regions})"


def separate(data):
    """Look for a line that separates the two classes of a truth table of two inputs.

    The line is dragged in the plane, on the map of all lines, by sliders or keys; the map
    keeps what was tried.

    Parameters
    ----------
    data : Dataset
        The four corners 00, 01, 10, 11, each once, with targets 0 or 1: `nnlib.XOR`,
        AND, OR, XNOR, NAND, NOR, or `nnlib.truth_table` of four outputs.

    Returns
    -------
    Separate
        ``.net``, ``.w``, ``.b``, ``.mistakes`` and ``.tried`` are ready for the next cell.

    Raises
    ------
    TypeError, ValueError
        If data is no such table.

    References
    ----------
    Lecture, slides 7 and 17.

    Examples
    --------
    >>> from nnlib.data import XOR
    >>> line = separate(XOR())
    >>> line
    Separate(XOR: 2 of 4 wrong, 1 of 14 regions tried)
    >>> line.move(45, -0.4)
    >>> line.mistakes, line.net(XOR().X).ravel()
    (1, array([0., 1., 1., 1.]))
    """
    return Separate(data)
