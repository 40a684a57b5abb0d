"""Paste each solution into its stub, as a student would who has found it."""

import re
from copy import deepcopy

from reading import bound, tags, tree


def paste(book):
    """A copy of the notebook in which every exercise holds its solution."""
    nb = deepcopy(book.nb)
    stub = None
    for cell in nb.cells:
        if "exercise" in tags(cell):
            stub = cell
        elif "solution" in tags(cell):
            stub.source = pasted(stub, cell)
    return nb


def pasted(stub, solution):
    """The stub's source, each statement that binds `x` replaced by the solution's for `_x`."""
    answers = {}
    for statement in tree(solution).body:
        for name in bound([statement]):
            answers[name.lstrip("_")] = statement, solution
    lines = stub.source.splitlines()
    for statement in reversed(tree(stub).body):
        for name in bound([statement]) & set(answers):
            lines[statement.lineno - 1 : statement.end_lineno] = [_text(*answers[name])]
    return "\n".join(lines)


def _text(statement, cell):
    lines = cell.source.splitlines()[statement.lineno - 1 : statement.end_lineno]
    return re.sub(r"(?<![\w.])_(?=[A-Za-z])", "", "\n".join(lines))
