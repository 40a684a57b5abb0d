"""Steps of a pass: order, values against loops and two points, terms, lines, captions."""

import ast
import inspect
import math
import operator
import re
import textwrap
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from oracles import FACTOR, NAMES, PLAIN, Case, not_arrays, passes, refuses, table

from nnlib import (
    AND,
    XOR,
    Dataset,
    Loss,
    Network,
    Perceptron,
    half_squared_error,
    squared_error,
    steps,
    training,
)
from nnlib.losses import losses
from nnlib.numerals import is_exact, numeral_tex
from nnlib.steps import Step, listing

few = settings(max_examples=25)  # each example is a whole pass

LOGISTIC = Loss(
    "logistic",
    lambda a, y: np.log1p(np.exp(a)) - y * a,
    lambda a, y: -y + 1.0 / (1.0 + np.exp(-a)),
    r"\ln(1 + e^a) - y a",
)


def mock(sizes):
    """The two networks of the course's pictures, with their samples."""
    if sizes == "2-2-1":
        W = [[[0.8, -1.3], [1.2, 0.7]], [[-1.1, 1.6]]]
        return Network.from_weights(W, [[0.4, -0.3], [0.2]]), [0, 1], [1]
    W = [[[0.9, -0.6, 0.4], [-1.2, 0.5, 0.8]], [[1.1, -1.4], [0.7, 0.6]], [[1.3, -0.9]]]
    return Network.from_weights(W, [[0.1, -0.3], [-0.2, 0.5], [0.3]]), [0.8, 0.2, 0.5], [0]


@st.composite
def samples(draw, depth=5, width=4, g=NAMES):
    """A random network of one to five computing layers, one sample of it."""
    sizes = draw(st.lists(st.integers(1, width), min_size=2, max_size=depth + 1))
    names = draw(st.lists(st.sampled_from(g), min_size=len(sizes) - 1, max_size=len(sizes) - 1))
    return Case(sizes, names, None, 0.0, draw(st.sampled_from(list(FACTOR))), draw(st.integers(0)))


def network(case):
    return Network.from_weights(case.W, case.b, g=case.g)


def walk(case, by="unit", loss=None):
    return steps.backward(network(case), case.X, case.y, loss or case.loss, True, by=by)


def kinds(found):
    return [(step.symbol, step.layer, step.unit) for step in found]


def told(step):
    """Everything that a step says in one place."""
    return (repr(step), step._repr_latex_(), step.caption, step.line, step.tex)


# How many, in which order


@pytest.mark.parametrize(
    ("sizes", "n"), [([2, 2, 1], 14), ([3, 2, 2, 1], 22), ([5, 8, 8, 3], 78), ([1, 1], 6)]
)
def test_there_are_4U_plus_2_steps(sizes, n):
    net, x, y = Network(sizes), np.zeros(sizes[0]), np.zeros(sizes[-1])
    assert len(steps.backward(net, x, y)) == n == 4 * sum(sizes[1:]) + 2
    assert len(steps.backward(net, x, y, input_gradient=True)) == n + sizes[0]
    assert len(steps.forward(net, x)) == 1 + 2 * sum(sizes[1:])
    L = len(sizes)
    assert len(steps.forward(net, x, by="layer")) == 1 + 2 * (L - 1)
    # x; z and a of each layer; J; delta^(L); Delta of each matrix; delta of each hidden layer
    by_layer = 1 + 2 * (L - 1) + 1 + 1 + (L - 1) + (L - 2)
    assert len(steps.backward(net, x, y, by="layer")) == by_layer
    assert len(steps.backward(net, x, y, input_gradient=True, by="layer")) == by_layer + 1


def test_the_order_by_hand():
    net, x, y = mock("2-2-1")
    assert kinds(steps.backward(net, x, y, input_gradient=True)) == [
        ("x", 1, None),
        ("z", 2, 1), ("a", 2, 1), ("z", 2, 2), ("a", 2, 2), ("z", 3, 1), ("a", 3, 1),
        ("J", 3, None), ("delta", 3, 1), ("Delta", 2, 1), ("delta", 2, 1), ("delta", 2, 2),
        ("Delta", 1, 1), ("Delta", 1, 2), ("dJda", 1, 1), ("dJda", 1, 2),
    ]  # fmt: skip
    net, x, y = mock("3-2-2-1")
    assert kinds(steps.backward(net, x, y, input_gradient=True, by="layer")) == [
        (symbol, l, None)
        for symbol, l in [
            ("x", 1),
            ("z", 2),
            ("a", 2),
            ("z", 3),
            ("a", 3),
            ("z", 4),
            ("a", 4),
            ("J", 4),
            ("delta", 4),
            ("Delta", 3),
            ("delta", 3),
            ("Delta", 2),
            ("delta", 2),
            ("Delta", 1),
            ("dJda", 1),
        ]  # fmt: skip
    ]


@few
@given(samples())
def test_each_unit_has_its_place_in_the_order(case):
    sizes, L = case.sizes, len(case.sizes)

    def of(symbol, l, n):
        return [(symbol, l, i) for i in range(1, n + 1)]

    expected = [("x", 1, None)]
    for l in range(2, L + 1):
        for i in range(1, sizes[l - 1] + 1):
            expected += [("z", l, i), ("a", l, i)]
    expected += [("J", L, None), *of("delta", L, sizes[-1])]
    for l in range(L - 1, 0, -1):
        expected += of("Delta", l, sizes[l])
        expected += of("delta", l, sizes[l - 1]) if l > 1 else []
    expected += of("dJda", 1, sizes[0])
    assert kinds(walk(case)) == expected


@few
@given(samples(), st.sampled_from(["unit", "layer"]))
def test_phases(case, by):
    phase = {"x": "forward", "z": "forward", "a": "forward", "J": "cost", "delta": "backward",
             "Delta": "gradients", "dJda": "input"}  # fmt: skip
    found = walk(case, by)
    assert [step.phase for step in found] == [phase[step.symbol] for step in found]
    ahead = steps.forward(network(case), case.X, by=by)
    assert kinds(ahead) == kinds(found)[: len(ahead)]
    assert {step.phase for step in ahead} == {"forward"}


# Values


@few
@given(samples(), st.sampled_from(["unit", "layer"]))
def test_values_are_those_of_the_network(case, by):
    net = network(case)
    forward = net.forward(case.X)
    backward = net.backward(forward, case.y, case.loss)
    truth = {"x": forward.a, "a": forward.a, "z": forward.z, "delta": backward.delta,
             "Delta": backward.Delta, "dJda": {1: net.input_gradient(backward)},
             "J": {net.L: training.cost(net, case.X, case.y, loss=case.loss)}}  # fmt: skip
    for step in walk(case, by):
        value = truth[step.symbol][step.layer]
        expected = value if step.unit is None else value[step.unit - 1]
        np.testing.assert_array_equal(step.value, expected)
        assert np.shape(step.value) == np.shape(expected)


@few
@given(samples())
def test_forward_values_by_loops(case):
    z, a = passes(case.W, case.b, case.g, case.X)
    J = sum(FACTOR[case.loss] * (out - y) ** 2 for out, y in zip(a[-1], case.y))
    for step in walk(case):
        if step.symbol in ("z", "a"):
            truth = {"z": z, "a": a}[step.symbol][step.layer - 2][step.unit - 1]
            assert math.isclose(step.value, truth, rel_tol=1e-9, abs_tol=1e-9)
        if step.symbol == "J":
            assert math.isclose(step.value, J, rel_tol=1e-9, abs_tol=1e-12)
        if step.symbol == "x":
            assert step.value.tolist() == case.X.tolist()


def cost_from(case, l, z=None, a=None):
    """J by loops, from the sums z (or the activations a) of layer l on."""
    a = [PLAIN[case.g[l - 2]](value) for value in z] if a is None else a
    for k in range(l, len(case.sizes)):
        sums = [
            sum(w * value for w, value in zip(row, a)) + bias
            for row, bias in zip(case.W[k - 1], case.b[k - 1])
        ]
        a = [PLAIN[case.g[k - 1]](value) for value in sums]
    return sum(FACTOR[case.loss] * (out - y) ** 2 for out, y in zip(a, case.y))


def two_points(f, vector, i, h=1e-6):
    above, below = (
        [value + sign * h * (k == i) for k, value in enumerate(vector)] for sign in (1, -1)
    )
    return (f(above) - f(below)) / (2 * h)


@few
@given(samples())
def test_slopes_by_two_points(case):
    """Each z (for delta), weight and bias (for Delta), input (for dJda) moved by hand."""
    assume(case.smooth())
    z, a = passes(case.W, case.b, case.g, case.X)
    a = [list(case.X), *a]
    close = {"rtol": 1e-4, "atol": 1e-6}
    for step in walk(case):
        l, i = step.layer, step.unit
        if step.symbol == "delta":
            slope = two_points(lambda moved, l=l: cost_from(case, l, z=moved), z[l - 2], i - 1)
            np.testing.assert_allclose(step.value, slope, **close)
        if step.symbol == "dJda":
            slope = two_points(lambda moved: cost_from(case, 1, a=moved), case.X, i - 1)
            np.testing.assert_allclose(step.value, slope, **close)
        if step.symbol == "Delta":
            # a weight acts on J through z_i of the next layer alone: dz_i = a_j dTheta_ij
            row = [case.b[l - 1][i - 1], *case.W[l - 1][i - 1]]
            for j, value in enumerate(step.value):

                def J(moved, l=l, i=i):
                    sums = list(z[l - 1])
                    sums[i - 1] = moved[0] + sum(w * v for w, v in zip(moved[1:], a[l - 1]))
                    return cost_from(case, l + 1, z=sums)

                np.testing.assert_allclose(value, two_points(J, row, j), **close)


def test_the_numbers_of_the_pictures():
    net, x, y = mock("2-2-1")
    shown = {}
    for step in steps.backward(net, x, y):
        values = [numeral_tex(value) for value in np.ravel(step.value)]
        shown[step.symbol, step.layer, step.unit] = values if len(values) > 1 else values[0]
    assert (shown["a", 2, 1], shown["a", 2, 2]) == ("0.289", "0.599")
    assert (shown["z", 2, 1], shown["z", 2, 2]) == ("-0.9", "0.4")
    assert (shown["z", 3, 1], shown["a", 3, 1]) == ("0.840", "0.698")
    assert shown["J", 3, None] == "0.091"
    assert (shown["delta", 3, 1], shown["delta", 2, 1], shown["delta", 2, 2]) == (
        "-0.127", "0.029", "-0.049",
    )  # fmt: skip
    assert shown["Delta", 2, 1] == ["-0.127", "-0.037", "-0.076"]
    net, x, y = mock("3-2-2-1")
    (z,) = [step for step in steps.backward(net, x, y) if kinds([step]) == [("z", 3, 1)]]
    assert numeral_tex(z.value) == "0.136"


# Formula, numbers, terms


def product(row):
    return math.prod(one.value for one in row)


def matmul(row):
    return row[0].value @ row[1].value if len(row) == 2 else row[0].value


def again(step, g, scale):
    """The value of a step from its own terms, by what `combine` says."""
    rows = step.terms
    by_unit = {
        "values": lambda: [one.value for one in rows[0]],
        "function": lambda: np.vectorize(g)(rows[0][0].value),
        "product": lambda: product(rows[0]),
        "products": lambda: [product(row) for row in rows],
        "sum": lambda: sum(scale * one.value**2 for (one,) in rows),
        "sum of products": lambda: sum(map(product, rows)) * product(step.factor),
        "matrix product": lambda: sum(map(matmul, rows)) * product(step.factor),
        "entry by entry": lambda: product(rows[0]),
        "outer product": lambda: rows[0][0].value[:, np.newaxis] * rows[0][1].value,
    }
    return by_unit[step.combine]()


@few
@given(samples(), st.sampled_from(["unit", "layer"]))
def test_terms_give_the_value(case, by):
    for step in walk(case, by):
        g = PLAIN[case.g[step.layer - 2]]
        value = again(step, g, FACTOR[case.loss])
        assert np.shape(value) == np.shape(step.value)
        np.testing.assert_allclose(value, step.value, rtol=1e-9, atol=1e-12)
        assert (step.total is not None) == bool(step.factor)
        if step.factor:
            total = sum(map(product if by == "unit" else matmul, step.terms))
            np.testing.assert_allclose(step.total, total, rtol=1e-12)


def leaves(step):
    """The terms whose numbers stand in the formula."""
    rows = [*step.terms, step.factor]
    return [part for row in rows for one in row for part in (one.parts or (one,))]


def looked_up(net, p, y, data_id):
    """The value and the TeX that belong to a `data-id`, found without `steps`."""
    name, *at = data_id.split("-")
    l, *at = map(int, at)
    low = {"a": "a", "z": "z", "delta": r"\delta", "b": "b", "y": "y"}.get(name, name)
    index = "".join(map(str, at))
    tex = f"y_{{{l}}}" if name == "y" else f"{low}_{{{index}}}^{{({l})}}"
    forward, backward = p
    if name == "W":
        return net.W[l][at[0] - 1, at[1] - 1], {tex, tex.replace("W", r"\Theta")}
    if name == "b":
        return net.b[l][at[0] - 1], {tex}
    if name == "y":
        return y[l - 1], {tex}
    if name == "a" and at == [0]:
        return 1.0, {"1"}
    if name == "g":
        return net.g[l].derivative(forward.z[l])[at[0] - 1], {f"g'(z_{{{index}}}^{{({l})}})"}
    return {"a": forward.a, "z": forward.z, "delta": backward.delta}[name][l][at[0] - 1], {tex}


@few
@given(samples())
def test_every_term_is_the_thing_that_its_id_names(case):
    net = network(case)
    forward = net.forward(case.X)
    p = forward, net.backward(forward, case.y, case.loss)
    for step in walk(case):
        assert type(step.value) is (np.ndarray if step.symbol in ("x", "Delta") else float)
        for one in leaves(step):
            assert type(one.value) is float and type(one.at) in (float, type(None))
            if one.role == "constant":
                assert (one.tex, one.value, one.id) == ("2", 2.0, "")
                continue
            value, tex = looked_up(net, p, case.y, one.id)
            assert one.value == value and one.tex in tex
            assert one.note.count("\n") == (0 if one.role == "target" else 1)
            if one.role == "slope":
                l, i = map(int, one.id.split("-")[1:])
                assert one.at == forward.z[l][i - 1]
        for row in step.terms:
            for one in row:
                if one.parts:
                    a, y = one.parts
                    assert one.value == a.value - y.value
                    assert one.tex == f"({a.tex} - {y.tex})" and one.id == a.id


def test_roles_and_ids_by_hand():
    net, x, y = mock("2-2-1")
    found = {(s.symbol, s.layer, s.unit): s for s in steps.backward(net, x, y)}

    def rows(*which):
        return [[(one.role, one.id) for one in row] for row in found[which].terms]

    assert rows("z", 2, 1) == [
        [("weight", "W-1-1-1"), ("activation", "a-1-1")],
        [("weight", "W-1-1-2"), ("activation", "a-1-2")],
        [("bias", "b-1-1"), ("one", "a-1-0")],
    ]
    assert rows("z", 3, 1)[-1] == [("bias", "b-2-1"), ("one", "a-2-0")]
    assert rows("a", 3, 1) == [[("z", "z-3-1")]]
    assert rows("J", 3, None) == [[("difference", "a-3-1")]]
    assert rows("delta", 3, 1) == [[("constant", ""), ("difference", "a-3-1"), ("slope", "g-3-1")]]
    assert rows("Delta", 2, 1) == [
        [("delta", "delta-3-1"), other]
        for other in [("one", "a-2-0"), ("activation", "a-2-1"), ("activation", "a-2-2")]
    ]
    assert rows("delta", 2, 2) == [[("weight", "W-2-1-2"), ("delta", "delta-3-1")]]
    assert [one.id for one in found["delta", 2, 2].factor] == ["g-2-2"]


def test_whole_layers_by_hand():
    """Symbols, roles, ids and shapes of the matrices and vectors of each kind of step."""
    net, x, y = mock("3-2-2-1")
    whole = steps.backward(net, x, y, input_gradient=True, by="layer")
    found = {(step.symbol, step.layer): step for step in whole}

    def rows(*which):
        step = found[which]
        return [
            [(one.tex, one.role, one.id, np.shape(one.value)) for one in row]
            for row in (*step.terms, step.factor)
            if row
        ]

    assert rows("z", 2) == [
        [("W^{(1)}", "weight", "W-1", (2, 3)), ("a^{(1)}", "activation", "a-1", (3,))],
        [("b^{(1)}", "bias", "b-1", (2,))],
    ]
    assert rows("a", 3) == [[("z^{(3)}", "z", "z-3", (2,))]]
    assert rows("delta", 4) == [
        [("2 (a^{(4)} - y)", "difference", "a-4", (1,)), ("g'(z^{(4)})", "slope", "g-4", (1,))]
    ]
    theta = r"(\Theta^{(2)})^{\mathrm{T}}", "weight", "W-2", (2, 2)
    assert rows("delta", 2) == [
        [theta, (r"\delta^{(3)}", "delta", "delta-3", (2,))],
        [("g'(z^{(2)})", "slope", "g-2", (2,))],
    ]
    theta, delta = (one.value for one in found["delta", 2].terms[0])
    np.testing.assert_allclose(found["delta", 2].total, theta @ delta)
    one_a = r"(1\;\; a^{(2)})^{\mathrm{T}}", "activation", "a-2", (1, 3)
    assert rows("Delta", 2) == [[(r"\delta^{(3)}", "delta", "delta-3", (2,)), one_a]]
    theta = r"(\Theta^{(1)})^{\mathrm{T}}", "weight", "W-1", (3, 2)
    assert rows("dJda", 1) == [[theta, (r"\delta^{(2)}", "delta", "delta-2", (2,))]]
    half = steps.backward(net, x, y, half_squared_error, by="layer")
    assert next(s for s in half if s.symbol == "delta").terms[0][0].tex == "(a^{(4)} - y)"
    assert {one.note for step in whole[1:] if step.symbol != "J" for one in leaves(step)} == {""}
    assert [found[which].tex for which in [("z", 2), ("delta", 2), ("Delta", 2), ("dJda", 1)]] == [
        "z^{(2)}", r"\delta^{(2)}", r"\Delta^{(2)}", r"\partial J / \partial a^{(1)}",
    ]  # fmt: skip


@few
@given(samples())
def test_numbers_hold_the_numeral_of_every_term(case):
    for step in walk(case):
        right = step.numbers.removeprefix(step.tex)
        for one in leaves(step):
            if one.role != "one" or step.symbol == "Delta":
                assert numeral_tex(one.value) in right
        for value in np.ravel(step.value):
            assert numeral_tex(value) in right
        assert step.numbers.startswith(step.tex + " ")


@few
@given(samples(), st.sampled_from(["unit", "layer"]))
def test_equal_only_if_every_number_shown_is_exact(case, by):
    for step in walk(case, by):
        values = [one.value for one in leaves(step)] if step.symbol != "x" else []
        exact = all(map(is_exact, [*values, step.value]))
        assert (r"\approx" not in step.numbers) == exact
        assert step.numbers.count(r"\approx") <= 1


def test_numbers_by_hand():
    net, x, y = mock("2-2-1")
    numbers = [step.numbers for step in steps.backward(net, x, y, input_gradient=True)]
    assert numbers == [
        "a^{(1)} = (0, 1)",
        r"z_{1}^{(2)} = 0.8 \cdot 0 + (-1.3) \cdot 1 + 0.4 = -0.9",
        r"a_{1}^{(2)} = g(-0.9) \approx 0.289",
        r"z_{2}^{(2)} = 1.2 \cdot 0 + 0.7 \cdot 1 + (-0.3) = 0.4",
        r"a_{2}^{(2)} = g(0.4) \approx 0.599",
        r"z_{1}^{(3)} = (-1.1) \cdot 0.289 + 1.6 \cdot 0.599 + 0.2 \approx 0.840",
        r"a_{1}^{(3)} = g(0.840) \approx 0.698",
        r"J = (0.698 - 1)^2 \approx 0.091",
        r"\delta_{1}^{(3)} = 2 \cdot (0.698 - 1) \cdot 0.211 \approx -0.127",
        r"\Delta_{1}^{(2)} = (-0.127) \cdot (1, 0.289, 0.599) \approx (-0.127, -0.037, -0.076)",
        r"\delta_{1}^{(2)} = 0.206 \cdot (-1.1) \cdot (-0.127) \approx 0.029",
        r"\delta_{2}^{(2)} = 0.240 \cdot 1.6 \cdot (-0.127) \approx -0.049",
        r"\Delta_{1}^{(1)} = 0.029 \cdot (1, 0, 1) \approx (0.029, 0, 0.029)",
        r"\Delta_{2}^{(1)} = (-0.049) \cdot (1, 0, 1) \approx (-0.049, 0, -0.049)",
        r"\partial J / \partial a_{1}^{(1)} = 0.8 \cdot 0.029 + 1.2 \cdot (-0.049) \approx -0.036",
        r"\partial J / \partial a_{2}^{(1)} = (-1.3) \cdot 0.029 + 0.7 \cdot (-0.049) "
        r"\approx -0.072",
    ]


def test_numbers_of_layers_by_hand():
    net, x, y = mock("2-2-1")
    found = steps.backward(net, x, y, input_gradient=True, by="layer")
    brackets = re.compile(r"\\begin\{bmatrix\} (.*?) \\end\{bmatrix\}")
    short = [brackets.sub(r"[\1]", step.numbers).replace(r"\\", ";") for step in found]
    assert short == [
        "a^{(1)} = (0, 1)",
        r"z^{(2)} = [0.8 & -1.3 ; 1.2 & 0.7]\,[0 ; 1] + [0.4 ; -0.3] = [-0.9 ; 0.4]",
        r"a^{(2)} = g\left([-0.9 ; 0.4]\right) \approx [0.289 ; 0.599]",
        r"z^{(3)} = [-1.1 & 1.6]\,[0.289 ; 0.599] + [0.2] \approx [0.840]",
        r"a^{(3)} = g\left([0.840]\right) \approx [0.698]",
        r"J = (0.698 - 1)^2 \approx 0.091",
        r"\delta^{(3)} = [-0.603] \odot [0.211] \approx [-0.127]",
        r"\Delta^{(2)} = [-0.127]\,[1 & 0.289 & 0.599] \approx [-0.127 & -0.037 & -0.076]",
        r"\delta^{(2)} = \left([-1.1 ; 1.6]\,[-0.127]\right) \odot [0.206 ; 0.240] "
        r"\approx [0.029 ; -0.049]",
        r"\Delta^{(1)} = [0.029 ; -0.049]\,[1 & 0 & 1] "
        r"\approx [0.029 & 0 & 0.029 ; -0.049 & 0 & -0.049]",
        r"\partial J / \partial a^{(1)} = [0.8 & 1.2 ; -1.3 & 0.7]\,[0.029 ; -0.049] "
        r"\approx [-0.036 ; -0.072]",
    ]
    assert [step.tex for step in found] == [
        "a^{(1)}", "z^{(2)}", "a^{(2)}", "z^{(3)}", "a^{(3)}", "J", r"\delta^{(3)}",
        r"\Delta^{(2)}", r"\delta^{(2)}", r"\Delta^{(1)}", r"\partial J / \partial a^{(1)}",
    ]  # fmt: skip


def test_numbers_of_two_outputs():
    net = Network.from_weights([[[1.0], [2.0]]], [[0.0, 0.5]], g="identity")
    for loss, numbers in (
        (squared_error, "J = (1 - 0.5)^2 + (2.5 - 3)^2 = 0.5"),
        (half_squared_error, r"J = \tfrac{1}{2} (1 - 0.5)^2 + \tfrac{1}{2} (2.5 - 3)^2 = 0.25"),
        (LOGISTIC, r"J = \ell(1, 0.5) + \ell(2.5, 3) \approx -4.11"),
    ):
        (J,) = [s for s in steps.backward(net, [1], [0.5, 3], loss) if s.symbol == "J"]
        assert J.numbers == numbers


def test_numbers_of_a_delta_with_two_units_after_it():
    W = [[[1.0]], [[1.0], [3.0]]]
    net = Network.from_weights(W, [[0.0], [0.5, 0.0]], g="identity")
    found = {(s.symbol, s.layer, s.unit): s for s in steps.backward(net, [1], [0.5, 4])}
    assert (
        found["delta", 2, 1].numbers
        == r"\delta_{1}^{(2)} = 1 \cdot (1 \cdot 2 + 3 \cdot (-2)) = -4"
    )


@pytest.mark.parametrize("by", ["unit", "layer"])
def test_an_exact_result_of_inexact_numbers_is_approximate(by):
    """The target is met exactly: J and every δ are 0, but the numbers shown are rounded."""
    net = Network.from_weights([[[0.5]], [[1.0]]], [[0.1], [0.0]], g=["sigmoid", "identity"])
    for step in steps.backward(net, [1], net([1]), by=by):
        if step.symbol in ("J", "delta"):
            rounded = step.symbol == "J" or step.layer == 2 or by == "unit"
            assert (r"\approx" in step.numbers) == rounded, step
            assert np.all(step.value == 0)


FORMULAS = {
    "x": "a^{(1)} = x",
    "z": r"z_i^{(l+1)} = \sum_j W_{ij}^{(l)} a_j^{(l)} + b_i^{(l)}",
    "a": "a_i^{(l)} = g(z_i^{(l)})",
    "delta": r"\delta_i^{(l)} = g'(z_i^{(l)}) \sum_k \Theta_{ki}^{(l)} \delta_k^{(l+1)}",
    "Delta": r"\Delta_{ij}^{(l)} = \delta_i^{(l+1)} a_j^{(l)}",
    "dJda": r"\partial J / \partial a_i^{(1)} = \sum_k \Theta_{ki}^{(1)} \delta_k^{(2)}",
}
MATRIX = {
    "z": "z^{(l+1)} = W^{(l)} a^{(l)} + b^{(l)}",
    "a": "a^{(l)} = g(z^{(l)})",
    "delta": r"\delta^{(l)} = ((\Theta^{(l)})^{\mathrm{T}} \delta^{(l+1)}) \odot g'(z^{(l)})",
    "Delta": r"\Delta^{(l)} = \delta^{(l+1)} (1\;\; a^{(l)})^{\mathrm{T}}",
    "dJda": r"\partial J / \partial a^{(1)} = (\Theta^{(1)})^{\mathrm{T}} \delta^{(2)}",
}
COST = {
    ("squared_error", 1): r"J(\Theta) = (a_1^{(L)} - y_1)^2",
    ("squared_error", 2): r"J(\Theta) = \sum_i (a_i^{(L)} - y_i)^2",
    ("half_squared_error", 1): r"J(\Theta) = \tfrac{1}{2} (a_1^{(L)} - y_1)^2",
    ("half_squared_error", 2): r"J(\Theta) = \tfrac{1}{2} \sum_i (a_i^{(L)} - y_i)^2",
    ("logistic", 1): r"J(\Theta) = \ell(a_1^{(L)}, y_1)",
    ("logistic", 2): r"J(\Theta) = \sum_i \ell(a_i^{(L)}, y_i)",
}
LAST = {
    "squared_error": r"\delta_i^{(L)} = 2 (a_i^{(L)} - y_i)\, g'(z_i^{(L)})",
    "half_squared_error": r"\delta_i^{(L)} = (a_i^{(L)} - y_i)\, g'(z_i^{(L)})",
    "logistic": r"\delta_i^{(L)} = \frac{\partial J}{\partial a_i^{(L)}}\, g'(z_i^{(L)})",
}
LAST_LAYER = {
    "squared_error": r"\delta^{(L)} = 2 (a^{(L)} - y) \odot g'(z^{(L)})",
    "half_squared_error": r"\delta^{(L)} = (a^{(L)} - y) \odot g'(z^{(L)})",
    "logistic": r"\delta^{(L)} = \frac{\partial J}{\partial a^{(L)}} \odot g'(z^{(L)})",
}


@pytest.mark.parametrize("loss", [squared_error, half_squared_error, LOGISTIC], ids=str)
@pytest.mark.parametrize("sizes", [[2, 3, 1], [3, 2, 2], [1, 2]], ids=str)
def test_formulas_are_the_slides(sizes, loss):
    net, x, y = Network(sizes), np.zeros(sizes[0]), np.ones(sizes[-1])
    for by, table_, last in (("unit", FORMULAS, LAST), ("layer", FORMULAS | MATRIX, LAST_LAYER)):
        for step in steps.backward(net, x, y, loss, True, by=by):
            expected = table_.get(step.symbol)
            if step.symbol == "J":
                expected = COST[loss.name, min(sizes[-1], 2)]
            if step.symbol == "delta" and step.layer == len(sizes):
                expected = last[loss.name]
            assert step.formula == expected


# Any loss


def test_a_loss_of_ones_own_has_no_square_in_it():
    net, x, _ = mock("2-2-1")
    found = steps.backward(net, x, [0.25], LOGISTIC)
    J = next(step for step in found if step.symbol == "J")
    delta = next(step for step in found if step.symbol == "delta")
    a = net(x)[0]
    assert math.isclose(J.value, math.log1p(math.exp(a)) - 0.25 * a)
    assert J.numbers == r"J = \ell(0.698, 0.25) \approx 0.928"
    assert "the loss of each output" in J.caption
    slope, g = 1 / (1 + math.exp(-a)) - 0.25, a * (1 - a)
    assert [one.value for one in delta.terms[0]] == pytest.approx([slope, g])
    assert delta.terms[0][0].tex == r"\frac{\partial J}{\partial a_{1}^{(3)}}"
    assert delta.terms[0][0].note == "slope of $J$ at\nthe output"
    assert (delta.terms[0][0].role, delta.terms[0][0].id) == ("loss", "a-3-1")
    assert delta.value == pytest.approx(slope * g)
    two = Network([2, 2])
    truth = 1 / (1 + np.exp(-two(x))) - [0.25, -1]
    deltas = [s for s in steps.backward(two, x, [0.25, -1], LOGISTIC) if s.symbol == "delta"]
    assert [step.terms[0][0].value for step in deltas] == pytest.approx(truth)
    assert all(type(step.terms[0][0].value) is float for step in deltas)
    for step in [*found, *steps.backward(net, x, [0.25], LOGISTIC, by="layer")]:
        assert "2 (" not in step.formula and "^2" not in step.formula + step.numbers
    last = next(
        step for step in steps.backward(net, x, [0.25], LOGISTIC, by="layer")
        if step.symbol == "delta"
    )  # fmt: skip
    assert last.terms[0][0].tex == r"\frac{\partial J}{\partial a^{(3)}}"
    np.testing.assert_allclose(again(last, None, None), delta.value)


def test_a_negative_number_in_a_loss_of_ones_own():
    net = Network.from_weights([[[1.0]]], [[0.0]], g="identity")
    (J,) = [s for s in steps.backward(net, [-0.5], [-2], LOGISTIC) if s.symbol == "J"]
    assert J.numbers.startswith(r"J = \ell(-0.5, (-2)) \approx ")


@pytest.mark.parametrize("loss", list(losses.values()) + [LOGISTIC], ids=str)
def test_a_loss_or_its_name(loss):
    net, x, y = mock("3-2-2-1")
    if loss.name in losses:
        named = steps.backward(net, x, y, loss.name)
        assert list(map(told, named)) == list(map(told, steps.backward(net, x, y, loss)))
    words = {
        "squared_error": "the squared difference.",
        "half_squared_error": "half the squared difference.",
        "logistic": "the loss of each output, added up.",
    }
    (J,) = [step for step in steps.backward(net, x, y, loss) if step.symbol == "J"]
    assert J.caption.endswith(words[loss.name])


# The line of the code

SOURCES = {
    "Network.forward": Network.forward,
    "Network.backward": Network.backward,
    "Network.input_gradient": Network.input_gradient,
    "cost": training._cost,
}


@few
@given(samples(), st.sampled_from(["unit", "layer"]))
def test_the_line_computes_the_value(case, by):
    """The line is run as it stands, with the lecture's names around it."""
    net = network(case)
    forward = net.forward(case.X)
    backward = net.backward(forward, case.y, case.loss)
    around = {
        **vars(inspect.getmodule(Network)),
        "W": net.W, "b": net.b, "g": net.g, "L": net.L, "x": case.X, "X": case.X,
        "y": case.y, "loss": losses[case.loss], "m": 1, "net": net,
    }  # fmt: skip
    for step in walk(case, by):
        l = step.layer - 1 if step.symbol in ("z", "a") else step.layer
        known = {"a": dict(forward.a), "z": dict(forward.z), "delta": dict(backward.delta)}
        target, key = {
            "x": ("a", 1), "z": ("z", l + 1), "a": ("a", l + 1), "J": ("J", None),
            "delta": ("delta", l), "Delta": ("Delta", l), "dJda": ("dJ_dx", None),
        }[step.symbol]  # fmt: skip
        if key is not None and target != "Delta":
            del known[target][key]
        scope = {**around, **known, "Delta": {}, "l": l}
        exec(step.line, scope)
        value = scope[target] if key is None else scope[target][key]
        np.testing.assert_array_equal(
            value if step.unit is None else value[step.unit - 1], step.value
        )


@few
@given(samples(depth=3), st.sampled_from(["unit", "layer"]))
def test_the_line_stands_in_the_source(case, by):
    for step in walk(case, by):
        source = inspect.getsource(SOURCES[step.method])
        assert step.line in [line.strip() for line in source.splitlines()]
        (statement,) = ast.parse(step.line).body
        assert isinstance(statement, ast.Assign)


@pytest.mark.parametrize(
    "kind", ["x", "z", "a", "J", "delta_out", "delta", "Delta", "Delta_first", "dJda"]
)
def test_listings_are_runs_of_real_lines(kind):
    found = listing(kind)
    source = textwrap.dedent(inspect.getsource(SOURCES[found.method]))
    whole = [line.strip() for line in source.splitlines()]
    first = whole.index(found.lines[0].strip())
    assert [line.strip() for line in found.lines] == whole[first : first + len(found.lines)]
    assert 2 <= len(found.lines) <= 5
    assert max(map(len, found.lines)) <= 75
    assert found.line == found.lines[found.now].strip()
    assert found.lines[0] == found.lines[0].strip()
    assert listing(kind) is found
    assert isinstance(found.lines, tuple)


def test_the_lines_of_a_pass():
    net, x, y = mock("2-2-1")
    found = steps.backward(net, x, y, input_gradient=True)
    assert [step.line.partition(" = ")[0] for step in found] == [
        "a[1]", "z[l + 1]", "a[l + 1]", "z[l + 1]", "a[l + 1]", "z[l + 1]", "a[l + 1]", "J",
        "delta[L]", "Delta[l]", "delta[l]", "delta[l]", "Delta[1]", "Delta[1]", "dJ_dx", "dJ_dx",
    ]  # fmt: skip
    by_layer = steps.backward(net, x, y, input_gradient=True, by="layer")
    assert [step.line.partition(" = ")[0] for step in by_layer] == [
        "a[1]", "z[l + 1]", "a[l + 1]", "z[l + 1]", "a[l + 1]", "J", "delta[L]", "Delta[l]",
        "delta[l]", "Delta[1]", "dJ_dx",
    ]  # fmt: skip
    assert [step.method for step in found] == (
        ["Network.forward"] * 7 + ["cost"] + ["Network.backward"] * 6
        + ["Network.input_gradient"] * 2
    )  # fmt: skip


# Who takes part


def test_units_and_edges_as_in_the_pictures():
    net, x, y = mock("2-2-1")
    found = {
        (s.symbol, s.layer, s.unit): s for s in steps.backward(net, x, y, "squared_error", True)
    }

    def part(*which):
        return set(found[which].units), set(found[which].edges)

    assert part("x", 1, None) == ({(1, 1), (1, 2)}, set())
    assert part("z", 2, 1) == (
        {(1, 0), (1, 1), (1, 2), (2, 1)},
        {(1, 1, 0), (1, 1, 1), (1, 1, 2)},
    )
    assert part("a", 2, 1) == ({(2, 1)}, set())
    assert part("J", 3, None) == ({(3, 1)}, set())
    assert part("delta", 3, 1) == ({(3, 1)}, set())
    assert part("Delta", 2, 1) == (
        {(2, 0), (2, 1), (2, 2), (3, 1)},
        {(2, 1, 0), (2, 1, 1), (2, 1, 2)},
    )
    assert part("delta", 2, 1) == ({(2, 1), (3, 1)}, {(2, 1, 1)})
    assert steps.forward(Network([3, 2, 2, 1]), [0, 0, 0])[0].units == ((1, 1), (1, 2), (1, 3))
    assert part("dJda", 1, 2) == ({(1, 2), (2, 1), (2, 2)}, {(1, 1, 2), (1, 2, 2)})


@few
@given(samples())
def test_a_layer_has_the_units_and_edges_of_its_units_together(case):
    single = walk(case)
    for whole in walk(case, "layer"):
        parts = [s for s in single if (s.symbol, s.layer) == (whole.symbol, whole.layer)]
        assert set(whole.units) == {unit for step in parts for unit in step.units}
        assert set(whole.edges) == {edge for step in parts for edge in step.edges}
        assert len(set(whole.units)) == len(whole.units)
        assert len(set(whole.edges)) == len(whole.edges)


@few
@given(samples())
def test_the_edges_are_those_of_the_terms(case):
    """A step uses a weight iff the weight's edge takes part; the units stand at its ends."""
    for step in walk(case):
        ids = {one.id for one in leaves(step)}
        if step.symbol == "Delta":  # the weight itself is no factor, its place is the result
            l, i = step.layer, step.unit
            ids |= {f"W-{l}-{i}-{j}" if j else f"b-{l}-{i}" for j in range(case.sizes[l - 1] + 1)}
        named = {f"W-{l}-{i}-{j}" if j else f"b-{l}-{i}" for l, i, j in step.edges}
        assert named == {one for one in ids if one[:1] in ("W", "b")}
        ends = {end for l, i, j in step.edges for end in ((l, j), (l + 1, i))}
        assert ends <= set(step.units)


# Words


@few
@given(samples(), st.sampled_from(["unit", "layer"]))
def test_captions_are_whole_sentences(case, by):
    for step in walk(case, by):
        plain = re.sub(r"\$[^$]*\$", "$", step.caption)
        assert "{" not in plain and "}" not in plain
        assert step.caption.count("$") % 2 == 0
        assert step.caption[0].isupper() and step.caption[-1] in ".?"
        for one in leaves(step):
            assert "{" not in re.sub(r"\$[^$]*\$", "", one.note)


def test_captions_name_the_unit_that_is_meant():
    net, x, y = mock("2-2-1")
    captions = [step.caption for step in steps.backward(net, x, y, input_gradient=True)]
    assert (
        captions[1].startswith("Unit 1 of layer 2 adds up") and "of layer 1 times" in captions[1]
    )
    assert "of layer 2 times" in captions[5]
    assert captions[4] == "Unit 2 of layer 2 passes on what $g$ makes of its sum."
    assert "when $z_{1}^{(3)}$ changes" in captions[8]
    assert "each weight into unit 1 of layer 3?" in captions[9]
    assert captions[9].endswith(r"What came in times the $\delta_{1}^{(3)}$ that came back.")
    assert (
        r"when $z_{1}^{(2)}$ changes? Only through the output unit: $\delta_{1}^{(3)}$"
        in (captions[10])
    )
    assert "when the input $a_{2}^{(1)}$ changes? Through every unit of layer 2" in captions[15]
    net, x, y = mock("3-2-2-1")
    captions = {(s.symbol, s.layer, s.unit): s.caption for s in steps.backward(net, x, y)}
    assert "Through every unit of layer 3:" in captions["delta", 2, 1]
    chain = Network([2, 1, 1])
    last = steps.backward(chain, [0, 1], [1], input_gradient=True)[-1]
    assert "Only through the one unit of layer 2: $\\delta_{1}^{(2)}$" in last.caption
    whole = {(s.symbol, s.layer): s.caption for s in steps.backward(net, x, y, by="layer")}
    assert whole["z", 3].startswith("All sums of layer 3") and "of layer 2, plus" in whole["z", 3]
    assert whole["delta", 2].startswith("How much does $J$ change with each sum of layer 2?")
    assert "layer 3 sends back" in whole["delta", 2]
    assert "from layer 1 to layer 2" in whole["Delta", 1]
    assert whole["delta", 4] != whole["delta", 3]


def test_notes_say_which_unit():
    net, x, y = mock("3-2-2-1")
    found = {(s.symbol, s.layer, s.unit): s for s in steps.backward(net, x, y)}
    row = found["z", 2, 1].terms[1]
    assert [one.note for one in row] == ["weight on\nthe edge", "input\n2"]
    row = found["z", 3, 1].terms[1]
    assert row[1].note == "activation of\nunit 2, layer 2"
    assert [one.note for one in found["z", 3, 1].terms[2]] == [
        "bias of\nthe unit", "the bias unit\nstores 1",
    ]  # fmt: skip
    assert found["delta", 3, 1].terms[0][1].note == "$\\delta$ of the\noutput unit"
    assert found["delta", 2, 1].terms[1][1].note == "$\\delta$ of\nunit 2, layer 3"
    assert found["a", 2, 1].terms[0][0].note == "sum of\nthis unit"
    two, difference, slope = found["delta", 4, 1].terms[0]
    assert two.note == "from the\nsquare" and difference.note == "output minus\ntarget"
    assert slope.note == "slope of $g$\nat this unit"
    assert [part.note for part in difference.parts] == ["activation of\nunit 1, layer 4", "target"]
    several = steps.backward(Network([1, 1, 2]), [1], [0, 1])
    notes = [one.note for step in several if step.symbol == "Delta" for one in step.terms[0]]
    assert "$\\delta$ of\nunit 2, layer 3" in notes


@pytest.mark.parametrize("by", ["unit", "layer"])
def test_whole_is_as_much_of_the_pass_as_there_is(by):
    net, x, y = mock("3-2-2-1")
    both = [
        (steps.whole(net, x, by=by), steps.forward(net, x, by=by)),
        (steps.whole(net, x, y, by=by), steps.backward(net, x, y, by=by)),
        (
            steps.whole(net, x, y, "half_squared_error", True, by=by),
            steps.backward(net, x, y, half_squared_error, True, by=by),
        ),
    ]
    for found, same in both:
        assert list(map(told, found)) == list(map(told, same))


@pytest.mark.parametrize(("n", "by"), [(15, "unit"), (16, "layer")])
@pytest.mark.parametrize("layer", [0, 1, 2])
def test_whole_goes_by_layers_above_fifteen_units(n, by, layer):
    sizes = [1, 1, 1]
    sizes[layer] = n
    net, x, y = Network(sizes), np.zeros(sizes[0]), np.ones(sizes[-1])
    assert kinds(steps.whole(net, x)) == kinds(steps.forward(net, x, by=by))
    assert kinds(steps.whole(net, x, y)) == kinds(steps.backward(net, x, y, by=by))


@pytest.mark.parametrize("y", [None, [0]], ids=["forward", "whole"])
def test_whole_refuses_the_same_with_and_without_a_target(y):
    net, x, _ = mock("3-2-2-1")
    refuses("net", lambda: steps.whole(None, x, y))
    refuses("x", lambda: steps.whole(net, [x], y))
    refuses("loss", lambda: steps.whole(net, x, y, "squared"))
    refuses("input_gradient", lambda: steps.whole(net, x, y, input_gradient=1))
    refuses("by", lambda: steps.whole(net, x, y, by="row"))
    refuses("y", lambda: steps.whole(net, x, input_gradient=True), ValueError)
    refuses("y", lambda: steps.whole(net, x, [y]))


def test_indices_above_nine_get_a_comma():
    net = Network([11, 1, 1])
    z = steps.forward(net, np.zeros(11))[1]
    assert [row[0].tex for row in z.terms][8:11] == [
        "W_{19}^{(1)}", "W_{1,10}^{(1)}", "W_{1,11}^{(1)}",
    ]  # fmt: skip


@pytest.mark.parametrize("by", ["unit", "layer"])
def test_a_step_is_tuples_all_the_way_down(by):
    net, x, y = mock("3-2-2-1")
    for step in steps.backward(net, x, y, input_gradient=True, by=by):
        assert {type(one) for one in (step.units, step.edges, step.terms, step.factor)} == {tuple}
        assert {type(one) for one in (*step.units, *step.edges, *step.terms)} == {tuple}


def test_a_step_ends_a_cell():
    net, x, _ = mock("2-2-1")
    step = steps.forward(net, x)[1]
    assert repr(step) == rf"Step(forward: {step.numbers})"
    assert step._repr_latex_() == (
        rf"$$\begin{{aligned}}{chr(10)}& {step.formula} \\{chr(10)}"
        rf"& {step.numbers}{chr(10)}\end{{aligned}}$$"
    )
    with pytest.raises(AttributeError):
        step.value = 1.0


# Input, and what becomes of it


def call(net=None, x=(0, 1), y=(1,), **options):
    return steps.backward(Network([2, 2, 1]) if net is None else net, x, y, **options)


@pytest.mark.parametrize("x", table(not_arrays(2)))
def test_x_is_one_sample(x):
    refuses("x", lambda: call(x=x))
    refuses("x", lambda: steps.forward(Network([2, 2, 1]), x))


@pytest.mark.parametrize("y", table(not_arrays(1)))
def test_y_is_one_target(y):
    refuses("y", lambda: call(y=y))


def test_batches_are_refused():
    refuses("x", lambda: call(x=[[0, 1]]))
    refuses("x", lambda: call(x=np.zeros((3, 2)), y=np.zeros((3, 1))))
    refuses("y", lambda: call(y=[[1]]))


@pytest.mark.parametrize("net", table({"None": None, "text": "2-2-1", "sizes": [2, 2, 1],
                                       "class": Network, "number": 1.0}))  # fmt: skip
def test_net_is_a_network(net):
    refuses("net", lambda: steps.backward(net, [0, 1], [1]))
    refuses("net", lambda: steps.forward(net, [0, 1]))


@pytest.mark.parametrize("loss", table({"None": None, "typo": "squared_eror", "number": 2,
                                        "function": math.sin, "class": Loss}))  # fmt: skip
def test_loss_is_a_loss(loss):
    refuses("loss", lambda: call(loss=loss))


@pytest.mark.parametrize("flag", table({"None": None, "number": 1, "text": "yes", "list": [],
                                        "array": np.array([True, False])}))  # fmt: skip
def test_input_gradient_is_true_or_false(flag):
    refuses("input_gradient", lambda: call(input_gradient=flag))


def test_input_gradient_may_be_numpys():
    assert len(call(input_gradient=np.True_)) == 16


@pytest.mark.parametrize("by", table({"None": None, "number": 1, "typo": "layers", "list": [],
                                      "array": np.array(["unit", "layer"])}))  # fmt: skip
def test_by_is_unit_or_layer(by):
    refuses("by", lambda: call(by=by))
    refuses("by", lambda: steps.forward(Network([2, 2, 1]), [0, 1], by=by))


def test_wrong_kinds_and_wrong_values_are_told_apart():
    with pytest.raises(ValueError):
        call(by="row")
    with pytest.raises(TypeError):
        call(input_gradient="yes")


@pytest.mark.parametrize("by", ["unit", "layer"])
def test_what_was_given_is_untouched(by):
    net, x, y = mock("2-2-1")
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    before = {l: Theta.copy() for l, Theta in net.Theta.items()}
    steps.backward(net, x, y, input_gradient=True, by=by)
    assert x.tolist() == [0, 1] and y.tolist() == [1]
    assert all((net.Theta[l] == before[l]).all() for l in before)


@pytest.mark.parametrize("by", ["unit", "layer"])
def test_steps_keep_their_numbers_when_the_network_learns(by):
    net, x, y = mock("2-2-1")
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    found = steps.backward(net, x, y, input_gradient=True, by=by)
    old = steps.backward(net.copy(), x.copy(), y.copy(), input_gradient=True, by=by)
    for l in net.W:
        net.W[l] *= 0
        net.b[l] += 7
    x += 3
    y -= 3
    for step, same in zip(found, old):
        assert told(step) == told(same)
        np.testing.assert_array_equal(step.value, same.value)
        for one, other in zip(leaves(step), leaves(same)):
            np.testing.assert_array_equal(one.value, other.value)


def test_the_same_input_gives_the_same_steps():
    net, x, y = mock("3-2-2-1")
    first, second = steps.backward(net, x, y), steps.backward(net, tuple(x), np.array(y))
    assert list(map(told, first)) == list(map(told, second))
    assert all(isinstance(step, Step) for step in first)
    assert all(isinstance(one, steps.Term) for step in first for one in leaves(step))
    assert isinstance(steps.listing("J"), steps.Listing)
    kinds = {"Listing", "Step", "Term", "Visits"}
    assert kinds | {"backward", "forward", "listing", "visits", "whole"} == set(steps.__all__)


@few
@given(samples(depth=2))
def test_numbers_that_are_no_numbers_any_more_are_told_too(case):
    """Weights of 1e200 leave the range of floats: the steps say so and do not stop."""
    case.W = [weights * 1e200 for weights in case.W]
    case.g = ["relu"] * len(case.g)
    with np.errstate(all="ignore"):
        found = walk(case)
    assert len(found) == 4 * sum(case.sizes[1:]) + 2 + case.sizes[0]


# Visits of the perceptron


@pytest.mark.parametrize(
    ("data", "start", "options", "end", "again", "mistakes"),
    [
        (AND(), ([0, 0], 0), {}, "done", None, [1, 3, 3, 2, 1, 0]),
        (XOR(), ([0, 0], 0), {}, "cycle", 2, [2, 3, 4]),
        (XOR(), ([-1, 0], 1), {}, "cycle", 0, [4]),
        (AND(), ([0, 0], 0), {"epochs": 1}, "cut", None, [1]),
        (Dataset([[1, 1]], [1], "one sample"), ([0, 0], 0), {}, "done", None, [1, 0]),
    ],
)
def test_visits_against_a_count_by_loops(data, start, options, end, again, mistakes):
    unit = Perceptron(2)
    unit.w, unit.b = start
    found = steps.visits(unit, data, **options)
    assert (found.end, found.again, found.mistakes) == (end, again, mistakes)
    assert unit.w.tolist() == start[0] and unit.b == start[1]
    weights = [(unit.w, unit.b), *((update.w, update.b) for update in found.updates)]
    assert [(w.tolist(), b) for w, b in found.before] == [(w.tolist(), b) for w, b in weights[:-1]]
    assert found.wrong == [
        sum((w[0] * p + w[1] * q + b > 0) != y for (p, q), y in zip(data.X, data.y[:, 0]))
        for w, b in weights
    ]
    assert {type(count) for count in found.wrong} == {int}


def exactly(X, y, epochs):
    """The rule with α = 1/10 in fractions: end, again, mistakes."""
    w, here, mistakes = [Fraction(0)] * 3, [], []
    for _ in range(epochs):
        here.append(tuple(w))
        mistakes.append(0)
        for x, target in zip(X, y):
            x = [Fraction(value, 10) for value in x] + [Fraction(1)]
            z = sum(map(operator.mul, w, x))
            if (z > 0) != target:
                mistakes[-1] += 1
                w = [a + (target - (z > 0)) * b / 10 for a, b in zip(w, x)]
        if not mistakes[-1]:
            return "done", None, mistakes
        if tuple(w) in here:
            return "cycle", here.index(tuple(w)), mistakes
    return "cut", None, mistakes


def test_visits_against_fractions():
    """0.1 + 0.1 + 0.1 is not 0.3, and yet a cycle is found where it closes."""
    ends = []
    for seed in range(250):
        random = np.random.default_rng(seed)
        X, y = random.integers(-9, 10, size=(4, 2)), random.integers(0, 2, size=4)
        expected = exactly(X.tolist(), y.tolist(), 30)
        data = Dataset(X / 10, y, "tenths")
        found = steps.visits(Perceptron(2), data, alpha=0.1, epochs=30)
        assert (found.end, found.again, found.mistakes) == expected
        ends.append(expected[0])
    assert min(map(ends.count, ("done", "cycle", "cut"))) >= 10


def test_visits_refuse_what_they_cannot_follow():
    refuses("perceptron", lambda: steps.visits(2, XOR()), TypeError)
    refuses("data", lambda: steps.visits(Perceptron(2), XOR().X), TypeError)
    refuses("epochs", lambda: steps.visits(Perceptron(2), XOR(), epochs=0), ValueError)
    refuses("epochs", lambda: steps.visits(Perceptron(2), XOR(), epochs=1.0), TypeError)
    assert steps.visits.__defaults__ == (1.0, 100)
    assert steps.visits(Perceptron(2), XOR(), alpha=0.5).updates[1].db == 0.5


def test_the_reach_of_a_run_is_its_largest_weight():
    unit = Perceptron(2)
    unit.w, unit.b = [5.0, -7.5], 40.0
    X = [[3.0, 1.0], [1.0, -2.0], [-2.0, 3.5]]
    for start in (unit, Perceptron(2)):
        for epochs in (1, 2, 9):
            run = steps.visits(start, Dataset(X, [0, 1, 0], "three"), 0.5, epochs)
            entries = [abs(w) for w in start.w]
            for update in run.updates:
                entries += [abs(w) for w in update.w]
            assert run.reach == max(entries) and type(run.reach) is float
    unit.w, unit.b = [-3.0, 1.0], 0.0  # the rule takes both towards 0
    shrinks = steps.visits(unit, Dataset([[1.0, 0.0], [0.0, 1.0]], [1, 0], "two"))
    assert shrinks.reach == 3 > abs(shrinks.updates[-1].w).max()
