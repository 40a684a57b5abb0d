"""`check_derivative`: any function is an exercise, the truth comes from two points."""

import numpy as np

from nnlib import checks
from nnlib.activations import sigmoid, tanh
from nnlib.exercises.compare import as_numbers, close
from nnlib.exercises.result import Result
from nnlib.exercises.running import Raised, run
from nnlib.exercises.sentences import shown, two_numerals
from nnlib.numerals import numeral
from nnlib.words import say

H = 1e-5
RTOL = 1e-4
KNOWN = {
    "sigmoid": sigmoid,
    "tanh": tanh,
    "sin x": np.sin,
    "cos x": np.cos,
    "x²": np.square,
    "x³": lambda x: x**3,
    "eˣ": np.exp,
}


def check_derivative(f, mine, at=None):
    """Hold `mine` against the slope of f by two points, (f(x + h) − f(x − h)) / 2h.

    It names the sign, a constant factor, f itself, f′ taken at f(x), f″, 1/f′ and
    the derivative of another well-known function; else the first point that
    differs. Points where f has a kink, a jump or no value do not count.

    Parameters
    ----------
    f : callable
        A function of one number; an `Activation` is one.
    mine : callable
        The student's f′, called with one number at a time; `...` is not answered yet.
    at : sequence of float, or None
        The points x (dimensionless); None: 25 points from −3 to 3.

    Returns
    -------
    Result

    Raises
    ------
    TypeError, ValueError
        If f is no function of a number, or fewer than three points have a slope.

    Examples
    --------
    >>> check_derivative(lambda x: x**2, lambda x: 2 * x)
    ✓ Right: the same as the slope by two points, at 25 points.
    >>> check_derivative(lambda x: x**2, lambda x: x)
    ✗ Everywhere 0.5 times the derivative: a constant factor is off.
    """
    x, slope = _slopes(f, at)
    if mine is ... or mine is None:
        return Result("unanswered", (say("check.blank"),))
    if not callable(mine):
        return Result("type", (say("check.not_function", got=shown(mine)),))
    got = []
    for point in x:
        value = run(mine, (float(point),))
        failure = _failure(point, value)
        if failure is not None:
            return failure
        got.append(as_numbers(value).item())
    got = np.array(got)
    if close(slope, got, RTOL).all():
        return Result("right", (say("derivative.right", n=len(x)),))
    slip = _slip(f, x, slope, got) if np.isfinite(got).all() else None
    if slip is not None:
        name, values = slip
        return Result("slip", (say(f"derivative.{name}", **values),), name)
    return _first_point(x, slope, got)


def _slopes(f, at):
    """The points where f has a slope, and the slopes there."""
    if not callable(f):
        raise TypeError(f"f must be a function, got {checks.shown(f)}")
    x = checks.array("at", np.linspace(-3, 3, 25) if at is None else at, (-1,), what="points")
    before, here, after = (_values(f, x + h) for h in (-H, 0, H))
    with np.errstate(all="ignore"):
        left, right = (here - before) / H, (after - here) / H
        bend = np.abs(right - left)
        smooth = np.isfinite(bend) & (bend <= 1e-3 * (1 + np.abs(right) + np.abs(left)))
    if smooth.sum() < 3:
        raise ValueError(
            f"at must be at least 3 points where f has a slope, got {smooth.sum()} of {len(x)}"
        )
    return x[smooth], ((after - before) / (2 * H))[smooth]


def _values(f, x):
    return np.array([_value(f, float(point)) for point in x])


def _value(f, x):
    """f(x) as a float; NaN where f has none."""
    value = run(f, (x,))
    if isinstance(value, Raised) and isinstance(value.error, (ValueError, ArithmeticError)):
        return np.nan  # math.log(-1), 1 / 0
    numbers = None if isinstance(value, Raised) else as_numbers(value)
    if numbers is None or numbers.size != 1:
        raise TypeError(f"f must be a function of one number, got {value!r} at {x}")
    return numbers.item()


def _failure(x, value):
    """The result for a value that is no number, or None."""
    if value is ...:
        return Result("unanswered", (say("check.blank"),))
    if value is None:
        return Result("type", (say("check.no_return"),))
    x = numeral(x)
    if isinstance(value, Raised):
        case = say("check.case", case=say("derivative.case", x=x))
        return Result("raised", (value.sentence(), case))
    numbers = as_numbers(value)
    if numbers is None or numbers.size != 1:
        return Result("type", (say("derivative.number", x=x, got=shown(value)),))
    return None


def _slip(f, x, slope, got):
    """The name of what `got` is instead of the slope, with its values, or None."""

    def same(wrong):
        return np.isfinite(wrong).all() and close(wrong, got, RTOL).all()

    values = _values(f, x)
    with np.errstate(all="ignore"):
        wrongs = {
            "sign": -slope,
            "itself": values,
            "minus_itself": -values,
            "at_f": _derivative(f, values),
            "inverse": 1 / slope,
        }
    for name, wrong in wrongs.items():
        if same(wrong):
            return name, {}
    for name, other in KNOWN.items():
        if same(_derivative(other, x)):
            return "other", {"name": name}
    factor = got @ slope / (slope @ slope) if slope.any() else 0.0
    if factor != 0 and same(factor * slope):
        return "factor", {"factor": numeral(round(factor, 4))}
    constant = (got - slope).mean()
    if same(slope + constant):
        return "constant", {"c": numeral(round(constant, 4))}
    second = (_derivative(f, x + 1e-3) - _derivative(f, x - 1e-3)) / 2e-3
    return ("second", {}) if np.isfinite(second).all() and close(second, got, 1e-2).all() else None


def _derivative(f, x):
    return (_values(f, x + H) - _values(f, x - H)) / (2 * H)


def _first_point(x, slope, got):
    finite = np.isfinite(got)
    bad = ~finite if not finite.all() else ~close(slope, got, RTOL)
    i = int(np.flatnonzero(bad)[0])
    expected, mine = two_numerals(slope[i], got[i])
    key, kind = ("value", "value") if finite.all() else ("not_finite", "not finite")
    values = dict(x=numeral(x[i]), expected=expected, got=mine, n=int(bad.sum()), of=len(x))
    return Result(kind, (say(f"derivative.{key}", **values),))
