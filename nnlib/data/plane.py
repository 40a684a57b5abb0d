"""Two classes in the plane: blobs, moons, circles, spiral; all from a seed.

In each, class 0 has ⌈n/2⌉ of the n samples and class 1 the rest. The samples come
shuffled, so that any stretch of them holds both classes, and in the same order
whatever the noise. Without noise they lie exactly on the curves of their formulas.
"""

import numpy as np

from nnlib import checks
from nnlib.data.dataset import Dataset


def blobs(n=200, noise=0.5, seed=0):
    """Two round clouds: x = (−1, −1) + noise·N(0, 1) in class 0, (1, 1) + … in class 1.

    Parameters
    ----------
    n : int, >= 2
        Number of samples.
    noise : float, >= 0
        Standard deviation of the normal noise on each coordinate (dimensionless).
    seed : int or numpy.random.Generator

    Returns
    -------
    Dataset
        X of shape (n, 2), y of shape (n, 1).

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> blobs(100)
    Dataset(blobs: X (100, 2), y (100, 1), 50 of class 0, 50 of class 1)
    """
    first, second = (np.ones((m, 2)) for m in _sizes(n))
    return _noisy("blobs", -first, second, noise, seed)


def moons(n=200, noise=0.1, seed=0):
    """Two half circles, one in the other: (cos t, sin t) and (1 − cos t, ½ − sin t).

    The upper one is class 0; t = 0 … π in equal steps.

    Parameters
    ----------
    n, noise, seed : as for `blobs`

    Returns
    -------
    Dataset
        X of shape (n, 2), y of shape (n, 1).

    Raises
    ------
    TypeError, ValueError
        If an argument is not as for `blobs`.

    Examples
    --------
    >>> moons(5)
    Dataset(moons: X (5, 2), y (5, 1), 3 of class 0, 2 of class 1)
    """
    upper, lower = (_circle(np.linspace(0.0, np.pi, m)) for m in _sizes(n))
    return _noisy("moons", upper, [1.0, 0.5] - lower, noise, seed)


def circles(n=200, noise=0.1, seed=0):
    """Two circles round the origin: radius 1 in class 0, radius ½ in class 1.

    Parameters
    ----------
    n, noise, seed : as for `blobs`

    Returns
    -------
    Dataset
        X of shape (n, 2), y of shape (n, 1).

    Raises
    ------
    TypeError, ValueError
        If an argument is not as for `blobs`.

    Examples
    --------
    >>> radius = np.hypot(*circles(4, noise=0).X.T)
    >>> sorted(radius.tolist())
    [0.5, 0.5, 1.0, 1.0]
    """
    outer, inner = (_circle(np.linspace(0.0, 2 * np.pi, m, endpoint=False)) for m in _sizes(n))
    return _noisy("circles", outer, 0.5 * inner, noise, seed)


def spiral(n=200, noise=0.02, seed=0, turns=1.5):
    """Two arms of a spiral: r (cos 2π·turns·r, sin 2π·turns·r), and the same negated.

    r = 1/m, 2/m, … 1 with m the samples of the class, so the arms end at radius 1.

    Parameters
    ----------
    n, noise, seed : as for `blobs`
    turns : float, > 0
        How often an arm goes round the origin.

    Returns
    -------
    Dataset
        X of shape (n, 2), y of shape (n, 1).

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> spiral(n=300, turns=2)
    Dataset(spiral: X (300, 2), y (300, 1), 150 of class 0, 150 of class 1)
    """
    turns = checks.number("turns", turns, above=0)
    first, second = (_arm(m, turns) for m in _sizes(n))
    return _noisy("spiral", first, -second, noise, seed)


def _sizes(n):
    n = checks.integer("n", n, at_least=2)
    return n - n // 2, n // 2


def _circle(t):
    return np.stack([np.cos(t), np.sin(t)], axis=1)


def _arm(m, turns):
    r = np.arange(1, m + 1) / m
    return r[:, np.newaxis] * _circle(2 * np.pi * turns * r)


def _noisy(name, class_0, class_1, noise, seed):
    noise = checks.number("noise", noise, at_least=0)
    random = checks.generator("seed", seed)
    X = np.concatenate([class_0, class_1])
    y = np.repeat([0.0, 1.0], [len(class_0), len(class_1)])
    order = random.permutation(len(X))
    return Dataset(X[order] + noise * random.standard_normal(X.shape), y[order], name)
