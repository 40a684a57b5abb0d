"""One step of a pass, as plain data."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from nnlib.numerals import is_exact, numeral_tex


@dataclass(frozen=True, eq=False)
class Term:
    """One factor of a formula.

    Attributes
    ----------
    tex : str
        Its symbol, e.g. ``W_{12}^{(1)}``.
    value : float or array
        Its number (dimensionless).
    role : str
        weight, bias, one, activation, z, slope, delta, target, constant, difference or loss.
    note : str
        What it is, in two short lines.
    id : str
        The ``data-id`` of the thing in the picture that it stands for, or "".
    parts : tuple of Term
        The two sides of a difference a − y.
    at : float or None
        The z at which a slope g′(z) is taken.
    """

    tex: str
    value: Any
    role: str
    note: str = ""
    id: str = ""
    parts: tuple = ()
    at: float | None = None


@dataclass(frozen=True, eq=False)
class Step:
    """One step of a pass through a network, with its formula and its numbers.

    Attributes
    ----------
    phase : str
        forward, cost, backward, gradients or input.
    symbol : str
        What is computed: x, z, a, J, delta, Delta or dJda.
    layer : int
        Its superscript l (for J the output layer L).
    unit : int or None
        The unit, from 1 on (for Delta the receiving unit of layer l + 1); None for
        the whole layer.
    formula, numbers : str
        The slide's formula, and the same for this unit with its numbers, as TeX.
    write : callable
        Gives `numbers`: written when it is asked for, since few are and it takes long.
    value : float or array
        The result (dimensionless).
    units : tuple of (l, i)
        The units that take part; i = 0 is the bias unit.
    edges : tuple of (l, i, j)
        The weights that take part, from unit j of layer l to unit i of layer l + 1.
    line : str
        The line of nnlib's source that computes it.
    caption : str
        One sentence; ``$…$`` is TeX.
    terms : tuple of tuples of Term
        The addends, each a product of factors.
    combine : str
        How the terms give the value: "values", "sum of products", "function",
        "sum", "product", "products" (one result an addend), or for a whole layer
        "matrix product", "entry by entry", "outer product".
    method : str
        The function that `line` stands in.
    tex : str
        The symbol of the result as TeX.
    factor : tuple of Term
        What the sum of the terms is multiplied by.
    total : float, array or None
        The sum of the terms, where a factor multiplies it.
    """

    phase: str
    symbol: str
    layer: int
    unit: int | None
    formula: str
    write: Any
    value: Any
    units: tuple
    edges: tuple
    line: str
    caption: str
    terms: tuple
    combine: str
    method: str
    tex: str
    factor: tuple = ()
    total: Any = None

    @cached_property
    def numbers(self):
        """The formula with its numbers, as TeX."""
        return self.write()

    def __repr__(self):
        return f"Step({self.phase}: {self.numbers})"

    def _repr_latex_(self):
        lines = (self.formula, self.numbers)
        body = " \\\\\n".join(f"& {line}" for line in lines)
        return f"$$\\begin{{aligned}}\n{body}\n\\end{{aligned}}$$"


@cache  # a pass asks for the same few hundred times
def symbol(name, l, *indices):
    """A symbol with its indices and its layer as TeX.

    Examples
    --------
    >>> symbol("W", 1, 1, 2), symbol("W", 1, 1, 12), symbol("a", "L")
    ('W_{12}^{(1)}', 'W_{1,12}^{(1)}', 'a^{(L)}')
    """
    comma = "," if any(i > 9 for i in indices) else ""
    below = f"_{{{comma.join(map(str, indices))}}}" if indices else ""
    return f"{name}{below}^{{({l})}}"


def shown_equal(*values):
    r"""``=`` if every number is exactly what is shown of it, else ``\approx``."""
    return "=" if all(is_exact(v) for v in values) else r"\approx"


def loss_slope(scale, a, y):
    """∂J/∂a as TeX, for J = scale · (a − y)², or for any other loss where scale is None."""
    if scale is None:
        return rf"\frac{{\partial J}}{{\partial {a}}}"
    return f"{'2 ' if scale == 1.0 else ''}({a} - {y})"


def in_product(value):
    """A number as TeX, in parentheses if it is negative."""
    text = numeral_tex(value)
    return f"({text})" if text.startswith("-") else text


def matrix(value):
    """A vector (as a column) or matrix as TeX."""
    rows = [[entry] for entry in value] if value.ndim == 1 else value
    body = r" \\ ".join(" & ".join(numeral_tex(entry) for entry in row) for row in rows)
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}"
