"""Losses: worked numbers, slopes by two points, and shapes that must agree."""

import numpy as np
import pytest
from oracles import refuses, table
from test_activations import NOT_Z

from nnlib import Loss, half_squared_error, losses, squared_error

A, Y = np.array([0.75, -1.0, 2.0]), np.array([1.0, 1.0, -0.5])


def test_worked_by_hand():
    # (0.75 - 1)^2 = 0.0625, 2 (0.75 - 1) = -0.5; the half: 0.03125, -0.25
    assert squared_error(0.75, 1.0) == 0.0625
    assert squared_error.derivative(0.75, 1.0) == -0.5
    assert half_squared_error(0.75, 1.0) == 0.03125
    assert half_squared_error.derivative(0.75, 1.0) == -0.25
    assert squared_error(A, Y).tolist() == [0.0625, 4.0, 6.25]
    assert half_squared_error(A, Y).tolist() == [0.03125, 2.0, 3.125]


@pytest.mark.parametrize("loss", losses.values(), ids=str)
def test_derivative_is_the_slope_by_two_points(loss):
    h = 1e-6
    slope = (loss(A + h, Y) - loss(A - h, Y)) / (2 * h)
    np.testing.assert_allclose(loss.derivative(A, Y), slope, rtol=1e-8)


@pytest.mark.parametrize("loss", losses.values(), ids=str)
def test_whole_numbers_booleans_and_lists(loss):
    for f in (loss, loss.derivative):
        assert (
            f([0, 1, 1], [1, 1, 0]).tolist()
            == f(np.array([False, True, True]), np.array([1, 1, 0], dtype="u1")).tolist()
        )
        assert f(np.uint8(0), np.uint8(1)) == f(0.0, 1.0)  # no wrap to 255
        assert f(0, 1).dtype == float


@pytest.mark.parametrize("loss", losses.values(), ids=str)
def test_a_single_number_goes_with_any_shape(loss):
    for f in (loss, loss.derivative):
        assert f(A, 1.0).tolist() == f(A, np.ones(3)).tolist()
        assert f(1.0, Y).tolist() == f(np.ones(3), Y).tolist()


@pytest.mark.parametrize("loss", losses.values(), ids=str)
@pytest.mark.parametrize(
    ("a", "y"), [((4, 1), (4,)), ((4,), (4, 1)), ((2, 3), (3,)), ((3,), (1,)), ((3,), (2,))]
)
def test_two_shapes_never_spread_out(loss, a, y):
    for f in (loss, loss.derivative):
        text = refuses("y", lambda f=f: f(np.zeros(a), np.zeros(y)))
        assert str(a) in text and text.endswith(f"got shape {y}")


@pytest.mark.parametrize("loss", losses.values(), ids=str)
@pytest.mark.parametrize("bad", table(NOT_Z))
def test_refuses(loss, bad):
    for f in (loss, loss.derivative):
        refuses("a", lambda f=f: f(bad, 1.0))
        refuses("y", lambda f=f: f(1.0, bad))


@pytest.mark.parametrize("loss", losses.values(), ids=str)
def test_nan_and_infinite_go_through_as_in_numpy(loss):
    for f in (loss, loss.derivative):
        assert np.isnan(f(np.nan, 1.0)) and np.isnan(f(1.0, np.nan))
        assert f(np.inf, 1.0) == np.inf


def test_formulas_as_the_slides_write_them():
    assert squared_error.tex == "(a - y)^2"
    assert half_squared_error.tex == r"\tfrac{1}{2}(a - y)^2"


def test_names_and_repr():
    assert list(losses) == ["squared_error", "half_squared_error"]
    assert all(repr(loss) == loss.name == name for name, loss in losses.items())
    assert list(losses.values()) == [squared_error, half_squared_error]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("name", (5, max, max, "a")),
        ("function", ("f", None, max, "a")),
        ("derivative", ("f", max, 1.0, "a")),
        ("tex", ("f", max, max, "")),
    ],
)
def test_own_loss_refuses(name, arguments):
    refuses(name, lambda: Loss(*arguments))


def test_own_loss():
    absolute = Loss("absolute", lambda a, y: abs(a - y), lambda a, y: (a > y) * 2 - 1, "|a-y|")
    assert absolute(3.0, 1.0) == 2.0 and absolute.derivative(3.0, 1.0) == 1
