"""A step in plain words, for a screen reader and for alt text."""

import numpy as np

from nnlib.numerals import numeral
from nnlib.words import say


def say_step(found, k):
    """``step 11 of 14, backward: δ of unit 1 in layer 2 is 0.029``."""
    step = found[k]
    values = np.ravel(step.value)
    shown = [numeral(value) for value in values[:12]] + (["…"] if values.size > 12 else [])
    value = ", ".join(shown)
    one = step.unit or step.symbol in ("x", "J")
    key = f"what.{step.symbol}" if one else f"what.layer.{step.symbol}"
    what = say(key, i=step.unit, l=step.layer, after=step.layer + 1)
    phase = say(f"phase.{step.phase}")
    return say("say", n=k + 1, N=len(found), phase=phase, what=what, value=value)
