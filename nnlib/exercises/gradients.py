"""The gradient check, and a bug hunt that needs nothing else."""

from collections.abc import Mapping
from difflib import get_close_matches
from html import escape

import numpy as np

from nnlib import checks
from nnlib.exercises.backprop import BACKWARDS, backward_with, networks_for_checking
from nnlib.exercises.compare import Part, as_numbers, close, compare
from nnlib.exercises.result import Result
from nnlib.exercises.running import Raised, run
from nnlib.exercises.sentences import sentence, shown
from nnlib.exercises.task import sentence_of
from nnlib.numerals import numeral
from nnlib.training import numerical_gradient
from nnlib.words import say


class _Mistakes(tuple):
    """Names of mistakes; ends a cell as a list with what each one means."""

    def __repr__(self):
        return "\n".join(f"{name}: {sentence_of(name)}" for name in self)

    def _repr_html_(self):
        rows = "".join(
            f"<li><code>{name}</code>: {escape(sentence_of(name), quote=False)}</li>"
            for name in self
        )
        return f"<ul>{rows}</ul>"


mistakes = _Mistakes(
    (
        "no_two",
        "no_slope",
        "no_slope_output",
        "no_slope_hidden",
        "slope_at_a",
        "g_for_slope",
        "a_for_delta",
        "bias_zero",
        "last_sample",
        "mean",
    )
)
_PLANTED = {"A": "no_two", "B": "no_slope_hidden", "C": "last_sample", "D": "slope_at_a"}


class _Bug:
    """A broken backward: called like a right one, its mistake not told."""

    def __init__(self, name):
        self._name = name
        self._backward = backward_with(**BACKWARDS[_PLANTED[name]])

    def __call__(self, net, forward, y):
        return self._backward(net, forward, y)

    def __repr__(self):
        return say("bug.name", name=self._name)


bugs = {name: _Bug(name) for name in _PLANTED}


def gradient_check(backward, net, X, y):
    """Hold Δ^(l)/m of a backward against the slopes by two points, layer by layer.

    Parameters
    ----------
    backward : callable
        (net, forward, y) to a `Backward` or a pair (delta, Delta); J is the
        squared error, summed over units, averaged over samples.
    net : Network
    X : array of shape (s_1,) or (m, s_1), dimensionless
    y : array of shape (s_L,) or (m, s_L), dimensionless

    Returns
    -------
    Result
        ``.ok``, and for each layer where and how much they differ.

    Raises
    ------
    TypeError, ValueError
        If net, X or y are not as above.

    References
    ----------
    Lecture, slide 24.

    Examples
    --------
    >>> from nnlib import Network
    >>> backward = lambda net, forward, y: net.backward(forward, y)
    >>> gradient_check(backward, Network([2, 2, 1]), [[0, 1], [1, 1]], [[1], [0]])
    ✓ Backward and two points agree in every entry.
      Δ⁽²⁾/m: all 3 entries agree.
      Δ⁽¹⁾/m: all 6 entries agree.
    """
    slopes = numerical_gradient(net, X, y)
    if backward is ... or backward is None:
        return Result("unanswered", (say("check.blank"),))
    if not callable(backward):
        return Result("type", (say("check.not_function", got=shown(backward)),))
    parts = _layers(backward, net, X, y, slopes)
    if any(part.problem == "unanswered" for part in parts):
        return Result("unanswered", (say("check.blank"),))
    lines = [_layer_sentence(part) for part in parts]
    if not any(part.problem for part in parts):
        return Result("right", (say("gradient.right"), *lines))
    return Result("wrong", (say("gradient.wrong"), *lines))


def _layers(backward, net, X, y, slopes):
    """One part a layer, the last first: Δ^(l)/m of `backward` beside the slopes."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    slopes = {l: slopes[l] for l in sorted(slopes, reverse=True)}
    found = run(backward, (net, net.forward(X), y))
    if found is ... or isinstance(found, Raised):
        return [Part("", None, found, "unanswered" if found is ... else "raised")]
    Delta = found[1] if isinstance(found, tuple) and len(found) == 2 else None
    Delta = getattr(found, "Delta", Delta)
    if isinstance(Delta, Mapping):
        Delta = {l: _mean(one, len(np.atleast_2d(X))) for l, one in Delta.items()}
    return compare(slopes, Delta, "Δ", rtol=1e-4)


def _mean(Delta, m):
    numbers = as_numbers(Delta)
    return Delta if numbers is None else numbers / m


def _layer_sentence(part):
    label = part.label and f"{part.label}/m"
    if part.problem is None:
        return say("gradient.layer_right", layer=label, n=part.expected.size)
    if part.problem != "value":
        return sentence(part)
    difference, factor = np.abs(part.got - part.expected), _factor(part)
    index = np.unravel_index(difference.argmax(), difference.shape)
    return say(
        "gradient.layer" if factor is None else "gradient.layer_times",
        layer=label,
        factor=factor,
        difference=numeral(difference[index]),
        index=[int(i) for i in index],
        got=numeral(part.got[index]),
        expected=numeral(part.expected[index]),
    )


def check_bug(name, answer):
    """Say whether `answer` names the mistake planted in ``bugs[name]``, and why.

    Parameters
    ----------
    name : str
        "A", "B", "C" or "D".
    answer : str
        One of `mistakes`; `...` is not answered yet.

    Returns
    -------
    Result

    Raises
    ------
    TypeError, ValueError
        If there is no bug of that name; never for the answer.

    Examples
    --------
    >>> check_bug("A", ...)
    … Not answered yet: run the gradient check, then name the mistake in A.
    """
    if not isinstance(name, str) or name not in _PLANTED:
        kind = ValueError if isinstance(name, str) else TypeError
        raise kind(f"name must be one of {', '.join(_PLANTED)}, got {checks.shown(name)}")
    planted = _PLANTED[name]
    if answer is ... or answer is None:
        return Result("unanswered", (say("bug.blank", name=name),))
    if not isinstance(answer, str) or answer not in mistakes:
        near = get_close_matches(str(answer), mistakes, n=1)
        near = say("bug.near", near=near[0]) if near else "."
        names = ", ".join(mistakes)
        return Result("type", (say("bug.unknown", got=shown(answer), near=near, names=names),))
    net, forward, y = networks_for_checking()[0]
    pattern = _pattern(planted)
    if answer == planted:
        shows = say("bug.shows", net=net, m=len(y), pattern=pattern)
        return Result("right", (say("bug.right", sentence=sentence_of(planted)), shows))
    return Result(
        "wrong",
        (say("bug.wrong", sentence=sentence_of(answer)), _reason(_pattern(answer), pattern)),
    )


def _reason(would_show, shows):
    if would_show == shows:
        return say("bug.same_pattern", pattern=shows)
    return say("bug.would_show", pattern=would_show, shown=shows)


def _pattern(slip):
    """What the gradient check shows of a slip, layer by layer, on a 3-4-4-2 network."""
    net, forward, y = networks_for_checking()[0]
    slopes = numerical_gradient(net, forward.a[1], y)
    parts = _layers(backward_with(**BACKWARDS[slip]), net, forward.a[1], y, slopes)
    return ", ".join(_sign(part) for part in parts)


def _sign(part):
    if part.problem is None:
        return say("bug.agrees", layer=part.label)
    factor = _factor(part)
    if factor is not None:
        return say("bug.times", layer=part.label, factor=factor)
    if not part.bad[:, 1:].any():
        return say("bug.column", layer=part.label)
    return say("bug.differs", layer=part.label)


def _factor(part):
    """The one number that all slopes are multiplied by, as text, or None."""
    square = np.vdot(part.expected, part.expected)
    ratio = np.vdot(part.got, part.expected) / square if square else 0.0
    same = ratio and close(ratio * part.expected, part.got, 1e-4).all()
    return numeral(round(ratio, 4)) if same else None
