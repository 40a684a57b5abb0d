"""The margin against every pair and triple of samples, and the bound that it gives."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib import AND, OR, XOR, Perceptron, digits, margin

NUMBERS = st.floats(-3, 3).map(lambda v: round(v, 1))
POINTS = st.tuples(NUMBERS, NUMBERS)


def by_pairs_and_triples(X, y):
    """The distance of the signed inputs' hull from 0: its nearest point has at most 3 corners."""
    signed = np.where(np.asarray(y) == 1, 1.0, -1.0)[:, None] * np.column_stack(
        [X, np.ones(len(X))]
    )
    nearest = None
    for corners in itertools.chain(
        *(itertools.combinations(range(len(signed)), k) for k in (1, 2, 3))
    ):
        A, k = signed[list(corners)], len(corners)
        system = np.block([[A @ A.T, np.ones((k, 1))], [np.ones((1, k)), np.zeros((1, 1))]])
        if np.linalg.matrix_rank(system) <= k:
            continue
        share = np.linalg.solve(system, np.append(np.zeros(k), 1.0))[:k]
        point = share @ A
        if (share >= -1e-12).all() and (nearest is None or point @ point < nearest @ nearest):
            nearest = point
    length = np.linalg.norm(nearest)
    parted = length > 1e-7 and (signed @ nearest / length).min() > length - 1e-7
    return length if parted else 0.0


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(POINTS, st.integers(0, 1)), min_size=1, max_size=7))
def test_against_pairs_and_triples(samples):
    X, y = (np.array(part, dtype=float) for part in zip(*samples))
    assert margin(X, y).gamma == pytest.approx(by_pairs_and_triples(X, y), abs=1e-6)


@pytest.mark.parametrize("seed", range(12))
def test_many_samples_against_pairs_and_triples(seed):
    """So many that samples taken for the nearest must be given up again."""
    random = np.random.default_rng(seed)
    X, plane = random.normal(size=(24, 2)), random.normal(size=3)
    y = X @ plane[:2] + 0.3 * plane[2] > 0
    assert margin(X, y).gamma == pytest.approx(by_pairs_and_triples(X, y), abs=1e-6)


@settings(max_examples=150, deadline=None)
@given(st.lists(POINTS, min_size=2, max_size=12), POINTS, NUMBERS)
def test_never_more_mistakes_than_the_theorem_allows(points, w, b):
    X = np.array(points)
    z = X @ w + b
    X, z = X[np.abs(z) > 0.15], z[np.abs(z) > 0.15]
    if not len(X):
        return
    found = margin(X, (z > 0).astype(float))
    updates = list(Perceptron(2).learn(X, z > 0, epochs=20_000))
    assert all(one.y_hat == one.y for one in updates[-len(X) :])  # it came to an end
    assert sum(one.y_hat != one.y for one in updates) <= found.bound < np.inf


def test_numbers_that_are_known():
    assert margin(AND().X, AND().y).gamma == pytest.approx(1 / np.sqrt(17))
    assert margin(AND().X, AND().y).bound == 51
    assert margin(OR().X, OR().y).gamma == pytest.approx(1 / 3)
    assert margin(OR().X, OR().y).bound == 27
    assert margin([[1.0], [3.0]], [1, 1]).bound == 5  # R² = 10, γ² = 2, and floats say 4.99…
    assert margin(AND().X, [0, 0, 0, 0]).bound == 3


def test_the_plane_has_the_margin_it_claims():
    found = margin(AND().X, AND().y)
    z = AND().X @ found.w + found.b
    assert np.where(AND().labels == 1, z, -z).min() == pytest.approx(found.gamma)
    assert found.w @ found.w + found.b**2 == pytest.approx(1)
    assert {type(one) for one in (found.gamma, found.R, found.b)} == {float}


def test_what_no_plane_separates_has_none():
    for X, y in ((XOR().X, XOR().y), ([[1.0, 2.0]] * 2, [0, 1])):
        found = margin(X, y)
        assert found.gamma == 0 and found.bound == np.inf
        assert found.w.tolist() == [0, 0] and repr(found.b) == "0.0"


def test_one_class_and_one_sample_have_a_margin():
    assert margin([[3.0, 4.0]], [1]).gamma == pytest.approx(np.sqrt(26))
    assert margin([[3.0, 4.0], [-3.0, -4.0]], [0, 0]).gamma == pytest.approx(1)


@pytest.mark.parametrize("scale", [1e-6, 1e3])
def test_scale_of_the_inputs(scale):
    X = np.array([[1.0, 0.0], [-1.0, 0.5]]) * scale
    assert margin(X, [1, 0]).gamma == pytest.approx(by_pairs_and_triples(X, [1, 0]), rel=1e-3)


@pytest.mark.parametrize("gap", [1e-1, 1e-3, 1e-5])
def test_narrow_margins(gap):
    """Two points of a class at the ends of the gap, none above its middle; R is about 3."""
    turn = np.array([[0.6, -0.8], [0.8, 0.6]])
    X = np.array([[-2.5, gap], [2.0, gap], [-1.0, -gap], [1.5, -gap]]) @ turn.T
    found = margin(X, [1, 1, 0, 0])
    assert found.gamma == pytest.approx(gap, rel=1e-3)
    assert found.w == pytest.approx(turn[:, 1], rel=1e-3) and abs(found.b) < gap / 100


def test_a_margin_of_less_than_a_millionth_of_R_is_none():
    for R, gap in ((1e3, 8e-4), (1e4, 8e-3), (1.0, 8e-7)):
        assert margin([[0.0, R], [2 * gap, R]], [0, 1]).gamma == 0
    for R, gap in ((1e3, 2e-3), (1e4, 2e-2), (1.0, 3e-6)):
        assert margin([[0.0, R], [2 * gap, R]], [0, 1]).gamma == pytest.approx(gap, rel=1e-2)


def test_64_inputs_and_two_kinds_of_digits():
    data = digits()
    some = data.labels < 2
    found = margin(data.X[some], data.labels[some])
    mistakes = [
        one for one in Perceptron(64).learn(data.X[some], data.labels[some]) if one.y_hat != one.y
    ]
    assert 0 < len(mistakes) <= found.bound == 68


@pytest.mark.parametrize(
    ("X", "y", "said"),
    [([[0, 1]], [2], "^y must be"), ([0, 1], [0, 1], "^X must be"), ([[0], [1]], [0], "^y must")],
)
def test_bad_input(X, y, said):
    with pytest.raises(ValueError, match=said):
        margin(X, y)
