"""Exercises of notebook 03: every slip by its own sentence, every right spelling passes."""

from itertools import combinations

import numpy as np
import pytest

from nnlib.exercises import check, xor
from nnlib.words import say

TASKS = ("lifted", "comes_back", "impossible")
SLIPS = [(name, slip) for name in TASKS for slip in getattr(xor, name).slips]


@pytest.mark.parametrize(("name", "slip"), SLIPS)
def test_every_slip_is_told_by_its_own_sentence(name, slip):
    task = getattr(xor, name)
    result = check(task.slips[slip], task)
    assert not result.ok and result.slip == slip
    assert say(f"slip.{slip}") in result.lines


def by_pairs(ends):
    rows = np.asarray(ends)
    again = [k + 1 for k in range(len(rows)) if any((rows[k] == row).all() for row in rows[:k])]
    return again[0] if again else 0


def by_loops(X, y):
    return any(
        (a + b == c + d).all()
        for a, b in combinations(X[y == 1], 2)
        for c, d in combinations(X[y == 0], 2)
    )


RIGHT = {
    "stacked": ("lifted", lambda X: np.c_[X, X.prod(axis=1)]),
    "rows": ("lifted", lambda X: [[a, b, a * b] for a, b in X]),
    "pairs": ("comes_back", by_pairs),
    "loops": ("impossible", by_loops),
}


@pytest.mark.parametrize("spelling", RIGHT)
def test_every_right_spelling_passes(spelling):
    name, answer = RIGHT[spelling]
    result = check(answer, getattr(xor, name))
    assert result.ok, result
