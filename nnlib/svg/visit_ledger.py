"""The numbers of a visit: weight × input = product, the sum, the update; three boxes below."""

import numpy as np

from nnlib.formula import math, sentence, term
from nnlib.neurons import Perceptron
from nnlib.numerals import column
from nnlib.svg.element import element, plain
from nnlib.words import say

MARKS = "●▲"
UPDATE = r"\alpha(y-\hat{y})\,x"


def ledger(run, k, m):
    """Which sample it is; weight × input = product, summed; before, update, after."""
    update, (w, b) = run.updates[k], run.before[k]
    i = k % m
    changed = update.y_hat != update.y
    place = f"({', '.join(column(update.x))})"  # as in the column of inputs
    sample = plain(say("visit.sample", k=i + 1, x=place) + " ")
    of_class = element(
        "span",
        plain(say("visit.class", y=update.y)) + " ",
        mark(update.y),
        class_=("nn-neg", "nn-pos")[update.y],
    )
    head = element(
        "p",
        element("b", plain(say("visit.head", epoch=update.epoch, k=i + 1, m=m))),
        element("span", sample, of_class, class_="nn-quiet-word"),
        class_="nn-visit-head",
    )
    weights, inputs = np.append(w, b), np.append(update.x, 1.0)
    changes, after = np.append(update.dw, update.db), np.append(update.w, update.b)
    columns = [column(weights), [*column(update.x), "1"], column(weights * inputs)]
    columns += [column(weights), _signed(changes) if changed else ["0"] * 3, column(after)]
    cells = "".join(_head(name) for name in ("weight", "input", "product", "before"))
    cells = f"<i></i>{cells}<i></i>{term(UPDATE, 'updated')}{_head('after')}"
    for name, *numbers in zip(("w_1", "w_2", "b"), *columns):
        cells += _row(name, numbers, changed)
    total = element("span", plain(say("visit.sum")) + " ", math(r"z=w\cdot x+b"))
    z = element("b", plain(_z(update.z)))
    cells += f'<div class="nn-total">{total}<i>=</i>{z}</div>'
    return head + element("div", cells, class_="nn-sums")


def boxes(run, k):
    """1 Predict, 2 Compare, 3 Correct."""
    update = run.updates[k]
    changed = update.y_hat != update.y
    error = update.y - update.y_hat
    answer = math(r"\hat{y}=\mathrm{step}(z)=") + f" <b>{update.y_hat}</b> {mark(update.y_hat)}"
    found = "−1" if error < 0 else "+1"
    sign = f'<b class="nn-updated">{found}</b> ✗' if changed else "<b>0</b> ✓"
    compare = math(rf"y-\hat{{y}}={update.y}-{update.y_hat}=") + " " + sign
    correct = element("span", plain(say("visit.nothing")), class_="nn-quiet-word")
    if changed:
        unit = Perceptron(len(update.w))
        unit.w, unit.b = update.w, update.b
        z = float(update.w @ update.x + update.b)
        good = "✓" if unit(update.x) == update.y else "✗"
        words = sentence(say("visit.add" if error > 0 else "visit.take"))
        now = f"{math('z=')} {plain(_z(z))} <b>{good}</b>"
        correct = f"{words} {element('span', now, class_='nn-in-one-line')}"
    made = (("predict", answer), ("compare", compare), ("correct", correct))
    return element(
        "div",
        *(element("div", element("h4", plain(say(f"visit.{n}"))), t) for n, t in made),
        class_="nn-boxes",
    )


def _row(name, numbers, changed):
    weight, given, product, before, change, after = map(plain, numbers)
    tone = "nn-updated" if changed else "nn-quiet-word"
    return (
        f"{math(name)}<span>{weight}</span><i>×</i><span>{given}</span><i>=</i>"
        f'<span>{product}</span><span class="nn-quiet-word">{before}</span>'
        f'<b class="{tone}">{change}</b><i>=</i><b>{after}</b>'
    )


def _head(name):
    return element("span", plain(say(f"visit.{name}")), class_=f"nn-quiet-word nn-at-{name}")


def _z(z):
    return column([z])[0]


def _signed(values):
    """A column with its signs before a thin space."""
    return [
        f"{'−' if value < 0 else '+'} {text.lstrip('−')}"
        for value, text in zip(values, column(values))
    ]


def mark(y):
    """The sign of a class in its colour."""
    return element("span", MARKS[y], class_=f"nn-mark{y}")
