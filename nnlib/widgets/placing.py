"""Samples on a plane that a reader drags, adds, takes away and gives another class."""

import numpy as np

from nnlib.data import Dataset
from nnlib.widgets.picture import Picture, Refusal
from nnlib.words import say

MOST = 40  # samples
GRID = 0.1  # samples stand on tenths, so that their numbers can be read
STILL = 3.0  # px: a press that moves no further drags nothing
WAYS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, 1), "ArrowDown": (0, -1)}


class Placing(Picture):
    """A picture whose samples, ``data-id="s-1"`` and so on, can be handled.

    Whoever inherits sets `data`, `_plane`, `_adds` (the class of a new sample), calls
    `_place` with each event, and shows in `_show(focus)` what has changed.
    """

    _chosen = _held = None  # the sample pressed last; what is held now, and what was before

    def _place(self, event):
        """Do what the event asks of the samples; whether it was one of them."""
        kind, data_id, key = event["type"], event["id"] or "", event["key"]
        if kind == "press" and data_id == "remove":
            self._remove(self._chosen)
        elif kind == "press":
            self._press(data_id, event["x"], event["y"])
        elif kind == "key" and key in ("n", "N"):
            self._add(np.zeros(2), focus=True)
        elif kind == "key" and data_id.startswith("s-"):
            self._sample_key(int(data_id[2:]) - 1, key)
        elif kind in ("drag", "drop", "cancel") and self._held is not None:
            self._drag(kind, event["x"], event["y"])

    def _drag(self, kind, x, y):
        i, before, start = self._held
        if kind == "cancel":
            self.data, self._chosen = before
            self._show()
        elif kind == "drag" or np.hypot(x - start[0], y - start[1]) > STILL:
            self._move(i, self._plane.data(x, y))
        self._held = self._held if kind == "drag" else None

    def _press(self, data_id, x, y):
        """Take hold of a sample, or put a new one into the plane."""
        before = self.data, self._chosen
        if data_id.startswith("s-"):
            self._chosen = int(data_id[2:]) - 1
        elif x is None or not self._within(x, y):
            return
        else:
            self._add(self._plane.data(x, y))
        self._held = self._chosen, before, (x, y)

    def _within(self, x, y):
        plane = self._plane
        return 0 <= x - plane.left <= plane.width and 0 <= y - plane.top <= plane.height

    def _sample_key(self, i, key):
        name = key.removeprefix("Shift+")
        if name in WAYS:
            length = GRID * (10 if key != name else 1)
            place = self.data.X[i] + length * np.array(WAYS[name])
            self._move(i, np.clip(place, *self._plane.ends))
        elif name in ("Delete", "Backspace"):
            self._remove(i, focus=True)
        elif name in ("0", "1"):
            y = self.data.y.copy()
            y[i] = int(name)
            self._change(self.data.X, y, i)

    def _add(self, place, focus=False):
        if len(self.data) == MOST:
            raise Refusal(say("visit.full", most=MOST))
        place = _on_grid(place)
        here = np.isclose(self.data.X, place).all(axis=1)
        if (here & (self.data.labels == self._adds)).any():
            raise Refusal(say("visit.there"))
        X = np.vstack([self.data.X, place])
        self._change(X, np.append(self.data.y, self._adds), len(X) - 1, focus)

    def _move(self, i, place):
        X = self.data.X.copy()
        X[i] = _on_grid(place)
        self._change(X, self.data.y, i)

    def _remove(self, i, focus=False):
        if i is None:
            raise Refusal(say("visit.none_chosen"))
        if len(self.data) == 1:
            raise Refusal(say("visit.last_stays"))
        X, y = np.delete(self.data.X, i, axis=0), np.delete(self.data.y, i)
        self._change(X, y, min(i, len(X) - 1) if focus else None, focus)

    def _change(self, X, y, chosen, focus=False):
        self._chosen = chosen
        self.data = Dataset(X, y, self.data.name)
        self._show(focus)


def _on_grid(place):
    return np.round(np.asarray(place) / GRID) * GRID + 0.0
