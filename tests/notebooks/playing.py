"""A notebook in the hands of a reader: run cell by cell, something in it changed."""

import linecache

from IPython.display import display
from reading import tags


def execute(cell, source, names):
    """Run one cell; a prediction is returned."""
    file = f"<{cell.id}>"
    linecache.cache[file] = len(source), None, source.splitlines(keepends=True), file
    if "predict" not in tags(cell):
        exec(compile(source, file, "exec"), names)
        return None
    body, _, last = source.rpartition("\npredict(")
    exec(compile(body, file, "exec"), names)
    return eval(compile("predict(" + last, file, "eval"), names)


def run(book, change=None, names=None):
    """Run the code cells, a text in one of them replaced; return the predictions by cell."""
    names = {"display": display} if names is None else names
    place, old, new = change or (None, "", "")
    predictions = {}
    for cell in book.code:
        source = cell.source
        if cell.id == place:
            assert source.count(old) == 1
            source = source.replace(old, new)
        predictions[cell.id] = execute(cell, source, names)
    assert place is None or place in predictions
    return {name: one for name, one in predictions.items() if one is not None}


def right_option(prediction):
    """The option that the prediction calls right."""
    for i in range(9):
        prediction.view = str(i)
        prediction.see()
        if prediction.right:
            return prediction.chosen


def rerun(book):
    """Run all, then each cell again from the last to the first: (cell id, first, again) each."""
    names = {"display": display}
    first = run(book, names=names)
    for cell in reversed(book.code):
        again = execute(cell, cell.source, names)
        if again is not None:
            yield cell.id, first[cell.id]._right, again._right
