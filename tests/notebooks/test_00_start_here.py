"""Notebook 00 in the hands of a reader: contents, predictions, other numbers."""

import linecache
import re

import pytest
from IPython.display import display
from reading import NOTEBOOKS, ROOT, Book, tags

BOOK = Book.read(ROOT / "notebooks" / "00_start_here.ipynb")


def source(name):
    return next(cell.source for cell in BOOK.cells if cell.id == name)


def run(change=(None, None)):
    """Run the code cells, one text replaced; return the names and each prediction."""
    old, new = change
    names, predictions = {"display": display}, {}
    used = 0
    for cell in BOOK.code:
        text = cell.source
        if old and old in text:
            text, used = text.replace(old, new), used + 1
        file = f"<{cell.id}>"
        linecache.cache[file] = len(text), None, text.splitlines(keepends=True), file
        body, _, last = text.rpartition("\npredict(")
        if "predict" in tags(cell):
            exec(compile(body, file, "exec"), names)
            predictions[cell.id] = eval(compile("predict(" + last, file, "eval"), names)
        else:
            exec(compile(text, file, "exec"), names)
    assert used == bool(old)
    return names, predictions


def right_option(prediction):
    for i in range(9):
        prediction.view = str(i)
        prediction.see()
        if prediction.right:
            return prediction.chosen


def test_the_contents_link_to_every_notebook_that_is_there():
    contents, here = source("map-contents"), {path.name for path in NOTEBOOKS}
    linked = set(re.findall(r"\]\(([^)#\s]+\.ipynb)\)", contents))
    assert linked == here - {BOOK.path.name}


def test_every_number_stands_in_the_contents_and_in_the_list():
    names, _ = run()
    numbers = [f"{n:02d}" for n in range(10)]
    assert [row[0] for row in names["course"]] == numbers
    assert re.findall(r"^\| \[?(\d\d) ", source("map-contents"), flags=re.M) == numbers


def test_minutes_in_the_list_are_those_of_the_notebooks():
    listed = {row[0]: row[2] for row in run()[0]["course"]}
    told = {path.name[:2]: Book.read(path).about["minutes"] for path in NOTEBOOKS}
    assert {number: listed[number] for number in told} == told


def test_what_is_right_to_predict(capsys):
    assert {name: right_option(one) for name, one in run()[1].items()} == {
        "taste-predict": "some are wrong",
        "broadcasting-predict": "(4, 4)",
    }


@pytest.mark.parametrize(
    ("change", "name", "expected"),
    [
        (("seed=0)", "seed=1)"), "taste-predict", "the very same"),
        (("seed=0)", "seed=3)"), "taste-predict", "nearly right again"),
        (("np.array([0, 1, 1, 0])", "y"), "broadcasting-predict", "(4, 1)"),
    ],
)
def test_a_prediction_follows_the_readers_numbers(change, name, expected, capsys):
    assert right_option(run(change)[1][name]) == expected


@pytest.mark.parametrize(
    "change",
    [
        ("[-4, -2, -1, -0.5, 0]", "[3, -1.5, 0.75]"),
        ('["01", "03", "08", "09"]', "[]"),
        ('1943, "McCulloch', '1950, "McCulloch'),
        ("[0.5, -2.0], [1.0", "[2.5, -2.0], [1.0"),
    ],
)
def test_the_reader_changes_a_number_and_the_rest_still_runs(change, capsys):
    if change[0].startswith("[0.5, -2.0]"):
        with pytest.raises(AssertionError):  # w and the first row of W are said to be the same
            run(change)
    else:
        run(change)


def test_the_ball_comes_back_to_the_notebook(capsys):
    ball = run()[0]["ball"]
    ball.press()
    assert ball.walk[ball.at] == -2
