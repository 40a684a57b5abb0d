"""Samples lifted by a third input x₁x₂, and the plane of a unit between them, as numbers."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nnlib import checks
from nnlib.data.dataset import Dataset
from nnlib.neurons import Perceptron


@dataclass(frozen=True, eq=False)
class Cloud:
    """Samples with a third input, the plane of a unit, and how they fit into a cube.

    Attributes
    ----------
    data : Dataset
        X of shape (m, 3), the third column x₁x₂.
    unit : Perceptron or None
        Whose plane w·x + b = 0 is drawn.
    """

    data: Dataset
    unit: Perceptron | None

    @cached_property
    def box(self):
        """The middle and half the width of what is shown, two arrays of shape (3,)."""
        X = self.data.X[:, :2]
        low, high = X.min(axis=0), X.max(axis=0)
        middle, half = (low + high) / 2, 1.12 * np.where(high > low, (high - low) / 2, 1.0)
        lifted = np.outer(*(middle[:, np.newaxis] + half[:, np.newaxis] * [-1, 1]))
        low, high = min(lifted.min(), 0.0), max(lifted.max(), 0.0)
        return np.append(middle, (low + high) / 2), np.append(half, (high - low) / 2)

    @cached_property
    def wrong(self):
        """Which samples the unit gets wrong, booleans of shape (m,)."""
        if self.unit is None:
            return np.zeros(len(self.data), dtype=bool)
        return self.unit(self.data.X) != self.data.labels

    def place(self, X, height):
        """Points (…, 3) in the cube −1 … 1, the third input times `height`."""
        middle, half = self.box
        return (np.asarray(X) * [1.0, 1.0, height] - middle) / half

    def plane(self, height):
        """The plane's w and b in the cube, None without a unit or a height."""
        if self.unit is None or height == 0 or not self.unit.w.any():
            return None
        middle, half = self.box
        w = self.unit.w / [1.0, 1.0, height]
        return w * half, float(w @ middle + self.unit.b)

    @cached_property
    def curve(self):
        """Where the plane cuts the lifted ground: a list of pieces, each of shape (k, 3)."""
        middle, half = self.box
        return [
            piece[:, [*((0, 1) if along == 0 else (1, 0)), 2]]
            for along in (0, 1)
            for piece in _pieces(
                self.unit.w[[along, 1 - along, 2]],
                self.unit.b,
                middle[[along, 1 - along]],
                half[[along, 1 - along]],
            )
        ]


def _pieces(w, b, middle, half, points=61):
    """w₁u + w₂v + w₃uv + b = 0 as v over u, within the window: rows (u, v, uv)."""
    u = np.linspace(middle[0] - half[0], middle[0] + half[0], points)
    with np.errstate(divide="ignore", invalid="ignore"):
        v = -(b + w[0] * u) / (w[1] + w[2] * u)
    inside = np.abs(v - middle[1]) <= half[1]  # False for what is not finite
    ends = np.flatnonzero(np.diff(inside)) + 1
    for k, within in zip(np.split(np.arange(points), ends), np.split(inside, ends)):
        if within[0] and len(k) > 1:
            yield np.stack([u[k], v[k], u[k] * v[k]], axis=1)


def cloud(data, unit=None):
    """The `Cloud` of samples with two inputs, lifted.

    Raises
    ------
    TypeError, ValueError
        If data has not two inputs and two classes, or unit not three inputs.
    """
    checks.instance("data", data, Dataset)
    if data.X.shape[1] != 2:
        raise ValueError(f"data must be samples of two inputs, got X of shape {data.X.shape}")
    checks.binary("data.y", data.y, (len(data), 1))
    if unit is not None:
        n = len(checks.instance("unit", unit, Perceptron).w)
        if n != 3:
            raise ValueError(f"unit must be a perceptron of three inputs, got {n}")
        own = Perceptron(3)
        own.w, own.b = unit.w, unit.b
        unit = own
    names = ("x1", "x2", "x1 x2")
    X = np.column_stack([data.X, data.X[:, 0] * data.X[:, 1]])
    return Cloud(Dataset(X, data.y, f"{data.name}, lifted", names), unit)
