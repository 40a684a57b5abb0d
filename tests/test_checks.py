"""The checks themselves: what they give back, what they say."""

import math
from fractions import Fraction

import numpy as np
import pytest
from oracles import NOT_INTEGERS, NOT_NUMBERS, not_arrays, refuses, table

from nnlib import checks
from nnlib.activations import Activation, activations, sigmoid, tanh


@pytest.mark.parametrize("value", [2, 2.0, np.int8(2), np.float32(2), np.array(2), Fraction(4, 2)])
def test_number_gives_a_float(value):
    assert checks.number("alpha", value) == 2.0
    assert type(checks.number("alpha", value)) is float


@pytest.mark.parametrize("bad", table(NOT_NUMBERS))
def test_number_refuses(bad):
    refuses("alpha", lambda: checks.number("alpha", bad))


def test_number_limits_are_exact():
    assert checks.number("h", 1e-300, above=0) == 1e-300
    assert checks.number("lam", 0, at_least=0) == 0
    assert checks.number("momentum", 0.999, at_least=0, below=1) == 0.999
    text = refuses("h", lambda: checks.number("h", 0.0, above=0))
    assert text == "h must be a finite number > 0, got 0.0"
    text = refuses("lam", lambda: checks.number("lam", -1e-9, at_least=0))
    assert text == "lam must be a finite number >= 0, got -1e-09"
    text = refuses("momentum", lambda: checks.number("momentum", 1, at_least=0, below=1))
    assert text == "momentum must be a finite number >= 0 and < 1, got 1"
    assert checks.number("alpha", 100, above=0, at_most=100) == 100
    text = refuses("alpha", lambda: checks.number("alpha", 100.1, above=0, at_most=100))
    assert text == "alpha must be a finite number > 0 and <= 100, got 100.1"


@pytest.mark.parametrize(
    ("value", "error"), [("1", TypeError), (True, TypeError), (math.nan, ValueError)]
)
def test_number_tells_wrong_types_from_wrong_values(value, error):
    with pytest.raises(error):
        checks.number("alpha", value)


@pytest.mark.parametrize("value", [3, np.int64(3), np.uint8(3)])
def test_integer_gives_an_int(value):
    assert checks.integer("epochs", value, at_least=3) == 3
    assert type(checks.integer("epochs", value, at_least=3, at_most=3)) is int


@pytest.mark.parametrize("bad", table(NOT_INTEGERS))
def test_integer_refuses(bad):
    refuses("epochs", lambda: checks.integer("epochs", bad, at_least=0))


def test_integer_says_its_limits():
    text = refuses("batch", lambda: checks.integer("batch", 0, at_least=1))
    assert text == "batch must be an integer >= 1, got 0"
    text = refuses("l", lambda: checks.integer("l", 3, at_least=1, at_most=2))
    assert text == "l must be an integer >= 1 and <= 2, got 3"
    with pytest.raises(TypeError):
        checks.integer("batch", True, at_least=0)
    with pytest.raises(ValueError, match="got 10000"):
        checks.integer("l", 10**5000 // 10**4990, at_least=1, at_most=2)


def test_array_gives_a_new_float_array():
    for value in ([1, 0], (True, False), np.array([1.0, 0.0]), np.array([1, 0], "u1")):
        entries = checks.array("x", value, (2,))
        assert entries.dtype == float and entries.tolist() == [1.0, 0.0]
        assert entries is not value
    assert checks.array("x", [[1]]).shape == (1, 1)
    assert checks.array("x", 7).shape == ()


@pytest.mark.parametrize("bad", table(not_arrays(2)))
def test_array_refuses(bad):
    refuses("x", lambda: checks.array("x", bad, (2,), (-1, 2)))


def test_array_says_the_shape():
    def said(value, *shapes):
        return refuses("X", lambda: checks.array("X", value, *shapes))

    shape = "X must be numbers of shape (2,) or (m, 2), got shape "
    assert said([1.0], (2,), (-1, 2)) == shape + "(1,)"
    assert said(np.zeros((0, 2)), (2,), (-1, 2)) == shape + "(0, 2), which is empty"
    assert said([1.0], (-1, -1)) == "X must be numbers of shape (m, n), got shape (1,)"
    assert said([1.0], (2, 3)) == "X must be numbers of shape (2, 3), got shape (1,)"
    assert said([[1], [1, 2]]).endswith("numbers, got rows of different lengths")
    assert said([[0, math.nan], [math.inf, 0]]) == (
        "X must be finite numbers, got nan at index (0, 1)"
    )


def test_array_tells_wrong_types_from_wrong_values():
    refuses("x", lambda: checks.array("x", ["a"], (1,)), TypeError)
    for bad in ([1, 2], [[1], [1, 2]], [math.nan]):
        refuses("x", lambda bad=bad: checks.array("x", bad, (1,)), ValueError)


def test_any_length_is_one_or_more():
    for m in (1, 2, 3):
        assert checks.array("X", np.ones((m, 2)), (-1, 2)).shape == (m, 2)
    for shape in ((0, 2), (1, 3), (1,), (1, 2, 1)):
        bad = np.ones(shape)
        refuses("X", lambda bad=bad: checks.array("X", bad, (-1, 2)), ValueError)


def test_binary_is_zeros_and_ones():
    assert checks.binary("x", [True, 0, 1.0], (3,)).tolist() == [1.0, 0.0, 1.0]
    for bad in ([0, 1, 0.5], [0, 1, -1], [2, 0, 1], [0, math.nan, 1]):
        text = refuses("x", lambda bad=bad: checks.binary("x", bad, (3,)), ValueError)
    text = refuses("x", lambda: checks.binary("x", [0, 0.25, 3], (3,)))
    assert text == "x must be zeros and ones, got 0.25"
    text = refuses("x", lambda: checks.binary("x", [0], (3,)))
    assert text == "x must be zeros and ones of shape (3,), got shape (1,)"


def test_array_lets_nan_through_only_where_asked():
    entries = checks.array("z", [math.nan, math.inf], finite=False)
    assert math.isnan(entries[0]) and entries[1] == math.inf
    refuses("z", lambda: checks.array("z", [math.nan, math.inf]))
    refuses("z", lambda: checks.array("z", [None], finite=False))


def test_a_list_is_anything_in_an_order():
    for value in ([2, 1], (2, 1), np.array([2, 1]), range(2, 0, -1)):
        assert checks.sequence("sizes", value) == [2, 1]


@pytest.mark.parametrize(
    "bad",
    [None, 3, "21", b"21", {2: 1}, {2, 1}, np.array(3), iter([2, 1]), list, {2: 1}.keys()],
    ids=lambda bad: type(bad).__name__,  # no addresses: two processes must agree
)
def test_sequence_refuses(bad):
    with pytest.raises(TypeError):
        checks.sequence("sizes", bad)
    refuses("sizes", lambda: checks.sequence("sizes", bad))


def test_known_takes_the_thing_or_its_name():
    assert checks.known("g", tanh, Activation, activations) is tanh
    assert checks.known("g", "tanh", Activation, activations) is tanh


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("sigmiod", "sigmoid"),
        ("Tanh", "tanh"),
        ("RELU", "relu"),
        ("rect", "relu"),
        ("quux", None),
    ],
)
def test_known_offers_the_nearest_name(typed, near):
    text = refuses("g", lambda: checks.known("g", typed, Activation, activations), ValueError)
    assert text.startswith(
        "g must be an Activation or one of the names step, sigmoid, tanh, relu, identity"
    )
    hint = f"; did you mean '{near}'?" if near else ""
    assert text.endswith(f"got '{typed}'{hint}")


@pytest.mark.parametrize("bad", [None, 3, np.tanh, {"sigmoid": sigmoid}, b"tanh"], ids=str)
def test_known_refuses_other_types(bad):
    with pytest.raises(TypeError):
        checks.known("g", bad, Activation, activations)
    refuses("g", lambda: checks.known("g", bad, Activation, activations))


def test_generator_is_the_one_given_or_a_seeded_one():
    random = np.random.default_rng(3)
    assert checks.generator("seed", random) is random
    first = checks.generator("seed", 3).random()
    assert first == checks.generator("seed", np.int64(3)).random()
    assert first == np.random.default_rng(3).random()
    assert checks.generator("seed", 0).random() == np.random.default_rng(0).random()


@pytest.mark.parametrize("bad", table({**NOT_INTEGERS, "legacy": np.random}))
def test_generator_refuses(bad):
    refuses("seed", lambda: checks.generator("seed", bad))


def test_shown_is_short_and_on_one_line():
    assert checks.shown([1, 2]) == "[1, 2]"
    assert checks.shown(np.array([[1, 2], [3, 4]])) == "[[1, 2], [3, 4]]"
    assert checks.shown(np.arange(6)) == "[0, 1, 2, 3, 4, 5]"
    assert checks.shown(np.arange(7)) == "an array of shape (7,)"
    assert checks.shown(np.float64(0.5)) == "0.5"
    assert checks.shown("x" * 58) == repr("x" * 58)
    assert checks.shown("x" * 59) == "'" + "x" * 55 + " ..."
    assert checks.shown(10**5000) == "an int too long to print"

    class Frame:
        def __repr__(self):
            return "a  b\n1  2"

    assert checks.shown(Frame()) == "a b 1 2"


def test_function():
    assert checks.function("derivative", math.cos) is math.cos
    text = refuses("derivative", lambda: checks.function("derivative", "cos"), TypeError)
    assert text == "derivative must be a function, got 'cos'"


def test_text():
    assert checks.text("tex", r"\cos z") == r"\cos z"
    for bad in ("", None, 5, ["z"]):
        refuses("tex", lambda bad=bad: checks.text("tex", bad), TypeError)


def test_boolean():
    assert checks.boolean("progress", True) is True
    assert checks.boolean("progress", np.False_) is False
    for bad in (1, 0, None, "yes", [True]):
        refuses("progress", lambda bad=bad: checks.boolean("progress", bad), TypeError)


def test_instance():
    assert checks.instance("g", tanh, Activation) is tanh
    text = refuses("g", lambda: checks.instance("g", "tanh", Activation), TypeError)
    assert text == "g must be an Activation, got 'tanh'"
    text = refuses("g", lambda: checks.instance("g", None, dict), TypeError)
    assert text == "g must be a dict, got None"
