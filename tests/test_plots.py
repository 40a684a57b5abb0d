"""Figures: what stands in the Axes is what was given."""

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")
from matplotlib.figure import Figure  # noqa: E402

from nnlib import Network, data, gradient_descent, plots, sigmoid, train  # noqa: E402


@pytest.fixture
def ax():
    return Figure().subplots()


def test_activation_draws_g_and_its_slope(ax):
    assert plots.activation(ax, "sigmoid", reach=2) is ax
    g, slope = ax.lines
    z = g.get_xdata()
    assert (z[0], z[-1]) == (-2, 2)
    assert np.allclose(g.get_ydata(), 1 / (1 + np.exp(-z)))
    assert np.allclose(slope.get_ydata()[1:-1], np.gradient(g.get_ydata(), z)[1:-1], atol=1e-4)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["$g(z)$", "$g'(z)$"]
    assert g.get_linestyle() != slope.get_linestyle()


def test_history_draws_both_costs(ax):
    xor, net = data.XOR(), Network([2, 2, 1])
    shadow = list(
        gradient_descent(net.copy(), xor.X, xor.y, alpha=1.0, epochs=5, test=(xor.X, xor.y))
    )
    past = train(net, xor.X, xor.y, alpha=1.0, epochs=5, test=(xor.X, xor.y), progress=False)
    plots.history(ax, past)
    train_line, test_line = ax.lines
    assert np.allclose(train_line.get_ydata(), [record.J for record in shadow])
    assert np.allclose(test_line.get_ydata(), [record.J_test for record in shadow])
    assert list(train_line.get_xdata()) == [1, 2, 3, 4, 5]
    assert ax.get_ylim()[0] == 0


def test_history_without_a_test_set_is_one_line(ax):
    xor = data.XOR()
    plots.history(ax, train(Network([2, 1]), xor.X, xor.y, alpha=1.0, epochs=2, progress=False))
    assert len(ax.lines) == 1


def test_samples_are_told_by_marker_and_hue(ax):
    xor = data.XOR()
    plots.samples(ax, xor)
    zero, one = ax.collections
    assert zero.get_offsets().tolist() == [[0, 0], [1, 1]]
    assert one.get_offsets().tolist() == [[0, 1], [1, 0]]
    assert not np.array_equal(zero.get_paths()[0].vertices, one.get_paths()[0].vertices)
    assert not np.array_equal(zero.get_facecolor(), one.get_facecolor())


def test_boundary_stands_where_the_output_is_one_half(ax):
    net = Network.from_weights([[[2.0, 0.0]]], [[-1.0]], g=sigmoid)  # x1 = 1/2
    plots.boundary(ax, net, data.XOR())
    lines = [c for c in ax.collections if len(c.get_paths()) == 1 and c.get_linewidths().size]
    points = np.concatenate(
        [path.vertices for c in lines for path in c.get_paths() if len(path.vertices) == 121]
    )
    assert np.allclose(points[:, 0], 0.5)


def test_boundary_of_a_constant_network_has_no_line(ax):
    with np.errstate(all="raise"):
        plots.boundary(ax, Network.from_weights([[[0.0, 0.0]]], [[3.0]]), data.XOR())


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda ax: plots.activation(ax, "sigmiod"), "g"),
        (lambda ax: plots.activation(ax, "tanh", reach=0), "reach"),
        (lambda ax: plots.history(ax, [1, 2]), "history"),
        (lambda ax: plots.samples(ax, [[0, 1]]), "data"),
        (lambda ax: plots.samples(ax, data.iris()), "data"),
        (lambda ax: plots.boundary(ax, "net", data.XOR()), "net"),
        (lambda ax: plots.boundary(ax, Network([3, 1]), data.XOR()), "net"),
        (lambda ax: plots.boundary(ax, Network([2, 1]), data.XOR(), margin=-1), "margin"),
    ],
)
def test_bad_input_is_refused_by_name(ax, call, name):
    with pytest.raises((TypeError, ValueError), match=rf"^{name} must"):
        call(ax)
    assert not ax.lines and not ax.collections


def test_boundary_stands_at_the_level_asked_for(ax):
    net = Network.from_weights([[[2.0, 0.0]]], [[-1.0]], g="tanh")  # 0 at x1 = 1/2
    plots.boundary(ax, net, data.XOR(), level=0.0)
    line = np.concatenate([path.vertices for path in ax.collections[1].get_paths()])
    assert np.allclose(line[:, 0], 0.5, atol=0.01)


def test_share_divides_by_all_functions(ax):
    plots.share(ax, {2: 14, 3: 104})
    [line] = ax.lines
    assert list(line.get_xdata()) == [2, 3] and ax.get_yscale() == "log"
    assert np.allclose(line.get_ydata(), [14 / 16, 104 / 256])


@pytest.mark.parametrize(
    ("counts", "error"), [([14], TypeError), ({}, TypeError), ({2: 17}, ValueError)]
)
def test_what_is_no_count_is_refused(ax, counts, error):
    with pytest.raises(error, match="^counts"):
        plots.share(ax, counts)
