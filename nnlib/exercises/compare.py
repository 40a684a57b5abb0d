"""Hold an answer against what was expected, part by part."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass

import numpy as np

MISSING = object()
SYMBOLS = {"delta": "δ", "Delta": "Δ"}
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Part:
    """One array of an answer beside the expected one; `problem` is None if they agree.

    problem: "unanswered", "missing", "keys", "fields", "type", "ragged", "text",
    "shape", "not finite" or "value".
    """

    label: str
    expected: object
    got: object
    problem: str | None
    bad: np.ndarray | None = None  # the entries that differ or are not finite


def compare(expected, got, names=None, rtol=1e-5):
    """The parts of `expected`, in its own order, each beside what came for it.

    Numbers agree when |got − expected| <= rtol·(|expected| + max|expected|/10) + 10⁻¹².

    Parameters
    ----------
    expected : number, array, text, dict, tuple or dataclass of such
    got : object
    names : str or sequence of str or None
        The symbol of a dict of layers, or of each part of a tuple.
    rtol : float

    Returns
    -------
    list of Part
    """
    label = names if isinstance(names, str) else ""
    several = None if isinstance(names, str) else names
    return list(_walk(expected, got, label, several, rtol))


def _walk(expected, got, label, names, rtol):
    if got is ...:
        yield Part(label, expected, got, "unanswered")
    elif is_dataclass(expected):
        inner = [field.name for field in fields(expected)]
        values = [getattr(expected, name) for name in inner]
        labels = [SYMBOLS.get(name, name) for name in inner]
        yield from _sequence(values, _fields(got, inner), expected, got, label, labels, rtol)
    elif isinstance(expected, Mapping):
        if not isinstance(got, Mapping):
            yield Part(label, expected, got, "keys")
            return
        for key, value in expected.items():
            yield from _walk(value, got.get(key, MISSING), _key(label, key), None, rtol)
    elif _is_several(expected, names):
        labels = names or [f"[{i}]" for i in range(len(expected))]
        inner = [field.name for field in fields(got)] if is_dataclass(got) else []
        yield from _sequence(expected, _fields(got, inner), expected, got, label, labels, rtol)
    else:
        yield Part(label, expected, got, *_problem(expected, got, rtol))


def _sequence(values, found, expected, got, label, labels, rtol):
    if found is None or len(found) != len(values):
        yield Part(label or ", ".join(labels), expected, got, "fields")
        return
    for value, one, name in zip(values, found, labels):
        yield from _walk(value, one, name, None, rtol)


def _is_several(expected, names):
    if not isinstance(expected, (tuple, list)):
        return False
    return names is not None or as_numbers(expected) is None


def _fields(got, names):
    if is_dataclass(got) and all(hasattr(got, name) for name in names):
        return [getattr(got, name) for name in names]
    if isinstance(got, Mapping):
        return [got.get(name, MISSING) for name in names]
    return list(got) if isinstance(got, (tuple, list)) else None


def layer_label(symbol, l):
    """δ⁽³⁾ from "δ" and 3."""
    return f"{symbol}⁽{str(l).translate(_SUPERSCRIPTS)}⁾"


def _key(label, key):
    if isinstance(key, (int, np.integer)):
        return layer_label(label, key) if label else f"[{key}]"
    return SYMBOLS.get(key, str(key))


def _problem(expected, got, rtol):
    """The problem of one part or None, and the entries that have it or None."""
    if got is MISSING:
        return "missing", None
    if _has_blank(got):
        return "unanswered", None
    if isinstance(expected, str):
        same = isinstance(got, str) and got.strip() == expected.strip()
        return (None if same else "text" if isinstance(got, str) else "type"), None
    expected, numbers = as_numbers(expected), as_numbers(got)
    if numbers is None or expected is None:
        return ("ragged" if _is_ragged(got) else "type"), None
    if numbers.shape != expected.shape:
        return "shape", None
    if not np.isfinite(numbers).all():
        return "not finite", ~np.isfinite(numbers)
    bad = ~close(expected, numbers, rtol)
    return ("value", bad) if bad.any() else (None, None)


def as_numbers(value):
    """`value` as a float array, or None if it is none."""
    try:
        entries = np.asarray(value)
    except ValueError:
        return None
    return entries.astype(float) if entries.dtype.kind in "biuf" else None


def close(expected, numbers, rtol):
    """Entry by entry, whether the numbers agree."""
    largest = np.abs(expected).max(initial=0.0)
    return np.abs(numbers - expected) <= rtol * (np.abs(expected) + largest / 10) + 1e-12


def _has_blank(got):
    if isinstance(got, (tuple, list)):
        return any(_has_blank(one) for one in got)
    return got is ... or (
        isinstance(got, np.ndarray) and got.dtype == object and any(one is ... for one in got.flat)
    )


def _is_ragged(got):
    try:
        np.asarray(got)
    except ValueError:
        return True
    return False
