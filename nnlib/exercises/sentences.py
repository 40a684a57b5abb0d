"""The sentences about one part of an answer."""

import re

import numpy as np

from nnlib import checks
from nnlib.exercises.compare import as_numbers
from nnlib.numerals import numeral
from nnlib.words import say


def sentence(part, axes=None, tell=True):
    """What is wrong with one part, expected beside got; without `tell` a number's side alone."""
    if part.problem == "raised":
        return part.got.sentence()
    if part.problem == "no return":
        return say("check.no_return")
    name = part.label or say("check.answer")
    if part.problem in ("missing", "text"):
        return say(f"check.{part.problem}", part=name, got=shown(part.got))
    if part.problem in ("keys", "fields"):
        expected = ", ".join(map(str, part.expected)) if part.problem == "keys" else part.label
        name = name if part.problem == "keys" else say("check.answer")
        return say(f"check.{part.problem}", part=name, expected=expected, got=shown(part.got))
    expected = as_numbers(part.expected)
    if part.problem == "type":
        return say("check.type", part=name, expected=_wanted(part), got=shown(part.got))
    if part.problem == "ragged":
        return say("check.ragged", part=name, expected=expected.shape)
    got = as_numbers(part.got)
    if part.problem == "shape" and not expected.ndim:
        return say("check.one_number", part=name, got=got.shape)
    if part.problem == "shape":
        return _shape_sentence(name, expected, got, _axes(axes, part.label, expected.ndim))
    if part.problem == "value" and not tell and not expected.ndim:
        key = "check.high" if got > expected else "check.low"
        return say(key, part=name, got=two_numerals(expected, got)[1])
    return _value_sentence(part, name, expected, got, _axes(axes, part.label, expected.ndim))


def _shape_sentence(name, expected, got, axes):
    named = [say("check.axis", n=i, name=axis) for i, axis in enumerate(axes)]
    axes = f" ({', '.join(named)})" if named else ""
    text = say("check.shape", part=name, expected=expected.shape, got=got.shape, axes=axes)
    swapped = got.ndim > 1 and got.shape == expected.shape[::-1]
    return f"{text} {say('check.swapped')}" if swapped else text


def _value_sentence(part, name, expected, got, axes):
    index = tuple(int(i) for i in np.argwhere(part.bad)[0]) if part.bad.ndim else ()
    both = expected[index], got[index]
    texts = [str(one != 0) for one in both] if _is_truth(part) else two_numerals(*both)
    key = "check.not_finite" if part.problem == "not finite" else "check.value"
    key = key if index else {"check.value": "check.scalar"}.get(key, f"{key}_scalar")
    axes = f" ({', '.join(axes)})" if axes else ""
    values = dict(part=name, index=list(index), axes=axes, expected=texts[0], got=texts[1])
    return say(key, n=int(part.bad.sum()), of=part.bad.size, **values)


def two_numerals(expected, got):
    """Both numbers as text, with as many digits as tell them apart."""
    digits = next((n for n in range(3, 17) if f"{expected:.{n}g}" != f"{got:.{n}g}"), 3)
    if digits == 3:
        return numeral(expected), numeral(got)
    return tuple(f"{value:.{digits}g}".replace("-", "−") for value in (expected, got))


def _axes(axes, label, ndim):
    if isinstance(axes, dict):
        axes = axes.get(re.split(r"[⁽\[]", label)[0])
    return tuple(axes or ())[-ndim:] if ndim else ()


def _is_truth(part):
    return isinstance(part.expected, (bool, np.bool_)) and part.got in (True, False)


def _wanted(part):
    if isinstance(part.expected, (bool, np.bool_)):
        return say("check.truth")
    expected = as_numbers(part.expected)
    if expected is None:
        return say("check.a_text")
    return say("check.array", shape=expected.shape) if expected.ndim else say("check.number")


def chain(parts, missing="✗"):
    """How far it is right: δ⁽³⁾ ✓, δ⁽²⁾ ✗."""
    signs = {None: "✓", "unanswered": "…", "missing": missing}
    chain = ", ".join(f"{part.label} {signs.get(part.problem, '✗')}" for part in parts)
    return say("check.chain", chain=chain)


def shown(value):
    """A short text for what came, the same on every run."""
    if callable(value) and hasattr(value, "__name__"):
        return say("check.a_function")
    text = checks.shown(value)
    return say("check.a_thing", name=type(value).__name__) if " at 0x" in text else text
