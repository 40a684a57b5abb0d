"""Three dimensions seen from one side: orthographic, so lines stay lines and planes planes."""

from dataclasses import dataclass
from itertools import combinations, product

import numpy as np


@dataclass(frozen=True)
class View:
    """Where one looks from: `turn` around the third axis, `tilt` up from the ground.

    right = (cos φ, sin φ, 0), up = (−sin θ sin φ, sin θ cos φ, cos θ),
    towards = right × up, with φ = turn and θ = tilt.

    Attributes
    ----------
    turn, tilt : float
        Degrees; at tilt 90 the ground is seen from straight above.
    """

    turn: float
    tilt: float

    @property
    def axes(self):
        """Right, up and towards the eye as rows: an orthonormal matrix of shape (3, 3)."""
        phi, theta = np.radians([self.turn, self.tilt])
        right = np.array([np.cos(phi), np.sin(phi), 0.0])
        up = np.array([-np.sin(theta) * np.sin(phi), np.sin(theta) * np.cos(phi), np.cos(theta)])
        return np.array([right, up, np.cross(right, up)])

    def see(self, points):
        """Points of shape (…, 3) as (right, up, towards) of the same shape."""
        return np.asarray(points, dtype=float) @ self.axes.T


def cut(w, b):
    """The corners of w·x + b = 0 within the cube −1 … 1, in order around: shape (k, 3).

    k is 0 where the plane misses the cube, else 3 to 6.
    """
    w = np.asarray(w, dtype=float)
    if not w.any():
        return np.empty((0, 3))
    corners = np.array(list(product((-1.0, 1.0), repeat=3)))
    found = []
    for one, other in combinations(corners, 2):
        if np.abs(one - other).sum() == 2:  # an edge of the cube
            z0, z1 = w @ one + b, w @ other + b
            if (z0 > 0) != (z1 > 0):
                found.append(one + (other - one) * z0 / (z0 - z1))
    if len(found) < 3:
        return np.empty((0, 3))
    found = np.unique(np.round(found, 9), axis=0)
    across = np.linalg.svd(w[np.newaxis])[2][1:]  # two directions within the plane
    along = (found - found.mean(axis=0)) @ across.T
    return found[np.argsort(np.arctan2(along[:, 1], along[:, 0]))]
