"""Every notebook keeps every rule; the whole lecture is covered once all notebooks are there."""

import pytest
from reading import NOTEBOOKS, Book
from rules import LECTURE, RULES

by_name = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@by_name
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule(rule, path):
    remarks = list(rule(Book.read(path)))
    assert not remarks, "\n".join([rule.__doc__, *remarks])


def test_the_notebooks_cover_the_lecture():
    books = [Book.read(path) for path in NOTEBOOKS]
    covered = {point for book in books for point in book.about["covers"]}
    assert covered <= {*LECTURE}
    if len(books) == 10:
        assert covered == {*LECTURE}
