"""What there is to draw of one problem: the line now, and every line tried."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from nnlib import lines
from nnlib.data.dataset import Dataset
from nnlib.svg import line_map, line_plane

START = 100.0, 0.1  # a line that gets two of XOR's four right


@dataclass
class Trial:
    """A truth table of two inputs, a line, and what was tried of its map.

    Attributes
    ----------
    data : Dataset
    angle, offset : float
        The line, as for `nnlib.lines.line`.
    ends : array of shape (2, 2) or None
        Where the two handles lie; None if the line runs outside the window.
    tried : dict
        The outputs ŷ of the four samples → how many of them are wrong.
    tiles : array of shape (25, 36), int
        Mistakes, −1 where no line has been.
    shown : bool
        Whether the rest of the map is shown as well.
    """

    data: Dataset
    angle: float = START[0]
    offset: float = START[1]
    ends: np.ndarray | None = None
    tried: dict = field(default_factory=dict)
    tiles: np.ndarray | None = None
    shown: bool = False

    def __post_init__(self):
        self.X, self.y = lines.corners(self.data)
        self.regions = lines.regions(self.data)
        self.best = min(region.mistakes for region in self.regions)
        self.clear()

    @property
    def w(self):
        """The arrow, of length 1: shape (2,)."""
        return lines.line(self.angle, self.offset)[0]

    @property
    def b(self):
        """The bias, a float."""
        return lines.line(self.angle, self.offset)[1]

    @property
    def y_hat(self):
        """The outputs of the four samples: integers of shape (4,)."""
        return (self.X @ self.w + self.b > 0).astype(int)

    @property
    def wrong(self):
        """Which samples are wrong: booleans of shape (4,)."""
        return self.y_hat != self.y

    @property
    def known(self):
        """Whether every region was seen."""
        return self.shown or len(self.tried) == len(self.regions)

    @property
    def least(self):
        """The fewest mistakes: of the whole map once it is known, until then of what was tried."""
        return self.best if self.known else min(self.tried.values())

    @cached_property
    def whole(self):
        """The whole map, drawn."""
        return line_map.whole(self.X, self.regions)

    def put(self, angle, offset, ends=None):
        """Move the line, within the map; its handles lie at `ends`, else where they always do."""
        self.angle = float(angle) if angle == 360 else float(angle) % 360
        self.offset = float(np.clip(offset, -1, 1)) + 0.0
        kept = ends is not None and self.offset == offset
        self.ends = ends if kept else line_plane.ends(self.w, self.b)
        self.note()

    def note(self):
        """The line now is one that was tried."""
        mistakes = int(self.wrong.sum())
        self.tried[tuple(self.y_hat.tolist())] = mistakes
        self.tiles[line_map.tile(self.angle, self.offset)] = mistakes

    def clear(self):
        """Forget what was tried, all but the line now."""
        self.tried, self.shown = {}, False
        self.tiles = np.full((line_map.ROWS, line_map.COLUMNS), -1)
        self.put(self.angle, self.offset)
