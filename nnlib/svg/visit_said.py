"""The sentence of a visit: what happened, how it ends, what stands in the way."""

import numpy as np

from nnlib.numerals import numeral
from nnlib.svg.board import said
from nnlib.svg.visit_ledger import MARKS
from nnlib.words import say


def message(run, k, m, data, shown):
    """The sentence of the message line at visit k; `shown` visits can be seen of all."""
    if len(set(data.labels.tolist())) == 1:
        return said(say("visit.one_class"), "caution")
    if k == shown - 1:
        end = _ending(run)
        if shown < len(run.updates):
            return said(say("visit.longer", then=end), "caution")
        return said(end, "reached" if run.end == "done" else "caution")
    twins = _same_place(data)
    if twins:
        return said(say("visit.same_place", i=twins[0] + 1, j=twins[1] + 1), "caution")
    return said(_visited(run, k, m))


def _visited(run, k, m):
    update = run.updates[k]
    about = dict(k=k % m + 1, is_=MARKS[update.y], called=MARKS[update.y_hat])
    if update.y_hat == update.y:
        at_zero = "right_zero" if np.any(run.before[k][0]) else "right_start"
        return say(f"visit.{at_zero if update.z == 0 else 'right'}", **about)
    alpha = abs(update.db)
    about["x"] = "x" if alpha == 1 else f"{numeral(alpha)}·x"
    kind = "take" if update.y == 0 else "zero" if update.z == 0 else "add"
    wrong = dict(before=run.wrong[k], after=run.wrong[k + 1])
    return say(f"visit.wrong_{kind}", **about, **wrong)


def _ending(run):
    last = run.updates[-1]
    if run.end == "cycle":
        epoch = say("visit.cycle_end", epoch=run.again) if run.again else say("visit.cycle_start")
        return say("visit.cycle", when=epoch)
    if run.end == "cut":
        return say("visit.cut", epochs=last.epoch)
    numbers = dict(zip(("first", "second", "b"), map(numeral, (*last.w, last.b))))
    return say("visit.done", **numbers)


def _same_place(data):
    """Two samples on one spot in two classes, the first such pair, or None."""
    same = (data.X[:, None] == data.X).all(axis=2) & (data.labels[:, None] != data.labels)
    pairs = np.argwhere(np.triu(same))
    return pairs[0].tolist() if len(pairs) else None
