"""The two losses of the lecture: (a − y)² derives (slide 22), ½(a − y)² trains (slide 25)."""

from collections.abc import Callable
from dataclasses import dataclass

from nnlib import checks


@dataclass(frozen=True)
class Loss:
    """A loss of one output, called like a function; J adds it over the outputs.

    Attributes
    ----------
    name : str
        Its name, as in ``cost(net, X, y, loss="squared_error")``.
    function, derivative : callable
        (a, y) to the loss and to ∂loss/∂a, entry by entry: arrays of one shape
        in (or a single number beside an array), an array of that shape out
        (dimensionless).
    tex : str
        The loss as TeX.

    Raises
    ------
    TypeError, ValueError
        If a function is none, or a text; when called, if a or y is no array of
        numbers, or their shapes differ: (m,) and (m, 1) would spread to (m, m).

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

    def __post_init__(self):
        """Refuse what is no function or no text."""
        checks.text("name", self.name)
        checks.function("function", self.function)
        checks.function("derivative", self.derivative)
        checks.text("tex", self.tex)

    def __call__(self, a, y):
        """Loss of each entry, of the shape of a and y."""
        return self.function(a, y)

    def __repr__(self):
        return self.name


def _difference(a, y):
    a = checks.array("a", a, finite=False)
    shapes = [(), a.shape] if a.ndim else []
    return a - checks.array("y", y, *shapes, finite=False)


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
