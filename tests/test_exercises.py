"""Exercises: every slip gets its own sentence, the order of speech, and nothing is raised."""

import itertools
import linecache
import math
import warnings

import numpy as np
import pytest

from nnlib import Backward, Network, numerical_gradient, relu, sigmoid, step, tanh, words
from nnlib.exercises import (
    Task,
    backprop,
    bugs,
    check,
    check_bug,
    check_derivative,
    gradient_check,
    mistakes,
    networks_for_checking,
    predict,
)
from nnlib.network import outer, with_one

NAMES = ("delta_output", "delta_hidden", "Delta", "backward")
SEEDS = (0, 1, 7)
TASKS = {seed: dict(zip(NAMES, backprop._tasks(seed))) for seed in SEEDS}
SLIPS = [
    (seed, name, slip) for seed in SEEDS for name in NAMES for slip in TASKS[seed][name].slips
]


def first(result):
    return result.lines[0]


# ---- the tables of slips ----


@pytest.mark.parametrize("seed, name, slip", SLIPS)
def test_every_slip_gets_its_own_sentence(seed, name, slip):
    task = TASKS[seed][name]
    result = check(task.slips[slip], task)
    assert not result.ok
    assert result.slip == slip
    assert words.say(f"slip.{slip}") in result.lines[:2]


@pytest.mark.parametrize("name", NAMES)
def test_the_sentences_of_a_table_are_all_different(name):
    said = [words.say(f"slip.{slip}") for slip in TASKS[0][name].slips]
    assert len(set(said)) == len(said)


def test_the_ten_typical_slips_are_in_the_tables():
    ten = {
        *("no_slope", "g_for_slope", "slope_at_a", "y_minus_a", "mean", "no_two"),
        *("a_for_delta", "no_W", "W_not_transposed", "y_for_error"),
    }
    assert ten <= set(backprop.backward.slips)
    assert ten - {"a_for_delta", "no_W", "W_not_transposed"} <= set(backprop.delta_output.slips)
    assert {"no_slope", "no_W", "W_not_transposed"} <= set(backprop.delta_hidden.slips)


def test_the_pieces_against_plain_loops():
    """An oracle of its own: the formulas of slide 24, entry by entry, with slips put in."""
    net, forward, y = networks_for_checking(3)[1]
    a, z, m = forward.a, forward.z, len(y)
    slope = lambda z: 1 - math.tanh(z) ** 2  # noqa: E731  this network's g is tanh
    delta = [[2 * (a[3][k, 0] - y[k, 0]) * slope(z[3][k, 0])] for k in range(m)]
    no_slope = [[delta[k][0] * net.W[2][0, i] for i in range(3)] for k in range(m)]
    at_a = [[no_slope[k][i] * slope(a[2][k, i]) for i in range(3)] for k in range(m)]
    last = [[delta[-1][0], *(delta[-1][0] * a[2][-1, j] for j in range(3))]]
    slips = backprop.backward.slips
    np.testing.assert_allclose(slips["no_slope_hidden"](net, forward, y).delta[2], no_slope)
    np.testing.assert_allclose(slips["slope_at_a_hidden"](net, forward, y).delta[2], at_a)
    np.testing.assert_allclose(slips["last_sample"](net, forward, y).Delta[2], last)


def test_networks_for_checking_has_what_tells_slips_apart():
    networks = networks_for_checking(5)
    assert all(len(y) >= 4 for _, _, y in networks)
    assert all((net.b[l] != 0).all() for net, _, _ in networks for l in net.b)
    square = [W.shape[0] == W.shape[1] for net, _, _ in networks for W in net.W.values()]
    assert any(square) and not all(square)
    again = networks_for_checking(5)
    assert all((one[2] == two[2]).all() for one, two in zip(networks, again))
    with pytest.raises(ValueError, match="^seed must be"):
        networks_for_checking(-1)


def test_one_sample_would_not_tell_all_slips_apart():
    """Why there are batches: with one sample 1/m is no slip, the last is all."""
    one = [
        (net, net.forward(forward.a[1][:1]), y[:1]) for net, forward, y in networks_for_checking()
    ]
    with pytest.raises(ValueError, match="^slips must differ.*'mean' like 'the reference'"):
        Task(backprop.backward.reference, one, {"mean": backprop.backward.slips["mean"]})


def test_the_other_way_to_leave_W_untransposed_is_recognised():
    for product in (lambda W, d: d @ W.T, lambda W, d: np.dot(W, d.T).T):
        answer = lambda W, delta_next, z, g, f=product: f(W, delta_next) * g.derivative(z)  # noqa: E731
        assert check(answer, backprop.delta_hidden).slip == "W_not_transposed"


def test_a_crash_of_another_kind_is_not_taken_for_a_slip():
    result = check(lambda W, delta_next, z, g: W @ "no", backprop.delta_hidden)
    assert result.kind == "raised" and result.slip is None


def test_a_slip_that_always_crashes_is_known_by_its_message():
    def with_bias_row(net, forward, y):
        delta = {net.L: 2 * (forward.a[net.L] - y) * net.g[net.L].derivative(forward.z[net.L])}
        for l in range(net.L - 1, 1, -1):
            back = np.matvec(net.Theta[l].T, delta[l + 1])
            delta[l] = back * net.g[l].derivative(forward.z[l])

    def another_error(net, forward, y):
        raise ValueError("something else")

    assert check(with_bias_row, backprop.backward).slip == "Theta_for_W"
    assert check(another_error, backprop.backward).slip is None


# ---- right answers, however they are spelt ----

OUTPUT = [
    lambda a, y, z, g: 2 * (a - y) * g.derivative(z),
    lambda a, y, z, g: -2 * np.multiply(y - a, g.derivative(z)),
    lambda a, y, z, g: (2 * (a - y) * g.derivative(z)).tolist(),
    lambda a, y, z, g: (2 * (a - y) * g.derivative(z)).astype(np.float32),
    lambda a, y, z, g: np.array([2 * (p - q) * g.derivative(r) for p, q, r in zip(a, y, z)]),
]
HIDDEN = [
    lambda W, d, z, g: np.matvec(W.T, d) * g.derivative(z),
    lambda W, d, z, g: d @ W * g.derivative(z),
    lambda W, d, z, g: np.dot(d, W) * g.derivative(z),
    lambda W, d, z, g: (W.T @ d.T).T * g.derivative(z),
    lambda W, d, z, g: np.einsum("ki,mk->mi", W, d) * g.derivative(z),
]
DELTA = [
    lambda d, a: outer(d, with_one(a)),
    lambda d, a: d.T @ np.column_stack([np.ones(len(a)), a]),
    lambda d, a: np.column_stack([d.sum(axis=0), d.T @ a]),
    lambda d, a: sum(np.outer(p, np.r_[1, q]) for p, q in zip(d, a)),
]


@pytest.mark.parametrize("seed", SEEDS)
def test_correct_spellings_pass(seed):
    for name, answers in zip(NAMES, (OUTPUT, HIDDEN, DELTA)):
        for answer in answers:
            result = check(answer, TASKS[seed][name])
            assert result.ok, result


def student_backward(net, forward, y):
    a, z, L = forward.a, forward.z, net.L
    delta = {L: 2 * (a[L] - y) * net.g[L].derivative(z[L])}
    for l in range(L - 1, 1, -1):
        delta[l] = delta[l + 1] @ net.W[l] * net.g[l].derivative(z[l])
    Delta = {l: delta[l + 1].T @ np.column_stack([np.ones(len(y)), a[l]]) for l in range(1, L)}
    return delta, Delta


@pytest.mark.parametrize("form", [tuple, list, lambda pair: Backward(*pair), lambda pair: dict(
    zip(("delta", "Delta"), pair))])  # fmt: skip
def test_a_whole_backward_may_come_back_in_any_form(form):
    assert check(lambda *case: form(student_backward(*case)), backprop.backward).ok


def test_tolerance_is_relative():
    assert check(1e6 * (1 + 1e-7), 1e6).ok and check(1e-30, 1e-30).ok
    assert check(2, 2.0).ok and check(True, 1).ok and check(np.float32(0.1), 0.1).ok
    assert not check(1.0001, 1.0, hints=0).ok
    assert check(1.0001, 1.0, rtol=1e-3).ok


# ---- the order of speech ----


def blank(z):
    return ...


def half_done(z):
    slope = ...
    return 2 * slope


def half_done_numpy(z):
    W = ...
    return np.matvec(W, np.ones(3))


def only_a_docstring(z):
    """Say 2z."""
    ...


def not_implemented(z):
    raise NotImplementedError


def forgot_return(z):
    z = 2 * z


def indexes_with_dots(z):
    return np.ones(3)[..., "no"]


@pytest.mark.parametrize(
    "answer",
    [..., None, blank, half_done, half_done_numpy, only_a_docstring, not_implemented,
     lambda z: ..., lambda z: [1, ...]],
)  # fmt: skip
def test_not_answered_comes_first_and_is_silent(answer, capsys):
    slips = {"minus": lambda z: -2 * z}
    result = check(answer, lambda z: 2 * z, [1.0, 2.0], slips)
    assert (result.kind, len(result.lines)) == ("unanswered", 1)
    assert str(result).startswith("… Not answered yet")
    assert not result and capsys.readouterr() == ("", "")


def test_a_missing_return_is_told_from_a_stub():
    assert first(check(forgot_return, lambda z: 2 * z, [1.0])) == words.say("check.no_return")


def test_a_return_that_is_missing_on_one_way_is_told_with_its_case():
    result = check(lambda z: 2 * z if z > 1 else None, lambda z: 2 * z, [2.0, 0.5], hints=0)
    assert "every way through it" in first(result) and "f(0.5)" in result.lines[1]
    assert result.kind == "type" and len(result.lines) == 2


def test_dots_as_an_index_are_no_blank():
    assert check(indexes_with_dots, lambda z: 2 * z, [1.0]).kind == "raised"


def test_a_part_that_is_still_open_is_named():
    def answer(net, forward, y):
        delta, Delta = student_backward(net, forward, y)
        return {**delta, 2: ...}, Delta

    result = check(answer, backprop.backward)
    assert result.kind == "unanswered"
    assert first(result) == "Not answered yet: δ⁽²⁾ is still `...`."
    assert "δ⁽⁴⁾ ✓, δ⁽³⁾ ✓, δ⁽²⁾ …, Δ⁽³⁾ ✓" in result.lines[1]


@pytest.mark.parametrize(
    "answer, said",
    [
        (3, "The answer must be a function, but it is 3."),
        (lambda z: "12", "The answer must be a number, but it is '12'."),
        (lambda z: 1j, "The answer must be a number, but it is 1j."),
        (lambda z: print, "The answer must be a number, but it is a function."),
        (lambda z: object(), "The answer must be a number, but it is an object of type object."),
        (lambda z: [1, [2, 3]], "The answer has rows of different lengths; it must have the "
                                "shape ()."),
        (lambda z: [2 * z], "The answer has the shape (1,), but must be one number, of shape ()."),
    ],
)  # fmt: skip
def test_type_and_shape_sentences(answer, said):
    assert first(check(answer, lambda z: 2 * z, [1.0, 2.0])) == said


def test_a_value_where_a_function_came():
    assert first(check(len, 3)) == "The answer must be a value, but it is a function: call it."


def test_shapes_name_the_axes_and_come_before_the_slip():
    X = np.arange(6.0).reshape(2, 3)
    axes = ("sample", "unit")
    result = check(lambda X: X.T, lambda X: 2 * X, [X], {"T": lambda X: X.T}, axes=axes)
    assert (result.kind, result.slip) == ("shape", "T")
    assert result.lines[:2] == (
        "The answer has the shape (3, 2), but must have the shape (2, 3) (axis 0 = sample, "
        "axis 1 = unit). The axes stand the other way round: transpose it.",
        "T",
    )


def test_axes_of_a_single_sample_are_the_last_ones():
    answer = check([1.0], [1.0, 2.0], axes=("sample", "unit"))
    assert "(axis 0 = unit)" in first(answer)


def test_axes_by_symbol():
    def answer(net, forward, y):
        delta, Delta = student_backward(net, forward, y)
        return delta, {l: one[:, 1:] for l, one in Delta.items()}

    said = first(check(answer, backprop.backward))
    assert said.startswith("Δ⁽³⁾ has the shape (2, 4), but must have the shape (2, 5)")
    assert "axis 1 = bias and units of layer l" in said


def test_the_slip_comes_before_the_case():
    slips = {"The 2 is missing.": lambda z: z}
    result = check(lambda z: z, lambda z: 2 * z, [1.0, 2.0], slips, hints=0)
    assert result.kind == "slip" and result.lines == ("The 2 is missing.",)


def test_a_slip_must_give_all_the_values():
    """One case in common with a slip is not that slip."""
    slips = {"square": lambda z: z**2}
    result = check(lambda z: z, lambda z: 3 * z, [1.0, 2.0], slips, hints=0)
    assert result.kind == "value" and result.slip is None


def test_the_first_case_that_differs_expected_beside_got():
    result = check(lambda z: 2 * max(z, 1), lambda z: 2 * z, [1.0, 2.0, 0.5, 0.25], hints=0)
    assert result.lines == (
        "The answer differs: expected 1, got 2.",
        "The first case that differs: `f(0.5)`.",
    )


def test_a_number_asked_for_is_never_told():
    """The expected number would be the answer itself."""
    assert check(3, 6).lines[0] == "The answer is not 3; it is larger."
    assert check(9.5, 6).lines[0] == "The answer is not 9.5; it is smaller."
    assert "6" in check(lambda: 3, lambda: 6, [()]).lines[0]


def test_the_entry_that_differs():
    got = check([[1.0, 2.0], [3.0, 5.0]], [[1.0, 2.0], [3.0, 4.0]], axes=("sample", "unit"))
    assert first(got) == (
        "The answer differs at [1, 1] (sample, unit): expected 4, got 5. 1 of 4 entries differ."
    )


def test_numbers_that_look_alike_get_more_digits():
    assert "is not 1.001" in first(check(1.001, 1.0))
    assert "expected 0.5001, got 0.5002" in first(check(lambda: 0.5002, lambda: 0.5001, [()]))


@pytest.mark.parametrize("value, shown", [(math.nan, "NaN"), (math.inf, "∞"), (-math.inf, "−∞")])
def test_values_that_are_not_finite(value, shown):
    result = check(lambda z: z if z < 2 else value, lambda z: z, [1.0, 2.0], hints=0)
    assert result.kind == "not finite"
    assert result.lines == (f"The answer is {shown}; expected 2.", "It happens with `f(2.0)`.")
    assert first(check([1.0, value], [1.0, 2.0])) == f"The answer is {shown} at [1]; expected 2."


def test_a_chain_says_how_far_it_is_right():
    task = backprop.backward
    result = check(task.slips["no_slope_hidden"], task)
    assert "So far: δ⁽⁴⁾ ✓, δ⁽³⁾ ✗, δ⁽²⁾ ✗, Δ⁽³⁾ ✓, Δ⁽²⁾ ✗, Δ⁽¹⁾ ✗" in result.lines


def test_dicts_and_tuples():
    right = {3: [1.0], 2: [2.0, 3.0]}
    assert check(right, right, names="δ").ok
    assert check({**right, 1: 0}, right, names="δ").ok  # more than asked is no mistake
    result = check({3: [1.0], 2: [2.0, 4.0]}, right, names="δ", hints=0)
    assert result.lines[1] == "So far: δ⁽³⁾ ✓, δ⁽²⁾ ✗"
    assert first(check({3: [1.0]}, right, names="δ")) == "δ⁽²⁾ is missing."
    assert first(check([1.0], right, names="δ")) == (
        "δ must be a dict with the keys 3, 2, but it is [1.0]."
    )
    assert first(check((1.0, 3.0), (1.0, 2.0), names=("w", "b"))) == "b is not 3; it is smaller."
    assert first(check(1.0, (1.0, 2.0), names=("w", "b"))) == (
        "The answer must hold w, b, but it is 1.0."
    )
    assert check(" XOR", "XOR").ok and not check("OR", "XOR").ok


def raises(z):
    shift = z - 1
    return 1 / shift


def test_an_exception_is_one_sentence_with_the_line_of_the_code():
    result = check(raises, lambda z: 2 * z, [1, 2], hints=0)
    number = raises.__code__.co_firstlineno + 2
    assert result.kind == "raised"
    assert result.lines == (
        f"Your code stops at its line {number}, `return 1 / shift`: "
        "ZeroDivisionError, division by zero.",
        "It happens with `raises(1)`.",
    )
    assert "Traceback" not in repr(result) + result._repr_html_()


@pytest.mark.parametrize(
    "stops, told",
    [
        (lambda X: X[0] in [X[1]], "one True or False for each entry"),
        (lambda X: 1 if X == X else 0, "`(a == b).all()`, or tuples"),
        (lambda X: {X[0]}, "`tuple(row)` can"),
        (lambda X: 0 @ X[0], "ValueError, one of the two is a single number, not a vector."),
        (lambda X: np.matvec(X[0], X[0]), "an array of 1 axes came where one of 2 is needed"),
        (lambda X: {[1, 2]: 3}, "`tuple(row)` can"),
        (lambda X: X[:, 2], "there is no index 2 along axis 1: its 2 entries are counted from 0"),
        (lambda X: np.vstack([X, X[:, 0]]), "has 2 and 3 entries along axis 1"),
        (lambda X: np.hstack([X, X[:, 0]]), "arrays of 2 and 1 axes are to be joined"),
    ],
)
def test_what_numpy_says_of_arrays_is_put_in_words(stops, told):
    with pytest.raises((ValueError, TypeError, IndexError)) as own:
        stops(np.ones((3, 2)))
    result = check(stops, lambda X: X, [np.ones((3, 2))])
    assert result.kind == "raised" and told in first(result)
    assert str(own.value) not in first(result)


def test_numpys_sentence_about_sizes_is_put_in_words():
    answer = lambda X: np.ones((2, 3)) @ np.ones((2, 3))  # noqa: E731
    said = first(check(answer, lambda X: X, [1.0]))
    assert "the sizes do not fit together" in said and "gufunc" not in said


SIZES = {
    "delta_hidden": (
        lambda W, d, z, g: W.T @ d * g.derivative(z),
        lambda W, d, z, g: W @ d * g.derivative(z),
        lambda W, d, z, g: W.T * d * g.derivative(z),
        lambda W, d, z, g: np.dot(W.T, d) * g.derivative(z),
        lambda W, d, z, g: W.T @ d.T * g.derivative(z),
    ),
    "Delta": (
        lambda d, a: d @ a.T,
        lambda d, a: d @ with_one(a).T,
        lambda d, a: d * a,
    ),
}
ADVICE = {
    "delta_hidden": "multiplies a matrix with each row",
    "Delta": "the samples must stand there",
}


@pytest.mark.parametrize("name, i", [(name, i) for name in SIZES for i in range(len(SIZES[name]))])
def test_sizes_that_do_not_fit_are_told_how_the_samples_lie(name, i):
    result = check(SIZES[name][i], getattr(backprop, name))
    assert result.kind == "raised" and "the sizes do not fit together" in first(result)
    assert ADVICE[name] in result.lines[1]
    assert "gufunc" not in str(result) and "operand" not in str(result)


def test_outer_is_told_to_be_for_one_sample():
    for row in (lambda a: [1, *a], lambda a: np.array([1, *a])):
        result = check(lambda d, a, f=row: np.outer(d, f(a)), backprop.Delta)
        assert "a number and whole rows" in first(result) and "inhomog" not in str(result)
        assert "`[1, *a]` is for one sample" in result.lines[1]
    for one in (lambda a: a, with_one):
        result = check(lambda d, a, f=one: np.outer(d, f(a)), backprop.Delta)
        assert result.kind == "shape" and "it is for one sample" in result.lines[1]


def test_the_slope_of_a_sigmoid_is_not_the_slope_of_every_g():
    answers = (
        (lambda a, y, z, g: 2 * (a - y) * a * (1 - a), backprop.delta_output),
        (lambda a, y, z, g: 2 * (a - y) * sigmoid.derivative(z), backprop.delta_output),
        (lambda W, d, z, g: d @ W * g(z) * (1 - g(z)), backprop.delta_hidden),
        (lambda W, d, z, g: d @ W * sigmoid(z) * (1 - sigmoid(z)), backprop.delta_hidden),
    )
    for answer, task in answers:
        assert "g is not always a sigmoid" in first(check(answer, task))


def with_slips(**wrong):
    """A backward as exercise 4 wants it, from the reader's three functions."""
    names = {
        "delta_output": OUTPUT[0], "delta_hidden": HIDDEN[0], "Delta_layer": DELTA[1], **wrong
    }  # fmt: skip
    source = """
def backward(net, forward, y):
    a, z, W, g = forward.a, forward.z, net.W, net.g
    L, delta, Delta = net.L, {}, {}
    delta[L] = delta_output(a[L], y, z[L], g[L])
    for l in LAYERS:
        Delta[l] = Delta_layer(delta[l + 1], a[l])
        if l > LAST:
            delta[l] = delta_hidden(W[l], delta[l + 1], z[l], g[l])
    return delta, Delta
"""
    layers, last = names.pop("layers", "range(L - 1, 0, -1)"), names.pop("last", "1")
    return run_cell(source.replace("LAYERS", layers).replace("LAST", last), names)["backward"]


def run_cell(source, names):
    """Run the source as a cell of a notebook, with a file of its own."""
    file = f"<cell {len(linecache.cache)}>"
    linecache.cache[file] = len(source), None, source.splitlines(keepends=True), file
    exec(compile(source, file, "exec"), names)
    return names


def open_stub(name):
    return run_cell(f"def {name}(*arguments):\n    return ...\n", {})[name]


@pytest.mark.parametrize("name", ["delta_output", "delta_hidden", "Delta_layer"])
def test_an_earlier_exercise_that_is_still_open_is_named(name):
    result = check(with_slips(**{name: open_stub(name)}), backprop.backward)
    assert result.kind == "unanswered"
    assert f"`{name}`, which your code calls, still holds" in first(result)
    numpy_stops = lambda d, a: np.matvec(a.T, d)  # noqa: E731  numpy's error speaks of no ellipsis
    both = with_slips(delta_output=open_stub("delta_output"), Delta_layer=numpy_stops)
    assert "`delta_output`, which your code calls" in first(check(both, backprop.backward))
    everything = {one: open_stub(one) for one in ("delta_output", "delta_hidden", "Delta_layer")}
    said = first(check(with_slips(**everything), backprop.backward))
    assert said.startswith("Not answered yet: δ⁽⁴⁾ is still `...`, because `delta_output`")


def test_a_pass_that_is_half_filled_says_how_far_it_is_right():
    """Line by line, as one works: the loop stops in its second round, at a δ that is `...`."""
    source = """
def backward(net, forward, y):
    L, delta, Delta = net.L, {}, {}
    delta[L] = 2 * (forward.a[L] - y) * net.g[L].derivative(forward.z[L])
    for l in range(L - 1, 0, -1):
        Delta[l] = delta[l + 1].T @ with_one(forward.a[l])
        if l > 1:
            delta[l] = ...
    return delta, Delta
"""
    result = check(run_cell(source, {"with_one": with_one})["backward"], backprop.backward)
    assert result.kind == "unanswered" and first(result).endswith("δ⁽³⁾ is still `...`.")
    assert result.lines[1] == "So far: δ⁽⁴⁾ ✓, δ⁽³⁾ …, δ⁽²⁾ …, Δ⁽³⁾ ✓, Δ⁽²⁾ …, Δ⁽¹⁾ …"


def test_a_layer_that_is_not_there_is_told_in_the_lecture_s_words():
    too_far = check(with_slips(last="0"), backprop.backward)
    assert "layer 1 has no z, so it has no δ" in first(too_far) and "KeyError" not in str(too_far)
    too_early = check(with_slips(layers="range(1, L)"), backprop.backward)
    assert "with l = 1: δ⁽²⁾ was asked for before it was filled" in first(too_early)
    beyond = check(with_slips(layers="range(L, 0, -1)"), backprop.backward)
    assert "δ⁽⁵⁾ was asked for before it was filled" in first(beyond)
    a_beyond = check(lambda net, forward, y: forward.a[net.L + 1], backprop.backward)
    assert "`a` has no layer 5" in first(a_beyond)
    W_of_L = check(lambda net, forward, y: net.W[net.L], backprop.backward)
    assert "KeyError, W[4]: the layers are 1 to 3." in first(W_of_L)


def test_what_is_true_or_false_is_shown_as_such():
    assert first(check(lambda x: 1, lambda x: bool(x), [0])) == (
        "The answer differs: expected False, got True."
    )
    said = first(check(lambda x: {x}, lambda x: bool(x), [0]))
    assert said == "The answer must be True or False, but it is {0}."
    said = first(check(lambda x: 3, lambda x: bool(x), [0]))
    assert said == "The answer differs: expected 0, got 3."


def test_other_key_errors_are_left_as_they_are():
    for answer in (lambda z: {}["b"], lambda z: {"a": 1}.__getitem__(3), lambda z: {}[1, 2]):
        assert "KeyError" in first(check(answer, lambda z: z, [1.0]))


def test_an_error_inside_another_function_names_it_and_the_layer():
    wrong = run_cell("def delta_hidden(W, d, z, g):\n    return W.T @ d\n", {})["delta_hidden"]
    said = first(check(with_slips(delta_hidden=wrong), backprop.backward))
    assert "inside `delta_hidden`, with l = 3: ValueError, the sizes do not fit together" in said


def test_the_slips_of_the_parts_are_named_in_the_whole():
    for wrong, slip in (
        ({"delta_hidden": lambda W, d, z, g: d @ W}, "no_slope_hidden"),
        ({"delta_output": lambda a, y, z, g: (a - y) * g.derivative(z)}, "no_two"),
        ({"Delta_layer": lambda d, a: d.T @ a}, "no_bias"),
    ):
        assert check(with_slips(**wrong), backprop.backward).slip == slip


def test_a_slip_is_known_though_more_is_returned_than_asked():
    """Without g′ in the hidden layers nothing stops the loop from filling δ⁽¹⁾ too."""
    source = """
def backward(net, forward, y):
    delta, Delta = DONE(net, forward, y)
    return {**delta, 1: delta[2] @ net.W[1]}, Delta
"""
    done = with_slips(delta_hidden=lambda W, d, z, g: d @ W)
    answer = run_cell(source, {"DONE": done})["backward"]
    assert check(answer, backprop.backward).slip == "no_slope_hidden"


def test_wrong_number_of_arguments_and_endless_recursion_are_told():
    def again(z):
        return again(z)

    assert check(lambda: 1, lambda z: z, [1.0]).kind == "raised"
    assert "RecursionError" in first(check(again, lambda z: z, [1.0]))


def test_changing_the_arguments_changes_nothing():
    def answer(X):
        X *= 2
        return X

    cases = [(np.ones(3),), (np.arange(3.0),)]
    for _ in range(2):
        assert check(answer, lambda X: 2 * X, cases).ok
    assert (cases[0][0] == 1).all()

    def spoils(net, forward, y):
        result = student_backward(net, forward, y)
        forward.a[1][...] = 0
        net.W[1] = 0 * net.W[1]
        return result

    assert all(check(spoils, backprop.backward).ok for _ in range(2))


# ---- hints ----


def test_tries_open_the_hints_one_by_one_and_then_the_solution():
    def double(z):
        return 2 * z

    def my_answer(z):
        return z

    said = [check(my_answer, double, [1.0], hints=2).lines[-1] for _ in range(4)]
    solution = words.say("check.solution")
    assert said == ["Stuck? Open hint 1.", "Stuck? Open hint 2.", solution, solution]

    def my_answer(z):
        return 2 * z

    assert check(my_answer, double, [1.0], hints=2).lines == ("Right.",)

    def my_answer(z):
        return 3 * z

    assert check(my_answer, double, [1.0], hints=2).lines[-1] == "Stuck? Open hint 1."


def test_values_count_their_tries_too():
    assert [check(7, 8.5, hints=2).lines[-1][-2] for _ in range(2)] == ["1", "2"]


def test_html_is_escaped_and_the_same_every_time():
    result = check("<script>alert(1)</script>", "no", hints=0)
    assert "<script" not in result._repr_html_() and "&lt;script" in result._repr_html_()
    bad = lambda z: {}["<b>"]  # noqa: E731
    assert "<b>" not in check(bad, lambda z: z, [1.0])._repr_html_()
    pages = {check(object(), 1.0, hints=0)._repr_html_() for _ in range(3)}
    assert len(pages) == 1 and " at 0x" not in pages.pop()


# ---- the author's mistakes ----


@pytest.mark.parametrize(
    "arguments, settings, said",
    [
        ((1.0, [1.0]), {}, "reference must be a function"),
        ((np.sin, []), {}, "cases must be a list of at least one"),
        ((np.sin, 3), {}, "cases must be a list of argument tuples"),
        ((np.sin, "ab"), {}, "cases must be a list of argument tuples"),
        ((np.sin, [1.0], [np.cos]), {}, "slips must be a dict"),
        ((np.sin, [1.0], {"a": 3}), {}, "slips must be a dict"),
        ((np.sin, [1.0], {3: np.cos}), {}, "slips must be a dict"),
        ((np.sin, [1.0], {"the same": lambda x: np.sin(x)}), {}, "slips must differ"),
        ((np.sin, [1.0], {"a": np.cos, "b": np.cos}), {}, "slips must differ"),
        ((lambda x: 1 / x, [0]), {}, "reference must run on every case"),
        ((lambda x: math.nan, [0]), {}, "reference must give finite numbers"),
        ((lambda x: {1}, [0]), {}, "reference must give finite numbers"),
        ((None,), {}, "reference must give finite numbers"),
        ((1.0,), {"hints": -1}, "hints must be"),
        ((1.0,), {"rtol": 0}, "rtol must be"),
        ((1.0,), {"axes": 3}, "axes must be texts"),
        ((1.0,), {"names": [3]}, "names must be texts"),
        ((1.0,), {"describe": "x"}, "describe must be a function"),
        ((1.0,), {"refuse": "x"}, "refuse must be a function"),
        ((1.0,), {"advice": "x"}, "advice must be a dict"),
        ((1.0,), {"advice": {"sizes": 3}}, "advice must be texts"),
        ((backprop.Delta,), {"hints": 2}, "reference must be all there is"),
    ],
)
def test_an_author_s_mistake_is_refused(arguments, settings, said):
    with pytest.raises((TypeError, ValueError), match=f"^{said}"):
        check(..., *arguments, **settings)


# ---- check_derivative ----


@pytest.mark.parametrize(
    "mine, kind",
    [
        (lambda z: sigmoid(z) * (1 - sigmoid(z)), "right"),
        (lambda z: [float(sigmoid.derivative(z))], "right"),
        (lambda z: -sigmoid.derivative(z), "sign"),
        (lambda z: 2 * sigmoid.derivative(z), "factor"),
        (lambda z: sigmoid.derivative(z) - 1, "constant"),
        (sigmoid, "itself"),
        (lambda z: -sigmoid(z), "minus_itself"),
        (lambda z: sigmoid.derivative(sigmoid(z)), "at_f"),
        (lambda z: 1 / sigmoid.derivative(z), "inverse"),
        (tanh.derivative, "other"),
        (lambda z: sigmoid.derivative(z) * (1 - 2 * sigmoid(z)), "second"),
        (lambda z: sigmoid(z) * (1 + sigmoid(z)), "value"),
        (lambda z: math.nan, "not finite"),
        (lambda z: math.log(z), "raised"),
        (lambda z: [1, 2], "type"),
        (lambda z: "a", "type"),
        (3, "type"),
        (forgot_return, "type"),
        (blank, "unanswered"),
        (..., "unanswered"),
    ],
)
def test_check_derivative_names_what_it_is(mine, kind):
    result = check_derivative(sigmoid, mine)
    assert kind in (result.kind, result.slip)
    if result.slip:
        values = {"factor": 2, "c": "−1", "name": "tanh"}
        assert result.lines == (words.say(f"derivative.{kind}", **values),)


def test_check_derivative_shows_the_first_point():
    result = check_derivative(np.square, lambda x: 2 * x if x < 1 else 5, at=[0, 0.5, 1, 2])
    assert result.lines == (
        "At x = 1 the slope by two points is 2, yours is 5. 2 of 4 points differ.",
    )


@pytest.mark.parametrize("at_zero", [0, 0.5, 1, math.nan])
def test_kinks_are_not_held_against_the_student(at_zero):
    assert check_derivative(relu, lambda z: at_zero if z == 0 else float(z > 0)).ok
    assert check_derivative(abs, lambda z: at_zero if z == 0 else np.sign(z)).ok
    assert check_derivative(step, lambda z: at_zero if z == 0 else 0).ok


@pytest.mark.parametrize(
    "f, derivative",
    [
        (math.log, lambda x: 1 / x),  # no value left of 0
        (lambda x: 1 / x, lambda x: -1 / x**2),
        (np.exp, np.exp),  # f is its own derivative: no slip
        (lambda x: 5.0, lambda x: 0),
        (lambda x: x**9, lambda x: 9 * x**8),
        (lambda x: 1e-6 * np.sin(x), lambda x: 1e-6 * np.cos(x)),
    ],
)
def test_any_function_is_an_exercise(f, derivative):
    assert check_derivative(f, derivative).ok


@pytest.mark.parametrize(
    "arguments, said",
    [
        ((3, abs), "f must be a function"),
        ((lambda a, b: 1, abs), "f must be a function of one number"),
        ((lambda x: "a", abs), "f must be a function of one number"),
        ((abs, abs, ["a"]), "at must be points"),
        ((abs, abs, [1, 2]), "at must be at least 3 points"),
    ],
)
def test_check_derivative_refuses_an_author_s_mistake(arguments, said):
    with pytest.raises((TypeError, ValueError), match=f"^{said}"):
        check_derivative(*arguments)


# ---- gradient check and bug hunt ----


@pytest.mark.parametrize("seed", SEEDS)
def test_gradient_check_passes_what_is_right(seed):
    for net, forward, y in networks_for_checking(seed):
        assert gradient_check(student_backward, net, forward.a[1], y).ok


@pytest.mark.parametrize("slip", [s for s in backprop.backward.slips if s != "slope_at_a_hidden"])
def test_gradient_check_finds_every_slip(slip):
    wrong = backprop.backward.slips[slip]
    kinds = [gradient_check(wrong, net, f.a[1], y).kind for net, f, y in networks_for_checking()]
    assert "wrong" in kinds  # on one of the networks: a(1 − a) is right for a sigmoid


def test_gradient_check_shows_the_largest_difference_with_both_numbers():
    net, forward, y = networks_for_checking()[1]
    slopes = numerical_gradient(net, forward.a[1], y)

    def wrong(net, forward, y):
        delta, Delta = student_backward(net, forward, y)
        Delta[1][2, 0] += 7 * len(y)
        return delta, Delta

    lines = gradient_check(wrong, net, forward.a[1], y).lines
    assert lines[1] == "Δ⁽²⁾/m: all 4 entries agree."
    assert lines[2].startswith("Δ⁽¹⁾/m: largest difference 7 at [2, 0], backward ")
    assert f"{slopes[1][2, 0] + 7:.1f}"[:2] in lines[2]


@pytest.mark.parametrize(
    "backward, kind, said",
    [
        (..., "unanswered", "Not answered"),
        (blank, "unanswered", "Not answered"),
        (7, "type", "must be a function"),
        (lambda *case: 1 / 0, "wrong", "ZeroDivisionError"),
        (lambda *case: 5, "wrong", "Δ must be a dict with the keys 3, 2, 1, but it is None"),
        (lambda *case: ({}, {3: 1.0}), "wrong", "Δ⁽³⁾ has the shape ()"),
    ],
)
def test_gradient_check_answers_whatever_comes(backward, kind, said):
    if backward is blank:
        backward = lambda net, forward, y: ...  # noqa: E731
    net, forward, y = networks_for_checking()[0]
    result = gradient_check(backward, net, forward.a[1], y)
    assert result.kind == kind and said in str(result)


def test_gradient_check_says_when_all_entries_differ_by_one_factor():
    net, forward, y = networks_for_checking()[0]
    half = gradient_check(backprop.backward.slips["no_two"], net, forward.a[1], y).lines
    assert len(half) == 4
    assert all("every entry is 0.5 times the slope; at [" in line for line in half[1:])
    other = gradient_check(backprop.backward.slips["slope_at_a"], net, forward.a[1], y).lines
    assert not any("times the slope" in line for line in other)
    no_slopes = Network([2, 2, 1], g="relu", seed=0)
    no_slopes.b[2][...] = -9.0
    wrong = lambda net, forward, y: (None, {l: T + 1 for l, T in net.Theta.items()})  # noqa: E731
    with warnings.catch_warnings(action="error"):  # nothing is divided by slopes that are all 0
        said = str(gradient_check(wrong, no_slopes, [[0, 1]], [[1]]))
    assert "times the slope" not in said


def test_relu_is_the_experiment_that_tells_slope_at_a_from_the_others():
    """Hint 3 of exercise 5: with relu g′(a) = g′(z), so that mistake alone vanishes."""
    random = np.random.default_rng(0)
    X, y = random.normal(size=(4, 3)), random.uniform(size=(4, 2))
    net = Network([3, 4, 4, 2], g="relu", seed=2)
    slips = {name: backprop.backward.slips[name] for name in mistakes}
    found = [name for name, slip in slips.items() if gradient_check(slip, net, X, y).ok]
    assert found == ["slope_at_a"]


def test_one_sample_as_a_vector():
    net = Network([2, 3, 1])
    assert gradient_check(backprop.backward.reference, net, [0, 1], [1]).ok


def test_each_bug_is_one_slip_that_the_gradient_check_finds():
    answers = {
        name: [mistake for mistake in mistakes if check_bug(name, mistake).ok] for name in bugs
    }
    assert list(bugs) == ["A", "B", "C", "D"]
    assert all(len(found) == 1 for found in answers.values())
    assert len({found[0] for found in answers.values()}) == 4
    for name, (mistake,) in answers.items():
        for case in networks_for_checking(2):
            bug, slip = bugs[name](*case), backprop.backward.slips[mistake](*case)
            assert all((bug.Delta[l] == slip.Delta[l]).all() for l in bug.Delta)
        assert mistake not in repr(bugs[name]) and mistake not in vars(bugs[name]).values()


def test_the_gradient_check_alone_tells_the_mistakes_apart():
    """Some network and batch shows a difference between any two of the mistakes."""
    slips = backprop.backward.slips
    for one, two in itertools.combinations(mistakes, 2):
        pages = [
            str(gradient_check(slips[name], net, forward.a[1], y))
            for name in (one, two)
            for net, forward, y in [networks_for_checking()[0]]
        ]
        assert pages[0] != pages[1], (one, two)


def test_check_bug_gives_a_reason_that_is_true():
    right = check_bug("B", "no_slope_hidden")
    assert right.lines[1] == (
        "On Network(3-4-4-2, sigmoid) with 5 samples the gradient check shows Δ⁽³⁾ ✓, Δ⁽²⁾ ✗, "
        "Δ⁽¹⁾ ✗."
    )
    wrong = check_bug("B", "no_two")
    assert "would show Δ⁽³⁾ ✗ (0.5 times the slope)" in wrong.lines[1]
    assert "but it shows Δ⁽³⁾ ✓" in wrong.lines[1]
    assert "by other numbers" in check_bug("B", "a_for_delta").lines[1]
    assert "(bias column alone)" in check_bug("A", "bias_zero").lines[1]


def test_check_bug_answers_whatever_comes():
    assert check_bug("A", ...).kind == "unanswered"
    assert "did you mean no_two?" in first(check_bug("A", "no two"))
    assert check_bug("A", ["no_two"]).kind == "type"
    assert check_bug("A", np.ones(3)).kind == "type"
    for name in ("E", 3, None):
        with pytest.raises((TypeError, ValueError), match="^name must be one of"):
            check_bug(name, ...)


def test_mistakes_end_a_cell_with_their_meaning():
    assert repr(mistakes).splitlines()[0].startswith("no_two: The factor 2 is missing")
    assert mistakes._repr_html_().count("<li>") == len(mistakes) == 10


# ---- predict (in the browser: tests/browser/test_exercises.py) ----

WHY = {"1": "Too few.", "3": "Too many."}


def see(question, view):
    question.view = view
    question.see()
    return question.frames[0]["reason"]


def test_predict_chooses_first_then_sees():
    question = predict("How many?", ["1", "2", "3"], "2", WHY)
    assert (question.chosen, question.right) == (None, None)
    assert "Choose first" in see(question, "") and question.chosen is None
    assert "Too few." in see(question, "0")
    assert (question.chosen, question.right) == ("1", False)
    assert "✓" in see(question, "1") and "Too" not in question.frames[0]["reason"]
    assert (question.chosen, question.right) == ("2", True)
    question.view = "2"
    assert question.frames == [{"reason": ""}]  # an old reason does not stand by a new choice


def test_the_answer_may_be_computed():
    net = Network([2, 3, 1])
    question = predict("Layers?", [2, 3, 4], np.int64(net.L), {2: "no", 4: "no", 3: "Three."})
    assert "Three." in see(question, "1") and question.chosen == 3
    assert see(predict("z?", [0.1, 0.3], 0.1 + 0.2, {0.1: "no"}), "1").startswith("<p><strong>✓")


def test_predict_sets_tex_and_escapes_everything_else():
    question = predict("<script>1</script> $z$", ["$a^{(2)}$", "<b>"], "<b>", {"$a^{(2)}$": "<i>"})
    assert "<script" not in question.shell and "<b>" not in question.shell
    assert "<math>" in question.shell and "$" not in question.shell
    assert "&lt;i&gt;" in see(question, "0")
    assert repr(question) == "<script>1</script> z  a(2) / <b>"


@pytest.mark.parametrize(
    "arguments, said",
    [
        ((3, ["1", "2"], "1", {"2": "no"}), "question must be a text"),
        ((" ", ["1", "2"], "1", {"2": "no"}), "question must be a text"),
        (("$z", ["1", "2"], "1", {"2": "no"}), "question must be a text with closed"),
        ((r"$\frac$", ["1", "2"], "1", {"2": "no"}), "question must hold TeX"),
        (("?", "12", "1", {"2": "no"}), "options must be a list"),
        (("?", ["1"], "1", {}), "options must be at least two"),
        (("?", ["1", "1"], "1", {}), "options must be at least two, all different"),
        (("?", ["1", None], "1", {}), "options must be a text"),
        (("?", ["1", True], "1", {}), "options must be a text"),
        (("?", ["1", "2"], "3", {}), "answer must be one of the options"),
        (("?", ["1", "2"], 1, {}), "answer must be one of the options"),
        (("?", ["1", "2"], "1", {}), "because must hold a reason for each wrong option"),
        (("?", ["1", "2"], "1", {"2": ""}), "because must be a text"),
        (("?", ["1", "2"], "1", {"3": "no"}), "because must be one of the options"),
        (("?", ["1", "2"], "1", ["no"]), "because must be a dict"),
    ],
)
def test_predict_refuses_an_author_s_mistake(arguments, said):
    with pytest.raises((TypeError, ValueError), match=f"^{said}"):
        predict(*arguments)
