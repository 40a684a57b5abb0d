"""Which functions of two and three inputs one MP neuron can do: tried, and counted apart."""

from itertools import combinations, product

import numpy as np

from nnlib import MPNeuron


def tried(n, most):
    """Every output column of a neuron with whole weights 0 … most, found by trying."""
    X = list(product([0, 1], repeat=n))
    subsets = [s for k in range(n + 1) for s in combinations(range(n), k)]
    return {
        tuple(MPNeuron(w, theta, inhibitory=s)(X).tolist())
        for w in product(range(most + 1), repeat=n)
        for theta in range(n * most + 2)
        for s in subsets
    }


def counted(n):
    """Columns of the form (no x in S) and h(the rest), h monotone; without any neuron.

    For up to three inputs every monotone function is one of a threshold.
    """
    X = list(product([0, 1], repeat=n))
    found = set()
    for column in product([0, 1], repeat=2**n):
        f = dict(zip(X, column))
        for S in (s for k in range(n + 1) for s in combinations(range(n), k)):
            free = [x for x in X if not any(x[i] for i in S)]
            off = all(f[x] == 0 for x in X if x not in free)
            rising = all(f[x] <= f[y] for x in free for y in free if np.less_equal(x, y).all())
            if off and rising:
                found.add(column)
    return found


def test_eleven_of_sixteen_and_the_five_that_are_missing():
    found = tried(2, 2)
    assert found == counted(2) and len(found) == 11
    missing = set(product([0, 1], repeat=4)) - found
    xor, xnor, nand = (0, 1, 1, 0), (1, 0, 0, 1), (1, 1, 1, 0)
    assert missing == {xor, xnor, nand, (1, 0, 1, 1), (1, 1, 0, 1)}


def test_three_inputs_too():
    assert tried(3, 2) == counted(3)


def test_weights_below_zero_bring_fourteen():
    X = [[0, 0], [0, 1], [1, 0], [1, 1]]
    found = {
        tuple(MPNeuron(w, theta)(X).tolist())
        for w in product(range(-2, 3), repeat=2)
        for theta in range(-5, 6)
    }
    assert len(found) == 14 and (1, 1, 1, 0) in found
