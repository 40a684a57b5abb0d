"""One visit of the perceptron's rule in the plane: samples, both lines, the update as a vector."""

import numpy as np

from nnlib import checks, steps
from nnlib.data import Dataset
from nnlib.neurons import Perceptron
from nnlib.numerals import numeral
from nnlib.svg.marks import ring, sample
from nnlib.svg.page import SHOWN, page
from nnlib.svg.plane import Plane, axes, sides
from nnlib.svg.text import label
from nnlib.svg.visit_vectors import lines, names, vectors
from nnlib.words import say

WIDTH, HEIGHT, SIDE = 392.0, 376.0, 336.0


def plane_of(data):
    """The plane that shows the samples: −3.2 … 3.2, or as far as they reach."""
    reach = float(np.abs(data.X).max())
    reach = 3.2 if reach <= 3.1 else float(np.ceil(reach * 1.05 * 5) / 5)
    return Plane(29.0, 20.0, SIDE, SIDE, (-reach, reach), (-reach, reach))


def ticks(plane):
    """About seven round numbers."""
    reach = plane.x[1]
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1e9) if reach / s < 5 or s == 1e9)
    most = int(reach // step)
    return [step * k for k in range(-most, most + 1)]


def under(plane, run, k):
    """The tints of both classes after visit k (from 0)."""
    update = run.updates[k]
    return sides(plane, update.w, update.b)


def samples(plane, data, chosen=None, focus=False):
    """Every sample with its number, ready to be dragged."""
    parts = []
    for i, ((x, y), at, c) in enumerate(zip(plane.px(data.X), data.X, data.labels.tolist())):
        name = say("visit.name", k=i + 1, x=point(at), y=c)
        held = dict(
            data_id=f"s-{i + 1}",
            data_drag="",
            tabindex=0,
            role="button",
            aria_label=name,
            class_="nn-sample" + " nn-chosen" * (i == chosen),
            data_focus="" if focus and i == chosen else None,
            data_keys="ArrowLeft ArrowRight ArrowUp ArrowDown Delete Backspace 0 1",
        )
        parts.append(sample(x, y, c, **held) + number(plane, x, y, i + 1, "nn-muted nn-halo"))
    return "".join(parts)


def number(plane, x, y, k, class_):
    """The number of a sample, beside it."""
    right = -1 if x > plane.left + plane.width - 30 else 1
    down = 1 if y < plane.top + 24 else -1
    return label(x + 15 * right, y + 13 * down, str(k), size=11.5, class_=f"nn-num {class_}")


def current(plane, run, k, m):
    """The ring around the sample of this visit, and its number."""
    i = k % m
    x, y = plane.px(run.updates[k].x)
    return ring(x, y) + number(plane, x, y, i + 1, "nn-strong nn-halo")


def point(x):
    """``(−1.6, 1.3)``."""
    return f"({', '.join(numeral(round(float(value), 2)) for value in x)})"


def say_visit(run, k, m):
    """The visit in words: the sums, the answer, what changes, the line."""
    update = run.updates[k]
    numbers = dict(zip(("first", "second", "db"), map(numeral, (*update.dw, update.db))))
    changed = update.y_hat != update.y
    then = say("visit.say_changed", **numbers) if changed else say("visit.say_same")
    weights = dict(zip(("first", "second", "b"), map(numeral, (*update.w, update.b))))
    about = dict(epoch=update.epoch, k=k % m + 1, m=m, z=numeral(update.z), then=then)
    return say("visit.say", **about, y_hat=update.y_hat, y=update.y, **weights)


def draw_visit(perceptron, data, *, at=None, alpha=1.0, epochs=100):
    """The plane after one visit of the learning rule: both lines, the update as a vector.

    Parameters
    ----------
    perceptron : Perceptron
        With two inputs; where learning starts.
    data : Dataset
        Samples with two inputs, classes 0 and 1.
    at : int or None
        The number of the visit, from 1 on; None the last.
    alpha : float, > 0
        α, dimensionless.
    epochs : int, >= 1
        At most so many.

    Returns
    -------
    Drawing

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> from nnlib import AND, Perceptron
    >>> print(draw_visit(Perceptron(2), AND(), at=4).alt[:42])
    Epoch 1, visit 4 of 4: z = 0, so ŷ = 0, an
    """
    perceptron, data = checked(perceptron, data)
    run = steps.visits(perceptron, data, alpha, epochs)
    n = len(run.updates)
    k = (n if at is None else checks.integer("at", at, at_least=1, at_most=n)) - 1
    plane = plane_of(data)
    arrows, factor = vectors(plane, run, k)
    inside = [under(plane, run, k), axes(plane, ticks(plane)), lines(plane, run, k), arrows]
    inside += [
        samples(plane, data),
        names(plane, run, k, factor),
        current(plane, run, k, len(data)),
    ]
    alt, left = say_visit(run, k, len(data)), (WIDTH - SHOWN) / 2
    return page("".join(inside), SHOWN, HEIGHT, alt, left=left, plane=True)


def checked(perceptron, data):
    """Both, if they are a perceptron of two inputs and samples of two inputs and two classes."""
    data = checks.instance("data", data, Dataset)
    if data.X.shape[1] != 2:
        raise ValueError(f"data must be samples of two inputs, got X of shape {data.X.shape}")
    checks.binary("data", data.y, (len(data), 1))
    n = len(checks.instance("perceptron", perceptron, Perceptron).w)
    if n != 2:
        raise ValueError(f"perceptron must be one of two inputs, got {n}")
    return perceptron, data
