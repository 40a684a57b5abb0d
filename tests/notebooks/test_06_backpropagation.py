"""Notebook 06 in the hands of a reader: predictions, other numbers, first wrong tries."""

import linecache

import numpy as np
import pytest
from IPython.display import display
from reading import ROOT, Book, tags

from nnlib.exercises import backprop, check

BOOK = Book.read(ROOT / "notebooks" / "06_backpropagation.ipynb")


def run(change=(None, None)):
    """Run the code cells, one text replaced; return what each prediction cell ends with."""
    old, new = change
    names, predictions = {"display": display}, {}
    used = 0
    for cell in BOOK.code:
        source = cell.source
        if old and old in source:
            source, used = source.replace(old, new), used + 1
        file = f"<{cell.id}>"
        linecache.cache[file] = len(source), None, source.splitlines(keepends=True), file
        body, _, last = source.rpartition("\npredict(")
        if "predict" in tags(cell):
            exec(compile(body, file, "exec"), names)
            predictions[cell.id] = eval(compile("predict(" + last, file, "eval"), names)
        else:
            exec(compile(source, file, "exec"), names)
    assert used == bool(old)
    return predictions


def right_option(prediction):
    for i in range(9):
        prediction.view = str(i)
        prediction.see()
        if prediction.right:
            return prediction.chosen


def test_what_is_right_to_predict(capsys):
    found = {name: right_option(one) for name, one in run().items()}
    assert found == {
        "error-predict": "the error",
        "chain-predict": "those of $x_1$",
        "paths-predict": "1,000,000,000",
        "delta-predict": "those into hidden unit 1",
        "check-predict": "fewer equal digits",
    }


@pytest.mark.parametrize(
    "change",
    [
        ("x, y = np.array([0.0, 1.0]), np", "x, y = np.array([0.5, 1.0]), np"),
        ("[[-1.1, 1.6]]],\n    b=", "[[2.0, -3.0]]],\n    b="),
        ('g="sigmoid")\nmine', 'g="relu")\nmine'),
        ("x_deep, y_deep = np.array([0.8", "x_deep, y_deep = np.array([-2"),
    ],
)
def test_the_reader_changes_a_number_and_every_assert_still_holds(change, capsys):
    run(change)


FIRST_TRIES = {
    # exercise, what a reader writes first, and what it is told
    "half": ("delta_output", "(a - y) * g.derivative(z)", "The factor 2 is missing"),
    "turned": ("delta_output", "2 * (y - a) * g.derivative(z)", "y − a stands where a − y"),
    "no g'": ("delta_output", "2 * (a - y)", "g′ is missing"),
    "g at z": ("delta_output", "2 * (a - y) * g(z)", "g stands where g′ belongs"),
    "at a": ("delta_output", "2 * (a - y) * g.derivative(a)", "g′ is taken at a instead"),
    "one sample": ("delta_hidden", "W.T @ delta_next * g.derivative(z)", "sizes do not fit"),
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
    answer = eval(f"lambda {arguments}: {body}", {"np": np})
    result = check(answer, getattr(backprop, exercise))
    assert not result.ok and said in str(result), result
