"""The exercises of notebook 01: every slip by its own sentence, every right spelling passes."""

import numpy as np
import pytest

from nnlib import MPNeuron
from nnlib.exercises import check, neuron
from nnlib.words import say

TASKS = ("threshold_current", "mp", "majority", "latch")
SLIPS = [(name, slip) for name in TASKS for slip in getattr(neuron, name).slips]


@pytest.mark.parametrize(("name", "slip"), SLIPS)
def test_every_slip_is_told_by_its_own_sentence(name, slip):
    task = getattr(neuron, name)
    result = check(task.slips[slip], task)
    assert not result.ok and result.slip == slip
    assert say(f"slip.{slip}") in result.lines


def mp_loop(x, w, theta, inhibitory):
    if any(x[i] == 1 for i in inhibitory):
        return 0
    return 1 if sum(a * b for a, b in zip(x, w)) >= theta else 0


def mp_numpy(x, w, theta, inhibitory):
    return (np.dot(w, x) >= theta) & (x[inhibitory].sum() == 0)


RIGHT = {
    "formula": ("threshold_current", lambda E, theta, R: (theta - E) / R),
    "divided apart": ("threshold_current", lambda E, theta, R: theta / R - E / R),
    "loop": ("mp", mp_loop),
    "numpy, a bool": ("mp", mp_numpy),
    "the class": ("mp", lambda x, w, theta, stop: MPNeuron(w, theta, inhibitory=stop)(x)),
    "two of three": ("majority", MPNeuron([1, 1, 1], 2)),
    "doubled": ("majority", MPNeuron([2, 2, 2], 3)),
    "hold": ("latch", MPNeuron([1, 1, 1], 1, inhibitory=[2])),
    "strong": ("latch", MPNeuron([5, 2, 0], 2, inhibitory=[2])),
}


@pytest.mark.parametrize("spelling", RIGHT)
def test_every_right_spelling_passes(spelling):
    name, answer = RIGHT[spelling]
    result = check(answer, getattr(neuron, name))
    assert result.ok, result


@pytest.mark.parametrize("name", TASKS)
def test_not_answered_yet(name):
    assert "Not answered yet" in "".join(check(..., getattr(neuron, name)).lines)


UNITS = pytest.mark.parametrize("name", ["majority", "latch"])


@UNITS
def test_what_is_no_neuron_is_told_how_one_is_written(name):
    task = getattr(neuron, name)
    for answer in (([1, 1, 1], 2), task.reference, MPNeuron):  # the net needs a neuron
        result = check(answer, task)
        assert result.kind == "type" and "`MPNeuron([…, …, …], θ)`" in result.lines[0]


@UNITS
@pytest.mark.parametrize("n", [2, 4])
def test_a_neuron_of_other_inputs_is_told(name, n):
    result = check(MPNeuron([1] * n, 2), getattr(neuron, name))
    assert result.lines[0] == f"The number of weights is {n}; three inputs need three."


@UNITS
@pytest.mark.parametrize("weight", [-1, -2])  # for the latch −2 answers right, −1 does not
def test_a_weight_below_zero_is_not_of_1943(name, weight):
    result = check(MPNeuron([1, 1, weight], 1), getattr(neuron, name))
    assert not result.ok and "1943 has no weight below 0" in result.lines[0]


def test_the_weight_of_an_input_that_inhibits_may_be_any():
    for weight in (-1, 0, 7):
        assert check(MPNeuron([1, 1, weight], 1, inhibitory=[2]), neuron.latch).ok
    majority = check(MPNeuron([1, 1, -1], 1), neuron.majority)
    assert "inhibitory" not in str(majority)  # nothing is to stop it
    assert "inhibitory" in str(check(MPNeuron([1, 1, -1], 1), neuron.latch))


def by_place(x, w, theta, inhibitory):
    """Compares the place, not what comes in there."""
    return int(w @ x >= theta and not any(i == 1 for i in inhibitory))


def test_the_place_for_the_input_is_no_other_slip():
    result = check(by_place, neuron.mp)
    assert result.kind == "value" and result.slip is None
