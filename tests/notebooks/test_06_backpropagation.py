"""Notebook 06 in the hands of a reader: predictions, other numbers, first wrong tries."""

from functools import partial

import numpy as np
import pytest
from IPython.display import display
from playing import rerun, right_option
from playing import run as run_book
from reading import ROOT, Book

from nnlib import sigmoid, steps
from nnlib.exercises import backprop, check

BOOK = Book.read(ROOT / "notebooks" / "06_backpropagation.ipynb")
run = partial(run_book, BOOK)


def test_what_is_right_to_predict(capsys):
    found = {name: right_option(one) for name, one in run().items()}
    assert found == {
        "error-predict": "the error",
        "chain-predict": "those of $x_1$",
        "paths-predict": "1,000,000,000",
        "delta-predict": "those into hidden unit 1",
        "check-predict": "fewer equal decimals",
    }


@pytest.mark.parametrize(
    "change",
    [
        ("chain-network", "[0.0, 1.0]", "[0.5, 1.0]"),
        ("chain-network", "[[-1.1, 1.6]]", "[[2.0, -3.0]]"),
        ("chain-network", '"sigmoid"', '"tanh"'),
        ("chain-network", '"sigmoid"', '"relu"'),
        ("chain-network", '"sigmoid"', '"identity"'),
        ("stepper", "net, x, y", "net, [1, 0.5], [0]"),
        ("paths-network", "np.array([0.8", "np.array([-2"),
        ("bugs-try", "[3, 4, 4, 2]", "[2, 5, 1]"),
        ("bugs-try", "m = 4", "m = 1"),
    ],
)
def test_the_reader_changes_a_number_and_every_assert_still_holds(change, capsys):
    run(change)


def test_any_cell_can_be_run_again_after_the_last_one(capsys):
    """No name stands for two things: an earlier cell finds what it had found."""
    for cell, first, again in rerun(BOOK):
        assert again == first, cell


def test_with_g_tanh_the_numbers_on_the_screen_are_tanh_s(capsys):
    names = {"display": display}
    run(("chain-network", '"sigmoid"', '"tanh"'), names)
    np.testing.assert_allclose(names["E_z3"], names["E_a3"] * (1 - names["a"][3] ** 2))
    np.testing.assert_allclose(names["delta"][2], names["E_z2"])


def test_the_lines_of_the_summary_are_the_package_s_own():
    text = next(cell.source for cell in BOOK.prose if cell.id == "summary-lines")
    shown = text.split("```")[1].splitlines()[1:]
    lines = [line.strip() for line in steps.listing("delta").lines if " = " in line]
    assert shown == lines


def test_numbers_in_the_text_are_the_networks_own(capsys):
    names = {"display": display}
    run(names=names)
    a, text = names["a"], {cell.id: cell.source for cell in BOOK.prose}
    assert f"{a[3][0]:.4f}-1)\\approx{names['E_a3'][0]:.3f}" in text["chain-output"]
    assert f"{2 * (round(a[3][0], 3) - 1):.3f}".replace("-", "−") in text["chain-output"]
    assert f"{names['n_paths']:,}" == "1,000,000,000" and names["wide"].n_weights == 900
    assert [step.symbol for step in names["found"][7:12]] == "J delta Delta delta delta".split()
    assert np.count_nonzero(names["back_hidden"].Delta[1]) == 3  # no other 0 blurs the answer


FIRST_TRIES = {
    # exercise, what a reader writes first, and what it is told
    "half": ("delta_output", "(a - y) * g.derivative(z)", "The factor 2 is missing"),
    "turned": ("delta_output", "2 * (y - a) * g.derivative(z)", "y − a stands where a − y"),
    "no g'": ("delta_output", "2 * (a - y)", "g′ is missing"),
    "g at z": ("delta_output", "2 * (a - y) * g(z)", "g stands where g′ belongs"),
    "at a": ("delta_output", "2 * (a - y) * g.derivative(a)", "g′ is taken at a instead"),
    "always a sigmoid": ("delta_output", "2 * (a - y) * a * (1 - a)", "not always a sigmoid"),
    "sigmoid by name": (
        "delta_hidden",
        "delta_next @ W * sigmoid.derivative(z)",
        "not always a sigmoid",
    ),
    "one sample": (
        "delta_hidden",
        "W.T @ delta_next * g.derivative(z)",
        "multiplies a matrix with",
    ),
    "W first": ("delta_hidden", "W @ delta_next * g.derivative(z)", "multiplies a matrix with"),
    "star": ("delta_hidden", "W.T * delta_next * g.derivative(z)", "multiplies a matrix with"),
    "outer": ("Delta", "np.outer(delta_next, [1, *a])", "is for one sample"),
    "a turned": ("Delta", "delta_next @ a.T", "the samples must stand there"),
    "not turned": ("delta_hidden", "np.matvec(W, delta_next) * g.derivative(z)", "not transposed"),
    "no slope": ("delta_hidden", "np.matvec(W.T, delta_next)", "g′ is missing"),
    "no bias": ("Delta", "delta_next.T @ a", "bias column is missing"),
    "mean": (
        "Delta",
        "delta_next.T @ np.column_stack([np.ones(len(a)), a]) / len(a)",
        "too early",
    ),
}
ARGUMENTS = {"delta_output": "a, y, z, g", "delta_hidden": "W, delta_next, z, g"}


@pytest.mark.parametrize("name", FIRST_TRIES)
def test_the_first_wrong_try_is_told_what_is_wrong(name):
    exercise, body, said = FIRST_TRIES[name]
    arguments = ARGUMENTS.get(exercise, "delta_next, a")
    answer = eval(f"lambda {arguments}: {body}", {"np": np, "sigmoid": sigmoid})
    result = check(answer, getattr(backprop, exercise))
    assert not result.ok and said in str(result), result
