"""What a perceptron did, visit by visit, and how it ended: done, round for ever, or cut off."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nnlib import checks
from nnlib.data import Dataset
from nnlib.neurons import Perceptron


@dataclass(frozen=True, eq=False)
class Visits:
    """A whole run of the learning rule.

    Attributes
    ----------
    updates : list of Update
        One for each visit, in order.
    before : list of (array of shape (n,), float)
        w and b before each visit.
    wrong : list of int
        Samples of the whole data set that are wrong: first at the start, then after
        each visit.
    end : str
        ``"done"`` (an epoch without a mistake), ``"cycle"`` (the weights of an earlier
        epoch came back) or ``"cut"`` (neither within the epochs).
    again : int or None
        In a cycle the epoch whose last weights came back, 0 for the start.
    """

    updates: list
    before: list
    wrong: list
    end: str
    again: int | None = None

    @property
    def mistakes(self):
        """The mistakes of each epoch, a list."""
        counts = [0] * self.updates[-1].epoch
        for update in self.updates:
            counts[update.epoch - 1] += update.y_hat != update.y
        return counts

    @cached_property
    def reach(self):
        """The largest size that an entry of w has in the run, a float."""
        return float(np.abs([w for w, _ in self.before] + [self.updates[-1].w]).max())


def visits(perceptron, data, alpha=1.0, epochs=100):
    """Let a copy of a perceptron learn until an epoch is clean or its weights come back.

    The rule knows nothing but the weights, so weights that were there at the end of an
    earlier epoch lead to the same epochs again, for ever.

    Parameters
    ----------
    perceptron : Perceptron
        Where to start; it stays as it is.
    data : Dataset
        With classes 0 and 1.
    alpha : float, > 0
        α, dimensionless.
    epochs : int, >= 1
        At most so many.

    Returns
    -------
    Visits

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    Lecture, slides 6 and 7.

    Examples
    --------
    >>> from nnlib import XOR
    >>> found = visits(Perceptron(2), XOR())
    >>> found.end, found.again, found.mistakes
    ('cycle', 2, [2, 3, 4])
    """
    unit = checks.instance("perceptron", perceptron, Perceptron).copy()
    X, y = checks.instance("data", data, Dataset).X, data.y
    epochs = checks.integer("epochs", epochs, at_least=1)
    updates, before, wrong = [], [], [_wrong(unit, data)]
    here = unit.w, unit.b
    ends = {_key(here): 0}
    for update in unit.learn(X, y, alpha=alpha, epochs=epochs):
        updates.append(update)
        before.append(here)
        here = update.w, update.b
        same = update.y_hat == update.y
        wrong.append(wrong[-1] if same else _wrong(unit, data))
        if update.visit % len(X) == 0 and any(u.y_hat != u.y for u in updates[-len(X) :]):
            again = ends.setdefault(_key(here), update.epoch)
            if again < update.epoch:
                return Visits(updates, before, wrong, "cycle", again)
    clean = all(u.y_hat == u.y for u in updates[-len(X) :])
    return Visits(updates, before, wrong, "done" if clean else "cut")


def _wrong(unit, data):
    return int(np.sum(unit(data.X)[:, np.newaxis] != data.y))


def _key(weights):
    """The weights, without what rounding does to sums of decimals."""
    return tuple(np.round(np.append(*weights), 9).tolist())
