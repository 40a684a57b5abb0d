"""The exercises of notebook 01 as `Task`, every natural mistake with a sentence.

``check(threshold_current, neuron.threshold_current)``. What they call:
``threshold_current(E, theta, R)`` → nA, ``mp(x, w, theta, inhibitory)`` → 0 or 1. The
answers to ``majority`` (three inputs) and ``latch`` (set, itself, stop) are an `MPNeuron`.
"""

from functools import partial
from itertools import product

import numpy as np

from nnlib.exercises.task import Task
from nnlib.neurons import MPNeuron
from nnlib.words import say


def _bits(x):
    return "inputs " + ", ".join(f"{bit:g}" for bit in x)


EVERY = [(np.array(x),) for x in product((0, 1), repeat=3)]

threshold_current = Task(
    lambda E, theta, R: (theta - E) / R,
    [(-65.0, -50.0, 10.0), (-70.0, -55.0, 8.0), (-75.0, -55.0, 100.0), (-60.0, -48.0, 24.0)],
    {
        "I_th_sign": lambda E, theta, R: (E - theta) / R,
        "I_th_times_R": lambda E, theta, R: (theta - E) * R,
        "I_th_no_E": lambda E, theta, R: theta / R,
        "I_th_upside_down": lambda E, theta, R: R / (theta - E),
        "I_th_no_brackets": lambda E, theta, R: theta - E / R,
        "I_th_no_R": lambda E, theta, R: theta - E,
    },
    hints=3,
    describe=lambda E, theta, R: f"E = {E:g} mV, θ = {theta:g} mV, R = {R:g} MΩ",
)


def _inhibited(x, inhibitory):
    return any(x[i] for i in inhibitory)


MP_CASES = [
    (np.array(x), np.array(w), theta, list(inhibitory))
    for x, w, theta, inhibitory in (
        ((1, 1), (1, 1), 2, ()),
        ((1, 0), (1, 1), 2, ()),
        ((0, 0), (1, 1), 0, ()),
        ((1, 0, 0), (2, 1, 1), 2, (1,)),
        ((1, 1, 1), (2, 1, 1), 2, (1,)),
        ((1, 0, 0), (1, 1, 3), 1, (1, 2)),
        ((1, 0, 1), (4, 1, 1), 1, (1, 2)),
        ((1, 1, 0), (1, 1, 1), 3, ()),
        ((1, 1), (2, 2), 1, (1,)),
        ((0, 0, 1), (1, 1, 2), 2, (1,)),
        ((1, 0, 0, 1), (1, 1, 1, 1), 1, (2,)),
    )
]

mp = Task(
    lambda x, w, theta, inhibitory: int(w @ x >= theta and not _inhibited(x, inhibitory)),
    MP_CASES,
    {
        "mp_greater": lambda x, w, theta, stop: int(w @ x > theta and not _inhibited(x, stop)),
        "mp_no_inhibition": lambda x, w, theta, stop: int(w @ x >= theta),
        "mp_subtracts": lambda x, w, theta, stop: int(
            w @ x - 2 * sum(w[i] * x[i] for i in stop) >= theta
        ),
        "mp_always_stopped": lambda x, w, theta, stop: int(w @ x >= theta and not stop),
        "mp_from_one": lambda x, w, theta, stop: int(
            w @ x >= theta and not _inhibited(x, [i - 1 for i in stop])
        ),
        "mp_all_inhibit": lambda x, w, theta, stop: int(
            w @ x >= theta and not (stop and all(x[i] for i in stop))
        ),
        "mp_no_weights": lambda x, w, theta, stop: int(
            sum(x) >= theta and not _inhibited(x, stop)
        ),
        "mp_sum": lambda x, w, theta, stop: w @ x,
        "mp_below": lambda x, w, theta, stop: int(w @ x < theta),
    },
    hints=3,
    describe=lambda x, w, theta, stop: (
        f"{_bits(x)}, w = {w.tolist()}, θ = {theta}, inhibitory {stop}"
    ),
)


def _no_unit_of_1943(answer, below_zero="mp_below_zero"):
    """Why the answer is no MP neuron of three inputs, in words, or None."""
    if not isinstance(answer, MPNeuron):
        return say("slip.an_mp_neuron")
    if len(answer.weights) != 3:
        return say("slip.mp_inputs", n=len(answer.weights))
    counts = np.delete(answer.weights, answer.inhibitory)
    return say(f"slip.{below_zero}") if (counts < 0).any() else None


majority = Task(
    lambda x: int(sum(x) >= 2),
    EVERY,
    {
        "majority_or": MPNeuron([1, 1, 1], 1),
        "majority_and": MPNeuron([1, 1, 1], 3),
        "majority_always": MPNeuron([1, 1, 1], 0),
        "majority_inhibits": MPNeuron([1, 1, 1], 2, inhibitory=[2]),
        "majority_two": MPNeuron([1, 1, 0], 2),
    },
    hints=3,
    refuse=_no_unit_of_1943,
    describe=_bits,
)

latch = Task(
    lambda x: int((x[0] or x[1]) and not x[2]),
    EVERY,
    {
        "latch_stop_sets": MPNeuron([1, 1, 1], 1),
        "latch_never_stops": MPNeuron([1, 1, 0], 1),
        "latch_both": MPNeuron([1, 1, 1], 2, inhibitory=[2]),
        "latch_forgets": MPNeuron([1, 0, 1], 1, inhibitory=[2]),
        "latch_never_sets": MPNeuron([0, 1, 1], 1, inhibitory=[2]),
        "latch_itself_stops": MPNeuron([1, 1, 1], 1, inhibitory=[1]),
        "latch_set_stops": MPNeuron([1, 1, 1], 1, inhibitory=[0]),
        "latch_at_rest": MPNeuron([1, 1, 1], 0, inhibitory=[2]),
    },
    hints=3,
    refuse=partial(_no_unit_of_1943, below_zero="latch_below_zero"),
    describe=lambda x: f"set {x[0]}, itself {x[1]}, stop {x[2]}",
)
