"""Measured data: Fisher's iris and the handwritten digits, read from the package."""

import gzip
from importlib.resources import files

import numpy as np

from nnlib.data.dataset import Dataset, one_hot


def iris():
    """150 flowers, 50 of each of three species, by four lengths in cm.

    Rows 35 and 38 are those that Fisher printed (the repository's ``iris.data`` has
    them wrong). Setosa can be separated from the others by a plane.

    Returns
    -------
    Dataset
        X of shape (150, 4), in cm; y of shape (150, 3), one-hot. Names in x_names
        and y_names. In the order of the source: by species.

    References
    ----------
    Fisher 1936, Annals of Eugenics 7:179–188, doi 10.1111/j.1469-1809.1936.tb02137.x.
    UCI Machine Learning Repository, doi 10.24432/C56C76, CC BY 4.0.

    Examples
    --------
    >>> iris().X[0]
    array([5.1, 3.5, 1.4, 0.2])
    """
    table = _table("iris")
    x_names = ("sepal length", "sepal width", "petal length", "petal width")
    y_names = ("setosa", "versicolor", "virginica")
    y = one_hot(table[:, -1].astype(int), 3)
    return Dataset(table[:, :-1], y, "iris", x_names, y_names)


def digits():
    """1,797 handwritten digits of 8 × 8 pixels, x = ink/16 from 0 (paper) to 1 (ink).

    This is the test part of the repository's set: 13 writers, but not told which wrote
    what, so a random split mixes them. Not MNIST.

    Returns
    -------
    Dataset
        X of shape (1797, 64), multiples of 1/16, row by row from the top left
        (``X[0].reshape(8, 8)`` is a picture); y of shape (1797, 10), one-hot, column
        k for the digit k. In the order of the source.

    References
    ----------
    Alpaydin and Kaynak 1998, "Cascading classifiers", Kybernetika 34:369–374.
    UCI Machine Learning Repository, doi 10.24432/C50P49, CC BY 4.0.

    Examples
    --------
    >>> digits()
    Dataset(digits: X (1797, 64), y (1797, 10), 10 classes of 174 to 183)
    """
    table = _table("digits")
    y = one_hot(table[:, -1].astype(int), 10)
    return Dataset(table[:, :-1] / 16, y, "digits", y_names=tuple("0123456789"))


def _table(name):
    packed = files("nnlib.data").joinpath(f"{name}.csv.gz").read_bytes()
    return np.loadtxt(gzip.decompress(packed).decode().splitlines(), delimiter=",")
