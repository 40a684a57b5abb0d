"""A data set: inputs X, targets y, a name; and how to keep some of it for the test."""

from dataclasses import dataclass, replace

import numpy as np

from nnlib import checks


@dataclass(frozen=True, eq=False, repr=False)
class Dataset:
    """m samples: a row of X for each input, the row of y for its target.

    Parameters
    ----------
    X : array of shape (m, n)
        Inputs (dimensionless, where the data set says nothing else); copied.
    y : array of shape (m, k), or (m,) for k = 1
        Targets: 0 or 1 for two classes, a 1 in the column of its class for more
        (one-hot), or any numbers; copied, always of shape (m, k).
    name : str
    x_names, y_names : sequences of n and of k texts, or empty
        What the columns stand for.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> data = Dataset([[0.0], [1.0], [2.0]], [0, 0, 1], "three points")
    >>> data
    Dataset(three points: X (3, 1), y (3, 1), 2 of class 0, 1 of class 1)
    >>> len(data), data.labels
    (3, array([0, 0, 1]))
    """

    X: np.ndarray
    y: np.ndarray
    name: str
    x_names: tuple = ()
    y_names: tuple = ()

    def __post_init__(self):
        X = checks.array("X", self.X, (-1, -1))
        m, n = X.shape
        y = checks.array("y", self.y, (m,), (m, -1)).reshape(m, -1)
        if not isinstance(self.name, str):
            raise TypeError(f"name must be a text, got {checks.shown(self.name)}")
        fields = {
            "X": X,
            "y": y,
            "x_names": _names("x_names", self.x_names, n),
            "y_names": _names("y_names", self.y_names, y.shape[1]),
        }
        for field, value in fields.items():
            object.__setattr__(self, field, value)

    def __len__(self):
        return len(self.X)

    def __repr__(self):
        X, y = self.X.shape, self.y.shape
        return f"Dataset({self.name}: X {X}, y {y}{_classes(self)})"

    @property
    def labels(self):
        """The class of every sample, 0, 1, …: integers of shape (m,).

        Raises
        ------
        ValueError
            If y holds no classes: no single 0 or 1, and not one 1 a row.
        """
        if not _holds_classes(self.y):
            raise ValueError(
                "y must be 0 or 1, or hold one 1 a row, to give labels, "
                f"got {checks.shown(self.y)}"
            )
        label = self.y.ravel() if self.y.shape[1] == 1 else self.y.argmax(axis=1)
        return label.astype(int)

    def select(self, rows):
        """The data set of these samples alone, in this order, copied.

        Parameters
        ----------
        rows : slice, array of indices, or array of m booleans

        Raises
        ------
        TypeError, ValueError
            If rows is nothing of this, reaches past the samples, or picks none.

        Examples
        --------
        >>> Dataset([[1.0], [2.0], [3.0]], [0, 1, 1], "three").select([2, 0]).X
        array([[3.],
               [1.]])
        """
        rows = _rows(rows, len(self))
        return Dataset(self.X[rows], self.y[rows], self.name, self.x_names, self.y_names)


def split(data, test=360, seed=0):
    """Split into training and test samples, every class in its share (stratified).

    Of a class with m_c of the m samples, test·m_c/m go to the test set, rounded down
    or up so that their sum is exact (the largest remainders are rounded up). The same
    seed gives the same split; both parts keep the order of `data`.

    Parameters
    ----------
    data : Dataset
        Samples with equal rows of y are one class.
    test : int
        Number of test samples, 1 … m − 1.
    seed : int or numpy.random.Generator

    Returns
    -------
    train, test : Dataset

    Raises
    ------
    TypeError, ValueError
        If an argument is not as above.

    Examples
    --------
    >>> from nnlib.data import iris
    >>> split(iris(), test=30)[1]
    Dataset(iris, test: X (30, 4), y (30, 3), 10 of setosa, 10 of versicolor, \
10 of virginica)
    """
    m = len(checks.instance("data", data, Dataset))
    if m < 2:
        raise ValueError("data must be at least two samples to split, got 1")
    test = checks.integer("test", test, at_least=1, at_most=m - 1)
    random = checks.generator("seed", seed)
    _, label, m_c = np.unique(data.y, axis=0, return_inverse=True, return_counts=True)
    share, remainder = np.divmod(test * m_c, m)
    up = np.argsort(-remainder, stable=True)[: test - share.sum()]
    share[up] += 1
    chosen = np.zeros(m, dtype=bool)
    for c, size in enumerate(share):
        rows = np.flatnonzero(label.ravel() == c)
        chosen[random.permutation(rows)[:size]] = True
    train, test = data.select(~chosen), data.select(chosen)
    return replace(train, name=f"{data.name}, training"), replace(test, name=f"{data.name}, test")


def one_hot(labels, k):
    """Rows of the identity: a 1 in column labels[i] of row i, shape (m, k)."""
    return np.eye(k)[labels]


def _names(name, names, length):
    names = tuple(checks.sequence(name, names))
    must = f"{name} must be {length} texts, or empty"
    if not all(isinstance(text, str) for text in names):
        raise TypeError(f"{must}, got {checks.shown(names)}")
    if len(names) not in (0, length):
        raise ValueError(f"{must}, got {len(names)}")
    return names


def _holds_classes(y):
    return np.isin(y, (0.0, 1.0)).all() and (y.shape[1] == 1 or (y.sum(axis=1) == 1.0).all())


def _classes(data):
    """How many samples of each class, as the repr says it; nothing without classes."""
    if not _holds_classes(data.y):
        return ""
    k = max(2, data.y.shape[1])
    counts = np.bincount(data.labels, minlength=k)
    if k > 3:
        return f", {k} classes of {counts.min()} to {counts.max()}"
    names = data.y_names if len(data.y_names) == k else [f"class {c}" for c in range(k)]
    return "".join(f", {count} of {c}" for count, c in zip(counts, names))


def _rows(rows, m):
    must = f"rows must be a slice, indices, or {m} booleans"
    if not isinstance(rows, slice):
        rows = np.asarray(rows)
        if rows.ndim != 1 or rows.dtype.kind not in "biu":
            raise TypeError(f"{must}, got {checks.shown(rows)}")
        if rows.dtype.kind == "b" and len(rows) != m:
            raise ValueError(f"{must}, got {len(rows)} booleans")
        outside = [] if rows.dtype.kind == "b" else rows[(rows < -m) | (rows >= m)]
        if len(outside):
            raise ValueError(f"{must} from 0 to {m - 1}, got {outside[0]}")
    picked = np.arange(m)[rows]
    if not len(picked):
        raise ValueError(f"{must}, got none of the samples")
    return picked
