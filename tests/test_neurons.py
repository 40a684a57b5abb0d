"""Single neurons: truth tables, published traces, the convergence theorem, Hebb's rule."""

import re
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnlib import AND, OR, XOR, MPNeuron, Perceptron, hebb, iris, step

BITS = [[0, 0], [0, 1], [1, 0], [1, 1]]


def refused(error, start, call, *args, **options):
    """The call raises; its message says which argument, what it must be, what came."""
    with pytest.raises(error, match=rf"^{re.escape(start)}(?![\w!]).* must be .*, got "):
        call(*args, **options)


# McCulloch and Pitts


@pytest.mark.parametrize(
    ("neuron", "column"),
    [
        (MPNeuron([1, 1], 2), [0, 0, 0, 1]),  # AND
        (MPNeuron([1, 1], 1), [0, 1, 1, 1]),  # OR
        (MPNeuron([-1, -1], -1), [1, 1, 1, 0]),  # NAND
        (MPNeuron([1, 1], 0, inhibitory=[0, 1]), [1, 0, 0, 0]),  # NOR
        (MPNeuron([1, 1], 1, inhibitory=[1]), [0, 0, 1, 0]),  # x1 and not x2
        (MPNeuron([1, 1], 1, inhibitory=[0]), [0, 1, 0, 0]),
    ],
)
def test_gates_of_two_inputs(neuron, column):
    assert neuron(BITS).tolist() == column
    assert [neuron(x) for x in BITS] == column


def test_not():
    assert MPNeuron([1], 0, inhibitory=[0])([[0], [1]]).tolist() == [1, 0]


@pytest.mark.parametrize("n", [3, 5])
def test_majority(n):
    x = list(product([0, 1], repeat=n))
    majority = MPNeuron([1] * n, (n + 1) / 2)
    assert majority(x).tolist() == [sum(bits) > n / 2 for bits in x]


def test_inhibition_is_absolute():
    neuron = MPNeuron([1] * 100 + [1], 1, inhibitory=[100])
    assert neuron([1] * 100 + [0]) == 1
    assert neuron([1] * 100 + [1]) == 0
    assert MPNeuron([1] * 100 + [-1], 1)([1] * 101) == 1  # a negative weight is not


def test_the_weight_of_an_inhibitory_input_is_ignored():
    for weight in (-50, 0, 1, 50):
        assert MPNeuron([1, weight], 1, inhibitory=[1])(BITS).tolist() == [0, 0, 1, 0]


def test_fires_at_the_threshold_where_step_does_not():
    assert MPNeuron([1], 1)([1]) == 1
    assert step(1.0 - 1.0) == 0


def test_a_net_of_them_computes_xor():
    x = np.array(BITS)
    hidden = np.stack([MPNeuron([1, 1], 1)(x), MPNeuron([1, 1], 2)(x)], axis=-1)
    assert MPNeuron([1, 1], 1, inhibitory=[1])(hidden).tolist() == XOR().y.ravel().tolist()


def test_any_shape_against_a_loop():
    random = np.random.default_rng(0)
    weights, inhibitory = random.integers(-2, 4, 5), (1, 4)
    x = random.integers(0, 2, (4, 6, 5))
    neuron = MPNeuron(weights, 2, inhibitory)

    def by_hand(bits):
        total = sum(
            w * bit
            for i, (w, bit) in enumerate(zip(weights, bits, strict=True))
            if i not in inhibitory
        )
        return int(total >= 2 and not any(bits[i] for i in inhibitory))

    out = neuron(x)
    assert out.shape == (4, 6) and 0 < out.sum() < 24
    assert out.tolist() == [[by_hand(bits) for bits in row] for row in x]
    assert neuron(x.astype(bool)).tolist() == out.tolist()
    assert type(neuron(x[0, 0])) is int


def test_mp_neuron_stays_as_made():
    weights, inhibitory = np.array([1.0, 1.0]), [1]
    neuron = MPNeuron(weights, 2, inhibitory)
    weights[0], inhibitory[0] = 9.0, 0
    assert neuron.weights.tolist() == [1, 1] and neuron.inhibitory == (1,)
    assert type(neuron.threshold) is float
    with pytest.raises(ValueError, match="read-only"):
        neuron.weights[0] = 9.0
    with pytest.raises(AttributeError):
        neuron.threshold = 3
    assert repr(MPNeuron([1, 1], 2)) == "MPNeuron([1, 1], threshold 2)"
    assert repr(MPNeuron([0.5, 1], 1, [1])) == "MPNeuron([0.5, 1], threshold 1, inhibitory [1])"


@pytest.mark.parametrize(
    ("error", "start", "arguments"),
    [
        (ValueError, "weights", ([], 1)),
        (ValueError, "weights", ([[1, 1]], 1)),
        (ValueError, "weights", (3, 1)),
        (ValueError, "weights", ([1, np.nan], 1)),
        (TypeError, "weights", (["1"], 1)),
        (TypeError, "weights", (None, 1)),
        (TypeError, "threshold", ([1, 1], "2")),
        (TypeError, "threshold", ([1, 1], True)),
        (TypeError, "threshold", ([1, 1], [2])),
        (ValueError, "threshold", ([1, 1], np.inf)),
        (ValueError, "inhibitory", ([1, 1], 1, [2])),
        (ValueError, "inhibitory", ([1, 1], 1, [-1])),
        (ValueError, "inhibitory", ([1, 1], 1, [0, 0])),
        (TypeError, "inhibitory", ([1, 1], 1, 0)),
        (TypeError, "inhibitory", ([1, 1], 1, "0")),
        (TypeError, "inhibitory", ([1, 1], 1, [0.0])),
        (TypeError, "inhibitory", ([1, 1], 1, [False, True])),
        (TypeError, "inhibitory", ([1, 1], 1, None)),
    ],
)
def test_mp_neuron_refuses(error, start, arguments):
    refused(error, start, MPNeuron, *arguments)


@pytest.mark.parametrize(
    ("error", "x"),
    [
        (ValueError, [1, 2]),
        (ValueError, [0.5, 0]),
        (ValueError, [-1, 1]),
        (ValueError, [np.nan, 1]),
        (ValueError, [1]),
        (ValueError, [[1, 0, 1]]),
        (ValueError, np.zeros((0, 2))),
        (ValueError, 1),
        (ValueError, [[1, 0], [1]]),
        (TypeError, "11"),
        (TypeError, None),
    ],
)
def test_mp_neuron_refuses_inputs(error, x):
    refused(error, "x", MPNeuron([1, 1], 2), x)


# The perceptron


def learned(data, **options):
    unit = Perceptron(data.X.shape[1])
    return unit, list(unit.learn(data.X, data.y, **options))


def mistakes_per_epoch(updates):
    epochs = [0] * updates[-1].epoch
    for update in updates:
        epochs[update.epoch - 1] += update.y_hat != update.y
    return epochs


@pytest.mark.parametrize(
    ("data", "mistakes", "clean", "w", "b"),
    [(AND(), 10, 6, [2, 1], -2), (OR(), 4, 4, [1, 1], 0)],
)
def test_published_traces(data, mistakes, clean, w, b):
    unit, updates = learned(data)
    epochs = mistakes_per_epoch(updates)
    assert sum(epochs) == mistakes
    assert len(epochs) == clean and epochs[-1] == 0 and 0 not in epochs[:-1]
    assert (unit.w.tolist(), unit.b) == (w, b)
    assert unit(data.X).tolist() == data.y.ravel().tolist()


def test_xor_goes_round():
    unit, updates = learned(XOR())
    assert mistakes_per_epoch(updates)[2:] == [4] * 98
    assert len(updates) == 400
    after_epochs = [(*u.w.tolist(), u.b) for u in updates if u.visit % 4 == 0]
    assert set(after_epochs[2:]) == {(-1.0, 0.0, 1.0)}


def test_sample_run_of_the_picture():
    X = [
        *((1.4, -0.2), (-2.3, -1.2), (1.3, 1.7), (0, -1.1)),
        *((-2.3, 0.4), (-1.6, 1.3), (-0.5, 1), (-1.2, -1.4)),
    ]
    unit = Perceptron(2)
    updates = list(unit.learn(X, [0, 0, 1, 0, 0, 1, 1, 0]))
    assert mistakes_per_epoch(updates) == [1, 3, 3, 2, 0]
    assert unit.w == pytest.approx([0.6, 4.8]) and unit.b == -1


def test_records_add_up():
    random = np.random.default_rng(5)
    X, y = random.normal(size=(7, 3)), random.integers(0, 2, 7)
    unit = Perceptron(3)
    unit.w, unit.b = [0.1, -0.2, 0.3], 0.4
    w, b = unit.w.copy(), unit.b
    updates = list(unit.learn(X, y, alpha=0.5, epochs=4))
    for number, u in enumerate(updates):
        assert (u.epoch, u.visit) == (1 + number // 7, 1 + number)
        assert np.array_equal(u.x, X[number % 7]) and u.y == y[number % 7]
        assert u.z == pytest.approx(sum(w * u.x) + b)
        assert u.y_hat == (u.z > 0)
        assert u.dw == pytest.approx(0.5 * (u.y - u.y_hat) * u.x)
        assert u.db == 0.5 * (u.y - u.y_hat)
        assert np.array_equal(u.w, w + u.dw) and u.b == b + u.db
        assert not np.signbit(u.dw[u.dw == 0]).any()  # no -0. in the records
        w, b = u.w, u.b
    assert np.array_equal(unit.w, w) and unit.b == b


def test_records_are_copies_and_weights_move_as_they_are_asked_for():
    X = np.array([[1.0, 2.0], [3.0, -1.0]])
    unit = Perceptron(2)
    stream = unit.learn(X, [1, 0])
    assert unit.w.tolist() == [0, 0]
    X[...] = 9.0
    first = next(stream)
    assert first.x.tolist() == first.dw.tolist() == unit.w.tolist() == [1, 2]
    first.w[...], first.x[...] = 7.0, 7.0
    assert unit.w.tolist() == [1, 2]
    before = unit.w
    assert next(stream).w.tolist() == [-2, 3]
    assert before.tolist() == [1, 2]
    third = next(stream)
    assert third.x.tolist() == [1, 2]
    assert [type(value) for value in (third.z, third.db, third.b)] == [float] * 3
    assert [type(value) for value in (third.y, third.y_hat)] == [int] * 2


def test_a_second_call_goes_on():
    once, twice = Perceptron(2), Perceptron(2)
    list(once.learn(AND().X, AND().y, epochs=4))
    for _ in range(2):
        list(twice.learn(AND().X, AND().y, epochs=2))
    assert np.array_equal(once.w, twice.w) and once.b == twice.b
    assert list(once.learn(AND().X, AND().y, epochs=0)) == []


def test_targets_as_row_or_column():
    row, column = Perceptron(2), Perceptron(2)
    assert len(list(row.learn(BITS, [0, 0, 0, 1]))) == 24
    assert len(list(column.learn(BITS, [[0], [0], [0], [1]]))) == 24


@pytest.mark.parametrize("alpha", [0.25, 2.0**-80, 2.0**80])
def test_alpha_scales_the_weights_alone(alpha):
    _, some = learned(AND(), alpha=alpha)
    _, one = learned(AND(), alpha=1.0)
    assert [u.y_hat for u in some] == [u.y_hat for u in one]
    for u, v in zip(some, one, strict=True):
        assert np.array_equal(u.w, alpha * v.w) and (u.z, u.b) == (alpha * v.z, alpha * v.b)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-32, 32), st.integers(-32, 32), st.booleans()),
        min_size=2,
        max_size=8,
    ),
    st.sampled_from([1, 2, 3, 7, 10, 25]),
)
def test_samples_on_tenths_are_learned_as_with_fractions(samples, tenths):
    alpha = Fraction(tenths, 10)
    exact, w, b = [], [Fraction(0)] * 2, Fraction(0)
    for x1, x2, y in 20 * samples:
        x = Fraction(x1, 10), Fraction(x2, 10)
        z = w[0] * x[0] + w[1] * x[1] + b
        step = alpha * (y - (z > 0))
        w, b = [w[0] + step * x[0], w[1] + step * x[1]], b + step
        exact.append(z)
    X, y = np.array(samples)[:, :2] / 10, [int(sample[2]) for sample in samples]
    records = list(Perceptron(2).learn(X, y, alpha=float(alpha), epochs=20))
    for u, z in zip(records, exact):
        assert (u.z == 0) == (z == 0) and u.y_hat == (z > 0)
        assert u.z == pytest.approx(float(z), rel=1e-9)


@pytest.mark.parametrize(
    ("w", "b", "x", "y_hat"),
    [
        ([1.0], -1.0, [[1.5], [1e14]], [1, 1]),  # a sample is not judged by another
        ([1e14], -0.5, [[1e-14]], [1]),
        ([1e-14], -0.5, [[1e14]], [1]),
        ([1e14, 1.0], -0.5, [[0.0, 1.0]], [1]),
    ],
)
def test_small_and_large_numbers_together(w, b, x, y_hat):
    unit = Perceptron(len(w))
    unit.w, unit.b = w, b
    assert unit(x).tolist() == y_hat


def test_what_cancels_is_a_plain_zero():
    """No −0 stays in the records, and none is printed."""
    unit = Perceptron(2)
    X, y = [[-0.1, 0.0], [-0.2, 0.0], [-0.3, 0.0], [0.3, 1.0]], [1, 1, 0, 1]
    for u in unit.learn(X, y, alpha=1.0, epochs=9):
        assert not np.signbit([*u.w[u.w == 0], *np.array([u.b, u.z])[[u.b == 0, u.z == 0]]]).any()
    unit.w, unit.b = [-0.1, -0.2], 0.3
    for sign in (1, -1):
        unit.w, unit.b = sign * np.array([0.1, 0.2]), sign * -0.3
        (update,) = unit.copy().learn([[1.0, 1.0]], [0], epochs=1)
        assert update.z == 0 and not np.signbit(update.z)


def test_fires_only_above_zero():
    unit = Perceptron(1)
    assert unit([3.0]) == 0
    unit.w, unit.b = [1.0], -2.0
    assert unit([[1.9], [2.0], [2.1]]).tolist() == [0, 0, 1]
    assert unit(np.zeros((2, 3, 1))).shape == (2, 3)
    assert type(unit([2.1])) is int
    assert repr(unit) == "Perceptron(w = [1], b = -2)"


def test_setosa_is_learned():
    X, y = iris().X, iris().y[:, 0]
    unit = Perceptron(4)
    assert mistakes_per_epoch(list(unit.learn(X, y)))[-1] == 0
    assert np.array_equal(unit(X), y)


points = arrays(float, st.tuples(st.integers(2, 12), st.just(2)), elements=st.floats(-3, 3))
directions = arrays(float, 3, elements=st.floats(-1, 1))


@settings(max_examples=300, deadline=None)
@given(points, directions, st.sampled_from([0.1, 1.0, 7.0]))
def test_the_bound_of_the_convergence_theorem(X, u, alpha):
    assume(np.linalg.norm(u) > 0.1)
    with_one = np.column_stack([X, np.ones(len(X))])
    side = with_one @ (u / np.linalg.norm(u))
    keep = np.abs(side) > 0.3
    assume(keep.any())
    X, side = X[keep], side[keep]
    gamma = np.abs(side).min()
    bound = (with_one[keep] ** 2).sum(axis=1).max() / gamma**2 + 1e-9
    unit = Perceptron(2)
    updates = list(unit.learn(X, side > 0, alpha=alpha, epochs=int(bound) + 1))
    mistakes = mistakes_per_epoch(updates)
    assert sum(mistakes) <= bound
    assert mistakes[-1] == 0


def test_the_bounds_told_for_and_and_or():
    for data, gamma, bound in ((AND(), 1 / np.sqrt(17), 51), (OR(), 1 / 3, 27)):
        _, updates = learned(data)
        assert sum(mistakes_per_epoch(updates)) <= round(3 / gamma**2) == bound


@pytest.mark.parametrize(
    ("error", "n"), [(ValueError, 0), (ValueError, -2), (TypeError, 2.0), (TypeError, True)]
)
def test_perceptron_refuses(error, n):
    refused(error, "n", Perceptron, n)


@pytest.mark.parametrize(
    ("error", "x"),
    [
        (ValueError, [1.0]),
        (ValueError, [[1.0, 2.0, 3.0]]),
        (ValueError, 1.0),
        (ValueError, np.zeros((0, 2))),
        (ValueError, [np.nan, 0]),
        (TypeError, "ab"),
    ],
)
def test_perceptron_refuses_inputs(error, x):
    refused(error, "x", Perceptron(2), x)


def assign(unit, name, value):
    setattr(unit, name, value)


@pytest.mark.parametrize(
    ("error", "name", "value"),
    [
        (ValueError, "w", [1.0]),
        (ValueError, "w", [np.inf, 1.0]),
        (TypeError, "w", "ab"),
        (ValueError, "b", np.nan),
        (TypeError, "b", [1.0]),
        (TypeError, "b", None),
    ],
)
def test_perceptron_refuses_weights(error, name, value):
    unit = Perceptron(2)
    refused(error, name, assign, unit, name, value)
    assert unit.w.tolist() == [0, 0] and unit.b == 0


@pytest.mark.parametrize(
    ("error", "start", "X", "y", "options"),
    [
        (ValueError, "X", [[1.0]], [1], {}),
        (ValueError, "X", [1.0, 2.0], [1, 0], {}),
        (ValueError, "X", np.zeros((0, 2)), [], {}),
        (ValueError, "X", [[np.nan, 1.0]], [1], {}),
        (TypeError, "X", [["a", "b"]], [1], {}),
        (ValueError, "y", BITS, [0, 1], {}),
        (ValueError, "y", BITS, [[0, 0, 0, 1]], {}),
        (ValueError, "y", BITS, [-1, -1, -1, 1], {}),
        (ValueError, "y", BITS, [0, 0, 0, 0.5], {}),
        (ValueError, "y", BITS, [0, 0, 0, np.nan], {}),
        (TypeError, "y", BITS, None, {}),
        (ValueError, "alpha", BITS, [0, 0, 0, 1], {"alpha": 0}),
        (ValueError, "alpha", BITS, [0, 0, 0, 1], {"alpha": -1}),
        (ValueError, "alpha", BITS, [0, 0, 0, 1], {"alpha": np.nan}),
        (TypeError, "alpha", BITS, [0, 0, 0, 1], {"alpha": "fast"}),
        (ValueError, "epochs", BITS, [0, 0, 0, 1], {"epochs": -1}),
        (TypeError, "epochs", BITS, [0, 0, 0, 1], {"epochs": 2.0}),
        (TypeError, "epochs", BITS, [0, 0, 0, 1], {"epochs": True}),
    ],
)
def test_learn_refuses_at_the_call(error, start, X, y, options):
    unit = Perceptron(2)
    refused(error, start, unit.learn, X, y, **options)  # nobody asked for a record
    assert unit.w.tolist() == [0, 0] and unit.b == 0


# Hebb


def test_hebb_for_one_output():
    w = np.array([0.5, -1.0])
    assert hebb(w, [2.0, 3.0], 1.0, alpha=0.1).tolist() == pytest.approx([0.7, -0.7])
    assert w.tolist() == [0.5, -1.0]
    assert hebb(w, [2.0, 3.0], 0).tolist() == w.tolist()


def test_hebb_for_many_samples_is_the_sum_over_single_ones():
    random = np.random.default_rng(1)
    x, y, w = random.normal(size=(6, 3)), random.normal(size=(6, 2)), random.normal(size=(2, 3))
    one_by_one = w
    for x_k, y_k in zip(x, y, strict=True):
        one_by_one = hebb(one_by_one, x_k, y_k, alpha=0.3)
    assert hebb(w, x, y, alpha=0.3) == pytest.approx(one_by_one)
    single = hebb(w[1], x, y[:, 1], alpha=0.3)
    assert single == pytest.approx(one_by_one[1])
    assert np.array_equal(single, hebb(w[1], x, y[:, 1:], alpha=0.3))


def test_hebb_associates():
    x, _ = np.linalg.qr(np.random.default_rng(2).normal(size=(5, 3)))
    pictures, answers = x.T, np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    W = hebb(np.zeros((2, 5)), pictures, answers)
    assert pictures @ W.T == pytest.approx(answers)  # orthonormal: recalled exactly


def test_hebb_grows_without_bound():
    w, x = np.array([1.0, 0.0]), np.array([3.0, 4.0])
    sizes = []
    for _ in range(5):
        w = hebb(w, x, w @ x, alpha=0.1)
        sizes.append(w @ x)
    assert np.divide(sizes[1:], sizes[:-1]) == pytest.approx(1 + 0.1 * 25)


@pytest.mark.parametrize(
    ("error", "start", "arguments"),
    [
        (ValueError, "w", (1.0, [1.0], 1.0)),
        (ValueError, "w", ([], [], 1.0)),
        (ValueError, "w", ([np.nan], [1.0], 1.0)),
        (ValueError, "x", ([0.0, 0.0], [1.0], 1.0)),
        (ValueError, "x", ([0.0], np.zeros((0, 1)), [])),
        (TypeError, "x", ([0.0], ["a"], 1.0)),
        (ValueError, "y", ([0.0], [1.0], [1.0])),
        (ValueError, "y", ([0.0], [[1.0], [2.0]], 1.0)),
        (ValueError, "y", ([[0.0], [0.0]], [1.0], [1.0])),
        (ValueError, "y", ([[0.0], [0.0]], [[1.0], [2.0], [3.0]], [1.0, 2.0, 3.0])),
        (ValueError, "y", ([[0.0], [0.0]], [[1.0], [2.0], [3.0]], [[1.0], [2.0], [3.0]])),
        (TypeError, "y", ([0.0], [1.0], None)),
        (ValueError, "alpha", ([0.0], [1.0], 1.0, 0)),
        (TypeError, "alpha", ([0.0], [1.0], 1.0, None)),
    ],
)
def test_hebb_refuses(error, start, arguments):
    refused(error, start, hebb, *arguments)


def test_a_copy_learns_alone():
    unit = Perceptron(2)
    unit.w, unit.b = [1.0, -2.0], 0.5
    other = unit.copy()
    assert repr(other) == repr(unit)
    list(other.learn([[1.0, 1.0]], [1]))
    assert unit.w.tolist() == [1, -2] and other.w.tolist() == [2, -1] and unit.b == 0.5
