"""Notebook 03 as `Task`: the lifted samples, the weights that come back, sums that agree.

``check(lifted, xor.lifted)``. What they call: ``lifted(X)``, ``comes_back(ends)``,
``impossible(X, y)``.
"""

from itertools import combinations

import numpy as np

from nnlib.data import AND, XNOR, XOR, truth_table
from nnlib.exercises.task import Task

_random = np.random.default_rng(0)


def _product(X):
    return X[:, 0] * X[:, 1]


lifted = Task(
    lambda X: np.column_stack([X, _product(X)]),
    [XOR().X, *(_random.normal(size=(m, 2)) for m in (3, 4, 6))],
    {
        "product_alone": _product,
        "sum_for_product": lambda X: np.column_stack([X, X.sum(axis=1)]),
        "square_for_product": lambda X: np.column_stack([X, X[:, 0] ** 2]),
        "rows_for_columns": lambda X: np.column_stack([X, X[0] * X[1]]),
        "product_first": lambda X: np.column_stack([_product(X), X]),
    },
    axes=("sample", "input"),
    hints=3,
    describe=lambda X: f"X {X.shape}",
)


def _comes_back(ends, before=lambda rows: rows, told=lambda earlier, k: k + 1):
    """The first epoch k, from 1, whose weights stood in `before(earlier rows)`, else 0."""
    rows = [tuple(row) for row in np.asarray(ends).tolist()]
    for k, row in enumerate(rows):
        if row in before(rows[:k]):
            return told(rows.index(row), k)
    return 0


def _met_again_first(ends):
    """The epoch at which the earliest row that comes back at all does so."""
    rows = [tuple(row) for row in np.asarray(ends).tolist()]
    again = (rows.index(row, k + 1) + 1 for k, row in enumerate(rows) if row in rows[k + 1 :])
    return next(again, 0)


comes_back = Task(
    _comes_back,
    [
        (np.array(rows),)
        for rows in (
            [[-1, 0, 0], [-1, 0, 1], [-1, 0, 1], [-1, 0, 1]],
            [[0, 1, 0], [0, 2, 0], [1, 1, 0], [0, 2, 0], [1, 1, 0]],
            [[3, 0, 1], [2, 0, 0], [3, 1, 0], [1, 0, 0], [2, 0, 0]],
            [[0, 0, 1], [1, 0, 1], [2, 1, 1], [3, 1, 0]],
            [[1, 0, 0], [0, 1, 0], [0, 1, 0], [1, 0, 0], [2, 0, 1]],
        )
    ],
    {
        "epoch_from_zero": lambda ends: _comes_back(ends, told=lambda earlier, k: k),
        "earlier_epoch": lambda ends: _comes_back(ends, told=lambda earlier, k: earlier + 1),
        "last_epoch_only": lambda ends: _comes_back(ends, before=lambda rows: rows[-1:]),
        "start_only": lambda ends: _comes_back(ends, before=lambda rows: rows[:1]),
        "first_weight_only": lambda ends: _comes_back(np.asarray(ends)[:, :1]),
        "any_entry": lambda ends: next(
            (k + 1 for k in range(len(ends)) if ends[k] in ends[:k]), 0
        ),
        "met_again_first": _met_again_first,
        "bias_left_out": lambda ends: _comes_back(np.asarray(ends)[:, :-1]),
        "whether_not_when": lambda ends: _comes_back(ends) > 0,
    },
    hints=3,
    describe=lambda ends: f"{len(ends)} epochs",
)


def _sums(rows):
    """The sum of every two samples of a class, as tuples."""
    return {tuple(sum(pair)) for pair in combinations(rows, 2)}


def _impossible(X, y, sums=_sums):
    y = np.ravel(y)
    return bool(sums(X[y == 1]) & sums(X[y == 0]))


def _one_class(X, y):
    ones = [tuple(sum(pair)) for pair in combinations(X[np.ravel(y) == 1], 2)]
    return len(set(ones)) < len(ones)


def _any_input(X, y):
    """Whether a sum of class 1 and one of class 0 agree in some input."""
    ones, zeros = (_sums(X[np.ravel(y) == c]) for c in (1, 0))
    return any(np.equal(one, zero).any() for one in ones for zero in zeros)


_tables = [
    XOR(),
    AND(),
    XNOR(),
    *(truth_table([*map(int, row)]) for row in ("01101001", "00010111")),
]
_tables += [
    truth_table([*map(int, row)]) for row in ("00100111", "01111000", "00001111", "11101000")
]

impossible = Task(
    _impossible,
    [(table.X, table.y.ravel()) for table in _tables],
    {
        "answer_turned": lambda X, y: not _impossible(X, y),
        "class_sums": lambda X, y: bool((X[y == 1].sum(axis=0) == X[y == 0].sum(axis=0)).all()),
        "sums_of_numbers": lambda X, y: _impossible(X.sum(axis=1, keepdims=True), y),
        "one_class": _one_class,
        "any_input": _any_input,
        "first_pair": lambda X, y: _impossible(
            np.concatenate([X[y == 1][:2], X[y == 0][:2]]), [1, 1, 0, 0]
        ),
    },
    hints=3,
    describe=lambda X, y: f"y = {y.astype(int)}",
)
