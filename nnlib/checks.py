"""Bad input, refused at the door: every public function checks through here.

Each check returns the value in the form the maths wants, or raises an error
whose first word is the argument's name, then what it must be, then what came.
"""

from difflib import get_close_matches
from numbers import Integral, Real

import numpy as np


def shown(value):
    """A short text for what came: ``[1, 2, 3]``, ``'sigmiod'``, ``an array of shape (3, 2)``."""
    if isinstance(value, np.ndarray) and value.size > 6:
        return f"an array of shape {value.shape}"
    if isinstance(value, np.ndarray):
        return f"{value.tolist()}"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:56]} ..."


def number(name, value, *, above=None, at_least=None, below=None):
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
        for sign, limit in ((">", above), (">=", at_least), ("<", below))
        if limit is not None
    ]
    must = " and ".join(["a finite number", *limits])
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, Real):
        raise TypeError(f"{name} must be {must}, got {shown(value)}")
    inside = (
        np.isfinite(value)
        and (above is None or value > above)
        and (at_least is None or value >= at_least)
        and (below is None or value < below)
    )
    if not inside:
        raise ValueError(f"{name} must be {must}, got {shown(value)}")
    return float(value)


def integer(name, value, *, at_least, at_most=None):
    """An integer within its limits, as an int.

    Raises
    ------
    TypeError
        If it is no integer (a bool or 2.0 is none).
    ValueError
        If it is outside the limits.
    """
    must = f"an integer >= {at_least}" + ("" if at_most is None else f" and <= {at_most}")
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, Integral):
        raise TypeError(f"{name} must be {must}, got {shown(value)}")
    if value < at_least or (at_most is not None and value > at_most):
        raise ValueError(f"{name} must be {must}, got {shown(value)}")
    return int(value)


def array(name, value, *shapes, what="numbers"):
    """A float array of one of the `shapes`; -1 in a shape stands for any length but 0.

    Raises
    ------
    TypeError
        If the entries are no real numbers.
    ValueError
        If the shape is another one, or an entry is NaN or infinite.
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
        raise ValueError(f"{name} must be {must}, got shape {entries.shape}")
    entries = entries.astype(float)
    if not np.isfinite(entries).all():
        first = tuple(int(i) for i in np.argwhere(~np.isfinite(entries))[0])
        raise ValueError(f"{name} must be finite {must}, got {entries[first]} at index {first}")
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
        have > 0 if want == -1 else have == want for have, want in zip(shape, wanted, strict=True)
    )


def _shape_text(shape):
    lengths = ["m" if length == -1 else str(length) for length in shape]
    return f"({', '.join(lengths)}{',' if len(lengths) == 1 else ''})"


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
    must = f"a {kind.__name__} or one of the names {', '.join(table)}"
    if not isinstance(value, str):
        raise TypeError(f"{name} must be {must}, got {shown(value)}")
    if value not in table:
        near = get_close_matches(value.lower(), table, n=1, cutoff=0.4)
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
