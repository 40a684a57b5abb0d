"""The two losses of the lecture: (a − y)² derives (slide 22), ½(a − y)² trains (slide 25)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Loss:
    """A loss of one output, called like a function; J adds it over the outputs.

    Attributes
    ----------
    name : str
        Its name, as in ``cost(net, X, y, loss="squared_error")``.
    function, derivative : callable
        (a, y) to the loss and to ∂loss/∂a, entry by entry: arrays of one shape
        in, an array of that shape out (dimensionless).
    tex : str
        The loss as TeX.

    References
    ----------
    Lecture, slides 22 and 25 (损失函数).

    Examples
    --------
    >>> float(squared_error(0.75, 1.0)), float(squared_error.derivative(0.75, 1.0))
    (0.0625, -0.5)
    """

    name: str
    function: Callable
    derivative: Callable
    tex: str

    def __call__(self, a, y):
        return self.function(a, y)

    def __repr__(self):
        return self.name


def _difference(a, y):
    return np.subtract(a, y, dtype=float)


def _squared_error(a, y):
    return _difference(a, y) ** 2


def _squared_error_derivative(a, y):
    return 2.0 * _difference(a, y)


def _half_squared_error(a, y):
    return 0.5 * _difference(a, y) ** 2


squared_error = Loss("squared_error", _squared_error, _squared_error_derivative, "(a - y)^2")
half_squared_error = Loss(
    "half_squared_error", _half_squared_error, _difference, r"\tfrac{1}{2}(a - y)^2"
)

losses = {loss.name: loss for loss in (squared_error, half_squared_error)}
