"""Nets of MP neurons: against truth tables, against a slow oracle, and the loop's memory."""

from itertools import product

import numpy as np
import pytest

from nnlib import MPNet, MPNeuron

EITHER = MPNeuron([1, 1], 1)
XOR = MPNet(
    {
        "a": (MPNeuron([1, 1], 1, inhibitory=[1]), ["x1", "x2"]),
        "b": (MPNeuron([1, 1], 1, inhibitory=[0]), ["x1", "x2"]),
        "y": (EITHER, ["a", "b"]),
    }
)
ADDER = MPNet(
    {
        "a": (MPNeuron([1, 1], 1, inhibitory=[1]), ["x1", "x2"]),
        "b": (MPNeuron([1, 1], 1, inhibitory=[0]), ["x1", "x2"]),
        "c": (MPNeuron([1, 1], 2), ["x1", "x2"]),
        "sum": (EITHER, ["a", "b"]),
        "carry": (MPNeuron([1], 1), ["c"]),
    }
)
LOOP = MPNet({"m": (MPNeuron([1, 1, 1], 1, inhibitory=[2]), ["set", "m", "stop"])})


@pytest.mark.parametrize("x", [*product([0, 1], repeat=2)])
def test_xor_and_the_half_adder_are_their_truth_tables_two_steps_later(x):
    assert XOR.run(x, steps=3)[2, -1] == x[0] ^ x[1]
    total = ADDER.run(x, steps=4)
    assert total[2, -2] + 2 * total[2, -1] == sum(x)
    assert not total[3].any() and total[0].tolist() == [*x, 0, 0, 0, 0, 0]


def test_an_answer_a_step_for_a_stream_of_questions():
    stream = np.random.default_rng(1).integers(0, 2, (40, 2))
    fires = XOR.run(stream, steps=42)
    assert (fires[2:, -1] == stream[:, 0] ^ stream[:, 1]).all()


def test_the_loop_remembers_a_pulse_until_it_is_stopped():
    x = np.zeros((30, 2))
    x[3, 0] = x[20, 1] = 1
    m = LOOP.run(x)[:, 2]
    assert m.tolist() == [0] * 4 + [1] * 17 + [0] * 9


def test_a_circle_of_three_keeps_a_pulse_going_round():
    relay = MPNeuron([1], 1)
    ring = MPNet({"p": (EITHER, ["x", "r"]), "q": (relay, ["p"]), "r": (relay, ["q"])})
    assert ring.run([1], steps=8)[:, 1].tolist() == [0, 1, 0, 0, 1, 0, 0, 1]


def test_names_and_what_they_stand_for():
    assert LOOP.names == ("set", "stop", "m") and LOOP.inputs == ("set", "stop")
    assert repr(ADDER) == "MPNet(x1, x2 → a, b, c, sum, carry)"
    assert XOR.sources["y"] == ("a", "b")


def test_longer_inputs_than_steps_are_cut_and_one_row_is_one_pulse():
    assert LOOP.run(np.ones((5, 2)), steps=2).tolist() == [[1, 1, 0], [1, 1, 0]]
    assert LOOP.run([[1, 0]]).shape == LOOP.run([1, 0], steps=1).shape == (1, 3)


def test_no_neuron_fires_at_time_0_whatever_comes_last():
    assert XOR.run([[1, 0], [1, 0]]).tolist() == [[1, 0, 0, 0, 0], [1, 0, 1, 0, 0]]


def test_a_neuron_and_its_sources_may_stand_in_a_list():
    assert MPNet({"y": [EITHER, ["p", "q"]]}).names == ("p", "q", "y")


@pytest.mark.parametrize(
    ("neurons", "kind", "said"),
    [
        ({}, TypeError, "neurons must be a dict"),
        ([EITHER], TypeError, "neurons must be a dict"),
        ({"a": EITHER}, TypeError, "neurons['a'] must be (MPNeuron"),
        ({"a": (EITHER,)}, TypeError, "neurons['a'] must be (MPNeuron"),
        ({"a": (EITHER, ["x1"])}, ValueError, "neurons['a'] must be a neuron with as many"),
        ({"a": (3, ["x1"])}, TypeError, "neurons['a'] must be a MPNeuron"),
        ({"a": (EITHER, "x1")}, TypeError, "neurons['a'] must be a list"),
        ({"a": (EITHER, ["x1", 2])}, TypeError, "neurons['a'] must be a text"),
        ({1: (EITHER, ["x1", "x2"])}, TypeError, "neurons must be a text"),
    ],
)
def test_what_is_no_net_is_refused(neurons, kind, said):
    with pytest.raises(kind) as error:
        MPNet(neurons)
    assert str(error.value).startswith(said)


@pytest.mark.parametrize(
    ("x", "steps", "name"),
    [([1], 3, "x"), ([1, 2], 3, "x"), ([[1, 0, 1]], 3, "x"), ([1, 0], 0, "steps")],
)
def test_what_cannot_be_run_is_refused(x, steps, name):
    with pytest.raises(ValueError, match=f"^{name} must be "):
        XOR.run(x, steps)
