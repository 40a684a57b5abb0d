"""The data sets of the course, each a function that returns a fresh `Dataset`.

``XOR()`` and ``load_dataset("XOR")`` are the same; ``datasets`` lists every name.
Nothing is downloaded: iris and the digits lie beside this file (see SOURCES.md).
"""

from inspect import signature

from nnlib import checks
from nnlib.data.cards import cards
from nnlib.data.dataset import Dataset, split
from nnlib.data.family import family_facts, family_tree
from nnlib.data.logic import AND, NAND, NOR, OR, XNOR, XOR, palindromes, truth_table
from nnlib.data.plane import blobs, circles, moons, spiral
from nnlib.data.real import digits, iris

_truth_tables = (AND, OR, NAND, NOR, XOR, XNOR)
_others = (blobs, moons, circles, spiral, palindromes, family_tree, cards, iris, digits)

datasets = {make.__name__: make for make in (*_truth_tables, *_others)}


def load_dataset(name, **options):
    """Return the data set of that name: ``load_dataset("moons", noise=0.2)``.

    Parameters
    ----------
    name : str or Dataset
        A key of `datasets`, in capitals or not. A `Dataset` is returned as it is,
        so that a function can take either.
    options
        What the function of that name takes, such as ``n``, ``noise``, ``seed``.

    Returns
    -------
    Dataset

    Raises
    ------
    TypeError
        If name is neither, or the data set has no such option.
    ValueError
        If the name is unknown (the message offers the nearest one), or an option is
        not what it must be.

    Examples
    --------
    >>> load_dataset("xor")
    Dataset(XOR: X (4, 2), y (4, 1), 2 of class 0, 2 of class 1)
    """
    by_name = {key.lower(): make for key, make in datasets.items()}
    lower = name.lower() if isinstance(name, str) else name
    found = checks.known("name", lower, Dataset, by_name)
    takes = [] if isinstance(found, Dataset) else signature(found).parameters
    for option in options:
        if option not in takes:
            must = " or ".join(takes) or "left out"
            raise TypeError(f"options must be {must} for {name!r}, got {option}")
    return found if isinstance(found, Dataset) else found(**options)


__all__ = [
    "AND",
    "Dataset",
    "NAND",
    "NOR",
    "OR",
    "XNOR",
    "XOR",
    "blobs",
    "cards",
    "circles",
    "datasets",
    "digits",
    "family_facts",
    "family_tree",
    "iris",
    "load_dataset",
    "moons",
    "palindromes",
    "spiral",
    "split",
    "truth_table",
]
