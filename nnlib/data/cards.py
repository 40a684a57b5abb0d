"""Cards with a mark at the left or at the right: what was shown to the perceptron in 1958."""

import numpy as np

from nnlib import checks
from nnlib.data.dataset import Dataset

MARK = 3  # pixels


def cards(n=50, seed=0):
    """Pictures of 8 × 8 pixels: a mark of 3 × 3 in the left half (class 0) or the right (1).

    Where in its half the mark lies is drawn at random. Left and right alternate.

    Parameters
    ----------
    n : int, >= 2
        Number of cards.
    seed : int or numpy.random.Generator

    Returns
    -------
    Dataset
        X of shape (n, 64), 1 where there is ink, row by row from the top left as in
        `digits`; y of shape (n, 1).

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    References
    ----------
    The demonstration of July 1958 told cards marked at the left from cards marked at
    the right; the size of these marks is ours.

    Examples
    --------
    >>> cards(2).X[0].reshape(8, 8).sum(axis=0)
    array([0., 3., 3., 3., 0., 0., 0., 0.])
    """
    n = checks.integer("n", n, at_least=2)
    random = checks.generator("seed", seed)
    pictures, y = np.zeros((n, 8, 8)), np.arange(n) % 2
    for picture, right in zip(pictures, y):
        top, left = random.integers(0, 9 - MARK), random.integers(0, 5 - MARK) + 4 * right
        picture[top : top + MARK, left : left + MARK] = 1.0
    return Dataset(pictures.reshape(n, 64), y, "cards", y_names=("right",))
