"""The activation functions g of the lecture (slides 6, 15, 16) and their derivatives g′."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnlib import checks


@dataclass(frozen=True)
class Activation:
    """An activation function g with its derivative g′, called like a function: g(z).

    Attributes
    ----------
    name : str
        Its name, as in ``Network(sizes, g="tanh")``.
    function, derivative : callable
        g and g′: array of weighted sums z (any shape, dimensionless) to an
        array of the same shape.
    tex : str
        g(z) as TeX.

    Raises
    ------
    TypeError
        If a function is none, or a text; when called, if z is no array of numbers
        (NaN and infinite ones pass, as through numpy's own functions).

    References
    ----------
    Lecture, slides 15 and 16 (激活函数).

    Examples
    --------
    >>> float(sigmoid(0.0)), float(sigmoid.derivative(0.0))
    (0.5, 0.25)
    """

    name: str
    function: Callable
    derivative: Callable
    tex: str

    def __post_init__(self):
        """Refuse what is no function or no text."""
        checks.text("name", self.name)
        checks.function("function", self.function)
        checks.function("derivative", self.derivative)
        checks.text("tex", self.tex)

    def __call__(self, z):
        """g(z), of the shape of z."""
        return self.function(_numbers(z))

    def __repr__(self):
        return self.name


def _numbers(z):
    return checks.array("z", z, finite=False)


def _step(z):
    return np.where(_numbers(z) > 0, 1.0, 0.0)


def _sigmoid(z):
    e = np.exp(-np.abs(z))  # never overflows: e <= 1
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def _sigmoid_derivative(z):
    e = np.exp(-np.abs(_numbers(z)))
    return e / (1.0 + e) ** 2  # g(1 - g) without 1 - 1 at large z


def _tanh_derivative(z):
    e = np.exp(-np.abs(_numbers(z)))
    return (2.0 * e / (1.0 + e**2)) ** 2  # 1 - tanh^2 without 1 - 1 at large z


def _relu(z):
    return np.maximum(z, 0.0)


def _identity(z):
    return z


def _zeros(z):
    return np.zeros_like(_numbers(z))


def _ones(z):
    return np.ones_like(_numbers(z))


step = Activation("step", _step, _zeros, r"[\,z > 0\,]")
sigmoid = Activation("sigmoid", _sigmoid, _sigmoid_derivative, r"\frac{1}{1 + e^{-z}}")
tanh = Activation("tanh", np.tanh, _tanh_derivative, r"\tanh z")
relu = Activation("relu", _relu, _step, r"\max(0, z)")
identity = Activation("identity", _identity, _ones, "z")

activations = {g.name: g for g in (step, sigmoid, tanh, relu, identity)}
