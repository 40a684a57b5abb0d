"""Notebook 03 in the hands of a reader: predictions, counts by another way, other numbers."""

import re
from functools import partial
from itertools import combinations_with_replacement, permutations, product

import matplotlib.pyplot as plt
import numpy as np
import pytest
from playing import rerun, right_option
from playing import run as run_book
from reading import ROOT, Book

from nnlib import Perceptron

BOOK = Book.read(ROOT / "notebooks" / "03_xor_and_the_winter.ipynb")
run = partial(run_book, BOOK)


@pytest.fixture(autouse=True)
def closed_figures():
    yield
    plt.close("all")


def test_what_is_right_to_predict(capsys):
    found = {name: right_option(one) for name, one in run().items()}
    assert found == {"logistic-predict": "½ for all four", "count-predict": "about 100"}


@pytest.mark.parametrize(
    "change",
    [
        ("hand-picture", "[1.0, 1.0]), -0.5", "[1.0, -2.0]), 0.3"),
        ("linear-units", "[[[2, 3]]], [[-1]]", "[[[-1, 3]]], [[-2]]"),
        ("cycle-learn", "epochs=6", "epochs=6, alpha=0.5"),
        ("lift-cloud", "0.1, X.shape", "0.05, X.shape"),
        ("winter-picture", "at=1969", "at=1986"),
    ],
)
def test_the_reader_changes_a_number_and_every_cell_still_runs(change, capsys):
    run(change)


def test_any_cell_can_be_run_again_after_the_last_one(capsys):
    for cell, first, again in rerun(BOOK):
        assert again == first, cell


def separable(n):
    """Every Boolean function of n inputs that one unit computes, without the notebook's way.

    A perceptron that comes to an end is a unit; where it does not within its bound, a sum of
    samples of class 1 that is one of class 0 as well proves that there is none. One function
    of each class of equals (inputs swapped or turned, output turned) is enough.
    """
    X = np.array(list(product([0, 1], repeat=n)))
    turned = _symmetries(X)
    done, kept = set(), set()
    for code in range(2 ** len(X)):
        if code in done:
            continue
        y = (code >> np.arange(len(X))) & 1
        orbit = {int((image << np.arange(len(X))).sum()) for image in y[turned]}
        orbit |= {2 ** len(X) - 1 - one for one in orbit}
        done |= orbit
        if _ends(X, y):
            kept |= orbit
        else:
            assert _contradiction(X, y), code
    return kept


def _symmetries(X):
    """Where each row goes when inputs are swapped and turned: rows of indices."""
    n = X.shape[1]
    weights = 2 ** np.arange(n)[::-1]
    return np.array(
        [
            (X[:, list(order)] ^ np.array(flip)) @ weights
            for order in permutations(range(n))
            for flip in product([0, 1], repeat=n)
        ]
    )


def _ends(X, y):
    unit, last = Perceptron(X.shape[1]), []
    for update in unit.learn(X, y, epochs=150):
        last.append(update.y == update.y_hat)
    return all(last[-len(X) :])


def _contradiction(X, y):
    sums = [
        {tuple(sum(pair)) for pair in combinations_with_replacement(X[y == k], 2)} for k in (0, 1)
    ]
    return bool(sums[0] & sums[1])


@pytest.mark.parametrize(("n", "reach", "count"), [(2, 1, 14), (3, 2, 104), (4, 3, 1882)])
def test_the_count_agrees_with_one_by_perceptrons_and_contradictions(n, reach, count, capsys):
    names = {}
    run(names=names)
    found = separable(n)
    assert len(found) == count
    assert names["one_unit"](n, reach) == found


def test_numbers_in_the_text_are_those_of_the_cells(capsys):
    names = {}
    run(names=names)
    text = " ".join(cell.source for cell in BOOK.prose)
    told = {int(one.replace(",", "")) for one in re.findall(r"\b\d{1,3}(?:,\d{3})+\b", text)}
    impossible = int(names["impossible_4"].sum())
    assert {names["counts"][4], impossible, 2**16} <= told
    assert names["counts"][4] + impossible == 2**16
    assert names["updates"][8].epoch == 3  # the epoch whose weights come back


def test_the_weights_go_round_in_four_visits(capsys):
    names = {}
    run(names=names)
    states = [(*u.w, u.b) for u in names["updates"]]
    assert states[7] == states[11] == states[15] == (-1, 0, 1)
    assert len(set(states[8:12])) == 4


def test_of_two_of_three_inputs_one_unit_computes_32():
    """The number that a prediction tells: tables that change with at most two of the inputs."""
    of_two = [(y >> np.arange(4)) & 1 for y in separable(2)]
    rows = np.array(list(product([0, 1], repeat=3)))
    found = {
        tuple(table[2 * rows[:, i] + rows[:, j]])
        for table in of_two
        for i, j in permutations(range(3), 2)
    }
    assert len(found) == 32
