"""g and g' against math, two-point differences and the facts of the lecture."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import PLAIN, refuses, table

from nnlib import Activation, activations, identity, relu, sigmoid, step, tanh

HERE = np.array([-3.0, -1.0, -0.25, 0.25, 1.0, 3.0])  # away from the kinks at 0
NOT_Z = {
    "None": None,
    "text": "1",
    "complex": 1j,
    "text inside": ["1", "2"],
    "None inside": [None],
    "object array": np.array([1.0], dtype=object),
    "ragged": [[1.0], [1.0, 2.0]],
    "generator": (z for z in HERE),
    "dict": {0: 1.0},
    "dates": np.array(["2026-01-01"], dtype="datetime64[D]"),
}


@pytest.mark.parametrize("name", activations)
def test_values_are_those_of_math(name):
    g = activations[name]
    np.testing.assert_allclose(g(HERE), [PLAIN[name](z) for z in HERE], rtol=1e-15)
    assert g(0.0) == PLAIN[name](0.0)


@pytest.mark.parametrize("name", activations)
def test_derivative_is_the_slope_by_two_points(name):
    g, h = activations[name], 1e-6
    slope = (g(HERE + h) - g(HERE - h)) / (2 * h)
    np.testing.assert_allclose(g.derivative(HERE), slope, rtol=1e-8, atol=1e-10)


def test_values_to_full_digits():
    # 1/(1 + 1/e), and e^-1/(1 + e^-1)^2; tanh 1 = (e - 1/e)/(e + 1/e), 1 - tanh^2 1
    assert sigmoid(1.0) == pytest.approx(0.7310585786300049, rel=1e-15)
    assert sigmoid.derivative(1.0) == pytest.approx(0.19661193324148185, rel=1e-15)
    assert tanh(1.0) == pytest.approx(0.7615941559557649, rel=1e-15)
    assert tanh.derivative(1.0) == pytest.approx(0.41997434161402614, rel=1e-15)


def test_facts_of_the_lecture():
    z = np.linspace(-6, 6, 121)
    np.testing.assert_allclose(sigmoid.derivative(z), sigmoid(z) * (1 - sigmoid(z)))
    np.testing.assert_allclose(tanh.derivative(z), 1 - tanh(z) ** 2, atol=1e-15)
    np.testing.assert_allclose(tanh(z), 2 * sigmoid(2 * z) - 1, atol=1e-15)
    assert sigmoid.derivative(z).max() == sigmoid.derivative(0.0) == 0.25
    assert tanh.derivative(z).max() == tanh.derivative(0.0) == 1.0


def test_at_zero():
    assert step(0.0) == 0.0 and step(1e-300) == 1.0 and step(-1e-300) == 0.0
    assert relu(0.0) == 0.0 and relu.derivative(0.0) == 0.0
    assert sigmoid(0.0) == 0.5 and tanh(0.0) == 0.0
    assert step.derivative(0.0) == 0.0 and identity.derivative(0.0) == 1.0


def test_small_slopes_keep_their_digits():
    # g(1 - g) and 1 - tanh^2 would be 0 here
    assert sigmoid.derivative(40.0) == pytest.approx(math.exp(-40), rel=1e-14, abs=0)
    assert sigmoid.derivative(-40.0) == pytest.approx(math.exp(-40), rel=1e-14, abs=0)
    assert sigmoid(-700.0) == pytest.approx(math.exp(-700), rel=1e-14, abs=0)
    assert tanh.derivative(20.0) == pytest.approx(1 / math.cosh(20) ** 2, rel=1e-14, abs=0)
    assert tanh.derivative(-20.0) == pytest.approx(1 / math.cosh(20) ** 2, rel=1e-14, abs=0)


@pytest.mark.parametrize("name", activations)
@given(z=st.floats(allow_nan=False))
def test_no_z_warns_or_overflows(name, z):
    g = activations[name]
    with warnings.catch_warnings(), np.errstate(all="raise", under="ignore"):
        warnings.simplefilter("error")
        value, slope = g(z), g.derivative(z)
    assert not np.isnan(value) and 0 <= slope <= 1
    if name in ("step", "sigmoid"):
        assert 0 <= value <= 1


@pytest.mark.parametrize("name", activations)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3), (2, 1, 3)])
def test_shape_and_type_in_and_out(name, shape):
    for z in (np.ones(shape), np.ones(shape, int), np.ones(shape, bool)):
        for f in (activations[name], activations[name].derivative):
            assert f(z).shape == shape
            np.testing.assert_array_equal(f(z), f(np.ones(shape)))
            assert f(z).dtype == float


@pytest.mark.parametrize("name", activations)
def test_lists_and_input_unchanged(name):
    g, z = activations[name], np.array([-1.0, 2.0])
    for f in (g, g.derivative):
        np.testing.assert_array_equal(f([-1, 2]), f(z))
        f(z)[:] = 9.0
        assert z.tolist() == [-1.0, 2.0]


@pytest.mark.parametrize("name", activations)
@pytest.mark.parametrize("bad", table(NOT_Z))
def test_refuses(name, bad):
    refuses("z", lambda: activations[name](bad))
    refuses("z", lambda: activations[name].derivative(bad))


def test_formulas_as_the_slides_write_them():
    assert {name: g.tex for name, g in activations.items()} == {
        "step": r"[\,z > 0\,]",
        "sigmoid": r"\frac{1}{1 + e^{-z}}",
        "tanh": r"\tanh z",
        "relu": r"\max(0, z)",
        "identity": "z",
    }


def test_names_and_repr():
    assert list(activations) == ["step", "sigmoid", "tanh", "relu", "identity"]
    assert all(repr(g) == g.name == name for name, g in activations.items())
    assert [step, sigmoid, tanh, relu, identity] == list(activations.values())


def test_own_activation():
    square = Activation("square", lambda z: z**2, lambda z: 2 * z, "z^2")
    assert square([1, 2]).tolist() == [1.0, 4.0]
    assert square.derivative(3.0) == 6.0 and square.tex == "z^2"
    refuses("z", lambda: square("2"))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("name", (None, abs, abs, "z")),
        ("name", ("", abs, abs, "z")),
        ("function", ("f", 3, abs, "z")),
        ("function", ("f", "abs", abs, "z")),
        ("derivative", ("f", abs, None, "z")),
        ("tex", ("f", abs, abs, None)),
        ("tex", ("f", abs, abs, 5)),
    ],
)
def test_own_activation_refuses(name, arguments):
    refuses(name, lambda: Activation(*arguments))
