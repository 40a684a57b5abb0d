"""Notebook 02 in the hands of a reader: predictions, other numbers, first wrong tries."""

import re
from functools import partial

import numpy as np
import pytest
from playing import rerun, right_option
from playing import run as run_book
from reading import ROOT, Book

from nnlib import load_dataset, margin, step
from nnlib.exercises import check, perceptron

BOOK = Book.read(ROOT / "notebooks" / "02_the_perceptron_learns.ipynb")
run = partial(run_book, BOOK)


def test_what_is_right_to_predict(capsys):
    found = {name: right_option(one) for name, one in run().items()}
    assert found == {
        "layer-predict": "(2, 3)",
        "hebb-predict": "grow past 1000",
        "rule-predict": "exactly as many",
        "bound-predict": "need not follow the bound",
        "cards-predict": "fewer than 10",
        "digits-predict": "less than 80 %",
    }


def test_a_right_prediction_is_not_told_why_it_would_be_wrong(capsys):
    told = {}
    for name, one in run().items():
        right_option(one)
        told[name] = re.sub("<[^>]+>", "", one.frames[0]["reason"]).strip()
    assert told == {
        "layer-predict": "✓ Right. A row for each unit, a column an input.",
        "hebb-predict": "✓ Right. The larger w, the larger y, the larger the step.",
        "rule-predict": "✓ Right.",
        "bound-predict": "✓ Right. A bound says what cannot be more, not what will be.",
        "cards-predict": "✓ Right. Each mistake teaches nine pixels at once.",
        "digits-predict": "✓ Right.",
    }


@pytest.mark.parametrize(
    "change",
    [
        ("unit-code", "[0.6, -1.0, 0.3]", "[0.1, 0.2, -0.9]"),
        ("hebb-associates", "[1.0, 0.0]", "[-1.0, 0.5]"),
        ("rule-data-code", "(-2.3, 0.4), (-1.6, 1.3)", "(-2.3, 0.9), (-1.6, 1.3)"),
        ("rule-data-code", "[0, 0, 1, 0, 0, 1, 1, 0]", "[1, 0, 1, 0, 0, 1, 1, 0]"),
        ("rule-widget", "Perceptron(2), data", "Perceptron(2), data, alpha=0.3"),
        ("cards-picture", "n=50", "n=50, seed=9"),
        ("digits-data", "[3, 8]", "[8, 9]"),
    ],
)
def test_the_reader_changes_a_number_and_every_cell_still_runs(change, capsys):
    run(change)


def test_a_third_row_of_weights_gives_a_third_output(capsys):
    names = {}
    run(("layer-code", "0.1]])", "0.1], [1.0, 1.0, 1.0]])"), names)
    assert (names["W"] @ names["a"]).shape == (3,)


def test_any_cell_can_be_run_again_after_the_last_one(capsys):
    for cell, first, again in rerun(BOOK):
        assert again == first, cell


def test_numbers_in_the_text_are_those_of_the_cells(capsys):
    names = {}
    run(names=names)
    text = {cell.id: " ".join(cell.source.split()) for cell in BOOK.prose}
    z = names["w_old"] @ names["x_6"] + names["b_old"]
    assert f"={z:.2f}$" in text["rule-by-hand"] and names["updates"][13].z == pytest.approx(z)
    assert names["missed"][-1] == 15 and len(names["missed"]) == 4
    assert "Four mistakes, none after card 15" in text["cards-weights-about"]
    assert f"{names['still']:.0%}".replace("%", " %") in text["digits-surprise"]
    assert np.mean(names["reader"](names["test"].X) == names["test"].labels) == 1
    assert len(names["test"]) == 71


def shifted(x, di, dj):
    """Pictures moved by whole pixels; what leaves the paper is lost."""
    inside = np.pad(x.reshape(-1, 8, 8), ((0, 0), (1, 1), (1, 1)))
    return inside[:, 1 - di : 9 - di, 1 - dj : 9 - dj].reshape(-1, 64)


def test_what_the_text_says_of_the_cards_and_of_a_shift(capsys):
    names = {}
    run(names=names)
    visits, seer, reader, test = (names[k] for k in ("visits", "seer", "reader", "test"))
    assert visits[0].z == 0 and visits[0].y == 0 and not visits[0].w.any()  # card 1: luck
    cards = np.unique(load_dataset("cards", n=1000).X, axis=0)
    assert len(cards) == 24 and ((cards > 0) & (seer.w != 0)).any(axis=1).all()

    eights = test.X[test.labels == 1].mean(axis=0)
    pixels = eights.reshape(8, 8)
    before = (reader.w.reshape(8, 8) * pixels).sum(axis=0)
    after = (reader.w.reshape(8, 8)[:, 1:] * pixels[:, :-1]).sum(axis=0)
    assert before[3] > 15 and after[3] < -12  # the middle of an 8
    assert before[5] < 0 and after[5] < before[5] - 10  # its right stroke
    right, *others = (
        np.mean(reader(shifted(test.X, *way)) == test.labels)
        for way in ((0, 1), (0, -1), (-1, 0), (1, 0))
    )
    assert right == names["still"] and min(others) > right

    mine = names["mine"]  # an 8 that one press turns into a 3
    z = [reader.w @ shifted(mine.x, *way)[0] + reader.b for way in ((0, 0), (0, 1))]
    assert z[0] > 0 > z[1]


def test_the_text_about_the_bound_tells_what_the_cell_shows(capsys):
    run()
    rows = capsys.readouterr().out.split("height, allowed, needed:\n")[1].split("\n")[:4]
    _, allowed, needed = zip(*(map(float, row.split()) for row in rows))
    text = next(cell.source for cell in BOOK.prose if cell.id == "bound-surprise")
    assert f"from {allowed[0]:.0f} to {allowed[3]:.0f}" in text
    assert needed == (9, 11, 16, 14) and "9, 11, 16, and then *back* to 14" in text
    assert all(np.array(needed) <= allowed)


def test_sample_5_lies_nearest_to_the_line(capsys):
    names = {}
    run(names=names)
    unit, X = names["unit"], names["data"].X
    far = np.abs(X @ unit.w + unit.b) / np.linalg.norm(unit.w)
    assert far.argmin() == 4 and X[4, 0] < 0
    best = margin(X, names["data"].y)
    assert abs(X[4] @ best.w + best.b) == pytest.approx(best.gamma)  # of (w, b) with length 1


FIRST_TRIES = {
    # exercise, what a reader writes first, and what it is told
    "Hebb without y": ("hebb_once", "w + alpha * x", "y is missing"),
    "Hebb's change": ("hebb_once", "alpha * (w @ x) * x", "the change Δw alone"),
    "Hebb entry by entry": ("hebb_once", "w + alpha * w * x * x", "its parts"),
    "turned": (
        "visit",
        "(w + alpha * (step(w @ x + b) - y) * x, b + alpha * (step(w @ x + b) - y))",
        "The sign is turned",
    ),
    "no b": ("visit", "(w + alpha * (y - step(w @ x + b)) * x, b)", "The bias never changes"),
    "the sum": (
        "visit",
        "(w + alpha * (y - w @ x - b) * x, b + alpha * (y - w @ x - b))",
        "with ŷ = step(z)",
    ),
    "the parts of the sum": (
        "visit",
        "(w + alpha * (y - step(w * x + b)) * x, b + alpha * (y - step(w * x + b)))",
        "z is one number",
    ),
    "numpy's sign": (
        "visit",
        "(w + alpha * (y - np.sign(w @ x + b)) * x, b + alpha * (y - np.sign(w @ x + b)))",
        "use `step`",
    ),
    "no sign": (
        "mistakes_allowed",
        "((X**2).sum(axis=1) + 1).max() * (w @ w + b**2) / (X @ w + b).min() ** 2",
        "The sign s is missing",
    ),
    "no root": (
        "mistakes_allowed",
        "((X**2).sum(axis=1) + 1).max() / "
        "(((2 * y - 1) * (X @ w + b)).min() / (w @ w + b**2)) ** 2",
        "the length has a root",
    ),
    "no length": (
        "mistakes_allowed",
        "(np.sqrt((X**2).sum(axis=1) + 1).max() / ((2 * y - 1) * (X @ w + b)).min()) ** 2",
        "divide by",
    ),
}
ARGUMENTS = {"hebb_once": "w, x, alpha", "visit": "w, b, x, y, alpha"}


@pytest.mark.parametrize("name", FIRST_TRIES)
def test_the_first_wrong_try_is_told_what_is_wrong(name):
    exercise, body, said = FIRST_TRIES[name]
    answer = eval(
        f"lambda {ARGUMENTS.get(exercise, 'X, y, w, b')}: {body}", dict(np=np, step=step)
    )
    result = check(answer, getattr(perceptron, exercise))
    assert not result.ok and said in str(result), result
