"""The network against loops, two-point differences, autograd and printed numbers."""

import copy
import itertools
import math
import pickle

import numpy as np
import pytest
from hypothesis import assume, given
from oracles import (
    NOT_INTEGERS,
    autograd_gradient,
    cases,
    not_arrays,
    passes,
    refuses,
    table,
    two_point_gradient,
)

from nnlib import (
    Backward,
    Forward,
    Network,
    half_squared_error,
    identity,
    sigmoid,
    squared_error,
    step,
    tanh,
)
from nnlib.network import _sizes


def network(case):
    return Network.from_weights(case.W, case.b, g=case.g)


def stepper():
    """The 2-2-1 network of the course's pictures."""
    return Network.from_weights(
        W=[[[0.8, -1.3], [1.2, 0.7]], [[-1.1, 1.6]]], b=[[0.4, -0.3], [0.2]]
    )


def theta(net):
    return {l: Theta.copy() for l, Theta in net.Theta.items()}


def same(net, before):
    return all(np.array_equal(net.Theta[l], before[l]) for l in before)


# Worked by hand


def test_pass_worked_by_hand():
    # x = [0, 1]: z1 = 0.8*0 - 1.3*1 + 0.4 = -0.9, z2 = 1.2*0 + 0.7*1 - 0.3 = 0.4
    # a = 1/(1+e^0.9), 1/(1+e^-0.4); z(3) = -1.1*a1 + 1.6*a2 + 0.2 = 0.83994470906742...
    forward = stepper().forward([0, 1])
    assert forward.a[1].tolist() == [0.0, 1.0]
    np.testing.assert_allclose(forward.z[2], [-0.9, 0.4], rtol=1e-15)
    np.testing.assert_allclose(forward.a[2], [0.289050497374996, 0.598687660112452], rtol=1e-14)
    np.testing.assert_allclose(forward.z[3], [0.8399447090674277], rtol=1e-14)
    np.testing.assert_allclose(forward.a[3], [0.6984535709653025], rtol=1e-14)
    assert list(forward.a) == [1, 2, 3] and list(forward.z) == [2, 3]


def test_way_back_worked_by_hand():
    # y = 1: delta3 = 2 (a3 - 1) a3 (1 - a3) = -0.60309... * 0.21061... = -0.12702...
    # delta2 = [-1.1 delta3 a1 (1 - a1), 1.6 delta3 a2 (1 - a2)]
    # Delta2 = delta3 [1 a1 a2], Delta1 = delta2 [1 0 1]
    # dJ/dx = [0.8 d1 + 1.2 d2, -1.3 d1 + 0.7 d2]
    net = stepper()
    backward = net.backward(net.forward([0, 1]), [1])
    d3, d1, d2 = -0.1270211140550592, 0.0287131657749985, -0.048829100140461365
    np.testing.assert_allclose(backward.delta[3], [d3], rtol=1e-13)
    np.testing.assert_allclose(backward.delta[2], [d1, d2], rtol=1e-13)
    np.testing.assert_allclose(
        backward.Delta[2],
        [[d3, -0.036715516194740956, -0.07604597355850028]],
        rtol=1e-13,
    )
    np.testing.assert_allclose(backward.Delta[1], [[d1, 0, d1], [d2, 0, d2]], rtol=1e-13)
    np.testing.assert_allclose(
        net.input_gradient(backward),
        [-0.035624387548554834, -0.07150748560582101],
        rtol=1e-13,
    )
    assert list(backward.delta) == [3, 2] and list(backward.Delta) == [2, 1]
    half = net.backward(net.forward([0, 1]), [1], loss="half_squared_error")
    np.testing.assert_allclose(half.delta[3], [d3 / 2], rtol=1e-13)


def test_numbers_of_the_pictures():
    net = stepper()
    forward = net.forward([0, 1])
    backward = net.backward(forward, [1])
    shown = [*forward.a[2], *forward.a[3], squared_error(forward.a[3], 1.0)[0]]
    shown += [*backward.delta[3], *backward.delta[2]]
    assert [f"{value:.3f}" for value in shown] == (
        "0.289 0.599 0.698 0.091 -0.127 0.029 -0.049".split()
    )


def test_larger_picture_against_loops():
    W = [[[0.9, -0.6, 0.4], [-1.2, 0.5, 0.8]], [[1.1, -1.4], [0.7, 0.6]], [[1.3, -0.9]]]
    b = [[0.1, -0.3], [-0.2, 0.5], [0.3]]
    net = Network.from_weights(W, b)
    z, a = passes(W, b, ["sigmoid"] * 3, [0.8, 0.2, 0.5])
    forward = net.forward([0.8, 0.2, 0.5])
    for l in (2, 3, 4):
        np.testing.assert_allclose(forward.z[l], z[l - 2], rtol=1e-14)
        np.testing.assert_allclose(forward.a[l], a[l - 2], rtol=1e-14)


# Against the oracles


@given(cases())
def test_forward_is_the_loops(case):
    forward = network(case).forward(case.X)
    for row, x in enumerate(np.atleast_2d(case.X)):
        z, a = passes(case.W, case.b, case.g, x)
        for l in range(2, len(case.sizes) + 1):
            np.testing.assert_allclose(np.atleast_2d(forward.z[l])[row], z[l - 2], atol=1e-12)
            np.testing.assert_allclose(np.atleast_2d(forward.a[l])[row], a[l - 2], atol=1e-12)


@given(cases())
def test_backward_is_the_slope_by_two_points(case):
    assume(case.smooth())
    net, m, case.lam = network(case), len(np.atleast_2d(case.X)), 0.0
    Delta = net.backward(net.forward(case.X), case.y, case.loss).Delta
    for l, slope in two_point_gradient(case).items():
        np.testing.assert_allclose(Delta[l] / m, slope, rtol=1e-5, atol=1e-7)


@given(cases())
def test_backward_and_input_gradient_are_those_of_autograd(case):
    net, m, case.lam = network(case), len(np.atleast_2d(case.X)), 0.0
    backward = net.backward(net.forward(case.X), case.y, case.loss)
    D, dX = autograd_gradient(case)
    for l in D:
        np.testing.assert_allclose(backward.Delta[l] / m, D[l], rtol=1e-9, atol=1e-11)
    dJ_dx = net.input_gradient(backward)
    np.testing.assert_allclose(dJ_dx / m, dX, rtol=1e-9, atol=1e-11)
    assert dJ_dx.shape == case.X.shape


@given(cases())
def test_one_sample_is_a_row_of_a_batch(case):
    net, X, y = network(case), np.atleast_2d(case.X), np.atleast_2d(case.y)
    forward = net.forward(X)
    backward = net.backward(forward, y)
    Delta = {l: 0.0 for l in backward.Delta}
    for i, x in enumerate(X):
        one = net.forward(x)
        for l in one.z:
            assert one.z[l].shape == (case.sizes[l - 1],)
            np.testing.assert_allclose(one.a[l], forward.a[l][i], rtol=1e-12, atol=1e-14)
        back = net.backward(one, y[i])
        for l in back.delta:
            assert back.delta[l].shape == one.z[l].shape
            np.testing.assert_allclose(back.delta[l], backward.delta[l][i], atol=1e-11)
        Delta = {l: Delta[l] + back.Delta[l] for l in Delta}
    for l in Delta:
        assert backward.Delta[l].shape == net.Theta[l].shape
        np.testing.assert_allclose(backward.Delta[l], Delta[l], rtol=1e-10, atol=1e-10)


def test_ten_sigmoid_layers_leave_a_millionth():
    # every z is 0, so every g' is 1/4; 2 (a - y) = 2 (1/2 - 0) = 1: dJ/dx = 4^-10
    net = Network.from_weights([[[1.0]]] * 10, [[0.0]] + [[-0.5]] * 9)
    dJ_dx = net.input_gradient(net.backward(net.forward([0.0]), [0.0]))
    assert dJ_dx[0] == 4.0**-10 == pytest.approx(9.5e-7, rel=0.01, abs=0)


def test_large_sums_neither_warn_nor_overflow():
    for g in ("sigmoid", "tanh", "step"):
        net = Network.from_weights([[[1e5, -1e5]], [[1e5]]], [[0.0], [0.0]], g=g)
        with np.errstate(all="raise", under="ignore"):
            forward = net.forward([[1.0, 0.0], [0.0, 1.0]])
            backward = net.backward(forward, [[0.0], [1.0]])
        assert np.isfinite(forward.a[3]).all() and np.isfinite(backward.Delta[1]).all()


# Printed in 1986


def test_symmetry_network_of_nature():
    left = [14.2, -3.6, 7.2, -7.2, 3.6, -14.2]
    right = [-14.2, 3.6, -7.1, 7.1, -3.6, 14.2]
    net = Network.from_weights([[left, right], [[-8.8, -8.8]]], [[-1.1, -1.1], [6.4]])
    X = list(itertools.product([0, 1], repeat=6))
    mirrored = np.array([x == x[::-1] for x in X])
    output = net(X)[:, 0]
    assert mirrored.sum() == 8
    np.testing.assert_allclose(output[mirrored], 0.881, atol=5e-4)
    assert output[~mirrored].max() == pytest.approx(0.156, abs=5e-4)


def test_local_minimum_of_xor_in_pdp():
    net = Network.from_weights([[[-2.0, 9.2], [4.3, 8.8]], [[-4.5, 5.3]]], [[2.0, -0.1], [-0.8]])
    X = [[0, 0], [0, 1], [1, 0], [1, 1]]
    np.testing.assert_allclose(net(X)[:, 0], [0.0957, 0.4998, 0.8977, 0.5001], atol=5e-5)

    def norm(low, high):
        y = [[low], [high], [high], [low]]
        Delta = net.backward(net.forward(X), y, half_squared_error).Delta
        return math.sqrt(sum((D**2).sum() for D in Delta.values()))

    assert norm(0.1, 0.9) == pytest.approx(0.0011, abs=5e-5)
    assert norm(0.0, 1.0) == pytest.approx(0.0171, abs=5e-5)


# Sizes, the start, weights as views


@pytest.mark.parametrize(
    ("sizes", "n_weights", "n_parameters"),
    [([3, 2, 2, 3], 16, 23), ([3, 3, 4, 3], 33, 43), ([3, 2, 3, 3, 2, 3], 33, 46)],
)
def test_counts_of_slide_27(sizes, n_weights, n_parameters):
    net = Network(sizes)
    assert (net.n_weights, net.n_parameters) == (n_weights, n_parameters)
    assert net.L == len(sizes) and net.sizes == tuple(sizes)


def test_digits_network_of_3blue1brown():
    assert Network([784, 16, 16, 10]).n_parameters == 13002


def test_start_is_the_one_of_glorot_and_bengio():
    net = Network([60, 90, 10], seed=1)
    for l, (s, s_next) in {1: (60, 90), 2: (90, 10)}.items():
        r = math.sqrt(6 / (s + s_next))
        assert net.W[l].shape == (s_next, s)
        assert 0.98 * r < net.W[l].max() <= r and -r <= net.W[l].min() < -0.98 * r
        assert abs(net.W[l].mean()) < 0.05 * r
        assert not net.b[l].any()


def test_seed_reproduces():
    assert same(Network([2, 3, 1], seed=7), theta(Network([2, 3, 1], seed=7)))
    assert not same(Network([2, 3, 1], seed=7), theta(Network([2, 3, 1], seed=8)))
    assert same(Network([2, 3, 1]), theta(Network([2, 3, 1], seed=0)))
    random = np.random.default_rng(7)
    first, second = (Network([2, 3, 1], seed=random) for _ in range(2))
    assert same(first, theta(Network([2, 3, 1], seed=7)))
    assert not same(second, theta(first))


def test_activations_by_layer():
    assert Network([2, 2, 1]).g == {2: sigmoid, 3: sigmoid}
    assert Network([2, 2, 1], g="tanh").g == {2: tanh, 3: tanh}
    assert Network([2, 2, 1], g=[tanh, "identity"]).g == {2: tanh, 3: identity}
    assert Network([2, 2, 1], g=("step", step)).g == {2: step, 3: step}
    assert Network([2, 1], g=[tanh]).g == {2: tanh}


def test_repr():
    assert repr(Network([2, 2, 1])) == "Network(2-2-1, sigmoid)"
    assert repr(Network([2, 3, 1], g=[tanh, identity])) == "Network(2-3-1, tanh, identity)"
    assert repr(Network([2, 3, 1], g=[tanh, tanh])) == "Network(2-3-1, tanh)"
    net = Network([2, 2, 1])
    forward = net.forward([0, 1])
    assert repr(forward) == "Forward(a[1] … a[3], z[2] … z[3])"
    backward = net.backward(forward, [1])
    assert repr(backward) == "Backward(delta[3] … delta[2], Delta[2] … Delta[1])"
    assert repr(stepper().b) == "b({1: array([ 0.4, -0.3]), 2: array([0.2])})"


def test_bias_is_column_0():
    net = stepper()
    assert net.Theta[1].tolist() == [[0.4, 0.8, -1.3], [-0.3, 1.2, 0.7]]
    assert net.Theta[2].tolist() == [[0.2, -1.1, 1.6]]
    assert net.W[1].tolist() == [[0.8, -1.3], [1.2, 0.7]]
    assert net.b[1].tolist() == [0.4, -0.3]
    assert list(net.W) == list(net.b) == list(net.Theta) == [1, 2]
    assert len(net.W) == 2 and 1 in net.W and 0 not in net.W and 3 not in net.W


def test_weights_are_views_of_theta():
    net = stepper()
    net.W[1] = [[1, 2], [3, 4]]
    net.b[1] = [5, 6]
    assert net.Theta[1].tolist() == [[5, 1, 2], [6, 3, 4]]
    net.W[2][0, 1] = 9.0
    net.b[2][0] = 8.0
    assert net.Theta[2].tolist() == [[8.0, -1.1, 9.0]]
    net.Theta[1] -= np.ones((2, 3))
    assert net.W[1].tolist() == [[0, 1], [2, 3]] and net.b[1].tolist() == [4, 5]
    net.Theta[2] = [[1, 2, 3]]
    assert net([0, 0]).shape == (1,) and net.W[2].tolist() == [[2, 3]]


def test_from_weights_and_assignment_copy():
    W, b = [np.ones((1, 2))], [np.zeros(1)]
    net = Network.from_weights(W, b)
    W[0][0, 0] = b[0][0] = 7.0
    assert net.Theta[1].tolist() == [[0, 1, 1]]
    mine = np.array([[5.0, 6.0]])
    net.W[1] = mine
    mine[0, 0] = 7.0
    assert net.W[1].tolist() == [[5, 6]]
    x = np.array([1.0, 2.0])
    forward = net.forward(x)
    x[0] = 9.0
    assert forward.a[1].tolist() == [1, 2]


@pytest.mark.parametrize(
    "copied",
    [
        lambda net: net.copy(),
        copy.deepcopy,
        lambda net: pickle.loads(pickle.dumps(net)),
    ],
    ids=["copy", "deepcopy", "pickle"],
)
def test_copies_are_whole_and_independent(copied):
    net = Network([2, 3, 1], g=[tanh, identity], seed=5)
    net.b[1] = [1, 2, 3]
    before, twin = theta(net), copied(net)
    assert same(twin, before) and twin.g == net.g and twin.sizes == net.sizes
    twin.W[1] = np.zeros((3, 2))
    twin.Theta[2] -= 1.0 + np.zeros((1, 4))
    assert same(net, before)
    assert not twin.Theta[1][:, 1:].any()
    twin.g[3] = tanh
    assert net.g[3] is identity


def test_a_network_that_ran_away_can_be_copied():
    net = Network([1, 1])
    net.Theta[1][0, 0] = math.nan
    assert math.isnan(net.copy().b[1][0])


def test_theta_cannot_be_cut_off_from_its_views():
    net = Network([2, 1])
    for name in ("Theta", "W", "b"):
        with pytest.raises(AttributeError, match=name):
            setattr(net, name, {1: np.zeros((1, 3))})


def test_a_layer_that_is_not_there():
    net = Network([2, 2, 1])
    for l in (0, 3, -1, "1"):
        with pytest.raises(KeyError):
            net.W[l]
        with pytest.raises((TypeError, ValueError), match="^l must be an integer >= 1"):
            net.W[l] = [[0.0, 0.0]]


# Bad input


@pytest.mark.parametrize(
    "bad",
    table(
        {
            "None": None,
            "number": 3,
            "text": "2-2-1",
            "empty": [],
            "one layer": [2],
            "zero": [2, 0, 1],
            "text inside": [2, "2", 1],
            "set": {3, 2, 1},
            "dict": {1: 2, 2: 1},
            "generator": (s for s in (2, 1)),
            "0-d array": np.array(3),
            "float array": np.array([2.0, 1.0]),
            "two axes": np.array([[2, 1], [1, 1]]),
            "nested": [[2, 1]],
            "too many weights": [10**6, 10**6],
            "beyond int": [2, 10**30],
            **{f"{key} inside": [2, value, 1] for key, value in NOT_INTEGERS.items()},
        }
    ),
)
def test_sizes_refused(bad):
    refuses("sizes", lambda: Network(bad))


def test_sizes_may_give_a_hundred_million_weights():
    for sizes in ([10**4, 10**4], [10**4 + 1, 1], [5 * 10**7, 1, 5 * 10**7]):
        assert _sizes(sizes) == tuple(sizes)
    for sizes in ([10**4, 10**4 + 1], [5 * 10**7, 1, 5 * 10**7 + 1]):
        text = refuses("sizes", lambda sizes=sizes: Network(sizes), ValueError)
        assert text == f"sizes must be of at most 10**8 weights, got {sizes}"
    text = refuses("sizes", lambda: Network([10**5] * 50), ValueError)
    assert len(text) < 120 and text.endswith(" ...")


def test_sizes_accepted():
    for sizes in ([2, 2, 1], (2, 2, 1), np.array([2, 2, 1]), [np.int8(2), 2, 1]):
        net = Network(sizes)
        assert net.sizes == (2, 2, 1) and type(net.sizes[0]) is int


@pytest.mark.parametrize(
    "bad",
    table(
        {
            "None": None,
            "number": 1,
            "function": np.tanh,
            "loss": squared_error,
            "unknown": "sigmiod",
            "empty name": "",
            "dict": {2: sigmoid, 3: sigmoid},
            "set": {sigmoid, tanh},
            "too few": [sigmoid],
            "too many": [sigmoid] * 3,
            "none": [],
            "unknown inside": [sigmoid, "linaer"],
            "None inside": [sigmoid, None],
            "nested": [[sigmoid], [sigmoid]],
            "0-d array": np.array("tanh"),
            "class": list,
        }
    ),
)
def test_g_refused(bad):
    refuses("g", lambda: Network([2, 2, 1], g=bad))
    refuses("g", lambda: Network.from_weights([[[1.0]], [[1.0]]], [[0], [0]], g=bad))


def test_the_error_fits_the_mistake():
    """A wrong type is a TypeError, a list of the wrong length a ValueError."""
    wrong_length = [
        ("sizes", lambda: Network([2])),
        ("g", lambda: Network([2, 2, 1], g=[tanh])),
        ("W", lambda: Network.from_weights([], [])),
        ("b", lambda: Network.from_weights([[[1.0]]], [])),
        ("forward", lambda: Network([2, 1]).backward(Forward({}, {}), [1])),
    ]
    for name, call in wrong_length:
        refuses(name, call, ValueError)
    wrong_type = [
        ("sizes", lambda: Network(None)),
        ("g", lambda: Network([2, 1], g=None)),
        ("g", lambda: Network([2, 1], g=np.tanh)),
        ("W", lambda: Network.from_weights(None, [])),
        ("b", lambda: Network.from_weights([[[1.0]]], None)),
        ("forward", lambda: Network([2, 1]).backward(None, [1])),
        ("backward", lambda: Network([2, 1]).input_gradient(None)),
    ]
    for name, call in wrong_type:
        text = refuses(name, call, TypeError)
        assert name != "g" or "must be an Activation or one of the names step" in text


def test_nearest_activation_is_offered():
    assert "did you mean 'sigmoid'?" in refuses("g", lambda: Network([2, 1], g="sigmiod"))
    assert "did you mean 'relu'?" in refuses("g", lambda: Network([2, 1], g=["ReLU"]))


@pytest.mark.parametrize("bad", table(NOT_INTEGERS))
def test_seed_refused(bad):
    refuses("seed", lambda: Network([2, 1], seed=bad))


W, B = [[[1.0, 2.0]], [[3.0]]], [[0.0], [0.0]]


@pytest.mark.parametrize(
    ("name", "weights", "biases"),
    [
        ("W", None, B),
        ("W", 1.0, B),
        ("W", "ab", B),
        ("W", [], []),
        ("W", [[1.0], [1.0]], B),
        ("W", [[["a", "b"]], [[3.0]]], B),
        ("W", [[[1.0, math.nan]], [[3.0]]], B),
        ("W", [[[1.0, 2.0], [1.0]], [[3.0]]], B),
        ("W", [[[1.0, 2.0]], [[3.0, 4.0]]], B),
        ("W", [np.zeros((1, 0)), [[3.0]]], B),
        ("W", [np.zeros((0, 2)), np.zeros((1, 0))], B),
        ("W", dict(enumerate(W)), B),
        ("W", np.array(1.0), B),
        ("W", (w for w in W), B),
        ("b", W, None),
        ("b", W, 0.0),
        ("b", W, []),
        ("b", W, [[0.0]]),
        ("b", W, [[0.0], [0.0], [0.0]]),
        ("b", W, [0.0, 0.0]),
        ("b", W, [[0.0], [[0.0]]]),
        ("b", W, [[0.0], [0.0, 0.0]]),
        ("b", W, [[0.0], [math.inf]]),
        ("b", W, [[0.0], [None]]),
        ("b", W, {0: [0.0], 1: [0.0]}),
        ("b", W, np.array(0.0)),
    ],
)
def test_from_weights_refuses(name, weights, biases):
    refuses(name, lambda: Network.from_weights(weights, biases))


def test_from_weights_names_the_place_and_the_shape():
    text = refuses("W", lambda: Network.from_weights([[[1, 2]], [[3, 4]]], B))
    assert text == "W[1] must be numbers of shape (m, 1), got shape (1, 2)"
    text = refuses("b", lambda: Network.from_weights(W, [[0.0], [1, 2]]))
    assert text == "b[1] must be numbers of shape (1,), got shape (2,)"
    text = refuses("b", lambda: Network.from_weights(W, [[0.0]]))
    assert text.endswith("got 2 matrices and 1 vectors")


@pytest.mark.parametrize("bad", table(not_arrays(2)))
def test_x_refused(bad):
    net = Network([2, 2, 1])
    before = theta(net)
    refuses("x", lambda: net.forward(bad))
    bad = not_arrays(2)["generator"] if hasattr(bad, "send") else bad
    refuses("x", lambda: net(bad))
    assert same(net, before)


@pytest.mark.parametrize("bad", table(not_arrays(2)))
def test_y_of_backward_refused(bad):
    net = Network([3, 2])
    refuses("y", lambda: net.backward(net.forward([0, 1, 2]), bad))


def test_y_of_one_axis_is_no_column():
    net = Network([2, 1])
    text = refuses("y", lambda: net.backward(net.forward(np.zeros((4, 2))), [0, 1, 1, 0]))
    assert text == "y must be numbers of shape (4, 1), got shape (4,)"


@pytest.mark.parametrize(
    "bad", table({"None": None, "text": "squared", "number": 2, "g": sigmoid, "f": max})
)
def test_loss_of_backward_refused(bad):
    net = Network([2, 1])
    refuses("loss", lambda: net.backward(net.forward([0, 1]), [1], loss=bad))


@pytest.mark.parametrize(
    "bad",
    table(
        {
            "None": None,
            "x": [0, 1],
            "a": {1: np.zeros(2), 2: np.zeros(2), 3: np.zeros(1)},
            "other sizes": Network([2, 3, 1]).forward([0, 1]),
            "other depth": Network([2, 1]).forward([0, 1]),
            "nothing": Forward({}, {}),
            "Nones": Forward(None, None),
            "no dicts": Forward([1, 2], [3]),
            "no z": Forward(Network([2, 2, 1]).forward([0, 1]).a, {}),
            "lists": Forward({1: [0, 1], 2: [0, 0], 3: [0]}, {2: [0, 0], 3: [0]}),
            "mixed": Forward(
                Network([2, 2, 1]).forward([0, 1]).a,
                Network([2, 2, 1]).forward([[0, 1], [1, 1]]).z,
            ),
        }
    ),
)
def test_forward_of_backward_refused(bad):
    refuses("forward", lambda: Network([2, 2, 1]).backward(bad, [1]))


def back(net, x):
    return net.backward(net.forward(x), np.zeros((*np.shape(x)[:-1], net.sizes[-1])))


@pytest.mark.parametrize(
    "bad",
    table(
        {
            "None": None,
            "delta": {3: [0.0], 2: [0.0, 0.0]},
            "forward": Network([2, 2, 1]).forward([0, 1]),
            "other sizes": back(Network([2, 3, 1]), [0, 1]),
            "other depth": back(Network([2, 1]), [0, 1]),
            "nothing": Backward({}, {}),
            "Nones": Backward(None, None),
            "lists": Backward({2: [0, 0], 3: [0]}, {}),
        }
    ),
)
def test_backward_of_input_gradient_refused(bad):
    refuses("backward", lambda: Network([2, 2, 1]).input_gradient(bad))


@pytest.mark.parametrize("part", ["Theta", "W", "b"])
def test_assigning_refuses_and_changes_nothing(part):
    net = Network([2, 2, 1])
    before = theta(net)
    n = {"Theta": 3, "W": 2, "b": 2}[part]
    for bad in not_arrays(n).values():
        refuses(f"{part}[1]", lambda bad=bad: getattr(net, part).__setitem__(1, bad))
    for l in (0, 3, True, 1.0, None, "1"):
        refuses("l", lambda l=l: getattr(net, part).__setitem__(l, before[1]))
    assert same(net, before)
