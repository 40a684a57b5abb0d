"""Notebook 02's exercises: every slip by its own sentence, every right spelling passes."""

import types

import numpy as np
import pytest

from nnlib import Perceptron, hebb, margin, step
from nnlib.exercises import check, perceptron
from nnlib.words import say

TASKS = ("hebb_once", "visit", "learn", "mistakes_allowed")
SLIPS = [(name, slip) for name in TASKS for slip in getattr(perceptron, name).slips]


@pytest.mark.parametrize(("name", "slip"), SLIPS)
def test_every_slip_is_told_by_its_own_sentence(name, slip):
    task = getattr(perceptron, name)
    result = check(task.slips[slip], task)
    assert not result.ok and result.slip == slip
    assert say(f"slip.{slip}") in result.lines


def visit_by_cases(w, b, x, y, alpha):
    if w @ x + b > 0 and y == 0:
        return w - alpha * x, b - alpha
    if w @ x + b <= 0 and y == 1:
        return w + alpha * x, b + alpha
    return w, b


def learn_with_the_class(X, y, alpha):
    unit = Perceptron(X.shape[1])
    list(unit.learn(X, y, alpha=alpha))
    return unit.w, unit.b


def bound_by_hand(X, y, w, b):
    u, inputs = np.array([*w, b]), [np.array([*x, 1.0]) for x in X]
    sides = [(1 if c else -1) * (u @ one) for one, c in zip(inputs, y)]
    return max(one @ one for one in inputs) * (u @ u) / min(sides) ** 2


RIGHT = {
    "hebb of nnlib": ("hebb_once", lambda w, x, alpha: hebb(w, x, w @ x, alpha)),
    "outer": ("hebb_once", lambda w, x, alpha: w + alpha * np.outer(x, x) @ w),
    "by cases": ("visit", visit_by_cases),
    "comparison": (
        "visit",
        lambda w, b, x, y, alpha: (
            w + alpha * (y - (w @ x + b > 0)) * x,
            b + alpha * (y - int(w @ x + b > 0)),
        ),
    ),
    "list": ("visit", lambda *case: [*perceptron.visit.reference(*case)]),
    "the class": ("learn", learn_with_the_class),
    "by hand": ("mistakes_allowed", bound_by_hand),
}


@pytest.mark.parametrize("spelling", RIGHT)
def test_every_right_spelling_passes(spelling):
    name, answer = RIGHT[spelling]
    result = check(answer, getattr(perceptron, name))
    assert result.ok, result


def test_the_cases_hold_what_tells_answers_apart():
    cases = perceptron.visit.cases
    z = [w @ x + b for w, b, x, _, _ in cases]
    wrong = [step(one) != y for one, (_, _, _, y, _) in zip(z, cases)]
    assert 0 in z and any(wrong) and not all(wrong)
    for X, y, alpha in perceptron.learn.cases:
        w, b = perceptron.learn.reference(X, y, alpha)
        assert ((X @ w + b > 0) == (y == 1)).all() and 0 < y.sum() < len(y)


def test_no_plane_allows_fewer_mistakes_than_the_widest_margin():
    for X, y, w, b in perceptron.mistakes_allowed.cases:
        assert perceptron.mistakes_allowed.reference(X, y, w, b) >= margin(X, y).bound


@pytest.mark.parametrize("name", TASKS)
def test_a_case_is_told_in_words(name):
    result = check(lambda *arguments: 1e3, getattr(perceptron, name))
    assert not result.ok and "lambda" not in str(result) and "0x" not in str(result)


@pytest.mark.parametrize("epochs", [4, 10, 40])
def test_a_fixed_number_of_epochs_is_not_enough(epochs):
    def learn(X, y, alpha):
        unit = Perceptron(X.shape[1])
        list(unit.learn(X, y, alpha=alpha, epochs=epochs))
        return unit.w, unit.b

    assert check(learn, perceptron.learn).kind == "value"


def test_a_loop_that_never_ends_can_be_stopped_and_is_told_so():
    calls = []

    def learn(X, y, alpha):
        calls.append(1)
        raise KeyboardInterrupt  # what the stop button does

    result = check(learn, perceptron.learn)
    assert result.kind == "raised" and "Does its loop ever end" in result.lines[0]
    assert "?." not in str(result) and len(calls) == 1  # no further case is begun


def test_it_can_be_stopped_between_two_lines():
    """Of an instruction without a line the trace knows no number."""

    def learn(X, y, alpha):
        raise KeyboardInterrupt

    nowhere = b"\xff" * (len(learn.__code__.co_code) // 16 + 1)  # 8 instructions without a line
    bare = types.FunctionType(learn.__code__.replace(co_linetable=nowhere), {})
    said = check(bare, perceptron.learn).lines[0]
    assert said.startswith("Your code stops: you stopped it.")
