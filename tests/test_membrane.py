"""The membrane: threshold current and intervals by their formulas, pulses that are all alike."""

from dataclasses import astuple

import numpy as np
import pytest

from nnlib import Membrane

# Dayan and Abbott's set; the intervals τ ln(RI/(RI − 15 mV)), ms, computed on their own.
INTERVALS = {1.6: 27.73, 2.0: 13.86, 2.5: 9.16, 3.0: 6.93}


def constant(I, ms=400, dt=0.1):
    return np.full(round(ms / dt), I)


def test_the_threshold_current_is_found_by_bisection():
    cell = Membrane(E=-70, theta=-54, tau=8, R=12)
    low, high = 0.0, 5.0
    for _ in range(30):
        middle = (low + high) / 2
        fires = len(cell.run(constant(middle, 3000))[1]) > 0
        low, high = (low, middle) if fires else (middle, high)
    assert high == pytest.approx(16 / 12, abs=1e-3)
    assert cell.threshold_current == pytest.approx(16 / 12)


@pytest.mark.parametrize("I", INTERVALS)
@pytest.mark.parametrize("refractory", [0.0, 2.0])
def test_intervals_are_those_of_the_formula(I, refractory):
    dt = 0.005
    pulses = Membrane(refractory=refractory).run(constant(I, 120, dt), dt)[1]
    assert np.diff(pulses) == pytest.approx(INTERVALS[I] + refractory, abs=0.03)


def test_without_a_current_nothing_changes_and_without_pulses_V_follows_the_exponential():
    cell = Membrane()
    assert (cell.run(np.zeros(50))[0] == -65).all()
    V, pulses = cell.run(constant(1.4, 60, 0.01), 0.01)
    t = np.arange(len(V)) * 0.01
    np.testing.assert_allclose(V, -65 + 14 * (1 - np.exp(-t / 10)), atol=0.01)
    assert not len(pulses)


def test_a_step_takes_the_current_before_it():
    V, _ = Membrane().run([3.0, 0.0, 1.0, 9.0], dt=1.0)
    assert V == pytest.approx([-65.0, -62.0, -62.3, -61.57])


def test_a_pulse_comes_at_the_threshold_and_the_next_when_the_silence_is_over():
    cell = Membrane(E=0, theta=1, tau=2, R=1, refractory=2)
    V, pulses = cell.run(constant(2.0, 6, 1.0), dt=1.0)  # V would be 1 after one step
    assert pulses.tolist() == [1, 3, 5] and not V.any()
    assert [type(value) for value in astuple(cell)] == [float] * 5


def test_a_membrane_may_be_quick_and_its_resistance_small():
    assert Membrane(tau=0.5, R=0.5).threshold_current == 30


def test_a_stronger_current_makes_more_pulses_never_taller_ones():
    runs = [Membrane().run(constant(I, 100)) for I in (1.6, 2.0, 3.0, 6.0)]
    counts = [len(pulses) for _, pulses in runs]
    assert counts == sorted(set(counts)) and counts[0] > 0
    assert all(V.max() < -50 and V.min() == -65 for V, _ in runs)


@pytest.mark.parametrize(
    ("arguments", "kind", "name"),
    [
        ({"E": "low"}, TypeError, "E"), ({"theta": -65}, ValueError, "theta"),
        ({"tau": 0}, ValueError, "tau"), ({"R": -1}, ValueError, "R"),
        ({"refractory": -0.1}, ValueError, "refractory"), ({"R": True}, TypeError, "R"),
        ({"R": 0}, ValueError, "R"),
    ],
)  # fmt: skip
def test_what_is_no_membrane_is_refused(arguments, kind, name):
    with pytest.raises(kind, match=f"^{name} must be "):
        Membrane(**arguments)


@pytest.mark.parametrize(
    ("I", "dt", "name"),
    [([], 0.1, "I"), ([np.nan], 0.1, "I"), (1.0, 0.1, "I"), ([1.0], 0, "dt"), ([1.0], 10, "dt")],
)
def test_what_cannot_be_run_is_refused(I, dt, name):
    with pytest.raises(ValueError, match=f"^{name} must be "):
        Membrane().run(I, dt)
