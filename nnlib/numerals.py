"""One string for a number, wherever it stands: picture, formula, text, TeX."""

from functools import lru_cache
from numbers import Real

import numpy as np

from nnlib import checks

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def numeral(value):
    """The number as the course shows it: about three significant digits, a true minus sign.

    0 is ``0``; below 0.001 and from 1000 on a power of ten (``2.3·10⁻⁴``); else 4
    decimals below 0.01, 3 below 1, 2 below 10, 1 below 100, none above. Zeros at the
    end go only where the value is exact there.

    Raises
    ------
    TypeError, ValueError
        If value is no real number, or too large for a float.

    Examples
    --------
    >>> [numeral(v) for v in (0.24, 0.24012, -1.1, 0.00023, 12.345, -0.0, 0.698 - 1)]
    ['0.24', '0.240', '−1.1', '2.3·10⁻⁴', '12.3', '0', '−0.302']
    """
    text, exponent = _parts(value)
    power = "" if exponent is None else "·10" + str(exponent).translate(_SUPERSCRIPTS)
    return text.replace("-", "−") + power


def numeral_tex(value):
    r"""`numeral` as TeX.

    Examples
    --------
    >>> numeral_tex(-0.00023)
    '-2.3 \\cdot 10^{-4}'
    """
    text, exponent = _parts(value)
    text = {"∞": r"\infty", "-∞": r"-\infty", "NaN": r"\mathrm{NaN}"}.get(text, text)
    return text if exponent is None else rf"{text} \cdot 10^{{{exponent}}}"


def is_exact(*values):
    """Whether every value is what `numeral` shows of it, to nine digits.

    Examples
    --------
    >>> is_exact(-1.1, 0.1 + 0.2), is_exact(0.24012)
    (True, False)
    """
    return all(_is_exact(one) for value in values for one in np.ravel(value))


def _is_exact(value):
    text, exponent = _parts(value)
    return not np.isfinite(float(value)) or _is_shown(float(value), text, exponent)


def _is_shown(value, text, exponent):
    return abs(float(f"{text}e{exponent or 0}") - value) <= 1e-9 * abs(value)


def _parts(value):
    """The digits with an ASCII minus, and the power of ten or None."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, float):  # nearly all are, and a picture has thousands
        return _digits(float(value))
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, Real):
        raise TypeError(f"value must be a real number, got {checks.shown(value)}")
    try:
        return _digits(float(value))
    except OverflowError:
        raise ValueError(f"value must be within a float, got {checks.shown(value)}") from None


@lru_cache(10_000)  # most numbers of a changed pass are those of the pass before
def _digits(value):
    if not np.isfinite(value):
        return ("NaN" if np.isnan(value) else "∞" if value > 0 else "-∞"), None
    size = abs(value)
    if value == 0:
        return "0", None
    if size < 0.001 or size >= 1000:
        text, exponent = f"{value:.1e}".split("e")
        return _shorten(value, text, exponent), int(exponent)
    decimals = 4 if size < 0.01 else 3 if size < 1 else 2 if size < 10 else 1 if size < 100 else 0
    return _shorten(value, f"{value:.{decimals}f}"), None


def _shorten(value, text, exponent=None):
    """Without the zeros at the end, if the value is exact there."""
    if "." in text and _is_shown(value, text, exponent):
        return text.rstrip("0").rstrip(".")
    return text


def column(values, most=3):
    """Numbers that stand under each other: the fewest decimals that show them all, at most `most`.

    Examples
    --------
    >>> column([2.2, -1.0, 0.0]), column([-3.52, 1.95, -1.0])
    (['2.2', '−1.0', '0.0'], ['−3.52', '1.95', '−1.00'])
    """
    values = [float(value) for value in values]
    exact = [d for d in range(most) if all(abs(round(v, d) - v) <= 1e-9 for v in values)]
    decimals = exact[0] if exact else most
    return [f"{round(v, decimals) + 0.0:.{decimals}f}".replace("-", "−") for v in values]
