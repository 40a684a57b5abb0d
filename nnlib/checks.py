"""Bad input, refused at the door: every public function checks through here.

Each check returns the value in the form the maths wants, or raises an error
whose first word is the argument's name, then what it must be, then what came.
"""

from collections.abc import Mapping, Set
from difflib import get_close_matches
from numbers import Integral, Real

import numpy as np


def shown(value):
    """What came, on one short line: ``'sigmiod'``, ``an array of shape (3, 4)``."""
    if isinstance(value, np.ndarray) and value.size > 6:
        return f"an array of shape {value.shape}"
    if isinstance(value, (np.ndarray, np.generic)):
        value = value.tolist()
    try:
        text = " ".join(repr(value).split())
    except ValueError:
        return "an int too long to print"
    return text if len(text) <= 60 else f"{text[:56]} ..."


def number(name, value, *, above=None, at_least=None, below=None, at_most=None):
    """A finite real number within its limits, as a float (dimensionless).

    Raises
    ------
    TypeError
        If it is no real number (a bool is none).
    ValueError
        If it is not finite or outside the limits.
    """
    limits = [
        f"{sign} {limit}"
        for sign, limit in ((">", above), (">=", at_least), ("<", below), ("<=", at_most))
        if limit is not None
    ]
    must = f"a finite number {' and '.join(limits)}".rstrip()
    if isinstance(value, np.ndarray):
        value = value[()]  # a number, if it holds no more than that
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, Real):
        raise TypeError(f"{name} must be {must}, got {shown(value)}")
    try:
        real = float(value)
    except OverflowError:
        real = np.inf
    inside = (
        np.isfinite(real)
        and (above is None or real > above)
        and (at_least is None or real >= at_least)
        and (below is None or real < below)
        and (at_most is None or real <= at_most)
    )
    if not inside:
        raise ValueError(f"{name} must be {must}, got {shown(value)}")
    return real


def integer(name, value, *, at_least, at_most=None):
    """An integer within its limits, as an int.

    Raises
    ------
    TypeError
        If it is no integer (a bool or 2.0 is none).
    ValueError
        If it is outside the limits.
    """
    must = f"an integer >= {at_least}"
    must += "" if at_most is None else f" and <= {at_most}"
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, Integral):
        raise TypeError(f"{name} must be {must}, got {shown(value)}")
    if value < at_least or (at_most is not None and value > at_most):
        raise ValueError(f"{name} must be {must}, got {shown(value)}")
    return int(value)


def array(name, value, *shapes, what="numbers", finite=True):
    """A new float array of one of the `shapes`; -1 in a shape is any length but 0.

    Raises
    ------
    TypeError
        If the entries are no real numbers.
    ValueError
        If the shape is another one, or, unless not `finite`, an entry is NaN or
        infinite.
    """
    wanted = " or ".join(_shape_text(shape) for shape in shapes)
    must = f"{what} of shape {wanted}" if shapes else what
    try:
        entries = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} must be {must}, got rows of different lengths") from None
    if entries.dtype.kind not in "biuf":
        raise TypeError(f"{name} must be {must}, got {shown(value)}")
    if shapes and not any(_fits(entries.shape, shape) for shape in shapes):
        empty = "" if entries.size else ", which is empty"
        raise ValueError(f"{name} must be {must}, got shape {entries.shape}{empty}")
    entries = entries.astype(float)
    if finite and not np.isfinite(entries).all():
        first = tuple(int(i) for i in np.argwhere(~np.isfinite(entries))[0])
        came = f"{entries[first]} at index {first}"
        raise ValueError(f"{name} must be finite {must}, got {came}")
    return entries


def binary(name, value, *shapes):
    """A float array of zeros and ones of one of the `shapes`, as for `array`.

    Raises
    ------
    TypeError, ValueError
        As `array`, and if an entry is neither 0 nor 1.
    """
    entries = array(name, value, *shapes, what="zeros and ones")
    other = entries[(entries != 0.0) & (entries != 1.0)]
    if other.size:
        raise ValueError(f"{name} must be zeros and ones, got {other[0]:g}")
    return entries


def _fits(shape, wanted):
    return len(shape) == len(wanted) and all(
        have > 0 if want == -1 else have == want for have, want in zip(shape, wanted)
    )


def _shape_text(shape):
    letters = iter("mnk")
    lengths = [next(letters) if length == -1 else str(length) for length in shape]
    return f"({', '.join(lengths)}{',' if len(lengths) == 1 else ''})"


def sequence(name, value):
    """What has an order and a length (list, tuple, range, array), as a list.

    Raises
    ------
    TypeError
        If it is something else: a number, a text, a dict, a set, a generator.
    """
    unordered = isinstance(value, (str, bytes, Mapping, Set, type))
    if unordered or not hasattr(value, "__len__") or getattr(value, "ndim", 1) == 0:
        raise TypeError(f"{name} must be a list, got {shown(value)}")
    return list(value)


def instance(name, value, kind):
    """The value itself; a TypeError for what is no `kind`."""
    if not isinstance(value, kind):
        raise TypeError(f"{name} must be {_a(kind)}, got {shown(value)}")
    return value


def function(name, value):
    """The function itself; a TypeError for what cannot be called."""
    if not callable(value):
        raise TypeError(f"{name} must be a function, got {shown(value)}")
    return value


def boolean(name, value):
    """True or False; a TypeError for anything else."""
    if not isinstance(value, (bool, np.bool_)):
        raise TypeError(f"{name} must be True or False, got {shown(value)}")
    return bool(value)


def text(name, value):
    """The text itself; a TypeError for what is none or empty."""
    if not isinstance(value, str) or not value:
        raise TypeError(f"{name} must be a text, got {shown(value)}")
    return value


def _a(kind):
    return f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"


def known(name, value, kind, table):
    """`value` itself if it is a `kind`, else what the `table` holds under that name.

    Raises
    ------
    TypeError
        If it is neither a `kind` nor a text.
    ValueError
        If no such name is known; the message offers the nearest one.
    """
    if isinstance(value, kind):
        return value
    must = f"{_a(kind)} or one of the names {', '.join(table)}"
    if not isinstance(value, str):
        raise TypeError(f"{name} must be {must}, got {shown(value)}")
    if value not in table:
        near = get_close_matches(value.lower(), table, cutoff=0.4)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise ValueError(f"{name} must be {must}, got {value!r}{hint}")
    return table[value]


def generator(name, seed):
    """A random generator: the one given, or a new one from an integer seed >= 0.

    Raises
    ------
    TypeError, ValueError
        If it is neither.
    """
    if isinstance(seed, np.random.Generator):
        return seed
    return np.random.default_rng(integer(name, seed, at_least=0))
