"""`pad`: draw a picture of 8 × 8 pixels, show it to a perceptron, teach it what it is."""

import numpy as np

from nnlib import checks
from nnlib.data import Dataset
from nnlib.neurons import Perceptron
from nnlib.numerals import column
from nnlib.svg import pad_card, style
from nnlib.svg.board import said
from nnlib.widgets.picture import Picture, Refusal
from nnlib.words import say

N = 8
BRUSH = 1.1  # squares: from its middle on no ink is left
WAYS = {"ArrowLeft": (0, -1), "ArrowRight": (0, 1), "ArrowUp": (-1, 0), "ArrowDown": (1, 0)}
SHIFTS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}


class Pad(Picture):
    """The widget; made by `pad`.

    Attributes
    ----------
    x : array of shape (64,)
        The picture as it is now, ink from 0 to 1 in sixteenths, as in `digits`.
    perceptron : Perceptron or None
        A copy of the reader's, with all it has learned here.
    updates : list of Update
        The visits that it learned from.
    """

    _css = Picture._css + style.own("pad")

    def __init__(self, perceptron, data, names, x):
        self._unit, self._data, self._names = perceptron, data, names
        self._x = np.zeros(N * N) if x is None else x
        shell = pad_card.shell(names, perceptron is not None, data is not None)
        super().__init__(shell=shell)
        self.reset()
        self.on_event(self._event)

    def reset(self):
        """Go back to exactly the same start."""
        self.x, self.perceptron = self._x.copy(), self._unit and self._unit.copy()
        self.updates, self._cursor, self._last = [], (0, 0), None
        self._at, self._erases = 0, False
        self._show(say("pad.start"))

    def _event(self, event):
        kind, data_id, key = event["type"], event["id"] or "", event["key"]
        if kind == "key":
            return self._key(key.removeprefix("Shift+"))
        if kind == "press" and data_id in ("erase", "clear", "reset", "card", "cards"):
            return getattr(self, f"_{data_id}")()
        what, _, which = data_id.partition("-")
        if kind == "press" and what == "shift":
            return self._shift(SHIFTS[which])
        if kind == "press" and what == "teach":
            return self._teach(self.x, int(which))
        if kind in ("press", "drag") and event["x"] is not None:
            self._stroke(event["x"], event["y"], begins=kind == "press")
        elif kind == "drop" and self._last is not None:
            self._stroke(event["x"], event["y"], begins=False)
            self._last = None
        elif kind == "cancel":
            self._last = None
        return None

    def _stroke(self, x, y, begins):
        """Ink along the way from the last place of the pointer to this one."""
        here = np.array([y, x]) / pad_card.SIZE * N - 0.5
        start = here if begins or self._last is None else self._last
        self._last = here
        for share in np.linspace(0, 1, max(2, int(4 * np.abs(here - start).max()))):
            self._ink(start + share * (here - start))
        self._cursor = tuple(np.clip(np.round(here), 0, N - 1).astype(int).tolist())
        self._show(None if self._erases else self._drawn())

    def _ink(self, place):
        far = np.hypot(*(np.indices((N, N)) - place[:, None, None]))
        if self._erases:
            self.x = np.where(far.ravel() < 0.75, 0.0, self.x)
        else:
            ink = np.clip((BRUSH - far) / (BRUSH - 0.5), 0, 1)
            self.x = np.maximum(self.x, np.round(ink.ravel() * 16) / 16)

    def _key(self, key):
        i, j = self._cursor
        if key in WAYS:
            di, dj = WAYS[key]
            self._cursor = min(max(i + di, 0), N - 1), min(max(j + dj, 0), N - 1)
            return self._show()
        self.x = self.x.copy()
        gone = key in ("Delete", "Backspace") or self.x[i * N + j] > 0
        self.x[i * N + j] = 0.0 if gone else 1.0
        return self._show(self._drawn())

    def _drawn(self):
        """What is to be said of the ink that came or went."""
        ink = int((self.x > 0).sum())
        if not ink:
            return say("pad.cleared")
        if self.perceptron is None:
            return say("pad.inked", n=ink)
        z = self.perceptron.w @ self.x + self.perceptron.b
        return say("pad.drawn", called=self._names[int(z > 0)], z=column([z], most=2)[0])

    def _erase(self):
        self._erases = not self._erases
        self._show(say("pad.erases" if self._erases else "pad.draws"))

    def _clear(self):
        self.x, self._erases = np.zeros(N * N), False
        self._show(say("pad.cleared"))

    def _reset(self):
        self.reset()

    def _shift(self, way):
        """The picture moved by one pixel; what leaves the paper is lost."""
        di, dj = way
        before = self.x.sum()
        moved = np.pad(self.x.reshape(N, N), 1)
        self.x = moved[1 - di : 1 - di + N, 1 - dj : 1 - dj + N].ravel()
        moved = "pad.shifted" if self.x.sum() == before else "pad.edge"
        self._show(say(moved if before else "pad.cleared"))

    def _teach(self, x, y, card=""):
        if not x.any():
            raise Refusal(say("pad.empty"))
        (update,) = self.perceptron.learn([x], [y], epochs=1)
        self.updates = [*self.updates, update]
        right = update.y_hat == y
        names = dict(is_=self._names[y], called=self._names[update.y_hat])
        key = "pad.right" if right else "pad.added" if y else "pad.taken"
        self._show(card + say(key, **names))

    def _card(self):
        k = self._at % len(self._data)
        self.x, self._erases = self._data.X[k].copy(), False
        self._at += 1
        if not self.x.any():
            self._show()  # the empty card is seen, and refused
        self._teach(self.x, int(self._data.labels[k]), say("pad.card_n", k=k + 1) + " ")

    def _cards(self):
        before = len(self.updates)
        for _ in range(10):
            self._card()
        wrong = sum(one.y_hat != one.y for one in self.updates[before:])
        self._show(say("pad.ten", wrong=wrong))

    def _show(self, sentence=None):
        frame = {"paper": pad_card.paper(self.x, self._cursor)}
        frame["erase"] = pad_card.eraser(self._erases)
        unit = self.perceptron
        if unit is not None:
            mistakes = sum(one.y_hat != one.y for one in self.updates)
            frame["weights"] = pad_card.weights(unit.w, self._names)
            about = self._names, len(self.updates), mistakes
            frame["answer"] = pad_card.answer(unit, self.x, *about)
        was = self.frames[0].get("said", "") if self.frames else ""
        frame["said"] = was if sentence is None else said(sentence)
        self.frames = [frame]

    def __repr__(self):
        return f"Pad({int((self.x > 0).sum())} of {N * N} pixels with ink)"


def pad(perceptron=None, data=None, *, names=("0", "1"), x=None):
    """Draw a picture of 8 × 8 pixels, by pointer or keys, and show it to a perceptron.

    Parameters
    ----------
    perceptron : Perceptron or None
        With 64 inputs: its weights stand beside the paper, it says what it sees, and it
        learns what it is taught, one visit a picture. It stays as it is.
    data : Dataset or None
        Pictures to be taught one after another: X of shape (m, 64), classes 0 and 1.
    names : two texts
        What class 0 and class 1 are called.
    x : array of shape (64,) or None
        The picture to begin with, ink from 0 to 1; None an empty one.

    Returns
    -------
    Pad
        ``.x`` is the picture, of shape (64,) and on the scale of `digits`;
        ``.perceptron`` the copy that has learned, ``.updates`` its visits.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> from nnlib import digits
    >>> paper = pad(x=digits().X[0])
    >>> paper, paper.x[2:5]
    (Pad(35 of 64 pixels with ink), array([0.3125, 0.8125, 0.5625]))
    """
    if perceptron is not None:
        n = len(checks.instance("perceptron", perceptron, Perceptron).w)
        if n != N * N:
            raise ValueError(f"perceptron must be one of {N * N} inputs, got {n}")
    if data is not None:
        if perceptron is None:
            raise ValueError("perceptron must be given to learn from data, got None")
        X = checks.array("data", checks.instance("data", data, Dataset).X, (-1, N * N))
        checks.binary("data", data.y, (len(X), 1))
    names = [checks.text("names", name) for name in checks.sequence("names", names)]
    if len(names) != 2:
        raise ValueError(f"names must be two texts, got {len(names)}")
    if x is not None:
        x = checks.array("x", x, (N * N,))
        if x.min() < 0 or x.max() > 1:
            raise ValueError(f"x must be ink from 0 to 1, got {x.min():g} to {x.max():g}")
    return Pad(perceptron, data, names, x)
