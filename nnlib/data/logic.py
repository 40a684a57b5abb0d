"""Truth tables and palindromes: data sets that list every input there is."""

import numpy as np

from nnlib import checks
from nnlib.data.dataset import Dataset

# Outputs for the inputs 00, 01, 10, 11.
OUTPUTS = {
    "and": (0, 0, 0, 1),
    "or": (0, 1, 1, 1),
    "nand": (1, 1, 1, 0),
    "nor": (1, 0, 0, 0),
    "xor": (0, 1, 1, 0),
    "xnor": (1, 0, 0, 1),
}


def truth_table(outputs):
    """Every input of n bits, in counting order, with the outputs given for them.

    Parameters
    ----------
    outputs : str, or sequence of 2^n zeros and ones
        ``"XOR"`` (a name of two inputs, in capitals or not), or the column itself,
        for the inputs 0…00, 0…01, 0…10, …

    Returns
    -------
    Dataset
        X of shape (2^n, n), the first input changing slowest; y of shape (2^n, 1).

    Raises
    ------
    TypeError, ValueError
        If the name is unknown, an output is not 0 or 1, or their number is no
        power of two.

    References
    ----------
    Lecture, slides 6, 7 and 17 (XOR, 异或).

    Examples
    --------
    >>> truth_table("XOR").y.ravel()
    array([0., 1., 1., 0.])
    >>> truth_table([0, 0, 0, 1, 0, 1, 1, 1])
    Dataset(00010111: X (8, 3), y (8, 1), 4 of class 0, 4 of class 1)
    """
    name = outputs
    if isinstance(outputs, str):
        outputs = checks.known("outputs", outputs.lower(), list, OUTPUTS)
    column = checks.binary("outputs", outputs, (-1,))
    n = len(column).bit_length() - 1
    if n < 1 or len(column) != 2**n:
        raise ValueError(f"outputs must be 2, 4, 8, … = 2^n of them, got {len(column)}")
    bits = "".join(f"{bit:g}" for bit in column)
    return Dataset(inputs(n), column, name.upper() if isinstance(name, str) else bits)


def AND():
    """0 0 0 1 for the inputs 00, 01, 10, 11: both.

    >>> AND().y.ravel()
    array([0., 0., 0., 1.])
    """
    return truth_table("AND")


def OR():
    """0 1 1 1 for the inputs 00, 01, 10, 11: at least one.

    >>> OR().y.ravel()
    array([0., 1., 1., 1.])
    """
    return truth_table("OR")


def NAND():
    """1 1 1 0 for the inputs 00, 01, 10, 11: not both.

    >>> NAND().y.ravel()
    array([1., 1., 1., 0.])
    """
    return truth_table("NAND")


def NOR():
    """1 0 0 0 for the inputs 00, 01, 10, 11: none.

    >>> NOR().y.ravel()
    array([1., 0., 0., 0.])
    """
    return truth_table("NOR")


def XOR():
    """0 1 1 0 for the inputs 00, 01, 10, 11: one, but not both (异或).

    >>> XOR().X
    array([[0., 0.],
           [0., 1.],
           [1., 0.],
           [1., 1.]])
    """
    return truth_table("XOR")


def XNOR():
    """1 0 0 1 for the inputs 00, 01, 10, 11: both alike.

    >>> XNOR().y.ravel()
    array([1., 0., 0., 1.])
    """
    return truth_table("XNOR")


def palindromes(n=6):
    """All 2^n vectors of n bits, in counting order; y = 1 where x reads alike both ways.

    Parameters
    ----------
    n : int, 1 … 16

    Returns
    -------
    Dataset
        X of shape (2^n, n), y of shape (2^n, 1); 2^⌈n/2⌉ samples are palindromes.

    Raises
    ------
    TypeError, ValueError
        If n is no such integer.

    References
    ----------
    Rumelhart, Hinton and Williams 1986, Nature 323:533–536, figure 1 (n = 6).

    Examples
    --------
    >>> palindromes()
    Dataset(palindromes: X (64, 6), y (64, 1), 56 of class 0, 8 of class 1)
    """
    n = checks.integer("n", n, at_least=1, at_most=16)
    X = inputs(n)
    return Dataset(X, (X == X[:, ::-1]).all(axis=1), "palindromes")


def inputs(n):
    """The numbers 0 … 2^n − 1 in binary, the highest bit first: shape (2^n, n)."""
    return (np.arange(2**n)[:, np.newaxis] >> np.arange(n)[::-1]) & 1
