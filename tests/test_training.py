"""Cost, gradient and descent against loops, autograd, printed numbers and rules."""

import itertools
import math
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import assume, given
from oracles import (
    NOT_INTEGERS,
    NOT_NUMBERS,
    autograd_gradient,
    cases,
    not_arrays,
    plain_cost,
    refuses,
    two_point_gradient,
)

from nnlib import (
    Epoch,
    History,
    Loss,
    Network,
    cost,
    gradient,
    gradient_descent,
    half_squared_error,
    numerical_gradient,
    sigmoid,
    squared_error,
    train,
)

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR, AND = np.array([[0.0], [1.0], [1.0], [0.0]]), np.array([[0.0], [0.0], [0.0], [1.0]])


def network(case):
    return Network.from_weights(case.W, case.b, g=case.g)


def zeros():
    return Network.from_weights([np.zeros((2, 2)), np.zeros((1, 2))], [[0, 0], [0]])


def theta(net):
    return {l: Theta.copy() for l, Theta in net.Theta.items()}


def same(net, before):
    return all(np.array_equal(net.Theta[l], before[l]) for l in before)


def close(net, Theta):
    for l in Theta:
        np.testing.assert_allclose(net.Theta[l], Theta[l], rtol=1e-10, atol=1e-12)


# The cost and its gradient


def test_cost_worked_by_hand():
    # a = 2x + 1 = 3, 7 against 1, 8: J = (4 + 1)/2 = 2.5; lam/2 w^2 = 0.1/2 * 4 = 0.2
    net = Network.from_weights([[[2.0]]], [[1.0]], g="identity")
    assert cost(net, [[1.0], [3.0]], [[1.0], [8.0]]) == 2.5
    assert cost(net, [[1.0], [3.0]], [[1.0], [8.0]], lam=0.1) == pytest.approx(2.7)
    assert cost(net, [[1.0], [3.0]], [[1.0], [8.0]], loss="half_squared_error") == 1.25
    assert type(cost(net, [1.0], [1.0])) is float


def test_gradient_worked_by_hand():
    # delta = 2 (3 - 1), 2 (7 - 8) = 4, -2; Delta = [4 - 2, 4*1 - 2*3] = [2, -2]; /2
    # D = [1, -1 + 0.1 * 2]: the bias column without lam
    net = Network.from_weights([[[2.0]]], [[1.0]], g="identity")
    D = gradient(net, [[1.0], [3.0]], [[1.0], [8.0]], lam=0.1)
    np.testing.assert_allclose(D[1], [[1.0, -0.8]], rtol=1e-15)


def test_cost_of_the_pictures():
    net = Network.from_weights([[[0.8, -1.3], [1.2, 0.7]], [[-1.1, 1.6]]], [[0.4, -0.3], [0.2]])
    assert cost(net, [0, 1], [1]) == pytest.approx(0.09093024886357787, rel=1e-13)


@given(cases())
def test_cost_is_the_loops(case):
    J = cost(network(case), case.X, case.y, lam=case.lam, loss=case.loss)
    assert J == pytest.approx(plain_cost(case), rel=1e-11, abs=1e-13)


@given(cases())
def test_gradient_is_the_slope_by_two_points(case):
    assume(case.smooth())
    D = gradient(network(case), case.X, case.y, lam=case.lam, loss=case.loss)
    for l, slope in two_point_gradient(case).items():
        np.testing.assert_allclose(D[l], slope, rtol=1e-5, atol=1e-7)


@given(cases())
def test_gradient_is_that_of_autograd(case):
    D = gradient(network(case), case.X, case.y, lam=case.lam, loss=case.loss)
    expected, _ = autograd_gradient(case)
    assert sorted(D) == sorted(expected)
    for l in D:
        np.testing.assert_allclose(D[l], expected[l], rtol=1e-9, atol=1e-11)


@given(cases(g=("sigmoid", "tanh", "identity")))
def test_numerical_gradient_takes_the_two_points_at_h(case):
    net = network(case)
    before = theta(net)
    D = numerical_gradient(net, case.X, case.y, case.lam, case.loss, h=0.1)
    for l, slope in two_point_gradient(case, h=0.1).items():
        np.testing.assert_allclose(D[l], slope, rtol=1e-9, atol=1e-11)
    assert same(net, before)
    D = numerical_gradient(net, case.X, case.y, case.lam, case.loss)
    for l, exact in gradient(net, case.X, case.y, case.lam, case.loss).items():
        np.testing.assert_allclose(D[l], exact, rtol=1e-5, atol=1e-7)


def test_default_h():
    net = Network.from_weights([[[1.0]]], [[0.0]], g="sigmoid")
    D = numerical_gradient(net, [1.0], [0.0])
    assert D[1].tolist() == numerical_gradient(net, [1.0], [0.0], h=1e-5)[1].tolist()


def test_numerical_gradient_interrupted_leaves_the_network_alone():
    looks = iter(range(3))
    loss = Loss("brittle", lambda a, y: a + 0 / (2 - next(looks)), lambda a, y: a, "a")
    net = Network([2, 1])
    before = theta(net)
    with pytest.raises(ZeroDivisionError):
        numerical_gradient(net, X, AND, loss=loss)
    assert same(net, before)


def test_step_and_relu_at_the_kink_take_the_convention():
    # z = 0: g' = 0 for both, so nothing comes back, whatever the two points say
    for g in ("step", "relu"):
        net = Network.from_weights([[[0.0]]], [[0.0]], g=g)
        assert gradient(net, [1.0], [5.0])[1].tolist() == [[0.0, 0.0]]


def test_lam_leaves_the_bias_alone():
    net = Network([2, 2, 1], seed=3)
    net.b[1], net.b[2] = [1.0, -2.0], [3.0]
    plain, decayed = gradient(net, X, XOR), gradient(net, X, XOR, lam=0.7)
    for l in (1, 2):
        assert decayed[l][:, 0].tolist() == plain[l][:, 0].tolist()
        np.testing.assert_allclose(decayed[l][:, 1:] - plain[l][:, 1:], 0.7 * net.W[l])
    added = cost(net, X, XOR, lam=0.7) - cost(net, X, XOR)
    squares = sum((W**2).sum() for W in net.W.values())
    assert added == pytest.approx(0.35 * squares)


def test_gradient_changes_nothing():
    net = Network([2, 2, 1])
    before = theta(net)
    D = gradient(net, X, XOR, lam=0.5)
    D[1][:] = 9.0
    assert same(net, before)


# Descent: the rule


def test_one_step_is_theta_minus_alpha_d():
    net = Network([2, 3, 1], seed=2)
    D, before = gradient(net, X, XOR, lam=0.1), theta(net)
    records = list(gradient_descent(net, X, XOR, alpha=0.5, lam=0.1, epochs=1))
    close(net, {l: before[l] - 0.5 * D[l] for l in before})
    assert records == [Epoch(1, cost(net, X, XOR), None)]


def test_momentum_is_natures_rule():
    # dw(t) = -eps dE/dw + mu dw(t-1), E = 1/2 sum over the cases: eps = alpha/m here
    epsilon, mu = 0.1, 0.9
    net = Network([2, 2, 1], seed=4)
    w, change = theta(net), {1: 0.0, 2: 0.0}
    stream = gradient_descent(
        net, X, XOR, alpha=4 * epsilon, momentum=mu, epochs=25, loss=half_squared_error
    )
    for _ in stream:
        a = 1 / (1 + np.exp(-(X @ w[1][:, 1:].T + w[1][:, 0])))
        out = 1 / (1 + np.exp(-(a @ w[2][:, 1:].T + w[2][:, 0])))
        up = (out - XOR) * out * (1 - out)
        down = (up @ w[2][:, 1:]) * a * (1 - a)
        slope = {
            1: down.T @ np.column_stack([np.ones(4), X]),
            2: up.T @ np.column_stack([np.ones(4), a]),
        }
        change = {l: -epsilon * slope[l] + mu * change[l] for l in w}
        w = {l: w[l] + change[l] for l in w}
        close(net, w)


def test_momentum_lasts_across_batches_and_starts_anew():
    net, twin = Network([2, 2, 1]), Network([2, 2, 1])
    list(gradient_descent(net, X, XOR, alpha=0.5, momentum=0.9, epochs=2))
    first = list(gradient_descent(twin, X, XOR, alpha=0.5, momentum=0.9, epochs=1))
    first += list(gradient_descent(twin, X, XOR, alpha=0.5, momentum=0.9, epochs=1))
    assert not same(net, theta(twin))
    net, V = Network([2, 2, 1]), {1: 0.0, 2: 0.0}
    mine = net.copy()
    list(gradient_descent(net, X, XOR, alpha=0.5, momentum=0.5, epochs=3, batch=1, seed=6))
    random = np.random.default_rng(6)
    for i in [i for _ in range(3) for i in random.permutation(4)]:
        D = gradient(mine, X[i], XOR[i])
        for l in D:
            V[l] = 0.5 * V[l] - 0.5 * D[l]
            mine.Theta[l] = mine.Theta[l] + V[l]
    close(net, theta(mine))


def test_whole_error_at_alpha_is_half_at_two_alpha():
    net, twin = Network([2, 3, 1], seed=1), Network([2, 3, 1], seed=1)
    settings = dict(epochs=10, batch=2, momentum=0.5, seed=3)
    whole = list(gradient_descent(net, X, XOR, alpha=0.25, loss=squared_error, **settings))
    half = list(gradient_descent(twin, X, XOR, alpha=0.5, loss="half_squared_error", **settings))
    close(net, theta(twin))
    for one, other in zip(whole, half, strict=True):
        assert one.J == pytest.approx(2 * other.J)


def test_decay_alone_shrinks_the_weights_only():
    # y is what the network says: D = lam W, so W is (1 - alpha lam)^3 W after 3 steps
    net = Network([2, 1], g="identity", seed=1)
    net.b[1] = [0.5]
    y, W = [net([1.0, 2.0]) - 0], net.W[1].copy()
    flat = Loss("flat", lambda a, y: 0 * (a - y), lambda a, y: 0 * (a - y), "0")
    list(gradient_descent(net, [[1.0, 2.0]], y, alpha=0.5, lam=0.2, epochs=3, loss=flat))
    np.testing.assert_allclose(net.W[1], 0.9**3 * W)
    assert net.b[1].tolist() == [0.5]


# Descent: batches and their order


def visits(m, batch, epochs, seed=0):
    """Which samples each step saw, read from the targets that reach the loss."""
    seen = []

    def derivative(a, y):
        seen.append([int(target) for target in y[:, 0]])
        return 0.0 * a

    spy = Loss("spy", lambda a, y: 0.0 * a, derivative, "0")
    net, y = Network([1, 1]), np.arange(m)[:, None]
    for _ in gradient_descent(
        net, np.zeros((m, 1)), y, alpha=1.0, epochs=epochs, batch=batch, loss=spy, seed=seed
    ):
        pass
    return seen


@pytest.mark.parametrize("batch", [None, 7, 8, 100])
def test_all_samples_at_once_keep_their_order(batch):
    assert visits(7, batch, 2) == [list(range(7))] * 2


@pytest.mark.parametrize(
    ("batch", "lengths"), [(1, [1] * 7), (3, [3, 3, 1]), (6, [6, 1]), (2, [2, 2, 2, 1])]
)
def test_batches_cover_the_samples_once_in_a_new_order(batch, lengths):
    seen = visits(7, batch, 3)
    assert [len(samples) for samples in seen] == lengths * 3
    n = len(lengths)
    epochs = [sum(seen[i * n : (i + 1) * n], []) for i in range(3)]
    assert all(sorted(order) == list(range(7)) for order in epochs)
    assert len({tuple(order) for order in epochs}) == 3
    assert tuple(range(7)) not in {tuple(order) for order in epochs}


def test_seed_reproduces_the_order():
    assert visits(7, 2, 3, seed=5) == visits(7, 2, 3, seed=5)
    assert visits(7, 2, 3, seed=5) != visits(7, 2, 3, seed=6)
    assert visits(7, 2, 3) == visits(7, 2, 3, seed=0)
    random = np.random.default_rng(5)
    assert visits(7, 2, 3, seed=random) == visits(7, 2, 3, seed=5)
    assert visits(7, 2, 3, seed=random) != visits(7, 2, 3, seed=5)


def test_what_is_not_said():
    """lam 0, all samples at once, no momentum, squared_error, no test set, seed 0."""
    plain = dict(lam=0.0, momentum=0.0, loss=squared_error, test=None, seed=0)
    for batch in (None, 1):
        net, twin = Network([2, 2, 1]), Network([2, 2, 1])
        short = list(gradient_descent(net, X, AND, alpha=0.5, epochs=3, batch=batch))
        full = list(gradient_descent(twin, X, AND, alpha=0.5, epochs=3, batch=batch, **plain))
        assert short == full and same(net, theta(twin))
    net = Network([2, 2, 1])
    assert short != list(gradient_descent(net, X, AND, alpha=0.5, epochs=3))


def test_each_batch_is_divided_by_its_own_length():
    # one weight, x = 1, y = 0, a = w: D = 2w whatever the batch: w := w (1 - 2 alpha)
    net = Network.from_weights([[[1.0]]], [[0.0]], g="identity")
    only = Loss("w", lambda a, y: a**2, lambda a, y: 2 * a, "a^2")
    one, three = np.ones((3, 1)), np.zeros((3, 1))
    list(gradient_descent(net, one, three, alpha=0.125, epochs=1, batch=2, loss=only))
    # with the bias, w + b =: s, both get -alpha 2s: s := s (1 - 4 alpha), twice
    assert net([1.0])[0] == pytest.approx(0.25)


# Descent: the records


def test_J_is_the_cost_after_the_epoch_without_lam():
    net, test = Network([2, 3, 1], seed=1), (X[:2], XOR[:2])
    n = 0
    for record in gradient_descent(net, X, XOR, alpha=0.5, lam=0.1, epochs=5, batch=3, test=test):
        n += 1
        assert record == Epoch(n, cost(net, X, XOR), cost(net, *test))
        assert type(record.J) is float and type(record.J_test) is float
    assert n == 5


def test_J_follows_the_loss():
    net = Network([2, 3, 1])
    test = (X[1], XOR[1])
    for record in gradient_descent(
        net, X, XOR, alpha=0.5, epochs=2, loss="half_squared_error", test=test
    ):
        assert record.J == cost(net, X, XOR, loss=half_squared_error)
        assert record.J_test == cost(net, *test, loss=half_squared_error)


def test_training_happens_as_records_are_asked_for():
    net, mine, y = Network([2, 2, 1]), X.copy(), XOR.copy()
    before = theta(net)
    stream = gradient_descent(net, mine, y, alpha=0.5, epochs=2)
    mine[:], y[:] = 9.0, 9.0  # too late: the data were taken at the call
    assert same(net, before)
    assert next(stream).epoch == 1
    after = theta(net)
    assert not same(net, before)
    assert next(stream).epoch == 2 and not same(net, after)
    assert next(stream, None) is None
    twin = Network([2, 2, 1])
    list(gradient_descent(twin, X, XOR, alpha=0.5, epochs=2))
    assert same(net, theta(twin))


def test_a_descent_that_runs_away_says_so_in_J():
    net = Network([2, 1], g="identity")
    with np.errstate(all="ignore"):
        records = list(gradient_descent(net, X, AND, alpha=50.0, epochs=300))
    assert len(records) == 300 and not math.isfinite(records[-1].J)


def test_no_epochs_no_records():
    net = Network([2, 2, 1])
    before = theta(net)
    assert list(gradient_descent(net, X, XOR, alpha=1, epochs=0)) == []
    history = train(net, X, XOR, alpha=1, epochs=0, test=(X, XOR))
    assert history.epoch.tolist() == history.J.tolist() == history.J_test.tolist() == []
    assert history.epoch.dtype == int and history.J.dtype == float
    assert history.J_test.dtype == float
    assert repr(history) == "History(0 epochs)"
    assert same(net, before)


def test_one_sample_is_a_batch_of_one():
    net, twin = Network([2, 2, 1]), Network([2, 2, 1])
    one = list(gradient_descent(net, [0, 1], [1], alpha=0.5, epochs=3))
    many = list(gradient_descent(twin, [[0, 1]], [[1]], alpha=0.5, epochs=3))
    assert one == many and same(net, theta(twin))


@pytest.mark.parametrize("test", [None, (X, AND), [X, AND]])
def test_train_is_gradient_descent(test):
    net, twin = Network([2, 3, 1], seed=2), Network([2, 3, 1], seed=2)
    settings = dict(alpha=0.5, lam=0.01, epochs=6, batch=2, momentum=0.5, test=test, seed=8)
    history = train(net, X, XOR, **settings)
    records = list(gradient_descent(twin, X, XOR, **settings))
    assert same(net, theta(twin))
    assert history.epoch.tolist() == [1, 2, 3, 4, 5, 6]
    assert history.J.tolist() == [record.J for record in records]
    if test is None:
        assert history.J_test is None
        assert repr(history) == f"History(6 epochs, J = {records[-1].J:.4g})"
    else:
        assert history.J_test.tolist() == [record.J_test for record in records]
        last = records[-1]
        assert repr(history) == (
            f"History(6 epochs, J = {last.J:.4g}, J_test = {last.J_test:.4g})"
        )
    assert isinstance(history, History)


# What a start from zeros does


def test_xor_from_zeros_is_frozen_in_full_batches():
    net = zeros()
    records = list(gradient_descent(net, X, XOR, alpha=2.0, epochs=50, loss=half_squared_error))
    assert same(net, theta(zeros()))
    assert net(X).tolist() == [[0.5]] * 4
    assert {record.J for record in records} == {0.125}


def test_and_learns_from_zeros_with_twin_hidden_units():
    net = zeros()
    # the sum over the four samples at 0.5 is the mean at 2
    for _ in gradient_descent(net, X, AND, alpha=2.0, epochs=2000, loss=half_squared_error):
        assert net.Theta[1][0].tolist() == net.Theta[1][1].tolist()
    assert net.W[2][0, 0] == net.W[2][0, 1] != 0.0
    assert net([1, 1])[0] == pytest.approx(0.952, abs=5e-4)
    assert net(X[:3]).max() == pytest.approx(0.027, abs=5e-4)


def test_online_xor_moves_and_fails():
    net = zeros()
    list(gradient_descent(net, X, XOR, alpha=0.5, epochs=200, batch=1, loss="half_squared_error"))
    assert not same(net, theta(zeros()))
    assert net.Theta[1][0].tolist() == net.Theta[1][1].tolist()
    assert (np.abs(net(X) - XOR) > 0.4).any()


def test_xor_learns_from_a_random_start():
    net = Network([2, 3, 1])
    history = train(net, X, XOR, alpha=4.0, epochs=1000, progress=False)
    assert (np.round(net(X)) == XOR).all() and history.J[-1] < 0.01 < 0.2 < history.J[0]


# The progress bar


class Page:
    """A notebook page: what `display` and `update` put there."""

    def __init__(self):
        self.shown = []

    def display(self, html, display_id):
        assert display_id is True
        self.shown.append(html.data)
        return SimpleNamespace(update=lambda html: self.shown.append(html.data))


@pytest.fixture
def page(monkeypatch):
    page = Page()
    kernel = SimpleNamespace(kernel=None)
    monkeypatch.setattr("IPython.get_ipython", lambda: kernel)
    monkeypatch.setattr("IPython.display.display", page.display)
    ticks = itertools.count(step=0.06)
    monkeypatch.setattr("nnlib.training.monotonic", lambda: next(ticks))
    return page


def test_bar_grows_at_intervals_and_is_gone_at_the_end(page):
    net, twin = Network([2, 2, 1]), Network([2, 2, 1])
    history = train(net, X, XOR, alpha=1.0, epochs=6)
    assert (
        history.J.tolist() == train(twin, X, XOR, alpha=1.0, epochs=6, progress=False).J.tolist()
    )
    # looks 0.06 s apart: 0.06 is too early, 0.12 is late enough, then from anew
    first, *middle, last = page.shown
    assert first == last == ""
    assert middle == [
        f"<progress max=6 value={n}></progress> epoch {n} of 6, J = {history.J[n - 1]:.4g}"
        for n in (2, 4, 6)
    ]


def test_bar_is_gone_after_an_interruption(page):
    from nnlib.training import _with_bar

    stream = _with_bar(iter([Epoch(1, 0.5), Epoch(2, 0.25), Epoch(3, 0.1)]), 3)
    next(stream)
    next(stream)
    stream.close()
    assert len(page.shown) > 2 and page.shown[-1] == ""


def test_no_bar_where_none_was_asked_for_or_no_notebook_is(page, monkeypatch):
    train(Network([2, 1]), X, AND, alpha=1.0, epochs=5, progress=False)
    assert page.shown == []
    for shell in (None, SimpleNamespace()):
        monkeypatch.setattr("IPython.get_ipython", lambda shell=shell: shell)
        history = train(Network([2, 1]), X, AND, alpha=1.0, epochs=5)
        assert page.shown == [] and len(history.J) == 5


def test_without_ipython_train_still_trains(monkeypatch):
    monkeypatch.setitem(sys.modules, "IPython", None)
    assert len(train(Network([2, 1]), X, AND, alpha=1.0, epochs=5).J) == 5


# Bad input


GOOD = dict(net=Network([2, 2, 1]), X=X, y=XOR)
NOT_NETWORKS = {"None": None, "class": Network, "sizes": [2, 2, 1], "X": X}
NOT_LOSSES = {"None": None, "unknown": "square", "number": 1, "g": sigmoid, "f": max}
COMMON = [
    *(("net", key, bad) for key, bad in NOT_NETWORKS.items()),
    *(("X", key, bad) for key, bad in not_arrays(2).items()),
    ("X", "three columns", np.zeros((4, 3))),
    *(("y", key, bad) for key, bad in not_arrays(1).items()),
    ("y", "one axis", XOR[:, 0]),
    ("y", "a row", XOR.T),
    ("y", "too few", XOR[:3]),
    ("y", "two columns", np.zeros((4, 2))),
    ("y", "one sample", [1.0]),
    *(("lam", key, bad) for key, bad in NOT_NUMBERS.items()),
    ("lam", "negative", -1e-9),
    *(("loss", key, bad) for key, bad in NOT_LOSSES.items()),
]
STEP_SIZE = [
    *(("h", key, bad) for key, bad in NOT_NUMBERS.items()),
    ("h", "zero", 0.0),
    ("h", "negative", -1e-5),
]
DESCENT = [
    *(("alpha", key, bad) for key, bad in NOT_NUMBERS.items()),
    ("alpha", "zero", 0),
    ("alpha", "negative", -0.5),
    *(("epochs", key, bad) for key, bad in NOT_INTEGERS.items()),
    *(("batch", key, bad) for key, bad in NOT_INTEGERS.items() if bad is not None),
    ("batch", "zero", 0),
    *(("momentum", key, bad) for key, bad in NOT_NUMBERS.items()),
    ("momentum", "one", 1.0),
    ("momentum", "negative", -0.1),
    *(("seed", key, bad) for key, bad in NOT_INTEGERS.items()),
    ("test", "X alone", X),
    ("test", "three", (X, XOR, X)),
    ("test", "text", "ab"),
    ("test", "number", 2),
    ("test", "true", True),
    ("test", "set", {1, 2}),
    ("test", "dict", {"X": X, "y": XOR}),
    ("test", "wrong X", (np.zeros((4, 3)), XOR)),
    ("test", "wrong y", (X, XOR[:3])),
    ("test", "NaN", (X, XOR * math.nan)),
    ("test", "empty", ([], [])),
    ("test", "Nones", (None, None)),
]


def rows(bad):
    return [pytest.param(name, value, id=f"{name} {key}") for name, key, value in bad]


@pytest.mark.parametrize("function", [cost, gradient, numerical_gradient])
@pytest.mark.parametrize(("name", "bad"), rows(COMMON))
def test_cost_and_gradients_refuse(function, name, bad):
    before = theta(GOOD["net"])
    refuses(name, lambda: function(**{**GOOD, name: bad}))
    assert same(GOOD["net"], before)


@pytest.mark.parametrize(("name", "bad"), rows(STEP_SIZE))
def test_numerical_gradient_refuses(name, bad):
    refuses(name, lambda: numerical_gradient(**{**GOOD, name: bad}))


@pytest.mark.parametrize("function", [gradient_descent, train])
@pytest.mark.parametrize(("name", "bad"), rows(COMMON + DESCENT))
def test_descent_refuses_before_the_first_record(function, name, bad):
    before = theta(GOOD["net"])
    refuses(name, lambda: function(**{**GOOD, "alpha": 1.0, "epochs": 3, name: bad}))
    assert same(GOOD["net"], before)


@pytest.mark.parametrize("bad", [None, 1, "no"])
def test_progress_refuses(bad):
    net = Network([2, 1])
    before = theta(net)
    refuses("progress", lambda: train(net, X, AND, alpha=1.0, epochs=1, progress=bad))
    assert same(net, before)


@pytest.mark.parametrize("function", [gradient_descent, train])
@pytest.mark.parametrize(
    "settings", [{"epochs": 1}, {"alpha": 1.0}, {"alpha": 1.0, "epochs": 1, "lr": 0.1}]
)
def test_missing_and_unknown_arguments(function, settings):
    with pytest.raises(TypeError, match="missing|unexpected"):
        function(Network([2, 1]), X, AND, **settings)


def test_the_error_fits_the_mistake():
    def descend(test):
        return gradient_descent(**GOOD, alpha=1.0, epochs=1, test=test)

    refuses("test", lambda: descend(X), TypeError)
    refuses("test", lambda: descend((X, XOR, X)), TypeError)
    refuses("test", lambda: descend((X, XOR[:3])), ValueError)
    refuses("net", lambda: cost(None, X, XOR), TypeError)


def test_messages_say_what_is_wanted():
    text = refuses("y", lambda: cost(GOOD["net"], X, XOR[:, 0]))
    assert text == "y must be numbers of shape (4, 1), got shape (4,)"
    text = refuses("X", lambda: cost(GOOD["net"], X[:, :1], XOR))
    assert text == "X must be numbers of shape (2,) or (m, 2), got shape (4, 1)"
    text = refuses("loss", lambda: cost(GOOD["net"], X, XOR, loss="square_error"))
    assert "did you mean 'squared_error'?" in text
