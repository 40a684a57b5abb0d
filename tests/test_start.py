"""The refresher's exercises: every slip by its own sentence, every right spelling passes."""

import numpy as np
import pytest

from nnlib.exercises import check, start
from nnlib.words import say

TASKS = ("weighted_sum", "layer", "all_rows", "slope", "chain")
SLIPS = [(name, slip) for name in TASKS for slip in getattr(start, name).slips]


@pytest.mark.parametrize(("name", "slip"), SLIPS)
def test_every_slip_is_told_by_its_own_sentence(name, slip):
    task = getattr(start, name)
    result = check(task.slips[slip], task)
    assert not result.ok and result.slip == slip
    assert say(f"slip.{slip}") in result.lines


RIGHT = {
    "sum": ("weighted_sum", lambda w, x: np.sum(w * x)),
    "dot": ("weighted_sum", np.dot),
    "swapped": ("weighted_sum", lambda w, x: x @ w),
    "loop": ("weighted_sum", lambda w, x: sum(a * b for a, b in zip(w, x))),
    "turned twice": ("layer", lambda W, x: x @ W.T),
    "rows": ("layer", lambda W, x: (W * x).sum(axis=1)),
    "matvec": ("layer", np.matvec),
    "list": ("layer", lambda W, x: [row @ x for row in W]),
    "matvec rows": ("all_rows", lambda X, W, b: np.matvec(W, X) + b),
    "columns": ("all_rows", lambda X, W, b: (W @ X.T + b[:, None]).T),
    "one by one": ("all_rows", lambda X, W, b: np.array([W @ x + b for x in X])),
    "divided twice": ("slope", lambda f, x, h: (f(x + h) - f(x - h)) / h / 2),
    "both sides": (
        "slope",
        lambda f, x, h: ((f(x + h) - f(x)) / h + (f(x) - f(x - h)) / h) / 2,
    ),
    "six": ("chain", lambda x: 6 * x * (x**2 + 1) ** 2),
}


@pytest.mark.parametrize("spelling", RIGHT)
def test_every_right_spelling_passes(spelling):
    name, answer = RIGHT[spelling]
    result = check(answer, getattr(start, name))
    assert result.ok, result


FIRST_TRIES = {
    # what a reader writes first, and what it is told beside the slip's sentence
    "no sum": ("weighted_sum", "w * x", "`@` adds the products up"),
    "loop that returns": (
        "weighted_sum",
        "[a * b for a, b in zip(w, x)]",
        "`@` adds the products",
    ),
    "star": ("layer", "W * x", "`*` stands where `@` belongs"),
    "x first": ("layer", "x @ W", "the wrong side"),
    "transposed": ("layer", "W.T @ x", "the wrong side"),
    "no T": ("all_rows", "X @ W + b", "`.T` is missing"),
    "no b": ("all_rows", "X @ W.T", "The bias b is missing"),
    "W first": ("all_rows", "W @ X.T + b", "X must come first"),
    "one side": ("slope", "(f(x + h) - f(x)) / h", "on each side"),
    "one side, rise": ("slope", "f(x + h) - f(x)", "rise divided by run"),
    "rise": ("slope", "f(x + h) - f(x - h)", "Divide it by the run"),
    "h": ("slope", "(f(x + h) - f(x - h)) / h", "Twice the slope"),
    "no brackets at the end": ("slope", "(f(x + h) - f(x - h)) / 2 * h", "Write `/ (2 * h)`"),
    "no brackets": ("slope", "f(x + h) - f(x - h) / (2 * h)", "Brackets are missing"),
    "outer alone": ("chain", "3 * (x**2 + 1) ** 2", "The slope of box 1 is missing"),
    "at x": ("chain", "3 * x**2 * 2 * x", "The slope of box 2 is taken at x"),
    "added": ("chain", "3 * (x**2 + 1) ** 2 + 2 * x", "one after the other means multiplied"),
}
ARGUMENTS = {"weighted_sum": "w, x", "layer": "W, x", "all_rows": "X, W, b", "slope": "f, x, h"}


@pytest.mark.parametrize("name", FIRST_TRIES)
def test_the_first_wrong_try_is_told_what_is_wrong(name):
    exercise, body, said = FIRST_TRIES[name]
    answer = eval(f"lambda {ARGUMENTS.get(exercise, 'x')}: {body}", {"np": np})
    result = check(answer, getattr(start, exercise))
    assert not result.ok and said in str(result), result


@pytest.mark.parametrize("name", TASKS)
def test_a_case_is_told_in_words(name):
    result = check(lambda *arguments: 1e3, getattr(start, name))
    assert not result.ok and result.slip is None
    assert "0x" not in str(result) and "lambda" not in str(result)


def test_the_chain_is_that_of_the_two_boxes():
    h = 1e-6
    for x in (-1.5, 0.5, 2.0):
        J = [((x + way) ** 2 + 1) ** 3 for way in (-h, h)]
        assert start.chain.reference(x) == pytest.approx((J[1] - J[0]) / (2 * h), rel=1e-6)
