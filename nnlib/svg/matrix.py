"""A vector or matrix in brackets, as HTML, and how wide it is."""

import numpy as np

from nnlib.numerals import numeral
from nnlib.svg.element import element, plain
from nnlib.svg.text import width

MOST = 4  # rows or columns shown whole


def matrix(value, tone="", class_="", most=MOST):
    """A vector (as a column) or a matrix in brackets; a large one as its corner and ⋯."""
    rows, columns = shown(value, most)
    table = _table(value)
    cells = []
    for row in table[:rows]:
        cells += [
            element("span", plain(numeral(one)), class_=_tone(tone, one)) for one in row[:columns]
        ]
        cells += ["<span>⋯</span>"] if columns < table.shape[1] else []
    n = columns + (columns < table.shape[1])
    cells += ["<span>⋮</span>"] * n if rows < len(table) else []
    style = f"grid-template-columns:repeat({n},auto)"
    return element("span", *cells, class_=f"nn-matrix {class_}".strip(), style=style)


def shown(value, most=MOST):
    """How many rows and columns are shown: all, or one fewer than there is room for, and ⋯."""
    rows, columns = _table(value).shape
    return rows if rows <= MOST else MOST - 1, columns if columns <= most else most - 1


def matrix_width(value, most=MOST):
    """The width with its brackets in em of its numbers, rather too wide than too narrow."""
    rows, columns = shown(value, most)
    table = _table(value)[:rows, :columns]
    wide = [max(width(numeral(one), 1.0) for one in column) for column in table.T]
    wide += [1.0] if columns < _table(value).shape[1] else []
    return sum(wide) + 0.45 * (len(wide) + 1)


def shape(value):
    """The shape of a vector or matrix in words: ``2 × 1``."""
    return " × ".join(map(str, _table(value).shape))


def _table(value):
    value = np.asarray(value, dtype=float)
    return value[:, np.newaxis] if value.ndim == 1 else value


def _tone(role, value):
    if role in ("weight", "bias"):
        return "nn-neg" if value < 0 else "nn-pos"
    return {"activation": "nn-activation", "delta": "nn-delta"}.get(role)
