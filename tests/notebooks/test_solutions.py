"""Every exercise is open as shipped, right with its solution, and the notebook still runs."""

from pathlib import Path

import pytest
from nbclient import NotebookClient
from reading import NOTEBOOKS, Book, calls, tags, texts
from small import small
from solutions import paste

WITH_EXERCISES = [
    path for path in NOTEBOOKS if any("exercise" in tags(cell) for cell in Book.read(path).cells)
]


def answers(cell):
    """What the checks of a cell say, one text a check."""
    return [text for mime, text in texts(cell) if mime == "text/plain"]


def tagged(nb, tag):
    return [cell for cell in nb.cells if tag in tags(cell)]


@pytest.mark.parametrize("path", WITH_EXERCISES, ids=lambda path: path.stem)
def test_as_shipped_no_exercise_is_answered(path):
    book = Book.read(path)
    for cell in tagged(book.nb, "exercise"):
        assert answers(cell) and all(text.startswith("…") for text in answers(cell)), cell.id


@pytest.mark.parametrize("path", WITH_EXERCISES, ids=lambda path: path.stem)
def test_with_the_solutions_pasted_in_every_check_is_right(path):
    nb = paste(Book.read(path))
    client = NotebookClient(nb, timeout=120, resources={"metadata": {"path": str(path.parent)}})
    client.execute()  # stops at a solution that its own assert refuses
    exercises = tagged(nb, "exercise")
    assert exercises
    for cell in exercises:
        assert answers(cell) and all(text.startswith("✓") for text in answers(cell)), cell.id


def test_pasting_replaces_the_stub_and_keeps_the_check():
    nb = paste(Book(Path("05_walk.ipynb"), small()))
    stub = tagged(nb, "exercise")[0]
    assert stub.source == "def double_1(x):\n    return 2 * x\n\n\ncheck(double_1, twice)"
    assert calls(stub) == {"check"}
